// No styles: headings are bold lines in capitals, the employer stands first.

import { between, mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 2, places: false, headline: false };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key).toLocaleUpperCase(h.language), { bold: true, before: 12 });
  return w.file([
    w.p(h.p.basics.name, { align: "center", bold: true, size: 18 }),
    w.p([`${h.place} • ${h.p.basics.phone} • `, mail(w, h)], { align: "center" }),
    w.p(between(sites(w, h), " • "), { align: "center" }),
    head("about"), w.p(h.p.basics.summary),
    head("work"),
    h.p.work.map((role) => [w.p(role.name, { bold: true, before: 6 }), w.p(role.position), w.p(h.range(role), { italic: true }), texts(w, role)]),
    head("education"),
    h.p.education.map((e) => [w.p(e.institution, { bold: true, before: 6 }), w.p(h.degree(e)), w.p(h.range(e), { italic: true })]),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p(`${c.name} – ${c.issuer} – ${h.date(c.date)}`, { bullet: true }))],
    head("skills"), w.p(h.list("skills").flatMap((s) => s.keywords).join(h.comma)),
    head("interests"), w.p(h.list("interests").map((i) => i.name).join(h.comma)),
  ], { title: h.t("cv") });
}
