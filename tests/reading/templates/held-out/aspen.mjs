// Who somebody is in a dark column with a photo, name and all that is short; the history beside it, its headings with
// a sign in a disc, the dates at the far end of each entry's first row and the employer in the row below.

import { html, page } from "../../lib/html.mjs";
import { handles, icon, level, mail, phone, photo, text, web } from "../shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 2 };

const css = `
.wrapper { display: flex; flex-direction: row-reverse; min-height: 297mm; } .side { width: 68mm; background: #2f6f62; color: #fff; font-size: 9.5pt; } .who { background: #27594f; text-align: center; padding: 11mm 6mm 7mm; } .who h1 { font-size: 19pt; line-height: 1.15; margin-top: 4mm; } .who h3 { font-weight: normal; font-size: 10.5pt; color: #cfe6e0; } .photo { border-radius: 50%; width: 30mm; height: 30mm; object-fit: cover; }
.block { padding: 6mm 7mm 0; } .block h2 { font-size: 11.5pt; margin-bottom: 2.5mm; } .block ul { list-style: none; padding: 0; } .block li { margin-bottom: 2mm; overflow-wrap: anywhere; } .item { margin-bottom: 2.5mm; } .item h4 { font-size: 10pt; } .item div { color: #cfe6e0; }
.main { flex: 1; padding: 11mm 11mm; } .main h2 { display: flex; align-items: center; gap: 3mm; font-size: 14pt; color: #27594f; margin: 6mm 0 3mm; break-after: avoid; } .main section:first-child h2 { margin-top: 0; } .known { display: grid; grid-template-columns: 1fr 1fr; column-gap: 8mm; } .known > div { break-inside: avoid; } .disc { width: 8mm; height: 8mm; border-radius: 50%; background: #27594f; color: #fff; display: inline-flex; align-items: center; justify-content: center; }
.entry { margin-bottom: 5mm; } .row { display: flex; justify-content: space-between; gap: 4mm; align-items: baseline; break-after: avoid; } .row h3 { font-size: 11pt; } .when { color: #888; font-size: 9.5pt; white-space: nowrap; } .where { color: #666; break-after: avoid; } .meter { height: 2mm; background: #e6ecea; margin: .5mm 0 2mm; } .meter div { height: 100%; background: #2f6f62; }`;

const draw = (path) => html`<span class="disc"><svg width="13" height="13" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><path d="${path}"/></svg></span>`;
const signs = { about: "M8 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 15c0-4 3-5 6-5s6 1 6 5", work: "M1 5h14v9H1zM5 5V2h6v3", projects: "M2 2h5v5H2zM9 9h5v5H9zM9 2h5v5H9zM2 9h5v5H2z", skills: "M8 1l2 5h5l-4 3 2 6-5-4-5 4 2-6-4-3h5z" };

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  const head = (key) => html`<h2>${draw(signs[key])}<span>${h.t(key)}</span></h2>`;
  return page(h, css, html`
<div class="wrapper">
<div class="main">
<section>${head("about")}<div><p>${h.p.basics.summary}</p></div></section>
<section>${head("work")}${h.p.work.map((w) => html`<div class="entry"><div class="meta"><div class="row"><h3>${w.position}</h3><div class="when">${h.range(w)}</div></div><div class="where">${w.name}, ${w.location}</div></div><div class="details">${text(w)}</div></div>`)}</section>
${h.list("projects").length > 0 && html`<section>${head("projects")}${h.list("projects").map((p) => html`<div class="entry"><b>${p.name}</b> – <span>${p.description}</span></div>`)}</section>`}
<section>${head("skills")}<div class="known">${known.map((k, at) => html`<div><h4>${k}</h4><div class="meter"><div style="width:${level(at, known.length) * 10}%"></div></div></div>`)}</div></section>
</div>
<div class="side">
<div class="who">${photo}<h1>${h.p.basics.name}</h1><h3>${h.p.basics.label}</h3></div>
<div class="block"><ul><li>${icon("mail")} ${mail(h)}</li><li>${icon("phone")} ${phone(h)}</li><li>${icon("pin")} ${h.place}</li>${web(h) && html`<li>${icon("web")} ${web(h)}</li>`}${handles(h, () => icon("web")).map((a) => html`<li>${a}</li>`)}</ul></div>
<div class="block"><h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<div class="item"><h4>${h.degree(e)}</h4><div>${e.institution}</div><div>${h.range(e)}</div></div>`)}</div>
${h.list("certificates").length > 0 && html`<div class="block"><h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<div class="item"><h4>${c.name}</h4><div>${c.issuer}</div><div>${h.date(c.date)}</div></div>`)}</div>`}
<div class="block"><h2>${h.t("languages")}</h2><ul>${h.list("languages").map((l) => html`<li>${l.language} <span>(${l.fluency})</span></li>`)}</ul></div>
<div class="block"><h2>${h.t("interests")}</h2><ul>${h.list("interests").map((i) => html`<li>${i.name}</li>`)}</ul></div>
</div>
</div>`);
};
