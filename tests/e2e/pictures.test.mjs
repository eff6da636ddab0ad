// Pictures of every kind that a photo comes as, decoded by the browser: each is read as the same photo as by the command,
// whose decoder is another one, or refused in one line.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kind, scratch, start, until } from "./lib/driver.mjs";
import { sample } from "./lib/hostile.mjs";
import { errors, give, lookAt } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
/** @type {import("./lib/driver.mjs").Panel} */
let panel;
/** @type {Claim} */
let plain;

/** @typedef {{ sketch?: string, structure?: string, quality: number, thumbnail?: string }} Claim */

before(async () => {
  driver = await start(kind);
  ({ panel } = await lookAt(driver, "dita-solway", "Dita Solway"));
  plain = /** @type {Claim} */ (await photoOf("plain.png"));
});
after(() => driver?.close());

/** What was read of a picture, if it was. @param {string} name @param {string} [path] @returns {Promise<Claim | undefined>} */
async function photoOf(name, path = sample(`pictures/${name}`)) {
  await give(panel, path);
  const claim = await panel.evaluate(async (name) => {
    const { session } = /** @type {any} */ (globalThis).chrome.storage;
    const tabs = Object.values(await session.get(null));
    const files = tabs.flatMap((/** @type {any} */ tab) => tab.files ?? []);
    return files.find((/** @type {any} */ file) => file.source.address === name)?.profile.photo ?? null;
  }, name);
  return claim ?? undefined;
}

/** The bits in which two hashes differ. @param {string | undefined} a @param {string | undefined} b */
function apart(a = "", b = "") {
  assert.ok(a.length === 64 && b.length === 64, `${a} ${b}`);
  let bits = 0;
  for (let at = 0; at < 64; at++) bits += (Number.parseInt(a[at] ?? "", 16) ^ Number.parseInt(b[at] ?? "", 16)).toString(2).replaceAll("0", "").length;
  return bits;
}

const READ = [
  "plain.jpg", "grey.jpg", "progressive.jpg", "cmyk.jpg", "ycck.jpg", "sixteen-bit.png", "wrong-name.jpg", "wrong-name.pdf",
  "animated.gif", "animated.png", "animated.webp",
  "orientation-2.jpg", "orientation-3.jpg", "orientation-5.jpg", "orientation-6.jpg", "orientation-8.jpg", "orientation-6.png",
];

for (const name of READ) {
  test(`${name} is the same photo`, { timeout: 60_000 }, async () => {
    const photo = await photoOf(name);
    assert.deepEqual(await errors(panel), []);
    // A mirrored or turned photo differs in half of its 256 bits.
    const bits = apart(photo?.sketch, plain.sketch);
    assert.ok(bits <= 24, `${bits} bits apart`);
    assert.ok(photo?.structure, "it can be compared");
  });
}

test("orientation-6.webp lies as it is stored, as on every page", { timeout: 60_000 }, async () => {
  const photo = await photoOf("orientation-6.webp");
  assert.ok(apart(photo?.sketch, plain.sketch) > 80);
});

test("pictures that are stored take no more than 6 KB", { timeout: 60_000 }, async () => {
  for (const name of ["plain.png", "sixteen-bit.png", "animated.gif", "strip.png"]) {
    const { thumbnail = "" } = (await photoOf(name)) ?? {};
    assert.match(thumbnail, /^data:image\/webp;base64,/, name);
    assert.ok(thumbnail.length <= 6 * 1024, `${name}: ${thumbnail.length}`);
  }
});

test("what has too little in it is not compared", { timeout: 60_000 }, async () => {
  for (const name of ["one-pixel.png", "strip.png", "silhouette.png", "silhouette.jpg"]) {
    const photo = await photoOf(name);
    const lines = await until(`the line on ${name}`, async () => {
      const lines = await errors(panel);
      return lines.some((line) => line.text.startsWith(name)) && lines;
    });
    assert.deepEqual(lines.map((line) => line.id), ["plain-picture"]);
    assert.ok(photo && photo.quality < 50, `${name}: ${photo?.quality}`);
  }
});

/** @type {[string, string][]} */
const REFUSED = [
  ["hundred-megapixels.png", "too-many-pixels"],
  ["hundred-megapixels.jpg", "too-many-pixels"],
  ["hundred-megapixels.gif", "too-many-pixels"],
  ["hundred-megapixels.webp", "too-many-pixels"],
  ["drawing.svg", "image-kind"],
  ["drawing-named.png", "image-kind"],
  ["kind.avif", "image-kind"],
  ["kind.bmp", "image-kind"],
];

for (const [name, id] of REFUSED) {
  test(`${name} is refused`, { timeout: 60_000 }, async () => {
    assert.equal(await photoOf(name), undefined);
    const lines = (await errors(panel)).filter((line) => line.text.startsWith(name));
    assert.deepEqual(lines.map((line) => line.id), [id]);
  });
}

test("a picture cut short anywhere is refused, or the photo", { timeout: 180_000 }, async () => {
  const folder = await scratch();
  for (const name of ["plain.png", "plain.jpg", "progressive.jpg", "round.webp", "animated.gif"]) {
    const bytes = readFileSync(sample(`pictures/${name}`));
    for (const tenth of [1, 3, 5, 7, 9]) {
      const cut = `${tenth}-${name}`;
      writeFileSync(join(folder, cut), bytes.subarray(0, (bytes.length * tenth) / 10));
      const photo = await photoOf(cut, join(folder, cut));
      const lines = (await errors(panel)).filter((line) => line.text.startsWith(cut));
      if (photo) assert.deepEqual(lines, [], cut);
      else assert.deepEqual(lines.map((line) => line.id), ["damaged"], cut);
      // Some decoders fill what is missing with grey. Of what moves, the first picture may be whole.
      if (name !== "animated.gif") assert.equal(photo, undefined, cut);
    }
  }
});
