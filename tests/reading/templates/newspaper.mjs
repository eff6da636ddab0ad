// Two columns that the text flows through as in a newspaper; the dates alone in italics below each head.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, mail, phone, projects, references } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 2 };

const css = `
body { padding: 13mm 14mm; font-size: 9.5pt; font-family: "Liberation Serif", "Noto Serif", "Noto Sans", "Noto Sans CJK SC", "Noto Sans CJK JP", serif; } header { border-bottom: 3px double #333; text-align: center; padding-bottom: 3mm; margin-bottom: 4mm; } h1 { font-size: 28pt; font-weight: normal; line-height: 1.1; }
.columns { columns: 2; column-gap: 9mm; column-rule: 1px solid #bbb; } h2 { font-size: 13pt; font-style: italic; margin: 4mm 0 1.5mm; break-after: avoid; } .columns > h2:first-child { margin-top: 0; } h3 { font-size: 10.5pt; break-after: avoid; } h3 + p { break-after: avoid; } .entry { margin-bottom: 3mm; } .when { font-style: italic; color: #555; break-after: avoid; }`;

export const render = (h) =>
  page(h, css, html`
<header><h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p><p>${h.place} – ${phone(h)} – ${mail(h)}${accounts(h).map((a) => html` – ${a}`)}</p></header>
<div class="columns">
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${h.p.work.map((w) => html`<div class="entry"><h3>${w.position}</h3><p>${w.name}, ${w.location}</p><p class="when">${h.range(w)}</p>${w.summary && html`<p>${w.summary}</p>`}${bullets(w)}</div>`)}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<div class="entry"><h3>${h.degree(e)}</h3><p>${e.institution}</p><p class="when">${h.range(e)}</p></div>`)}
<h2>${h.t("skills")}</h2>${h.list("skills").map((s) => html`<p><b>${s.name}.</b> ${s.keywords.join(h.comma)}</p>`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>${h.list("certificates").map((c) => html`<p>${c.name}. ${c.issuer}, <i>${h.date(c.date)}</i></p>`)}`}
<h2>${h.t("languages")}</h2><p>${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(h.comma)}</p>
${projects(h)}${references(h)}
</div>`);
