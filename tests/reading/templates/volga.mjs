// A form ruled all over as offices of East Asia hand out: the facts in pairs of cells beside a photo, heads over the columns
// of every table, the oldest entry first, what was done in the last column, a sentence and the day at the end.

import { html, page } from "../lib/html.mjs";
import { award, born, mail, phone, photo } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: "word", open: "since" }, variant: 0 };

const css = `
@page { margin: 15mm; }
@media screen { body { max-width: 210mm; margin: 0 auto; padding: 15mm !important; } }
body { font-size: 9.5pt; color: #000; padding-inline: .3mm; }
h1 { text-align: center; font-size: 18pt; font-weight: 700; margin-bottom: 4mm; }
table { width: 100%; border-collapse: collapse; margin-bottom: 4mm; } tr { break-inside: avoid; }
th, td { border: .3mm solid #555; padding: 1.2mm 2mm; text-align: start; vertical-align: middle; overflow-wrap: anywhere; }
th { background: #eee; font-weight: 700; text-align: center; overflow-wrap: normal; }
caption { caption-side: top; text-align: start; font-size: 11pt; font-weight: 700; padding: 1mm 0; break-after: avoid; }
.pic { width: 30mm; text-align: center; padding: 0; } .pic .photo { display: block; width: 30mm; height: 37mm; object-fit: cover; }
.key { width: 31mm; } .when { width: 34mm; text-align: center; } .small { width: 40mm; }
td a, td span { white-space: nowrap; } td ul { padding-inline-start: 4mm; } .end { text-align: center; margin-top: 5mm; } .closing { break-inside: avoid; } .day { text-align: center; margin: 3mm 0; } .by { text-align: end; }`;

export const render = (h) => {
  const { basics } = h.p;
  const oldest = (list) => [...list].reverse();
  const table = (key, heads, rows) => html`
<table>
<caption>${h.t(key)}</caption>
<thead><tr>${heads.map(([name, text]) => html`<th class="${name}">${text}</th>`)}</tr></thead>
<tbody>${rows.map((cells) => html`
<tr>${cells.map((cell, at) => html`<td${at === 0 && html` class="when"`}>${cell}</td>`)}</tr>`)}
</tbody>
</table>`;
  const when = ["when", h.t("period")];
  const account = basics.profiles[0];
  return page(h, css, html`
<h1>${h.t("cv")}</h1>
<table>
<tr><th class="key">${h.t("name")}</th><td>${basics.name}</td><th class="key">${h.t("born")}</th><td>${born(h)}</td><td class="pic" rowspan="4">${photo}</td></tr>
<tr><th class="key">${h.t("phone")}</th><td>${phone(h)}</td><th class="key">${h.t("email")}</th><td>${mail(h)}</td></tr>
<tr><th class="key">${h.t("address")}</th><td colspan="3">${h.place}</td></tr>
<tr><th class="key">${account ? account.network : h.t("web")}</th><td colspan="3">${account && html`<a href="${account.url}">${h.bare(account.url)}</a>`}</td></tr>
</table>
${table("education", [when, ["", h.t("school")], ["", h.t("degree")]], oldest(h.p.education).map((e) => [h.range(e), e.institution, h.degree(e)]))}
${table("work", [when, ["small", h.t("employer")], ["small", h.t("position")], ["", h.t("achievements")]], oldest(h.p.work).map((w) => [
    h.range(w),
    html`${w.name}<br>(${w.location})`,
    w.position,
    html`${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}`,
  ]))}
${h.list("certificates").length > 0 && table("certificates", [when, ["", h.t("certificates")]], oldest(h.list("certificates")).map((c) => [h.date(c.date), `${c.name} / ${c.issuer}`]))}
<table>
<tr><th class="key">${h.t("skills")}</th><td>${h.list("skills").map((s) => html`<p>${s.name}: ${s.keywords.join(h.comma)}</p>`)}</td></tr>
<tr><th class="key">${h.t("languages")}</th><td>${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(h.comma)}</td></tr>
<tr><th class="key">${h.t("awards")}</th><td>${award(h)}</td></tr>
<tr><th class="key">${h.t("interests")}</th><td>${h.list("interests").map((i) => i.name).join(h.comma)}</td></tr>
<tr><th class="key">${h.t("about")}</th><td>${basics.summary}</td></tr>
</table>
<div class="closing"><p class="end">${h.t("declare")}</p>
<p class="day">${h.date("2026-05")}</p>
<p class="by">${basics.name}</p></div>`);
};
