// Contacts in the page's header, skills and languages in a text box, the history beside it.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 0 };

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key), { style: "Heading1" });
  return w.file([
    w.box([
      head("skills"), ...h.list("skills").flatMap((s) => s.keywords).map((k) => w.p(k)),
      head("languages"), ...h.list("languages").map((l) => w.p(`${l.language} – ${l.fluency}`)),
      ...(h.list("certificates").length ? [head("certificates")] : []),
      ...h.list("certificates").map((c) => w.p(`${c.name} (${h.date(c.date)})`)),
    ]),
    w.p(h.p.basics.name, { style: "Title" }), w.p(h.p.basics.label),
    w.p(h.p.basics.summary),
    head("work"),
    h.p.work.map((role) => [w.p(role.position, { style: "Heading2" }), w.p(`${role.name} | ${role.location} | ${h.range(role)}`), texts(w, role)]),
    head("education"),
    h.p.education.map((e) => [w.p(h.degree(e), { style: "Heading2" }), w.p(`${e.institution} | ${h.range(e)}`)]),
  ], { title: h.p.basics.name, header: [w.p([`${h.p.basics.phone} · `, mail(w, h), ` · ${h.place}`]), ...sites(w, h).map((site) => w.p(site))] });
}
