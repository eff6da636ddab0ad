// The demo: sample people on faithful copies of their pages, at their real addresses, and Loupe beside them.
//
//     node tests/e2e/demo.mjs [--headless] [--browser chromium|firefox]
//
// With a display it opens the browser and says what to click. Without one it walks the story itself, prints what the
// panel shows and leaves pictures in dist/demo.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { built, sleep, start, until } from "./lib/driver.mjs";
import { sample } from "./lib/hostile.mjs";
import { career, coverage, findings, give, lookAt } from "./lib/look.mjs";

const { values } = parseArgs({ options: { headless: { type: "boolean", default: false }, browser: { type: "string", default: "chromium" } } });
const kind = values.browser === "firefox" ? "firefox" : "chromium";
const out = fileURLToPath(new URL("../../dist/demo/", import.meta.url));

const story = [
  { page: "maren-holtby", name: "Maren Holtby" },
  { page: "rune-astell", name: "Rune Astell" },
  { page: "ilka-d", name: "Ilka D." },
];

/** @param {import("./lib/driver.mjs").Panel} panel @param {string} heading @param {string} badge */
async function print(panel, heading, badge) {
  console.log(`\n${"=".repeat(100)}\n${heading}${badge ? `   [badge: ${badge}]` : ""}\n${"=".repeat(100)}`);
  const headline = await panel.evaluate(() => document.querySelector(".headline")?.textContent ?? "");
  const tally = await panel.evaluate(() => /** @type {HTMLElement | null} */ (document.querySelector(".tally"))?.innerText ?? "");
  console.log([headline, "", ...tally.split(/\n+/)].join("\n"));
  for (const finding of await findings(panel)) {
    console.log(`\n* ${finding.title}  (${finding.check}, ${finding.strength})`);
    for (const fact of finding.facts) console.log(`    “${fact.length > 150 ? `${fact.slice(0, 100)} … ${fact.slice(-40)}` : fact}”`);
    if (finding.photos) console.log(`    ${finding.photos} photos side by side`);
    if (finding.marked.length) console.log(`    marked: ${finding.marked.slice(0, 3).map((m) => `“${m.length > 60 ? `${m.slice(0, 60)} …` : m}”`).join(", ")}`);
    const ask = /A question to ask\s+(.+)/.exec(finding.text)?.[1];
    if (ask) console.log(`    Ask: ${ask}`);
  }
  console.log("\nCareer");
  for (const row of await career(panel)) console.log(`    ${row}`);
  console.log("\nWhat was read");
  for (const { source, parts, notes } of await coverage(panel)) {
    console.log(`    ${source}: ${Object.entries(parts).map(([part, state]) => `${part} ${state}`).join(", ")}`);
    for (const note of notes) console.log(`        ${note}`);
  }
}

/**
 * The page with the panel beside it, both whole. The browser pictures them one at a time, so they are put together in a
 * page of their own.
 * @param {import("./lib/driver.mjs").Driver} driver
 * @param {import("./lib/driver.mjs").Page} page
 * @param {import("./lib/driver.mjs").Panel} panel
 * @param {string} name
 */
async function picture(driver, page, panel, name) {
  await panel.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = details.matches(".finding:not(.weak)");
    scrollTo(0, 0);
  });
  await sleep(300);
  const url = (/** @type {Uint8Array} */ png) => `data:image/png;base64,${Buffer.from(png).toString("base64")}`;
  const shots = [await page.screenshot({ type: "png", fullPage: true }), await panel.screenshot()].map(url);
  const sheet = await driver.backend.browser.newPage();
  await sheet.setContent(`<style>body{margin:0;background:#cfd3d6;display:flex;align-items:flex-start;gap:2px;width:max-content}img{display:block}</style>${shots.map((src) => `<img src="${src}">`).join("")}`);
  await until("the pictures", () => sheet.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0)));
  const file = join(out, `${name}.png`);
  const size = await sheet.evaluate(() => ({ width: document.body.getBoundingClientRect().width, height: document.body.scrollHeight }));
  writeFileSync(file, await sheet.screenshot({ type: "png", captureBeyondViewport: true, clip: { x: 0, y: 0, ...size } }));
  await sheet.close();
  await page.bringToFront();
  console.log(`\n(${relative(process.cwd(), file)})`);
}

async function walk() {
  mkdirSync(out, { recursive: true });
  const driver = await start(kind, { headless: true });
  try {
    for (const { page: pageName, name } of story) {
      const { page, panel } = await lookAt(driver, pageName, name);
      await print(panel, `${name}: ${page.url()}`, await driver.backend.badge(page));
      await picture(driver, page, panel, pageName);
      if (pageName !== "maren-holtby") continue;
      await give(panel, sample("maren-holtby.pdf"));
      await print(panel, `${name}: her page, with maren-holtby.pdf dropped beside it`, await driver.backend.badge(page));
      await picture(driver, page, panel, "maren-holtby-with-resume");
    }
    const made = driver.proxy.log.filter((line) => !driver.backend.own.some((host) => line.includes(host)));
    console.log(`\nConnections of the browser while Loupe worked: ${made.length}`);
    for (const line of made) console.log(`    ${line}`);
  } finally {
    await driver.close();
  }
}

async function show() {
  const driver = await start(kind, { headless: false });
  const [first, ...rest] = story;
  const page = await driver.open(first?.page ?? "");
  for (const { page } of rest) await driver.open(page);
  const [blank] = await driver.backend.browser.pages();
  if (blank?.url() === "about:blank") await blank.close();
  await page.bringToFront();
  console.log(`Three invented people are open, at the addresses of the real sites; nothing else is reachable.
  1. On Maren's page click the Loupe button in the toolbar${kind === "chromium" ? " (or in the menu of extensions)" : ""}.
  2. Drop ${relative(process.cwd(), sample("maren-holtby.pdf"))} onto the panel: her résumé tells another story in two places.
  3. Go to Rune's tab and click the button: her photo, her words, his dates.
  4. Go to Ilka's tab and click the button: an address that was seen before.
Close the browser to end the demo.`);
  await new Promise((resolve) => driver.backend.browser.once("disconnected", resolve));
  await driver.proxy.close();
}

if (!existsSync(join(built, "manifest.json"))) {
  console.error("Loupe is not built yet: run cargo xtask demo, which builds it first");
  process.exit(1);
}
const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (!values.headless && !display) {
  console.error("there is no display here: add --headless");
  process.exit(1);
}
await (values.headless ? walk() : show()).catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
