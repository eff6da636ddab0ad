// As a university's typesetter would: serif letters, employer and title run on in one line after the years at the left
// margin, schools before work, publications and talks, everything in definition lists floated beside their terms.

import { dates } from "../lib/dates.mjs";
import { html, page } from "../lib/html.mjs";
import { accounts, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: "–" }, variant: 1, certificates: "year" };

const css = `
@page { margin: 20mm 24mm; }
@media screen { body { padding: 20mm 24mm; } }
body { font: 10.5pt/1.42 "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", serif; color: #111; }
h1 { font-size: 19pt; font-weight: normal; }
address { font-style: normal; margin: 2mm 0 6mm; display: flex; justify-content: space-between; gap: 10mm; }
address div + div { text-align: end; }
h2 { font-size: 11.5pt; font-weight: bold; margin: 6mm 0 2mm; break-after: avoid; }
dl::after { content: ""; display: block; clear: both; }
dt { float: inline-start; clear: both; width: 30mm; }
dd { margin-inline-start: 34mm; margin-bottom: 2.5mm; }
dd p { margin-top: .8mm; }
dd ul { list-style: "– "; padding-inline-start: 3mm; margin-top: .8mm; }`;

export const render = (h) => {
  const { date } = dates(h.language, { style: "long" });
  const list = (rows) => html`<dl>${rows.map(([when, what]) => html`
<dt>${when}</dt>
<dd>${what}</dd>`)}
</dl>`;
  const section = (key, body) => html`
<h2>${h.t(key)}</h2>
${body}`;
  return page(h, css, html`
<h1>${h.p.basics.name}</h1>
<div><em>${h.p.basics.label}</em></div>
<address>
<div>${h.p.basics.location.postalCode} ${h.p.basics.location.city}<br>${h.country}<br>${phone(h)}</div>
<div>${mail(h)}${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<br>
${a}`)}</div>
</address>
<p>${h.p.basics.summary}</p>
${section("education", list(h.p.education.map((e) => [h.range(e), html`<strong>${e.studyType}</strong>, ${e.area}, ${e.institution}${e.score && html` (${e.score})`}`])))}
${section("work", list(h.p.work.map((w) => [h.range(w), html`<strong>${w.name}</strong>, ${w.location}<br>
<em>${w.position}</em>
${w.summary && html`<p>${w.summary}</p>`}
${w.highlights && html`<ul>${w.highlights.map((one) => html`
<li>${one}</li>`)}
</ul>`}`])))}
${section("publications", list([[h.date("2020"), h.t("publication")]]))}
${section("awards", list([[h.date("2018"), h.t("award")]]))}
${h.list("certificates").length > 0 && section("certificates", list(h.list("certificates").map((c) => [h.date(c.date), html`${c.name}, ${c.issuer}`])))}
${h.list("projects").length > 0 && section("projects", list(h.list("projects").map((p) => [h.range(p), html`<strong>${p.name}</strong>. ${p.description}`])))}
${section("skills", list(h.list("skills").map((s) => [s.name, s.keywords.join(h.comma)])))}
${section("languages", list(h.list("languages").map((l) => [l.language, l.fluency])))}
${h.list("references").length > 0 && section("references", h.list("references").map((r) => html`<p>${r.name}<br>
<a href="mailto:${r.email}">${r.email}</a>, <span dir="ltr">${r.phone}</span></p>`))}
<p style="margin-top: 8mm"><small>${date("2026-05")}</small></p>`);
};
