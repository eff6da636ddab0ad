// Equal pixels give equal sketches, byte for byte, natively and in the module as it is shipped. What a browser does to a
// picture, decode it and draw it smaller, is stood in for, so that both get the very same pixels.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const FOLDERS = ["tests/samples/pictures", "tests/sites/photos", "crates/sketch/tests/pdq"];
/** What both are given: of kinds that the native tool decodes, and no header that lies. */
const pictures = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(png|jpg)$/.test(name) && !/^(hundred|wide|drawing|wrong)/.test(name))
    .sort()
    .map((name) => join(root, folder, name)),
);

/** @typedef {{ name: string, width: number, height: number, pixels: string, sketch: string | null, structure: string | null, quality: number }} Native */

/** The picture that is "decoded" next. @type {Native} */
let next;

class ImageBitmap {
  width = next.width;
  height = next.height;
  close() {}
}

class OffscreenCanvasRenderingContext2D {
  fillStyle = "";
  /** @param {OffscreenCanvas} canvas */
  constructor(canvas) {
    this.canvas = canvas;
  }
  fillRect() {}
  drawImage() {}
  getImageData() {
    const { width, height } = this.canvas;
    assert.deepEqual([width, height], [next.width, next.height], "it is drawn in its own size");
    return { data: new Uint8ClampedArray(Buffer.from(next.pixels, "base64")) };
  }
}

class OffscreenCanvas {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
  }
  getContext() {
    return new OffscreenCanvasRenderingContext2D(this);
  }
  async convertToBlob() {
    return new Blob(["no picture"], { type: "image/webp" });
  }
}

Object.assign(globalThis, { ImageBitmap, OffscreenCanvas, OffscreenCanvasRenderingContext2D, createImageBitmap: async () => new ImageBitmap() });

/** @type {any} */
let engine;
/** @type {Native[]} */
let native;

before(async () => {
  const module = join(root, "dist/extension/loupe_bg.wasm");
  assert.ok(existsSync(module), "run cargo xtask build");
  engine = await import(new URL("../../extension/src/engine/generated/loupe.js", import.meta.url).href);
  await engine.default({ module_or_path: readFileSync(module) });
  const printed = execFileSync("cargo", ["run", "--quiet", "--package", "loupe-sketch", "--example", "sketches", "--", ...pictures], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 30,
  });
  native = printed.trim().split("\n").map((line) => JSON.parse(line));
});

// A file that is one, for its header is looked at before anything is decoded.
const file = readFileSync(join(root, "tests/samples/pictures/plain.png"));

test("every picture has the same sketch, structure and quality in both", { timeout: 300_000 }, async () => {
  assert.ok(native.length >= 30, `${native.length} pictures`);
  let compared = 0;
  for (const picture of native) {
    next = picture;
    const { sketch = null, structure = null, quality } = await engine.decode_photo(new Uint8Array(file), "image/png");
    assert.deepEqual({ sketch: sketch ?? null, structure: structure ?? null, quality }, { sketch: picture.sketch, structure: picture.structure, quality: picture.quality }, picture.name);
    compared += structure ? 1 : 0;
  }
  assert.ok(compared >= 25, `${compared} have a structure`);
});
