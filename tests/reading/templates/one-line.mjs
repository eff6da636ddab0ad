// Each entry's head on one line: "Title, Employer (January 2019 – March 2021)".

import { html, page } from "../lib/html.mjs";
import { bullets, contactLines, ending, references } from "./shared.mjs";

export const layout = { dates: { style: "long" }, variant: 0, places: false, headline: false };

const css = `body { padding: 18mm 20mm; } h1 { font-size: 18pt; } h2 { font-size: 12pt; margin: 12pt 0 4pt; } h3 { font-size: 10.5pt; margin-top: 6pt; }`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1>
${contactLines(h)}
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("skills")}</h2><p>${h.list("skills").flatMap((s) => s.keywords).join(h.comma)}</p>
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => html`<h3>${w.position}, ${w.name} (${h.range(w)})</h3>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`)}
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => html`<p>${h.degree(e)}, ${e.institution} (${h.range(e)})</p>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<p>${c.name}, ${c.issuer} (${h.date(c.date)})</p>`)}`}
${ending(h)}${references(h)}`);
