// Every fact behind its label, as on many forms; the education as a table with degree, school, year and grade.

import { html, page } from "../lib/html.mjs";
import { contactLines, references, text } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "word" }, study: "end", variant: 1, places: false, headline: false };

const css = `
body { padding: 16mm 18mm; } h1 { font-size: 17pt; text-align: center; }
h2 { font-size: 11.5pt; margin: 12pt 0 4pt; background: #ddd; padding: 2px 6px; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #666; padding: 3px 6px; text-align: start; }
.entry { margin-bottom: 8pt; }`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1>
${contactLines(h)}
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("education")}</h2>
<table><tr><th>${h.t("degree")}</th><th>${h.t("school")}</th><th>${h.t("period")}</th><th>${h.t("grade")}</th></tr>
${h.p.education.map((e) => html`<tr><td>${h.degree(e)}</td><td>${e.institution}</td><td>${h.date(e.endDate)}</td><td>${e.score ?? "–"}</td></tr>`)}</table>
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => html`<div class="entry"><p>${h.t("employer")}: ${w.name}</p><p>${h.t("position")}: ${w.position}</p><p>${h.t("period")}: ${h.range(w)}</p>${text(w)}</div>`)}
<h2>${h.t("skills")}</h2>
<table>${h.list("skills").map((s) => html`<tr><td>${s.name}</td><td>${s.keywords.join(h.comma)}</td></tr>`)}</table>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><ul>${h.list("certificates").map((c) => html`<li>${c.name} – ${c.issuer} (${h.date(c.date)})</li>`)}</ul>`}
<h2>${h.t("languages")}</h2><p>${h.list("languages").map((l) => l.language).join(h.comma)}</p>
${references(h)}`);
