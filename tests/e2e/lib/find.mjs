// Finds a browser to drive: what the user named, what is installed, what Playwright downloaded; else says what to do.

import { accessSync, constants, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

const windows = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);

/** Places where installers put browsers outside PATH. */
const places = {
  chromium: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/opt/google/chrome/chrome",
    ...windows.flatMap((w) => [join(w, "Google/Chrome/Application/chrome.exe"), join(w, "Microsoft/Edge/Application/msedge.exe")]),
  ],
  firefox: ["/Applications/Firefox.app/Contents/MacOS/firefox", ...windows.map((w) => join(w, "Mozilla Firefox/firefox.exe"))],
};

const commands = {
  chromium: ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable"],
  firefox: ["firefox", "firefox-esr"],
};

/** Where Playwright keeps its downloads, and what the program in one is called. */
const playwright = {
  chromium: [/^chromium-\d+$/, ["chrome-linux/chrome", "chrome-linux64/chrome", "chrome-mac/Chromium.app/Contents/MacOS/Chromium", "chrome-win/chrome.exe"]],
  // Playwright's Firefox is patched and does not speak WebDriver BiDi to others.
  firefox: undefined,
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

/** @param {"chromium" | "firefox"} kind */
function* candidates(kind) {
  yield* places[kind];
  for (const folder of (process.env.PATH ?? "").split(delimiter).filter(Boolean)) {
    for (const name of commands[kind]) yield join(folder, name);
  }
  const known = playwright[kind];
  if (!known) return;
  const [folder, programs] = known;
  const caches = [process.env.PLAYWRIGHT_BROWSERS_PATH, join(homedir(), ".cache/ms-playwright"), join(homedir(), "Library/Caches/ms-playwright")];
  for (const cache of caches) {
    if (!cache) continue;
    let names;
    try {
      names = readdirSync(cache);
    } catch {
      continue;
    }
    for (const name of names.filter((n) => folder.test(n)).sort().reverse()) {
      for (const program of programs) yield join(cache, name, program);
    }
  }
}

/**
 * @param {"chromium" | "firefox"} kind
 * @param {string} variable
 */
function find(kind, variable) {
  const named = process.env[variable];
  if (named) {
    if (runs(named)) return named;
    throw new Error(`${variable} names ${named}, which cannot be run`);
  }
  for (const file of candidates(kind)) if (runs(file)) return file;
  const what = kind === "chromium" ? "Chrome, Chromium or Edge" : "Firefox";
  throw new Error(`no ${what} was found: install one (Debian: apt-get install ${kind === "chromium" ? "chromium" : "firefox-esr"}) or name it in ${variable}`);
}

/** The program of Chrome, Chromium or Edge; `LOUPE_BROWSER` goes first. */
export const findChromium = () => find("chromium", "LOUPE_BROWSER");

/** The program of Firefox; `LOUPE_FIREFOX` goes first. */
export const findFirefox = () => find("firefox", "LOUPE_FIREFOX");
