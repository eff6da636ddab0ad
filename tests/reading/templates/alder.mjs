// As a terminal prints it: one size of monospaced letters, signs of plain text before headings, entries and lines.

import { html, page } from "../lib/html.mjs";
import { accounts, award, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "iso", dash: " .. " }, variant: 2 };

const css = `
@page { margin: 14mm 0; } body { padding: 0 18mm; font: 9.5pt/1.5 "Liberation Mono", "DejaVu Sans Mono", "Noto Sans Mono CJK SC", "Noto Sans Mono CJK JP", "Noto Sans", monospace; color: #1b2b1b; } @media screen { body { padding-block: 14mm; } }
h1, h2, h3 { font-size: inherit; } h2 { margin: 5mm 0 1.5mm; color: #0a6b2d; break-after: avoid; } h2::before { content: "# "; } h3 { margin-top: 3mm; break-after: avoid; } h3::before { content: "> "; color: #0a6b2d; }
ul { list-style: none; padding-inline-start: 2ch; } li { position: relative; padding-inline-start: 2ch; } li::before { content: "- "; position: absolute; inset-inline-start: 0; } .in { padding-inline-start: 2ch; } .key { color: #667; } .dim { color: #667; }
.pairs { display: grid; grid-template-columns: max-content 1fr; column-gap: 2ch; }`;

const pair = (key, value) => html`<span class="key">${key}</span><span>${value}</span>`;
const items = (list) => html`<ul>${list.map((one) => html`<li>${one}</li>`)}</ul>`;

export const render = (h) => {
  const work = h.p.work.map((w) => html`<div><h3>${w.position} @ ${w.name}</h3><div class="in dim">[${h.range(w)}] ${w.location}</div>${w.summary && html`<div class="in">${w.summary}</div>`}${w.highlights && items(w.highlights)}</div>`);
  return page(h, css, html`
<header><h1>${h.p.basics.name}</h1><div>${h.p.basics.label}</div><br>
<div class="pairs">${pair(h.t("email"), mail(h))}${pair(h.t("phone"), phone(h))}${pair(h.t("address"), h.place)}${web(h) && pair(h.t("web"), web(h))}${h.p.basics.profiles.map((a, at) => pair(a.network, accounts(h)[at]))}</div></header>
<section><h2>${h.t("about")}</h2><div>${h.p.basics.summary}</div></section>
<section><h2>${h.t("work")}</h2>${work}</section>
<section><h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<div><h3>${h.degree(e)} @ ${e.institution}</h3><div class="in dim">[${h.range(e)}]</div></div>`)}</section>
${h.list("certificates").length > 0 && html`<section><h2>${h.t("certificates")}</h2>${items(h.list("certificates").map((c) => html`${c.name}, ${c.issuer} [${h.date(c.date)}]`))}</section>`}
<section><h2>${h.t("skills")}</h2><div class="pairs">${h.list("skills").map((s) => pair(s.name, s.keywords.join(h.comma)))}</div></section>
<section><h2>${h.t("languages")}</h2><div class="pairs">${h.list("languages").map((l) => pair(l.language, l.fluency))}</div></section>
${h.list("projects").length > 0 && html`<section><h2>${h.t("projects")}</h2>${h.list("projects").map((p) => html`<div><h3>${p.name}</h3><div class="in dim">[${h.range(p)}]</div><div class="in">${p.description}</div></div>`)}</section>`}
<section><h2>${h.t("awards")}</h2>${items([award(h)])}</section>
<section><h2>${h.t("interests")}</h2>${items(h.list("interests").map((i) => i.name))}</section>`);
};
