// Pieces that several templates print alike.

import { html } from "../lib/html.mjs";

export const bullets = (entry) =>
  entry.highlights ? html`<ul>${entry.highlights.map((text) => html`<li>${text}</li>`)}</ul>` : "";

export const text = (entry) => html`${entry.summary && html`<p>${entry.summary}</p>`}${bullets(entry)}`;

export const mail = (h) => html`<a href="mailto:${h.p.basics.email}">${h.p.basics.email}</a>`;
export const web = (h) => h.p.basics.url && html`<a href="${h.p.basics.url}">${h.bare(h.p.basics.url)}</a>`;
export const accounts = (h) => h.p.basics.profiles.map((a) => html`<a href="${a.url}">${h.bare(a.url)}</a>`);

/** Lines with a label: "Phone: …". */
export const contactLines = (h) => html`
<p>${h.t("email")}: ${mail(h)}</p>
<p>${h.t("phone")}: <span dir="ltr">${h.p.basics.phone}</span></p>
<p>${h.t("address")}: ${h.place}</p>
${h.p.basics.url && html`<p>${h.t("web")}: ${web(h)}</p>`}
${h.p.basics.profiles.map((a) => html`<p>${a.network}: <a href="${a.url}">${h.bare(a.url)}</a></p>`)}`;

/** Languages and interests, as most résumés end. */
export const ending = (h) => html`
${h.list("languages").length > 0 && html`<section><h2>${h.t("languages")}</h2><p>${h.list("languages").map((l) => `${l.language} (${l.fluency})`).join(h.comma)}</p></section>`}
${h.list("interests").length > 0 && html`<section><h2>${h.t("interests")}</h2><p>${h.list("interests").map((i) => i.name).join(h.comma)}</p></section>`}`;

export const projects = (h) =>
  h.list("projects").length > 0 &&
  html`<section><h2>${h.t("projects")}</h2>${h.list("projects").map((p) => html`<div class="entry"><h3>${p.name}</h3><p>${h.range(p)}</p><p>${p.description}</p></div>`)}</section>`;

export const references = (h) =>
  h.list("references").length > 0 &&
  html`<section><h2>${h.t("references")}</h2>${h.list("references").map((r) => html`<div class="entry"><p><b>${r.name}</b></p><p>${r.email} · ${r.phone}</p><p>${r.reference}</p></div>`)}</section>`;

export const skillLines = (h) => h.list("skills").map((s) => html`<p><b>${s.name}:</b> ${s.keywords.join(h.comma)}</p>`);
