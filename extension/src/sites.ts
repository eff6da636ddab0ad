// The sites that Loupe may be switched to automatic on: those of the manifest, nothing typed twice.

/** `https://*.upwork.com/*` matches upwork.com and every host below it. */
export function matches(pattern: string, url: string): boolean {
  if (!URL.canParse(url)) return false;
  const parsed = new URL(url);
  const match = /^https:\/\/(\*\.)?([^/*]+)\/\*$/.exec(pattern);
  if (parsed.protocol !== "https:" || !match) return false;
  const [, any, host = ""] = match;
  return parsed.hostname === host || (any !== undefined && parsed.hostname.endsWith(`.${host}`));
}

/** The pattern of the manifest that covers `url`, if one does. */
export function siteOf(url: string, manifest: object = chrome.runtime.getManifest()): string | undefined {
  const { optional_host_permissions: patterns = [] } = manifest as { optional_host_permissions?: string[] };
  return patterns.find((pattern) => matches(pattern, url));
}

/** The site's host, as people know it. */
export function hostOf(pattern: string): string {
  return pattern.replace(/^https:\/\/(\*\.|www\.)?/, "").replace(/\/\*$/, "");
}
