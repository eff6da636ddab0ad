// A table without lines as in Germany: personal data with a photo, dates to the left, place and day of writing at the end.

import { TODAY } from "../lib/dates.mjs";
import { html, page } from "../lib/html.mjs";
import { born, mail, phone, photo } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – " }, variant: 0, headline: false };

const css = `
@page { margin: 18mm 0; } body { padding: 0 22mm; } h1 { font-size: 16pt; margin-bottom: 8mm; } .photo { float: inline-end; width: 35mm; height: 45mm; } h2 { break-after: avoid; font-size: 11.5pt; margin: 8mm 0 2mm; } table { border-spacing: 0; } td { vertical-align: top; padding: 0 0 2.5mm; } td:first-child { width: 44mm; } li { margin-bottom: .5mm; } .sign { margin-top: 14mm; }`;

const row = (left, right) => html`<tr><td>${left}</td><td>${right}</td></tr>`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.t("cv")}</h1>${photo}
<table>${row(html`<b>${h.t("name")}</b>`, html`<b>${h.p.basics.name}</b>`)}${row(h.t("address"), h.place)}${row(h.t("born"), born(h))}${row(h.t("phone"), phone(h))}${row(h.t("email"), mail(h))}</table>
<h2>${h.t("work")}</h2><table>${h.p.work.map((w) => row(h.range(w), html`<b>${w.position}</b><br>${w.name}, ${w.location}${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((text) => html`<li>${text}</li>`)}</ul>`}`))}</table>
<h2>${h.t("education")}</h2><table>${h.p.education.map((e) => row(h.range(e), html`<b>${h.degree(e)}</b><br>${e.institution}`))}</table>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><table>${h.list("certificates").map((c) => row(h.date(c.date), html`${c.name}<br>${c.issuer}`))}</table>`}
<h2>${h.t("skills")}</h2><table>${h.list("skills").map((s) => row(s.name, s.keywords.join(h.comma)))}</table>
<h2>${h.t("languages")}</h2><table>${h.list("languages").map((l) => row(l.language, l.fluency))}</table>
<h2>${h.t("interests")}</h2><p>${h.list("interests").map((i) => i.name).join(h.comma)}</p>
<p class="sign">${h.p.basics.location.city}, ${h.date(TODAY)}</p>`);
