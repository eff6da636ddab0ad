// What the panel shows and asks for. The state of the tab comes from `storage.session`, where the background keeps it.

import { batch, signal } from "@preact/signals";
import { isAutomatic, switchOff, switchOn } from "../automatic";
import type { Advert } from "../engine";
import { asError, type LoupeError } from "../errors";
import { takeFile } from "../files";
import { inWorker } from "../in-worker";
import { isFingerprintsOnly } from "../pictures";
import { ADVERTS, EMPTY, type Fixture, type Request, type TabState, tabKey } from "../protocol";
import { siteOf } from "../sites";

export const tabId = signal(-1);
export const tab = signal<TabState>(EMPTY);
/** The name of the file that is being read. */
export const readingFile = signal<string | undefined>(undefined);
/** What went wrong here, not in the background: files that could not be taken. */
export const fileErrors = signal<LoupeError[]>([]);
/** The site that can be switched to automatic, and whether it is. */
export const site = signal<{ pattern: string; on: boolean; refused: boolean } | undefined>(undefined);

/** The job adverts that texts are compared with, newest first. */
export const adverts = signal<Advert[]>([]);

/** Whether pictures of photos are not kept. */
export const fingerprintsOnly = signal(false);
/** Whether the tools for who writes site files are shown. */
export const developer = signal(false);

interface Answer {
  ok: boolean;
  error?: LoupeError;
  fixture?: Fixture;
}

/** Asks the background. What it refuses is one more line. */
async function ask(request: Request, input?: string): Promise<Answer | undefined> {
  try {
    const answer: Answer | undefined = await chrome.runtime.sendMessage(request);
    if (answer?.error) tell(input === undefined ? answer.error : { ...answer.error, input });
    return answer;
  } catch (thrown) {
    tell(asError(thrown, input));
    return undefined;
  }
}

function tell(error: LoupeError): void {
  fileErrors.value = [...fileErrors.value, error];
}

export async function look(): Promise<void> {
  fileErrors.value = [];
  await ask({ kind: "examine", tabId: tabId.value });
}
export const removeFile = (name: string) => ask({ kind: "remove-file", tabId: tabId.value, name });
export const addAdvert = (text: string) => ask({ kind: "add-advert", tabId: tabId.value, text });
export const removeAdvert = (address: string) => ask({ kind: "remove-advert", tabId: tabId.value, address });
export const forget = (id: string) => ask({ kind: "forget", tabId: tabId.value, id });

/** Takes files one after the other; each that cannot be read is one line, and the others go on. */
export async function addFiles(files: File[]): Promise<void> {
  const into = tabId.value;
  fileErrors.value = [];
  for (const file of files) {
    readingFile.value = file.name;
    const given = await takeFile(file);
    if (given.kind === "error") tell(given.error);
    else if (given.kind === "image")
      await ask({ kind: "add-image", tabId: into, name: given.name, data: given.data }, file.name);
    else await ask({ kind: "add-file", tabId: into, reading: given.reading }, file.name);
  }
  readingFile.value = undefined;
}

export async function setFingerprintsOnly(on: boolean): Promise<void> {
  await ask({ kind: "fingerprints-only", tabId: tabId.value, on });
  // What is shown is what is so, also when it failed.
  fingerprintsOnly.value = !on;
  fingerprintsOnly.value = await isFingerprintsOnly();
}

export async function setDeveloper(on: boolean): Promise<void> {
  developer.value = on;
  await chrome.storage.local.set({ developer: on });
}

/** Saves the page in front without its people, as a download. Returns the file's name. */
export async function saveFixture(): Promise<string | undefined> {
  fileErrors.value = [];
  const answer = await ask({ kind: "fixture", tabId: tabId.value });
  if (!answer?.fixture) return undefined;
  const { name, page } = answer.fixture;
  const redacted = await inWorker({ page });
  if ("error" in redacted) {
    tell(redacted.error);
    return undefined;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([redacted.html], { type: "text/html" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return name;
}

/** Called by the switch, inside its click. */
export async function setAutomatic(on: boolean): Promise<void> {
  const current = site.value;
  if (!current) return;
  try {
    if (on) {
      const allowed = await switchOn(current.pattern, tabId.value);
      site.value = { ...current, on: allowed, refused: !allowed };
    } else {
      await switchOff(current.pattern);
      site.value = { ...current, on: false, refused: false };
    }
  } catch (thrown) {
    batch(() => {
      site.value = { ...current };
      fileErrors.value = [asError(thrown)];
    });
  }
}

async function show(state: TabState): Promise<void> {
  tab.value = state;
  const pattern = state.url === undefined ? undefined : siteOf(state.url);
  if (pattern !== site.value?.pattern) await showSite(pattern);
}

async function showSite(pattern: string | undefined): Promise<void> {
  const on = pattern !== undefined && (await isAutomatic(pattern));
  // The tab may have been left, or have moved, meanwhile.
  const { url } = tab.value;
  if (pattern !== (url === undefined ? undefined : siteOf(url))) return;
  site.value = pattern === undefined ? undefined : { pattern, on, refused: false };
}

async function turnTo(id: number): Promise<void> {
  const key = tabKey(id);
  batch(() => {
    tabId.value = id;
    fileErrors.value = [];
  });
  const stored = await chrome.storage.session.get(key);
  if (tabId.value !== id) return;
  await show({ ...EMPTY, ...(stored[key] as Partial<TabState> | undefined) });
}

/** Follows the active tab of the panel's window; `?tab=` in the address holds it to one tab. */
export async function follow(): Promise<void> {
  chrome.storage.session.onChanged.addListener((changes) => {
    const change = changes[tabKey(tabId.value)];
    if (change) void show({ ...EMPTY, ...(change.newValue as Partial<TabState> | undefined) });
    const kept = changes[ADVERTS];
    if (kept) adverts.value = (kept.newValue as Advert[] | undefined) ?? [];
  });
  void chrome.storage.session.get(ADVERTS).then((stored) => {
    adverts.value = (stored[ADVERTS] as Advert[] | undefined) ?? [];
  });
  // The site may be allowed or taken back in another window, or in the browser's own settings.
  const refresh = () => {
    const pattern = site.value?.pattern;
    if (pattern !== undefined) void showSite(pattern);
  };
  chrome.permissions.onAdded.addListener(refresh);
  chrome.permissions.onRemoved.addListener(refresh);
  void isFingerprintsOnly().then((on) => {
    fingerprintsOnly.value = on;
  });
  void chrome.storage.local.get("developer").then((stored) => {
    developer.value = stored.developer === true;
  });
  const held = new URLSearchParams(location.search).get("tab");
  if (held !== null) {
    await turnTo(Number(held));
    return;
  }
  const here = await chrome.windows.getCurrent();
  chrome.tabs.onActivated.addListener((active) => {
    if (active.windowId === here.id) void turnTo(active.tabId);
  });
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (active?.id !== undefined) await turnTo(active.id);
}
