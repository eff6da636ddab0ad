// The page in front without its people, for who writes site files.

import type { Fixture } from "../protocol";
import { capture } from "./capture";
import { loupe } from "./engine";

export async function fixtureOf(tabId: number): Promise<Fixture> {
  const [{ engine }, captured] = await Promise.all([loupe(), capture(tabId)]);
  const site = new URL(captured.url).hostname.replace(/^www\./, "");
  const day = new Date().toISOString().slice(0, 10);
  return { name: `${site}-${day}.html`, html: engine.redact(captured).html };
}
