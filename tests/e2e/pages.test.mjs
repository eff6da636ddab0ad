// Pages that are no profile, not all there, or no longer what they were: each is told in one clear line.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kind, start, until } from "./lib/driver.mjs";
import { coverage, errors, findings, lookAt, textOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

/** @param {import("./lib/driver.mjs").Page} page */
async function lineFor(page) {
  const panel = await driver.click(page);
  const [line, ...more] = await until("a line", async () => {
    const lines = await errors(panel);
    return lines.length > 0 && lines;
  });
  assert.deepEqual(more, [], "one line");
  assert.equal(await panel.evaluate(() => document.querySelector("#person-name")?.textContent ?? ""), "", "no person is shown");
  assert.equal(await driver.backend.badge(page), "");
  return line;
}

test("a page of news is no profile, though it names people", async () => {
  const line = await lineFor(await driver.open("news"));
  assert.equal(line?.id, "no-profile");
  assert.match(line?.text ?? "", /No person’s profile was found/);
});

test("a sign-in page is named as what it is", async () => {
  assert.equal((await lineFor(await driver.open("authwall")))?.id, "gated");
});

test("a page of the browser may not be read", async () => {
  const page = await driver.tab();
  await page.bringToFront();
  await driver.backend.ownPage(page);
  assert.equal((await lineFor(page))?.id, "no-access");
});

test("what has not been scrolled to is not loaded, which is not absent", async () => {
  const { panel } = await lookAt(driver, "maren-holtby-unscrolled", "Maren Holtby");
  const [page] = await coverage(panel);
  assert.equal(page?.parts.roles, "not-loaded");
  assert.equal(page?.parts.about, "read");
  assert.match(page?.notes.join(" ") ?? "", /Scroll through the page/);
  assert.deepEqual((await findings(panel)).map((f) => f.check), []);
});

test("a site that has changed is named as such, and no box of it is taken for the person's", async () => {
  const { panel } = await lookAt(driver, "maren-holtby-changed", "Maren Holtby");
  const [page] = await coverage(panel);
  assert.match(page?.notes.join(" ") ?? "", /This site has changed/);
  const text = await textOf(panel);
  for (const other of ["Pavel Orrin", "Dita Solway"]) assert.ok(!text.includes(other), `${other} is somebody else`);
});

test("a person's own page is read without knowledge of the site", async () => {
  const { panel } = await lookAt(driver, "tove-lindqvar", "Tove Lindqvar");
  const [page] = await coverage(panel);
  assert.match(page?.notes.join(" ") ?? "", /without knowledge of this site/);
  assert.equal(page?.parts.roles, "read 2");
  assert.ok(!(await textOf(panel)).includes("Pavel Orrin"), "who made the theme is somebody else");
});
