// A page for the web with the marks of microformats: cards of people and places, each date in an element of its own
// that has the day by machine beside the words.

import { html, page } from "../../lib/html.mjs";
import { accounts, award, mail, phone, web } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 0 };

const css = `
@page { margin: 15mm 0; } @media screen { body { padding-block: 15mm; } } #resume { padding: 0 21mm; } .fn { font-size: 23pt; font-weight: bold; } .role { color: #555; } address { font-style: normal; margin: 2mm 0; display: flex; flex-wrap: wrap; gap: .5mm 5mm; } li, blockquote { break-inside: avoid; } h2 { font-size: 14pt; border-inline-start: 1.5mm solid #c2792b; padding-inline-start: 3mm; margin: 6mm 0 2.5mm; break-after: avoid; } ol { list-style: none; padding: 0; margin: 0; } ol > li { margin-bottom: 4mm; } time { font-variant-numeric: tabular-nums; } .span { color: #777; font-size: 9.5pt; } .tags { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 1mm 3mm; } .tags li + li::before { content: "/"; margin-inline-end: 3mm; color: #c2792b; }`;

const when = (h, entry) => html`<p class="span"><time class="dtstart" datetime="${entry.startDate}">${h.date(entry.startDate)}</time> – ${entry.endDate ? html`<time class="dtend" datetime="${entry.endDate}">${h.date(entry.endDate)}</time>` : html`<span class="dtend">${h.present()}</span>`}</p>`;

export const render = (h) =>
  page(h, css, html`
<article id="resume" class="h-resume">
<header class="p-contact h-card vcard"><p class="fn p-name">${h.p.basics.name}</p><p class="role p-job-title">${h.p.basics.label}</p>
<address><span class="p-locality">${h.place}</span><span class="p-tel">${phone(h)}</span><span class="u-email">${mail(h)}</span>${web(h)}${accounts(h)}</address></header>
<section><p class="p-summary">${h.p.basics.summary}</p></section>
<section><h2>${h.t("work")}</h2><ol>${h.p.work.map((w) => html`<li class="p-experience h-event"><p><span class="p-job-title">${w.position}</span>, <strong class="p-org org">${w.name}</strong></p>${when(h, w)}<p class="span p-location">${w.location}</p>${w.summary && html`<p class="p-summary">${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}</li>`)}</ol></section>
<section><h2>${h.t("education")}</h2><ol>${h.p.education.map((e) => html`<li class="p-education h-event"><p><strong class="p-org org">${e.institution}</strong></p><p class="p-name">${h.degree(e)}</p>${when(h, e)}</li>`)}</ol></section>
<section><h2>${h.t("skills")}</h2><ul class="tags">${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<li class="p-skill">${k}</li>`)}</ul></section>
${h.list("certificates").length > 0 && html`<section><h2>${h.t("certificates")}</h2><ol>${h.list("certificates").map((c) => html`<li><p><cite>${c.name}</cite></p><p class="span">${c.issuer}, <time datetime="${c.date}">${h.date(c.date)}</time></p></li>`)}</ol></section>`}
<section><h2>${h.t("awards")}</h2><p>${award(h)}</p></section>
<section><h2>${h.t("languages")}</h2><ul class="tags">${h.list("languages").map((l) => html`<li>${l.language} (${l.fluency})</li>`)}</ul></section>
${h.list("references").length > 0 && html`<section><h2>${h.t("references")}</h2>${h.list("references").map((r) => html`<blockquote class="h-card"><p>${r.reference}</p><p><span class="p-name">${r.name}</span>, <a class="u-email" href="mailto:${r.email}">${r.email}</a></p></blockquote>`)}</section>`}
</article>`);
