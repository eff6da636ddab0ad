// A designer's sheet from an online drawing tool: the name in two lines of wide-set capitals, what is short in a pale column,
// a line with rings along the work, referees side by side at the end. Divs with meaningless class names throughout.

import { html, page } from "../lib/html.mjs";
import { mail, phone, photo, web } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: " - " }, variant: 2, study: "range", certificates: "year" };

const css = `
@page { margin: 0; }
._2xKd1 { display: grid; grid-template-columns: 70mm 1fr; min-height: 297mm; }
._9aQz0 { background: #e8e2da; padding: 14mm 8mm; font-size: 9pt; -webkit-box-decoration-break: clone; box-decoration-break: clone; } ._5mLw8 { padding: 16mm 13mm 12mm 11mm; font-size: 9.5pt; -webkit-box-decoration-break: clone; box-decoration-break: clone; } :dir(rtl) ._5mLw8 { padding: 16mm 11mm 12mm 13mm; }
._9aQz0 .photo { display: block; width: 42mm; height: 42mm; border-radius: 50%; object-fit: cover; margin: 0 auto 8mm; border: 1.5mm solid #fff; }
._1bTt4 { font-size: 27pt; line-height: 1.15; font-weight: 700; letter-spacing: .12em; text-transform: uppercase; color: #3b3a39; } ._1bTt4 div + div { font-weight: 300; }
._7cVn2 { letter-spacing: .18em; text-transform: uppercase; font-size: 10pt; color: #8b7f71; margin: 3mm 0 7mm; }
._4hRe6 { font-weight: 700; letter-spacing: .15em; text-transform: uppercase; font-size: 11pt; color: #3b3a39; margin: 7mm 0 3mm; break-after: avoid; }
:is(:lang(ar), :lang(hi)) :is(._1bTt4, ._7cVn2, ._4hRe6) { letter-spacing: 0; }
._3pYs5 { margin-bottom: 2mm; overflow-wrap: anywhere; } ._3pYs5 svg { margin-inline-end: 2mm; }
._6dFg9 { border-inline-start: .4mm solid #8b7f71; padding-inline-start: 6mm; margin-inline-start: 1.5mm; }
._8jHu7 { position: relative; padding-bottom: 4.5mm; } ._8jHu7::before { content: ""; position: absolute; inset-inline-start: -7.7mm; top: 1mm; width: 3mm; height: 3mm; border-radius: 50%; border: .4mm solid #8b7f71; background: #fff; }
._0wEk3 { font-weight: 700; break-after: avoid; } ._2vBm6 { display: flex; justify-content: space-between; gap: 5mm; color: #8b7f71; break-after: avoid; } ._2vBm6 span { white-space: nowrap; }
._6dFg9 ul { padding-inline-start: 4mm; margin-top: 1mm; }
._7yGa1 { display: grid; grid-template-columns: repeat(auto-fit, minmax(65mm, 1fr)); gap: 5mm 8mm; break-inside: avoid; }`;

export const render = (h) => {
  const { basics } = h.p;
  const names = basics.name.split(" ");
  const [first, last] = [names.slice(0, -1).join(" ") || names[0], names.length > 1 && names.at(-1)];
  const head = (key) => html`<div class="_4hRe6">${h.t(key)}</div>`;
  const line = (body) => html`<div class="_3pYs5">${body}</div>`;
  return page(h, css, html`
<div class="_2xKd1">
<div class="_9aQz0">
${photo}
${head("contact")}
${line(phone(h))}${line(mail(h))}${line(h.place)}${web(h) && line(web(h))}
${head("education")}
${h.p.education.map((e) => html`<div class="_3pYs5"><div>${h.range(e)}</div><div class="_0wEk3">${e.institution}</div><div>${h.degree(e)}</div></div>`)}
${head("skills")}
${h.list("skills").flatMap((s) => s.keywords).map((k) => line(html`• ${k}`))}
${head("languages")}
${h.list("languages").map((l) => line(html`• ${l.language} (${l.fluency})`))}
${h.list("certificates").length > 0 && html`${head("certificates")}
${h.list("certificates").map((c) => line(html`<div class="_0wEk3">${c.name}</div><div>${c.issuer}, ${c.date.slice(0, 4)}</div>`))}`}
</div>
<div class="_5mLw8">
<div class="_1bTt4"><div>${first}</div>${last && html`<div>${last}</div>`}</div>
<div class="_7cVn2">${basics.label}</div>
${head("about")}
<div>${basics.summary}</div>
${head("work")}
<div class="_6dFg9">
${h.p.work.map((w) => html`<div class="_8jHu7">
<div class="_2vBm6"><div>${w.name}</div><span>${h.range(w)}</span></div>
<div class="_0wEk3">${w.position}</div>
${w.summary && html`<div>${w.summary}</div>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}
</div>`)}
</div>
${h.list("references").length > 0 && html`${head("references")}
<div class="_7yGa1">
${h.list("references").map((r) => html`<div><div class="_0wEk3">${r.name}</div><div>${h.t("phone")}: <span dir="ltr">${r.phone}</span></div><div>${h.t("email")}: ${r.email}</div></div>`)}
</div>`}
</div>
</div>`);
};
