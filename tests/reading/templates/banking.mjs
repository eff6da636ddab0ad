// Dates to the left of one dense line: "03/2019 – 04/2021   Title, Employer, Place".

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, ending, mail, references } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: "–" }, variant: 1 };

const css = `body { padding: 18mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", serif; } header { display: flex; justify-content: space-between; } h1 { font-size: 24pt; } h2 { font-size: 13pt; margin: 12pt 0 4pt; } .e { display: flex; gap: 5mm; margin-bottom: 4pt; } .e > :first-child { flex: 0 0 36mm; }`;

const line = (when, body) => html`<div class="e"><span>${when}</span><div>${body}</div></div>`;

export const render = (h) =>
  page(h, css, html`
<header><div><h1>${h.p.basics.name}</h1><p><i>${h.p.basics.label}</i></p></div><div><p>${h.place}</p><p dir="ltr">${h.p.basics.phone}</p><p>${mail(h)}</p>${accounts(h).map((a) => html`<p>${a}</p>`)}</div></header>
<h2>${h.t("education")}</h2>${h.p.education.map((e) => line(h.range(e), html`<b>${h.degree(e)}</b>, <i>${e.institution}</i>.`))}
<h2>${h.t("work")}</h2>${h.p.work.map((w) => line(h.range(w), html`<b>${w.position}</b>, <i>${w.name}</i>, ${w.location}.${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`))}
<h2>${h.t("skills")}</h2>${h.list("skills").map((s) => line(s.name, s.keywords.join(h.comma)))}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => line(h.date(c.date), html`<b>${c.name}</b>, ${c.issuer}`))}`}
${ending(h)}${references(h)}`);
