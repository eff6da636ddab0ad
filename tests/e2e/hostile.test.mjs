// Files and pages made to harm: one clear line each, and what was there before is intact.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kind, scratch, start, until } from "./lib/driver.mjs";
import * as make from "./lib/hostile.mjs";
import { career, errors, finding, give, lookAt, textOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
/** @type {import("./lib/driver.mjs").Panel} */
let panel;
/** @type {string[]} */
let intact;
let folder = "";

before(async () => {
  folder = await scratch();
  driver = await start(kind);
  ({ panel } = await lookAt(driver, "maren-holtby", "Maren Holtby"));
  await give(panel, make.sample("maren-holtby.pdf"));
  await finding(panel, "history/sources-contradict");
  intact = await career(panel);
});
after(() => driver?.close());

/** @type {[string, string, (folder: string) => string][]} */
const files = [
  ["a PDF cut short", "damaged", make.truncatedPdf],
  ["a PDF with a password", "encrypted", () => make.sample("encrypted.pdf")],
  ["60 MB", "too-large", make.sixtyMegabytes],
  ["a zip bomb named .docx", "bomb", make.bombDocx],
  ["an image with a false size", "too-many-pixels", make.falseSizePng],
  ["HTML nested 100,000 deep", "too-deep", make.deepHtml],
];

for (const [what, id, file] of files) {
  test(what, { timeout: 60_000 }, async () => {
    const path = file(folder);
    await give(panel, path);
    // One line that names the file, beside those that may still stand from the file before.
    const name = path.split(/[\\/]/).pop() ?? "";
    const lines = (await errors(panel)).filter((line) => line.text.startsWith(name));
    assert.deepEqual(lines.map((line) => line.id), [id]);
    assert.deepEqual(await career(panel), intact, "the report stands");
    await finding(panel, "history/sources-contradict");
    const added = await panel.evaluate(() => [...document.querySelectorAll(".added li")].map((row) => row.textContent?.trim()));
    assert.deepEqual(added, ["maren-holtby.pdf"], "it is not among the sources");
  });
}

test("a good file after all of these is read", async () => {
  await give(panel, make.sample("sorrel-addis.docx"));
  assert.deepEqual(await errors(panel), []);
  assert.match(await textOf(panel), /Pennine Post/);
});

test("more than the browser keeps of a tab is one line, and what was there stands", { timeout: 60_000 }, async () => {
  // How much of a file is read may change; what the browser keeps is taken up but for what is there now.
  const background = await until("the background", () => driver.backend.background());
  await background.evaluate(async () => {
    const { session } = /** @type {any} */ (globalThis).chrome.storage;
    for (let size = 4_000_000, times = 0; size > 10_000 && times < 50; times++) {
      await session.set({ [`filler ${size} ${Math.random()}`]: "x".repeat(size) }).catch(() => (size = Math.floor(size / 2)));
    }
  });
  await give(panel, make.longText(folder));
  assert.deepEqual((await errors(panel)).map((line) => line.id), ["session-full"]);
  assert.match(await textOf(panel), /Maren Holtby/);
  await background.evaluate(async () => {
    const { session } = /** @type {any} */ (globalThis).chrome.storage;
    await session.remove(Object.keys(await session.get(null)).filter((key) => key.startsWith("filler")));
  });
  await give(panel, make.sample("ansel-brook.json"));
  assert.deepEqual(await errors(panel), []);
});

test("a page nested 100,000 deep", { timeout: 120_000 }, async () => {
  // Browsers flatten what is written so deep, so a script builds it, out of sight to spare the browser's own layout.
  const html = `<!doctype html><title>Deep Thought</title><body><h1>Deep Thought</h1><div id="top" style="display:none"></div><script>
    const top = document.createElement("div"); let at = top;
    for (let i = 1; i < ${make.DEPTH}; i++) at = at.appendChild(document.createElement("div"));
    at.textContent = "Engineer"; document.getElementById("top").append(top);
  </script>`;
  const page = await driver.show("https://example.com/deep", html);
  const shown = await driver.click(page);
  const lines = await until("a line", async () => {
    const lines = await errors(shown);
    return lines.length > 0 && lines;
  });
  assert.ok(["too-deep", "no-profile"].includes(lines[0]?.id ?? ""), `${lines[0]?.id}: ${lines[0]?.text}`);
});

test("a full disk: examined, not remembered, and what was remembered is intact", { timeout: 60_000 }, async () => {
  await driver.fillDisk(true);
  const { panel } = await lookAt(driver, "rune-astell", "Rune Astell");
  await finding(panel, "photo/seen-elsewhere");
  assert.deepEqual((await errors(panel)).map((line) => line.id), ["storage-full"]);

  await driver.fillDisk(false);
  const ilka = await lookAt(driver, "ilka-d", "Ilka D.");
  await assert.rejects(finding(ilka.panel, "identity/shared-contact"), /no identity\/shared-contact/, "Rune was not remembered");
  const again = await lookAt(driver, "rune-astell", "Rune Astell");
  assert.match((await finding(again.panel, "photo/seen-elsewhere")).text, /Maren Holtby/, "Maren still is");
  assert.deepEqual(await errors(again.panel), []);
});
