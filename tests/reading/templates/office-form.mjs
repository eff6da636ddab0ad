// As the form of European public offices: dates in square brackets above, title large, then labels with bars between.

import { html, page } from "../lib/html.mjs";
import { born, mail, phone, photo, web } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – " }, variant: 0 };

const css = `
body { padding: 14mm 16mm; color: #404040; } .top { display: flex; gap: 7mm; align-items: center; } .photo { width: 28mm; height: 35mm; } h1 { font-size: 19pt; font-weight: normal; color: #0e4194; } .facts b { color: #0e4194; font-weight: normal; }
h2 { font-size: 11pt; font-weight: bold; margin: 7mm 0 3mm; text-transform: uppercase; border-bottom: 1px solid #a0a0a0; } .entry { border-inline-start: 1px solid #c8d3e6; padding-inline-start: 5mm; margin-bottom: 4mm; } .when { font-size: 9pt; color: #777; } h3 { font-size: 11.5pt; font-weight: bold; } .firm { font-style: italic; } .where { font-size: 9pt; }`;

const entry = (when, title, firm, where, rest) => html`<div class="entry"><p class="when">[ ${when} ]</p><h3>${title}</h3><p class="firm">${firm}</p>${where}${rest}</div>`;

export const render = (h) => {
  const fact = (key, value) => html`<b>${h.t(key)}:</b> ${value}`;
  return page(h, css, html`
<div class="top">${photo}<div class="facts"><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>
<p>${fact("born", born(h))} | ${fact("phone", phone(h))} | ${fact("email", mail(h))}</p><p>${fact("address", h.place)}${web(h) && html` | ${fact("web", web(h))}`}</p></div></div>
<h2>${h.t("about")}</h2><div class="entry"><p>${h.p.basics.summary}</p></div>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => entry(h.range(w), w.position, w.name, html`<p class="where">${fact("address", w.location)}</p>`, html`${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((text) => html`<li>${text}</li>`)}</ul>`}`))}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => entry(h.range(e), h.degree(e), e.institution))}
<h2>${h.t("languages")}</h2><div class="entry">${h.list("languages").map((l) => html`<p><b>${l.language}</b> | ${l.fluency}</p>`)}</div>
<h2>${h.t("skills")}</h2>${h.list("skills").map((s) => html`<div class="entry"><p><b>${s.name}</b></p><p>${s.keywords.join(" | ")}</p></div>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => entry(h.date(c.date), c.name, c.issuer))}`}`);
};
