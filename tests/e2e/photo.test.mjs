// The photo is cut from the screen only where nothing else stands before it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kind, start } from "./lib/driver.mjs";
import { look, lookAt, textOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
  // Where the panel opens, the page moves.
  await lookAt(driver, "dita-solway", "Dita Solway");
});
after(() => driver?.close());

const COVERED = /The photo is off screen or covered/;

/** A sample page on which a thing of 24 pixels stands at a point of the photo. @param {string} html @param {number} across @param {number} down */
async function withCover(html, across, down) {
  const page = await driver.open("maren-holtby");
  const radius = await page.evaluate(
    (html, across, down) => {
      const photo = /** @type {Element} */ ([...document.images].find((image) => image.currentSrc.includes("profile-displayphoto")));
      const { left, top, width, height } = photo.getBoundingClientRect();
      document.body.insertAdjacentHTML("beforeend", html);
      const cover = /** @type {HTMLElement} */ (document.body.lastElementChild);
      cover.style.cssText = `position: fixed; z-index: 9999; width: 24px; height: 24px; left: ${left + width * across - 12}px; top: ${top + height * down - 12}px`;
      return getComputedStyle(photo).borderRadius;
    },
    html,
    across,
    down,
  );
  const panel = await look(driver, page, "Maren Holtby");
  const pictured = await panel.evaluate(() => document.querySelector(".person img.photo") !== null);
  return { radius, pictured, text: await textOf(panel) };
}

const covers = {
  "a canvas": "<canvas></canvas>",
  "a drawing": "<svg viewBox='0 0 1 1'><rect width='1' height='1'/></svg>",
  "what a style paints": "<div class='painted'><style>.painted::after { content: ''; position: absolute; inset: 0; background: red }</style></div>",
};
for (const [what, html] of Object.entries(covers)) {
  test(`${what} at the photo's edge covers it`, { timeout: 60_000 }, async () => {
    const { pictured, text } = await withCover(html, 0.5, 0.05);
    assert.equal(pictured, false);
    assert.match(text, COVERED);
  });
}

test("what draws nothing covers nothing, nor does what stands beside a round photo", { timeout: 60_000 }, async () => {
  assert.equal((await withCover("<div></div>", 0.5, 0.05)).pictured, true);
  const { radius, pictured, text } = await withCover("<canvas></canvas>", 0, 0);
  assert.equal(radius, "50%");
  assert.equal(pictured, true, text);
});

test("a picture that a site gives to many is shown and compared with nothing, and the panel says so", { timeout: 60_000 }, async () => {
  const page = await driver.open("maren-holtby");
  await page.evaluate(async () => {
    const photo = /** @type {HTMLImageElement} */ ([...document.images].find((image) => image.currentSrc.includes("profile-displayphoto")));
    photo.removeAttribute("srcset");
    photo.src = "https://media.licdn.com/dms/image/v2/D4E03FAKEAVATAR/profile-displayphoto-shrink_400_400/0/1";
    await photo.decode();
  });
  const panel = await look(driver, page, "Maren Holtby");
  assert.match(await textOf(panel), /a picture that a site or a system gives to many/);
  assert.equal(await panel.evaluate(() => document.querySelector(".person img.photo") !== null), true);
});
