// Dates before a tab at the margin, title, employer and texts hanging behind it; headings by style with a line below.

import { between, mail, sites, word } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " – " }, variant: 0 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading1", rule: true, before: 12 });
  const row = (left, right) => w.p([`${left}\t`, right].flat(), { hang: 2700, before: 4 });
  const under = (text, format) => w.p(`\t${text}`, { hang: 2700, ...format });
  return w.file([
    w.p(h.p.basics.name, { style: "Title" }), w.p(h.p.basics.label, { style: "Subtitle" }),
    w.p(between([h.place, h.p.basics.phone, mail(w, h), ...sites(w, h)], "  •  "), { size: 9 }),
    head("about"), w.p(h.p.basics.summary),
    head("work"), h.p.work.map((role) => [row(h.range(role), w.run(role.position, { bold: true })), under(`${role.name}, ${role.location}`, { italic: true }), [role.summary, ...(role.highlights ?? [])].filter(Boolean).map((text) => under(text))]),
    head("volunteering"), row("2017 – 2019", h.t("volunteer")),
    head("education"), h.p.education.map((e) => [row(h.range(e), w.run(h.degree(e), { bold: true })), under(e.institution, { italic: true })]),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => [row(h.date(c.date), w.run(c.name, { bold: true })), under(c.issuer, { italic: true })])],
    head("skills"), h.list("skills").map((s) => row(s.name, s.keywords.join(h.comma))),
    head("languages"), h.list("languages").map((l) => row(l.language, l.fluency)),
    head("references"), h.list("references").map((r) => w.p(`${r.name}, ${r.email}, ${r.phone}`)),
  ], { title: h.p.basics.name });
}
