// The pixels of the page's photo, or of the photos of its cards, without a request to anyone where that is possible:
// read from the page's own image, else cut out of what is on screen.

import { fromDataUrl } from "../bytes";
import { type Crop, decodePhoto, type PhotoClaim, type Reading } from "../engine";
import type { PhotoState, Pixels, PixelsAsked, Rect } from "../protocol";
import { run } from "./inject";

export interface ReadPhoto {
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
  const { sketch, structure, quality, thumbnail, provenance = [] } = old;
  const kept = { ...claim, sketch, structure, quality, thumbnail, provenance };
  return { reading: { ...reading, profile: { ...reading.profile, photo: kept } }, photo: "read" };
}

/** The page that is looked at. */
export interface Page {
  tab: chrome.tabs.Tab;
  /** Its address as captured. */
  url: string;
  /** Looked at by itself, without a click. */
  automatic: boolean;
}

/** The reading with the sketch and thumbnail of its photo, and what came of it. */
export async function withPhoto(page: Page, reading: Reading): Promise<ReadPhoto> {
  const [read] = await withPhotos(page, [reading], page.automatic);
  return read ?? { reading, photo: "unreadable" };
}

/**
 * The readings with the sketches and thumbnails of their photos, and what came of each. `again` asks for addresses
 * once more where nothing else helps.
 */
export async function withPhotos(page: Page, readings: Reading[], again = false): Promise<ReadPhoto[]> {
  const wanted = readings.flatMap((reading, at) => {
    const image = reading.profile.photo?.image;
    return image === undefined || image === null ? [] : [{ at, image, address: absolute(reading) }];
  });
  const read = readings.map(
    (reading): ReadPhoto => ({ reading, photo: reading.profile.photo ? "unreadable" : "none" }),
  );
  if (wanted.length === 0) return read;
  try {
    const asked = { images: wanted.map(({ image, address }) => ({ image, address })), url: page.url, again };
    const seen = await pixelsOf(page, asked);
    wanted.forEach(({ at }, number) => {
      const reading = readings[at] as Reading;
      const one = seen[number] ?? "unreadable";
      read[at] =
        typeof one === "string"
          ? { reading, photo: one }
          : { reading: withClaim(reading, one), photo: "read" };
    });
  } catch {
    // Photos that cannot be had are not read; the rest of the page stands.
  }
  return read;
}

function withClaim(reading: Reading, seen: Partial<PhotoClaim>): Reading {
  const { profile } = reading;
  return { ...reading, profile: { ...profile, photo: { ...(profile.photo as PhotoClaim), ...seen } } };
}

/** The address as the page's image tells it; the reader may have written it shorter. */
function absolute({ profile, source }: Reading): string {
  const claim = profile.photo;
  if (!claim?.address || claim.address.startsWith("data:")) return "";
  const base = source.address;
  return URL.canParse(claim.address, base) ? new URL(claim.address, base).href : "";
}

async function askPage(tab: chrome.tabs.Tab, asked: PixelsAsked): Promise<Pixels[]> {
  const target = { tabId: tab.id ?? -1 };
  // A file takes no arguments, so they wait for it in the extension's own world, which the page cannot see.
  await run({
    target,
    func: (asked: PixelsAsked) => {
      (globalThis as { loupePixelsAsked?: PixelsAsked }).loupePixelsAsked = asked;
    },
    args: [asked],
  });
  return (await run<[], Pixels[]>({ target, files: ["pixels.js"] })) ?? [];
}

/** While the panel slides in, the page moves: what moved during the look is looked at again. */
const LOOKS = 3;
const SETTLES_MS = 400;
/** Pictures are decoded one by one; those that are not by then are left. */
const DECODING_MS = 6_000;

type Seen = Partial<PhotoClaim> | PhotoState;

async function pixelsOf(page: Page, asked: PixelsAsked): Promise<Seen[]> {
  const seen: Seen[] = asked.images.map(() => "unreadable");
  let open = asked.images.map((image, at) => ({ image, at }));
  const until = Date.now() + DECODING_MS;
  for (let look = 1; open.length > 0; look++) {
    if (look > 1) await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
    const found = await lookOnce(page, { ...asked, images: open.map(({ image }) => image) }, until);
    const moved: typeof open = [];
    open.forEach((one, number) => {
      const it = found[number] ?? "unreadable";
      if (it !== "moved") seen[one.at] = it;
      else if (look < LOOKS) moved.push(one);
      else seen[one.at] = "covered";
    });
    open = moved;
  }
  return seen;
}

async function lookOnce(page: Page, asked: PixelsAsked, until: number): Promise<(Seen | "moved")[]> {
  const { tab } = page;
  const before = await askPage(tab, asked);
  const screen = before.some(({ kind }) => kind === "screen")
    ? await screenWith(page, asked, before)
    : "covered";
  const seen: (Seen | "moved")[] = [];
  for (const [at, pixels] of before.entries()) {
    if (pixels.kind === "data") seen.push(await decode(pixels.data, until));
    else if (pixels.kind === "not-loaded") seen.push("not-loaded");
    else if (pixels.kind !== "screen") seen.push("covered");
    else if (typeof screen === "string") seen.push(screen);
    else if (!screen.still[at]) seen.push("moved");
    else seen.push(await decode(screen.data, until, crop(pixels.rect, pixels.radius, pixels.dpr)));
  }
  return seen;
}

/** What is on screen, and which of the images stood still meanwhile. */
async function screenWith(
  { tab, automatic }: Page,
  asked: PixelsAsked,
  before: Pixels[],
): Promise<{ data: string; still: boolean[] } | PhotoState> {
  // The screen shows the window's active tab, which must be this one all the while.
  if (!(await isActive(tab))) return "covered";
  let data: string;
  try {
    data = await screenOf(tab);
  } catch {
    // Without a click on Loupe in this tab the screen may not be seen.
    return automatic ? "click" : "unreadable";
  }
  const after = await askPage(tab, { ...asked, again: false });
  if (!(await isActive(tab))) return "covered";
  return { data, still: before.map((pixels, at) => JSON.stringify(after[at]) === JSON.stringify(pixels)) };
}

function crop({ x, y, width, height }: Rect, radius: number, dpr: number): Crop {
  const scaled = (side: number) => Math.round(side * dpr);
  return { x: scaled(x), y: scaled(y), width: scaled(width), height: scaled(height), radius: scaled(radius) };
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

/** The sketch and thumbnail of a picture, or of a stretch of it. */
async function decode(data: string, until: number, crop?: Crop): Promise<Seen> {
  const image = fromDataUrl(data);
  if (!image || Date.now() > until) return "unreadable";
  try {
    const {
      sketch,
      structure,
      quality,
      thumbnail,
      provenance = [],
    } = await decodePhoto(image.bytes, image.mime, crop);
    return { sketch, structure, quality, thumbnail, provenance };
  } catch {
    return "unreadable";
  }
}
