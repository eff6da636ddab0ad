// How long the two modules take for what they read, as they are shipped (dist/extension), in V8: a page of one megabyte in
// the main module, PDFs in the one that is loaded for files. Cold: a new process compiles the module and reads one thing.
// Warm: one after the other in a process that goes on. Time of the process: the clock would count what else the machine
// does. Numbers only; no name and no content of a file is printed.
//
//   node tests/bench/wasm.mjs [FOLDER]    FOLDER: PDFs to read; the samples if not said

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { largePage } from "./lib/page.mjs";

const ROUNDS = 4;
const PAGES = 40;
const COLD = 5;
const ADDRESS = "https://www.linkedin.com/in/maren-holtby/";
const root = fileURLToPath(new URL("../..", import.meta.url));

/** @param {number[]} times @param {number} part */
const quantile = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
/** @param {string} what @param {number[]} times */
const told = (what, times) => console.log(`${what}: ${["median", "p95", "longest"].map((word, at) => `${word} ${quantile(times, [0.5, 0.95, 1][at] ?? 1).toFixed(1)} ms`).join(", ")}, of ${times.length}`);

/** What this process has worked until now, in ms. */
const worked = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** @param {() => unknown} work */
function timed(work) {
  const began = worked();
  work();
  return worked() - began;
}

/** A module, started from the bytes that are shipped. @param {"loupe" | "documents"} name */
async function module(name) {
  const engine = await import(new URL(`../../extension/src/engine/generated/${name}.js`, import.meta.url).href);
  await engine.default({ module_or_path: readFileSync(join(root, `dist/extension/${name}_bg.wasm`)) });
  return engine;
}

/** @param {string} folder */
const pdfs = (folder) =>
  readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith(".pdf") && name !== "encrypted.pdf")
    .map((name) => readFileSync(join(folder, name)));

const samples = join(root, "tests/samples");
const [folder = samples, cold] = process.argv.slice(2);

if (cold) {
  const from = worked();
  const engine = await module(cold === "page" ? "loupe" : "documents");
  const ready = worked();
  if (cold === "page") new engine.Engine().read_page({ url: ADDRESS, html: largePage(1_000_000), cut: false });
  else engine.read_file(readFileSync(join(samples, "maren-holtby.pdf")), "file");
  console.log(JSON.stringify({ ready: ready - from, first: worked() - ready }));
} else {
  const html = largePage(1_000_000);
  const main = new (await module("loupe")).Engine();
  const roles = main.read_page({ url: ADDRESS, html, cut: false }).profile.roles.length;
  console.log(`page: ${(html.length / 1e6).toFixed(2)} MB, ${roles} roles read`);
  told("page, warm", Array.from({ length: PAGES }, () => timed(() => main.read_page({ url: ADDRESS, html, cut: false }))).slice(PAGES / 4));

  const { read_file: read } = await module("documents");
  const files = pdfs(folder);
  let unread = 0;
  for (let round = 1; round <= ROUNDS; round++) {
    const times = files.map((bytes) =>
      timed(() => {
        try {
          read(bytes, "file");
        } catch {
          unread += 1;
        }
      }),
    );
    told(`PDF, round ${round}`, times);
  }
  console.log(`${unread / ROUNDS} of ${files.length} PDFs were not read`);

  for (const what of ["page", "pdf"]) {
    const runs = Array.from({ length: COLD }, () => JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), folder, what], { encoding: "utf8" })));
    told(`${what}, cold: the module ready`, runs.map((run) => run.ready));
    told(`${what}, cold: the first read`, runs.map((run) => run.first));
  }
}
