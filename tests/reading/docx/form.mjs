// Labels before every fact, the education as a bordered table, a declaration at the end: as Indian résumés are.

import { texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "word" }, study: "end", variant: 1, places: false, headline: false };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p([w.run(h.t(key), { bold: true }), ":"], { before: 10 });
  const label = (key, value) => w.p([w.run(h.t(key), { bold: true }), `: ${value}`]);
  return w.file([
    w.p(h.t("cv"), { align: "center", bold: true, size: 16 }),
    w.p(h.p.basics.name, { bold: true, size: 14 }),
    label("email", h.p.basics.email), label("phone", h.p.basics.phone), label("address", h.place),
    head("about"), w.p(h.p.basics.summary),
    head("education"),
    w.table([3000, 3600, 1500, 1500], [
      ["degree", "school", "period", "grade"].map((key) => w.p(h.t(key), { bold: true })),
      ...h.p.education.map((e) => [w.p(h.degree(e)), w.p(e.institution), w.p(h.date(e.endDate)), w.p(e.score ?? "")]),
    ], { border: true }),
    head("work"),
    h.p.work.map((role) => [label("employer", role.name), label("position", role.position), label("period", h.range(role)), texts(w, role)]),
    head("skills"), h.list("skills").map((s) => w.p(`${s.name}: ${s.keywords.join(h.comma)}`, { bullet: true })),
    head("languages"), w.p(h.list("languages").map((l) => l.language).join(h.comma)),
    head("references"), h.list("references").map((r) => w.p(`${r.name}, ${r.email}, ${r.phone}`)),
  ], { title: h.t("cv") });
}
