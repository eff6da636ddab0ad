import { expect, test } from "vitest";
import type { Evidence, Segment } from "../src/engine";
import { matchesOf } from "../src/ui/matches";

const same = (text: string): Segment => ({ text, shared: true, ordinary: false });
const other = (text: string): Segment => ({ text, shared: false, ordinary: false });

const passages = (here: Segment[], there: Segment[]): Evidence => ({
  kind: "passages",
  here,
  there,
  shared_words: 0,
});

test("each match is laid beside the one it came from, whatever their order", () => {
  const evidence = [
    passages(
      [
        other("I "),
        same("rebuilt the tide forecast"),
        other(" and "),
        same("cut the nightly run "),
        other("twice"),
      ],
      [same("Cut the nightly RUN"), other(", then "), same("rebuilt a tide forecast")],
    ),
  ];
  expect(matchesOf(evidence)).toEqual([
    { evidence: 0, here: 1, there: 2 },
    { evidence: 0, here: 3, there: 0 },
  ]);
});

test("what only joins is marked, and nobody walks to it", () => {
  expect(matchesOf([passages([same("of the "), other("tide")], [same("of the "), other("ferry")])])).toEqual(
    [],
  );
});

test("scripts without spaces have matches too", () => {
  expect(matchesOf([passages([same("重新安排了博物馆")], [same("重新安排了博物馆")])])).toHaveLength(1);
});

test("evidence of other kinds has none", () => {
  expect(matchesOf([{ kind: "hidden", texts: [] }])).toEqual([]);
});
