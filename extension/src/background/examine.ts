// One examination of one tab: capture → read → recall → examine → remember → show. Each step's failure is one line for
// the panel and leaves the others standing.

import { fromDataUrl } from "../bytes";
import { decodePhoto, type Reading, type Report } from "../engine";
import { asError, Failure, type LoupeError } from "../errors";
import { type TabState, withFile } from "../protocol";
import { siteOf } from "../sites";
import { showCount } from "./badge";
import { capture } from "./capture";
import { type Loupe, loupe, remember } from "./engine";
import { withPhoto } from "./photo";
import { readTab, writeTab } from "./session";

/** Looks at the page in a tab, together with the files added to it. */
export async function examineTab(tab: chrome.tabs.Tab): Promise<void> {
  const tabId = tab.id ?? -1;
  const before = await writeTab(tabId, { phase: "examining", errors: [], moved: false });
  const now = Date.now();
  try {
    const [held, captured] = await Promise.all([loupe(), capture(tabId)]);
    step("captured");
    // Files were added to one person; on another page they belong to nobody.
    const files = before.url === undefined || before.url === captured.url ? before.files : [];
    const cleared = { url: captured.url, page: undefined, photo: "none", report: undefined } as const;
    let read: { reading: Reading; photo: TabState["photo"] };
    try {
      const reading = held.engine.read_page(captured);
      step("read");
      const again = await isAutomatic(captured.url);
      read = await withPhoto(tab, reading, again);
      step("photo");
    } catch (thrown) {
      await finish(held, tabId, { ...cleared, files, errors: [asError(thrown)] }, [], now);
      return;
    }
    await finish(
      held,
      tabId,
      { ...cleared, page: read.reading, photo: read.photo, files, errors: [] },
      [read.reading],
      now,
    );
  } catch (thrown) {
    await writeTab(tabId, { phase: "done", errors: [asError(thrown)] });
    await showCount(tabId, 0);
  }
}

/** Adds a file that was read to what is examined in a tab. */
export async function addFile(tabId: number, reading: Reading): Promise<void> {
  const state = await writeTab(tabId, { phase: "examining", errors: [] });
  await again(tabId, { files: withFile(state.files, reading) }, [reading]);
}

/** Adds an image file: a profile photo alone. What cannot be decoded is told to who asked, and changes nothing. */
export async function addImage(tabId: number, name: string, data: string): Promise<void> {
  const { engine } = await loupe();
  const image = fromDataUrl(data);
  const photo = image && (await decodePhoto(image.bytes, image.mime).catch(() => undefined));
  if (!photo) throw new Failure("damaged", "not an image that can be decoded");
  await addFile(tabId, engine.read_image(photo, name));
}

export async function removeFile(tabId: number, name: string): Promise<void> {
  const state = await readTab(tabId);
  await again(tabId, { files: state.files.filter((file) => file.source.address !== name), errors: [] }, []);
}

/** Forgets a sighting, and looks again without it. */
export async function forget(tabId: number, id: string): Promise<void> {
  try {
    const { engine, store } = await loupe();
    await store?.remove(id);
    engine.forget(id);
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
    await writeTab(tabId, { ...change, phase: "done", errors: [asError(thrown)] });
  }
}

async function finish(
  held: Loupe,
  tabId: number,
  change: Partial<TabState>,
  fresh: Reading[],
  now: number,
): Promise<void> {
  const state = { ...(await readTab(tabId)), ...change };
  const readings = [...(state.page ? [state.page] : []), ...state.files];
  const errors: LoupeError[] = [...(change.errors ?? []), ...(held.trouble ? [held.trouble] : [])];
  let report: Report | undefined;
  if (readings.length > 0) {
    try {
      const ids = held.engine.recall(readings);
      const seen = ids.length > 0 && held.store ? await held.store.records(ids) : [];
      report = held.engine.examine(readings, seen, now);
      step("report");
    } catch (thrown) {
      errors.push(asError(thrown));
    }
  }
  for (const reading of fresh) errors.push(...(await remember(held, reading, now)));
  await writeTab(tabId, { ...change, report, errors, phase: "done" });
  await showCount(tabId, report?.worth_verifying ?? 0);
}

/** Marks a step on the road for the bench. */
function step(name: "captured" | "read" | "photo" | "report"): void {
  performance.clearMarks(`loupe-${name}`);
  performance.mark(`loupe-${name}`);
}

/** True when the user switched the page's site to automatic. */
async function isAutomatic(url: string): Promise<boolean> {
  const site = siteOf(url);
  return site !== undefined && (await chrome.permissions.contains({ origins: [site] }));
}
