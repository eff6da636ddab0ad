// The sample pages at their real addresses: what to answer to a request of the browser.

import { readFileSync } from "node:fs";

const root = new URL("../../sites/", import.meta.url);
const types = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", jpg: "image/jpeg", png: "image/png" };

/** @typedef {{file: string, url: string, mustNotAppear: string[]}} SamplePage */

/** @type {SamplePage[]} */
export const pages = JSON.parse(readFileSync(new URL("pages.json", root), "utf8"));
/** @type {{url: string, file: string}[]} */
const assets = JSON.parse(readFileSync(new URL("assets.json", root), "utf8"));

/**
 * The page of that file name, without its ending.
 * @param {string} name
 */
export function page(name) {
  const found = pages.find((page) => page.file === `${name}.html`);
  if (!found) throw new Error(`no such sample page: ${name}`);
  return found;
}

/**
 * What is served. Images come without `Access-Control-Allow-Origin`, as in life, so a canvas that drew one is closed.
 * @param {Map<string, string>} extra  addresses with HTML of the test's own
 * @param {Map<string, SamplePage>} chosen  which page answers at an address that several have
 * @param {string} url
 * @returns {{status: number, contentType: string, body: Buffer} | undefined}
 */
export function answer(extra, chosen, url) {
  const own = extra.get(url);
  if (own !== undefined) return { status: 200, contentType: types.html, body: Buffer.from(own) };
  const file = (chosen.get(url) ?? pages.find((page) => page.url === url))?.file ?? assets.find((asset) => url.startsWith(asset.url))?.file;
  if (!file) return undefined;
  const type = /** @type {keyof typeof types} */ (file.split(".").pop());
  return { status: 200, contentType: types[type], body: readFileSync(new URL(file, root)) };
}
