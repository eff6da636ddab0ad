// For everybody: axe without violations in light and dark, every control by keyboard, a second language.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { clean } from "./lib/axe.mjs";
import { kind, scratch, start, until } from "./lib/driver.mjs";
import { sample, truncatedPdf } from "./lib/hostile.mjs";
import { give, lookAt } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

const noViolations = (/** @type {import("./lib/driver.mjs").Panel} */ panel, /** @type {string} */ what) => clean(panel, what, driver.backend.scheme);

test("axe: a page that is no profile, and a line that says so", { timeout: 60_000 }, async () => {
  const page = await driver.open("news");
  const panel = await driver.click(page);
  await until("the line", () => panel.evaluate(() => document.querySelector("[data-error]") !== null));
  await noViolations(panel, "no profile");
});

test("axe: a full report, every part open, with a file and an error", { timeout: 90_000 }, async () => {
  await lookAt(driver, "maren-holtby", "Maren Holtby");
  const { panel } = await lookAt(driver, "rune-astell", "Rune Astell");
  await give(panel, sample("rune-astell.json"));
  await give(panel, truncatedPdf(await scratch()));
  await noViolations(panel, "report");
});

test("every control is reached with the Tab key, and shows it", { timeout: 60_000 }, async () => {
  const panel = await driver.panel();
  const wanted = await panel.evaluate(() => {
    const controls = [...document.querySelectorAll("button:not(:disabled), input, summary, a[href]")].filter((e) => e.checkVisibility());
    controls.forEach((control, at) => control.setAttribute("data-at", String(at)));
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
    return controls.length;
  });
  assert.ok(wanted > 5);
  const reached = new Set();
  const bare = [];
  for (let i = 0; i < wanted + 3; i++) {
    await panel.press("Tab");
    const at = await panel.evaluate(() => {
      const control = document.activeElement;
      if (!control?.hasAttribute("data-at")) return null;
      // A hidden file input shows its focus on the label around it.
      const shown = [control, control.closest("label")].some((e) => e && (getComputedStyle(e).outlineStyle !== "none" || getComputedStyle(e).boxShadow !== "none"));
      return { at: Number(control.getAttribute("data-at")), shown, html: control.outerHTML.slice(0, 120) };
    });
    if (!at) continue;
    reached.add(at.at);
    if (!at.shown) bare.push(at.html);
  }
  assert.equal(reached.size, wanted, "all are reached");
  assert.deepEqual(bare, [], "focus is seen on all");
});

test("in German where German is spoken", { timeout: 60_000 }, async () => {
  const words = JSON.parse(readFileSync(new URL("../../extension/locales/de/ui.json", import.meta.url), "utf8"));
  const german = await start(kind, { languages: ["de-AT", "de"] });
  try {
    const { panel } = await lookAt(german, "maren-holtby", "Maren Holtby");
    const shown = await panel.evaluate(() => ({ lang: document.documentElement.lang, career: document.querySelector("#career")?.textContent, coverage: document.querySelector("#coverage")?.textContent }));
    assert.deepEqual(shown, { lang: "de", career: words["career.title"], coverage: words["coverage.title"] });
  } finally {
    await german.close();
  }
});
