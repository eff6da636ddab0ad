// Tables within a table: a shaded column for contacts, skills and languages; on the other side dates beside each entry.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " – " }, variant: 1 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { bold: true, size: 13, color: "7B3F00", before: 8 });
  const entries = (rows) => w.table([1500, 4600], rows);
  const side = [
    head("contact"), w.p(h.p.basics.phone), w.p(mail(w, h)), w.p(h.place), ...sites(w, h).map((site) => w.p(site)),
    head("skills"), ...h.list("skills").flatMap((s) => [w.p(s.name, { bold: true }), w.p(s.keywords.join(h.comma))]),
    head("languages"), w.table([1600, 1800], h.list("languages").map((l) => [w.p(l.language), w.p(l.fluency)])),
    head("interests"), ...h.list("interests").map((i) => w.p(i.name)),
  ];
  const main = [
    head("about"), w.p(h.p.basics.summary),
    head("work"), entries(h.p.work.map((role) => [w.p(h.range(role), { size: 9 }), [w.p(role.position, { bold: true }), w.p(`${role.name} – ${role.location}`, { italic: true }), ...texts(w, role)]])),
    head("education"), entries(h.p.education.map((e) => [w.p(h.range(e), { size: 9 }), [w.p(h.degree(e), { bold: true }), w.p(e.institution, { italic: true })]])),
    ...(h.list("certificates").length ? [head("certificates"), entries(h.list("certificates").map((c) => [w.p(h.date(c.date), { size: 9 }), w.p(`${c.name} – ${c.issuer}`)]))] : []),
  ];
  return w.file([w.table([3600, 6200], [[[w.p(h.p.basics.name, { size: 26 }), w.p(h.p.basics.label, { size: 13 })]], [side, main]], { fills: ["F3E9DD"] })], { title: h.p.basics.name });
}
