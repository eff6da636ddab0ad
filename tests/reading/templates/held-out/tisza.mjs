// As engineers in India send it: the name left and the reach right over a double rule, grey bars as headings with a colon,
// work told by sentences and arrows, projects under labels, the person's details in a table, a declaration with place and day.

import { html, page } from "../../lib/html.mjs";
import { accounts, born, mail, phone } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " - ", apostrophe: true }, variant: 1, study: "end", certificates: "year" };

const css = `
@page { margin: 16mm 18mm; }
@media screen { body { max-width: 210mm; margin: 0 auto; padding: 16mm 18mm; } }
body { font: 10.5pt/1.4 "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans Devanagari", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", serif; color: #000; }
#top { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; border-bottom: 1mm double #000; padding-bottom: 2mm; }
#top big { font-size: 17pt; font-weight: bold; } #top div + div { text-align: end; }
.hd { background: #d9d9d9; font-weight: bold; padding: .6mm 2mm; margin: 4.5mm 0 2mm; break-after: avoid; }
.emp { margin-bottom: 3.5mm; } .emp > div { break-after: avoid; } .emp u { text-underline-offset: .5mm; }
ul.arrow { list-style: "➢  "; padding-inline-start: 7mm; margin: 0; }
table { border-spacing: 0; } td { padding: .3mm 0; vertical-align: top; } td:first-child { width: 48mm; } td:nth-child(2) { width: 6mm; }
.edu { border-collapse: collapse; width: 100%; } .edu td, .edu th { border: .3mm solid #000; padding: 1mm 2mm; width: auto !important; text-align: start; }
.sign { display: flex; justify-content: space-between; margin-top: 8mm; }`;

export const render = (h) => {
  const { basics } = h.p;
  const head = (key) => html`<p class="hd">${h.t(key)}:</p>`;
  const row = (key, value) => html`<tr><td>${key}</td><td>:</td><td>${value}</td></tr>`;
  const arrows = (list) => html`<ul class="arrow">${list.map((one) => html`<li>${one}</li>`)}</ul>`;
  return page(h, css, html`
<div id="top">
<div><big>${basics.name}</big><br>${basics.label}</div>
<div>${h.t("phone")}: ${phone(h)}<br>${h.t("email")}: ${mail(h)}${accounts(h).map((a) => html`<br>${a}`)}</div>
</div>
${head("about")}
<p>${basics.summary}</p>
${head("skills")}
<table>${h.list("skills").map((s) => row(s.name, s.keywords.join(h.comma)))}</table>
${head("work")}
${h.p.work.map((w) => html`<div class="emp">
<div><b>${w.name}</b>, ${w.location} <b>(${h.range(w)})</b></div>
<div><u>${h.t("position")}</u>: ${w.position}</div>
${arrows([w.summary, ...(w.highlights ?? [])].filter(Boolean))}
</div>`)}
${h.list("projects").length > 0 && html`${head("projects")}
${h.list("projects").map((p, at) => html`<div class="emp"><div><b>${at + 1}. ${p.name}</b></div><div><u>${h.t("period")}</u>: ${h.range(p)}</div><div>${p.description}</div></div>`)}`}
${head("education")}
<table class="edu">
<tr>${["degree", "school", "period", "grade"].map((key) => html`<th>${h.t(key)}</th>`)}</tr>
${h.p.education.map((e) => html`<tr><td>${h.degree(e, " – ")}</td><td>${e.institution}</td><td>${h.date(e.endDate)}</td><td>${e.score ?? "–"}</td></tr>`)}
</table>
${h.list("certificates").length > 0 && html`${head("certificates")}
${arrows(h.list("certificates").map((c) => `${c.name}, ${c.issuer}, ${c.date.slice(0, 4)}.`))}`}
${head("personal")}
<table>
${row(h.t("name"), basics.name)}
${row(h.t("born"), born(h))}
${row(h.t("languages"), h.list("languages").map((l) => l.language).join(h.comma))}
${row(h.t("interests"), h.list("interests").map((i) => i.name).join(h.comma))}
${row(h.t("address"), h.place)}
</table>
${head("declaration")}
<p>${h.t("declare")}</p>
<div class="sign"><div>${h.date("2026-05")}<br>${basics.location.city}</div><div>(${basics.name})</div></div>`);
};
