// Every layout of the bench: public themes, our own templates, and those of each that nobody tunes on.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { helper } from "./helper.mjs";

const here = dirname(dirname(fileURLToPath(import.meta.url)));

/** The themes print a year as its January, and leave the person's language aside. */
const THEMES = {
  even: { dates: { style: "short" }, fills: true },
  elegant: { dates: { style: "short" }, fills: true, certificates: "day", places: false },
  stackoverflow: { dates: { style: "short" }, fills: true },
};

/** @returns {Promise<{id: string, set: string, kind: "html" | "docx", layout: any, render: (person: any) => any, extra?: (person: any) => string[]}[]>} */
export async function layouts() {
  const all = [];
  for (const [id, layout] of Object.entries(THEMES)) {
    const module = await import(`jsonresume-theme-${id}`);
    const render = module.render ?? module.default.render;
    all.push({ id, set: "themes", kind: "html", layout, render: (person) => render(tame(structuredClone(person))) });
  }
  for (const [folder, set, kind] of [
    ["templates", "own", "html"],
    ["templates/held-out", "held-out", "html"],
    ["docx", "own", "docx"],
    ["docx/held-out", "held-out", "docx"],
  ]) {
    for (const file of readdirSync(join(here, folder)).filter((name) => name.endsWith(".mjs") && name !== "shared.mjs").sort()) {
      const { layout, render } = await import(pathToFileURL(join(here, folder, file)).href);
      const id = `${kind === "docx" ? "docx-" : ""}${file.replace(".mjs", "")}`;
      all.push({ id, set, kind, layout, render: (person) => render(helper(person, layout)), extra: (person) => layout.extra?.(helper(person, layout)) ?? [] });
    }
  }
  return all;
}

/** The themes take some fields for granted. */
function tame(person) {
  person.basics.location ??= {};
  for (const role of person.work) role.highlights ??= [];
  return person;
}

export function people() {
  const folder = join(here, "people");
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => ({ id: name.replace(".json", ""), resume: JSON.parse(readFileSync(join(folder, name), "utf8")) }));
}
