// The pixels of the page's photo, without a request to anyone where that is possible: read from the page's own image,
// else cut out of what is on screen.

import { fromDataUrl } from "../bytes";
import { decodePhoto, type PhotoClaim, type Reading } from "../engine";
import type { PhotoState, Pixels, PixelsAsked } from "../protocol";

/** The reading with the sketch and thumbnail of its photo, and what came of it. */
export async function withPhoto(
  tab: chrome.tabs.Tab,
  reading: Reading,
  again: boolean,
): Promise<{ reading: Reading; photo: PhotoState }> {
  const claim = reading.profile.photo;
  if (claim?.image === undefined || claim.image === null)
    return { reading, photo: claim ? "unreadable" : "none" };
  try {
    const seen = await pixelsOf(tab, { image: claim.image, address: absolute(claim, reading), again });
    if (typeof seen === "string") return { reading, photo: seen };
    return {
      reading: { ...reading, profile: { ...reading.profile, photo: { ...claim, ...seen } } },
      photo: "read",
    };
  } catch {
    // A photo that cannot be decoded is one that was not read; the rest of the page stands.
    return { reading, photo: "unreadable" };
  }
}

/** The address as the page's image tells it; the reader may have written it shorter. */
function absolute(claim: PhotoClaim, reading: Reading): string {
  if (!claim.address || claim.address.startsWith("data:")) return "";
  const base = reading.source.address;
  return URL.canParse(claim.address, base) ? new URL(claim.address, base).href : "";
}

async function pixelsOf(tab: chrome.tabs.Tab, asked: PixelsAsked): Promise<Partial<PhotoClaim> | PhotoState> {
  const target = { tabId: tab.id ?? -1 };
  // A file takes no arguments, so they wait for it in the extension's own world, which the page cannot see.
  await chrome.scripting.executeScript({
    target,
    func: (asked: PixelsAsked) => {
      (globalThis as { loupePixelsAsked?: PixelsAsked }).loupePixelsAsked = asked;
    },
    args: [asked],
  });
  const [answer] = await chrome.scripting.executeScript({ target, files: ["pixels.js"] });
  const pixels = answer?.result as Pixels | null | undefined;
  if (pixels?.kind === "data") return (await decode(pixels.data)) ?? "unreadable";
  if (pixels?.kind !== "screen") return "covered";
  let screen: string;
  try {
    screen = await chrome.tabs.captureVisibleTab(tab.windowId, { format: "png" });
  } catch {
    // Without a click on Loupe in this tab the screen may not be seen.
    return "unreadable";
  }
  // The screen shows the window's active tab, which must still be this one.
  const [active] = await chrome.tabs.query({ active: true, windowId: tab.windowId });
  if (active?.id !== tab.id) return "covered";
  const { rect, dpr } = pixels;
  const crop = {
    x: Math.round(rect.x * dpr),
    y: Math.round(rect.y * dpr),
    width: Math.round(rect.width * dpr),
    height: Math.round(rect.height * dpr),
  };
  return (await decode(screen, crop)) ?? "unreadable";
}

async function decode(
  data: string,
  crop?: { x: number; y: number; width: number; height: number },
): Promise<Partial<PhotoClaim> | undefined> {
  const image = fromDataUrl(data);
  if (!image) return undefined;
  const { sketch, quality, thumbnail } = await decodePhoto(image.bytes, image.mime, crop);
  return { sketch, quality, thumbnail };
}
