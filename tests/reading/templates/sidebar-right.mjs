// The history to the left, a light column to the right; employer first, months in full.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, mail, references, web } from "./shared.mjs";

export const layout = { dates: { style: "long" }, variant: 2, certificates: "none" };

const css = `
header { background: #e8eef2; padding: 12mm 14mm 6mm; }
.columns { display: flex; } main { flex: 1; padding: 6mm 8mm 10mm 14mm; } aside { width: 60mm; padding: 6mm 10mm; border-inline-start: 1px solid #ccc; }
h1 { font-size: 24pt; font-weight: normal; } h2 { font-size: 11pt; letter-spacing: 0; margin: 12pt 0 4pt; color: #0a6; }
h3 { font-size: 10.5pt; margin-top: 8pt; } .when { font-size: 9pt; color: #666; }`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1><h2>${h.p.basics.label}</h2></header>
<div class="columns">
<main>
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => html`<h3>${w.name}</h3><p><i>${w.position}</i></p><p class="when">${h.range(w)} | ${w.location}</p>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`)}
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => html`<h3>${e.institution}</h3><p><i>${h.degree(e)}</i></p><p class="when">${h.range(e)}</p>`)}
${references(h)}
</main>
<aside>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("contact")}</h2><p>${mail(h)}</p><p dir="ltr">${h.p.basics.phone}</p>${web(h) && html`<p>${web(h)}</p>`}${accounts(h).map((a) => html`<p>${a}</p>`)}<p>${h.place}</p>
<h2>${h.t("skills")}</h2><ul>${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<li>${k}</li>`)}</ul>
<h2>${h.t("languages")}</h2>${h.list("languages").map((l) => html`<p>${l.language}: ${l.fluency}</p>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>`}
${h.list("certificates").map((c) => html`<p>${c.name}</p>`)}
</aside>
</div>`);
