// Dates in a narrow left column, as German and Polish résumés have them.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, ending, mail, references, skillLines } from "./shared.mjs";

export const layout = { dates: { style: "numeric" }, certificates: "month" };

const css = `
body { padding: 18mm 20mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", serif; }
h1 { font-size: 20pt; } h2 { font-size: 12pt; margin: 16pt 0 6pt; color: #24548c; }
.entry { display: grid; grid-template-columns: 38mm 1fr; gap: 4mm; margin-bottom: 6pt; }`;

const entry = (dates, body) => html`<div class="entry"><div>${dates}</div><div>${body}</div></div>`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1>
<p>${h.p.basics.label}</p>
<p>${h.place} | <span dir="ltr">${h.p.basics.phone}</span> | ${mail(h)}${accounts(h).map((a) => html` | ${a}`)}</p>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => entry(h.range(w), html`<h3>${w.position}</h3><p>${w.name}, ${w.location}</p>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`))}
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => entry(h.range(e), html`<h3>${h.degree(e)}</h3><p>${e.institution}</p>`))}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>`}
${h.list("certificates").map((c) => entry(h.date(c.date), html`${c.name} (${c.issuer})`))}
<h2>${h.t("skills")}</h2>${skillLines(h)}
${ending(h)}${references(h)}`);
