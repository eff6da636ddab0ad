// A line with dots down the middle: dates and places on one side of it, titles and texts on the other.

import { html, page } from "../lib/html.mjs";
import { bullets, icon, mail, phone, handles } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " – ", apostrophe: true }, variant: 3 };

const css = `
body { padding: 13mm 16mm; } header { text-align: center; } h1 { font-size: 24pt; } .contact span { margin: 0 2.5mm; } h2 { text-align: center; font-size: 13pt; margin: 7mm 0 4mm; color: #365; }
.entry { display: grid; grid-template-columns: 46mm 9mm 1fr; } .left { text-align: end; color: #555; font-size: 9.5pt; padding-bottom: 5mm; } .dot { position: relative; }
.dot::before { content: ""; position: absolute; inset-block: 0; inset-inline-start: 4.2mm; border-inline-start: 2px solid #9b9; } .dot::after { content: ""; position: absolute; top: 1.5mm; inset-inline-start: 3.1mm; width: 8px; height: 8px; border-radius: 50%; background: #365; } h3 { font-size: 11pt; }
.skills { columns: 3; } .about { text-align: center; max-width: 150mm; margin: 4mm auto 0; }`;

const entry = (left, right) => html`<div class="entry"><div class="left">${left}</div><div class="dot"></div><div>${right}</div></div>`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p><p class="contact"><span>${icon("pin")} ${h.place}</span><span>${icon("phone")} ${phone(h)}</span><span>${icon("mail")} ${mail(h)}</span>${handles(h, () => icon("web")).map((a) => html`<span>${a}</span>`)}</p></header>
<p class="about">${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => entry(html`<div>${h.range(w)}</div><div>${w.location}</div>`, html`<h3>${w.position}</h3><div>${w.name}</div>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`))}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => entry(html`<div>${h.range(e)}</div>`, html`<h3>${h.degree(e)}</h3><div>${e.institution}</div>`))}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => entry(html`<div>${h.date(c.date)}</div>`, html`<h3>${c.name}</h3><div>${c.issuer}</div>`))}`}
<h2>${h.t("skills")}</h2><ul class="skills">${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<li>${k}</li>`)}</ul>
<h2>${h.t("languages")}</h2><p class="about">${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(" · ")}</p>`);
