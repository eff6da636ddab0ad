// One of Word's own templates: every section in a content control, the dates as a line of their own above each title.

import { mail, sites, texts, word } from "./shared.mjs";

export const layout = { dates: { style: "long", dash: " – " }, variant: 3 };

export function render(h) {
  const w = word(h);
  const section = (key, ...body) => [w.p(w.control("Heading", h.t(key)), { style: "Heading1" }), w.control(key, body)];
  const small = { color: "595959", caps: true, size: 9 };
  return w.file([
    w.control("Name", [w.p(h.p.basics.name, { style: "Title" })]), w.p(w.control("Job title", h.p.basics.label), { style: "Subtitle" }),
    w.p([w.control("Address", h.place), " · ", w.control("Phone", h.p.basics.phone)]), w.p([mail(w, h), ...sites(w, h).flatMap((site) => [" · ", site])]),
    w.p(w.control("Objective", h.p.basics.summary), { before: 8 }),
    section("work", h.p.work.map((role) => w.control("Experience", [w.p(h.range(role), small), w.p([`${role.position} `, w.run(`• ${role.name} • ${role.location}`, { color: "595959" })], { style: "Heading2" }), texts(w, role)]))),
    section("education", h.p.education.map((e) => w.control("Education", [w.p(h.range(e), small), w.p(`${h.degree(e)} • ${e.institution}`, { style: "Heading2" })]))),
    section("skills", h.list("skills").flatMap((s) => s.keywords).map((k) => w.p(k, { bullet: true }))),
    h.list("certificates").length > 0 && section("certificates", h.list("certificates").map((c) => [w.p(h.date(c.date), small), w.p(`${c.name} • ${c.issuer}`)])),
    section("volunteering", w.p(`${h.t("volunteer")}, 2017 – 2019`)),
  ], { title: h.p.basics.name });
}
