// One examination of one tab: capture → read → recall → examine → remember → show. Each step's failure is one line for
// the panel and leaves the others standing. A page that lists people is looked up instead, and nothing of it remembered.

import { isAutomatic } from "../automatic";
import type { Captured } from "../capture/serialise";
import type { Listing, ListReport, Reading, Report } from "../engine";
import { asError, Failure, type LoupeError } from "../errors";
import { plainPicture, readImage } from "../image";
import { setFingerprintsOnly } from "../pictures";
import { listingOf, type TabState, withAdvert, withFile, withoutHash } from "../protocol";
import { siteOf } from "../sites";
import { showCount } from "./badge";
import { capture } from "./capture";
import { type Loupe, loupe, remember } from "./engine";
import { type ReadList, withCardPhotos } from "./list";
import { keepPhoto, type Page, type ReadPhoto, withPhoto } from "./photo";
import { inMemoryTurn, readAdverts, readTab, writeAdverts, writeTab } from "./session";

/** Nothing of the page before. */
const CLEARED = {
  url: undefined,
  page: undefined,
  photo: "none",
  report: undefined,
  list: undefined,
  cardPhotos: undefined,
  advert: undefined,
  moved: false,
} as const;

const DROPPED: LoupeError = {
  id: "files-dropped",
  message: "the files added to the person before were put away",
};

/**
 * Looks at the page in a tab, together with the files added to it. `unasked`: the site is checked automatically, and
 * nobody clicked on this page.
 */
export async function examineTab(tab: chrome.tabs.Tab, unasked = false): Promise<void> {
  const tabId = tab.id ?? -1;
  const before = await writeTab(tabId, { phase: "examining", errors: [] });
  const now = Date.now();
  try {
    const [held, captured] = await Promise.all([loupe(), capture(tabId)]);
    step("captured");
    const site = siteOf(captured.url);
    const automatic = site !== undefined && (await isAutomatic(site));
    const errors: LoupeError[] = [];
    let read: Partial<ReadPhoto & ReadList> = {};
    let advert: string | undefined;
    try {
      read = await readPage(held, { tab, url: captured.url, automatic }, captured, before, unasked);
    } catch (thrown) {
      advert = unasked ? undefined : await keepAdvert(held, captured);
      if (advert === undefined) errors.push(asError(thrown));
    }
    // Files were added to one person; on another's page they belong to nobody.
    const keeps = isSamePlace(before, captured.url, read.reading);
    const files = keeps ? before.files : [];
    if (before.files.length > files.length) errors.push(DROPPED);
    const { reading, photo = "none", listing, cardPhotos } = read;
    const change = { ...CLEARED, url: captured.url, page: reading, photo, cardPhotos, advert, files, errors };
    await finish(held, tabId, change, reading ? [reading] : [], now, listing);
  } catch (thrown) {
    // What is still shown may be of another page.
    await fail(tabId, thrown, before.moved || before.report !== undefined || before.list !== undefined);
    await showCount(tabId, 0);
  }
}

/** One person with their photo, or a list of people with theirs. */
async function readPage(
  { engine }: Loupe,
  page: Page,
  captured: Captured,
  before: TabState,
  unasked: boolean,
): Promise<ReadPhoto | ReadList> {
  let reading: Reading;
  try {
    reading = engine.read_page(captured);
  } catch (thrown) {
    if (asError(thrown).id !== "many-people") throw thrown;
    return withCardPhotos(page, engine.read_list(captured), before.list);
  }
  const { reader, site_changed } = reading.coverage;
  if (unasked && reader === "generic" && !site_changed) {
    // A site has more pages than profiles: what no site file knows is looked at on a click only, and never remembered.
    throw new Failure("no-profile", "no person's profile was found on this page");
  }
  step("read");
  const read = keepPhoto(await withPhoto(page, reading), before.page);
  step("photo");
  const plain = read.photo === "read" && !engine.is_compared(read.reading);
  return plain ? { ...read, photo: "plain" } : read;
}

/** Keeps the advert of a job that a page is, and says what it is called; nothing of a page that is none. */
async function keepAdvert({ engine }: Loupe, captured: Captured): Promise<string | undefined> {
  const advert = engine.read_advert(captured);
  if (!advert) return undefined;
  await writeAdverts(withAdvert(await readAdverts(), advert));
  return advert.title;
}

/** Adds the pasted text of an advert to those that texts are compared with. */
export async function addAdvert(tabId: number, text: string): Promise<void> {
  const advert = (await loupe()).engine.pasted_advert(text);
  if (advert) await writeAdverts(withAdvert(await readAdverts(), advert));
  await again(tabId, { errors: [] }, []);
}

export async function removeAdvert(tabId: number, address: string): Promise<void> {
  await writeAdverts((await readAdverts()).filter(({ source }) => source.address !== address));
  await again(tabId, { errors: [] }, []);
}

/** True when a tab still shows what it showed: sites write one profile under many addresses, which the engine knows. */
function isSamePlace(before: TabState, url: string, reading: Reading | undefined): boolean {
  if (before.url === undefined || withoutHash(before.url) === withoutHash(url)) return true;
  return reading !== undefined && before.page?.source.address === reading.source.address;
}

