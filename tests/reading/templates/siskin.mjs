// Coloured column with a picture, bars for skills and dots for languages; a line of months along the work beside it.
// Nothing but divs and spans with the long class names of a page builder.

import { html, page } from "../lib/html.mjs";
import { icon, level, mail, phone, photo } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " - " }, variant: 1 };

const css = `
@page { margin: 10mm 0; }
@page :first { margin-top: 0; }
body { display: flex; min-height: 286mm; font-size: 9.5pt; }
.cv-sidebar { width: 66mm; flex: none; background: #34495e; color: #ecf0f1; padding: 12mm 7mm; }
.cv-sidebar__photo .photo { display: block; width: 32mm; height: 32mm; border-radius: 50%; object-fit: cover; margin: 0 auto 6mm; border: 1mm solid #ecf0f1; }
.cv-sidebar__title { font-size: 11pt; font-weight: bold; border-bottom: 1px solid #ecf0f180; padding-bottom: 1mm; margin: 7mm 0 3mm; }
.cv-contact__row { display: flex; gap: 2.5mm; margin-bottom: 2mm; overflow-wrap: anywhere; }
.cv-contact__row .icon { flex: none; margin-top: .7mm; }
.cv-bar { margin-bottom: 2.5mm; } .cv-bar__track { background: #ffffff33; height: 1.4mm; border-radius: 1mm; margin-top: .6mm; } .cv-bar__fill { background: #1abc9c; height: 100%; border-radius: 1mm; }
.cv-lang { display: flex; justify-content: space-between; gap: 2mm; margin-bottom: 1.5mm; } .cv-lang__level { opacity: .8; text-align: end; }
.cv-main { flex: 1; padding: 12mm 11mm 10mm 10mm; }
.cv-name { font-size: 25pt; font-weight: bold; color: #34495e; line-height: 1.1; }
.cv-job { font-size: 12.5pt; color: #16a085; margin-bottom: 5mm; }
.cv-section__title { font-size: 13pt; font-weight: bold; color: #34495e; margin: 7mm 0 3.5mm; break-after: avoid; }
.cv-timeline { border-inline-start: .6mm solid #d5dbdb; padding-inline-start: 6mm; }
.cv-timeline__item { position: relative; padding-bottom: 4mm; }
.cv-timeline__item::before { content: ""; position: absolute; inset-inline-start: -7.7mm; top: 1.2mm; width: 2.8mm; height: 2.8mm; border-radius: 50%; background: #1abc9c; }
.cv-timeline__date { font-size: 8.5pt; color: #7f8c8d; break-after: avoid; }
.cv-timeline__title { font-size: 11pt; font-weight: bold; break-after: avoid; }
.cv-timeline__company { color: #16a085; } .cv-timeline__company:not(:last-child) { break-after: avoid; }
.cv-timeline__bullet { position: relative; padding-inline-start: 3.5mm; }
.cv-timeline__bullet::before { content: "›"; position: absolute; inset-inline-start: 0; }`;

const div = (name, body) => html`<div class="${name}">${body}</div>`;

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  const row = (sign, body) => html`<div class="cv-contact__row">${icon(sign)}<span>${body}</span></div>`;
  const item = (when, title, company, rest) => div("cv-timeline__item", html`${div("cv-timeline__date", when)}${div("cv-timeline__title", title)}${div("cv-timeline__company", company)}${rest}`);
  const section = (key, body) => div("cv-section", html`${div("cv-section__title", h.t(key))}${div("cv-timeline", body)}`);
  const side = (key, body) => div("cv-sidebar__block", html`${div("cv-sidebar__title", h.t(key))}${body}`);
  return page(h, css, html`
<div class="cv-sidebar">
<div class="cv-sidebar__photo">${photo}</div>
${side("contact", html`${row("phone", phone(h))}${row("mail", mail(h))}${row("pin", [h.p.basics.location.city, h.p.basics.location.region].filter(Boolean).join(", "))}${h.p.basics.url && row("web", html`<a href="${h.p.basics.url}">${h.bare(h.p.basics.url)}</a>`)}${h.p.basics.profiles.map((a) => row("web", html`<a href="${a.url}">${h.bare(a.url)}</a>`))}`)}
${side("skills", known.map((k, at) => div("cv-bar", html`<span class="cv-bar__name">${k}</span><div class="cv-bar__track"><div class="cv-bar__fill" style="width: ${level(at, known.length)}0%"></div></div>`)))}
${side("languages", h.list("languages").map((l) => div("cv-lang", html`<span class="cv-lang__name">${l.language}</span> <span class="cv-lang__level">${l.fluency}</span>`)))}
${side("interests", h.list("interests").map((i) => div("cv-interest", i.name)))}
</div>
<div class="cv-main">
<div class="cv-name">${h.p.basics.name}</div>
<div class="cv-job">${h.p.basics.label}</div>
<div class="cv-about">${h.p.basics.summary}</div>
${section("work", h.p.work.map((w) => item(h.range(w), w.position, html`<span>${w.name}</span> | <span>${w.location}</span>`, html`${w.summary && div("cv-timeline__text", w.summary)}${(w.highlights ?? []).map((one) => div("cv-timeline__bullet", one))}`)))}
${section("education", h.p.education.map((e) => item(h.range(e), h.degree(e, " – "), e.institution, "")))}
${h.list("certificates").length > 0 && section("certificates", h.list("certificates").map((c) => item(h.date(c.date), c.name, c.issuer, "")))}
${h.list("projects").length > 0 && section("projects", h.list("projects").map((p) => item(h.range(p), p.name, "", div("cv-timeline__text", p.description))))}
</div>`);
};
