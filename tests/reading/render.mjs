// Renders every person through every layout: HTML, its print to PDF, or DOCX, and beside it what it says in truth.
//
// node render.mjs FOLDER [--layouts a,b] [--people a,b] [--office]
// writes FOLDER/<set>/<layout>/<person>.{html,pdf,truth.json} or .{docx,truth.json}, with --office also what LibreOffice
// makes of the DOCX: .{pdf,odt,rtf}. What is up to date is left alone.

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { layouts, people } from "./lib/layouts.mjs";
import { convert } from "./lib/office.mjs";
import { printer } from "./lib/print.mjs";
import { textOf, truthOf } from "./lib/truth.mjs";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { layouts: { type: "string" }, people: { type: "string" }, office: { type: "boolean" } },
});
const out = resolve(positionals[0] ?? "../../dist/reading");
const chosen = (list, names) => (names ? list.filter((one) => names.split(",").includes(one.id)) : list);

/** Every run that changes nothing costs nothing: what was rendered is known by the hash of what it came from. */
function same(file, source) {
  const hash = createHash("sha256").update(source).digest("hex");
  const note = `${file}.sha256`;
  if (existsSync(file) && existsSync(note) && readFileSync(note, "utf8") === hash) return true;
  writeFileSync(note, hash);
  return false;
}

let browser;
let count = 0;
try {
  for (const { id, set, kind, layout, render, extra } of chosen(await layouts(), values.layouts)) {
    const folder = join(out, set, id);
    mkdirSync(folder, { recursive: true });
    for (const person of chosen(people(), values.people)) {
      const file = (end) => join(folder, `${person.id}.${end}`);
      const made = await render(person.resume);
      const markup = kind === "html" ? made : made.markup;
      writeFileSync(file("truth.json"), JSON.stringify(truthOf(person.resume, { ...layout, text: textOf(markup), extra: extra?.(person.resume) }), null, 1));
      count += 1;
      if (kind === "docx") {
        writeFileSync(file("docx"), made.bytes);
        continue;
      }
      writeFileSync(file("html"), made);
      if (same(file("pdf"), made)) continue;
      browser ??= await printer();
      writeFileSync(file("pdf"), await browser.pdf(made));
    }
    if (kind === "docx" && values.office) convert(folder);
    process.stdout.write(`${set}/${id}\n`);
  }
} finally {
  await browser?.close();
}
process.stdout.write(`${count} documents\n`);
