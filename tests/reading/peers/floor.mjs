// The floor: what a page of regular expressions reads from `pdftotext`'s text (poppler). It is told every heading of
// `words.tsv` and every month's name that JavaScript knows, so that what it misses is structure, not vocabulary.
//
// node peers/floor.mjs RENDERED READINGS, then: reading-bench RENDERED --format pdf --readings READINGS

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { words } from "../lib/words.mjs";

const [rendered, readings] = process.argv.slice(2);

const months = new Map();
for (const language of Object.keys(words)) {
  for (const style of ["long", "short"]) {
    for (const variant of [{ month: style }, { month: style, year: "numeric", day: "numeric" }]) {
      const names = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { ...variant, timeZone: "UTC" });
      for (let month = 0; month < 12; month++) {
        const part = names.formatToParts(Date.UTC(2020, month, 1)).find((p) => p.type === "month");
        if (/\p{L}/u.test(part.value)) months.set(part.value.toLowerCase().replace(".", ""), month + 1);
      }
    }
  }
}
const list = (values) => values.sort((a, b) => b.length - a.length).map((v) => v.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
const every = (key) => Object.values(words).flatMap((language) => language[key]);
const DATE = `(?:(?:${list([...months.keys()])})\\.?,?\\s+(?:de\\s+)?\\d{4}|\\d{1,2}[./-]\\d{4}|\\d{4}[./-]\\d{1,2}|\\d{4}\\s?[年년]\\s?(?:\\d{1,2}\\s?[月월])?|\\d{4})`;
const RANGE = new RegExp(`(${DATE})\\s*(?:–|-|—|~|～|to|bis|à|a|tot|till|do|по|đến|إلى|עד)\\s*(${DATE}|${list([...every("present"), "Present", "Current"])})`, "iu");
const headings = new Map(["about", "work", "education", "skills", "certificates", "languages", "interests", "projects", "references", "contact"]
  .flatMap((key) => every(key).map((word) => [word.toLowerCase(), key])));
headings.set("work", "work");

function date(text) {
  const year = text.match(/\d{4}/)?.[0];
  if (!year) return "open";
  const rest = text.replace(year, "");
  const number = rest.match(/\d{1,2}/)?.[0];
  const word = [...months].find(([name]) => rest.toLowerCase().includes(name))?.[1];
  const month = number ?? word;
  return month ? `${year}-${String(month).padStart(2, "0")}` : year;
}

function read(text) {
  const lines = text.split("\n").map((line) => line.trim()).filter(Boolean);
  const reading = {
    name: lines[0],
    emails: [...new Set(text.match(/[\w.+-]+@[\w-]+\.[\w.]+/g) ?? [])].slice(0, 1),
    phones: (text.match(/\+?\(?\d[\d ()-]{7,}\d/g) ?? []).slice(0, 1),
    links: [...new Set(text.match(/(?:https?:\/\/|www\.|linkedin\.com\/|github\.com\/)[\w./-]+/g) ?? [])],
    roles: [], studies: [], skills: [], certificates: [],
  };
  let part = "";
  let entry;
  let above = "";
  for (const line of lines) {
    const opened = headings.get(line.toLowerCase().replace(/:$/, ""));
    if (opened) {
      [part, entry, above] = [opened, undefined, ""];
      continue;
    }
    const found = line.match(RANGE);
    if (part === "work" || part === "education") {
      if (found) {
        // What stands beside the dates, else the line above, cut at the first mark.
        const beside = line.replace(found[0], "").replace(/[()|,]+\s*$/, "").trim();
        const [first, second] = (beside || above).split(/\s*(?:,| \| | – | - | · | at )\s*/);
        entry = { title: first, employer: second ?? (beside ? above : undefined), start: date(found[1]), end: date(found[2]), texts: [] };
        reading[part === "work" ? "roles" : "studies"].push(entry);
      } else if (entry && !entry.employer && line.length < 60) entry.employer = line;
      else if (entry) entry.texts.push(line.replace(/^[•-]\s*/, ""));
      above = line;
    } else if (part === "about") reading.summary = [reading.summary, line].filter(Boolean).join(" ");
    else if (part === "skills") reading.skills.push(...line.replace(/^[^:]*:\s/, "").split(/\s*[,、،·]\s*/));
    else if (part === "certificates") {
      const [name, issuer] = line.split(/\s*[,–]\s*/);
      reading.certificates.push({ name, issuer });
    }
  }
  return reading;
}

for (const set of readdirSync(rendered)) {
  for (const layout of readdirSync(join(rendered, set))) {
    mkdirSync(join(readings, set, layout), { recursive: true });
    for (const file of readdirSync(join(rendered, set, layout)).filter((name) => name.endsWith(".pdf"))) {
      const text = execFileSync("pdftotext", [join(rendered, set, layout, file), "-"], { encoding: "utf8" });
      writeFileSync(join(readings, set, layout, `${file}.json`), JSON.stringify(read(text)));
    }
  }
}
