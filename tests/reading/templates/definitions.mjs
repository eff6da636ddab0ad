// Definition lists only: "Title at Employer" as the term, dates and text as what defines it; contacts at the foot.

import { html, page } from "../lib/html.mjs";
import { accounts, award, bullets, mail, phone, volunteer } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 0 };

const css = `
body { padding: 17mm 22mm; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", serif; }
h5 { font-size: 13pt; font-weight: normal; font-variant: small-caps; margin: 13pt 0 5pt; color: #70302a; border-bottom: .5pt dotted #70302a; }
h4 { font-size: 20pt; font-weight: normal; margin: 0; } dt { font-weight: bold; margin-top: 6pt; } dd { margin-inline-start: 8mm; } .when { font-style: italic; }
footer { margin-top: 16pt; border-top: .5pt solid #888; padding-top: 4pt; font-size: 9.5pt; text-align: center; }`;

const list = (h, key, entries) => entries.length > 0 && html`<h5>${h.t(key)}</h5><dl>${entries}</dl>`;

export const render = (h) => {
  const at = h.t("at") === "–" ? " – " : ` ${h.t("at")} `;
  return page(h, css, html`
<h4>${h.p.basics.name}</h4><p>${h.p.basics.label}</p>
${list(h, "about", [html`<dd>${h.p.basics.summary}</dd>`])}
${list(h, "work", h.p.work.map((w) => html`<dt>${w.position}${at}${w.name}</dt><dd class="when">${h.range(w)}, ${w.location}</dd>${w.summary && html`<dd>${w.summary}</dd>`}<dd>${bullets(w)}</dd>`))}
${list(h, "volunteering", [html`<dd>${volunteer(h)}</dd>`])}
${list(h, "education", h.p.education.map((e) => html`<dt>${h.degree(e)}</dt><dd>${e.institution}</dd><dd class="when">${h.range(e)}</dd>`))}
${list(h, "certificates", h.list("certificates").map((c) => html`<dt>${c.name}</dt><dd>${c.issuer}, ${h.date(c.date)}</dd>`))}
${list(h, "awards", [html`<dd>${award(h)}</dd>`])}
${list(h, "skills", h.list("skills").map((s) => html`<dt>${s.name}</dt><dd>${s.keywords.join(h.comma)}</dd>`))}
${list(h, "languages", h.list("languages").map((l) => html`<dd>${l.language}: ${l.fluency}</dd>`))}
<footer>${h.place} · ${phone(h)} · ${mail(h)}${accounts(h).map((a) => html` · ${a}`)}</footer>`);
};
