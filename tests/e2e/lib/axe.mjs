// axe over all of a page, every part of it open, in light and in dark.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { until } from "./driver.mjs";

const axe = createRequire(import.meta.url)("axe-core").source;

/**
 * @param {import("./driver.mjs").Room} room
 * @param {string} what
 * @param {(scheme: "light" | "dark") => Promise<void>} turn  makes the browser light or dark
 */
export async function clean(room, what, turn) {
  await room.run(axe);
  for (const scheme of /** @type {const} */ (["light", "dark"])) {
    await turn(scheme);
    await until(scheme, () => room.evaluate((scheme) => matchMedia(`(prefers-color-scheme: ${scheme})`).matches, scheme));
    const result = await room.evaluate(async () => {
      for (const details of document.querySelectorAll("details")) details.open = true;
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
      const { violations, passes } = await /** @type {any} */ (globalThis).axe.run(document, { resultTypes: ["violations", "passes"] });
      return {
        passes: passes.length,
        violations: violations.map((/** @type {any} */ v) => `${v.id}: ${v.nodes.map((/** @type {any} */ n) => `${n.html.slice(0, 160)} ${n.failureSummary}`).join("; ")}`),
      };
    });
    assert.deepEqual(result.violations, [], `${what}, ${scheme}`);
    assert.ok(result.passes > 10, "axe looked at something");
  }
}
