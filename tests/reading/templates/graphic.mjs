// A web service's layout with stars and bars: light column first on the page but last in the markup, by grid areas.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, level, mail, phone, photo } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 3 };

const css = `
body { display: grid; grid-template: "head head" auto "side main" 1fr / 63mm 1fr; min-height: 297mm; } header { grid-area: head; background: #e8a33d; padding: 9mm 12mm; display: flex; gap: 8mm; align-items: center; } .photo { width: 26mm; height: 26mm; border-radius: 50%; object-fit: cover; } main { grid-area: main; padding: 8mm 12mm; } aside { grid-area: side; background: #f1efea; padding: 8mm 7mm; font-size: 9pt; overflow-wrap: anywhere; }
h1 { font-size: 25pt; line-height: 1.1; } h2 { font-size: 12.5pt; margin: 0 0 2.5mm; color: #a76509; } section { margin-bottom: 7mm; } h6 { font-size: 11pt; margin: 0; } .firm { font-weight: bold; color: #555; } .when { font-size: 9pt; } article { margin-bottom: 4mm; } dt { color: #888; font-size: 8.5pt; } dl > dd { margin: 0 0 2mm; } .stars { color: #e8a33d; float: inline-end; }`;

const stars = (tenths) => "★".repeat(Math.round(tenths / 2)) + "☆".repeat(5 - Math.round(tenths / 2));
const entry = (title, firm, when, rest) => html`<article><h6>${title}</h6><div class="firm">${firm}</div><div class="when">${when}</div>${rest}</article>`;

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  return page(h, css, html`
<header>${photo}<div><h1>${h.p.basics.name}</h1><div>${h.p.basics.label}</div></div></header>
<main>
<section><h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p></section>
<section><h2>${h.t("work")}</h2>${h.p.work.map((w) => entry(w.position, w.name, `${h.range(w)} | ${w.location}`, html`${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`))}</section>
<section><h2>${h.t("education")}</h2>${h.p.education.map((e) => entry(h.degree(e), e.institution, h.range(e)))}</section>
${h.list("certificates").length > 0 && html`<section><h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => entry(c.name, c.issuer, h.date(c.date)))}</section>`}
</main>
<aside>
<section><h2>${h.t("contact")}</h2><dl><dt>${h.t("phone")}</dt><dd>${phone(h)}</dd><dt>${h.t("email")}</dt><dd>${mail(h)}</dd><dt>${h.t("address")}</dt><dd>${h.place}</dd>${h.p.basics.profiles.map((a, at) => html`<dt>${a.network}</dt><dd>${accounts(h)[at]}</dd>`)}</dl></section>
<section><h2>${h.t("skills")}</h2>${known.map((k, at) => html`<div>${k} <span class="stars">${stars(level(at, known.length))}</span></div>`)}</section>
<section><h2>${h.t("languages")}</h2>${h.list("languages").map((l) => html`<div>${l.language} <span class="stars">${l.fluency}</span></div>`)}</section>
<section><h2>${h.t("interests")}</h2>${h.list("interests").map((i) => html`<div>${i.name}</div>`)}</section>
</aside>`);
};
