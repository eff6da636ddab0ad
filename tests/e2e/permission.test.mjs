// "Check automatically on this site": asked for on a click, refused without harm, given back on request.
//
// Firefox's question is answered as a user would. Chromium's can be reached by no protocol: there the refusal is its
// answer as `permissions.request` gives it, and the consent is an extension that has the site from the start, for which
// Chromium does not ask.

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { built, kind, scratch, start, until } from "./lib/driver.mjs";
import { career, errors, findings, lookAt, reportOf, textOf } from "./lib/look.mjs";

const SWITCH = "input[role=switch]";
const isOn = (/** @type {import("./lib/driver.mjs").Panel} */ panel) => panel.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("input[role=switch]")).checked);
const isGranted = (/** @type {import("./lib/driver.mjs").Room} */ room) => room.evaluate(() => /** @type {any} */ (globalThis).chrome.permissions.contains({ origins: ["https://www.linkedin.com/*"] }));

test("refused: one line says so, and nothing changes", { timeout: 120_000 }, async () => {
  const driver = await start(kind);
  try {
    const { panel } = await lookAt(driver, "maren-holtby", "Maren Holtby");
    const before = await career(panel);
    if (!driver.backend.prompt) await panel.evaluate(() => void (/** @type {any} */ (globalThis).chrome.permissions.request = async () => false));
    await panel.click(SWITCH);
    await driver.backend.prompt?.("refuse");
    await until("the refusal to be told", async () => /Access was refused/.test(await textOf(panel)));
    assert.equal(await isOn(panel), false);
    assert.equal(await isGranted(panel), false);
    assert.deepEqual(await career(panel), before, "the report stands");

    // The next page is not read by itself.
    const page = await driver.open("rune-astell");
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    assert.doesNotMatch(await textOf(await driver.panel()), /Rune Astell/);
    assert.equal(await driver.backend.badge(page), "");
  } finally {
    await driver.close();
  }
});

test("allowed: pages of that site are checked as they open, until it is switched off", { timeout: 120_000 }, async () => {
  const driver = await start(kind, { extension: kind === "chromium" ? await withTheSite() : built });
  try {
    const { panel } = await lookAt(driver, "maren-holtby", "Maren Holtby");
    await panel.click(SWITCH);
    await driver.backend.prompt?.("allow");
    await until("the switch to be on", () => isOn(panel));
    assert.equal(await isGranted(panel), true);

    const page = await driver.open("rune-astell");
    await reportOf(await driver.panel(), "Rune Astell");
    const shown = await findings(await driver.panel());
    assert.ok(shown.some((f) => f.check === "text/seen-elsewhere"), "found without a click");
    assert.match(await textOf(await driver.panel()), /Click the Loupe button on this page to compare the photo/, "the screen is seen on a click only");
    await until("the badge", async () => (await driver.backend.badge(page)) !== "");

    if (kind === "firefox") {
      await panel.click(SWITCH);
      await until("the switch to be off", async () => !(await isOn(panel)));
      assert.equal(await isGranted(panel), false, "the permission is given back");
      // The script that follows the page is still in it, and is obeyed no more.
      await page.evaluate(() => history.pushState(null, "", "/in/dita-solway/"));
      await new Promise((resolve) => setTimeout(resolve, 3_500));
      assert.deepEqual(await errors(await driver.panel()), []);
    }
    const scripts = await until("the background", () => driver.backend.background());
    if (kind === "firefox") assert.deepEqual(await scripts.evaluate(() => /** @type {any} */ (globalThis).chrome.scripting.getRegisteredContentScripts()), []);
  } finally {
    await driver.close();
  }
});

/** The extension as it is once the user has allowed LinkedIn. */
async function withTheSite() {
  const folder = await scratch();
  cpSync(built, folder, { recursive: true });
  const file = join(folder, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8"));
  manifest.host_permissions = ["https://www.linkedin.com/*"];
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}
