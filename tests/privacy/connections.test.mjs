// Nothing leaves the machine: while Loupe does all it can, not one connection is tried.
//
// The browser's only way out is a proxy that writes down whatever knocks and lets nothing through, loopback included.
// What the browser itself asks for is switched off where there is a switch; where there is none, the host is named by
// its driver (`own`) and told here beside the result.

import assert from "node:assert/strict";
import { test } from "node:test";
import { kind, sleep, start, until } from "../e2e/lib/driver.mjs";
import { findings, give, look, lookAt } from "../e2e/lib/look.mjs";
import { sample } from "../e2e/lib/hostile.mjs";

/** Waits until nothing has knocked for three seconds. @param {import("../e2e/lib/proxy.mjs").Proxy} proxy */
async function quiet(proxy) {
  for (let last = -1; last !== proxy.log.length; ) {
    last = proxy.log.length;
    await sleep(3_000);
  }
}

/** @param {string[]} log @param {string[]} own */
const foreign = (log, own) => log.filter((line) => !own.some((host) => line.includes(host)));

test(`${kind}: no connection while Loupe works`, { timeout: 180_000 }, async (t) => {
  const driver = await start(kind);
  const { proxy, backend } = driver;
  try {
    // Once the browser has come up; without Loupe's work nothing but its own hosts may knock.
    await driver.open("news");
    await quiet(proxy);
    t.diagnostic(`before Loupe's first work: ${proxy.log.length} by the browser itself: ${[...new Set(proxy.log)].join(", ").slice(0, 400) || "none"}`);
    assert.deepEqual(foreign(proxy.log, backend.own), []);

    const mark = proxy.log.length;
    const maren = await lookAt(driver, "maren-holtby", "Maren Holtby");
    for (const file of ["maren-holtby.pdf", "sorrel-addis.docx", "rune-astell.json", "encrypted.pdf"]) await give(maren.panel, sample(file));
    const rune = await lookAt(driver, "rune-astell", "Rune Astell");
    assert.ok((await findings(rune.panel)).length >= 3, "Loupe worked");
    await backend.stopBackground();
    await look(driver, rune.page, "Rune Astell");
    await lookAt(driver, "ilka-d", "Ilka D.");
    await lookAt(driver, "dita-solway", "Dita Solway");
    await lookAt(driver, "tove-lindqvar", "Tove Lindqvar");
    await quiet(proxy);
    const during = proxy.log.slice(mark);
    t.diagnostic(`during Loupe's work: ${during.length} by the browser itself, ${foreign(during, backend.own).length} by anybody else`);
    assert.deepEqual(foreign(during, backend.own), []);

    // The proxy does see what goes out: a page that asks for something is written down.
    const control = await driver.backend.browser.newPage();
    await control.goto("https://control.example/", { timeout: 10_000 }).catch(() => {});
    await until("the control to be seen", async () => proxy.log.some((line) => line.includes("control.example")));
  } finally {
    await driver.close();
  }
});

test(`${kind}: the CSP stops whatever is planted in the panel and in the background`, { timeout: 120_000 }, async () => {
  const driver = await start(kind);
  try {
    const { page, panel } = await lookAt(driver, "dita-solway", "Dita Solway");
    const background = await until("the background", () => driver.backend.background());
    // The same request is possible where no such policy stands: it fails for want of a network only.
    await page.evaluate(() => fetch("https://planted.example/control", { mode: "no-cors" }).catch(() => {}));
    assert.ok(driver.refused.includes("https://planted.example/control"), "a page may ask");

    for (const [where, room] of /** @type {[string, import("../e2e/lib/driver.mjs").Room][]} */ ([["panel", panel], ["background", background]])) {
      const blocked = await room.evaluate(async () => {
        /** @type {string[]} */
        const violations = [];
        const heard = (/** @type {any} */ event) => violations.push(`${event.effectiveDirective} ${event.blockedURI}`);
        globalThis.addEventListener("securitypolicyviolation", heard);
        const tries = {
          fetch: () => fetch("https://planted.example/fetch"),
          loopback: () => fetch("http://127.0.0.1:1/loopback"),
          post: () => fetch("https://planted.example/post", { method: "POST", mode: "no-cors", body: "x" }),
          socket: () =>
            new Promise((resolve, reject) => {
              const socket = new WebSocket("wss://planted.example/socket");
              socket.onopen = resolve;
              socket.onerror = () => reject(new Error("socket"));
            }),
        };
        /** @type {Record<string, string>} */
        const came = {};
        for (const [name, attempt] of Object.entries(tries)) {
          came[name] = await attempt().then(() => "went out", () => "stopped");
        }
        if (typeof document !== "undefined") {
          came.image = await new Promise((resolve) => {
            const image = new Image();
            image.onload = () => resolve("went out");
            image.onerror = () => resolve("stopped");
            image.src = "https://planted.example/image.png";
          });
          came.frame = await new Promise((resolve) => {
            const frame = document.createElement("iframe");
            frame.src = "https://planted.example/frame";
            document.body.append(frame);
            setTimeout(() => {
              frame.remove();
              resolve("stopped");
            }, 500);
          });
        }
        await new Promise((resolve) => setTimeout(resolve, 300));
        globalThis.removeEventListener("securitypolicyviolation", heard);
        return { came, violations };
      });
      assert.deepEqual([...new Set(Object.values(blocked.came))], ["stopped"], where);
      const named = blocked.violations.join("\n");
      for (const asked of ["connect-src https://planted.example/fetch", "connect-src http://127.0.0.1:1", "connect-src https://planted.example/post", "connect-src wss://planted.example"]) {
        assert.ok(named.includes(asked), `${where}: the policy says that it stopped ${asked}:\n${named}`);
      }
    }
    assert.deepEqual(driver.proxy.log.filter((line) => /planted|127\.0\.0\.1/.test(line)), []);
  } finally {
    await driver.close();
  }
});
