// The matches of two texts, so that one can walk from each to the next.

import type { Evidence, Segment } from "../engine";

/** A shared stretch: in which evidence, and which segment it is on each side. */
export interface Match {
  evidence: number;
  here: number;
  there: number;
}

/** Shorter ones join what is found; they are marked, but nobody walks to them. */
const LEAST_WORDS = 3;

/** Four characters of a script that puts no spaces between words. */
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]{4}/u;

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The matches of all evidence, in the order of this person's text, each with the stretch of the other that is most like it. */
export function matchesOf(evidence: Evidence[]): Match[] {
  return evidence.flatMap((shown, at) => {
    if (shown.kind !== "passages") return [];
    const there = shared(shown.there);
    return shared(shown.here).flatMap(({ place, text }) => {
      const known = words(text);
      if (known.length < LEAST_WORDS && !UNSPACED.test(text)) return [];
      const alike = (other: Set<string>) =>
        known.filter((word) => other.has(word)).length / (1 + Math.abs(other.size - known.length));
      let best: { place: number; alike: number } | undefined;
      for (const other of there) {
        const found = alike(new Set(words(other.text)));
        if (!best || found > best.alike) best = { place: other.place, alike: found };
      }
      return best ? [{ evidence: at, here: place, there: best.place }] : [];
    });
  });
}

function shared(segments: Segment[]): { place: number; text: string }[] {
  return segments.flatMap((segment, place) => (segment.shared ? [{ place, text: segment.text }] : []));
}
