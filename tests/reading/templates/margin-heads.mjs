// Headings stand in the left margin, the text beside them.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, references, text } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 0 };

const css = `body { padding: 16mm 14mm; } section { display: grid; grid-template-columns: 44mm 1fr; gap: 5mm; margin-top: 7mm; } h1 { font-size: 20pt; } h2 { font-size: 11pt; color: #3a6; } h3 { font-size: 10.5pt; margin-top: 5pt; }`;

const section = (h, key, body) => html`<section><h2>${h.t(key)}</h2><div>${body}</div></section>`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>
${section(h, "contact", html`<p>${mail(h)}</p><p dir="ltr">${h.p.basics.phone}</p><p>${h.place}</p>${accounts(h).map((a) => html`<p>${a}</p>`)}`)}
${section(h, "about", html`<p>${h.p.basics.summary}</p>`)}
${section(h, "work", h.p.work.map((w) => html`<h3>${w.name} – ${w.position}</h3><p>${h.range(w)}, ${w.location}</p>${text(w)}`))}
${section(h, "education", h.p.education.map((e) => html`<h3>${e.institution} – ${h.degree(e)}</h3><p>${h.range(e)}</p>`))}
${section(h, "skills", h.list("skills").map((s) => html`<p>${s.name}: ${s.keywords.join(h.comma)}</p>`))}
${h.list("certificates").length > 0 && section(h, "certificates", h.list("certificates").map((c) => html`<p>${c.name}, ${c.issuer}, ${h.date(c.date)}</p>`))}
${references(h)}`);
