// A form with lines and merged cells: facts as label and value twice in a row, headings over the whole width, a row of
// columns to each role and what was done there merged below it.

import { mail, texts, word } from "../shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – " }, variant: 1 };

export function render(h) {
  const w = word(h);
  const label = (key) => w.p(h.t(key), { bold: true, size: 9 });
  const wide = (...body) => [body.flat()];
  const head = (key) => wide(w.p(h.t(key), { bold: true, align: "center", size: 12 }));
  const labels = (...keys) => keys.map(label);
  const described = (role) => (role.summary || role.highlights ? [wide(texts(w, role))] : []);
  return w.file([
    w.p(h.t("cv"), { align: "center", bold: true, size: 18 }),
    w.table([1800, 2600, 1600, 3700], [
      [label("name"), w.p(h.p.basics.name), label("position"), w.p(h.p.basics.label)],
      [label("phone"), w.p(h.p.basics.phone), label("email"), w.p(mail(w, h))],
      [label("address"), w.p(h.place), label("languages"), h.list("languages").map((l) => w.p(`${l.language} (${l.fluency})`))],
      head("about"), wide(w.p(h.p.basics.summary)),
      head("education"), labels("period", "school", "grade", "degree"),
      ...h.p.education.map((e) => [w.p(h.range(e)), w.p(e.institution), w.p(e.score ?? ""), w.p(h.degree(e))]),
      head("work"), labels("period", "employer", "address", "position"),
      ...h.p.work.flatMap((role) => [[w.p(h.range(role)), w.p(role.name), w.p(role.location), w.p(role.position)], ...described(role)]),
      head("skills"), wide(h.list("skills").map((s) => w.p(`${s.name}: ${s.keywords.join(h.comma)}`))),
      ...(h.list("certificates").length ? [head("certificates"), wide(h.list("certificates").map((c) => w.p(`${h.date(c.date)}  ${c.name} (${c.issuer})`)))] : []),
      head("interests"), wide(w.p(h.list("interests").map((i) => i.name).join(h.comma))),
    ], { border: true }),
  ], { title: h.t("cv") });
}
