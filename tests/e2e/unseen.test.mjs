// The page cannot tell that Loupe is there: nothing is added to it, nothing is asked for, nothing can be loaded.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { kind, sleep, start, until } from "./lib/driver.mjs";
import { look } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

/** All that a page's script could look at. @param {import("./lib/driver.mjs").Page} page */
const state = (page) =>
  page.evaluate(() => ({
    html: document.documentElement.outerHTML,
    shadow: [...document.querySelectorAll("*")].map((e) => e.shadowRoot?.innerHTML ?? "").join(""),
    globals: Object.getOwnPropertyNames(window).sort().join(" "),
    loaded: performance.getEntriesByType("resource").map((entry) => entry.name),
    focus: document.activeElement?.tagName,
    scroll: [scrollX, scrollY],
    cookies: document.cookie,
    stored: [Object.keys(localStorage), Object.keys(sessionStorage)],
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
  }));

for (const [sample, name] of /** @type {[string, string][]} */ ([["maren-holtby", "Maren Holtby"], ["rune-astell", "Rune Astell"], ["ilka-d", "Ilka D."]])) {
  test(`${name}'s page is as it was`, async () => {
    const page = await driver.open(sample);
    // A script of the page that watches for changes; the favicon and fonts come to rest first.
    await page.evaluate(() => {
      const said = /** @type {any} */ (window);
      said.changes = [];
      new MutationObserver((all) => said.changes.push(...all.map((m) => `${m.type} ${m.target.nodeName}`))).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      window.addEventListener("message", (event) => said.changes.push(`message ${event.data}`));
    });
    await sleep(500);
    const served = driver.served.length;
    const before = await state(page);
    await look(driver, page, name);
    await sleep(500);
    assert.deepEqual(await state(page), before);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).changes), []);
    assert.deepEqual(driver.served.slice(served), [], "nothing was asked for again");
  });
}

test("a page whose own root element watches for copies of itself", async () => {
  const page = await driver.show(
    "https://example.com/root",
    `<!doctype html><html lang="en" is="own-root"><title>Tove Lindqvar</title><body><h1>Tove Lindqvar</h1><div id="host"></div><script>
      window.made = 0;
      customElements.define("own-root", class extends HTMLHtmlElement { constructor() { super(); window.made++; } }, { extends: "html" });
      document.getElementById("host").attachShadow({ mode: "open" }).innerHTML = "<p>Engineer</p>";
    </script>`,
  );
  const made = () => page.evaluate(() => /** @type {any} */ (window).made);
  const before = await made();
  // The page does see copies.
  await page.evaluate(() => void document.documentElement.cloneNode(false));
  assert.equal(await made(), before + 1);
  const panel = await driver.click(page);
  await until("the page to be read", () => panel.evaluate(() => document.querySelector("main")?.getAttribute("aria-busy") === "false" && document.querySelector("#person-name, [data-error]") !== null));
  assert.equal(await made(), before + 1);
});

test("no file of Loupe can be loaded by a page", async () => {
  const panel = await driver.panel();
  const base = await panel.evaluate(() => location.origin);
  const page = await driver.open("dita-solway");
  const tried = await page.evaluate(async (base) => {
    const image = (/** @type {string} */ src) =>
      new Promise((resolve) => {
        const img = new Image();
        img.onload = () => resolve("loaded");
        img.onerror = () => resolve("refused");
        img.src = src;
      });
    const names = ["icons/loupe-16.png", "icons/loupe-48.png"];
    const fetched = ["manifest.json", "panel.html", "loupe_bg.wasm"].map((name) => fetch(`${base}/${name}`).then(() => "loaded", () => "refused"));
    return Promise.all([...names.map((name) => image(`${base}/${name}`)), ...fetched]);
  }, base);
  assert.deepEqual([...new Set(tried)], ["refused"]);
});
