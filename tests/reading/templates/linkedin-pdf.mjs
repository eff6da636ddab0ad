// As LinkedIn's "Save to PDF" has it: a dark column, months in full, the length of time in brackets.

import { months } from "../lib/dates.mjs";
import { html, page } from "../lib/html.mjs";
import { mail, text, web } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " - " }, variant: 0, certificates: "none" };

const css = `
body { display: grid; grid-template-columns: 62mm 1fr; min-height: 297mm; font-size: 10pt; }
aside { background: #293e49; color: #e1e8eb; padding: 12mm 7mm; } main { padding: 12mm 10mm; }
.head { font-size: 13pt; margin: 12pt 0 6pt; } .name { font-size: 24pt; } .label { font-size: 12pt; }
.firm { font-size: 12pt; margin-top: 10pt; } .title { font-size: 11.5pt; }`;

/** English words in every language: the file follows the reader's language, and recruiters' is mostly English. */
const lasted = (entry) => {
  const count = months(entry);
  const [years, rest] = [Math.floor(count / 12), count % 12];
  const words = [years && `${years} year${years > 1 ? "s" : ""}`, rest && `${rest} month${rest > 1 ? "s" : ""}`];
  return words.filter(Boolean).join(" ");
};

export const render = (h) => {
  const head = (text) => html`<div class="head">${text}</div>`;
  const group = (roles) => {
    const whole = { startDate: roles.at(-1).startDate, endDate: roles[0].endDate };
    return html`<div class="firm">${roles[0].name}</div>${roles.length > 1 && html`<div>${lasted(whole)}</div>`}
${roles.map((w) => html`<div class="title">${w.position}</div><div>${h.range(w)} (${lasted(w)})</div><div>${w.location}</div>${text(w)}`)}`;
  };
  const linkedin = h.p.basics.profiles.find((a) => a.network === "LinkedIn");
  return page(h, css, html`
<aside>
${head("Contact")}
<div dir="ltr">${h.p.basics.phone} (Mobile)</div><div>${mail(h)}</div>
${linkedin && html`<div><a href="${linkedin.url}">${h.bare(linkedin.url)}</a> (LinkedIn)</div>`}
${web(h) && html`<div>${web(h)} (Personal)</div>`}
${head("Top Skills")}${h.list("skills").flatMap((s) => s.keywords).slice(0, 3).map((k) => html`<div>${k}</div>`)}
${head("Languages")}${h.list("languages").map((l) => html`<div>${l.language} (${l.fluency})</div>`)}
${h.list("certificates").length > 0 && html`${head("Certifications")}${h.list("certificates").map((c) => html`<div>${c.name}</div>`)}`}
</aside>
<main>
<div class="name">${h.p.basics.name}</div><div class="label">${h.p.basics.label}</div><div>${h.place}</div>
${head("Summary")}<div>${h.p.basics.summary}</div>
${head("Experience")}${h.groups().map(group)}
${head("Education")}${h.p.education.map((e) => html`<div class="firm">${e.institution}</div><div>${h.degree(e)} · (${h.range(e)})</div>`)}
</main>`);
};
