// Everything that stands out does so by capitals; fields of an entry parted by bars.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, text, web } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 1, headline: false };

const css = `body { padding: 15mm 18mm; } .name { font-size: 18pt; text-align: center; } .line { text-align: center; } .head { font-weight: bold; margin: 12pt 0 3pt; } .entry { font-weight: bold; margin-top: 6pt; }`;

export const render = (h) => {
  const upper = (value) => value.toLocaleUpperCase(h.language);
  const head = (key) => html`<p class="head">${upper(h.t(key))}</p>`;
  return page(h, css, html`
<p class="name">${upper(h.p.basics.name)}</p>
<p class="line">${h.place} | <span dir="ltr">${h.p.basics.phone}</span> | ${mail(h)}</p>
<p class="line">${[web(h), ...accounts(h)].filter(Boolean).map((a, at) => html`${at > 0 && " | "}${a}`)}</p>
${head("about")}<p>${h.p.basics.summary}</p>
${head("work")}
${h.p.work.map((w) => html`<p class="entry">${w.position} | ${w.name} | ${w.location} | ${h.range(w)}</p>${text(w)}`)}
${head("education")}
${h.p.education.map((e) => html`<p class="entry">${h.degree(e)} | ${e.institution} | ${h.range(e)}</p>`)}
${head("skills")}<ul>${h.list("skills").flatMap((s) => s.keywords).map((k) => html`<li>${k}</li>`)}</ul>
${h.list("certificates").length > 0 && html`${head("certificates")}${h.list("certificates").map((c) => html`<p>${c.name} | ${c.issuer} | ${h.date(c.date)}</p>`)}`}
${head("languages")}<p>${h.list("languages").map((l) => `${l.language}: ${l.fluency}`).join(" | ")}</p>
${h.list("references").length > 0 && html`${head("references")}${h.list("references").map((r) => html`<p>${r.name} | ${r.email} | ${r.phone}</p>`)}`}`);
};
