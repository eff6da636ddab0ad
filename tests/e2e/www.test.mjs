// The web page where a file can be looked at without the extension: a report, one line for a bad file, nothing leaves.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { clean } from "./lib/axe.mjs";
import { kind, scratch, start, until } from "./lib/driver.mjs";
import { sample, truncatedPdf } from "./lib/hostile.mjs";

const BASE = "http://loupe.example/";
const folder = fileURLToPath(new URL("../../dist/www", import.meta.url));

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
/** @type {import("./lib/driver.mjs").Page} */
let page;
const asked = /** @type {string[]} */ ([]);
before(async () => {
  assert.ok(existsSync(folder), "run cargo xtask build");
  driver = await start(kind, { bare: true });
  driver.serve(BASE, folder);
  page = await driver.backend.browser.newPage();
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(BASE, { waitUntil: "load", timeout: 60_000 });
});
after(() => driver?.close());

const room = () => ({
  evaluate: /** @type {import("./lib/driver.mjs").Room["evaluate"]} */ ((work, ...args) => page.evaluate(/** @type {any} */ (work), ...args)),
  run: async (/** @type {string} */ source) => void (await page.evaluate(source)),
});
const shown = () => page.evaluate(() => document.body.innerText);

/** @param {string} file */
async function choose(file) {
  const input = await page.waitForSelector("input[type=file]", { timeout: 10_000 });
  await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
}

test("before a file there is nothing to compare it with", { timeout: 60_000 }, async () => {
  await until("the page", async () => (await page.$("#files")) !== null);
  assert.doesNotMatch(await shown(), /Compare with a résumé/);
  await clean(room(), "empty", (scheme) => driver.backend.scheme(scheme, page));
});

test("a résumé is read, and a broken one is one line beside it", { timeout: 60_000 }, async () => {
  let seen = "";
  await choose(sample("maren-holtby.pdf"));
  await until(() => `the report; the page shows:\n${seen}`, async () => {
    seen = await shown();
    return (await page.evaluate(() => document.querySelector("#person-name")?.textContent)) === "Maren Holtby";
  });
  assert.match(await shown(), /Castlegate Insurance/);

  await choose(truncatedPdf(await scratch()));
  const lines = await until("the line", () =>
    page.evaluate(() => {
      const found = [...document.querySelectorAll("[data-error]")].map((line) => `${/** @type {HTMLElement} */ (line).dataset.error} ${line.textContent}`);
      return found.length > 0 && found;
    }),
  );
  assert.equal(lines.length, 1);
  assert.match(lines[0] ?? "", /^damaged cut-short\.pdf: /);
  assert.match(await shown(), /Castlegate Insurance/, "the report stands");
  await clean(room(), "report", (scheme) => driver.backend.scheme(scheme, page));
});

test("nothing was asked for but its own files, and the policy stops what is planted", { timeout: 60_000 }, async () => {
  assert.ok(asked.length > 3);
  assert.deepEqual(asked.filter((url) => !url.startsWith(BASE) && !url.startsWith("data:")), []);
  const stopped = await page.evaluate(async () => {
    const told = new Promise((resolve) => document.addEventListener("securitypolicyviolation", (event) => resolve(`${event.effectiveDirective} ${event.blockedURI}`), { once: true }));
    const came = await fetch("https://planted.example/fetch", { mode: "no-cors" }).then(() => "went out", () => "stopped");
    return [came, await told];
  });
  assert.deepEqual(stopped, ["stopped", "connect-src https://planted.example/fetch"]);
  // The browser itself may try the page's address over TLS first, and ask for an icon.
  const others = driver.proxy.log.filter((line) => ![...driver.backend.own, "loupe.example"].some((host) => line.includes(host)));
  assert.deepEqual(others, []);
});
