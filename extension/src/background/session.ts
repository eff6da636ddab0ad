// What is shown of each tab, kept in `storage.session`: in memory only, gone with the browser, there when the
// background restarts.

import type { Advert } from "../engine";
import { Failure } from "../errors";
import { ADVERTS, EMPTY, type TabState, tabKey } from "../protocol";

export async function readTab(tabId: number): Promise<TabState> {
  const key = tabKey(tabId);
  const stored = await chrome.storage.session.get(key);
  return { ...EMPTY, ...(stored[key] as Partial<TabState> | undefined) };
}

export async function writeTab(tabId: number, change: Partial<TabState>): Promise<TabState> {
  const state = { ...(await readTab(tabId)), ...change };
  try {
    await chrome.storage.session.set({ [tabKey(tabId)]: state });
  } catch (cause) {
    if (!/quota/i.test(String(cause))) throw cause;
    throw new Failure("session-full", "more than the browser lets an extension show", { cause });
  }
  return state;
}

/** The adverts that the user opened or pasted. */
export async function readAdverts(): Promise<Advert[]> {
  const stored = await chrome.storage.session.get(ADVERTS);
  return (stored[ADVERTS] as Advert[] | undefined) ?? [];
}

export async function writeAdverts(adverts: Advert[]): Promise<void> {
  await chrome.storage.session.set({ [ADVERTS]: adverts });
}

export async function dropTab(tabId: number): Promise<void> {
  await chrome.storage.session.remove(tabKey(tabId));
}

const queues = new Map<number, Promise<void>>();

/** Runs work on one tab after the other work on it, so that a file added during an examination is not lost. */
export function inTurn(tabId: number, work: () => Promise<void>): Promise<void> {
  const before = queues.get(tabId) ?? recovered;
  const turn = before.then(work);
  const settled = turn.catch(() => {});
  queues.set(tabId, settled);
  void settled.then(() => {
    if (queues.get(tabId) === settled) queues.delete(tabId);
  });
  return turn;
}

let memoryTurn: Promise<unknown> = Promise.resolve();

/** Runs work with the memory after all other such work, of whatever tab. */
export function inMemoryTurn(work: () => Promise<void>): Promise<void> {
  const turn = memoryTurn.then(work);
  memoryTurn = turn.catch(() => {});
  return turn;
}

/** After a restart nobody is examining: what was under way is marked as interrupted. */
async function recoverTabs(): Promise<void> {
  const all = await chrome.storage.session.get(null);
  const interrupted = Object.entries(all).filter(
    ([key, state]) => key.startsWith("tab:") && (state as TabState).phase === "examining",
  );
  for (const [key, state] of interrupted) {
    const error = { id: "interrupted", message: "the browser stopped Loupe in the middle: look again" };
    const { moved, report, list } = state as TabState;
    const shown = report !== undefined || list !== undefined;
    const change = { phase: "done", errors: [error], moved: moved || shown };
    await chrome.storage.session.set({ [key]: { ...(state as TabState), ...change } });
  }
}

/** Begun when the background starts; all work on tabs waits for it. */
const recovered = recoverTabs().catch(() => {});
