// What the DOCX layouts share.

import { writer } from "../lib/docx.mjs";

export const word = (h) => writer({ rtl: ["ar", "he"].includes(h.language) });

export const texts = (w, entry) => [entry.summary && w.p(entry.summary), ...(entry.highlights ?? []).map((text) => w.p(text, { bullet: true }))];

export const mail = (w, h) => w.link(`mailto:${h.p.basics.email}`, h.p.basics.email);
export const sites = (w, h) => [
  ...(h.p.basics.url ? [w.link(h.p.basics.url, h.bare(h.p.basics.url))] : []),
  ...h.p.basics.profiles.map((a) => w.link(a.url, h.bare(a.url))),
];
export const between = (list, mark) => list.flatMap((one, at) => (at ? [mark, one] : [one]));
