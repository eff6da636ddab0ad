// Each role a card with its dates at the foot of the head; skills as a grid above; contacts with symbols.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, ending, mail, projects } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " - " }, variant: 2 };

const css = `body { padding: 14mm; } h1 { font-size: 26pt; } h2 { margin: 12pt 0 6pt; font-size: 14pt; } .card { border: 1px solid #bbb; border-radius: 4px; padding: 4mm; margin-bottom: 4mm; } .grid { display: grid; grid-template-columns: 1fr 1fr; gap: 4mm; } .contact { display: flex; gap: 6mm; flex-wrap: wrap; }`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1><h3>${h.p.basics.label}</h3>
<div class="contact"><span>✉ ${mail(h)}</span><span dir="ltr">☎ ${h.p.basics.phone}</span><span>⌂ ${h.place}</span>${accounts(h).map((a) => html`<span>${a}</span>`)}</div></header>
<p>${h.p.basics.summary}</p>
<h2>${h.t("skills")}</h2><div class="grid">${h.list("skills").map((s) => html`<div><b>${s.name}</b><ul>${s.keywords.map((k) => html`<li>${k}</li>`)}</ul></div>`)}</div>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => html`<article class="card"><h3>${w.position}</h3><div>${w.name} (${w.location})</div><div>${h.range(w)}</div>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}</article>`)}
<h2>${h.t("education")}</h2><div class="grid">${h.p.education.map((e) => html`<article class="card"><h3>${h.degree(e)}</h3><div>${e.institution}</div><div>${h.range(e)}</div></article>`)}</div>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><div class="grid">${h.list("certificates").map((c) => html`<article class="card"><h3>${c.name}</h3><div>${c.issuer}</div><div>${h.date(c.date)}</div></article>`)}</div>`}
${projects(h)}${ending(h)}`);
