// Figures of the extension in Chromium: what the capture costs the page, how long a report takes and how soon the worker
// is ready with 10,000 sightings in memory, and what it holds at rest. Printed; kept with their machine in README.md.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { built, scratch, sleep, start, until } from "../e2e/lib/driver.mjs";
import { look } from "../e2e/lib/look.mjs";
import { largePage } from "./lib/page.mjs";

const SIGHTINGS = 10_000;
const root = fileURLToPath(new URL("../..", import.meta.url));

/** @param {number[]} times @param {number} part */
const quantile = (times, part) => [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * part))] ?? Number.NaN;
/** @param {string} what @param {number[]} times */
const told = (what, times) => console.log(`${what}: median ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, of ${times.length}`);

/** Runs capture.js with the idle wait taken out, and times what it does on the page's thread. */
async function capture(driver) {
  const page = await driver.show("https://www.linkedin.com/in/maren-holtby/", largePage(2_000_000));
  const source = readFileSync(`${built}/capture.js`, "utf8");
  const time = async () =>
    page.evaluate(async (source) => {
      const idle = globalThis.requestIdleCallback;
      let spent = 0;
      globalThis.requestIdleCallback = (work) => {
        const from = performance.now();
        work({ didTimeout: false, timeRemaining: () => 50 });
        spent = performance.now() - from;
        return 0;
      };
      try {
        // biome-ignore lint/security/noGlobalEval: the built script, as the browser would inject it.
        await (0, eval)(source);
      } finally {
        globalThis.requestIdleCallback = idle;
      }
      return spent;
    }, source);
  const floor = async () =>
    page.evaluate(() => {
      const from = performance.now();
      const html = document.documentElement.outerHTML;
      return { ms: performance.now() - from, bytes: html.length };
    });
  const times = [];
  const floors = [];
  let bytes = 0;
  for (let i = 0; i < 30; i++) {
    times.push(await time());
    const { ms, bytes: length } = await floor();
    floors.push(ms);
    bytes = length;
  }
  const elements = await page.evaluate(() => document.querySelectorAll("*").length);
  console.log(`page: ${(bytes / 1e6).toFixed(2)} MB, ${elements} elements`);
  told("capture, on the page's thread", times);
  told("  peer: outerHTML alone", floors);
  await page.close();
}

/** Puts sightings into the extension's store as the engine writes them. */
async function fill(panel) {
  const lines = execFileSync("cargo", ["run", "--quiet", "--release", "-p", "loupe", "--example", "sightings", "--", String(SIGHTINGS)], {
    cwd: root,
    maxBuffer: 1 << 30,
    encoding: "utf8",
  }).trim().split("\n");
  for (let at = 0; at < lines.length; at += 250) {
    await panel.evaluate(
      (batch) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open("loupe");
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const write = opening.result.transaction(["rows", "records"], "readwrite");
            for (const line of batch) {
              const { id, row, record } = JSON.parse(line);
              write.objectStore("rows").put(new Uint8Array(row), id);
              write.objectStore("records").put(record, id);
            }
            write.onerror = () => reject(write.error);
            write.oncomplete = () => {
              opening.result.close();
              resolve(undefined);
            };
          };
        }),
      lines.slice(at, at + 250),
    );
  }
}

/** Clicks "look again" and waits for the new report, on the panel's own clock. */
const again = (panel) =>
  panel.evaluate(
    () =>
      new Promise((resolve) => {
        const main = document.querySelector("main");
        const from = performance.now();
        let busy = false;
        const watch = new MutationObserver(() => {
          if (main?.getAttribute("aria-busy") === "true") busy = true;
          else if (busy) {
            watch.disconnect();
            resolve(performance.now() - from);
          }
        });
        watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: ["aria-busy"] });
        /** @type {HTMLElement | null} */ (document.querySelector("header button"))?.click();
      }),
  );

/** What the extension's own process holds. */
function megabytes() {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const own = pids.filter((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8");
      return line.includes("--extension-process") && line.includes("--type=renderer");
    } catch {
      return false;
    }
  });
  const kilobytes = own.map((pid) => Number(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8").match(/^Pss:\s+(\d+)/m)?.[1] ?? 0));
  return (Math.max(...kilobytes) / 1000).toFixed(0);
}

/**
 * A browser of its own for each measurement: what one leaves behind is not measured with the next.
 * @param {string} profile @param {(driver: import("../e2e/lib/driver.mjs").Driver) => Promise<void>} work
 */
async function fresh(profile, work) {
  const driver = await start("chromium", { profile });
  try {
    await work(driver);
  } finally {
    await driver.close();
  }
}

/** @param {import("../e2e/lib/driver.mjs").Driver} driver */
const open = async (driver) => look(driver, await driver.open("maren-holtby"), "Maren Holtby");

const profile = await scratch();
await fresh(await scratch(), capture);
await fresh(profile, async (driver) => {
  const panel = await open(driver);
  await sleep(5_000);
  console.log(`\nwith one sighting\nmemory at rest of the extension's process, worker and panel: ${megabytes()} MB (PSS)`);
  await fill(panel);
});
console.log(`\nwith ${SIGHTINGS} sightings`);
await fresh(profile, async (driver) => {
  await open(driver);
  await sleep(5_000);
  console.log(`memory at rest of the extension's process, worker and panel: ${megabytes()} MB (PSS)`);
});
await fresh(profile, async (driver) => {
  const panel = await open(driver);
  const ready = [];
  for (let i = 0; i < 20; i++) {
    await driver.backend.stopBackground();
    await again(panel);
    const background = await until("the background", () => driver.backend.background());
    ready.push(await background.evaluate(() => performance.getEntriesByName("loupe-ready")[0]?.startTime ?? Number.NaN));
  }
  told("worker start to ready", ready);
  const panels = [];
  const steps = /** @type {Record<string, number[]>} */ ({ "capture to report, without the photo": [], "the photo (screenshot, decoding, sketch)": [] });
  for (let i = 0; i < 40; i++) {
    // Chromium allows two screenshots a second.
    await sleep(600);
    panels.push(await again(panel));
    const background = await until("the background", () => driver.backend.background());
    const at = await background.evaluate(() => Object.fromEntries(["captured", "read", "photo", "report"].map((step) => [step, performance.getEntriesByName(`loupe-${step}`)[0]?.startTime ?? Number.NaN])));
    steps["capture to report, without the photo"]?.push(at.read - at.captured + at.report - at.photo);
    steps["the photo (screenshot, decoding, sketch)"]?.push(at.photo - at.read);
  }
  for (const [what, times] of Object.entries(steps)) told(what, times);
  told("click to the panel's report, everything included", panels);
});
