// Bold capitals over a rule for headings, dates at a right tab behind title and employer; contacts at the foot of the page.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 1, extra: (h) => h.p.work.map((_, at) => line(h, at)) };

const line = (h, at) => `${h.t("technologies")}: ${h.list("skills")[at % h.list("skills").length].keywords.join(h.comma)}`;

export function render(h) {
  const w = word(h);
  const head = (key) => w.p(h.t(key).toLocaleUpperCase(h.language), { bold: true, before: 10, rule: true });
  return w.file([
    w.p(h.p.basics.name, { bold: true, size: 20 }), w.p(h.p.basics.label, { italic: true }),
    head("about"), w.p(h.p.basics.summary),
    head("skills"), h.list("skills").map((s) => w.p(`${s.name}: ${s.keywords.join(h.comma)}`, { bullet: true })),
    head("work"), h.p.work.map((role, at) => [w.p([w.run(role.position, { bold: true }), ` | ${role.name}, ${role.location}\t${h.range(role)}`], { tab: true, before: 6 }), texts(w, role), w.p(line(h, at), { italic: true, size: 9 })]),
    head("education"), h.p.education.map((e) => w.p([w.run(h.degree(e), { bold: true }), ` | ${e.institution}\t${h.range(e)}`], { tab: true })),
    h.list("certificates").length > 0 && [head("certificates"), h.list("certificates").map((c) => w.p([w.run(c.name, { bold: true }), ` | ${c.issuer}\t${h.date(c.date)}`], { tab: true }))],
    head("awards"), w.p(`${h.t("award")}\t2018`, { tab: true }),
    head("languages"), w.p(h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(h.comma)),
  ], { title: h.t("cv"), footer: [w.p([`${h.place} | ${h.p.basics.phone} | `, mail(w, h), ...sites(w, h).flatMap((site) => [" | ", site])], { align: "center", size: 9 })] });
}
