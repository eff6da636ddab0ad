// Headings in a margin column, entries beside them; a title and "at" its employer on one line with the dates floated to
// the far side, skills with a level word over their tags, signs before contacts from a style sheet.

import { html, page } from "../../lib/html.mjs";
import { accounts, award, mail, phone, volunteer, web } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " - ", upper: true }, variant: 0 };

const css = `
@page { margin: 12mm 0; }
@media screen { body { padding-block: 12mm; } }
body { font-size: 10pt; color: #3d3d3d; }
.container { padding: 0 14mm; }
.clearfix::after { content: ""; display: table; clear: both; }
.top { text-align: center; border-bottom: 1px solid #d8d8d8; padding-bottom: 5mm; }
.top h1 { font-size: 23pt; font-weight: 400; }
.top .info-tag { color: #8a8a8a; font-size: 11.5pt; }
.details { list-style: none; padding: 0; display: flex; flex-wrap: wrap; justify-content: center; gap: 1mm 6mm; margin-top: 3mm; font-size: 9.5pt; }
.details li::before { color: #2d8a6e; margin-inline-end: 1.5mm; }
.is-mail::before { content: "✉"; } .is-tel::before { content: "☎"; } .is-place::before { content: "⌂"; } .is-link::before { content: "⚭"; }
.block { border-bottom: 1px solid #ececec; padding: 5mm 0 2.5mm; }
.side { float: inline-start; width: 40mm; }
.side h2 { font-size: 12pt; font-weight: 600; color: #2d8a6e; }
.main { margin-inline-start: 44mm; }
.item { margin-bottom: 4mm; }
.item header { break-after: avoid; }
.stamp { float: inline-end; color: #8a8a8a; font-size: 9pt; margin-inline-start: 5mm; }
.item h3 { font-size: 11pt; font-weight: 600; }
.item h3 .at { font-weight: 400; color: #8a8a8a; }
.place { color: #8a8a8a; font-size: 9pt; }
.tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1.2mm; }
.tags li { background: #e6f2ee; border-radius: .8mm; padding: .3mm 2mm; font-size: 9pt; }
.level { color: #8a8a8a; font-size: 9pt; margin-inline-start: 2mm; }
.half { float: inline-start; width: 50%; padding-inline-end: 4mm; margin-bottom: 2.5mm; }
blockquote { margin: 0; font-style: italic; }`;

const levels = ["expert", "advanced", "intermediate"];

export const render = (h) => {
  const block = (key, body) => html`
<section class="block clearfix" id="${key}">
<div class="side"><h2>${h.t(key)}</h2></div>
<div class="main clearfix">${body}</div>
</section>`;
  const titled = (title, by) => html`<h3>${title} <span class="at">${h.t("at")}</span> <span class="by">${by}</span></h3>`;
  return page(h, css, html`
<div class="container">
<header class="top">
<h1>${h.p.basics.name}</h1>
<div class="info-tag">${h.p.basics.label}</div>
<ul class="details">
<li class="is-place">${h.place}</li>
<li class="is-tel">${phone(h)}</li>
<li class="is-mail">${mail(h)}</li>
${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<li class="is-link">${a}</li>
`)}</ul>
</header>
${block("about", html`<p>${h.p.basics.summary}</p>`)}
${block("work", h.p.work.map((w) => html`
<article class="item">
<header><div class="stamp">${h.range(w)}</div>${titled(w.position, w.name)}<div class="place">${w.location}</div></header>
${w.summary && html`<p>${w.summary}</p>`}
${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}
</article>`))}
${block("skills", h.list("skills").map((s, at) => html`
<div class="half"><h4>${s.name}<span class="level">${h.t(levels[at % 3])}</span></h4>
<ul class="tags">${s.keywords.map((k) => html`<li>${k}</li> `)}</ul></div>`))}
${block("education", h.p.education.map((e) => html`
<article class="item">
<header><div class="stamp">${h.range(e)}</div><h3>${e.area} <span class="at">· ${e.studyType}</span></h3></header>
<div>${e.institution}</div>
</article>`))}
${h.list("certificates").length > 0 && block("certificates", h.list("certificates").map((c) => html`
<article class="item"><header><div class="stamp">${h.date(c.date)}</div><h3>${c.name}</h3></header><div>${c.issuer}</div></article>`))}
${block("awards", html`<p>${award(h)}</p>`)}
${block("volunteering", html`<p>${volunteer(h)}</p>`)}
${block("languages", h.list("languages").map((l) => html`
<div class="half"><strong>${l.language}</strong> <span class="level">${l.fluency}</span></div>`))}
${block("interests", html`<ul class="tags">${h.list("interests").map((i) => html`<li>${i.name}</li> `)}</ul>`)}
${h.list("references").length > 0 && block("references", h.list("references").map((r) => html`
<blockquote>${r.reference} <cite>— ${r.name}</cite></blockquote>`))}
</div>`);
};
