// Employer and place on the first line, title and dates on the second.

import { html, page } from "../lib/html.mjs";
import { accounts, ending, mail, text, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 2, headline: false };

const css = `
body { padding: 14mm 18mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", serif; } header { text-align: center; }
h1 { font-size: 20pt; } h2 { font-size: 12pt; margin: 12pt 0 3pt; border-bottom: 1px solid #000; font-variant: small-caps; }
.row { display: flex; justify-content: space-between; } .top { font-weight: bold; margin-top: 6pt; } .under { font-style: italic; }`;

const row = (name, left, right) => html`<div class="row ${name}"><div>${left}</div><div>${right}</div></div>`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1>
<p>${h.place} | <span dir="ltr">${h.p.basics.phone}</span> | ${mail(h)}${[web(h), ...accounts(h)].filter(Boolean).map((a) => html` | ${a}`)}</p></header>
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => html`${row("top", e.institution, h.range(e))}${row("under", h.degree(e), "")}`)}
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => html`${row("top", w.name, w.location)}${row("under", w.position, h.range(w))}${text(w)}`)}
<h2>${h.t("skills")}</h2>
<ul>${h.list("skills").map((s) => html`<li><b>${s.name}</b>: ${s.keywords.join(h.comma)}</li>`)}</ul>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => row("", `${c.name}, ${c.issuer}`, h.date(c.date)))}`}
${ending(h)}`);
