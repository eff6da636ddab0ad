// What the extension asks of the browser, and what it lets pages have: the least that it can do its work with.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { built } from "../e2e/lib/driver.mjs";

const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));

test("permissions at installation are these and no others", () => {
  assert.deepEqual([...manifest.permissions].sort(), ["activeTab", "scripting", "sidePanel", "storage"]);
  for (const key of ["host_permissions", "optional_permissions", "content_scripts", "web_accessible_resources", "externally_connectable", "update_url"]) {
    assert.equal(manifest[key], undefined, key);
  }
});

test("it stays out of private windows", () => {
  assert.equal(manifest.incognito, "not_allowed");
});

test("sites are asked for on a click, by name", () => {
  assert.ok(manifest.optional_host_permissions.length > 0);
  for (const site of manifest.optional_host_permissions) assert.match(site, /^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/, site);
});

test("the policy lets nothing in and nothing out", () => {
  const policy = Object.fromEntries(
    manifest.content_security_policy.extension_pages.split(";").map((/** @type {string} */ directive) => {
      const [name, ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
  assert.deepEqual(policy["default-src"], ["'none'"]);
  for (const name of ["base-uri", "form-action", "frame-ancestors"]) assert.deepEqual(policy[name], ["'none'"], name);
  assert.deepEqual(policy["script-src"], ["'self'", "'wasm-unsafe-eval'"]);
  const allowed = new Set(["'none'", "'self'", "'wasm-unsafe-eval'", "data:", "blob:"]);
  for (const [name, sources] of Object.entries(policy)) {
    for (const source of sources) assert.ok(allowed.has(source), `${name} ${source}`);
  }
  for (const name of ["connect-src", "script-src", "worker-src"]) assert.ok(!policy[name].includes("data:") && !policy[name].includes("blob:"), name);
});

test("no address of anybody stands in what is shipped", () => {
  // Names that a program may hold without ever asking for them.
  const names = /^https?:\/\/(www\.w3\.org\/|([a-z*.]+\.)?(linkedin|upwork)\.com)/;
  for (const file of readdirSync(built).filter((name) => name.endsWith(".js") || name.endsWith(".html"))) {
    const text = readFileSync(join(built, file), "utf8");
    const found = (text.match(/(?:https?|wss?):\/\/[a-z0-9*][^\s"'`<>\\)]*/gi) ?? []).filter((address) => !names.test(address));
    assert.deepEqual(found, [], file);
  }
});
