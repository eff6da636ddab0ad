// What somebody can do first, at length; then the employment as one line each with what was done in smaller print below.

import { html, page } from "../lib/html.mjs";
import { award, mail, phone, references, volunteer, web } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: "–" }, variant: 3 };

const css = `
body { padding: 18mm 25mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", serif; font-size: 11pt; } .name { text-align: end; font-size: 26pt; } .sub { text-align: end; color: #666; } .h { font-weight: bold; margin: 6mm 0 2mm; text-decoration: underline; } h2 { font-size: 11pt; margin: 6mm 0 2mm; text-decoration: underline; } .small { font-size: 10pt; } .in { padding-inline-start: 8mm; }`;

export const render = (h) => {
  const head = (key) => html`<p class="h">${h.t(key)}</p>`;
  return page(h, css, html`
<p class="name">${h.p.basics.name}</p><p class="sub">${h.p.basics.label}</p><p class="sub">${h.place}</p><p class="sub">${phone(h)}</p><p class="sub">${mail(h)}</p>${web(h) && html`<p class="sub">${web(h)}</p>`}
${head("about")}<p>${h.p.basics.summary}</p>
${head("skills")}${h.list("skills").map((s) => html`<p><b>${s.name}</b></p><ul>${s.keywords.map((k) => html`<li>${k}</li>`)}</ul>`)}
${head("work")}${h.p.work.map((w) => html`<p><b>${w.position}</b>, ${w.name}, ${w.location}, ${h.range(w)}</p>${[w.summary, ...(w.highlights ?? [])].filter(Boolean).map((text) => html`<p class="small in">${text}</p>`)}`)}
${head("volunteering")}<p>${volunteer(h)}</p>
${head("education")}${h.p.education.map((e) => html`<p><b>${h.degree(e)}</b>, ${e.institution}, ${h.range(e)}</p>`)}
${h.list("certificates").length > 0 && html`${head("certificates")}${h.list("certificates").map((c) => html`<p><b>${c.name}</b>, ${c.issuer}, ${h.date(c.date)}</p>`)}`}
${head("awards")}<p>${award(h)}</p>
${head("languages")}${h.list("languages").map((l) => html`<p>${l.language}: ${l.fluency}</p>`)}
${references(h)}`);
};
