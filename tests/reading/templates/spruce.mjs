// Facts as ruled tables with heads over their columns (employer, position, period; school, degree, grade), what was
// done in a row of its own under each role.

import { html, page } from "../lib/html.mjs";
import { bullets, born, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: "-" }, variant: 0 };

const css = `
@page { margin: 15mm 0; } @media screen { body { padding-block: 15mm; } } body { padding-inline: 18mm; } h1 { font-size: 19pt; } .sub { color: #444; margin-bottom: 3mm; } h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; } table { width: 100%; border-collapse: collapse; } th, td { border-bottom: 1px solid #b9c2c9; padding: 1.2mm 2mm; text-align: start; vertical-align: top; } thead th { background: #e9eef1; font-size: 9pt; } .facts th { width: 36mm; font-weight: normal; color: #555; } .period { white-space: nowrap; } .texts td { padding-bottom: 3mm; } tr:has(+ .texts) td { border-bottom: 0; font-weight: bold; break-after: avoid; }`;

const table = (heads, rows) => html`<table><thead><tr>${heads.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;

export const render = (h) => {
  const fact = (key, value) => html`<tr><th scope="row">${h.t(key)}</th><td>${value}</td></tr>`;
  const texts = (w) => (w.summary || w.highlights) && html`<tr class="texts"><td colspan="4">${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}</td></tr>`;
  return page(h, css, html`
<h1>${h.p.basics.name}</h1><div class="sub">${h.p.basics.label}</div>
<table class="facts">${fact("born", born(h))}${fact("address", h.place)}${fact("phone", phone(h))}${fact("email", mail(h))}${web(h) && fact("web", web(h))}</table>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${table([h.t("employer"), h.t("position"), h.t("address"), h.t("period")], h.p.work.map((w) => html`<tr><td>${w.name}</td><td>${w.position}</td><td>${w.location}</td><td class="period">${h.range(w)}</td></tr>${texts(w)}`))}
<h2>${h.t("education")}</h2>${table([h.t("school"), h.t("degree"), h.t("grade"), h.t("period")], h.p.education.map((e) => html`<tr><td>${e.institution}</td><td>${h.degree(e)}</td><td>${e.score ?? "–"}</td><td class="period">${h.range(e)}</td></tr>`))}
<h2>${h.t("skills")}</h2><table class="facts">${h.list("skills").map((s) => html`<tr><th scope="row">${s.name}</th><td>${s.keywords.join(h.comma)}</td></tr>`)}</table>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><table>${h.list("certificates").map((c) => html`<tr><td>${c.name}</td><td>${c.issuer}</td><td class="period">${h.date(c.date)}</td></tr>`)}</table>`}
<h2>${h.t("languages")}</h2><table class="facts">${h.list("languages").map((l) => html`<tr><th scope="row">${l.language}</th><td>${l.fluency}</td></tr>`)}</table>
${h.list("references").length > 0 && html`<h2>${h.t("references")}</h2>${table([h.t("name"), h.t("phone"), h.t("email")], h.list("references").map((r) => html`<tr><td>${r.name}</td><td dir="ltr">${r.phone}</td><td>${r.email}</td></tr>`))}`}`);
};
