// A large profile page for the benches.

import { readFileSync } from "node:fs";

/**
 * LinkedIn's sample page grown to so many letters: its roles, again and again, each element with the list of hashed classes
 * (here 160 characters) that such sites write.
 * @param {number} length
 */
export function largePage(length) {
  const html = readFileSync(new URL("../../sites/maren-holtby.html", import.meta.url), "utf8");
  const card = html.match(/<div componentkey="entity-collection-item-4"[\s\S]*?(?=<div class="_ad")/)?.[0];
  if (!card) throw new Error("the sample page has no card to repeat");
  const classes = Array.from({ length: 20 }, (_, i) => `_${(i * 7919 + 104729).toString(36)}x${i}`).join(" ").slice(0, 160);
  const heavy = card.replaceAll(/<(div|p|a|span|img)\b/g, `<$1 data-c="${classes}"`);
  return html.replace(card, heavy.repeat(Math.ceil((length - html.length) / heavy.length)));
}
