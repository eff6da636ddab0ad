// A letterhead: contacts at the foot of every page, an unheaded summary, employer with place and dates, the title below it.

import { html, page } from "../lib/html.mjs";
import { bullets, extra, mail, phone, projectList, tools, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " – " }, variant: 2, extra };

const css = `
@page { margin: 15mm 22mm 12mm; } @media screen { body { padding: 15mm 22mm; } } .sheet { display: table; width: 100%; } .foot { display: table-footer-group; font-size: 8.5pt; text-align: center; } .foot > div { border-top: 1px solid #555; padding-top: 2mm; margin-top: 6mm; }
h1 { font-size: 20pt; font-weight: 600; } .lead { margin: 4mm 0; font-size: 11.5pt; color: #444; } h3 { font-size: 9pt; text-transform: uppercase; color: #0b6e75; margin: 7mm 0 2mm; } .e { margin-bottom: 4mm; } .e > div:first-child b { font-size: 11pt; } .tools::before { content: "⚙ "; } .tools { color: #0b6e75; font-size: 9pt; }`;

export const render = (h) =>
  page(h, css, html`
<div class="sheet"><div><h1>${h.p.basics.name}</h1><div>${h.p.basics.label}</div></div><div class="lead">${h.p.basics.summary}</div>
<h3>${h.t("work")}</h3>${h.p.work.map((w, at) => html`<div class="e"><div><b>${w.name}</b>, ${w.location} (${h.range(w)})</div><div>${w.position}</div>${w.summary && html`<div>${w.summary}</div>`}${bullets(w)}<div class="tools">${tools(h, at)}</div></div>`)}
<h3>${h.t("education")}</h3>${h.p.education.map((e) => html`<div class="e"><div><b>${e.institution}</b> (${h.range(e)})</div><div>${h.degree(e)}</div></div>`)}
<h3>${h.t("skills")}</h3><ul>${h.list("skills").map((s) => html`<li>${s.name} (${s.keywords.join(h.comma)})</li>`)}</ul>
${h.list("certificates").length > 0 && html`<h3>${h.t("certificates")}</h3><ul>${h.list("certificates").map((c) => html`<li>${c.name} (${c.issuer}, ${h.date(c.date)})</li>`)}</ul>`}
<h3>${h.t("languages")}</h3><ul>${h.list("languages").map((l) => html`<li>${l.language} (${l.fluency})</li>`)}</ul>
${h.list("projects").length > 0 && html`<h3>${h.t("projects")}</h3>${projectList(h)}`}
<div class="foot"><div>${h.p.basics.name} · ${h.place} · ${phone(h)} · ${mail(h)}${web(h) && html` · ${web(h)}`}</div></div></div>`);
