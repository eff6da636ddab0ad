// Roles at one employer stand under one head that has the whole time.

import { html, page } from "../lib/html.mjs";
import { contactLines, ending, skillLines, text } from "./shared.mjs";

export const layout = { dates: { style: "short" }, variant: 0 };

const css = `body { padding: 16mm 18mm; } h1 { font-size: 21pt; } h2 { font-size: 13pt; margin: 14pt 0 4pt; color: #473c8b; } h3 { margin-top: 10pt; font-size: 11.5pt; } h4 { margin-top: 6pt; font-size: 10.5pt; } .when { color: #777; }`;

export const render = (h) => {
  const group = (roles) => {
    if (roles.length === 1) {
      const [w] = roles;
      return html`<h3>${w.name}</h3><h4>${w.position}</h4><p class="when">${h.range(w)}</p><p>${w.location}</p>${text(w)}`;
    }
    const whole = { startDate: roles.at(-1).startDate, endDate: roles[0].endDate };
    return html`<h3>${roles[0].name}</h3><p class="when">${h.range(whole)}</p>
${roles.map((w) => html`<h4>${w.position}</h4><p class="when">${h.range(w)}</p><p>${w.location}</p>${text(w)}`)}`;
  };
  return page(h, css, html`
<h1>${h.p.basics.name}</h1><p>${h.p.basics.label}</p>${contactLines(h)}
<h2>${h.t("about")}</h2><p>${h.p.basics.summary}</p>
<h2>${h.t("work")}</h2>${h.groups().map(group)}
<h2>${h.t("education")}</h2>${h.p.education.map((e) => html`<h3>${e.institution}</h3><p>${h.degree(e)}</p><p class="when">${h.range(e)}</p>`)}
<h2>${h.t("skills")}</h2>${skillLines(h)}
${ending(h)}`);
};
