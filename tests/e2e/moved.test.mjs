// A tab that goes on to somebody else while the panel shows the person before: nobody's report is taken for another's.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { kind, start, until } from "./lib/driver.mjs";
import { sample } from "./lib/hostile.mjs";
import { errors, give, look, lookAt, reportOf, textOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

const html = (/** @type {string} */ name) => readFileSync(new URL(`../sites/${name}.html`, import.meta.url), "utf8");
const MOVED = /This tab has moved on/;
const added = (/** @type {import("./lib/driver.mjs").Panel} */ panel) => panel.evaluate(() => [...document.querySelectorAll(".added li")].map((row) => row.textContent?.trim()));
const sources = (/** @type {import("./lib/driver.mjs").Panel} */ panel) => panel.evaluate(() => [...document.querySelectorAll(".coverage h3")].map((row) => row.textContent));

/**
 * Looks again at what is shown already, and waits until that is done.
 * @param {import("./lib/driver.mjs").Panel} panel
 * @param {() => Promise<unknown>} click
 */
async function lookAgain(panel, click) {
  await panel.evaluate(() => {
    const main = /** @type {Element} */ (document.querySelector("main"));
    const world = /** @type {any} */ (window);
    world.looked = false;
    new MutationObserver((_, observer) => {
      world.looked = main.getAttribute("aria-busy") === "false";
      if (world.looked) observer.disconnect();
    }).observe(main, { attributeFilter: ["aria-busy"] });
  });
  await click();
  await until("another look", () => panel.evaluate(() => /** @type {any} */ (window).looked));
}

test("a look that fails leaves the note beside the report of the page before", { timeout: 60_000 }, async () => {
  await lookAt(driver, "maren-holtby", "Maren Holtby");
  const { page, panel } = await lookAt(driver, "rune-astell", "Rune Astell");
  await until("the badge", async () => (await driver.backend.badge(page)) !== "");
  await driver.backend.ownPage(page);
  await until("the note", async () => MOVED.test(await textOf(panel)));
  await until("the badge to go", async () => (await driver.backend.badge(page)) === "");
  await driver.click(page);
  await until("the line", async () => (await errors(panel)).some((line) => line.id === "no-access"));
  assert.match(await textOf(panel), MOVED);

  // A file added now is of whoever the tab shows, not of the person before.
  await give(panel, sample("ansel-brook.json"));
  await reportOf(panel, "Ansel Brook");
  assert.equal((await sources(panel)).length, 1);
  assert.doesNotMatch(await textOf(panel), /Rune Astell|This tab has moved on/);
});

test("files stay with a person through the addresses of one profile, and leave with a line", { timeout: 60_000 }, async () => {
  const { page, panel } = await lookAt(driver, "maren-holtby", "Maren Holtby");
  await give(panel, sample("maren-holtby.pdf"));
  await page.evaluate(() => void (location.hash = "experience"));
  await lookAgain(panel, () => driver.click(page));
  assert.deepEqual(await added(panel), ["maren-holtby.pdf"]);
  assert.doesNotMatch(await textOf(panel), MOVED);

  // A site of a single page loads nothing when it shows somebody else.
  await page.evaluate(() => history.pushState(null, "", "/in/rune-astell/"));
  await until("the note", async () => MOVED.test(await textOf(panel)));
  await driver.open("rune-astell", page);
  await look(driver, page, "Rune Astell");
  assert.deepEqual(await added(panel), []);
  assert.deepEqual((await errors(panel)).map((line) => line.id), ["files-dropped"]);
});

test("a photo that was scrolled away stays compared", { timeout: 60_000 }, async () => {
  const { page, panel } = await lookAt(driver, "maren-holtby", "Maren Holtby");
  const photo = () => panel.evaluate(() => /** @type {HTMLImageElement | null} */ (document.querySelector(".person img.photo"))?.src);
  const before = await photo();
  assert.ok(before, await textOf(panel));
  await page.evaluate(() => {
    document.body.style.paddingBottom = "3000px";
    scrollTo(0, 2500);
  });
  await until("the page to be scrolled", () => page.evaluate(() => scrollY > 1000));
  await lookAgain(panel, () => panel.click("header button"));
  assert.equal(await photo(), before);
});

test("a page that waits for an answer of its own is told in one line", { timeout: 60_000 }, async () => {
  const page = await driver.show("https://example.com/alert", html("news"));
  /** @type {(dialog: import("puppeteer-core").Dialog) => void} */
  let came = () => {};
  const dialog = new Promise((/** @type {typeof came} */ resolve) => (came = resolve));
  page.on("dialog", came);
  await driver.click(page);
  const panel = await driver.panel();
  await until("the first look", async () => (await errors(panel)).some((line) => line.id === "no-profile"));
  void page.evaluate(() => void setTimeout(() => alert("wait"), 0));
  const open = /** @type {import("puppeteer-core").Dialog} */ (/** @type {unknown} */ (await dialog));
  await panel.click("header button");
  await until("the line", async () => (await errors(panel)).some((line) => line.id === "no-answer"));
  await open.accept();
  await panel.click("header button");
  await until("the page to be read again", async () => (await errors(panel)).some((line) => line.id === "no-profile"));
});
