// Two halves of equal width under a head over both, what is long in one and what is short in the other, with meters for
// skills, dots for languages and a year's badge before each study.

import { html, page } from "../lib/html.mjs";
import { accounts, award, icon, level, mail, phone, projectList, web } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " – ", open: "since" }, variant: 1, study: "end", certificates: "year" };

const css = `
@page { margin: 12mm 0; } @media screen { body { padding-block: 12mm; } } body { padding-inline: 14mm; font-size: 10pt; } header { border-bottom: 3px double #8a2f2f; padding-bottom: 4mm; margin-bottom: 5mm; } h1 { font-size: 24pt; line-height: 1.15; color: #8a2f2f; } .facts { display: grid; grid-template-columns: repeat(3, auto); justify-content: start; gap: .5mm 8mm; margin-top: 2mm; font-size: 9.5pt; } .halves { display: grid; grid-template-columns: 1fr 1fr; gap: 9mm; } h2 { font-size: 12.5pt; color: #8a2f2f; margin-bottom: 2.5mm; break-after: avoid; } section { margin-bottom: 6mm; } .role { margin-bottom: 4.5mm; } .role h3 { font-size: 10.5pt; break-after: avoid; } .role .at { font-weight: 600; color: #555; break-after: avoid; } .role .when { font-size: 9pt; color: #888; display: flex; justify-content: space-between; gap: 3mm; break-after: avoid; } .study { display: grid; grid-template-columns: 12mm 1fr; gap: 3mm; margin-bottom: 3mm; } .badge { background: #8a2f2f; color: #fff; border-radius: 1mm; text-align: center; font-size: 9pt; align-self: start; } .skill { display: grid; grid-template-columns: 1fr 30mm; gap: 3mm; align-items: center; } meter { width: 100%; } .dots { color: #8a2f2f; }`;

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  const block = (key, body) => html`<section><h2>${h.t(key)}</h2>${body}</section>`;
  return page(h, css, html`
<header><h1>${h.p.basics.name}</h1><div>${h.p.basics.label}</div>
<div class="facts"><span>${icon("phone")} ${phone(h)}</span><span>${icon("mail")} ${mail(h)}</span><span>${icon("pin")} ${h.place}</span>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<span>${icon("web")} ${a}</span>`)}</div></header>
<div class="halves"><div>
${block("work", h.p.work.map((w) => html`<div class="role"><h3>${w.position}</h3><div class="at">${w.name}</div><div class="when"><span>${h.range(w)}</span><span>${w.location}</span></div>${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}</div>`))}
</div><div>
${block("about", html`<p>${h.p.basics.summary}</p>`)}
${block("education", h.p.education.map((e) => html`<div class="study"><div class="badge">${(e.endDate ?? e.startDate).slice(0, 4)}</div><div><b>${e.studyType ?? e.area}</b>${e.studyType && html`<div>${e.area}</div>`}<div>${e.institution}</div></div></div>`))}
${block("skills", known.map((k, at) => html`<div class="skill"><span>${k}</span><meter min="0" max="10" value="${level(at, known.length)}"></meter></div>`))}
${block("languages", h.list("languages").map((l, at) => html`<div class="skill"><span>${l.language} <small>${l.fluency}</small></span><span class="dots" aria-hidden="true">${"●".repeat(Math.max(5 - at, 2))}${"○".repeat(Math.min(at, 3))}</span></div>`))}
${h.list("certificates").length > 0 && block("certificates", h.list("certificates").map((c) => html`<div class="study"><div class="badge">${c.date.slice(0, 4)}</div><div><b>${c.name}</b><div>${c.issuer}</div></div></div>`))}
${h.list("projects").length > 0 && block("projects", projectList(h))}
${block("awards", html`<p>${award(h)}</p>`)}
${block("interests", html`<p>${h.list("interests").map((i) => i.name).join(h.comma)}</p>`)}
</div></div>`);
};
