// A developer's static page as site generators make it: semantic elements with times and addresses, "Title @ Employer" as
// the heading of an article, its dates and place below in small print, tools as code, publications and a footer's note.

import { html, page } from "../lib/html.mjs";
import { accounts, mail, phone, publication, toolLine, tools, web } from "./shared.mjs";

export const layout = {
  dates: { style: "short", upper: true },
  variant: 1,
  extra: (h) => h.p.work.flatMap((_, at) => [tools(h, at), toolLine(h, at)]),
};

const css = `
@page { margin: 14mm 0; }
@media screen { body { max-width: 190mm; margin: 0 auto; padding-block: 16mm; } }
body { padding-inline: 20mm; font-size: 10pt; line-height: 1.4; color: #333; }
header { border-bottom: 3px solid #159957; padding-bottom: 4mm; }
h1 { font-size: 24pt; line-height: 1.2; font-weight: 600; } header p { font-size: 12.5pt; color: #159957; }
address { font-style: normal; font-size: 9.5pt; margin-top: 2mm; } address a { text-decoration: underline; }
h2 { font-size: 15pt; color: #159957; font-weight: 400; margin: 5mm 0 1.5mm; break-after: avoid; }
h3 { font-size: 11pt; break-after: avoid; } article { margin-bottom: 3.5mm; } article > small { display: block; color: #777; margin-bottom: 1mm; break-after: avoid; }
code { font: 9pt "Liberation Mono", "Noto Sans Mono", "Noto Sans Devanagari", "Noto Sans CJK SC", "Noto Sans CJK JP", "Noto Sans CJK KR", monospace; background: #f3f6fa; border-radius: 1mm; padding: 0 1.2mm; }
.stack { font-size: 9.5pt; margin-top: 1mm; } ul { margin: 0; } li { margin-bottom: .6mm; }
blockquote { break-inside: avoid; margin: 0 0 3mm; padding-inline-start: 4mm; border-inline-start: 1mm solid #dce6f0; color: #666; } cite { font-style: normal; display: block; }
footer { border-top: 1px solid #eff0f1; break-before: avoid; margin-top: 5mm; padding-top: 2mm; font-size: 9pt; color: #999; }`;

export const render = (h) => {
  const { basics } = h.p;
  const arrow = ["ar", "he"].includes(h.language) ? "←" : "→";
  const times = (entry) => html`<time datetime="${entry.startDate}">${h.date(entry.startDate)}</time> ${arrow} ${entry.endDate ? html`<time datetime="${entry.endDate}">${h.date(entry.endDate)}</time>` : h.present()}`;
  const article = (title, small, body) => html`
    <article>
      <h3>${title}</h3>
      <small>${small}</small>
      ${body}
    </article>`;
  const section = (key, body) => html`
  <section aria-labelledby="${key}">
    <h2 id="${key}">${h.t(key)}</h2>${body}
  </section>`;
  return page(h, css, html`
<header>
  <h1>${basics.name}</h1>
  <p>${basics.label}</p>
  <address>${h.place}<br>${mail(h)} · ${phone(h)}${[web(h), ...accounts(h)].filter(Boolean).map((a) => html` · ${a}`)}</address>
</header>
<main>
  ${section("about", html`
    <p>${basics.summary}</p>`)}
  ${section("skills", html`
    <ul>${h.list("skills").map((s) => html`<li>${s.name}: ${s.keywords.map((k, at) => html`${at > 0 && " "}<code>${k}</code>`)}</li>`)}</ul>`)}
  ${section("work", h.p.work.map((w, at) => article(html`${w.position} @ ${w.name}`, html`${times(w)} · ${w.location}`, html`${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}<p class="stack">${h.t("technologies")}: ${tools(h, at)}</p>`)))}
  ${h.list("projects").length > 0 && section("projects", h.list("projects").map((p) => article(p.name, times(p), html`<p>${p.description}</p>`)))}
  ${section("education", h.p.education.map((e) => article(h.degree(e), html`${e.institution}, ${times(e)}`, "")))}
  ${h.list("certificates").length > 0 && section("certificates", html`
    <ul>${h.list("certificates").map((c) => html`<li>${c.name}, ${c.issuer} (<time datetime="${c.date}">${h.date(c.date)}</time>)</li>`)}</ul>`)}
  ${section("publications", html`
    <ul><li>${publication(h)}</li></ul>`)}
  ${section("languages", html`
    <ul>${h.list("languages").map((l) => html`<li>${l.language} – ${l.fluency}</li>`)}</ul>`)}
  ${h.list("references").length > 0 && section("references", h.list("references").map((r) => html`
    <blockquote>${r.reference}<cite>— ${r.name}</cite></blockquote>`))}
</main>
<footer>© ${basics.name} · <time datetime="2026-05">${h.date("2026-05")}</time></footer>`);
};
