// What managers in America send: the title they want in capitals under the name, skills as three columns of bullets in a
// table, employers in capitals with place and the whole time at a right tab, their roles in italics with dates in brackets.

import { between, mail, sites, texts, word } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: "word", open: "since" }, variant: 3, study: "end", certificates: "year" };

export function render(h) {
  const w = word(h);
  const { basics } = h.p;
  const head = (key) => w.p(h.t(key), { bold: true, caps: true, align: "center", before: 12, rule: true });
  const known = h.list("skills").flatMap((s) => s.keywords);
  const third = Math.ceil(known.length / 3);
  const column = (at) => known.slice(at * third, (at + 1) * third).map((k) => w.p(k, { bullet: true }));
  const whole = (roles) => ({ startDate: roles.at(-1).startDate, endDate: roles[0].endDate });
  return w.file([
    w.p(basics.name, { bold: true, caps: true, size: 22, align: "center" }),
    w.p(between([h.place, basics.phone, mail(w, h), ...sites(w, h)], " • "), { align: "center", size: 9.5, rule: true }),
    w.p(basics.label, { bold: true, caps: true, size: 13, align: "center", before: 8 }),
    w.p(basics.summary, { before: 4 }),
    head("skills"), w.table([3200, 3200, 3200], [[column(0), column(1), column(2)]]),
    head("work"),
    h.groups().map((roles) => [
      w.p([w.run(`${roles[0].name}, `, { bold: true, caps: true }), `${roles[0].location}\t`, w.run(h.range(whole(roles)), { bold: true })], { tab: true, before: 8 }),
      roles.map((role) => [w.p(roles.length > 1 ? `${role.position} (${h.range(role)})` : role.position, { bold: true, italic: true }), texts(w, role)]),
    ]),
    head("education"), h.p.education.map((e) => w.p([w.run(h.degree(e), { bold: true }), ` | ${e.institution} | ${h.date(e.endDate)}`])),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p(`${c.name} | ${c.issuer} | ${c.date.slice(0, 4)}`))],
    head("awards"), w.p(`${h.t("award")} | 2018`),
    head("languages"), w.p(h.list("languages").map((l) => `${l.language} – ${l.fluency}`).join(" | ")),
  ], { title: `${basics.name} ${h.t("cv")}` });
}
