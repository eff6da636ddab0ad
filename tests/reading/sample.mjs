// Copies a small part of what was rendered into `sample/`, which is committed: CI holds its floor on every change
// without rendering anything. Of CJK people there is one PDF only, as their fonts are large.
//
// node tests/reading/sample.mjs RENDERED

import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const rendered = process.argv[2];
const sample = fileURLToPath(new URL("sample", import.meta.url));

const latin = ["maren-holtby", "henrike-altwasser", "amaia-olmedillo", "bogumila-strzalka"];
const right = ["ghusun-almarjan"];
const east = ["lin-qingyao"];
const all = [...latin, ...right, ...east];

const chosen = [
  ["own/classic", all, ["html"]],
  ["own/classic", latin, ["pdf"]],
  ["own/grouped", all, ["html"]],
  ["own/capitals", [...right, ...east], ["pdf"]],
  ["own/sidebar-left", latin, ["html", "pdf"]],
  ["own/docx-bold", all, ["docx"]],
  ["own/docx-styles", all, ["docx"]],
  ["own/docx-form", all, ["docx"]],
  ["themes/stackoverflow", latin, ["html"]],
  ["themes/stackoverflow", ["maren-holtby", "ghusun-almarjan"], ["pdf"]],
];

rmSync(sample, { recursive: true, force: true });
for (const [layout, people, formats] of chosen) {
  mkdirSync(join(sample, layout), { recursive: true });
  for (const person of people) {
    for (const end of ["truth.json", ...formats]) {
      copyFileSync(join(rendered, layout, `${person}.${end}`), join(sample, layout, `${person}.${end}`));
    }
  }
}
