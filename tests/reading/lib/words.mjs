// What own templates print besides the person's data: headings and labels in the person's language, from `words.tsv`.
// Several per word, parted by " / ", as résumés differ; a template takes the one its `variant` points at.

import { readFileSync } from "node:fs";

const [head, ...rows] = readFileSync(new URL("words.tsv", import.meta.url), "utf8").trimEnd().split("\n").map((line) => line.split("\t"));

/** Language, then key, to the words to choose from. @type {Record<string, Record<string, string[]>>} */
export const words = Object.fromEntries(
  head.slice(1).map((language, at) => [language, Object.fromEntries(rows.map((row) => [row[0], row[at + 1].split(" / ")]))]),
);
