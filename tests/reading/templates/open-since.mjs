// Headings float in the margin with a rule above; what lasts is "since 03/2019"; dates at the end of each head, in brackets.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, mail, phone, publication, web } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: "–", open: "since" }, variant: 2, places: false };

const css = `
body { padding: 16mm 18mm; } .name { font-size: 21pt; letter-spacing: -.3pt; } section { border-top: 1px solid #222; margin-top: 5mm; padding-top: 2mm; overflow: hidden; } h2 { float: left; width: 36mm; font-size: 10.5pt; } [dir=rtl] h2 { float: right; } .in { margin-inline-start: 40mm; }
.e { margin-bottom: 3mm; } .e > strong { display: block; }`;

const section = (h, key, body) => html`<section><h2>${h.t(key)}</h2><div class="in">${body}</div></section>`;

export const render = (h) =>
  page(h, css, html`
<div class="name">${h.p.basics.name}</div><div>${h.p.basics.label}</div>
${section(h, "contact", html`<div>${h.place}</div><div>${phone(h)}</div><div>${mail(h)}</div>${web(h) && html`<div>${web(h)}</div>`}${accounts(h).map((a) => html`<div>${a}</div>`)}`)}
${section(h, "about", h.p.basics.summary)}
${section(h, "education", h.p.education.map((e) => html`<div class="e"><strong>${h.degree(e)}, ${e.institution} (${h.range(e)})</strong></div>`))}
${section(h, "work", h.p.work.map((w) => html`<div class="e"><strong>${w.position} | ${w.name} (${h.range(w)})</strong>${w.summary && html`<div>${w.summary}</div>`}${bullets(w)}</div>`))}
${section(h, "skills", h.list("skills").map((s) => html`<div>${s.name}: ${s.keywords.join(h.comma)}</div>`))}
${h.list("certificates").length > 0 && section(h, "certificates", h.list("certificates").map((c) => html`<div>${c.name} | ${c.issuer} (${h.date(c.date)})</div>`))}
${section(h, "publications", html`<div>${publication(h)}</div>`)}
${section(h, "languages", h.list("languages").map((l) => html`<div>${l.language}, ${l.fluency}</div>`))}`);
