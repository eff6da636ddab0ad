// As exported by an office on the web: numbered classes on spans, a table of two cells for the whole page, employer,
// place and title in one heading, the dates in a heading of their own below, sections for the skills at the side.

import { html, page } from "../../lib/html.mjs";
import { mail, phone, text, web } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 0 };

const css = `
@page { margin: 14mm 0; }
@media screen { body { padding-block: 14mm; } }
.c0 { margin: 0 16mm; width: calc(100% - 32mm); border-spacing: 0; table-layout: fixed; }
.c0 > tbody > tr > td { vertical-align: top; padding: 0; }
.c1 { width: auto; } .c2 { width: 55mm; padding-inline-start: 8mm !important; font-size: 9pt; overflow-wrap: anywhere; }
.c3 { font-size: 32pt; font-weight: 700; line-height: 1.1; color: #000; } .c4 { font-size: 11pt; color: #666; }
.c5 { font-size: 9.5pt; font-weight: 700; color: #2079c7; text-transform: uppercase; }
.c6 { font-size: 10.5pt; font-weight: 700; } .c7 { font-weight: 400; } .c8 { font-style: italic; font-weight: 400; }
.c9 { font-size: 8.5pt; color: #666; font-weight: 400; text-transform: uppercase; } .c10 { color: #2079c7; } .c11 { font-weight: 700; } .c12 { height: 7mm; }
h1 { margin: 6mm 0 1.5mm; line-height: 1.3; break-after: avoid; } td > h1:first-child { margin-top: 0; } h2, h3 { font-size: 10.5pt; font-weight: 400; line-height: 1.35; margin-top: 2mm; break-after: avoid; } h3 { margin: .5mm 0 1mm; }
p { margin: 0; }`;

const span = (name, body) => html`<span class="${name}">${body}</span>`;

export const render = (h) => {
  const heading = (key) => html`<h1 class="c13">${span("c5", h.t(key))}</h1>`;
  const { city, region, postalCode } = h.p.basics.location;
  return page(h, css, html`
<table class="c0"><tbody>
<tr>
<td class="c1"><p class="c14">${span("c3", h.p.basics.name)}</p><p class="c14">${span("c4", h.p.basics.label)}</p></td>
<td class="c2"><p>${span("c7", html`${[city, region].filter(Boolean).join(", ")} ${postalCode}`)}</p><p>${span("c11", phone(h))}</p><p>${span("c11 c10", mail(h))}</p>${h.p.basics.url && html`<p>${span("c10", web(h))}</p>`}${h.p.basics.profiles.map((a) => html`<p>${span("c10", html`<a href="${a.url}">${h.bare(a.url)}</a>`)}</p>`)}</td>
</tr>
<tr><td class="c12" colspan="2"><p class="c14"></p></td></tr>
<tr>
<td class="c1">
<p>${span("c7", h.p.basics.summary)}</p>
${heading("work")}${h.p.work.map((w) => html`
<h2>${span("c6", html`${w.name}, `)}${span("c7", html`${w.location} — `)}${span("c8", w.position)}</h2>
<h3>${span("c9", h.range(w))}</h3>
${text(w)}`)}
${heading("education")}${h.p.education.map((e) => html`
<h2>${span("c6", html`${e.institution} — `)}${span("c8", h.degree(e))}</h2>
<h3>${span("c9", h.range(e))}</h3>`)}
${h.list("projects").length > 0 && html`${heading("projects")}${h.list("projects").map((p) => html`
<h2>${span("c6", p.name)}</h2>
<h3>${span("c9", h.range(p))}</h3>
<p>${span("c7", p.description)}</p>`)}`}
</td>
<td class="c2">
${heading("skills")}${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<p>${span("c7", k)}</p>`)}
${h.list("certificates").length > 0 && html`${heading("certificates")}${h.list("certificates").map((c) => html`<p>${span("c11", c.name)}${span("c7", html`, ${c.issuer}, ${h.date(c.date)}`)}</p>`)}`}
${heading("awards")}<p>${span("c7", html`${h.t("award")}, ${h.date("2018")}`)}</p>
${heading("languages")}${h.list("languages").map((l) => html`<p>${span("c11", l.language)}${span("c7", html`, ${l.fluency}`)}</p>`)}
</td>
</tr>
</tbody></table>`);
};
