// The form of a public service for vitae across Europe in its newer dress: facts behind bold labels with bars between them,
// a rule under each heading, dates and place in grey above "TITLE – EMPLOYER", the languages as a table, a signed end.

import { html, page } from "../lib/html.mjs";
import { born, mail, phone, photo, volunteer, web } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – " }, variant: 2, headline: false };

const css = `
@page { margin: 14mm 0; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #777; margin-right: 16mm; } }
@media screen { body { max-width: 210mm; margin: 0 auto; padding-block: 14mm; } }
body { padding-inline: 16mm; font-size: 9.5pt; line-height: 1.3; color: #3f3a38; }
.top { display: flex; gap: 8mm; align-items: center; border-bottom: .3mm solid #c6c6c6; padding-bottom: 5mm; } .top .photo { flex: none; width: 30mm; height: 30mm; object-fit: cover; border-radius: 50%; }
.person { font-size: 20pt; font-weight: 700; line-height: 1.2; color: #1c1c1c; margin-bottom: 2mm; } .facts { line-height: 1.6; } .fact b { font-weight: 700; } .bar { color: #999; margin: 0 1.5mm; }
.block { margin-top: 4.5mm; } .block-title { font-size: 12pt; font-weight: 700; text-transform: uppercase; color: #004494; border-bottom: .3mm solid #004494; padding-bottom: .8mm; margin-bottom: 3mm; break-after: avoid; }
.event { margin-bottom: 3mm; } .event-when { color: #777; font-size: 9.5pt; break-after: avoid; } .event-what { font-size: 10.5pt; text-transform: uppercase; break-after: avoid; } .event-what b { color: #1c1c1c; }
.event-where { margin-inline-start: 2mm; } .event-text { margin-top: 1mm; } .event-line { font-size: 9.5pt; }
table.levels { border-collapse: collapse; width: 100%; } .levels th, .levels td { text-align: start; border-bottom: .2mm solid #ddd; padding: 1mm 2mm; font-weight: 400; } .levels thead th { font-size: 9pt; color: #777; } .levels tbody th { font-weight: 700; width: 60mm; }
.sign { margin-top: 7mm; display: flex; justify-content: space-between; }`;

export const render = (h) => {
  const { basics } = h.p;
  const { postalCode, city } = basics.location;
  const facts = [
    [h.t("born"), born(h)],
    [h.t("phone"), phone(h)],
    [h.t("email"), mail(h)],
    web(h) && [h.t("web"), web(h)],
    ...basics.profiles.map((a) => [a.network, html`<a href="${a.url}">${h.bare(a.url)}</a>`]),
    [h.t("address"), html`${city}, ${postalCode}, ${h.country}`],
  ].filter(Boolean);
  const block = (key, body) => html`
<div class="block">
  <div class="block-title">${h.t(key)}</div>
  ${body}
</div>`;
  const event = (when, where, bold, rest, body) => html`
  <div class="event">
    <div class="event-when">${when}${where && html` <span class="event-where">${where}</span>`}</div>
    <div class="event-what"><b>${bold}</b>${rest && html` – <span>${rest}</span>`}</div>
    ${body}
  </div>`;
  return page(h, css, html`
<div class="top">
  ${photo}
  <div>
    <div class="person">${basics.name}</div>
    <div class="facts">${facts.map(([label, value], at) => html`${at > 0 && html`<span class="bar">|</span>`}<span class="fact"><b>${label}:</b> ${value}</span>`)}</div>
  </div>
</div>
${block("about", html`<div class="event-text">${basics.summary}</div>`)}
${block("work", h.p.work.map((w) => event(h.range(w), w.location, w.position, w.name, html`<div class="event-text">${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}</div>`)))}
${block("education", h.p.education.map((e) => event(h.range(e), "", e.studyType, e.institution, html`<div class="event-line">${e.area}${e.score && html`<span class="bar">|</span>${h.t("grade")}: ${e.score}`}</div>`)))}
${block("languages", html`<table class="levels"><tbody>${h.list("languages").map((l) => html`<tr><th scope="row">${l.language}</th><td>${l.fluency}</td></tr>`)}</tbody></table>`)}
${block("skills", h.list("skills").map((s) => html`<div class="event"><b>${s.name}</b><div>${s.keywords.map((k, at) => html`${at > 0 && html`<span class="bar">|</span>`}${k}`)}</div></div>`))}
${h.list("certificates").length > 0 && block("certificates", h.list("certificates").map((c) => event(h.date(c.date), "", c.name, "", html`<div class="event-line">${c.issuer}</div>`)))}
${h.list("projects").length > 0 && block("projects", h.list("projects").map((p) => event(h.range(p), "", p.name, "", html`<div class="event-text">${p.description}</div>`)))}
${block("volunteering", html`<div class="event"><div class="event-text">${volunteer(h)}</div></div>`)}
${block("interests", html`<div class="event-text">${h.list("interests").map((i) => i.name).join(h.comma)}</div>`)}
<div class="sign"><span>${city}, ${h.date("2026-05")}</span><span>${basics.name}</span></div>`);
};
