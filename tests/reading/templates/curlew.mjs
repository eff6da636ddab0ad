// A developer's page in letters of one width: lower-case headings with a rule, each role a term with its title and
// employer and its dates as the first description, links by their names, skills parted by slashes.

import { html, page } from "../lib/html.mjs";
import { extra as tooled, mail, phone, tools } from "./shared.mjs";

export const layout = { dates: { style: "iso", dash: " → " }, variant: 1, places: false, extra: tooled };

const css = `
@page { margin: 16mm 18mm; }
@media screen { body { max-width: 190mm; padding: 16mm 18mm; } }
body { font: 9.5pt/1.5 "Liberation Mono", "DejaVu Sans Mono", "Noto Sans Mono", "Noto Sans", "Noto Sans Mono CJK SC", "Noto Sans Mono CJK JP", monospace; color: #24292f; }
h1 { font-size: 18pt; } h1 + p { color: #57606a; }
#contact { margin: 3mm 0; } #contact a { color: #0550ae; }
h2 { font-size: 11pt; text-transform: lowercase; border-bottom: 1px dashed #8c959f; margin: 6mm 0 2.5mm; break-after: avoid; }
dt { font-weight: bold; break-after: avoid; }
dd { margin: 0; padding-inline-start: 4mm; }
dd.when { color: #57606a; }
dd.when:not(:last-child) { break-after: avoid; }
dd:last-of-type { margin-bottom: 0; }
dl { margin-bottom: 4mm; }
dl ul { padding-inline-start: 5mm; list-style: "* "; }
code { font: inherit; background: #eff1f3; border-radius: 1mm; padding: 0 1mm; }`;

export const render = (h) =>
  page(h, css, html`
<h1>${h.p.basics.name}</h1>
<p>${h.p.basics.label}</p>
<p id="contact">${h.place} | ${phone(h)} | ${mail(h)}${h.p.basics.url && html` | <a href="${h.p.basics.url}">${h.t("web")}</a>`}${h.p.basics.profiles.map((a) => html` | <a href="${a.url}">${a.network}</a>`)}</p>
<p>${h.p.basics.summary}</p>

<h2>${h.t("skills")}</h2>
${h.list("skills").map((s) => html`<p><b>${s.name}</b> – ${s.keywords.join(" / ")}</p>
`)}
<h2>${h.t("work")}</h2>
${h.p.work.map((w, at) => html`<dl>
<dt>${w.position}, ${w.name}</dt>
<dd class="when">${h.range(w)}</dd>
${w.summary && html`<dd>${w.summary}</dd>`}
${w.highlights && html`<dd><ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul></dd>`}
<dd>${h.t("technologies")}: <code>${tools(h, at)}</code></dd>
</dl>
`)}
${h.list("projects").length > 0 && html`<h2>${h.t("projects")}</h2>
${h.list("projects").map((p) => html`<dl>
<dt>${p.name}</dt>
<dd class="when">${h.range(p)}</dd>
<dd>${p.description}</dd>
</dl>`)}`}
<h2>${h.t("education")}</h2>
${h.p.education.map((e) => html`<dl>
<dt>${h.degree(e)}, ${e.institution}</dt>
<dd class="when">${h.range(e)}</dd>
</dl>
`)}
${h.list("certificates").length > 0 && html`<h2>${h.t("certificates")}</h2>
<ul>
${h.list("certificates").map((c) => html`<li>${c.name}, ${c.issuer}, ${h.date(c.date)}</li>
`)}</ul>`}
<h2>${h.t("languages")}</h2>
<p>${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(" / ")}</p>
<h2>${h.t("interests")}</h2>
<p>${h.list("interests").map((i) => i.name).join(" / ")}</p>`);
