// A form from an office's word processor saved as a page: one table, the section's name in a cell that spans its rows,
// numbered months, a line of place and day at the end.

import { html, page } from "../lib/html.mjs";
import { born, mail, phone } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – ", zero: false, open: "since" }, variant: 2, headline: false };

const css = `
@page { margin: 18mm 18mm; }
@media screen { body { padding: 18mm; } }
body { font: 10.5pt/1.35 Carlito, "Liberation Sans", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", sans-serif; color: #000; }
table { width: 100%; border-collapse: collapse; }
td { vertical-align: top; padding: 1mm 2mm; text-align: start; }
.c1 { width: 36mm; font-weight: bold; border-top: 1px solid #7f7f7f; }
.c2 { width: 38mm; } .r1 td { border-top: 1px solid #7f7f7f; }
.MsoTitle { font-size: 17pt; font-weight: bold; text-align: center; margin-bottom: 5mm; }
tr { break-inside: avoid; }
ul { margin: 0; }`;

export const render = (h) => {
  const block = (title, rows) => rows.map(([left, right], at) => html`
<tr${at === 0 && html` class="r1"`}>${at === 0 && html`<td class="c1" rowspan="${rows.length}">${title}</td>`}<td class="c2">${left}</td><td>${right}</td></tr>`);
  const { postalCode, city } = h.p.basics.location;
  return page(h, css, html`
<p class="MsoTitle">${h.t("cv")}</p>
<table cellspacing="0" cellpadding="0">
${block(h.t("contact"), [
    [h.t("name"), html`<b>${h.p.basics.name}</b>`],
    [h.t("address"), html`${postalCode} ${city}, ${h.country}`],
    [h.t("phone"), phone(h)],
    [h.t("email"), mail(h)],
    [h.t("born"), born(h)],
    ...h.p.basics.profiles.map((a) => [a.network, html`<a href="${a.url}">${h.bare(a.url)}</a>`]),
  ])}
${block(h.t("work"), h.p.work.map((w) => [h.range(w), html`<p><b>${w.position}</b></p><p>${w.name}, ${w.location}</p>${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul type="square">${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}`]))}
${block(h.t("education"), h.p.education.map((e) => [h.range(e), html`<p><b>${e.institution}</b></p><p>${h.t("degree")}: ${h.degree(e)}</p>${e.score && html`<p>${h.t("grade")}: ${e.score}</p>`}`]))}
${h.list("certificates").length > 0 && block(h.t("certificates"), h.list("certificates").map((c) => [h.date(c.date), html`${c.name} (${c.issuer})`]))}
${block(h.t("skills"), h.list("skills").map((s) => [s.name, s.keywords.join(h.comma)]))}
${block(h.t("languages"), h.list("languages").map((l) => [l.language, l.fluency]))}
${block(h.t("interests"), [["", h.list("interests").map((i) => i.name).join(h.comma)]])}
</table>
<p style="margin-top: 10mm">${city}, ${h.date("2026-05")}</p>
<p style="margin-top: 8mm">${h.p.basics.name}</p>`);
};
