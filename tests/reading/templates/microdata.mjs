// A web page's résumé with h-resume classes and microdata; employer first, dates in brackets behind it.

import { html, page } from "../lib/html.mjs";
import { bullets, extra, mail, phone, projects, toolLine, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 1, extra };

const css = `
body { padding: 18mm 24mm; max-width: 210mm; } h1 { font-size: 23pt; font-weight: 300; } h2 { font-size: 14pt; font-weight: 300; color: #b0561e; margin: 9mm 0 3mm; }
.h-card ul, .p-skills { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0 5mm; } .h-event { margin-bottom: 5mm; } h3 { font-size: 11pt; } time { color: #777; font-weight: normal; } .p-name { font-weight: 600; } .tools { font-size: 9pt; color: #666; }
.p-skills li:not(:last-child)::after { content: " /"; color: #b0561e; }`;

const span = (h, entry) => html`(<time class="dt-duration">${h.range(entry)}</time>)`;

export const render = (h) =>
  page(h, css, html`
<article class="h-resume" itemscope itemtype="https://schema.org/Person">
<div class="p-contact h-card"><h1 class="p-name" itemprop="name">${h.p.basics.name}</h1><p class="p-job-title" itemprop="jobTitle">${h.p.basics.label}</p>
<ul><li itemprop="email">${mail(h)}</li><li itemprop="telephone">${phone(h)}</li><li itemprop="address">${h.place}</li>${web(h) && html`<li>${web(h)}</li>`}${h.p.basics.profiles.map((a) => html`<li><a rel="me" href="${a.url}">${a.network}</a></li>`)}</ul></div>
<p class="p-summary" itemprop="description">${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${h.p.work.map((w, at) => html`<section class="p-experience h-event"><h3><span class="p-org">${w.name}</span> ${span(h, w)}</h3><p><span class="p-name">${w.position}</span> – <span class="p-locality">${w.location}</span></p>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}<p class="tools">${toolLine(h, at)}</p></section>`)}
${projects(h)}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<section class="p-education h-event"><h3><span class="p-org">${e.institution}</span> ${span(h, e)}</h3><p class="p-name">${h.degree(e)}</p></section>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><ul>${h.list("certificates").map((c) => html`<li>${c.name} – ${c.issuer} (<time>${h.date(c.date)}</time>)</li>`)}</ul>`}
<h2>${h.t("skills")}</h2><ul class="p-skills">${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<li>${k}</li>`)}</ul>
<h2>${h.t("languages")}</h2><p>${h.list("languages").map((l) => `${l.language} – ${l.fluency}`).join(h.comma)}</p>
</article>`);
