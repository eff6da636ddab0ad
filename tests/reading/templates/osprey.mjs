// After a typesetter's class for vitae: dates in a narrow column beneath which a coloured bar opens every section, title,
// employer and place run on in one sentence, skills as a term and its words in two columns, contacts in italics aside.

import { html, page } from "../lib/html.mjs";
import { accounts, icon, mail, phone, photo, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 2 };

const css = `
@page { margin: 17mm 0; }
@media screen { body { padding-block: 17mm; } }
body { padding-inline: 19mm; font-size: 10pt; line-height: 1.35; position: relative; }
.head { display: flex; gap: 6mm; align-items: flex-start; margin-bottom: 5mm; }
.head .name { flex: 1; font-size: 28pt; font-weight: 300; line-height: 1.15; color: #444; }
.head .name span { display: block; font-size: 13pt; font-style: italic; color: #888; }
.head .reach { text-align: end; font-style: italic; font-size: 9pt; color: #666; }
.head .photo { width: 22mm; height: 27mm; object-fit: cover; border: .3mm solid #3873b3; }
.line { position: relative; padding-inline-start: 40mm; margin-bottom: 1.8mm; min-height: 1.4em; }
.line > .hint { position: absolute; inset-inline-start: 0; top: 0; width: 37mm; text-align: end; font-size: 9.5pt; }
.line.head2 { margin: 5mm 0 2mm; break-after: avoid; }
.line.head2 > .hint { height: 1.6mm; background: #3873b3; top: 2.2mm; }
.line.head2 b { font-size: 14pt; font-weight: 400; color: #3873b3; }
.line ul { padding-inline-start: 4mm; }
.double { display: grid; grid-template-columns: 1fr 1fr; gap: 0 4mm; }
.double .line { padding-inline-start: 35mm; } .double .line > .hint { width: 32mm; font-weight: 600; }`;

export const render = (h) => {
  const line = (hint, body) => html`<div class="line"><span class="hint">${hint}</span>${body}</div>
`;
  const head = (key) => html`<div class="line head2"><span class="hint"></span><b>${h.t(key)}</b></div>
`;
  return page(h, css, html`
<div class="head">
<div class="name">${h.p.basics.name}<span>${h.p.basics.label}</span></div>
<div class="reach">${h.place} ${icon("pin")}<br>${phone(h)} ${icon("phone")}<br>${mail(h)} ${icon("mail")}${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<br>${a} ${icon("web")}`)}</div>
${photo}
</div>
${head("about")}${line("", h.p.basics.summary)}
${head("education")}${h.p.education.map((e) => line(h.range(e), html`<b>${h.degree(e)}</b>, <i>${e.institution}</i>${e.score && html`, ${e.score}`}.`))}
${head("work")}${h.p.work.map((w) => line(h.range(w), html`<b>${w.position}</b>, <i>${w.name}</i>, ${w.location}.${w.summary && html`<br>${w.summary}`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}`))}
${h.list("certificates").length > 0 && html`${head("certificates")}${h.list("certificates").map((c) => line(h.date(c.date), html`<b>${c.name}</b>, <i>${c.issuer}</i>.`))}`}
${h.list("projects").length > 0 && html`${head("projects")}${h.list("projects").map((p) => line(h.range(p), html`<b>${p.name}</b><br>${p.description}`))}`}
${head("languages")}${h.list("languages").map((l) => line(l.language, html`<i>${l.fluency}</i>`))}
${head("skills")}<div class="double">${h.list("skills").map((s) => line(s.name, s.keywords.join(h.comma)))}</div>
${head("interests")}${h.list("interests").map((i) => line("", i.name))}`);
};
