// As typeset for a university: small capitals over a rule, every entry a small table of two rows and two columns
// (title and place, employer and dates), publications numbered, a page number at the foot.

import { html, page } from "../lib/html.mjs";
import { accounts, award, bullets, mail, phone, publication, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: "–" }, variant: 1 };

const css = `
@page { margin: 18mm 21mm 16mm; @bottom-center { content: counter(page); font: 9pt serif; } } @media screen { body { padding: 18mm 21mm; } }
body { font: 10.5pt/1.3 "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", serif; color: #000; } h1 { text-align: center; font-size: 20pt; font-weight: normal; font-variant: small-caps; } .centre { text-align: center; } h2 { font-size: 12.5pt; font-weight: normal; font-variant: small-caps; border-bottom: .5pt solid #000; margin: 4.5mm 0 1.5mm; break-after: avoid; } table { width: 100%; border-spacing: 0; margin-top: 1.5mm; break-inside: avoid; } tr { break-inside: avoid; } td { padding: 0; vertical-align: top; } td:last-child { text-align: end; white-space: nowrap; padding-inline-start: 5mm; } .second td { font-style: italic; font-size: 10pt; } ul, ol { padding-inline-start: 6mm; }`;

const entry = (a, b, c, d) => html`<table><tr><td><b>${a}</b></td><td>${b}</td></tr><tr class="second"><td>${c}</td><td>${d}</td></tr></table>`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1><div class="centre"><i>${h.p.basics.label}</i></div>
<div class="centre">${phone(h)} | ${mail(h)} | ${h.place}</div><div class="centre">${[web(h), ...accounts(h)].filter(Boolean).map((a, at) => html`${at > 0 && " | "}${a}`)}</div>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("education")}</h2>${h.p.education.map((e) => entry(e.institution, h.range(e), h.degree(e), e.score ?? ""))}
<h2>${h.t("work")}</h2>${h.p.work.map((w) => html`${entry(w.position, w.location, w.name, h.range(w))}${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}`)}
<h2>${h.t("publications")}</h2><ol><li>${publication(h)}</li></ol>
${h.list("projects").length > 0 && html`<h2>${h.t("projects")}</h2>${h.list("projects").map((p) => html`<table><tr><td><b>${p.name}</b></td><td>${h.range(p)}</td></tr></table><p>${p.description}</p>`)}`}
<h2>${h.t("awards")}</h2><ul><li>${award(h)}</li></ul>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => entry(c.name, h.date(c.date), c.issuer, ""))}`}
<h2>${h.t("skills")}</h2>${h.list("skills").map((s) => html`<p><b>${s.name}</b>: ${s.keywords.join(h.comma)}</p>`)}
<p><b>${h.t("languages")}</b>: ${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(h.comma)}</p>
${h.list("references").length > 0 && html`<h2>${h.t("references")}</h2>${h.list("references").map((r) => html`<p>${r.name}, ${r.email}</p>`)}`}`);
