// A bordered table over all pages, headings as grey rows across it; years only. Many forms of offices look so.

import { html, page } from "../lib/html.mjs";
import { bullets, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: " - " }, variant: 0 };

const css = `
body { padding: 14mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", serif; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #444; padding: 2mm 3mm; vertical-align: top; text-align: start; } caption { font-size: 18pt; padding-bottom: 4mm; }
.head th { background: #d9d9d9; text-align: center; } .when { width: 30mm; white-space: nowrap; } .where { width: 42mm; }`;

export const render = (h) => {
  const head = (key) => html`<tr class="head"><th colspan="3">${h.t(key)}</th></tr>`;
  const line = (key, value) => html`<tr><th>${h.t(key)}</th><td colspan="2">${value}</td></tr>`;
  return page(h, css, html`
<table><caption>${h.p.basics.name}</caption><tbody>
<tr><td colspan="3">${h.p.basics.label}</td></tr>
${line("address", h.place)}${line("phone", phone(h))}${line("email", mail(h))}${web(h) && line("web", web(h))}
${head("about")}<tr><td colspan="3">${h.p.basics.summary}</td></tr>
${head("work")}${h.p.work.map((w) => html`<tr><td class="when">${h.range(w)}</td><td class="where">${w.name}<br>${w.location}</td><td><b>${w.position}</b>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}</td></tr>`)}
${head("education")}${h.p.education.map((e) => html`<tr><td class="when">${h.range(e)}</td><td class="where">${e.institution}</td><td><b>${h.degree(e)}</b></td></tr>`)}
${h.list("certificates").length > 0 && html`${head("certificates")}${h.list("certificates").map((c) => html`<tr><td class="when">${h.date(c.date)}</td><td class="where">${c.issuer}</td><td>${c.name}</td></tr>`)}`}
${head("skills")}${h.list("skills").map((s) => html`<tr><td>${s.name}</td><td colspan="2">${s.keywords.join(h.comma)}</td></tr>`)}
${head("languages")}${h.list("languages").map((l) => html`<tr><td>${l.language}</td><td colspan="2">${l.fluency}</td></tr>`)}
${head("references")}${h.list("references").map((r) => html`<tr><td>${r.name}</td><td>${r.phone}</td><td>${r.email}</td></tr>`)}
</tbody></table>`);
};
