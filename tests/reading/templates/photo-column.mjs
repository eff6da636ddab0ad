// A coloured column of the page's full height on the far side, with a photo and bars of skill; dates placed absolutely.

import { html, page } from "../lib/html.mjs";
import { accounts, icon, level, mail, phone, photo, references, text, web } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 2 };

const css = `
body { position: relative; min-height: 297mm; } .side { position: absolute; inset-block: 0; inset-inline-end: 0; width: 66mm; background: #7a2e4d; color: #fff; padding: 12mm 8mm; font-size: 9.5pt; }
.main { margin-inline-end: 66mm; padding: 12mm 11mm; } .photo { display: block; margin: 0 auto 6mm; border-radius: 50%; width: 34mm; height: 34mm; object-fit: cover; }
.side h3 { font-size: 11pt; margin: 7mm 0 2mm; border-bottom: 1px solid #fff8; } .bar { background: #fff4; height: 2mm; margin-bottom: 1.5mm; } .bar i { display: block; background: #fff; height: 2mm; } .row { display: flex; justify-content: space-between; }
h1 { font-size: 25pt; line-height: 1.1; } h2 { font-size: 13pt; color: #7a2e4d; margin: 6mm 0 2mm; } .entry { position: relative; margin-bottom: 3.5mm; } .entry h3 { font-size: 10.5pt; padding-inline-end: 42mm; } .when { position: absolute; top: 0; inset-inline-end: 0; color: #7a2e4d; font-size: 9.5pt; }`;

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  return page(h, css, html`
<div class="side">${photo}
<h3>${h.t("contact")}</h3><p>${icon("phone")} ${phone(h)}</p><p>${icon("mail")} ${mail(h)}</p><p>${icon("pin")} ${h.place}</p>${web(h) && html`<p>${icon("web")} ${web(h)}</p>`}${accounts(h).map((a) => html`<p>${icon("web")} ${a}</p>`)}
<h3>${h.t("skills")}</h3>${known.map((k, at) => html`<div class="row"><span>${k}</span><span>${level(at, known.length) * 10} %</span></div><div class="bar"><i style="width:${level(at, known.length) * 10}%"></i></div>`)}
<h3>${h.t("languages")}</h3>${h.list("languages").map((l) => html`<div class="row"><span>${l.language}</span><span>${l.fluency}</span></div>`)}
<h3>${h.t("interests")}</h3><p>${h.list("interests").map((i) => i.name).join(h.comma)}</p></div>
<div class="main"><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => html`<div class="entry"><h3>${w.position}</h3><span class="when">${h.range(w)}</span><p>${w.name} · ${w.location}</p>${text(w)}</div>`)}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<div class="entry"><h3>${e.institution}</h3><span class="when">${h.range(e)}</span><p>${h.degree(e)}</p></div>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<div class="entry"><h3>${c.name}</h3><span class="when">${h.date(c.date)}</span><p>${c.issuer}</p></div>`)}`}
${references(h)}</div>`);
};
