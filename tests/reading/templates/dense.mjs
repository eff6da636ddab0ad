// Little white space, dates in square brackets before the title, two columns only for the head.

import { html, page } from "../lib/html.mjs";
import { ending, mail, skillLines, text, web } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 3 };

const css = `body { padding: 12mm 16mm; font-size: 9.5pt; } h1 { font-size: 16pt; } h2 { font-size: 11pt; text-transform: uppercase; margin: 8pt 0 2pt; border-top: 2px solid #333; } h3 { font-size: 9.5pt; margin-top: 3pt; } .two { display: grid; grid-template-columns: 1fr 1fr; }`;

export const render = (h) =>
  page(h, css, html`
<div class="two"><div><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p></div><div><p>${h.t("phone")}: <span dir="ltr">${h.p.basics.phone}</span></p><p>${h.t("email")}: ${mail(h)}</p><p>${h.place}</p>${web(h) && html`<p>${web(h)}</p>`}</div></div>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => html`<h3>[ ${h.range(w)} ] ${w.position}</h3><p><b>${w.name}</b>, ${w.location}</p>${text(w)}`)}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<h3>[ ${h.range(e)} ] ${h.degree(e)}</h3><p><b>${e.institution}</b></p>`)}
<h2>${h.t("skills")}</h2>${skillLines(h)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<p>[ ${h.date(c.date)} ] ${c.name}, ${c.issuer}</p>`)}`}
${ending(h)}`);
