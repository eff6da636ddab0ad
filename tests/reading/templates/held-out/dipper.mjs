// Name and contacts centred and wide-spaced, employer over title over dates, centred headings between two rules; what is
// short stands in three columns at the end.

import { html, page } from "../../lib/html.mjs";
import { accounts, mail, phone, text, web } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " – ", upper: true }, variant: 2 };

const css = `
@page { margin: 16mm 0; }
@media screen { body { padding-block: 16mm; } }
body { padding-inline: 20mm; color: #333; }
#masthead { text-align: center; margin-bottom: 6mm; }
#masthead h1 { font-size: 26pt; font-weight: 300; letter-spacing: .18em; text-transform: uppercase; line-height: 1.25; }
#masthead h2 { font-size: 11pt; font-weight: 400; letter-spacing: .1em; color: #a0763a; }
:lang(ar) h1, :lang(ar) h2, :lang(hi) h1, :lang(hi) h2, :lang(ar) h3, :lang(hi) h3 { letter-spacing: 0 !important; }
#masthead ul { list-style: none; padding: 0; margin-top: 3mm; font-size: 9.5pt; }
#masthead li { display: inline; white-space: nowrap; }
#masthead li:not(:last-child)::after { content: " \\00a0·\\00a0 "; color: #a0763a; white-space: normal; }
h3 { display: flex; align-items: center; gap: 5mm; font-size: 11pt; font-weight: 400; letter-spacing: .15em; color: #a0763a; margin: 7mm 0 4mm; break-after: avoid; }
h3::before, h3::after { content: ""; flex: 1; border-top: 1px solid #d9c7a8; }
.profile { text-align: center; }
.position { margin-bottom: 5mm; }
.position h4 { font-size: 11.5pt; break-after: avoid; }
.position h5 { margin: 0; font-size: 10.5pt; font-weight: normal; font-style: italic; break-after: avoid; }
.position h6 { margin: 0 0 1mm; font-size: 9pt; font-weight: normal; color: #888; }
.position h6:not(:last-child) { break-after: avoid; }
.thirds { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 9mm; }
.thirds ul { list-style: none; padding: 0; }
.thirds li { padding: .6mm 0; border-bottom: 1px dotted #d9c7a8; }
.thirds small { color: #888; display: block; }`;

export const render = (h) =>
  page(h, css, html`
<div id="masthead">
  <h1>${h.p.basics.name}</h1>
  <h2>${h.p.basics.label}</h2>
  <ul>
    <li>${h.place}</li>
    <li>${phone(h)}</li>
    <li>${mail(h)}</li>
    ${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<li>${a}</li>
    `)}
  </ul>
</div>
<p class="profile">${h.p.basics.summary}</p>
<h3>${h.t("work")}</h3>
${h.p.work.map((w) => html`
<div class="position">
  <h4>${w.name}</h4>
  <h5>${w.position}</h5>
  <h6>${h.range(w)}, ${w.location}</h6>
  ${text(w)}
</div>`)}
<h3>${h.t("education")}</h3>
${h.p.education.map((e) => html`
<div class="position">
  <h4>${e.institution}</h4>
  <h5>${h.degree(e, h.language === "en" ? " in " : ", ")}</h5>
  <h6>${h.range(e)}</h6>
</div>`)}
${h.list("certificates").length > 0 && html`<h3>${h.t("certificates")}</h3>
${h.list("certificates").map((c) => html`<div class="position"><h4>${c.name}</h4><h5>${c.issuer}</h5><h6>${h.date(c.date)}</h6></div>`)}`}
<div class="thirds">
  <div><h3>${h.t("skills")}</h3><ul>${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<li>${k}</li>`)}</ul></div>
  <div><h3>${h.t("languages")}</h3><ul>${h.list("languages").map((l) => html`<li>${l.language} <small>${l.fluency}</small></li>`)}</ul></div>
  <div><h3>${h.t("interests")}</h3><ul>${h.list("interests").map((i) => html`<li>${i.name}</li>`)}</ul></div>
</div>`);
