// Everything on little paper: three columns of small print over the history, each role one line and its text run on.

import { html, page } from "../../lib/html.mjs";
import { accounts, mail, phone, web } from "../shared.mjs";

export const layout = { dates: { style: "numeric", dash: "–" }, variant: 1 };

const css = `
@page { margin: 10mm 0; } @media screen { body { padding-block: 10mm; } } body { padding: 0 12mm; font-size: 8.5pt; line-height: 1.35; } h1 { font-size: 17pt; line-height: 1.1; } .label { font-size: 10pt; color: #a33; } .strip { display: grid; grid-template-columns: 1.1fr 1.3fr .9fr; gap: 6mm; border-block: 1.5px solid #a33; padding: 2.5mm 0; margin: 2.5mm 0 3mm; } h2 { font-size: 9pt; color: #a33; text-transform: uppercase; margin: 3mm 0 1mm; break-after: avoid; } .strip h2 { margin-top: 0; } .job { margin-bottom: 2mm; } .job .line { break-after: avoid; } .when { color: #a33; } ul.run { padding: 0; list-style: none; } ul.run li { display: inline; } ul.run li::before { content: "▪ "; color: #a33; } .foot { display: grid; grid-template-columns: 1fr 1fr; gap: 6mm; }`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1><div class="label">${h.p.basics.label}</div>
<div class="strip">
<div><h2>${h.t("contact")}</h2><div>${h.place}</div><div>${phone(h)}</div><div>${mail(h)}</div>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<div>${a}</div>`)}</div>
<div><h2>${h.t("about")}</h2><div>${h.p.basics.summary}</div></div>
<div><h2>${h.t("languages")}</h2>${h.list("languages").map((l) => html`<div>${l.language}: ${l.fluency}</div>`)}</div>
</div>
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => html`<div class="job"><div class="line"><span class="when">${h.range(w)}</span> <b>${w.position}</b>, ${w.name} <i>(${w.location})</i></div>${w.summary && html`<div>${w.summary}</div>`}${w.highlights && html`<ul class="run">${w.highlights.map((one) => html`<li>${one} </li>`)}</ul>`}</div>`)}
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => html`<div class="job"><div class="line"><span class="when">${h.range(e)}</span> <b>${h.degree(e)}</b>, ${e.institution}${e.score && html` <i>(${e.score})</i>`}</div></div>`)}
<div class="foot">
<div><h2>${h.t("skills")}</h2>${h.list("skills").map((s) => html`<div><b>${s.name}</b> ${s.keywords.join(" / ")}</div>`)}</div>
<div>${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<div><span class="when">${h.date(c.date)}</span> ${c.name}, ${c.issuer}</div>`)}`}</div>
</div>
<h2>${h.t("interests")}</h2><div>${h.list("interests").map((i) => i.name).join(" / ")}</div>`);
