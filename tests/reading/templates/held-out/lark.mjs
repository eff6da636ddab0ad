// One column of flex rows in modern semantic markup: title and dates on the first, employer and place on the second,
// times marked as such; skills as groups in bold before a comma list, profiles as names of their networks only.

import { html, page } from "../../lib/html.mjs";
import { icon, mail, phone } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " – " }, variant: 3 };

const css = `
@page { size: A4; margin: 14mm 16mm; }
@media screen { body { max-width: 210mm; margin: auto; padding: 14mm 16mm; } }
body { font-size: 10pt; line-height: 1.45; }
body > header { display: flex; justify-content: space-between; align-items: flex-end; gap: 8mm; border-bottom: 2px solid #1d3557; padding-bottom: 3mm; }
h1 { font-size: 24pt; line-height: 1.1; color: #1d3557; }
[role=doc-subtitle] { font-size: 12pt; color: #457b9d; }
nav ul { list-style: none; padding: 0; display: grid; gap: .6mm; font-size: 9pt; text-align: end; }
h2 { font-size: 10.5pt; text-transform: uppercase; letter-spacing: .12em; color: #1d3557; margin: 5.5mm 0 2mm; break-after: avoid; }
:lang(ar) h2, :lang(hi) h2 { letter-spacing: 0; }
article { margin-bottom: 3.5mm; }
article > header:not(:last-child) { break-after: avoid; }
.row { display: flex; justify-content: space-between; gap: 6mm; }
.row > :last-child { white-space: nowrap; text-align: end; flex-shrink: 0; }
h3 { font-size: 10.5pt; }
.row time, .row aside { color: #666; }
.row em { color: #457b9d; }
article p { margin-top: .6mm; }
article ul { padding-inline-start: 5mm; margin-top: .6mm; }
.plain { list-style: none; padding: 0; }
.cols { display: grid; grid-template-columns: 1fr 1fr; gap: 0 10mm; }`;

export const render = (h) => {
  const span = (entry) => html`<span><time datetime="${entry.startDate}">${h.date(entry.startDate)}</time> – ${entry.endDate ? html`<time datetime="${entry.endDate}">${h.date(entry.endDate)}</time>` : h.present()}</span>`;
  return page(h, css, html`
<header>
  <div>
    <h1>${h.p.basics.name}</h1>
    <p role="doc-subtitle">${h.p.basics.label}</p>
  </div>
  <nav aria-label="${h.t("contact")}">
    <ul>
      <li>${h.place} ${icon("pin")}</li>
      <li>${phone(h)} ${icon("phone")}</li>
      <li>${mail(h)} ${icon("mail")}</li>
      ${h.p.basics.url && html`<li><a href="${h.p.basics.url}">${h.bare(h.p.basics.url)}</a> ${icon("web")}</li>`}
      <li>${h.p.basics.profiles.map((a, at) => html`${at > 0 && " / "}<a href="${a.url}">${a.network}</a>`)}</li>
    </ul>
  </nav>
</header>
<main>
  <section aria-labelledby="s1">
    <h2 id="s1">${h.t("about")}</h2>
    <p>${h.p.basics.summary}</p>
  </section>
  <section aria-labelledby="s2">
    <h2 id="s2">${h.t("work")}</h2>
    ${h.p.work.map((w) => html`
    <article>
      <header>
        <div class="row"><h3>${w.position}</h3>${span(w)}</div>
        <div class="row"><em>${w.name}</em><aside>${w.location}</aside></div>
      </header>
      ${w.summary && html`<p>${w.summary}</p>`}
      <ul>
        ${(w.highlights ?? []).map((one) => html`<li>${one}</li>
        `)}
      </ul>
    </article>`)}
  </section>
  <section aria-labelledby="s3">
    <h2 id="s3">${h.t("education")}</h2>
    ${h.p.education.map((e) => html`
    <article>
      <header>
        <div class="row"><h3>${e.institution}</h3>${span(e)}</div>
        <div class="row"><em>${h.degree(e)}</em>${e.score && html`<aside>${h.t("grade")}: ${e.score}</aside>`}</div>
      </header>
    </article>`)}
  </section>
  ${h.list("projects").length > 0 && html`<section aria-labelledby="s4">
    <h2 id="s4">${h.t("projects")}</h2>
    ${h.list("projects").map((p) => html`<article><header><div class="row"><h3>${p.name}</h3>${span(p)}</div></header><p>${p.description}</p></article>`)}
  </section>`}
  ${h.list("certificates").length > 0 && html`<section aria-labelledby="s5">
    <h2 id="s5">${h.t("certificates")}</h2>
    ${h.list("certificates").map((c) => html`
    <div class="row"><span><strong>${c.name}</strong>, ${c.issuer}</span><time datetime="${c.date}">${h.date(c.date)}</time></div>`)}
  </section>`}
  <section aria-labelledby="s6">
    <h2 id="s6">${h.t("skills")}</h2>
    <ul class="plain">
      ${h.list("skills").map((s) => html`<li><strong>${s.name}:</strong> ${s.keywords.join(h.comma)}</li>
      `)}
    </ul>
  </section>
  <div class="cols">
    <section aria-labelledby="s7">
      <h2 id="s7">${h.t("languages")}</h2>
      <ul class="plain">${h.list("languages").map((l) => html`<li>${l.language}: ${l.fluency}</li>`)}</ul>
    </section>
    <section aria-labelledby="s8">
      <h2 id="s8">${h.t("interests")}</h2>
      <p>${h.list("interests").map((i) => i.name).join(h.comma)}</p>
    </section>
  </div>
</main>`);
};
