// Finds a browser to drive: what the user named, what is installed, what Playwright downloaded; else says what to do.
// `cargo xtask` looks in the same order and hands over what it found in the environment variable.

import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/** @typedef {"chromium" | "firefox"} Kind */

const windows = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);

const known = {
  chromium: {
    variable: "LOUPE_CHROMIUM",
    what: "Chromium, Chrome or Edge",
    package: "chromium",
    programs: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "microsoft-edge-stable"],
    applications: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...windows.flatMap((w) => [join(w, "Google/Chrome/Application/chrome.exe"), join(w, "Microsoft/Edge/Application/msedge.exe")]),
    ],
    playwright: /^chromium-(\d+)$/,
    within: ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium", "chrome-win/chrome.exe"],
  },
  firefox: {
    variable: "LOUPE_FIREFOX",
    what: "Firefox",
    package: "firefox-esr",
    programs: ["firefox", "firefox-esr", "firefox-developer-edition"],
    applications: ["/Applications/Firefox.app/Contents/MacOS/firefox", ...windows.map((w) => join(w, "Mozilla Firefox/firefox.exe"))],
    playwright: /^firefox-(\d+)$/,
    within: ["firefox/firefox", "firefox/Nightly.app/Contents/MacOS/firefox", "firefox/firefox.exe"],
  },
};

/** @param {string} file */
function runs(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} folder */
function list(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** @param {typeof known[Kind]} browser */
function* places(browser) {
  const path = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  for (const name of browser.programs) yield* path.map((folder) => join(folder, name));
  yield* browser.applications;
  const caches = [process.env.PLAYWRIGHT_BROWSERS_PATH, ...[".cache", "Library/Caches", "AppData/Local"].map((c) => join(homedir(), c, "ms-playwright"))];
  for (const cache of caches) {
    if (!cache) continue;
    const revision = (/** @type {string} */ name) => Number(browser.playwright.exec(name)?.[1] ?? -1);
    const found = list(cache).filter((name) => revision(name) >= 0);
    for (const name of found.sort((a, b) => revision(b) - revision(a))) {
      yield* browser.within.map((program) => join(cache, name, program));
    }
  }
}

/**
 * The program of a browser. Throws one line that says what to do when there is none.
 * @param {Kind} kind
 */
export function findBrowser(kind) {
  const browser = known[kind];
  const named = process.env[browser.variable];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`${browser.variable} names ${named}, which cannot be run`);
  }
  for (const file of places(browser)) if (runs(file)) return file;
  throw new Error(`no ${browser.what} was found: install it (Debian: apt-get install ${browser.package}), or name its program in ${browser.variable}`);
}
