// Panels of a well-known style sheet: contacts as a list group and tags in a narrow column at the far side, and one
// panel each for work and studies; several roles at one employer stand under its name once.

import { html, page } from "../../lib/html.mjs";
import { accounts, mail, phone, volunteer, web } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " - ", apostrophe: true }, variant: 0 };

const css = `
@page { margin: 11mm 0; }
@media screen { body { padding-block: 11mm; } }
body { padding-inline: 12mm; font-size: 9.5pt; background: #fff; }
.row { display: flex; gap: 6mm; align-items: flex-start; }
.col-md-8 { flex: 1 1 0; min-width: 0; } .col-md-4 { flex: 0 0 60mm; }
.jumbotron { background: #f5f5f5; border-radius: 2mm; padding: 6mm 8mm; margin-bottom: 6mm; }
.jumbotron h1 { font-size: 24pt; font-weight: 500; line-height: 1.15; } .jumbotron .lead { font-size: 12.5pt; color: #666; }
.panel { border: 1px solid #ddd; border-radius: 1mm; margin-bottom: 6mm; }
.panel-heading { background: #f5f5f5; border-bottom: 1px solid #ddd; padding: 2mm 4mm; break-after: avoid; }
.panel-title { font-size: 11pt; font-weight: 500; }
.panel-body { padding: 3.5mm 4mm; } .panel-body > div + div { margin-top: 4mm; }
.list-group { list-style: none; padding: 0; } .list-group-item { padding: 2mm 4mm; overflow-wrap: anywhere; } .list-group-item + .list-group-item { border-top: 1px solid #ddd; }
.badge { display: inline-block; background: #777; color: #fff; border-radius: 3mm; padding: .2mm 2.5mm; font-size: 8.5pt; margin: 0 .5mm 1mm 0; }
.said { break-inside: avoid; } .pull-right { float: inline-end; } .text-muted { color: #777; }
h4 { font-size: 11pt; font-weight: 600; break-after: avoid; } h5 { font-size: 10pt; font-weight: 500; margin: 1mm 0 0; } h5:not(:last-child) { break-after: avoid; }
.stint + .stint { margin-top: 2.5mm; }`;

export const render = (h) => {
  const panel = (key, body) => html`
<div class="panel panel-default">
  <div class="panel-heading"><h3 class="panel-title">${h.t(key)}</h3></div>
  ${body}
</div>`;
  const boxed = (key, body) => panel(key, html`<div class="panel-body">${body}</div>`);
  const group = (key, rows) => panel(key, html`<ul class="list-group">${rows.filter(Boolean).map((one) => html`
    <li class="list-group-item">${one}</li>`)}
  </ul>`);
  return page(h, css, html`
<div class="jumbotron">
  <h1>${h.p.basics.name}</h1>
  <p class="lead">${h.p.basics.label}</p>
</div>
<div class="row">
<div class="col-md-8">
${boxed("about", html`<p>${h.p.basics.summary}</p>`)}
${boxed("work", h.groups().map((roles) => html`
<div>
  <h4>${roles[0].name} <small class="text-muted">${roles[0].location}</small></h4>
  ${roles.map((w) => html`<div class="stint">
    <h5><span class="text-muted pull-right">${h.range(w)}</span> ${w.position}</h5>
    ${w.summary && html`<p>${w.summary}</p>`}
    ${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}
  </div>
  `)}
</div>`))}
${boxed("education", h.p.education.map((e) => html`
<div>
  <h4>${e.institution}</h4>
  <h5><span class="text-muted pull-right">${h.range(e)}</span> ${e.studyType} <span class="text-muted">${e.area}</span></h5>
</div>`))}
${h.list("references").length > 0 && boxed("references", h.list("references").map((r) => html`<div class="said"><p>“${r.reference}”</p><p class="text-muted">${r.name}, ${r.email}</p></div>`))}
</div>
<div class="col-md-4">
${group("contact", [h.place, phone(h), mail(h), web(h), ...accounts(h)])}
${boxed("skills", h.list("skills").map((s) => html`<div><strong>${s.name}</strong><div>${s.keywords.map((k) => html`<span class="badge">${k}</span> `)}</div></div>`))}
${group("languages", h.list("languages").map((l) => html`${l.language} <span class="text-muted">${l.fluency}</span>`))}
${h.list("certificates").length > 0 && group("certificates", h.list("certificates").map((c) => html`<strong>${c.name}</strong><br>${c.issuer}<br><span class="text-muted">${h.date(c.date)}</span>`))}
${group("volunteering", [volunteer(h)])}
${group("interests", h.list("interests").map((i) => i.name))}
</div>
</div>`);
};
