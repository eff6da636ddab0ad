// Headings by style, title and dates parted by a tab to the right margin.

import { between, mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 1 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading1" });
  return w.file([
    w.p(h.p.basics.name, { style: "Title" }),
    w.p(h.p.basics.label, { style: "Subtitle" }),
    w.p([`${h.p.basics.phone} | `, mail(w, h), ` | ${h.place}`]),
    w.p(between(sites(w, h), " | ")),
    head("about"), w.p(h.p.basics.summary),
    head("work"),
    h.p.work.map((role) => [w.p(`${role.position}\t${h.range(role)}`, { tab: true, bold: true }), w.p(`${role.name}, ${role.location}`, { italic: true }), texts(w, role)]),
    head("education"),
    h.p.education.map((e) => [w.p(`${h.degree(e)}\t${h.range(e)}`, { tab: true, bold: true }), w.p(e.institution, { italic: true })]),
    head("skills"), h.list("skills").map((s) => w.p([w.run(`${s.name}: `, { bold: true }), s.keywords.join(h.comma)])),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p(`${c.name}, ${c.issuer}\t${h.date(c.date)}`, { tab: true }))],
    head("languages"), h.list("languages").map((l) => w.p(`${l.language}: ${l.fluency}`)),
    head("references"), h.list("references").map((r) => [w.p(r.name, { bold: true }), w.p(`${r.email}, ${r.phone}`), w.p(r.reference)]),
  ], { title: h.p.basics.name });
}
