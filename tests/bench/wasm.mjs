// How long the document module takes for the files of a folder, as the panel's worker runs it: in WASM, one after the
// other. Numbers only; no name and no content of a file is printed.
//
//   node tests/bench/documents-wasm.mjs FOLDER MODULE    MODULE: the folder that holds documents.js and documents_bg.wasm

import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** In the first the browser's compiler works as well. */
const ROUNDS = 4;

const [folder, module] = process.argv.slice(2);
if (!folder || !module) throw new Error("usage: node documents-wasm.mjs FOLDER MODULE");

/** @param {number[]} times @param {number} part */
const quantile = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;

/** What this process has worked until now, in ms: the clock would count what else the machine does. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const { default: init, read_file: read } = await import(pathToFileURL(resolve(module, "documents.js")).href);
const from = performance.now();
await init({ module_or_path: readFileSync(join(module, "documents_bg.wasm")) });
const start = performance.now() - from;

const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(folder, entry.name)));
let unread = 0;
const rounds = Array.from({ length: ROUNDS }, () =>
  files.map((bytes) => {
    const began = worked();
    try {
      read(bytes, "file");
    } catch {
      unread += 1;
    }
    return worked() - began;
  }),
);
console.log(`files ${files.length}, not read ${unread / ROUNDS}, module ready after ${start.toFixed(0)} ms`);
rounds.forEach((times, at) => {
  const told = [0.5, 0.95, 1].map((part) => quantile(times, part).toFixed(1));
  console.log(`round ${at + 1}: median ${told[0]} ms, p95 ${told[1]} ms, longest ${told[2]} ms`);
});
