// Lists all the way down: a role is an item, what was done there items of the list within; years only, in brackets.

import { mail, sites, word } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: "–" }, variant: 0 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading1" });
  const item = (content) => w.p(content, { bullet: 1 });
  const within = (text) => w.p(text, { bullet: 2 });
  const label = (key, value) => item([w.run(`${h.t(key)}: `, { bold: true }), value]);
  return w.file([
    w.p(h.p.basics.name, { style: "Title" }), w.p(h.p.basics.label, { style: "Subtitle" }),
    label("phone", h.p.basics.phone), label("email", mail(w, h)), label("address", h.place), sites(w, h).map((site) => label("web", site)),
    head("about"), w.p(h.p.basics.summary),
    head("work"), h.p.work.map((role) => [item([w.run(role.name, { bold: true }), `, ${role.location}: `, w.run(role.position, { italic: true }), ` (${h.range(role)})`]), ...[role.summary, ...(role.highlights ?? [])].filter(Boolean).map(within)]),
    head("education"), h.p.education.map((e) => item([w.run(e.institution, { bold: true }), `: ${h.degree(e)} (${h.range(e)})`])),
    head("publications"), item(`${h.t("publication")} (2020)`),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => item(`${c.name}, ${c.issuer} (${h.date(c.date)})`))],
    head("skills"), h.list("skills").map((s) => [item(w.run(s.name, { bold: true })), ...s.keywords.map(within)]),
    head("interests"), h.list("interests").map((i) => item(i.name)),
  ], { title: h.p.basics.name });
}
