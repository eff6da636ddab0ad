// Education first, years only, in a hanging column; serif throughout.

import { html, page } from "../lib/html.mjs";
import { accounts, ending, mail, references, text, web } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: "–" }, variant: 1 };

const css = `
body { padding: 20mm 24mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", serif; font-size: 11pt; }
h1 { font-size: 18pt; } h2 { font-size: 12pt; margin: 16pt 0 6pt; } dl { display: grid; grid-template-columns: 32mm 1fr; row-gap: 5pt; }`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p><p>${h.place}</p><p>${mail(h)}</p>${web(h) && html`<p>${web(h)}</p>`}${accounts(h).map((a) => html`<p>${a}</p>`)}
<h2>${h.t("education")}</h2><dl>${h.p.education.map((e) => html`<dt>${h.range(e)}</dt><dd>${h.degree(e)}, ${e.institution}</dd>`)}</dl>
<h2>${h.t("work")}</h2><dl>${h.p.work.map((w) => html`<dt>${h.range(w)}</dt><dd>${w.position}, ${w.name}, ${w.location}${text(w)}</dd>`)}</dl>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><dl>${h.list("certificates").map((c) => html`<dt>${h.date(c.date)}</dt><dd>${c.name}, ${c.issuer}</dd>`)}</dl>`}
<h2>${h.t("skills")}</h2><p>${h.list("skills").flatMap((s) => s.keywords).join(h.comma)}</p>
${ending(h)}${references(h)}`);
