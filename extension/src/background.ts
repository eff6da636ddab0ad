// The background: holds the engine and answers the toolbar button, the panel and the content script. Every listener is
// registered at once, because a background that was stopped is started again to hear them.

import { isAutomatic } from "./automatic";
import { showCount } from "./background/badge";
import { loupe } from "./background/engine";
import {
  addAdvert,
  addFile,
  addImage,
  examineTab,
  forget,
  keepFingerprintsOnly,
  removeAdvert,
  removeFile,
} from "./background/examine";
import { fixtureOf } from "./background/fixture";
import { run } from "./background/inject";
import { dropTab, inTurn, readTab, writeTab } from "./background/session";
import { asError } from "./errors";
import { type Fixture, parseRequest, type Request, withoutHash } from "./protocol";
import { siteOf } from "./sites";

/** What a content script or the panel is told. */
interface Said {
  /** The page was not ready after all: say so again. */
  notReady?: boolean;
  /** The user has switched automatic off. */
  stop?: boolean;
  fixture?: Fixture;
}

/** Firefox has a sidebar where Chromium has a side panel. */
interface Sidebar {
  sidebarAction?: { open(): Promise<void> };
}

chrome.action.onClicked.addListener((tab) => {
  // Both browsers open only inside the click, so before anything is waited for.
  const { sidebarAction } = chrome as unknown as Sidebar;
  const opened = sidebarAction ? sidebarAction.open() : chrome.sidePanel?.open({ windowId: tab.windowId });
  opened?.catch(() => {});
  if (tab.id !== undefined) void inTurn(tab.id, () => examineTab(tab));
});

chrome.runtime.onMessage.addListener((message, sender, respond) => {
  const fromPage = sender.url === undefined || !sender.url.startsWith(chrome.runtime.getURL(""));
  const request = sender.id === chrome.runtime.id ? parseRequest(message, fromPage) : undefined;
  if (!request) return false;
  answer(request, sender.tab)
    .then((said) => respond({ ok: true, ...said }))
    .catch((thrown) => respond({ ok: false, error: asError(thrown) }));
  return true;
});

/** Does what is asked. */
async function answer(request: Request, from: chrome.tabs.Tab | undefined): Promise<Said> {
  if (request.kind === "page-ready") {
    const id = from?.id;
    // Without the permission the browser does not even tell the address.
    const site = siteOf(from?.url ?? "");
    if (from === undefined || id === undefined || !site || !(await isAutomatic(site))) return { stop: true };
    await inTurn(id, () => examineTab(from, true));
    return { notReady: (await readTab(id)).errors.some((error) => error.id === "not-ready") };
  }
  const { tabId } = request;
  if (request.kind === "fixture") return { fixture: await fixtureOf(tabId) };
  await inTurn(tabId, async () => {
    switch (request.kind) {
      case "examine":
        return examineTab(await chrome.tabs.get(tabId));
      case "add-file":
        return addFile(tabId, request.reading);
      case "add-image":
        return addImage(tabId, request.name, request.data);
      case "remove-file":
        return removeFile(tabId, request.name);
      case "add-advert":
        return addAdvert(tabId, request.text);
      case "remove-advert":
        return removeAdvert(tabId, request.address);
      case "forget":
        return forget(tabId, request.id);
      case "fingerprints-only":
        return keepFingerprintsOnly(tabId, request.on);
    }
  });
  return {};
}

/** Where a tab is, as far as Loupe may know. */
function addressOf(tabId: number): Promise<string | undefined> {
  return run({ target: { tabId }, func: () => location.href }).catch(() => undefined);
}

chrome.tabs.onUpdated.addListener((tabId, change) => {
  const { status } = change;
  if (status === undefined && change.url === undefined) return;
  void inTurn(tabId, async () => {
    const state = await readTab(tabId);
    if (state.phase !== "done" || state.moved || state.url === undefined) return;
    // Sites of a single page load nothing, and Firefox tells then that it is complete, but not always where.
    const url = change.url ?? (status === "complete" ? await addressOf(tabId) : undefined);
    const same = url === undefined ? status !== "loading" : withoutHash(url) === withoutHash(state.url);
    if (same) return;
    await writeTab(tabId, { moved: true });
    await showCount(tabId, 0);
  });
});

chrome.tabs.onRemoved.addListener((tabId) => {
  void inTurn(tabId, () => dropTab(tabId));
});

// Started early, so that it is ready at the click. A failure is told when it is needed.
loupe().catch(() => {});
