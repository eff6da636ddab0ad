// One way to drive Loupe in two browsers: a tab with a sample page, a click on the toolbar button, the panel beside it.
// What differs between the browsers is in chromium.mjs and firefox.mjs.

import { existsSync, readFileSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchChromium } from "./chromium.mjs";
import { launchFirefox } from "./firefox.mjs";
import { startProxy } from "./proxy.mjs";
import { answer, page as samplePage } from "./sites.mjs";

/** @typedef {import("puppeteer-core").Page} Page */

/**
 * What the panel, and the background, can be asked to do. Functions run inside, with arguments that are JSON.
 * @typedef {object} Room
 * @property {<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>} evaluate
 * @property {(source: string) => Promise<void>} run  runs a script's text
 */

/**
 * @typedef {Room & {
 *   click: (selector: string) => Promise<void>,
 *   press: (key: "Tab" | "Enter" | "Space" | "ArrowRight") => Promise<void>,
 *   upload: (selector: string, file: string) => Promise<void>,
 *   screenshot: () => Promise<Buffer>,  all of it, however long its scroll
 * }} Panel  clicks and keys are the browser's own, so they count as the user's
 */

/**
 * What each of the two browsers provides.
 * @typedef {object} Backend
 * @property {string[]} own  hosts that the browser itself asks for, for which there is no switch
 * @property {import("puppeteer-core").Browser} browser
 * @property {(page: Page) => Promise<void>} toolbar  clicks the toolbar button while `page` is in front
 * @property {() => Promise<Panel | undefined>} panel  the panel, once it is open
 * @property {() => Promise<Room | undefined>} background  the background, while it runs
 * @property {() => Promise<void>} stopBackground  ends it, as the browser does after some idle time
 * @property {(page: Page) => Promise<string>} badge
 * @property {(scheme: "light" | "dark", page?: Page) => Promise<void>} scheme  of the panel, or of a page in front
 * @property {(page: Page) => Promise<void>} ownPage  opens one of the browser's own pages, which no extension may read
 * @property {((answer: "allow" | "refuse") => Promise<void>) | undefined} prompt  answers the browser's question; not in Chromium, whose question no protocol reaches
 */

/**
 * @typedef {object} Options
 * @property {string} [extension]  its folder; `dist/extension` if not said
 * @property {string | null} [profile]  a folder that outlives the browser
 * @property {boolean} [headless]
 * @property {boolean} [bare]  without any extension
 * @property {string[]} [languages]
 */

export const kind = /** @type {import("./find.mjs").Kind} */ (["firefox", "chromium"].find((k) => k === process.env.LOUPE_BROWSER) ?? "chromium");
/** The extension as it was built; `LOUPE_EXTENSION` names another build of it. */
export const built = process.env.LOUPE_EXTENSION ?? fileURLToPath(new URL("../../../dist/extension", import.meta.url));

const FILES = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm" };

/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Waits until `probe` gives something; fails with `what` after `ms`.
 * @template T
 * @param {string | (() => string)} what
 * @param {() => Promise<T | undefined | null | false | "" | 0>} probe
 * @param {number} [ms]
 * @returns {Promise<T>}
 */
export async function until(what, probe, ms = 20_000) {
  const end = Date.now() + ms;
  let last;
  for (;;) {
    try {
      const found = await probe();
      if (found) return /** @type {T} */ (found);
      last = undefined;
    } catch (error) {
      // The page may be between two documents.
      last = error;
    }
    if (Date.now() > end) {
      throw new Error(`waited ${ms} ms for ${typeof what === "string" ? what : what()}${last ? `: ${last}` : ""}`);
    }
    await sleep(60);
  }
}

