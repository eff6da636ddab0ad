// One table over the page: dates and headings in its left column.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "numeric" }, variant: 0 };

export function render(h) {
  const w = word(h);
  const head = (key) => [w.p(h.t(key), { bold: true, size: 13 }), ""];
  const widths = [2400, 7200];
  return w.file([
    w.p(h.p.basics.name, { bold: true, size: 20 }),
    w.p(h.p.basics.label),
    w.table(widths, [
      [w.p(h.t("email")), w.p(mail(w, h))],
      [w.p(h.t("phone")), w.p(h.p.basics.phone)],
      [w.p(h.t("address")), w.p(h.place)],
      [w.p(h.t("web")), sites(w, h).map((site) => w.p(site))],
      head("work"),
      ...h.p.work.map((role) => [w.p(h.range(role)), [w.p(role.position, { bold: true }), w.p(`${role.name}, ${role.location}`), texts(w, role).join("")]]),
      head("education"),
      ...h.p.education.map((e) => [w.p(h.range(e)), [w.p(h.degree(e), { bold: true }), w.p(e.institution)]]),
      head("skills"),
      ...h.list("skills").map((s) => [w.p(s.name), w.p(s.keywords.join(h.comma))]),
      ...(h.list("certificates").length ? [head("certificates")] : []),
      ...h.list("certificates").map((c) => [w.p(h.date(c.date)), w.p(`${c.name}, ${c.issuer}`)]),
      head("languages"),
      ...h.list("languages").map((l) => [w.p(l.language), w.p(l.fluency)]),
    ]),
  ], { title: `${h.t("cv")} ${h.p.basics.name}` });
}
