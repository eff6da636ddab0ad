// A grid of twelve columns: employer, place and dates in the narrow cell, the title and what was done in the wide one.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, mail, phone, volunteer, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " — " }, variant: 0 };

const css = `
@page { margin: 13mm 0; } @media screen { body { padding-block: 13mm; } } .container { padding: 0 15mm; } .row { display: flex; flex-wrap: wrap; margin: 0 -3mm; } [class^="col-"] { padding: 0 3mm; } .col-4 { flex: 0 0 33.33%; } .col-5 { flex: 0 0 41.66%; } .col-6 { flex: 0 0 50%; } .col-7 { flex: 0 0 58.33%; } .col-8 { flex: 0 0 66.66%; } .col-12 { flex: 0 0 100%; }
.page-header { border-bottom: 1px solid #ddd; padding-bottom: 4mm; margin-bottom: 4mm; } h1 { font-size: 26pt; font-weight: 500; line-height: 1.2; } h1 small { font-size: 13pt; color: #777; font-weight: normal; } h3 { font-size: 15pt; font-weight: 500; margin: 5mm 0 3mm; break-after: avoid; } h4 { font-size: 11.5pt; font-weight: 500; } .muted { color: #777; } .job { margin-bottom: 4mm; break-inside: avoid; } blockquote { break-inside: avoid; } .list-unstyled { list-style: none; padding: 0; } .label { background: #5a6f86; color: #fff; border-radius: .8mm; padding: .2mm 1.5mm; font-size: 8.5pt; } .text-end { text-align: end; } hr { border: 0; border-top: 1px solid #ddd; margin: 4mm 0 0; }`;

const cell = (left, right) => html`<div class="row job"><div class="col-4">${left}</div><div class="col-8">${right}</div></div>`;
const section = (title, body) => html`<section><hr><div class="row"><div class="col-12"><h3>${title}</h3></div></div>${body}</section>`;

export const render = (h) =>
  page(h, css, html`
<div class="container">
<div class="page-header"><div class="row"><div class="col-7"><h1>${h.p.basics.name}<br><small>${h.p.basics.label}</small></h1></div><div class="col-5 text-end"><ul class="list-unstyled"><li>${mail(h)}</li><li>${phone(h)}</li><li>${h.place}</li>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<li>${a}</li>`)}</ul></div></div></div>
<p class="lead">${h.p.basics.summary}</p>
${section(h.t("skills"), html`<div class="row">${h.list("skills").map((s) => html`<div class="col-6"><h4>${s.name}</h4><p>${s.keywords.map((k) => html`<span class="label">${k}</span> `)}</p></div>`)}</div>`)}
${section(h.t("work"), h.p.work.map((w) => cell(html`<strong>${w.name}</strong><div class="muted">${w.location}</div><div class="muted">${h.range(w)}</div>`, html`<h4>${w.position}</h4>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`)))}
${section(h.t("volunteering"), cell("", volunteer(h)))}
${section(h.t("education"), h.p.education.map((e) => cell(html`<strong>${e.institution}</strong><div class="muted">${h.range(e)}</div>`, html`<h4>${e.studyType}</h4><div>${e.area}</div>${e.score && html`<div class="muted">${h.t("grade")}: ${e.score}</div>`}`)))}
${h.list("certificates").length > 0 && section(h.t("certificates"), h.list("certificates").map((c) => cell(html`<strong>${c.issuer}</strong><div class="muted">${h.date(c.date)}</div>`, html`<h4>${c.name}</h4>`)))}
${section(h.t("languages"), html`<div class="row">${h.list("languages").map((l) => html`<div class="col-4"><strong>${l.language}</strong><div class="muted">${l.fluency}</div></div>`)}</div>`)}
${h.list("references").length > 0 && section(h.t("references"), h.list("references").map((r) => html`<blockquote><p>${r.reference}</p><footer>— ${r.name}</footer></blockquote>`))}
</div>`);
