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

/** Projects alone, for templates with headings of their own. */
export const projectList = (h) => h.list("projects").map((p) => html`<div><b>${p.name}</b>, ${h.range(p)}</div><div>${p.description}</div>`);

export const phone = (h) => html`<span dir="ltr">${h.p.basics.phone}</span>`;

const drawings = {
  mail: "M1 3h14v10H1zM1 3l7 6 7-6",
  phone: "M4 1h8v14H4zM7 13h2",
  pin: "M8 15C5 11 3 9 3 6a5 5 0 0 1 10 0c0 3-2 5-5 9zM8 7.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
  web: "M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zM1 8h14M8 1c-5 5-5 9 0 14M8 1c5 5 5 9 0 14",
};
/** Drawn signs before contacts, in place of words. */
export const icon = (name) => html`<svg class="icon" width="11" height="11" viewBox="0 0 16 16" fill="none" stroke="currentColor" aria-hidden="true"><path d="${drawings[name]}"/></svg>`;

export const photo = html`<img class="photo" alt="" width="90" height="112" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 50'%3E%3Crect width='40' height='50' fill='%23cfd6dc'/%3E%3Ccircle cx='20' cy='19' r='9' fill='%238796a3'/%3E%3Cpath d='M4 50c0-12 8-18 16-18s16 6 16 18z' fill='%238796a3'/%3E%3C/svg%3E">`;

/** Accounts by name only: the sign before it and the address behind it say whose it is. */
export const handles = (h, sign) => h.p.basics.profiles.map((a) => html`<a href="${a.url}">${sign(a)} ${a.username}</a>`);

/** What a role was done with. */
export const tools = (h, at) => h.list("skills")[at % h.list("skills").length].keywords.join(h.comma);
export const toolLine = (h, at) => `${h.t("technologies")}: ${tools(h, at)}`;
/** The lines above and `achievements`, which a reader may well take for a role's text. */
export const extra = (h) => [...h.p.work.flatMap((_, at) => [tools(h, at), toolLine(h, at)]), h.t("achievements")];

/** How well somebody knows something, in tenths, for bars and dots: better what stands first. */
export const level = (at, of) => 10 - Math.round((at / Math.max(of, 1)) * 6);

/** What résumés also tell, which is neither a role nor a study nor a certificate of the person's. */
export const award = (h) => html`${h.t("award")}, ${h.date("2018")}`;
export const publication = (h) => html`${h.t("publication")}, ${h.date("2020")}`;
export const volunteer = (h) => html`${h.t("volunteer")}, ${h.range({ startDate: "2017", endDate: "2019" })}`;
/** A day of birth well before the first school. */
export const born = (h) => {
  const first = [...h.list("education"), ...h.p.work].map((e) => e.startDate).sort()[0];
  const day = new Date(Date.UTC(Number(first.slice(0, 4)) - 19, 3, 12));
  return new Intl.DateTimeFormat(`${h.language === "ar" ? "ar-EG-u-ca-gregory" : `${h.language}-u`}-nu-latn`, { dateStyle: "medium", timeZone: "UTC" }).format(day);
};
