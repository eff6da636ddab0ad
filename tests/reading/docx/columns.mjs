// A page-wide table of two columns as the frame: contacts and skills left, everything else right.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 3, places: false };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { bold: true, size: 13, color: "2E74B5" });
  const left = [
    head("contact"), w.p(mail(w, h)), w.p(h.p.basics.phone), w.p(h.place), ...sites(w, h).map((site) => w.p(site)),
    head("skills"), ...h.list("skills").flatMap((s) => [w.p(s.name, { italic: true }), ...s.keywords.map((k) => w.p(k, { bullet: true }))]),
    head("languages"), ...h.list("languages").map((l) => w.p(`${l.language}, ${l.fluency}`)),
  ];
  const right = [
    w.p(h.p.basics.name, { bold: true, size: 22 }), w.p(h.p.basics.label),
    head("about"), w.p(h.p.basics.summary),
    head("work"), ...h.p.work.flatMap((role) => [w.p(`${role.position}, ${role.name}`, { bold: true }), w.p(`${h.range(role)}`), ...texts(w, role)]),
    head("education"), ...h.p.education.flatMap((e) => [w.p(`${h.degree(e)}, ${e.institution}`, { bold: true }), w.p(h.range(e))]),
    ...(h.list("certificates").length ? [head("certificates"), ...h.list("certificates").map((c) => w.p(`${c.name} (${c.issuer}, ${h.date(c.date)})`))] : []),
  ];
  return w.file([w.table([3200, 6400], [[left, right]])], { title: h.p.basics.name });
}
