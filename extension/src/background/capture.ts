// Fetches the capture of a tab's page: the quick way, and the thorough way where that was not enough.

import type { Marked } from "../capture/mark";
import { rewrite } from "../capture/rewrite";
import type { Captured } from "../capture/serialise";
import { Failure } from "../errors";
import { run } from "./inject";

export async function capture(tabId: number): Promise<Captured> {
  // Right after a page has come, the browser may refuse for a moment what the click has granted.
  const quick = await inject(tabId).catch(async (thrown) => {
    if (thrown instanceof Failure && thrown.id === "no-answer") throw thrown;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return inject(tabId);
  });
  // Firefox injects into some of its own pages without a word, and nothing comes of it.
  if (!quick) throw noAccess("nothing ran there");
  if ("html" in quick) return quick;
  const rewritten = rewrite(quick);
  if (rewritten) return rewritten;
  await run({
    target: { tabId },
    func: () => {
      (globalThis as { loupeThorough?: boolean }).loupeThorough = true;
    },
  });
  const thorough = await inject(tabId);
  if (thorough && "html" in thorough) return thorough;
  throw new Failure("no-capture", "the page gave nothing to read");
}

async function inject(tabId: number): Promise<Marked | Captured | undefined> {
  try {
    return await run<[], Marked | Captured>({ target: { tabId }, files: ["capture.js"] });
  } catch (thrown) {
    if (thrown instanceof Failure) throw thrown;
    throw noAccess(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function noAccess(reason: string): Failure {
  return new Failure("no-access", `this page may not be read: click the Loupe button on it (${reason})`);
}
