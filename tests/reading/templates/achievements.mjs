// "Title – Employer" and the dates on one shaded line; "Key achievements" above the list in a role, tools at its end.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, ending, extra, mail, phone, toolLine, web } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 1, extra };

const css = `
body { padding: 14mm 17mm; } .top { display: flex; justify-content: space-between; align-items: flex-end; border-bottom: 3px solid #14532d; padding-bottom: 3mm; } .top > div:last-child { text-align: end; font-size: 9.5pt; } h1 { font-size: 22pt; line-height: 1.1; } h2 { font-size: 12.5pt; color: #14532d; margin: 5mm 0 2mm; text-transform: uppercase; }
.bar { display: flex; justify-content: space-between; gap: 4mm; background: #ecf3ee; padding: 1mm 2mm; margin-top: 3mm; } .bar span:last-child { white-space: nowrap; } h4 { font-size: 10pt; margin-top: 1.5mm; } .tools { font-size: 9.5pt; color: #555; }`;

export const render = (h) =>
  page(h, css, html`
<div class="top"><div><h1>${h.p.basics.name}</h1><div>${h.p.basics.label}</div></div><div><div>${mail(h)}</div><div>${phone(h)}</div><div>${h.place}</div>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<div>${a}</div>`)}</div></div>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("skills")}</h2><table>${h.list("skills").map((s) => html`<tr><td><b>${s.name}</b>&nbsp;&nbsp;</td><td>${s.keywords.join(h.comma)}</td></tr>`)}</table>
<h2>${h.t("work")}</h2>${h.p.work.map((w, at) => html`<div class="bar"><span><b>${w.position}</b> – ${w.name}</span><span>${h.range(w)}</span></div><div>${w.location}</div>${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<h4>${h.t("achievements")}</h4>`}${bullets(w)}<p class="tools">${toolLine(h, at)}</p>`)}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<div class="bar"><span><b>${h.degree(e)}</b> – ${e.institution}</span><span>${h.range(e)}</span></div>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<div class="bar"><span><b>${c.name}</b> – ${c.issuer}</span><span>${h.date(c.date)}</span></div>`)}`}
${ending(h)}`);
