// Title, employer and dates each on a line of their own; headings without any markup but their size.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, text, web } from "./shared.mjs";

export const layout = { dates: { style: "long", digits: "native", upper: true }, variant: 3, places: false };

const css = `
body { padding: 16mm 20mm; } .name { font-size: 22pt; } .head { font-size: 14pt; margin: 14pt 0 4pt; }
.title { font-weight: bold; margin-top: 8pt; } .when { color: #666; }`;

const head = (h, key) => html`<div class="head">${h.t(key)}</div>`;

export const render = (h) =>
  page(h, css, html`
<div class="name">${h.p.basics.name}</div><div>${h.p.basics.label}</div>
<div>${mail(h)}</div><div dir="ltr">${h.p.basics.phone}</div><div>${h.place}</div>
${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`<div>${a}</div>`)}
${head(h, "about")}<div>${h.p.basics.summary}</div>
${head(h, "work")}
${h.p.work.map((w) => html`<div class="title">${w.position}</div><div>${w.name}</div><div class="when">${h.range(w)}</div>${text(w)}`)}
${head(h, "education")}
${h.p.education.map((e) => html`<div class="title">${e.institution}</div><div>${h.degree(e)}</div><div class="when">${h.range(e)}</div>`)}
${head(h, "skills")}<div>${h.list("skills").flatMap((s) => s.keywords).join(" · ")}</div>
${h.list("certificates").length > 0 && html`${head(h, "certificates")}${h.list("certificates").map((c) => html`<div class="title">${c.name}</div><div>${c.issuer}</div><div class="when">${h.date(c.date)}</div>`)}`}
${h.list("languages").length > 0 && html`${head(h, "languages")}<div>${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(" · ")}</div>`}`);
