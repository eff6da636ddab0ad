// Roles and studies as cards, two in a row; symbols before contacts and headings, dots for how well a skill is known.

import { html, page } from "../lib/html.mjs";
import { handles, level, mail, phone } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " → " }, variant: 3 };

const css = `
@page { margin: 12mm 0; } body { padding: 0 13mm; } header { text-align: start; margin-bottom: 5mm; } h1 { font-size: 28pt; line-height: 1.1; } .contact { margin-top: 2mm; display: grid; grid-template-columns: repeat(3, auto); gap: 1mm 6mm; justify-content: start; font-size: 9.5pt; }
h2 { break-after: avoid; font-size: 13pt; margin: 5mm 0 2.5mm; } .grid { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; } .card { background: #f6f5f1; border-radius: 2mm; padding: 4mm; box-shadow: 0 0 1mm #ccc; break-inside: avoid; } .card header { display: flex; justify-content: space-between; gap: 3mm; margin: 0; } .card small { color: #8a5a00; white-space: nowrap; } .card p { font-size: 9.5pt; }
.skill { display: flex; justify-content: space-between; } .skill span:last-child { color: #8a5a00; letter-spacing: 1px; }`;

const dots = (tenths) => "●".repeat(Math.round(tenths / 2)) + "○".repeat(5 - Math.round(tenths / 2));
const card = (title, when, under, body) => html`<article class="card"><header><h3>${title}</h3><small>${when}</small></header><p><em>${under}</em></p>${body}</article>`;

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  return page(h, css, html`
<header><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p><div class="contact"><span>⚑ ${h.place}</span><span>☎ ${phone(h)}</span><span>✉ ${mail(h)}</span>${handles(h, () => "➤").map((a) => html`<span>${a}</span>`)}</div></header>
<h2>☺ ${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>⚒ ${h.t("work")}</h2><div class="grid">${h.p.work.map((w) => card(w.position, h.range(w), `${w.name}, ${w.location}`, html`${w.summary && html`<p>${w.summary}</p>`}${(w.highlights ?? []).map((text) => html`<p>– ${text}</p>`)}`))}</div>
<h2>✎ ${h.t("education")}</h2><div class="grid">${h.p.education.map((e) => card(h.degree(e), h.range(e), e.institution))}</div>
<h2>⚙ ${h.t("skills")}</h2><div class="grid">${known.map((k, at) => html`<div class="skill"><span>${k}</span><span>${dots(level(at, known.length))}</span></div>`)}</div>
${h.list("certificates").length > 0 && html`<h2>✪ ${h.t("certificates")}</h2><div class="grid">${h.list("certificates").map((c) => card(c.name, h.date(c.date), c.issuer))}</div>`}
<h2>☁ ${h.t("languages")}</h2><div class="grid">${h.list("languages").map((l) => html`<div class="skill"><span>${l.language}</span><span>${l.fluency}</span></div>`)}</div>`);
};
