// The rungs climbed at one employer as a list inside its entry, how long each took in brackets behind the dates.

import { html, page } from "../lib/html.mjs";
import { accounts, bullets, ending, mail, phone, web } from "./shared.mjs";

export const layout = { dates: { style: "short", dash: " - " }, variant: 1 };

const css = `
body { padding: 15mm 20mm; } h1 { font-size: 20pt; } .contact { color: #555; } h2 { font-size: 14pt; margin: 7mm 0 2mm; } ul.plain { list-style: none; padding: 0; } .firm { margin-bottom: 4mm; } .firm > b { font-size: 11.5pt; }
.rungs { list-style: none; border-inline-start: 2px solid #bbb; padding-inline-start: 5mm; } .when { color: #777; font-size: 9.5pt; }`;

export const render = (h) => {
  const lasted = (entry) => h.lasted(entry) && ` (${h.lasted(entry)})`;
  const when = (entry) => html`<div class="when">${h.range(entry)}${lasted(entry)}</div>`;
  const rung = (w) => html`<li><b>${w.position}</b>${when(w)}${w.summary && html`<div>${w.summary}</div>`}${bullets(w)}</li>`;
  const alone = (w) => html`<li class="firm"><b>${w.position}</b><div>${w.name} · ${w.location}</div>${when(w)}${w.summary && html`<div>${w.summary}</div>`}${bullets(w)}</li>`;
  const firm = (roles) => {
    if (roles.length === 1) return alone(roles[0]);
    const whole = { startDate: roles.at(-1).startDate, endDate: roles[0].endDate };
    return html`<li class="firm"><b>${roles[0].name}</b><div class="when">${[h.lasted(whole), roles[0].location].filter(Boolean).join(" · ")}</div><ul class="rungs">${roles.map(rung)}</ul></li>`;
  };
  return page(h, css, html`
<h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>
<p class="contact">${h.place} · ${phone(h)} · ${mail(h)}</p><p class="contact">${[web(h), ...accounts(h)].filter(Boolean).map((a, at) => html`${at > 0 && " · "}${a}`)}</p>
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2><ul class="plain">${h.groups().map(firm)}</ul>
<h2>${h.t("education")}</h2><ul class="plain">${h.p.education.map((e) => html`<li class="firm"><b>${e.institution}</b><div>${h.degree(e)}</div>${when(e)}</li>`)}</ul>
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2><ul class="plain">${h.list("certificates").map((c) => html`<li><b>${c.name}</b><div>${c.issuer} · ${h.date(c.date)}</div></li>`)}</ul>`}
<h2>${h.t("skills")}</h2><p>${h.list("skills").flatMap((s) => s.keywords).join(" · ")}</p>
${ending(h)}`);
};
