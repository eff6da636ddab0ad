// An office suite's own résumé template as that suite publishes it to the web: numbered classes on every span, headings
// with random ids, "Employer, place — Title" as one heading and capital dates as the next, a frame of two table columns.

import { html, page } from "../../lib/html.mjs";
import { accounts, award, mail, phone, web } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 0 };

const css = `
@page { margin: 13mm 0; }
.doc-content { max-width: 212mm; padding: 0 15mm; margin: 0 auto; }
@media screen { .doc-content { padding-block: 14mm; } }
.c1 { border-spacing: 0; border-collapse: collapse; width: 100%; }
.c2, .c3 { vertical-align: top; padding: 2mm; } .c2 { width: 124mm; padding-inline-end: 8mm; }
.c7 { font: 400 9pt/1.25 "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", serif; color: #666; }
.c8 { font-size: 30pt; font-weight: 700; color: #000; line-height: 1.1; } .c9 { font-size: 9.5pt; color: #666; } .c10 { font-weight: 700; color: #000; font-size: 9.5pt; }
.c11 { color: #2079c7; font-weight: 700; font-size: 9.5pt; text-transform: uppercase; } .c12 { font-size: 11pt; font-weight: 700; color: #000; } .c13 { font-size: 11pt; font-weight: 400; color: #000; } .c14 { font-size: 11pt; font-style: italic; font-weight: 400; color: #000; } .c15 { font-size: 8pt; font-weight: 400; color: #666; }
.c16 { line-height: 1; } h1.c4 { padding-top: 7mm; line-height: 1.2; } h2.c5 { padding-top: 3mm; line-height: 1.2; } h3.c6 { padding: 1mm 0 1.2mm; line-height: 1.2; } h1, h2, h3 { font-size: 10pt; break-after: avoid; }
.lst-0 { list-style-type: disc; padding-inline-start: 5mm; margin: 0; } .c3 p { line-height: 1.35; }`;

/** Six letters that mean nothing, the same ones for the same place in the document. */
const id = (at) => `h.${((at + 3) * 60_466_177).toString(36).slice(0, 6)}`;

export const render = (h) => {
  let at = 0;
  const span = (name, text) => html`<span class="${name}">${text}</span>`;
  const head = (key) => html`<h1 class="c4" id="${id(at++)}">${span("c11", h.t(key))}</h1>`;
  const entry = (bold, plain, italic) => html`<h2 class="c5" id="${id(at++)}">${span("c12", bold)}${plain && span("c13", `, ${plain}`)}${italic && html`${span("c13", " — ")}${span("c14", italic)}`}</h2>`;
  const dates = (text) => html`<h3 class="c6" id="${id(at++)}">${span("c15", text.toLocaleUpperCase(h.language))}</h3>`;
  const p = (text) => html`<p class="c0">${span("c7", text)}</p>`;
  const bullet = (text) => html`<li class="c17">${span("c7", text)}</li>`;
  return page(h, css, html`
<div class="doc-content">
<a id="t.0"></a>
<table class="c1"><tbody><tr class="c18"><td class="c2" colspan="1" rowspan="1">
<p class="c0 title" id="${id(at++)}">${span("c8", h.p.basics.name)}</p>
<p class="c0 subtitle" id="${id(at++)}">${span("c9", h.p.basics.label)}</p>
</td><td class="c3" colspan="1" rowspan="1">
<p class="c0">${span("c9", h.place)}</p>
<p class="c0">${span("c10", phone(h))}</p>
<p class="c0">${span("c10", mail(h))}</p>
${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<p class="c0">${span("c9", a)}</p>`)}
</td></tr><tr class="c19"><td class="c2" colspan="1" rowspan="1">
${head("work")}
${h.p.work.map((w) => html`${entry(w.name, w.location, w.position)}
${dates(h.range(w))}
${w.summary && p(w.summary)}
${w.highlights && html`<ul class="lst-0 start">${w.highlights.map(bullet)}</ul>`}
`)}
${head("education")}
${h.p.education.map((e) => html`${entry(e.institution, "", h.degree(e))}
${dates(h.range(e))}
`)}
${h.list("projects").length > 0 && html`${head("projects")}
${h.list("projects").map((one) => html`${entry(one.name, "", "")}${p(one.description)}`)}`}
</td><td class="c3" colspan="1" rowspan="1">
${head("skills")}
${h.list("skills").flatMap((s) => s.keywords).map(p)}
${head("awards")}
${p(award(h))}
${h.list("certificates").length > 0 && html`${head("certificates")}
${h.list("certificates").map((c) => html`<p class="c0">${span("c10", c.name)}</p>${p(`${c.issuer}, ${h.date(c.date)}`)}`)}`}
${head("languages")}
${p(h.list("languages").map((l) => l.language).join(h.comma))}
</td></tr></tbody></table>
<p class="c0 c16"><span class="c7"></span></p>
</div>`);
};
