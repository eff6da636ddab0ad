// The developers' switch: a page is saved without its people, and reads as it did.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kind, start, until } from "./lib/driver.mjs";
import { career, coverage, look, lookAt, textOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

test("a sample of a page has its structure and nobody in it", { timeout: 90_000 }, async () => {
  const { panel } = await lookAt(driver, "maren-holtby", "Maren Holtby");
  const before = await coverage(panel);
  const dates = (await career(panel)).map((row) => row.split(" | ").slice(1).join(" | "));
  await panel.evaluate(() => void (/** @type {HTMLDetailsElement} */ (document.querySelector(".settings")).open = true));
  assert.equal(await panel.evaluate(() => document.querySelector(".settings button")), null, "of no use to anybody else");
  await panel.click(".settings input[name=developer]");
  await until("the button", () => panel.evaluate(() => document.querySelector(".settings button") !== null));

  // What would be downloaded is kept instead, as a folder for downloads is the user's.
  await panel.evaluate(() => {
    const world = /** @type {any} */ (globalThis);
    URL.createObjectURL = (/** @type {Blob} */ blob) => {
      blob.text().then((/** @type {string} */ text) => (world.saved = text));
      return "#";
    };
    HTMLAnchorElement.prototype.click = function () {
      world.savedAs = this.download;
    };
  });
  await panel.click(".settings button");
  await until("the file", () => panel.evaluate(() => Boolean(/** @type {any} */ (globalThis).saved)));
  const { html, name } = await panel.evaluate(() => ({ html: String(/** @type {any} */ (globalThis).saved), name: String(/** @type {any} */ (globalThis).savedAs) }));
  assert.match(name, /^linkedin\.com-\d{4}-\d\d-\d\d\.html$/);
  assert.match(await textOf(panel), /Saved as linkedin\.com-/);
  for (const word of ["maren", "holtby", "fernrill", "pavel", "orrin", "solway", "brightwater"]) assert.ok(!html.toLowerCase().includes(word), word);

  const url = /saved from url=\(\d+\)(\S+)/.exec(html)?.[1] ?? "";
  const person = /<h2>([^<]+)<\/h2>/.exec(html.slice(html.indexOf("ProfileVerificationTriggerRef")))?.[1] ?? "";
  const again = await look(driver, await driver.show(url, html), person);
  const read = await coverage(again);
  // The photo is at an address where nothing is.
  assert.deepEqual(read[0]?.parts, before[0]?.parts);
  assert.deepEqual((await career(again)).map((row) => row.split(" | ").slice(1).join(" | ")), dates);
});
