// What the parts of the extension say to each other. The panel asks with a `Request`; the answer is the tab's state in
// `storage.session`, which the panel watches, so that a restarted background still answers.

import type { Advert, Listing, ListReport, PageCapture, Reading, Report } from "./engine";
import type { LoupeError } from "./errors";

/** What the panel and the content script ask of the background. */
export type Request =
  | { kind: "examine"; tabId: number }
  | { kind: "add-file"; tabId: number; reading: Reading }
  | { kind: "add-image"; tabId: number; name: string; data: string }
  | { kind: "remove-file"; tabId: number; name: string }
  | { kind: "add-advert"; tabId: number; text: string }
  | { kind: "remove-advert"; tabId: number; address: string }
  | { kind: "forget"; tabId: number; id: string }
  | { kind: "fingerprints-only"; tabId: number; on: boolean }
  | { kind: "fixture"; tabId: number }
  | { kind: "page-ready" };

/** A page as captured, and the name under which it is saved without its people: what `fixture` answers. */
export interface Fixture {
  name: string;
  page: PageCapture;
}

/** What came of the photo of the page, or of a card of it; `skipped` is one beyond those looked at in one go. */
export type PhotoState =
  | "none"
  | "read"
  | "covered"
  | "not-loaded"
  | "unreadable"
  | "click"
  | "skipped"
  | "plain";

/** Everything the panel shows of one tab. */
export interface TabState {
  /** `examining` while the background works on it. */
  phase: "idle" | "examining" | "done";
  /** The page's address, once it was captured. */
  url?: string;
  /** The page, read. */
  page?: Reading;
  photo: PhotoState;
  /** The files added, read, in the order added. */
  files: Reading[];
  /** The examination of page and files. */
  report?: Report;
  /** The page when it lists people, looked up, and what came of the photo of each card. */
  list?: ListReport;
  cardPhotos?: PhotoState[];
  /** What the page is when it is the advert of a job, which is kept. */
  advert?: string;
  /** What went wrong, newest last; one line each. */
  errors: LoupeError[];
  /** True when the tab has loaded something since. */
  moved: boolean;
}

export const EMPTY: TabState = { phase: "idle", photo: "none", files: [], errors: [], moved: false };

/** Where the adverts are in `storage.session`, newest first: all tabs share them, and they go with the browser. */
export const ADVERTS = "adverts";

/** The adverts with `advert` as the first; a former one of the same place goes, and those beyond the sixteenth. */
export function withAdvert(adverts: Advert[], advert: Advert): Advert[] {
  return [advert, ...adverts.filter(({ source }) => source.address !== advert.source.address)].slice(0, 16);
}

/** The key of a tab's state in `storage.session`. */
export function tabKey(tabId: number): string {
  return `tab:${tabId}`;
}

/** An address without its last part, which names a place in the page. */
export function withoutHash(url: string): string {
  return url.replace(/#.*$/, "");
}

/** An image of a captured page. */
export interface ImageAsked {
  /** The number that the capture gave. */
  image: number;
  /** The address that the capture saw; empty when any will do. */
  address: string;
}

/** What the background asks the injected pixel reader. */
export interface PixelsAsked {
  images: ImageAsked[];
  /** The address of the page that was captured. */
  url: string;
  /** May the address be asked for again? Only on sites that the user switched to automatic. */
  again: boolean;
}

/** What it answers, for each image. */
export type Pixels =
  | { kind: "data"; data: string }
  /** `radius`: how round the corners are, of which the page shows through. */
  | { kind: "screen"; rect: Rect; radius: number; dpr: number }
  | { kind: "covered" }
  | { kind: "not-loaded" }
  | { kind: "gone" };

export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

const number = (value: unknown): value is number => Number.isSafeInteger(value);
const text = (value: unknown): value is string => typeof value === "string";

/**
 * A message as a request, or nothing. A content script lives beside a hostile page, so it may say one thing only, and
 * says it of its own tab.
 */
export function parseRequest(message: unknown, fromPage: boolean): Request | undefined {
  if (typeof message !== "object" || message === null) return undefined;
  const said = message as Record<string, unknown>;
  if (said.kind === "page-ready") return fromPage ? { kind: "page-ready" } : undefined;
  if (fromPage || !number(said.tabId)) return undefined;
  const tabId = said.tabId;
  switch (said.kind) {
    case "examine":
      return { kind: "examine", tabId };
    case "add-file":
      return isReading(said.reading) ? { kind: "add-file", tabId, reading: said.reading } : undefined;
    case "add-image":
      return text(said.name) && text(said.data)
        ? { kind: "add-image", tabId, name: said.name, data: said.data }
        : undefined;
    case "add-advert":
      return text(said.text) ? { kind: "add-advert", tabId, text: said.text } : undefined;
    case "remove-advert":
      return text(said.address) ? { kind: "remove-advert", tabId, address: said.address } : undefined;
    case "remove-file":
      return text(said.name) ? { kind: "remove-file", tabId, name: said.name } : undefined;
    case "fixture":
      return { kind: "fixture", tabId };
    case "fingerprints-only":
      return typeof said.on === "boolean" ? { kind: "fingerprints-only", tabId, on: said.on } : undefined;
    case "forget":
      return text(said.id) ? { kind: "forget", tabId, id: said.id } : undefined;
    default:
      return undefined;
  }
}

/** Looks no deeper than the three parts: the engine checks the rest when it takes the reading over. */
function isReading(value: unknown): value is Reading {
  if (typeof value !== "object" || value === null) return false;
  const { source, profile, coverage } = value as Record<string, unknown>;
  return [source, profile, coverage].every((part) => typeof part === "object" && part !== null);
}

/** The files with `reading` among them: a file of the same name is replaced, where it stood. */
export function withFile(files: Reading[], reading: Reading): Reading[] {
  const at = files.findIndex((file) => file.source.address === reading.source.address);
  return at < 0 ? [...files, reading] : files.with(at, reading);
}

/** The list that was looked up, to be looked up again. */
export function listingOf({ source, reader, cards, unread, more }: ListReport): Listing {
  return { source, reader, cards: cards.flatMap(({ readings }) => readings), unread, more };
}
