import { expect, test } from "vitest";
import type { PhotoOverlay } from "../src/engine";
import { outline, overlayWords } from "../src/ui/overlay";

const side = { shown: 100, round: false, part: [0, 0, 1000, 1000] as [number, number, number, number] };
const overlay: PhotoOverlay = {
  mirrored: false,
  matrix: [1000, 0, 0, 0],
  turn: 3,
  here: { ...side, shown: 99 },
  there: side,
  squares: 60,
  agreeing: [],
  agreeing_here: true,
};
const said = (change: Partial<PhotoOverlay>) =>
  overlayWords(
    { ...overlay, ...change },
    (key, args) => `${key}${args ? ` ${Object.values(args).join()}` : ""}`,
  );

test("what was done to a photo is said, and nothing when nothing was", () => {
  expect(said({})).toEqual(["overlay.whole"]);
  expect(
    said({ mirrored: true, there: { ...side, shown: 56 }, turn: -31, here: { ...side, round: true } }),
  ).toEqual(["overlay.mirrored", "overlay.cropped-here 56", "overlay.turned 3", "overlay.round-here"]);
  expect(said({ here: { ...side, shown: 40 }, there: { ...side, round: true } })).toEqual([
    "overlay.cropped-there 40",
    "overlay.round-there",
  ]);
});

/** How long the line is, in steps of a square's half. */
const length = (path: string) => (path.match(/[HV]/g) ?? []).length;

test("the line goes round the squares together, not round each", () => {
  expect(outline([])).toBe("");
  expect(length(outline([[0, 0, 100]]))).toBe(8);
  // Two that overlap by half: three by two quarters.
  expect(
    length(
      outline([
        [0, 0, 100],
        [50, 0, 100],
      ]),
    ),
  ).toBe(10);
  // Rounding to thousandths parts no neighbours.
  expect(
    length(
      outline([
        [83, 83, 167],
        [167, 83, 167],
      ]),
    ),
  ).toBe(10);
  expect(
    length(
      outline([
        [0, 0, 100],
        [400, 0, 100],
      ]),
    ),
  ).toBe(16);
  expect(outline([[100, 100, 100]])).toContain("M100 100V150");
  // At the picture's edge it runs within it, where it is seen.
  const cut = outline([[950, 700, 100]], [1000, 750]);
  expect(cut).toContain("M996 700V746");
  expect(cut).not.toMatch(/1000|1050|750|800/);
});
