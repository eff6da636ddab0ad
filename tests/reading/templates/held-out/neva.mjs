// After a typesetter's class for two columns: name in capitals over a coloured line of contacts, each event with title,
// employer in colour, then calendar and pin on one line; an award with a sign, tags, discs for languages and referees aside.

import { html, page } from "../../lib/html.mjs";
import { accounts, award, icon, mail, phone, photo, web } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 1, certificates: "year" };

const css = `
@page { margin: 12mm 0; }
@media screen { body { padding-block: 12mm; } }
body { padding-inline: 13mm; font-size: 9.5pt; line-height: 1.35; color: #444; }
.hd { display: flex; justify-content: space-between; gap: 8mm; align-items: center; } .hd .photo { flex: none; width: 26mm; height: 26mm; border-radius: 50%; object-fit: cover; }
.nm { font-size: 24pt; font-weight: 700; line-height: 1.15; text-transform: uppercase; color: #2e2e2e; } .tg { font-size: 12.5pt; font-weight: 700; color: #8f0d0d; margin: 1mm 0 2mm; }
.pi span { display: inline-block; margin-inline-end: 4mm; } .pi svg { color: #8f0d0d; }
.cols { display: grid; grid-template-columns: 112mm 1fr; gap: 8mm; margin-top: 4mm; }
.sc { font-size: 14pt; font-weight: 700; text-transform: uppercase; color: #450808; border-bottom: .7mm solid #e6873c; margin: 5mm 0 2.5mm; break-after: avoid; }
.cols > div > .sc:first-child { margin-top: 0; }
.ev h3 { font-size: 11.5pt; font-weight: 400; color: #2e2e2e; line-height: 1.25; } .ev h4 { font-size: 10pt; color: #8f0d0d; } .ev h3, .ev h4 { break-after: avoid; }
.mt { font-size: 8.5pt; margin: .6mm 0 1mm; display: flex; flex-wrap: wrap; } .mt span { flex: 1; white-space: nowrap; margin-inline-end: 3mm; } .mt svg { color: #8f0d0d; }
.dv { border: 0; border-top: 1px dashed #bbb; margin: 2.5mm 0; }
.tags span { display: inline-block; border: 1px solid #bbb; border-radius: 1mm; padding: .3mm 1.8mm; margin: 0 0 1.4mm 1mm; }
.lg { display: flex; justify-content: space-between; margin-bottom: 1.5mm; } .lg i { font-style: normal; color: #e6873c; letter-spacing: .6mm; } .lg i b { color: #ddd; font-weight: 400; }
.ac { display: flex; gap: 2.5mm; } .ac > span:first-child { color: #8f0d0d; font-size: 12pt; line-height: 1.1; }
ul { padding-inline-start: 4mm; }`;

/** A drawn calendar: the shared signs have none. */
const calendar = html`<svg width="10" height="10" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><path d="M1 3h14v12H1zM1 6h14M5 1v3M11 1v3"/></svg>`;

export const render = (h) => {
  const { basics } = h.p;
  const sc = (key) => html`<div class="sc">${h.t(key)}</div>`;
  const event = (what, who, when, where, rest) => html`<div class="ev">
<h3>${what}</h3>
<h4>${who}</h4>
<div class="mt"><span>${calendar} ${when}</span>${where && html`<span>${icon("pin")} ${where}</span>`}</div>
${rest}
</div>`;
  const parted = (list) => list.map((one, at) => html`${at > 0 && html`<hr class="dv">`}${one}`);
  const discs = (at) => html`<i aria-hidden="true">${"●".repeat(Math.max(5 - at, 1))}<b>${"●".repeat(Math.min(at, 4))}</b></i>`;
  return page(h, css, html`
<div class="hd">
<div>
<div class="nm">${basics.name}</div>
<div class="tg">${basics.label}</div>
<div class="pi"><span>${icon("mail")} ${mail(h)}</span> <span>${icon("phone")} ${phone(h)}</span> <span>${icon("pin")} ${h.place}</span> ${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<span>${icon("web")} ${a}</span> `)}</div>
</div>
${photo}
</div>
<div class="cols">
<div>
${sc("work")}
${parted(h.p.work.map((w) => event(w.position, w.name, h.range(w), w.location, html`${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}`)))}
${h.list("projects").length > 0 && html`${sc("projects")}
${parted(h.list("projects").map((p) => html`<div class="ev"><h3>${p.name}</h3><div class="mt"><span>${calendar} ${h.range(p)}</span></div><p>${p.description}</p></div>`))}`}
</div>
<div>
${sc("about")}
<p>${basics.summary}</p>
${sc("awards")}
<div class="ac"><span aria-hidden="true">♛</span><span>${award(h)}</span></div>
${sc("skills")}
${parted(h.list("skills").map((s) => html`<div class="tags">${s.keywords.map((k) => html`<span>${k}</span> `)}</div>`))}
${sc("languages")}
${h.list("languages").map((l, at) => html`<div class="lg"><span><b>${l.language}</b> ${l.fluency}</span>${discs(at)}</div>`)}
${sc("education")}
${parted(h.p.education.map((e) => event(h.degree(e), e.institution, h.range(e), "", "")))}
${h.list("certificates").length > 0 && html`${sc("certificates")}
${parted(h.list("certificates").map((c) => html`<div><b>${c.name}</b><br>${c.issuer} · ${c.date.slice(0, 4)}</div>`))}`}
${h.list("references").length > 0 && html`${sc("references")}
${h.list("references").map((r) => html`<div><b>${r.name}</b><br>${icon("mail")} ${r.email}<br>${icon("phone")} <span dir="ltr">${r.phone}</span></div>`)}`}
</div>
</div>`);
};
