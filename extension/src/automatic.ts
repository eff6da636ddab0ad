// "Check automatically on this site": the permission is asked for on the user's click, and the content script is
// registered for that site only.

function idOf(site: string): string {
  return `automatic ${site}`;
}

/** True when the site may be read and its content script is registered. */
export async function isAutomatic(site: string): Promise<boolean> {
  const [allowed, scripts] = await Promise.all([
    chrome.permissions.contains({ origins: [site] }),
    chrome.scripting.getRegisteredContentScripts({ ids: [idOf(site)] }),
  ]);
  return allowed && scripts.length > 0;
}

/** Asks for the site. Must be called within a click. Returns false when the user refuses. */
export async function switchOn(site: string, tabId: number): Promise<boolean> {
  // First of all and without waiting: a browser asks only while the click lasts.
  const allowed = await chrome.permissions.request({ origins: [site] });
  if (!allowed) return false;
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [idOf(site)] });
  if (registered.length === 0) {
    await chrome.scripting.registerContentScripts([
      {
        id: idOf(site),
        matches: [site],
        js: ["content.js"],
        runAt: "document_idle",
        persistAcrossSessions: true,
      },
    ]);
  }
  // The page that is open already follows as well.
  await chrome.scripting.executeScript({ target: { tabId }, files: ["content.js"] });
  return true;
}

/** Stops, and gives the permission back. */
export async function switchOff(site: string): Promise<void> {
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [idOf(site)] });
  if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [idOf(site)] });
  await chrome.permissions.remove({ origins: [site] });
}
