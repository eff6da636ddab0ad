// Signs from an icon font as empty tags; place before employer, title below; accounts by name only.

import { html, page } from "../lib/html.mjs";
import { bullets, handles, mail, phone, publication, references } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " – ", upper: true }, variant: 0 };

const css = `
body { padding: 14mm 18mm; } .fa-solid::before, .fa-brands::before { content: "\\25C8"; color: #c0392b; margin-inline-end: 1mm; } header { display: flex; justify-content: space-between; } header ul { list-style: none; font-size: 9.5pt; } h1 { font-size: 26pt; color: #c0392b; line-height: 1.1; } h2 { font-size: 14pt; color: #c0392b; margin: 6mm 0 2mm; } article { break-inside: avoid; margin-bottom: 4mm; } .row { display: flex; justify-content: space-between; } .row small { font-size: 9.5pt; } .pill { border: 1px solid #c0392b; border-radius: 3mm; padding: 0 2.5mm; margin: 0 1mm 1mm 0; display: inline-block; }`;

const fa = (name, brand) => html`<i class="${brand ? "fa-brands" : "fa-solid"} fa-${name}"></i>`;

export const render = (h) => {
  const head = (key, sign) => html`<h2>${fa(sign)}${h.t(key)}</h2>`;
  return page(h, css, html`
<header><div><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p></div><ul><li>${fa("envelope")} ${mail(h)}</li><li>${fa("phone")} ${phone(h)}</li><li>${fa("location-dot")} ${h.place}</li>${handles(h, (a) => fa(a.network.toLowerCase(), true)).map((a) => html`<li>${a}</li>`)}</ul></header>
<section>${head("about", "user")}<p>${h.p.basics.summary}</p></section>
<section>${head("work", "briefcase")}${h.p.work.map((w) => html`<article><div class="row"><span>${w.location} | <b>${w.name}</b></span><small>${fa("calendar")} ${h.range(w)}</small></div><div><em>${w.position}</em></div>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}</article>`)}</section>
<section>${head("education", "graduation-cap")}${h.p.education.map((e) => html`<article><div class="row"><b>${e.institution}</b><small>${fa("calendar")} ${h.range(e)}</small></div><div><em>${h.degree(e)}</em></div></article>`)}</section>
<section>${head("skills", "wrench")}<div>${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<span class="pill">${k}</span>`)}</div></section>
${h.list("certificates").length > 0 && html`<section>${head("certificates", "certificate")}${h.list("certificates").map((c) => html`<div class="row"><span>${c.name} | ${c.issuer}</span><small>${h.date(c.date)}</small></div>`)}</section>`}
<section>${head("publications", "book")}<p>${publication(h)}</p></section>
<section>${head("languages", "globe")}<ul>${h.list("languages").map((l) => html`<li>${l.language} <small>${l.fluency}</small></li>`)}</ul></section>
${references(h)}`);
};