/** Ends an examination that came to nothing. Writes no more than that, as what was to be written may be too much. */
async function fail(tabId: number, thrown: unknown, moved?: boolean): Promise<void> {
  const change = moved === undefined ? {} : { moved };
  await writeTab(tabId, { ...change, phase: "done", errors: [asError(thrown)] });
}

/** Adds a file that was read to what is examined in a tab. */
export async function addFile(tabId: number, reading: Reading, lines: LoupeError[] = []): Promise<void> {
  const state = await writeTab(tabId, { phase: "examining", errors: [] });
  if (!state.moved) {
    return again(tabId, { files: withFile(state.files, reading), errors: lines }, [reading]);
  }
  // The tab shows somebody else by now, and the file belongs to that person.
  const errors = [...(state.files.length > 0 ? [DROPPED] : []), ...lines];
  await again(tabId, { ...CLEARED, files: [reading], errors }, [reading]);
}

/** Adds an image file: a profile photo alone. What cannot be decoded is told to who asked, and changes nothing. */
export async function addImage(tabId: number, name: string, data: string): Promise<void> {
  const { engine } = await loupe();
  const reading = await readImage(engine, name, data);
  await addFile(tabId, reading, plainPicture(engine, reading));
}

export async function removeFile(tabId: number, name: string): Promise<void> {
  const state = await readTab(tabId);
  await again(tabId, { files: state.files.filter((file) => file.source.address !== name), errors: [] }, []);
}

/** From now on nothing but fingerprints of photos is kept, and the pictures kept so far are taken away; or pictures too. */
export async function keepFingerprintsOnly(tabId: number, on: boolean): Promise<void> {
  try {
    const { engine, store } = await loupe();
    await inMemoryTurn(async () => {
      // First the setting: if the rest fails, no more pictures come.
      await setFingerprintsOnly(on);
      if (on) await store?.rewrite((record) => engine.without_picture(record));
    });
    await again(tabId, { errors: [] }, []);
  } catch (thrown) {
    await writeTab(tabId, { phase: "done", errors: [asError(thrown, undefined, "storage-failed")] });
  }
}

/** Forgets a sighting, and looks again without it. */
export async function forget(tabId: number, id: string): Promise<void> {
  try {
    const { engine, store } = await loupe();
    await inMemoryTurn(async () => {
      await store?.remove(id);
      engine.forget(id);
    });
    await again(tabId, { errors: [] }, []);
  } catch (thrown) {
    await writeTab(tabId, { phase: "done", errors: [asError(thrown, undefined, "storage-failed")] });
  }
}

/** Examines again what is there after a change; `fresh` is what is to be remembered. */
async function again(tabId: number, change: Partial<TabState>, fresh: Reading[]): Promise<void> {
  try {
    await finish(await loupe(), tabId, change, fresh, Date.now());
  } catch (thrown) {
    await fail(tabId, thrown);
  }
}

async function finish(
  held: Loupe,
  tabId: number,
  change: Partial<TabState>,
  fresh: Reading[],
  now: number,
  listing?: Listing,
): Promise<void> {
  const state = { ...(await readTab(tabId)), ...change };
  const readings = [...(state.page ? [state.page] : []), ...state.files];
  const errors: LoupeError[] = [...(change.errors ?? []), ...(held.trouble ? [held.trouble] : [])];
  let report: Report | undefined;
  const listed = listing ?? (state.list && listingOf(state.list));
  let list: ListReport | undefined;
  // All tabs share the memory: what one remembers, the next one sees.
  await inMemoryTurn(async () => {
    try {
      if (readings.length > 0) report = await compare(held, readings, now);
      if (listed) list = await lookUp(held, listed, now);
    } catch (thrown) {
      errors.push(asError(thrown));
    }
    for (const reading of fresh) errors.push(...(await remember(held, reading, now)));
  });
  await writeTab(tabId, { ...change, report, list, errors, phase: "done" });
  const cards = list?.cards.filter((card) => card.worth_verifying > 0).length ?? 0;
  await showCount(tabId, (report?.worth_verifying ?? 0) + cards);
}

async function lookUp({ engine, store }: Loupe, listing: Listing, now: number): Promise<ListReport> {
  const ids = engine.recall_list(listing);
  const seen = ids.length > 0 && store ? await store.records(ids) : [];
  return engine.look_up(listing, seen, now);
}

async function compare(held: Loupe, readings: Reading[], now: number): Promise<Report> {
  const ids = held.engine.recall(readings);
  const seen = ids.length > 0 && held.store ? await held.store.records(ids) : [];
  const report = held.engine.examine(readings, seen, await readAdverts(), now);
  step("report");
  return report;
}

/** Marks a step on the road for the bench. */
function step(name: "captured" | "read" | "photo" | "report"): void {
  performance.clearMarks(`loupe-${name}`);
  performance.mark(`loupe-${name}`);
}
