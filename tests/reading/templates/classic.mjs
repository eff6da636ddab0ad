// One column; titles to the left, dates to the right on the same line.

import { html, page } from "../lib/html.mjs";
import { contactLines, ending, projects, references, skillLines, text } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 1 };

const css = `
body { padding: 16mm 18mm; }
h1 { font-size: 22pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; border-bottom: 1px solid #888; }
.row { display: flex; justify-content: space-between; font-weight: bold; margin-top: 8pt; }
.sub { font-style: italic; }`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>${contactLines(h)}</header>
<section><h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p></section>
<section><h2>${h.t("work")}</h2>${h.p.work.map((w) => html`
<div class="row"><span>${w.position}</span><span>${h.range(w)}</span></div>
<div class="sub">${w.name}, ${w.location}</div>
${text(w)}`)}</section>
<section><h2>${h.t("education")}</h2>${h.p.education.map((e) => html`
<div class="row"><span>${h.degree(e)}</span><span>${h.range(e)}</span></div>
<div class="sub">${e.institution}</div>`)}</section>
<section><h2>${h.t("skills")}</h2>${skillLines(h)}</section>
${h.list("certificates").length > 0 && html`<section><h2>${h.t("certificates")}</h2><ul>${h.list("certificates").map((c) => html`<li>${c.name}, ${c.issuer}, ${h.date(c.date)}</li>`)}</ul></section>`}
${projects(h)}${ending(h)}${references(h)}`);
