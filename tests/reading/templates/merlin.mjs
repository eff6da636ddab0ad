// What a converter makes of a text file with plain marks: headings, paragraphs, lists, rules, and nothing that says what
// a thing is; titles in bold with the employer in italics on one line, dates and place on the next after a break.

import { html, page } from "../lib/html.mjs";
import { accounts, award, mail, publication, volunteer, web } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: "word", open: "since" }, variant: 3 };

const css = `
@page { margin: 20mm 22mm; }
@media screen { body { max-width: 190mm; margin: 0 auto; padding: 20mm 22mm; } }
body { font: 11pt/1.5 "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", serif; }
h1, h2, h3 { font-family: "Liberation Sans", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", sans-serif; line-height: 1.25; break-after: avoid; }
h1 { font-size: 20pt; } h2 { font-size: 14pt; margin: 6mm 0 2mm; } h3 { font-size: 11pt; margin: 4mm 0 1mm; }
p { margin: 0 0 2.5mm; } ul { margin: 0 0 3mm; } hr { border: 0; border-top: 1px solid #bbb; margin: 5mm 0; }
a { color: #1a4f8b; text-decoration: underline; }`;

export const render = (h) =>
  page(h, css, html`
<h1 id="top">${h.p.basics.name}</h1>
<p><strong>${h.p.basics.label}</strong></p>
<p>${h.place}<br />
<a href="tel:${h.p.basics.phone.replace(/[^+\d]/g, "")}" dir="ltr">${h.p.basics.phone}</a><br />
${mail(h)}${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<br />
${a}`)}</p>
<hr />
<p>${h.p.basics.summary}</p>
<h2 id="work">${h.t("work")}</h2>
${h.p.work.map((w) => html`<p><strong>${w.position}</strong>, <em>${w.name}</em><br />
${h.range(w)}, ${w.location}</p>
${w.summary && html`<p>${w.summary}</p>`}
${w.highlights && html`<ul>
${w.highlights.map((one) => html`<li>${one}</li>
`)}</ul>
`}`)}
<h2 id="education">${h.t("education")}</h2>
${h.p.education.map((e) => html`<p><strong>${h.degree(e)}</strong>, <em>${e.institution}</em><br />
${h.range(e)}</p>
`)}
<h2 id="skills">${h.t("skills")}</h2>
<ul>
${h.list("skills").map((s) => html`<li><strong>${s.name}</strong>
<ul>
${s.keywords.map((k) => html`<li>${k}</li>
`)}</ul></li>
`)}</ul>
<h2 id="languages">${h.t("languages")}</h2>
<ul>
${h.list("languages").map((l) => html`<li>${l.language}: ${l.fluency}</li>
`)}</ul>
${h.list("certificates").length > 0 && html`<h2 id="certificates">${h.t("certificates")}</h2>
<ul>
${h.list("certificates").map((c) => html`<li>${c.name} (${c.issuer}, ${h.date(c.date)})</li>
`)}</ul>`}
<h2 id="more">${h.t("volunteering")}</h2>
<ul><li>${volunteer(h)}</li></ul>
<h2 id="publications">${h.t("publications")}</h2>
<ul><li>${publication(h)}</li></ul>
<h2 id="awards">${h.t("awards")}</h2>
<ul><li>${award(h)}</li></ul>
${h.list("references").length > 0 && html`<h2 id="references">${h.t("references")}</h2>
${h.list("references").map((r) => html`<blockquote>
<p>${r.reference}</p>
<p>– ${r.name}</p>
</blockquote>`)}`}
<hr />
<p><small>${h.place}, ${h.date("2026-05")}</small></p>`);
