// The geometry of timelines: scale, precision, order, the marked stretch.

import { describe, expect, test } from "vitest";
import type { Span } from "../src/engine";
import { draw, type Entry, months } from "../src/ui/timeline";

const span = (start: string | undefined, end?: string): Span => ({
  ...(start === undefined ? {} : { start }),
  end: end === undefined ? { kind: "open" } : { kind: "on", date: end },
});
const entry = (label: string, span: Span, source = 0): Entry => ({ label, span, source });
const TODAY = "2026-11-22";

describe("months", () => {
  test("a year is twelve months, a month or day is one", () => {
    expect(months("2019")).toEqual([2019 * 12, 2020 * 12]);
    expect(months("2019-03")).toEqual([2019 * 12 + 2, 2019 * 12 + 3]);
    expect(months("2019-03-31")).toEqual([2019 * 12 + 2, 2019 * 12 + 3]);
    expect(months("soon")).toBeUndefined();
  });
});

describe("draw", () => {
  test("is to scale: twice the time is twice the length", () => {
    const { placed } = draw(
      [entry("two", span("2018-01", "2019-12")), entry("four", span("2020-01", "2023-12"))],
      TODAY,
      400,
    );
    const length = (label: string) => {
      const bar = placed.find((bar) => bar.entry.label === label);
      return bar ? bar.to - bar.from : Number.NaN;
    };
    expect(length("four") / length("two")).toBeCloseTo(2, 1);
  });

  test("everything stays inside of the width, ticks and today too", () => {
    const entries = [
      entry("a", span("1988", "1990")),
      entry("b", span("2020-01")),
      entry("c", span("2027-01", "2028-06")),
    ];
    const { placed, ticks, today } = draw(entries, TODAY, 320);
    for (const x of [
      ...placed.flatMap((bar) => [bar.from, bar.sureFrom, bar.sureTo, bar.to]),
      ...ticks.map((t) => t.x),
      today,
    ]) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(320);
    }
  });

  test("a month is sure, a year fades over its months", () => {
    const [exact] = draw([entry("a", span("2018-01", "2020-06"))], TODAY, 400).placed;
    expect([exact?.from, exact?.to]).toEqual([exact?.sureFrom, exact?.sureTo]);
    const [year] = draw([entry("a", span("2018", "2020"))], TODAY, 400).placed;
    expect(year?.from).toBeLessThan(year?.sureFrom ?? 0);
    expect(year?.sureFrom).toBeLessThan(year?.sureTo ?? 0);
    expect(year?.sureTo).toBeLessThan(year?.to ?? 0);
    const [within] = draw([entry("a", span("2019", "2019"))], TODAY, 400).placed;
    expect(within?.sureFrom).toBe(within?.sureTo);
  });

  test("an open end reaches today", () => {
    const { placed, today } = draw([entry("a", span("2018-01"))], TODAY, 400);
    expect(placed[0]?.to).toBe(today);
    expect(placed[0]?.open).toBe(true);
  });

  test("the latest comes first; what has no date is left out", () => {
    const none: Span = { end: { kind: "unknown" } };
    const { placed } = draw(
      [entry("old", span("2010", "2012")), entry("none", none), entry("new", span("2020-01"))],
      TODAY,
      400,
    );
    expect(placed.map((bar) => bar.entry.label)).toEqual(["new", "old"]);
  });

  test("a span that ends before it starts is drawn, and nothing in it is sure", () => {
    const [bar] = draw([entry("a", span("2021-05", "2020-02"))], TODAY, 400).placed;
    expect(bar && bar.to > bar.from).toBe(true);
    expect(bar?.sureFrom).toBe(bar?.sureTo);
  });

  test("the marked stretch lies where its months are", () => {
    const { placed, marked } = draw(
      [entry("a", span("2018-01", "2020-12"))],
      TODAY,
      400,
      span("2018-01", "2020-12"),
    );
    expect(marked).toEqual([placed[0]?.from, placed[0]?.to]);
  });

  test("years on the axis never stand closer than their numbers are wide", () => {
    for (const start of ["2025-01", "2014", "1995", "1971-03"]) {
      const { ticks } = draw([entry("a", span(start))], TODAY, 288);
      expect(ticks.length).toBeGreaterThan(0);
      for (let at = 1; at < ticks.length; at++) {
        expect((ticks[at]?.x ?? 0) - (ticks[at - 1]?.x ?? 0)).toBeGreaterThanOrEqual(40);
      }
    }
  });
});
