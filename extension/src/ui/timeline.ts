// Where the bars of a timeline stand: pure geometry in pixels, no drawing. A date known to the year covers the whole
// year, so a bar has a sure middle and ends that fade over the months that the words allow.

import type { Span } from "../engine";

/** One thing to draw. */
export interface Entry {
  label: string;
  span: Span;
  /** Which source it is from: 0 is what is in front of the user. */
  source: number;
}

/** A bar in pixels: it may begin anywhere in `from..sureFrom`, is sure in `sureFrom..sureTo`, and fades to `to`. */
export interface Placed {
  entry: Entry;
  from: number;
  sureFrom: number;
  sureTo: number;
  to: number;
  /** It goes on today. */
  open: boolean;
  /** The source does not say when it ended, or when it began. */
  unknownEnd: boolean;
}

export interface Tick {
  x: number;
  year: number;
}

export interface Drawing {
  placed: Placed[];
  ticks: Tick[];
  /** Where today is. */
  today: number;
  /** The stretch to mark, from its first to its last pixel. */
  marked?: [number, number];
}

/** Months, counted from year 0, that a date allows: from its first to just after its last. */
export function months(date: string): [number, number] | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-\d{2})?)?$/.exec(date);
  if (!match) return undefined;
  const first = Number(match[1]) * 12 + (match[2] === undefined ? 0 : Number(match[2]) - 1);
  return [first, first + (match[2] === undefined ? 12 : 1)];
}

interface Stretch {
  from: number;
  sureFrom: number;
  sureTo: number;
  to: number;
}

/** How long a bar is whose end, or start, nobody knows. */
const UNKNOWN_MONTHS = 12;

function stretch(span: Span, today: number): Stretch | undefined {
  const end = span.end.kind === "on" ? months(span.end.date) : undefined;
  const ends: [number, number] | undefined = span.end.kind === "open" ? [today, today] : end;
  const start = span.start ? months(span.start) : undefined;
  if (start && ends) {
    // A role of one year, "2019 – 2019", is sure of nothing but lies in that year.
    const [from, late] = [Math.min(start[0], ends[0]), Math.max(ends[1], start[1])];
    // Started and ended in the same month: that month is sure.
    const sureFrom = start[1] - start[0] === 1 ? start[0] : start[1];
    const sureTo = ends[1] - ends[0] === 1 ? ends[1] : ends[0];
    if (sureFrom <= sureTo) return { from, sureFrom, sureTo, to: late };
    const middle = (from + late) / 2;
    return { from, sureFrom: middle, sureTo: middle, to: late };
  }
  if (start) return { from: start[0], sureFrom: start[0], sureTo: start[0], to: start[1] + UNKNOWN_MONTHS };
  if (ends) return { from: ends[0] - UNKNOWN_MONTHS, sureFrom: ends[1], sureTo: ends[1], to: ends[1] };
  return undefined;
}

/** The steps between years on the axis; the first that leaves room for the numbers is taken. */
const STEPS = [1, 2, 5, 10, 20];
const ROOM = 42;

/**
 * Places entries on a line `width` pixels wide, latest beginning first. Entries without any date are left out: the
 * caller knows how many it gave.
 */
export function draw(entries: Entry[], today: string, width: number, mark?: Span): Drawing {
  const now = months(today)?.[0] ?? 0;
  const stretches = entries.flatMap((entry) => {
    const found = stretch(entry.span, now);
    return found ? [{ entry, ...found }] : [];
  });
  stretches.sort((a, b) => b.from - a.from || b.to - a.to || a.entry.source - b.entry.source);
  const marks = mark && stretch(mark, now);
  const all = marks ? [...stretches, { ...marks }] : stretches;
  const first = Math.min(now - 11, ...all.map((s) => s.from));
  const last = Math.max(now, ...all.map((s) => s.to));
  // Whole years, so that the axis begins and ends on a line.
  const [begin, end] = [Math.floor(first / 12) * 12, Math.max(now + 2, last)];
  const x = (month: number) => Math.round(((month - begin) / (end - begin)) * width * 10) / 10;

  const step = STEPS.find((step) => x(begin + step * 12) >= ROOM) ?? 50;
  const ticks: Tick[] = [];
  for (let year = Math.ceil(begin / 12 / step) * step; year * 12 <= end; year += step) {
    ticks.push({ x: x(year * 12), year });
  }
  return {
    placed: stretches.map(({ entry, from, sureFrom, sureTo, to }) => ({
      entry,
      from: x(from),
      sureFrom: x(sureFrom),
      sureTo: x(sureTo),
      to: x(to),
      open: entry.span.end.kind === "open",
      unknownEnd: entry.span.end.kind === "unknown" || !entry.span.start,
    })),
    ticks,
    today: x(now),
    ...(marks ? { marked: [x(marks.from), x(marks.to)] as [number, number] } : {}),
  };
}
