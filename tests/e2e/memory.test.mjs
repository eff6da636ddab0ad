// What was seen is remembered: over the end of the background, and of the browser.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kind, scratch, start, until } from "./lib/driver.mjs";
import { finding, findings, look, lookAt } from "./lib/look.mjs";

test("a stopped background and a restarted browser remember", { timeout: 180_000 }, async () => {
  const profile = await scratch();
  let driver = await start(kind, { profile });
  try {
    await lookAt(driver, "maren-holtby", "Maren Holtby");
    await driver.backend.stopBackground();
    assert.equal(await driver.backend.background(), undefined, "the background is gone");

    const { page, panel } = await lookAt(driver, "rune-astell", "Rune Astell");
    assert.match((await finding(panel, "photo/seen-elsewhere")).text, /Maren Holtby/);

    await driver.backend.stopBackground();
    assert.ok((await findings(panel)).length > 0, "the panel still shows what it showed");
    // It wakes up for a click in the panel as well as for one in the toolbar.
    await panel.click("header button");
    await until("the background to wake", () => driver.backend.background());
    await look(driver, page, "Rune Astell");
    assert.match((await finding(panel, "text/seen-elsewhere")).text, /Maren Holtby/);
  } finally {
    await driver.close();
  }

  driver = await start(kind, { profile });
  try {
    const { panel } = await lookAt(driver, "ilka-d", "Ilka D.");
    assert.match((await finding(panel, "identity/shared-contact")).text, /Rune Astell/);
    const rune = await lookAt(driver, "rune-astell", "Rune Astell");
    const photo = await finding(rune.panel, "photo/seen-elsewhere");
    assert.match(photo.text, /Maren Holtby/);
    assert.equal(photo.photos, 2, "both photos are kept");
  } finally {
    await driver.close();
  }
});
