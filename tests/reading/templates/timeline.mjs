// A line with dots; dates stand above each entry.

import { html, page } from "../lib/html.mjs";
import { accounts, ending, mail, text, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " - ", upper: true }, variant: 1 };

const css = `
body { padding: 15mm 18mm; } header { text-align: center; }
h1 { font-size: 21pt; } h2 { font-size: 13pt; margin: 14pt 0 6pt; color: #b5432a; }
.line { border-inline-start: 2px solid #b5432a; padding-inline-start: 7mm; margin-inline-start: 3mm; }
.entry { position: relative; margin-bottom: 8pt; }
.entry::before { content: ""; position: absolute; inset-inline-start: -8.6mm; top: 4px; width: 9px; height: 9px; border-radius: 50%; background: #b5432a; }
.tags span { border: 1px solid #b5432a; border-radius: 3px; padding: 1px 6px; margin-inline-end: 4px; display: inline-block; }`;

const entry = (when, title, where, rest) => html`<div class="entry"><small>${when}</small><h3>${title}</h3><h4>${where}</h4>${rest}</div>`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>
<p>${mail(h)} • <span dir="ltr">${h.p.basics.phone}</span> • ${h.place}</p><p>${[web(h), ...accounts(h)].filter(Boolean).map((a, at) => html`${at > 0 && " • "}${a}`)}</p></header>
<p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2><div class="line">${h.p.work.map((w) => entry(h.range(w), w.position, `${w.name}, ${w.location}`, text(w)))}</div>
<h2>${h.t("education")}</h2><div class="line">${h.p.education.map((e) => entry(h.range(e), h.degree(e, " – "), e.institution))}</div>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><div class="line">${h.list("certificates").map((c) => entry(h.date(c.date), c.name, c.issuer))}</div>`}
<h2>${h.t("skills")}</h2><div class="tags">${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<span>${k}</span> `)}</div>
${ending(h)}`);
