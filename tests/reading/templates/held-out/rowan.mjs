// Parts and roles that unfold on the screen and stand open; a role's summary line has title and employer to one side
// and the dates to the other, its tools as small marks below the text.

import { html, page } from "../../lib/html.mjs";
import { accounts, extra, icon, mail, phone, photo, tools, web } from "../shared.mjs";

export const layout = { dates: { style: "numeric", dash: " - " }, variant: 0, extra };

const css = `
@page { margin: 13mm 0; } @media screen { body { padding-block: 13mm; } } body { padding-inline: 17mm; } .top { display: grid; grid-template-columns: 28mm 1fr auto; gap: 6mm; align-items: start; } .photo { width: 28mm; height: 34mm; border-radius: 2mm; } h1 { font-size: 22pt; line-height: 1.15; } .contact { font-size: 9.5pt; } .about { margin-top: 2mm; }
details { margin-top: 4mm; } summary { list-style: none; cursor: pointer; break-after: avoid; } summary::-webkit-details-marker { display: none; } .part > summary { font-size: 13pt; font-weight: bold; color: #5b3a8c; border-bottom: 1px solid #cfc3e2; } .part > summary::before { content: "▾ "; font-size: 9pt; } .role { margin-top: 3mm; } .role > summary { display: flex; justify-content: space-between; gap: 5mm; } .role > summary span:last-child { color: #777; white-space: nowrap; } .inside { padding-inline-start: 4mm; } .place { color: #777; font-size: 9.5pt; } .marks { font-size: 8.5pt; color: #5b3a8c; margin-top: 1mm; } .flat { margin-top: 2mm; }`;

const part = (h, key, body) => html`<details class="part" open><summary>${h.t(key)}</summary>${body}</details>`;

export const render = (h) =>
  page(h, css, html`
<div class="top">${photo}<div><h1>${h.p.basics.name}</h1><div>${h.p.basics.label}</div><p class="about">${h.p.basics.summary}</p></div>
<div class="contact"><div>${icon("pin")} ${h.place}</div><div>${icon("phone")} ${phone(h)}</div><div>${icon("mail")} ${mail(h)}</div>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<div>${icon("web")} ${a}</div>`)}</div></div>
${part(h, "work", h.p.work.map((w, at) => html`<details class="role" open><summary><span><b>${w.position}</b>, ${w.name}</span><span>${h.range(w)}</span></summary><div class="inside"><div class="place">${w.location}</div>${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}<div class="marks">${tools(h, at)}</div></div></details>`))}
${h.list("projects").length > 0 && part(h, "projects", h.list("projects").map((p) => html`<details class="role" open><summary><span><b>${p.name}</b></span><span>${h.range(p)}</span></summary><div class="inside">${p.description}</div></details>`))}
${part(h, "education", h.p.education.map((e) => html`<details class="role" open><summary><span><b>${h.degree(e)}</b>, ${e.institution}</span><span>${h.range(e)}</span></summary></details>`))}
${part(h, "skills", h.list("skills").map((s) => html`<div class="flat"><b>${s.name}</b><div>${s.keywords.join(" · ")}</div></div>`))}
${h.list("certificates").length > 0 && part(h, "certificates", h.list("certificates").map((c) => html`<div class="flat">${c.name} – ${c.issuer} (${h.date(c.date)})</div>`))}
${part(h, "languages", h.list("languages").map((l) => html`<div class="flat">${l.language} – ${l.fluency}</div>`))}
${part(h, "interests", html`<div class="flat">${h.list("interests").map((i) => i.name).join(" · ")}</div>`)}`);
