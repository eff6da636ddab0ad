// As Google Docs exports its template: a table of two columns and two rows, name and contacts on top, the history in the
// wide cell with dates in capitals under "Employer, Place — Title", what is short in the narrow one.

import { mail, sites, word } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 0, headline: false };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key).toLocaleUpperCase(h.language), { style: "Heading1", color: "2079C7", size: 9, before: 14 });
  const entry = (bold, rest, italic) => w.p([w.run(bold, { bold: true, size: 11 }), rest && w.run(rest, { size: 11 }), italic && w.run(italic, { italic: true, size: 11 })], { style: "Heading2", before: 8 });
  const when = (text) => w.p(text.toLocaleUpperCase(h.language), { color: "666666", size: 8 });
  const body = (list) => list.filter(Boolean).map((text) => w.p(text));
  const main = [
    head("work"), ...h.p.work.flatMap((role) => [entry(role.name, `, ${role.location} — `, role.position), when(h.range(role)), ...body([role.summary, ...(role.highlights ?? [])])]),
    head("education"), ...h.p.education.flatMap((e) => [entry(e.institution, " — ", h.degree(e)), when(h.range(e))]),
    ...(h.list("projects").length ? [head("projects"), ...h.list("projects").flatMap((p) => [entry(p.name, "", ""), ...body([p.description])])] : []),
  ];
  const side = [
    head("skills"), ...h.list("skills").flatMap((s) => s.keywords).map((k) => w.p(k)),
    head("awards"), w.p(h.t("award")),
    ...(h.list("certificates").length ? [head("certificates"), ...h.list("certificates").flatMap((c) => [w.p(c.name, { bold: true }), w.p(`${c.issuer}, ${h.date(c.date)}`)])] : []),
    head("languages"), ...h.list("languages").map((l) => w.p(`${l.language} (${l.fluency})`)),
  ];
  return w.file([w.table([6100, 3600], [
    [[w.p(h.p.basics.name, { style: "Title", bold: true }), w.p(h.p.basics.summary, { color: "666666" })], [w.p(h.place, { bold: true }), w.p(h.p.basics.phone), w.p(mail(w, h)), ...sites(w, h).map((site) => w.p(site))]],
    [main, side],
  ])], { title: h.p.basics.name });
}
