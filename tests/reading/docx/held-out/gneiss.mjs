// A scholar's long vitae in Word: schools before work, years hanging before running text, publications and honours as
// numbered lines, referees side by side in a table, name and year in the foot.

import { award, publication, volunteer } from "../../templates/shared.mjs";
import { between, mail, sites, word } from "../shared.mjs";

export const layout = { dates: { style: "year", dash: "–" }, variant: 0 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading1", rule: true, before: 10 });
  const year = (when, ...content) => w.p([`${when}\t`, ...content], { hang: 2300, before: 4 });
  const bold = (text) => w.run(text, { bold: true });
  const italic = (text) => w.run(text, { italic: true });
  const { basics } = h.p;
  const referees = h.list("references").map((r) => [w.p(r.name, { bold: true }), w.p(r.email), w.p(r.phone)]);
  return w.file([
    w.p(basics.name, { style: "Title", align: "center" }),
    w.p(basics.label, { align: "center", italic: true }),
    w.p(between([h.place, basics.phone, mail(w, h)], " ∙ "), { align: "center" }),
    w.p(between(sites(w, h), " ∙ "), { align: "center" }),
    head("education"), h.p.education.map((e) => year(h.range(e), bold(h.degree(e)), `, ${e.institution}${e.score ? ` (${e.score})` : ""}`)),
    head("work"), h.p.work.map((role) => [
      year(h.range(role), bold(role.position), ", ", italic(role.name), `, ${role.location}`),
      [role.summary, ...(role.highlights ?? [])].filter(Boolean).map((text) => w.p(`\t${text}`, { hang: 2300 })),
    ]),
    head("publications"), w.p([`1. ${basics.name}: `, publication(h).toString()]),
    head("awards"), w.p(`1. ${award(h)}`),
    h.list("projects").length > 0 && [head("projects"), h.list("projects").map((one) => year(h.range(one), bold(one.name), `. ${one.description}`))],
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => year(h.date(c.date), `${c.name}, ${c.issuer}`))],
    head("volunteering"), w.p(volunteer(h).toString()),
    head("languages"), w.p(h.list("languages").map((l) => `${l.language} (${l.fluency})`).join("; ")),
    head("skills"), h.list("skills").map((s) => w.p([italic(`${s.name}: `), s.keywords.join(h.comma)])),
    referees.length > 0 && [head("references"), w.table([4800, 4800], [[referees[0], referees[1]]])],
  ], { title: `${basics.name}, ${h.t("cv")}`, footer: [w.p(`${basics.name} – ${h.date("2026-05")}`, { align: "center", size: 8 })] });
}
