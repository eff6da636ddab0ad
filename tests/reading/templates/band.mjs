// A dark band over the whole width with drawn signs; below it roles in the wide column, the rest in the narrow one.

import { html, page } from "../lib/html.mjs";
import { bullets, handles, icon, mail, phone } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: " – " }, variant: 1 };

const css = `
header { background: #2b4a5e; color: #fff; padding: 11mm 14mm; } .name { font-size: 27pt; font-weight: bold; line-height: 1.15; } .label { font-size: 13pt; color: #bfe0ea; }
.contact { display: flex; flex-wrap: wrap; gap: 2mm 7mm; margin-top: 5mm; font-size: 9.5pt; }
.body { display: grid; grid-template-columns: 1.75fr 1fr; gap: 10mm; padding: 8mm 14mm; }
.head { font-size: 12pt; font-weight: bold; color: #2b4a5e; text-transform: uppercase; margin: 0 0 3mm; border-bottom: 2px solid #2b4a5e; } .block { margin-bottom: 7mm; }
.role { margin-bottom: 5mm; } .title { font-weight: bold; font-size: 11.5pt; } .firm { color: #2b7a94; } .meta { display: flex; justify-content: space-between; font-size: 9pt; color: #666; }
.tag { display: inline-block; background: #e3eef2; border-radius: 3mm; padding: .3mm 2.5mm; margin: 0 1mm 1.5mm 0; }`;

const block = (head, body) => html`<div class="block"><div class="head">${head}</div>${body}</div>`;

export const render = (h) =>
  page(h, css, html`
<header><div class="name">${h.p.basics.name}</div><div class="label">${h.p.basics.label}</div>
<div class="contact"><div>${icon("mail")} ${mail(h)}</div><div>${icon("phone")} ${phone(h)}</div><div>${icon("pin")} ${h.place}</div>${handles(h, () => icon("web")).map((a) => html`<div>${a}</div>`)}</div></header>
<div class="body"><div>
${block(h.t("work"), h.p.work.map((w) => html`<div class="role"><div class="title">${w.position}</div><div class="firm">${w.name}</div><div class="meta"><span>${h.range(w)}</span><span>${w.location}</span></div>${w.summary && html`<div>${w.summary}</div>`}${bullets(w)}</div>`))}
</div><div>
${block(h.t("about"), html`<div>${h.p.basics.summary}</div>`)}
${block(h.t("education"), h.p.education.map((e) => html`<div class="role"><div class="title">${h.degree(e)}</div><div class="firm">${e.institution}</div><div class="meta"><span>${h.range(e)}</span></div></div>`))}
${block(h.t("skills"), h.list("skills").flatMap((s) => s.keywords).map((k) => html`<span class="tag">${k}</span> `))}
${h.list("certificates").length > 0 && block(h.t("certificates"), h.list("certificates").map((c) => html`<div class="role"><div>${c.name}</div><div class="meta"><span>${c.issuer}</span><span>${h.date(c.date)}</span></div></div>`))}
${block(h.t("languages"), h.list("languages").map((l) => html`<div class="meta"><span>${l.language}</span><span>${l.fluency}</span></div>`))}
</div></div>`);