/** A folder that is gone when the process ends. */
export async function scratch() {
  const folder = await mkdtemp(join(tmpdir(), "loupe-e2e-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  return folder;
}

/**
 * Starts a browser with Loupe in it and no way out but the sample pages.
 * @param {import("./find.mjs").Kind} which
 * @param {Options} [options]
 */
export async function start(which, options = {}) {
  if (!options.bare && !existsSync(join(options.extension ?? built, "manifest.json"))) {
    throw new Error(`no extension in ${options.extension ?? built}: run cargo xtask build`);
  }
  const proxy = await startProxy();
  const profile = options.profile ?? (await scratch());
  const launch = which === "firefox" ? launchFirefox : launchChromium;
  /** @type {Backend} */
  let backend;
  try {
    backend = await launch({
      extension: options.bare ? null : (options.extension ?? built),
      profile,
      headless: options.headless ?? true,
      proxyPort: proxy.port,
      languages: options.languages ?? ["en-GB", "en"],
    });
  } catch (error) {
    await proxy.close();
    throw error;
  }
  return new Driver(which, backend, proxy);
}

export class Driver {
  /** Requests of pages that nothing was served for. */
  refused = /** @type {string[]} */ ([]);
  /** Requests of pages that were served. */
  served = /** @type {string[]} */ ([]);
  #own = new Map();
  #chosen = new Map();

  /**
   * @param {import("./find.mjs").Kind} kind
   * @param {Backend} backend
   * @param {import("./proxy.mjs").Proxy} proxy
   */
  constructor(kind, backend, proxy) {
    this.kind = kind;
    this.backend = backend;
    this.proxy = proxy;
  }

  /** A new tab in front, empty, that gets sample pages only. */
  async tab() {
    const page = await this.backend.browser.newPage();
    await page.setRequestInterception(true);
    page.on("request", (request) => {
      const url = request.url();
      if (!/^https?:/.test(url)) return void request.continue().catch(() => {});
      const found = answer(this.#own, this.#chosen, url);
      (found ? this.served : this.refused).push(url);
      void (found ? request.respond(found) : request.abort()).catch(() => {});
    });
    return page;
  }

  /**
   * Opens a sample page in a new tab, or in one that is there.
   * @param {string} name  its file's name without the ending
   * @param {Page} [page]
   */
  async open(name, page) {
    const sample = samplePage(name);
    this.#chosen.set(sample.url, sample);
    return this.visit(sample.url, page);
  }

  /**
   * Opens a page of the test's own.
   * @param {string} url
   * @param {string} html
   */
  async show(url, html) {
    this.#own.set(url, html);
    return this.visit(url);
  }

  /**
   * Serves the files of a folder at an address.
   * @param {string} base
   * @param {string} folder
   */
  serve(base, folder) {
    this.proxy.serve(base, (name) => {
      const file = join(folder, name);
      const contentType = FILES[/** @type {keyof typeof FILES} */ (name.split(".").pop())];
      return contentType && existsSync(file) ? { contentType, body: readFileSync(file) } : undefined;
    });
  }

  /**
   * @param {string} url
   * @param {Page} [page]
   */
  async visit(url, page) {
    const tab = page ?? (await this.tab());
    await tab.goto(url, { waitUntil: "load", timeout: 60_000 });
    await tab.bringToFront();
    return tab;
  }

  /**
   * Clicks the toolbar button and waits for the panel.
   * @param {Page} page
   * @returns {Promise<Panel>}
   */
  async click(page) {
    await page.bringToFront();
    await this.backend.toolbar(page);
    return this.panel();
  }

  /** @returns {Promise<Panel>} */
  panel() {
    return until("the panel to open", () => this.backend.panel());
  }

  /**
   * Makes writes to the memory fail as they do on a full disk, until told otherwise. No protocol fills the disk of an
   * extension alone (Chromium's `Storage.overrideQuotaForOrigin` does not reach it), so the browser's answer at that
   * moment takes the place of the write.
   * @param {boolean} full
   */
  async fillDisk(full) {
    const background = await until("the background", () => this.backend.background());
    await background.evaluate((full) => {
      const world = /** @type {any} */ (globalThis);
      world.realPut ??= IDBObjectStore.prototype.put;
      IDBObjectStore.prototype.put = full
        ? () => {
            throw new DOMException("The current transaction exceeded its quota limitations.", "QuotaExceededError");
          }
        : world.realPut;
    }, full);
  }

  async close() {
    await this.backend.browser.close();
    await this.proxy.close();
  }
}
