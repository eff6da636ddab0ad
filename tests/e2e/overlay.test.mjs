// The photo found again, shown: side by side, laid over each other with a slider, what was done in words, where and when it
// was seen, and that the person may be the victim. And without any picture, when only fingerprints are kept.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kind, scratch, start, until } from "./lib/driver.mjs";
import { errors, finding, findings, give, lookAt, textOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
/** @type {import("./lib/driver.mjs").Panel} */
let panel;
let avatar = "";

before(async () => {
  driver = await start(kind);
  const seen = await lookAt(driver, "maren-holtby", "Maren Holtby");
  avatar = await avatarOf("maren", await scratch(), seen.page);
  ({ panel } = await lookAt(driver, "ilka-d", "Ilka D."));
});
after(() => driver?.close());

/** Her photo as somebody else's avatar: mirrored, cropped, cut to a circle. @param {string} name @param {string} folder @param {import("./lib/driver.mjs").Page} page */
async function avatarOf(name, folder, page) {
  const photo = readFileSync(new URL(`../sites/photos/${name}.jpg`, import.meta.url)).toString("base64");
  const made = await page.evaluate(async (photo) => {
    const image = new Image();
    image.src = `data:image/jpeg;base64,${photo}`;
    await image.decode();
    const side = Math.round(Math.min(image.naturalWidth, image.naturalHeight) * 0.86);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = side;
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    context.fillStyle = "#fff";
    context.fillRect(0, 0, side, side);
    context.beginPath();
    context.arc(side / 2, side / 2, side / 2, 0, 2 * Math.PI);
    context.clip();
    context.translate(side, 0);
    context.scale(-1, 1);
    context.drawImage(image, -image.naturalWidth * 0.06, -image.naturalHeight * 0.05);
    return canvas.toDataURL("image/jpeg", 0.8).split(",")[1] ?? "";
  }, photo);
  const file = join(folder, "avatar.jpg");
  writeFileSync(file, Buffer.from(made, "base64"));
  return file;
}

/** A picture of the panel, where `LOUPE_PICTURES` names a folder for such. @param {string} name */
async function picture(name) {
  const folder = process.env.LOUPE_PICTURES;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    await driver.backend.scheme(scheme);
    writeFileSync(join(folder, `${kind}-${name}-${scheme}.png`), await panel.screenshot());
  }
  await driver.backend.scheme("light");
}

test("an avatar made of an earlier photo is laid over it, and what was done is said", { timeout: 90_000 }, async () => {
  await give(panel, avatar);
  assert.deepEqual(await errors(panel), []);
  const found = await finding(panel, "photo/seen-elsewhere");
  assert.equal(found.strength, "strong");
  assert.equal(found.photos, 2, "side by side");
  for (const said of [/mirrored/, /\d+ % of the earlier picture is shown here/, /cut to a circle here/, /Maren Holtby/, /LinkedIn/, /may be the victim/]) assert.match(found.text, said);
  assert.match(found.text, new RegExp(new Intl.DateTimeFormat("en-GB", { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" }).format(new Date())));
  await picture("overlay");
  const drawn = await panel.evaluate(() => {
    const svg = /** @type {SVGSVGElement} */ (document.querySelector("svg.overlay"));
    const line = /** @type {SVGPathElement} */ (svg.querySelector(".agreeing"));
    const frame = svg.getBoundingClientRect();
    const box = line.getBoundingClientRect();
    return {
      at: [box, frame].map(({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round)),
      label: svg.getAttribute("aria-label") ?? "",
      images: svg.querySelectorAll("image").length,
      // By how much of the picture's side it is outside of it, where it is cut off: squares of the other picture.
      outside: Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom) / frame.width,
      part: (box.width * box.height) / (frame.width * frame.height),
    };
  });
  assert.match(drawn.label, /Maren Holtby/);
  assert.equal(drawn.images, 2);
  assert.ok(drawn.outside < 0.06, `what agrees lies in the picture: ${JSON.stringify(drawn.at)}`);
  assert.ok(drawn.part > 0.4, `and is most of it: ${drawn.part}`);
});

test("the slider fades by keyboard, and is labelled", { timeout: 60_000 }, async () => {
  const slider = () =>
    panel.evaluate(() => {
      const input = /** @type {HTMLInputElement} */ (document.querySelector(".fade input"));
      return { label: input.getAttribute("aria-label") ?? "", value: Number(input.value), opacity: Number(document.querySelectorAll("svg.overlay image")[1]?.getAttribute("opacity")), here: document.activeElement === input };
    });
  const before = await slider();
  assert.match(before.label, /Maren Holtby/);
  assert.deepEqual([before.value, before.opacity], [50, 0.5]);
  await panel.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  for (let tabs = 0; tabs < 40 && !(await slider()).here; tabs++) await panel.press("Tab");
  assert.ok((await slider()).here, "the Tab key reaches it");
  for (let steps = 0; steps < 10; steps++) await panel.press("ArrowRight");
  const after = await until("the fade", async () => {
    const now = await slider();
    return now.value > 50 && now;
  });
  assert.ok(Math.abs(after.opacity - after.value / 100) < 0.001, `${after.opacity} ${after.value}`);
});

/** The pictures in what is stored. */
async function stored() {
  const background = await until("the background", () => driver.backend.background());
  return background.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("loupe");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asked = opening.result.transaction("records").objectStore("records").getAll();
          asked.onsuccess = () => {
            opening.result.close();
            const photos = asked.result.map((/** @type {string} */ record) => JSON.parse(record).profile.photo).filter(Boolean);
            resolve(photos.map((/** @type {any} */ photo) => ({ picture: (photo.thumbnail ?? "").length, fingerprint: Boolean(photo.structure) })));
          };
        };
      }),
  );
}

