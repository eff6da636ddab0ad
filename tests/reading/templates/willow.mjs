// Much white and thin letters: the end of each entry over its beginning in a column at the far side, name and summary
// side by side on top, the contacts as a row below them.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, phone, text, volunteer, web } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 1 };

const css = `
@page { margin: 17mm 0; } @media screen { body { padding-block: 17mm; } } body { padding-inline: 22mm; color: #333; } header { display: grid; grid-template-columns: 70mm 1fr; gap: 10mm; align-items: end; } h1 { font-size: 27pt; font-weight: 300; line-height: 1.1; } .label { color: #888; font-size: 12pt; } .contact { display: flex; flex-wrap: wrap; gap: 1mm 7mm; border-block: 1px solid #ddd; padding: 2mm 0; margin: 6mm 0 8mm; font-size: 9.5pt; color: #666; } h2 { font-size: 9.5pt; font-weight: 600; color: #1f8a8a; margin: 7mm 0 3mm; break-after: avoid; } .entry { display: grid; grid-template-columns: 1fr 30mm; gap: 8mm; margin-bottom: 5mm; } .entry h3 { font-size: 12pt; font-weight: 400; break-after: avoid; } .where { color: #888; break-after: avoid; } .when { border-inline-start: 1px solid #ddd; padding-inline-start: 4mm; color: #888; font-size: 9.5pt; } .when span { display: block; } .grid { display: grid; grid-template-columns: repeat(3, 1fr); gap: 3mm 8mm; } .grid b { font-weight: 600; display: block; }`;

export const render = (h) => {
  const end = (entry) => (entry.endDate ? h.date(entry.endDate) : h.present());
  const when = (entry) => html`<div class="when"><span>${end(entry)}</span><span>${h.date(entry.startDate)}</span></div>`;
  const entry = (title, where, rest, side) => html`<div class="entry"><div><h3>${title}</h3><div class="where">${where}</div>${rest}</div>${side}</div>`;
  return page(h, css, html`
<header><div><h1>${h.p.basics.name}</h1><div class="label">${h.p.basics.label}</div></div><div>${h.p.basics.summary}</div></header>
<div class="contact"><span>${mail(h)}</span><span>${phone(h)}</span><span>${h.place}</span>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<span>${a}</span>`)}</div>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => entry(w.position, `${w.name}, ${w.location}`, text(w), when(w)))}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => entry(h.degree(e), e.institution, "", when(e)))}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => entry(c.name, c.issuer, "", html`<div class="when"><span>${h.date(c.date)}</span></div>`))}`}
<h2>${h.t("volunteering")}</h2><p>${volunteer(h)}</p>
<h2>${h.t("skills")}</h2><div class="grid">${h.list("skills").map((s) => html`<div><b>${s.name}</b>${s.keywords.map((k) => html`<div>${k}</div>`)}</div>`)}</div>
<h2>${h.t("languages")}</h2><div class="grid">${h.list("languages").map((l) => html`<div><b>${l.language}</b>${l.fluency}</div>`)}</div>
<h2>${h.t("interests")}</h2><div class="grid">${h.list("interests").map((i) => html`<div>${i.name}</div>`)}</div>`);
};
