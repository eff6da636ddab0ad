// Nothing but paragraphs: no styles, no bold, a colon behind each heading.

import { word } from "./shared.mjs";

export const layout = { dates: { style: "long" }, variant: 0, places: false };

export function render(h) {
  const w = word(h);
  const head = (key) => [w.p(""), w.p(`${h.t(key)}:`)];
  return w.file([
    w.p(h.p.basics.name), w.p(h.p.basics.label), w.p(h.place), w.p(h.p.basics.phone), w.p(h.p.basics.email), ...h.p.basics.profiles.map((a) => w.p(a.url)),
    head("about"), w.p(h.p.basics.summary),
    head("work"),
    h.p.work.map((role) => [w.p(`${h.range(role)}: ${role.position}, ${role.name}`), role.summary && w.p(role.summary), ...(role.highlights ?? []).map((text) => w.p(`- ${text}`))]),
    head("education"), h.p.education.map((e) => w.p(`${h.range(e)}: ${h.degree(e)}, ${e.institution}`)),
    head("skills"), w.p(h.list("skills").flatMap((s) => s.keywords).join(h.comma)),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p(`${c.name}, ${c.issuer}, ${h.date(c.date)}`))],
    head("references"), h.list("references").map((r) => w.p(`${r.name}, ${r.phone}`)),
  ], {});
}
