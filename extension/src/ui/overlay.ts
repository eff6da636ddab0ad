// What is drawn and said of two photos that lie over each other, without the drawing.

import type { PhotoOverlay } from "../engine";
import type { Args, Key } from "./i18n";

/** Photos that show less of each other, in percent, were cropped; the rest is rounding. */
const WHOLE = 96;
/** Turned by less, in tenths of a degree, is straight. */
const STRAIGHT = 10;

/** In words what was done to one of two photos to make the other. */
export function overlayWords(overlay: PhotoOverlay, t: (key: Key, args?: Args) => string): string[] {
  const words: string[] = [];
  if (overlay.mirrored) words.push(t("overlay.mirrored"));
  if (overlay.there.shown < WHOLE) words.push(t("overlay.cropped-here", { percent: overlay.there.shown }));
  if (overlay.here.shown < WHOLE) words.push(t("overlay.cropped-there", { percent: overlay.here.shown }));
  const turn = Math.abs(overlay.turn);
  if (turn >= STRAIGHT) words.push(t("overlay.turned", { degrees: Math.round(turn / 10) }));
  if (overlay.here.round) words.push(t("overlay.round-here"));
  if (overlay.there.round) words.push(t("overlay.round-there"));
  return words.length ? words : [t("overlay.whole")];
}

/** As far within the picture the line is drawn at its edge, where half of it would be cut off: in thousandths of its side. */
const EDGE = 4;

/**
 * The line around squares that overlap by half of their side, as an SVG path: the edges of the quarters that lie in
 * some square and whose neighbours lie in none. Squares at the edge reach a little beyond the picture, of these width and
 * height; the line does not.
 */
export function outline(
  squares: readonly (readonly [number, number, number])[],
  [width, height]: readonly [number, number] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
): string {
  const side = squares[0]?.[2];
  if (!side) return "";
  const step = side / 2;
  const cells = new Set<string>();
  for (const [left, top] of squares) {
    const [x, y] = [Math.round(left / step), Math.round(top / step)];
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      cells.add(`${x + dx},${y + dy}`);
  }
  const within = (v: number, most: number) =>
    Math.round(Math.min(Math.max(EDGE, v * step), most - EDGE) * 10) / 10;
  const across = (v: number) => within(v, width);
  const down = (v: number) => within(v, height);
  let path = "";
  for (const cell of cells) {
    const [x = 0, y = 0] = cell.split(",").map(Number);
    if (!cells.has(`${x - 1},${y}`)) path += `M${across(x)} ${down(y)}V${down(y + 1)}`;
    if (!cells.has(`${x + 1},${y}`)) path += `M${across(x + 1)} ${down(y)}V${down(y + 1)}`;
    if (!cells.has(`${x},${y - 1}`)) path += `M${across(x)} ${down(y)}H${across(x + 1)}`;
    if (!cells.has(`${x},${y + 1}`)) path += `M${across(x)} ${down(y + 1)}H${across(x + 1)}`;
  }
  return path;
}
