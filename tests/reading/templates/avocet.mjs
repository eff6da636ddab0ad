// Somebody's own site made ready for print: a bar of links that paper leaves out, a greeting-like head, roles as cards in
// a list with their years as a badge, studies as cards side by side, a foot with the day of the last change.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 2, certificates: "year" };

const css = `
@page { margin: 13mm 15mm; }
@media screen { body { max-width: 230mm; margin: 0 auto; padding: 0 15mm 15mm; } .site-nav { display: flex; gap: 6mm; padding: 4mm 0; border-bottom: 1px solid #e5e7eb; margin-bottom: 8mm; } }
@media print { .site-nav, .no-print { display: none; } }
body { font-size: 10pt; color: #1f2937; }
.hero h1 { font-size: 26pt; line-height: 1.15; letter-spacing: -.01em; } .hero .tagline { font-size: 13pt; color: #7c3aed; } .hero .bio { margin-top: 3mm; max-width: 150mm; }
.pills { display: flex; flex-wrap: wrap; gap: 2mm; margin-top: 4mm; } .pills a, .pills span.pill { border: 1px solid #d1d5db; border-radius: 5mm; padding: .6mm 3mm; font-size: 9pt; }
section h2 { font-size: 14pt; margin: 8mm 0 3.5mm; break-after: avoid; } section h2::before { content: "# "; color: #c4b5fd; }
.card { border: 1px solid #e5e7eb; border-radius: 2mm; padding: 4mm 5mm; margin-bottom: 4mm; }
.card-top { display: grid; grid-template-columns: 1fr auto; gap: 0 5mm; } .card-top:not(:last-child) { break-after: avoid; } .card-title { font-weight: 700; font-size: 11.5pt; } .card-sub { grid-column: 1; color: #6b7280; } .card-date { grid-column: 2; grid-row: 1; align-self: start; background: #ede9fe; color: #5b21b6; border-radius: 5mm; padding: .3mm 3mm; font-size: 8.5pt; white-space: nowrap; }
.card ul { margin-top: 1mm; } .grid { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; } .grid .card { margin: 0; break-inside: avoid; }
.inline { list-style: none; padding: 0; } .inline li { display: inline; } .inline li + li::before { content: " • "; color: #c4b5fd; }
.site-footer { margin-top: 8mm; color: #9ca3af; font-size: 8.5pt; }`;

export const render = (h) => {
  const keys = ["work", "education", "skills", "contact"];
  const section = (key, body) => html`
  <section id="${key}">
    <h2>${h.t(key)}</h2>
    ${body}
  </section>`;
  const card = (title, sub, date, rest) => html`
    <div class="card">
      <div class="card-top">
        <div class="card-title">${title}</div>
        <div class="card-sub">${sub}</div>
        <div class="card-date">${date}</div>
      </div>
      ${rest}
    </div>`;
  return page(h, css, html`
<nav class="site-nav">${keys.map((key) => html`
  <a href="#${key}">${h.t(key)}</a>`)}
</nav>
<main>
  <div class="hero">
    <h1>${h.p.basics.name}</h1>
    <p class="tagline">${h.p.basics.label}</p>
    <p class="bio">${h.p.basics.summary}</p>
  </div>
  ${section("work", h.p.work.map((w) => card(w.position, html`${w.name} · ${w.location}`, h.range(w), html`${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}`)))}
  ${h.list("projects").length > 0 && section("projects", h.list("projects").map((p) => card(p.name, "", h.range(p), html`<p>${p.description}</p>`)))}
  ${section("education", html`<div class="grid">${h.p.education.map((e) => card(e.studyType, html`${e.area}<br>${e.institution}`, h.range(e), ""))}</div>`)}
  ${section("skills", h.list("skills").map((s) => html`<h3>${s.name}</h3><ul class="inline">${s.keywords.map((k) => html`
      <li>${k}</li>`)}
    </ul>`))}
  ${h.list("certificates").length > 0 && section("certificates", html`<ul>${h.list("certificates").map((c) => html`<li>${c.name} · ${c.issuer} · ${c.date.slice(0, 4)}</li>`)}</ul>`)}
  ${section("languages", html`<ul class="inline">${h.list("languages").map((l) => html`
      <li>${l.language} (${l.fluency})</li>`)}
    </ul>`)}
  ${section("contact", html`<div class="pills"><span class="pill">${h.place}</span> <span class="pill">${phone(h)}</span> ${[mail(h), web(h), ...accounts(h)].filter(Boolean).map((a) => html`${a} `)}</div>`)}
</main>
<footer class="site-footer">© 2026 ${h.p.basics.name} · ${h.date("2026-05")}</footer>`);
};
