// The page in front as it was captured, for who writes site files: the panel has the people taken out of it.

import type { Fixture } from "../protocol";
import { capture } from "./capture";

export async function fixtureOf(tabId: number): Promise<Fixture> {
  const page = await capture(tabId);
  const site = new URL(page.url).hostname.replace(/^www\./, "");
  const day = new Date().toISOString().slice(0, 10);
  return { name: `${site}-${day}.html`, page };
}
