// Initials in a ring, wide-set capitals, spans and divs only; the dates between title and employer.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, phone, projectList, text } from "./shared.mjs";

export const layout = { dates: { style: "numeric", dash: "—" }, variant: 2 };

const css = `
body { padding: 16mm 24mm; } .ring { width: 20mm; height: 20mm; border: 1.5px solid #9a7b4f; border-radius: 50%; margin: 0 auto 4mm; display: flex; align-items: center; justify-content: center; font-size: 15pt; color: #9a7b4f; } .name { display: block; text-align: center; font-size: 21pt; text-transform: uppercase; } .name:lang(en), .head:lang(en) { letter-spacing: 2.5pt; } .centre { display: block; text-align: center; color: #666; }
.head { display: block; text-align: center; text-transform: uppercase; font-size: 10.5pt; color: #9a7b4f; margin: 8mm 0 3mm; } .title { display: block; font-weight: bold; margin-top: 4mm; } .when { display: block; font-size: 9pt; color: #888; } .firm { display: block; font-style: italic; } .three { display: grid; grid-template-columns: repeat(3, 1fr); gap: 5mm; }
.three b { display: block; }`;

export const render = (h) => {
  const head = (key) => html`<span class="head">${h.t(key)}</span>`;
  const cjk = ["zh", "ja", "ko"].includes(h.language);
  const initials = cjk ? h.p.basics.name[0] : h.p.basics.name.split(" ").map((word) => word[0]).join("").slice(0, 2);
  return page(h, css, html`
<div class="ring" aria-hidden="true">${initials}</div><span class="name">${h.p.basics.name}</span><span class="centre">${h.p.basics.label}</span>
<span class="centre">${h.place} · ${phone(h)} · ${mail(h)}</span><span class="centre">${accounts(h).map((a, at) => html`${at > 0 && " · "}${a}`)}</span>
${head("about")}<div>${h.p.basics.summary}</div>
${head("work")}${h.p.work.map((w) => html`<div><span class="title">${w.position}</span><span class="when">${h.range(w)}</span><span class="firm">${w.name}, ${w.location}</span>${text(w)}</div>`)}
${head("education")}${h.p.education.map((e) => html`<div><span class="title">${h.degree(e)}</span><span class="when">${h.range(e)}</span><span class="firm">${e.institution}</span></div>`)}
${h.list("certificates").length > 0 && html`${head("certificates")}${h.list("certificates").map((c) => html`<div><span class="title">${c.name}</span><span class="when">${h.date(c.date)}</span><span class="firm">${c.issuer}</span></div>`)}`}
${head("skills")}<div class="three">${h.list("skills").map((s) => html`<div><b>${s.name}</b>${s.keywords.map((k) => html`<div>${k}</div>`)}</div>`)}</div>
${h.list("projects").length > 0 && html`${head("projects")}${projectList(h)}`}`);
};
