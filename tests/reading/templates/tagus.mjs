// A developer's site from a popular starter: a dark column with the photo, the name, contacts and studies, beside it the
// sections with a sign in a disc before each heading, years only, skills as bars, a line about the maker at the foot.

import { html, page } from "../lib/html.mjs";
import { accounts, icon, level, mail, phone, photo, web } from "./shared.mjs";

export const layout = { dates: { style: "year", dash: " - " }, variant: 0 };

const css = `
@page { margin: 0; }
html { background: linear-gradient(to right, #2d7788 68mm, #fff 68mm); } html[dir=rtl] { background: linear-gradient(to left, #2d7788 68mm, #fff 68mm); }
.wrapper { position: relative; }
.sidebar-wrapper { position: absolute; inset-inline-start: 0; top: 0; width: 68mm; color: #fff; font-size: 9.5pt; }
.profile-box { background: rgba(0, 0, 0, .2); text-align: center; padding: 9mm 6mm; } .profile-box .photo { width: 28mm; height: 28mm; border-radius: 50%; object-fit: cover; }
.profile-box h1 { font-size: 21pt; line-height: 1.15; margin-top: 3mm; } .profile-box .tagline { font-size: 11pt; font-weight: 400; opacity: .75; margin-top: 1.5mm; }
.side-block { padding: 7mm 7mm 0; } .side-block > h2 { font-size: 11.5pt; text-transform: uppercase; margin-bottom: 2.5mm; }
.plain-list { list-style: none; padding: 0; } .plain-list li { margin-bottom: 2mm; overflow-wrap: anywhere; } .contact-block { font-size: 8.5pt; } .contact-block li { display: flex; gap: 2mm; align-items: center; } .contact-block svg { flex: none; }
.study { margin-bottom: 3.5mm; } .study h4 { font-size: 10pt; } .study h5 { margin: 0; font-weight: 400; font-size: 9.5pt; opacity: .8; } .muted { opacity: .65; }
.main-wrapper { margin-inline-start: 68mm; padding: 6mm 11mm; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.main-wrapper section { padding-top: 3mm; margin-bottom: 2mm; } h2.section-title { font-size: 14pt; color: #2d7788; text-transform: uppercase; margin-bottom: 3.5mm; break-after: avoid; }
.disc { display: inline-block; width: 7.5mm; height: 7.5mm; line-height: 7.5mm; border-radius: 50%; background: #2d7788; color: #fff; font-size: 10pt; text-align: center; margin-inline-end: 2.5mm; vertical-align: middle; }
.item { margin-bottom: 3.5mm; break-inside: avoid; padding-top: 1mm; } .upper-row { display: flex; justify-content: space-between; gap: 4mm; }
.job-title { font-size: 11.5pt; } .time { color: #97aab0; white-space: nowrap; } .company { color: #778; margin-bottom: 1.5mm; }
.skillset { display: grid; grid-template-columns: 1fr 1fr; gap: 0 6mm; } .skill { break-inside: avoid; } .bar { height: 2.6mm; background: #eef2f3; margin-bottom: 3mm; } .bar > div { height: 100%; background: #4b9baf; } .level-title { font-size: 10pt; font-weight: 400; }
.footer { text-align: center; color: #999; font-size: 8.5pt; padding-top: 2mm; break-before: avoid; }`;

export const render = (h) => {
  const known = h.list("skills").flatMap((s) => s.keywords);
  const section = (name, sign, key, body) => html`
      <section class="section ${name}-section">
        <h2 class="section-title"><span class="disc" aria-hidden="true">${sign}</span>${h.t(key)}</h2>
        ${body}
      </section>`;
  const side = (name, key, body) => html`
      <div class="side-block ${name}-block">
        <h2>${h.t(key)}</h2>
        ${body}
      </div>`;
  const contact = (sign, body) => html`<li>${icon(sign)}${body}</li>`;
  return page(h, css, html`
<div class="wrapper">
    <div class="sidebar-wrapper">
      <div class="profile-box">
        ${photo}
        <h1 class="name">${h.p.basics.name}</h1>
        <h3 class="tagline">${h.p.basics.label}</h3>
      </div>
      <div class="side-block contact-block">
        <ul class="plain-list">${contact("mail", mail(h))}${contact("phone", phone(h))}${contact("pin", h.place)}${web(h) && contact("web", web(h))}${accounts(h).map((a) => contact("web", a))}</ul>
      </div>
      ${side("education", "education", h.p.education.map((e) => html`
        <div class="study"><h4 class="degree">${h.degree(e)}</h4><h5 class="meta">${e.institution}</h5><div class="muted">${h.range(e)}</div></div>`))}
      ${h.list("certificates").length > 0 && side("certificates", "certificates", h.list("certificates").map((c) => html`
        <div class="study"><h4>${c.name}</h4><h5 class="meta">${c.issuer}</h5><div class="muted">${h.date(c.date)}</div></div>`))}
      ${side("languages", "languages", html`<ul class="plain-list">${h.list("languages").map((l) => html`<li>${l.language} <span class="muted">(${l.fluency})</span></li>`)}</ul>`)}
      ${side("interests", "interests", html`<ul class="plain-list">${h.list("interests").map((i) => html`<li>${i.name}</li>`)}</ul>`)}
    </div>
    <div class="main-wrapper">
      ${section("summary", "☺", "about", html`<div class="summary"><p>${h.p.basics.summary}</p></div>`)}
      ${section("experiences", "✎", "work", h.p.work.map((w) => html`
        <div class="item">
          <div class="meta">
            <div class="upper-row"><h3 class="job-title">${w.position}</h3><div class="time">${h.range(w)}</div></div>
            <div class="company">${w.name}, ${w.location}</div>
          </div>
          <div class="details">${w.summary && html`<p>${w.summary}</p>`}${w.highlights && html`<ul>${w.highlights.map((one) => html`<li>${one}</li>`)}</ul>`}</div>
        </div>`))}
      ${h.list("projects").length > 0 && section("projects", "★", "projects", h.list("projects").map((p) => html`
        <div class="item"><span class="project-title"><b>${p.name}</b></span> - <span class="project-tagline">${p.description}</span></div>`))}
      ${section("skills", "✔", "skills", html`<div class="skillset">${known.map((k, at) => html`
          <div class="skill"><h3 class="level-title">${k}</h3><div class="bar"><div style="width: ${level(at, known.length) * 10}%"></div></div></div>`)}
        </div>`)}
      <footer class="footer"><small>Made with ♥ and a free template</small></footer>
    </div>
</div>`);
};
