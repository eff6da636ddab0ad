// A page written by hand long ago: nothing but bold, rules and lines parted by breaks.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, web } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: "word", zero: false }, variant: 1 };

const css = `body { padding: 16mm 20mm; } hr { border: 0; border-top: 1px solid #999; }`;

export const render = (h) => {
  const head = (key) => html`<hr><b><font size="4">${h.t(key)}</font></b><br><br>`;
  const texts = (w) => [w.summary, ...(w.highlights ?? []).map((text) => `* ${text}`)].filter(Boolean).map((text) => html`${text}<br>`);
  return page(h, css, html`
<center><b><font size="6">${h.p.basics.name}</font></b><br>${h.p.basics.label}<br>
${h.place}<br>${h.t("phone")}: ${h.p.basics.phone}<br>${h.t("email")}: ${mail(h)}<br>${[web(h), ...accounts(h)].filter(Boolean).map((a) => html`${a}<br>`)}</center>
${head("about")}${h.p.basics.summary}<br><br>
${head("work")}${h.p.work.map((w) => html`<b>${w.name}</b>, ${w.location}<br><i>${w.position}</i>, ${h.range(w)}<br>${texts(w)}<br>`)}
${head("education")}${h.p.education.map((e) => html`<b>${e.institution}</b><br>${h.degree(e)}, ${h.range(e)}<br><br>`)}
${head("skills")}${h.list("skills").map((s) => html`<b>${s.name}</b>: ${s.keywords.join(h.comma)}<br>`)}<br>
${h.list("certificates").length > 0 && html`${head("certificates")}${h.list("certificates").map((c) => html`${h.date(c.date)}: ${c.name}, ${c.issuer}<br>`)}<br>`}
${head("languages")}${h.list("languages").map((l) => html`${l.language}: ${l.fluency}<br>`)}<br>
${head("references")}${h.list("references").map((r) => html`${r.name}<br>${r.email}<br>${r.phone}<br>`)}`);
};
