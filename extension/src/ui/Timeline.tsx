// A timeline drawn to scale in SVG, with the same as a table for those who cannot see it.

import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Span } from "../engine";
import { dateText, t } from "./i18n";
import { draw, type Entry, type Placed, type Tick } from "./timeline";

interface Props {
  entries: Entry[];
  /** What the sources are called, by number. */
  labels: string[];
  today: string;
  marked?: Span | undefined;
}

const TOP = 20;
const ROW = 31;
const BAR = 9;

export function Timeline({ entries, labels, today, marked }: Props) {
  const [box, width] = useWidth(340);
  const id = useId();
  const { placed, ticks, today: now, marked: stretch } = draw(entries, today, width, marked);
  const height = TOP + placed.length * ROW + 18;
  return (
    <div class="timeline" ref={box}>
      <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <defs>
          <linearGradient id={`${id}in`}>
            <stop offset="0" stop-color="#fff" stop-opacity="0.12" />
            <stop offset="1" stop-color="#fff" stop-opacity="0.85" />
          </linearGradient>
          <linearGradient id={`${id}out`}>
            <stop offset="0" stop-color="#fff" stop-opacity="0.85" />
            <stop offset="1" stop-color="#fff" stop-opacity="0.12" />
          </linearGradient>
          <pattern id={`${id}s`} class="stripes" width="4.5" height="4.5" patternUnits="userSpaceOnUse">
            <path d="M-1 5.5 5.5 -1" />
          </pattern>
          {placed.map((bar, at) => (
            <mask
              key={at}
              id={`${id}m${at}`}
              maskUnits="userSpaceOnUse"
              x="0"
              y="0"
              width={width}
              height={height}
            >
              <Shape bar={bar} at={at} id={id} />
            </mask>
          ))}
        </defs>
        {ticks.map(({ x, year }) => (
          <g key={year}>
            <line class="grid" x1={x} x2={x} y1={TOP - 4} y2={height - 14} />
            {hasRoom(x, ticks, width) && (
              <text class="year" x={x} y={11} text-anchor={x < 12 ? "start" : "middle"}>
                {year}
              </text>
            )}
          </g>
        ))}
        {stretch && (
          <rect
            class="marked"
            x={stretch[0]}
            y={TOP - 4}
            width={Math.max(2, stretch[1] - stretch[0])}
            height={height - TOP - 10}
            rx="2"
          />
        )}
        {placed.map((bar, at) => (
          <g key={at} class={`bar s${bar.entry.source % 4}`}>
            <text {...labelAt(bar, width)} y={TOP + at * ROW + 11}>
              {shorten(bar, width)}
              <title>{bar.entry.label}</title>
            </text>
            <rect
              x={bar.from}
              y={TOP + at * ROW + 16}
              width={Math.max(3, bar.to - bar.from)}
              height={BAR}
              mask={`url(#${id}m${at})`}
            />
            {bar.entry.source % 2 === 1 && (
              <rect
                fill={`url(#${id}s)`}
                x={bar.from}
                y={TOP + at * ROW + 17}
                width={Math.max(3, bar.to - bar.from)}
                height={BAR - 2}
                mask={`url(#${id}m${at})`}
              />
            )}
            {bar.open && <circle cx={bar.to} cy={TOP + at * ROW + 16 + BAR / 2} r="3.2" />}
          </g>
        ))}
        <line class="today" x1={now} x2={now} y1={TOP - 4} y2={height - 14} />
        <text class="year" x={Math.min(now, width)} y={height - 2} text-anchor="end">
          {t("career.today")}
        </text>
      </svg>
      <Table entries={placed.map((bar) => bar.entry)} labels={labels} />
    </div>
  );
}

/** What of a bar is sure, and how its ends fade. */
function Shape({ bar, at, id }: { bar: Placed; at: number; id: string }) {
  const y = TOP + at * ROW + 16;
  const box = { y, height: BAR };
  const sure = Math.max(bar.sureTo - bar.sureFrom, 0);
  const whole = Math.max(3, bar.to - bar.from);
  if (whole <= 4) return <rect {...box} x={bar.from} width={whole} rx="1.5" fill="#fff" />;
  return (
    <>
      {bar.sureFrom > bar.from && (
        <rect {...box} x={bar.from} width={bar.sureFrom - bar.from} fill={`url(#${id}in)`} />
      )}
      {sure > 0 && <rect {...box} x={bar.sureFrom} width={sure} rx="2" fill="#fff" />}
      {bar.to > bar.sureTo && (
        <rect {...box} x={bar.sureTo} width={bar.to - bar.sureTo} fill={`url(#${id}out)`} />
      )}
    </>
  );
}

/** The first year stands beside its line, not on it, and may be in the way of the second; the last may be cut off. */
function hasRoom(x: number, ticks: Tick[], width: number): boolean {
  return x < width - 16 && !(x < 12 && (ticks[1]?.x ?? width) < 56);
}

/** Letters are about this wide, in pixels. */
const LETTER = 6.1;

/** The label stands where its bar begins, or ends there when it would not fit. */
function labelAt(bar: Placed, width: number): { x: number; "text-anchor": "start" | "end" } {
  const length = shorten(bar, width).length * LETTER;
  return bar.from + length <= width
    ? { x: bar.from, "text-anchor": "start" }
    : { x: Math.max(Math.min(bar.to, width), Math.min(length, width)), "text-anchor": "end" };
}

function shorten({ entry }: Placed, width: number): string {
  const letters = Math.floor(width / LETTER);
  return entry.label.length <= letters ? entry.label : `${entry.label.slice(0, letters - 1).trimEnd()}…`;
}

function Table({ entries, labels }: { entries: Entry[]; labels: string[] }) {
  return (
    <details class="as-table">
      <summary>{t("career.table")}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("career.what")}</th>
            <th scope="col">{t("career.from")}</th>
            <th scope="col">{t("career.to")}</th>
            {labels.length > 1 && <th scope="col">{t("career.source")}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ label, span, source }, at) => (
            <tr key={at}>
              <th scope="row">{label}</th>
              <td>{span.start ? dateText(span.start) : t("career.unknown")}</td>
              <td>{endText(span)}</td>
              {labels.length > 1 && <td>{labels[source]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function endText({ end }: Span): string {
  if (end.kind === "on") return dateText(end.date);
  return t(end.kind === "open" ? "career.open" : "career.unknown");
}

/** The width there is for drawing, in whole pixels. */
function useWidth(otherwise: number) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(otherwise);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
