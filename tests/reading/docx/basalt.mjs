// As offices in Germany expect it, set with tabs and no table: the facts behind labels, dates in a hanging first column,
// what was done in lines that begin with a dash, a signed end with place and day.

import { born } from "../../templates/shared.mjs";
import { mail, sites, word } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – ", open: "since" }, variant: 1, headline: false };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { bold: true, size: 12, color: "1F3864", before: 14 });
  const line = (left, right) => w.p([`${left}\t`, right], { hang: 2800 });
  const below = (text) => w.p(`\t${text}`, { hang: 2800 });
  const { postalCode, city } = h.p.basics.location;
  return w.file([
    w.p(h.t("cv"), { bold: true, size: 18, color: "1F3864" }),
    head("personal"),
    line(h.t("name"), w.run(h.p.basics.name, { bold: true })), line(h.t("address"), `${postalCode} ${city}, ${h.country}`),
    line(h.t("phone"), h.p.basics.phone), line(h.t("email"), mail(w, h)), sites(w, h).slice(0, 1).map((site) => line(h.t("web"), site)),
    line(h.t("born"), born(h)),
    head("work"),
    h.p.work.map((role) => [
      line(h.range(role), w.run(`${role.position}, ${role.name}, ${role.location}`, { bold: true })),
      [role.summary, ...(role.highlights ?? [])].filter(Boolean).map((text) => below(`- ${text}`)),
    ]),
    head("education"),
    h.p.education.map((e) => [line(h.range(e), w.run(e.institution, { bold: true })), below(h.degree(e)), e.score && below(`${h.t("grade")}: ${e.score}`)]),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => line(h.date(c.date), `${c.name}, ${c.issuer}`))],
    head("skills"), h.list("skills").map((s) => line(s.name, s.keywords.join(h.comma))),
    head("languages"), h.list("languages").map((l) => line(l.language, l.fluency)),
    head("interests"), w.p(h.list("interests").map((i) => i.name).join(h.comma)),
    w.p(`${city}, ${h.date("2026-05")}`, { before: 24 }), w.p(h.p.basics.name, { before: 24, italic: true }),
  ], { title: `${h.t("cv")} ${h.p.basics.name}` });
}
