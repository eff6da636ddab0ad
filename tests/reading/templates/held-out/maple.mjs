// A person's own site of one page: a list of links to its parts on top, parts on changing grounds with their heads in
// the middle, one tile beside another for what is short; its menu is not printed.

import { html, page } from "../../lib/html.mjs";
import { bullets, handles, mail, phone, publication, volunteer, web } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " - " }, variant: 3 };

const css = `
nav { background: #20242c; color: #fff; padding: 3mm 12mm; } nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: 1mm 6mm; padding: 0; justify-content: flex-end; font-size: 9.5pt; } @media print { nav { display: none; } }
.hero { background: #39424e; color: #fff; text-align: center; padding: 14mm 20mm 11mm; } .hero h1 { font-size: 30pt; line-height: 1.15; } .hero p { font-size: 13pt; color: #f5c26b; } .hero ul { list-style: none; padding: 0; margin-top: 4mm; display: flex; flex-wrap: wrap; justify-content: center; gap: 1mm 7mm; font-size: 9.5pt; }
section { padding: 7mm 20mm; } section:not(#work), .job { break-inside: avoid; } section:nth-of-type(even) { background: #f4f4f1; } h2 { text-align: center; font-size: 16pt; margin-bottom: 5mm; break-after: avoid; } h2::after { content: ""; display: block; width: 16mm; border-bottom: 2px solid #f5a623; margin: 1.5mm auto 0; } .about { text-align: center; } .job { margin-bottom: 5mm; } .job h3 { font-size: 12pt; } .job h4 { font-size: 10.5pt; font-weight: normal; color: #c07a08; break-after: avoid; } .tiles { display: grid; grid-template-columns: repeat(2, 1fr); gap: 4mm; } .tile { background: #fff; border: 1px solid #e3e3dd; border-top: 3px solid #f5a623; padding: 4mm; break-inside: avoid; } .tile h3 { font-size: 11pt; } .tile p:last-child { color: #777; } footer { background: #20242c; color: #aaa; text-align: center; padding: 4mm; font-size: 8.5pt; }`;

export const render = (h) => {
  const parts = [
    ["about", html`<p class="about">${h.p.basics.summary}</p>`],
    ["work", h.p.work.map((w) => html`<div class="job"><h3>${w.position}</h3><h4>${w.name} | ${w.location} | ${h.range(w)}</h4>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}</div>`)],
    ["skills", html`<div class="tiles">${h.list("skills").map((s) => html`<div class="tile"><h3>${s.name}</h3><ul>${s.keywords.map((k) => html`<li>${k}</li>`)}</ul></div>`)}</div>`],
    ["education", html`<div class="tiles">${h.p.education.map((e) => html`<div class="tile"><h3>${h.degree(e)}</h3><p>${e.institution}</p><p>${h.range(e)}</p></div>`)}</div>`],
    h.list("certificates").length > 0 && ["certificates", html`<div class="tiles">${h.list("certificates").map((c) => html`<div class="tile"><h3>${c.name}</h3><p>${c.issuer}</p><p>${h.date(c.date)}</p></div>`)}</div>`],
    h.list("projects").length > 0 && ["projects", html`<div class="tiles">${h.list("projects").map((p) => html`<div class="tile"><h3>${p.name}</h3><p>${p.description}</p><p>${h.range(p)}</p></div>`)}</div>`],
    ["publications", html`<p class="about">${publication(h)}</p>`],
    ["volunteering", html`<p class="about">${volunteer(h)}</p>`],
    ["languages", html`<p class="about">${h.list("languages").map((l) => `${l.language}: ${l.fluency}`).join(" | ")}</p>`],
  ].filter(Boolean);
  return page(h, css, html`
<nav><ul>${parts.map(([key]) => html`<li><a href="#${key}">${h.t(key)}</a></li>`)}</ul></nav>
<header class="hero"><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p><ul><li>${h.place}</li><li>${phone(h)}</li><li>${mail(h)}</li>${web(h) && html`<li>${web(h)}</li>`}${h.p.basics.profiles.map((a, at) => html`<li>${handles(h, () => `${a.network}:`)[at]}</li>`)}</ul></header>
<main>${parts.map(([key, body]) => html`<section id="${key}"><h2>${h.t(key)}</h2>${body}</section>`)}</main>
<footer>© 2026 ${h.p.basics.name}</footer>`);
};
