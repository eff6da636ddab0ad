// Where in a source something stands, in words.

import type { Quote } from "../engine";
import { type Key, t } from "./i18n";

/** "Work 3, page 2"; empty when the source says no more. `known` is a part that need not be named again. */
export function placeWords(place: Quote["place"], known?: string): string {
  const { part, entry, page } = place ?? {};
  const words: string[] = [];
  if (part && part !== "other" && (entry || part !== known)) {
    const name = t(`part.${part}` as Key);
    words.push(entry ? t("place.entry", { part: name, n: entry }) : name);
  }
  if (page) words.push(t("place.page", { n: page }));
  return words.join(", ");
}