test("only fingerprints are kept when the user wants it so: those there are go, and the photo is still found", { timeout: 120_000 }, async () => {
  const before = /** @type {{picture: number, fingerprint: boolean}[]} */ (await stored());
  assert.ok(before.length >= 2 && before.every(({ picture }) => picture > 500 && picture <= 6 * 1024), JSON.stringify(before));
  await panel.evaluate(() => void (/** @type {HTMLDetailsElement} */ (document.querySelector(".settings")).open = true));
  await panel.click(".settings input[name=fingerprints-only]");
  await until("the pictures to go", async () => /** @type {any[]} */ (await stored()).every(({ picture }) => picture === 0));
  await until("the panel to look again", () => panel.evaluate(() => document.querySelector("main")?.getAttribute("aria-busy") === "false" && document.querySelector("svg.overlay") === null));
  const words = await finding(panel, "photo/seen-elsewhere");
  assert.equal(words.photos, 0);
  for (const said of [/No picture of the earlier photo was kept/, /mirrored/, /Maren Holtby/]) assert.match(words.text, said);
  const link = await panel.evaluate(() => document.querySelector("[data-check='photo/seen-elsewhere'] .seen-line a")?.getAttribute("href"));
  assert.match(link ?? "", /^https:\/\/www\.linkedin\.com\/in\/maren-holtby/);
  await picture("fingerprints-only");

  // What is seen from now on comes without a picture too, and is found by another's photo.
  const rune = await lookAt(driver, "rune-astell", "Rune Astell");
  assert.match((await finding(rune.panel, "photo/seen-elsewhere")).text, /No picture of the earlier photo/);
  const now = /** @type {{picture: number, fingerprint: boolean}[]} */ (await stored());
  assert.ok(now.length > before.length && now.every(({ picture, fingerprint }) => picture === 0 && fingerprint), JSON.stringify(now));
  assert.match(await textOf(rune.panel), /Rune Astell/);

  // And pictures again, when the user wants them.
  await panel.click(".settings input[name=fingerprints-only]");
  await until("the setting", () => panel.evaluate(() => !(/** @type {HTMLInputElement} */ (document.querySelector(".settings input[name=fingerprints-only]"))).checked));
  await lookAt(driver, "dita-solway", "Dita Solway");
  assert.ok(/** @type {any[]} */ (await stored()).some(({ picture }) => picture > 500));
  assert.deepEqual(await findings(panel), []);
});
