// A photo with another's face set onto it: the panel says what agrees, draws the line around it, and asks.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kind, scratch, start } from "./lib/driver.mjs";
import { errors, finding, findings, give, look, lookAt } from "./lib/look.mjs";
import { page as samplePage } from "./lib/sites.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

/** A photo with the middle of another. @param {string} below @param {string} above @param {string} folder @param {import("./lib/driver.mjs").Page} page */
async function withFace(below, above, folder, page) {
  const photos = [below, above].map((name) => readFileSync(new URL(`../sites/photos/${name}.jpg`, import.meta.url)).toString("base64"));
  const made = await page.evaluate(async (photos) => {
    const images = await Promise.all(
      photos.map(async (photo) => {
        const image = new Image();
        image.src = `data:image/jpeg;base64,${photo}`;
        await image.decode();
        return image;
      }),
    );
    const [base, face] = /** @type {[HTMLImageElement, HTMLImageElement]} */ (images);
    const canvas = document.createElement("canvas");
    canvas.width = base.naturalWidth;
    canvas.height = base.naturalHeight;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.drawImage(base, 0, 0);
    context.beginPath();
    context.ellipse(canvas.width * 0.5, canvas.height * 0.37, canvas.width * 0.18, canvas.height * 0.23, 0, 0, 2 * Math.PI);
    context.clip();
    context.drawImage(face, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1] ?? "";
  }, photos);
  const file = join(folder, "portrait.jpg");
  writeFileSync(file, Buffer.from(made, "base64"));
  return file;
}

test("another face on a photo that was seen before is told as one scene, and where it agrees is outlined", { timeout: 120_000 }, async () => {
  const sample = samplePage("stackoverflow-maren");
  const html = readFileSync(new URL(`../sites/${sample.file}`, import.meta.url), "utf8");
  const whole = html.replaceAll("https://i.stack.imgur.com/FAKEm.jpg", "https://i.stack.imgur.com/FAKEWHOLE.jpg");
  const page = await driver.show(sample.url, whole);
  await look(driver, page, "Maren Holtby");
  const portrait = await withFace("tove", "maren", await scratch(), page);
  const { panel } = await lookAt(driver, "dita-solway", "Dita Solway");
  await give(panel, portrait);
  assert.deepEqual(await errors(panel), []);
  const checks = (await findings(panel)).map(({ check }) => check);
  assert.ok(checks.includes("photo/same-scene") && !checks.includes("photo/seen-elsewhere"), checks.join());
  const found = await finding(panel, "photo/same-scene");
  assert.equal(found.strength, "medium");
  assert.equal(found.photos, 2, "side by side");
  for (const said of [/Maren Holtby/, /Stack Overflow/]) assert.match(found.text, said);
  const drawn = await panel.evaluate(() => {
    const svg = /** @type {SVGSVGElement} */ (document.querySelector("svg.overlay"));
    const [line, frame] = [/** @type {SVGPathElement} */ (svg.querySelector(".agreeing")), svg].map((part) => part.getBoundingClientRect());
    return { images: svg.querySelectorAll("image").length, part: (/** @type {DOMRect} */ (line).width * /** @type {DOMRect} */ (line).height) / (/** @type {DOMRect} */ (frame).width * /** @type {DOMRect} */ (frame).height) };
  });
  assert.equal(drawn.images, 2);
  assert.ok(drawn.part > 0.4, `the line goes around much of the picture: ${drawn.part}`);
  const folder = process.env.LOUPE_PICTURES;
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${kind}-scene.png`), await panel.screenshot());
  }
});
