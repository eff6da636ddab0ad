// The pixels of the page's photo, without a request to anyone where that is possible: read from the page's own image,
// else cut out of what is on screen.

import { fromDataUrl } from "../bytes";
import { decodePhoto, type PhotoClaim, type Reading } from "../engine";
import type { PhotoState, Pixels, PixelsAsked } from "../protocol";
import { run } from "./inject";

interface ReadPhoto {
  reading: Reading;
  photo: PhotoState;
}

/** What was seen of the same photo on the same page before, when it cannot be seen now: it may be scrolled away. */
export function keepPhoto(read: ReadPhoto, before: Reading | undefined): ReadPhoto {
  const { reading, photo } = read;
  const claim = reading.profile.photo;
  const old = before?.profile.photo;
  const same = before?.source.address === reading.source.address && old?.address === claim?.address;
  if (photo === "read" || !same || !claim?.address || !old?.sketch) return read;
  const { sketch, quality, thumbnail } = old;
  const kept = { ...claim, sketch, quality, thumbnail };
  return { reading: { ...reading, profile: { ...reading.profile, photo: kept } }, photo: "read" };
}

/** The reading with the sketch and thumbnail of its photo, and what came of it. */
export async function withPhoto(
  tab: chrome.tabs.Tab,
  reading: Reading,
  url: string,
  again: boolean,
): Promise<ReadPhoto> {
  const claim = reading.profile.photo;
  if (claim?.image === undefined || claim.image === null)
    return { reading, photo: claim ? "unreadable" : "none" };
  try {
    const seen = await pixelsOf(tab, {
      image: claim.image,
      address: absolute(claim, reading),
      url,
      again,
    });
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

async function askPage(tab: chrome.tabs.Tab, asked: PixelsAsked): Promise<Pixels | undefined> {
  const target = { tabId: tab.id ?? -1 };
  // A file takes no arguments, so they wait for it in the extension's own world, which the page cannot see.
  await run({
    target,
    func: (asked: PixelsAsked) => {
      (globalThis as { loupePixelsAsked?: PixelsAsked }).loupePixelsAsked = asked;
    },
    args: [asked],
  });
  return run<[], Pixels>({ target, files: ["pixels.js"] });
}

/** While the panel slides in, the page moves: what moved during the look is looked at again. */
const LOOKS = 3;
const SETTLES_MS = 400;

async function pixelsOf(tab: chrome.tabs.Tab, asked: PixelsAsked): Promise<Partial<PhotoClaim> | PhotoState> {
  for (let look = 1; look < LOOKS; look++) {
    const seen = await lookOnce(tab, asked);
    if (seen !== "moved") return seen;
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
  }
  const seen = await lookOnce(tab, asked);
  return seen === "moved" ? "covered" : seen;
}

async function lookOnce(
  tab: chrome.tabs.Tab,
  asked: PixelsAsked,
): Promise<Partial<PhotoClaim> | PhotoState | "moved"> {
  const pixels = await askPage(tab, asked);
  if (pixels?.kind === "data") return (await decode(pixels.data)) ?? "unreadable";
  // The screen shows the window's active tab, which must be this one all the while.
  if (pixels?.kind !== "screen" || !(await isActive(tab))) return "covered";
  let screen: string;
  try {
    screen = await screenOf(tab);
  } catch {
    // Without a click on Loupe in this tab the screen may not be seen.
    return asked.again ? "click" : "unreadable";
  }
  const after = await askPage(tab, { ...asked, again: false });
  if (!(await isActive(tab))) return "covered";
  if (JSON.stringify(after) !== JSON.stringify(pixels)) return "moved";
  const { rect, dpr } = pixels;
  const crop = {
    x: Math.round(rect.x * dpr),
    y: Math.round(rect.y * dpr),
    width: Math.round(rect.width * dpr),
    height: Math.round(rect.height * dpr),
  };
  return (await decode(screen, crop)) ?? "unreadable";
}

async function screenOf(tab: chrome.tabs.Tab): Promise<string> {
  const take = () => chrome.tabs.captureVisibleTab(tab.windowId, { format: "png" });
  return take().catch(async (thrown) => {
    // Chromium allows two a second.
    if (!/PER_SECOND/.test(String(thrown))) throw thrown;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    return take();
  });
}

async function isActive(tab: chrome.tabs.Tab): Promise<boolean> {
  const [active] = await chrome.tabs.query({ active: true, windowId: tab.windowId });
  return active?.id === tab.id;
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
