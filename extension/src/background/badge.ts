// The count on the toolbar button: things worth verifying, in a colour that alarms nobody.

export async function showCount(tabId: number, count: number): Promise<void> {
  try {
    await chrome.action.setBadgeBackgroundColor({ tabId, color: "#4a6275" });
    await chrome.action.setBadgeTextColor({ tabId, color: "#ffffff" });
    await chrome.action.setBadgeText({ tabId, text: count === 0 ? "" : String(count) });
  } catch {
    // The tab was closed meanwhile.
  }
}
