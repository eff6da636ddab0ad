// A head over the page, then a section of two columns that the text flows through.

import { between, mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – ", open: "since" }, variant: 2 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading1" });
  return w.file([
    w.p(h.p.basics.name, { align: "center", bold: true, size: 24 }), w.p(h.p.basics.label, { align: "center" }),
    w.p(between([h.place, h.p.basics.phone, mail(w, h), ...sites(w, h)], " · "), { align: "center", rule: true }),
    w.sectionEnd(),
    head("about"), w.p(h.p.basics.summary),
    head("education"), h.p.education.map((e) => [w.p(e.institution, { bold: true }), w.p(`${h.degree(e)} (${h.range(e)})`)]),
    head("work"), h.p.work.map((role) => [w.p(role.name, { bold: true, before: 4 }), w.p(`${role.position} (${h.range(role)})`), w.p(role.location, { italic: true }), texts(w, role)]),
    head("skills"), h.list("skills").map((s) => w.p([w.run(s.name, { bold: true }), `: ${s.keywords.join(h.comma)}`])),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p(`${c.name}, ${c.issuer} (${h.date(c.date)})`))],
    head("languages"), h.list("languages").map((l) => w.p(`${l.language} (${l.fluency})`)),
    head("references"), h.list("references").map((r) => [w.p(r.name, { bold: true }), w.p(r.email), w.p(r.phone)]),
  ], { title: h.p.basics.name, columns: 2 });
}
