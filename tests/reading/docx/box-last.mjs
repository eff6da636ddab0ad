// The name in the page's head, a text box with contacts, skills and referees; the file has the box behind everything else.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 2 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { bold: true, size: 14, color: "1F3864", before: 8 });
  const side = w.box([
    head("contact"), w.p(h.place), w.p(h.p.basics.phone), w.p(mail(w, h)), ...sites(w, h).map((site) => w.p(site)),
    head("skills"), ...h.list("skills").flatMap((s) => s.keywords).map((k) => w.p(k, { bullet: true })),
    head("languages"), ...h.list("languages").map((l) => w.p(`${l.language}: ${l.fluency}`)),
    head("references"), ...h.list("references").flatMap((r) => [w.p(r.name, { bold: true }), w.p(r.phone)]),
  ]);
  return w.file([
    w.p(h.p.basics.label, { bold: true, size: 13 }), w.p(h.p.basics.summary),
    head("work"), h.p.work.map((role) => [w.p(`${role.position} – ${role.name}`, { bold: true, before: 5 }), w.p(`${role.location}, ${h.range(role)}`, { color: "595959" }), texts(w, role)]),
    head("education"), h.p.education.map((e) => [w.p(`${h.degree(e)} – ${e.institution}`, { bold: true, before: 5 }), w.p(h.range(e), { color: "595959" })]),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p(`${c.name} – ${c.issuer}, ${h.date(c.date)}`))],
    side,
  ], { title: h.p.basics.name, header: [w.p(h.p.basics.name, { bold: true, size: 22 })] });
}
