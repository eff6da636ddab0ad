// Sheets on a grey ground: one for every section with a toolbar as its head, a disc with a first letter before each
// entry, chips for skills and interests.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " – ", upper: true }, variant: 1 };

const css = `
@page { margin: 10mm 0; background: #eceff1; } body { background: #eceff1; padding: 0 12mm; } @media screen { body { padding-block: 10mm; } } .tile, .pair, .sheet:not(.long) { break-inside: avoid; } .sheet { background: #fff; border-radius: 1mm; box-shadow: 0 .4mm 1.2mm #0003; margin-bottom: 5mm; overflow: hidden; } .bar { background: #3f51b5; color: #fff; padding: 2.5mm 5mm; font-size: 12.5pt; font-weight: 500; break-after: avoid; } .body { padding: 4mm 5mm; }
.hero { background: #3f51b5; color: #fff; padding: 7mm 6mm 5mm; } .hero .display { font-size: 25pt; line-height: 1.2; } .hero .subhead { font-size: 12.5pt; opacity: .85; } .actions { display: flex; flex-wrap: wrap; gap: 1mm 6mm; padding: 3mm 6mm; font-size: 9.5pt; color: #3f51b5; }
.tile { display: flex; gap: 4mm; margin-bottom: 4mm; } .tile:last-child { margin-bottom: 0; } .avatar { flex: 0 0 10mm; height: 10mm; border-radius: 50%; background: #ff7043; color: #fff; display: flex; align-items: center; justify-content: center; font-size: 13pt; } .primary { font-weight: 600; } .secondary { color: #757575; font-size: 9.5pt; } .chip { display: inline-block; background: #e0e0e0; border-radius: 4mm; padding: .8mm 3.5mm; margin: 0 1mm 1.5mm 0; font-size: 9.5pt; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; }`;

const sheet = (title, body, long) => html`<div class="sheet${long && " long"}"><div class="bar">${title}</div><div class="body">${body}</div></div>`;
const tile = (by, primary, secondary, rest) => html`<div class="tile"><div class="avatar" aria-hidden="true">${[...by][0]}</div><div><div class="primary">${primary}</div>${secondary.map((line) => html`<div class="secondary">${line}</div>`)}${rest}</div></div>`;
const chips = (list) => list.map((one) => html`<span class="chip">${one}</span> `);

export const render = (h) =>
  page(h, css, html`
<div class="sheet"><div class="hero"><div class="display">${h.p.basics.name}</div><div class="subhead">${h.p.basics.label}</div></div><div class="actions"><span>${mail(h)}</span><span>${phone(h)}</span><span>${h.place}</span>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<span>${a}</span>`)}</div><div class="body">${h.p.basics.summary}</div></div>
${sheet(h.t("work"), h.p.work.map((w) => tile(w.name, w.name, [`${w.position} · ${w.location}`, h.range(w)], html`${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`)), true)}
${sheet(h.t("education"), h.p.education.map((e) => tile(e.institution, e.institution, [h.degree(e, " · "), h.range(e)])))}
${sheet(h.t("skills"), h.list("skills").map((s) => html`<div class="secondary">${s.name}</div><div>${chips(s.keywords)}</div>`))}
${h.list("certificates").length > 0 && sheet(h.t("certificates"), h.list("certificates").map((c) => tile(c.issuer, c.name, [`${c.issuer} · ${h.date(c.date)}`])))}
<div class="pair">${sheet(h.t("languages"), h.list("languages").map((l) => html`<div class="primary">${l.language}</div><div class="secondary">${l.fluency}</div>`))}${sheet(h.t("interests"), chips(h.list("interests").map((i) => i.name)))}</div>
${h.list("projects").length > 0 && sheet(h.t("projects"), h.list("projects").map((p) => tile(p.name, p.name, [h.range(p)], html`<p>${p.description}</p>`)))}`);
