// A table of one row to a section: its heading in a shaded cell, the entries in the other as repeated content controls,
// each with title and dates parted by a tab; list paragraphs for what was done.

import { mail, sites, word } from "../shared.mjs";

export const layout = { dates: { style: "short", dash: " - " }, variant: 3 };

export function render(h) {
  const w = word(h);
  const end = { stop: 6900 };
  const section = (key, body) => [w.p(h.t(key), { style: "Heading2" }), body];
  const list = (entry) => [entry.summary && w.p(entry.summary), ...(entry.highlights ?? []).map((text) => w.p(text, { bullet: true }))];
  return w.file([
    w.p(w.control("Name", h.p.basics.name), { style: "Title", align: "center" }), w.p(w.control("Title", h.p.basics.label), { align: "center" }),
    w.table([2400, 7200], [
      section("contact", [w.p(`${h.place}\t${h.p.basics.phone}`, end), w.p(mail(w, h)), ...sites(w, h).map((site) => w.p(site))]),
      section("about", w.p(h.p.basics.summary)),
      section("skills", h.list("skills").map((s) => w.p([w.run(s.name, { bold: true }), `: ${s.keywords.join(h.comma)}`]))),
      section("work", h.p.work.map((role) => w.control("Experience", [w.p([w.run(role.name, { bold: true }), `\t${h.range(role)}`], end), w.p([w.run(role.position, { italic: true }), `\t${role.location}`], end), list(role)])).concat(w.p(""))),
      section("education", h.p.education.map((e) => w.control("Education", [w.p([w.run(e.institution, { bold: true }), `\t${h.range(e)}`], end), w.p(h.degree(e), { italic: true })])).concat(w.p(""))),
      ...(h.list("certificates").length ? [section("certificates", h.list("certificates").map((c) => w.p([`${c.name}, ${c.issuer}`, `\t${h.date(c.date)}`], end)))] : []),
      section("publications", w.p(`${h.t("publication")}\t2020`, end)),
      section("languages", h.list("languages").map((l) => w.p(`${l.language}\t${l.fluency}`, end))),
      section("references", h.list("references").flatMap((r) => [w.p([w.run(r.name, { bold: true }), `, ${r.email}`]), w.p(r.reference)])),
    ], { border: true, fills: ["E7ECE3"] }),
  ], { title: h.p.basics.name });
}
