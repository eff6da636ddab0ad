// Chromium, Chrome and Edge, driven over the DevTools protocol through a pipe.

import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import puppeteer from "puppeteer-core";
import { findBrowser } from "./find.mjs";

/** What keeps the browser from talking on its own account. */
const quiet = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-component-extensions-with-background-pages",
  "--disable-default-apps",
  "--disable-domain-reliability",
  "--disable-sync",
  "--disable-quic",
  "--disable-search-engine-choice-screen",
  "--no-pings",
  "--metrics-recording-only",
  "--disable-features=OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater,AutofillServerCommunication,NetworkTimeServiceQuerying,AimServerEligibilityEnabled,AimEnabled",
];

/** Settings that have no switch: no connection before it is asked for, no sign-in to the browser. */
const preferences = {
  net: { network_prediction_options: 2 },
  signin: { allowed: false, allowed_on_next_startup: false },
  search: { suggest_enabled: false },
  alternate_error_pages: { enabled: false },
  safebrowsing: { enabled: false },
};

/** @param {string} profile */
function prepare(profile) {
  const file = join(profile, "Default", "Preferences");
  if (existsSync(file)) return;
  mkdirSync(join(profile, "Default"), { recursive: true });
  writeFileSync(file, JSON.stringify(preferences));
}

/**
 * The extension, once Chromium has it; without it, no browser is left behind.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} folder
 */
async function load(browser, folder) {
  for (let i = 0; i < 100; i++) {
    const [loaded] = (await browser.extensions()).values();
    if (loaded) return loaded;
    await wait(100);
  }
  await browser.close();
  throw new Error(`Chromium did not load the extension in ${folder}`);
}

/**
 * Waits until the background of an extension that was just installed listens: Chromium names the extension before, and a
 * click that comes in between is nobody's.
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} address
 */
async function listening(browser, address) {
  const found = await browser.waitForTarget((t) => t.type() === "service_worker" && t.url().startsWith(address), { timeout: 20_000 });
  for (let i = 0; i < 100; i++) {
    const worker = await found.worker();
    if (await worker?.evaluate(() => /** @type {any} */ (globalThis).chrome.action.onClicked.hasListeners())) return;
    await wait(100);
  }
  throw new Error("the background does not listen to clicks");
}

/**
 * @param {{extension: string | null, profile: string, headless: boolean, proxyPort: number, languages: string[]}} options
 * @returns {Promise<import("./driver.mjs").Backend>}
 */
export async function launchChromium({ extension, profile, headless, proxyPort, languages }) {
  const installs = extension !== null && !existsSync(join(profile, "Default", "Preferences"));
  prepare(profile);
  const browser = await puppeteer.launch({
    executablePath: findBrowser("chromium"),
    pipe: true,
    // Not puppeteer's `headless`: the one that draws the whole browser, side panel included.
    headless: false,
    userDataDir: profile,
    enableExtensions: extension ? [extension] : false,
    defaultViewport: null,
    protocolTimeout: 120_000,
    args: [
      ...(headless ? ["--headless=new"] : []),
      "--no-sandbox",
      "--disable-gpu",
      // Or pictures of the panel are cut by its width.
      "--hide-scrollbars",
      "--enable-unsafe-extension-debugging",
      "--window-size=1360,900",
      `--lang=${languages[0]}`,
      `--accept-lang=${languages.join(",")}`,
      `--proxy-server=127.0.0.1:${proxyPort}`,
      // Loopback too goes through the proxy, where it is seen.
      "--proxy-bypass-list=<-loopback>",
      ...quiet,
    ],
  });
  const loaded = extension ? await load(browser, extension) : undefined;
  const address = `chrome-extension://${loaded?.id}/`;
  if (installs) await listening(browser, address);
  const target = (/** @type {string} */ type, path = "") => browser.targets().find((t) => t.type() === type && t.url().startsWith(address + path));

  /** @type {import("puppeteer-core").Page | undefined} */
  let panelPage;

  return {
    browser,
    // Its updater (Debian's build asks in spite of --disable-component-update), its clock, its sign-in, off as it is, and
    // its push service, which has no switch.
    own: ["update.googleapis.com", "clients2.google.com", "accounts.google.com", "android.clients.google.com"],
    prompt: undefined,

    ownPage: async (page) => void (await page.goto("chrome://version")),

    toolbar: async (page) => {
      if (!loaded) throw new Error("no extension, no button");
      await page.triggerExtensionAction(loaded);
    },

    panel: async () => {
      const found = target("page", "panel.html");
      if (!found) return undefined;
      const page = (panelPage = await found.asPage());
      return {
        evaluate: (work, ...args) => /** @type {any} */ (page.evaluate(/** @type {any} */ (work), ...args)),
        run: async (source) => void (await page.evaluate(source)),
        click: (selector) => page.locator(selector).setTimeout(10_000).click(),
        press: (key) => page.keyboard.press(key),
        upload: async (selector, file) => {
          const input = await page.waitForSelector(selector, { timeout: 10_000 });
          await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(file);
        },
        screenshot: async () => Buffer.from(await page.screenshot({ type: "png", fullPage: true })),
      };
    },

    background: async () => {
      const worker = await target("service_worker")?.worker();
      if (!worker) return undefined;
      return {
        evaluate: (work, ...args) => /** @type {any} */ (worker.evaluate(/** @type {any} */ (work), ...args)),
        run: async (source) => void (await worker.evaluate(source)),
      };
    },

    stopBackground: async () => {
      const worker = await target("service_worker")?.worker();
      await worker?.close();
      for (let i = 0; target("service_worker"); i++) {
        if (i > 100) throw new Error("the service worker does not stop");
        await wait(50);
      }
    },

    badge: async (page) => {
      const worker = await (await browser.waitForTarget((t) => t.type() === "service_worker" && t.url().startsWith(address))).worker();
      await page.bringToFront();
      return /** @type {any} */ (worker).evaluate(async () => {
        const chrome = /** @type {any} */ (globalThis).chrome;
        const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
        return chrome.action.getBadgeText({ tabId: tab.id });
      });
    },

    scheme: async (scheme, page = panelPage) => {
      await page?.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    },
  };
}
