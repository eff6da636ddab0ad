// A coloured column to the left with contacts, skills and languages; the history to the right.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, projects, references, text, web } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 0 };

const css = `
body { display: grid; grid-template-columns: 64mm 1fr; min-height: 297mm; }
aside { background: #263545; color: #fff; padding: 14mm 8mm; } main { padding: 14mm 12mm; }
h1 { font-size: 20pt; line-height: 1.1; } h2 { font-size: 12pt; margin: 14pt 0 4pt; text-transform: uppercase; }
h3 { font-size: 11pt; margin-top: 8pt; } .dates { color: #777; }`;

export const render = (h) =>
  page(h, css, html`
<aside>
<h2>${h.t("contact")}</h2>
<p dir="ltr">${h.p.basics.phone}</p><p>${mail(h)}</p><p>${h.place}</p>${web(h) && html`<p>${web(h)}</p>`}${accounts(h).map((a) => html`<p>${a}</p>`)}
<h2>${h.t("skills")}</h2>
${h.list("skills").map((s) => html`<h3>${s.name}</h3><ul>${s.keywords.map((k) => html`<li>${k}</li>`)}</ul>`)}
<h2>${h.t("languages")}</h2>
<ul>${h.list("languages").map((l) => html`<li>${l.language} – ${l.fluency}</li>`)}</ul>
</aside>
<main>
<h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>
${h.p.work.map((w) => html`<h3>${w.position}</h3><p>${w.name} · ${w.location}</p><p class="dates">${h.range(w)}</p>${text(w)}`)}
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => html`<h3>${h.degree(e)}</h3><p>${e.institution}</p><p class="dates">${h.range(e)}</p>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>`}
${h.list("certificates").map((c) => html`<h3>${c.name}</h3><p>${c.issuer} · ${h.date(c.date)}</p>`)}
${projects(h)}${references(h)}
</main>`);
