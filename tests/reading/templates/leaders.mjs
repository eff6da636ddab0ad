// Two dense lines to an entry with dotted leaders to the dates; name and page number on the head of every further page.

import { html, page } from "../lib/html.mjs";
import { accounts, award, bullets, ending, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "iso", dash: " – " }, variant: 0, headline: false };

const css = (name) => `
@page { margin: 16mm 18mm 14mm; @top-left { content: "${name.replace(/["\\]/g, "")}"; font: 8pt sans-serif; color: #777; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #777; } }
@page :first { @top-left { content: none; } }
@media screen { body { padding: 16mm 18mm; } } body { font-size: 10pt; line-height: 1.3; } h1 { font-size: 17pt; text-align: center; } .centre { text-align: center; } h2 { font-size: 11pt; border-bottom: 1px solid #000; margin: 4mm 0 1.5mm; } .line { display: flex; align-items: baseline; gap: 2mm; } .dots { flex: 1; border-bottom: 1px dotted #888; }`;

const line = (left, right) => html`<div class="line"><span>${left}</span><span class="dots"></span><span>${right}</span></div>`;

export const render = (h) =>
  page(h, css(h.p.basics.name), html`
<h1>${h.p.basics.name}</h1><p class="centre">${h.place} | ${phone(h)} | ${mail(h)}</p><p class="centre">${[web(h), ...accounts(h)].filter(Boolean).map((a, at) => html`${at > 0 && " | "}${a}`)}</p>
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`${line(html`<b>${e.institution}</b>`, h.range(e))}<p>${h.degree(e)}</p>`)}
<h2>${h.t("work")}</h2>${h.p.work.map((w) => html`${line(html`<b>${w.name}</b>, ${w.location}`, h.range(w))}<p><i>${w.position}</i></p>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => line(html`${c.name}, ${c.issuer}`, h.date(c.date)))}`}
<h2>${h.t("awards")}</h2><p>${award(h)}</p>
<h2>${h.t("skills")}</h2><p>${h.list("skills").map((s, at) => html`${at > 0 && "; "}${s.keywords.join(h.comma)}`)}</p>
${ending(h)}`);
