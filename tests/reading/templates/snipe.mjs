// First name thin and last name thick, the first letters of headings in another colour and a rule behind them; employer
// and place on an entry's first line, title in small letters and dates on its second, in a table without borders.

import { html, page } from "../lib/html.mjs";
import { accounts, icon, mail, phone, volunteer, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " - ", upper: true }, variant: 0 };

const css = `
@page { margin: 14mm 0 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #999; margin-right: 16mm; } }
@media screen { body { padding-block: 14mm; } }
body { padding-inline: 17mm; font-size: 9.5pt; color: #333; }
.cv-head { text-align: center; line-height: 1.35; margin-bottom: 5mm; }
.cv-head .first { font-size: 28pt; font-weight: 200; color: #777; } .cv-head .last { font-size: 28pt; font-weight: bold; }
.cv-head .what { color: #c0392b; font-variant: small-caps; } .cv-head .where { font-style: italic; color: #999; font-size: 9pt; }
.cv-head .social { font-size: 8.5pt; } .one { display: inline-block; } .sep { color: #bbb; margin: 0 1.5mm; }
.cv-quote { text-align: center; color: #666; margin-bottom: 3mm; }
h2 { font-size: 15pt; display: flex; align-items: center; gap: 2mm; margin: 5mm 0 2mm; break-after: avoid; }
h2::after { content: ""; flex: 1; border-top: .35mm solid #aaa; }
h2::first-letter { color: #c0392b; }
table { width: 100%; border-spacing: 0; } .entry { break-after: avoid; } td { padding: 0; vertical-align: baseline; }
td + td { text-align: end; white-space: nowrap; padding-inline-start: 5mm; }
.org { font-weight: bold; font-size: 10.5pt; } .loc { font-style: italic; color: #c0392b; }
.role { font-variant: small-caps; color: #666; } .date { font-style: italic; color: #888; font-size: 9pt; }
.body { margin: .8mm 0 3.5mm; } .body ul { padding-inline-start: 4.5mm; }
.skill td:first-child { width: 38mm; font-weight: bold; text-align: end; padding-inline-end: 4mm; white-space: nowrap; vertical-align: top; } .skill td + td { text-align: start; white-space: normal; padding: 0; }`;

export const render = (h) => {
  const [first, ...rest] = h.p.basics.name.split(" ");
  const entry = (org, loc, role, date, body) => html`
<table class="entry">
<tr><td class="org">${org}</td><td class="loc">${loc}</td></tr>
<tr><td class="role">${role}</td><td class="date">${date}</td></tr>
</table>
<div class="body">${body}</div>`;
  const honor = (date, what, by) => html`
<table><tr><td>${what}${by && html`, <span class="role">${by}</span>`}</td><td class="date">${date}</td></tr></table>`;
  const section = (key, body) => html`
<h2>${h.t(key)}</h2>${body}`;
  const contacts = [phone(h), mail(h), web(h), ...accounts(h)].filter(Boolean);
  return page(h, css, html`
<div class="cv-head">
<div>${rest.length > 0 ? html`<span class="first">${first}</span> <span class="last">${rest.join(" ")}</span>` : html`<span class="last">${first}</span>`}</div>
<div class="what">${h.p.basics.label}</div>
<div class="where">${h.place}</div>
<div class="social">${contacts.map((one, at) => html`${at > 0 && html`<span class="sep">|</span>`}<span class="one">${icon(["phone", "mail"][at] ?? "web")} ${one}</span>`)}</div>
</div>
<div class="cv-quote">${h.p.basics.summary}</div>
${section("work", h.p.work.map((w) => entry(w.name, w.location, w.position, h.range(w), html`${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}`)))}
${section("education", h.p.education.map((e) => entry(e.institution, e.score ?? "", h.degree(e), h.range(e), "")))}
${section("skills", html`<table class="skill">${h.list("skills").map((s) => html`<tr><td>${s.name}</td><td>${s.keywords.join(h.comma)}</td></tr>`)}<tr><td>${h.t("languages")}</td><td>${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(h.comma)}</td></tr></table>`)}
${section("awards", honor(h.date("2018"), h.t("award")))}
${h.list("certificates").length > 0 && section("certificates", h.list("certificates").map((c) => honor(h.date(c.date), c.name, c.issuer)))}
${h.list("projects").length > 0 && section("projects", h.list("projects").map((p) => html`${honor(h.range(p), html`<b>${p.name}</b>`)}<div class="body"><p>${p.description}</p></div>`))}
${section("volunteering", html`<p>${volunteer(h)}</p>`)}`);
};
