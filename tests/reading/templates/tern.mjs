// A band over the page and a light column at its far end, placed by a grid; employers as the outer list, their roles as
// the inner one with the dates beneath the titles, what a role was done with as tags under it.

import { html, page } from "../lib/html.mjs";
import { extra as tooled, handles, mail, phone } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " — " }, variant: 0, study: "end", extra: tooled };

const css = `
@page { margin: 10mm 0; }
@page :first { margin-top: 0; }
body { display: grid; grid-template: "band band" auto "main side" 1fr / 1fr 58mm; min-height: 286mm; font-size: 9.5pt; }
#band { grid-area: band; background: linear-gradient(to right, #0f2027, #2c5364); color: #fff; padding: 9mm 12mm; display: flex; justify-content: space-between; align-items: center; gap: 10mm; }
#band strong { display: block; font-size: 23pt; line-height: 1.15; } #band small { font-size: 11pt; opacity: .85; }
#reach { font-size: 9pt; } #reach p { white-space: nowrap; }
#main { grid-area: main; padding: 7mm 8mm 7mm 12mm; } :dir(rtl) #main { padding: 7mm 12mm 7mm 8mm; }
#side { grid-area: side; background: #f2f5f7; padding: 7mm 6mm; }
h2 { font-size: 11pt; color: #2c5364; text-transform: uppercase; margin: 0 0 2.5mm; break-after: avoid; }
#main h2:not(:first-child), #side h2:not(:first-child) { margin-top: 6mm; }
ul.tree, ul.tree ul.roles { list-style: none; padding: 0; }
ul.tree > li { margin-bottom: 3mm; }
.firm { font-size: 11pt; font-weight: bold; break-after: avoid; } .firm span { font-weight: normal; font-size: 9pt; color: #6b7c85; }
.roles > li { margin-top: 1mm; padding-inline-start: 4mm; border-inline-start: .6mm solid #c8d4da; }
.title { font-weight: 600; color: #2c5364; break-after: avoid; } .when { font-size: 8.5pt; color: #6b7c85; } .when:not(:last-child) { break-after: avoid; }
.used { margin-top: .8mm; } .used i { font-style: normal; font-size: 8pt; border: 1px solid #c8d4da; border-radius: .8mm; padding: 0 1.2mm; margin-inline-end: .8mm; }
#side ul { list-style: none; padding: 0; } #side li { margin-bottom: 1.2mm; overflow-wrap: anywhere; }`;

export const render = (h) => {
  const skills = h.list("skills");
  return page(h, css, html`
<div id="band">
<div><strong>${h.p.basics.name}</strong><small>${h.p.basics.label}</small></div>
<div id="reach"><p>${mail(h)}</p><p>${phone(h)}</p><p>${h.place}</p>${handles(h, (a) => `${a.network}:`).map((a) => html`<p>${a}</p>`)}</div>
</div>
<div id="side">
<h2>${h.t("skills")}</h2>
${skills.map((s) => html`<ul>${s.keywords.map((k) => html`<li>${k}</li>`)}</ul>`)}
<h2>${h.t("languages")}</h2>
<ul>${h.list("languages").map((l) => html`<li><b>${l.language}</b><br>${l.fluency}</li>`)}</ul>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>
<ul>${h.list("certificates").map((c) => html`<li><b>${c.name}</b><br>${c.issuer}<br>${h.date(c.date)}</li>`)}</ul>`}
<h2>${h.t("interests")}</h2>
<ul>${h.list("interests").map((i) => html`<li>${i.name}</li>`)}</ul>
</div>
<div id="main">
<h2>${h.t("about")}</h2>
<p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>
<ul class="tree">
${h.groups().map((roles) => html`<li>
<div class="firm">${roles[0].name} <span>${roles[0].location}</span></div>
<ul class="roles">
${roles.map((w) => html`<li>
<div class="title">${w.position}</div>
<div class="when">${h.range(w)}</div>
${w.summary && html`<p>${w.summary}</p>`}
${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}
<div class="used">${skills[h.p.work.indexOf(w) % skills.length].keywords.map((k) => html`<i>${k}</i> `)}</div>
</li>
`)}</ul>
</li>
`)}</ul>
<h2>${h.t("education")}</h2>
<ul class="tree">
${h.p.education.map((e) => html`<li><div class="firm">${h.degree(e)}</div><div>${e.institution}</div><div class="when">${h.date(e.endDate)}</div></li>
`)}</ul>
${h.list("projects").length > 0 && html`<h2>${h.t("projects")}</h2>
<ul class="tree">
${h.list("projects").map((p) => html`<li><div class="firm">${p.name}</div><div class="when">${h.range(p)}</div><p>${p.description}</p></li>
`)}</ul>`}
</div>`);
};
