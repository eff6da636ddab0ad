// Employer and place, then title and dates, each pair parted by a tab; headings underlined by style.

import { between, mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " - " }, variant: 2, headline: false };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading2" });
  return w.file([
    w.p(h.p.basics.name, { style: "Heading1", align: "center" }),
    w.p(between([h.place, h.p.basics.phone, mail(w, h), ...sites(w, h)], " | "), { align: "center" }),
    head("education"), h.p.education.map((e) => [w.p(`${e.institution}\t${h.range(e)}`, { tab: true, bold: true }), w.p(h.degree(e))]),
    head("work"), h.p.work.map((role) => [w.p(`${role.name}\t${role.location}`, { tab: true, bold: true }), w.p(`${role.position}\t${h.range(role)}`, { tab: true, italic: true }), texts(w, role)]),
    head("skills"), h.list("skills").map((s) => w.p([w.run(`${s.name}: `, { bold: true }), s.keywords.join(h.comma)], { bullet: true })),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p([w.run(c.name, { bold: true }), ` – ${c.issuer}\t${h.date(c.date)}`], { tab: true }))],
    head("references"), h.list("references").map((r) => [w.p(`“${r.reference}”`), w.p(`– ${r.name}`)]),
  ], { title: h.p.basics.name });
}
