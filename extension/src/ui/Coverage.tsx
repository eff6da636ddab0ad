// What was read of each source and what was not, in short; and, for who wants to know, the words that each part was
// read from. Missing is never a finding, and the panel says so.

import type { Gap, PartCoverage, Reading, Report } from "../engine";
import { type Key, t, tn } from "./i18n";
import { placeWords } from "./place";

/** Parts of which there is one or none: a number would say nothing. */
const SINGLE = new Set(["name", "headline", "location", "photo", "about"]);
/** What could not be had comes last: it is what the user may do something about. */
const STATES = ["read", "absent", "not-loaded", "not-recognised"] as const;
/** Gaps told in short; the rest stands with its part. */
const GAPS = 3;
/** What was left unread, or may be wrong, has words of its own under these ids. */
const CUTS = new Set(["ocr-layer", "site-unknown"]);

function partText({ part, state, count, more }: PartCoverage): string {
  const name = t(`part.${part}`);
  if (state !== "read" || SINGLE.has(part)) return name;
  if (count === 0) return more ? t("coverage.more", { part: name }) : name;
  return t(more ? "coverage.many-more" : "coverage.many", { part: name, n: count });
}

function gapText({ part, entry, field }: Gap): string {
  return t("coverage.gap", {
    entry: t("place.entry", { part: t(`part.${part}`), n: entry }),
    field: t(`field.${field}`),
  });
}

function notes({ coverage, source }: Reading): Key[] {
  const lines: Key[] = [];
  const cut = coverage.cut ?? [];
  if (coverage.site_changed) lines.push("coverage.site-changed");
  else if (cut.includes("site-unknown") || (coverage.reader === "generic" && source.kind === "page"))
    lines.push("coverage.generic");
  else if (coverage.unproven) lines.push("coverage.unproven");
  if (coverage.parts.some((row) => row.state === "not-loaded")) lines.push("coverage.scroll");
  if (cut.includes("ocr-layer")) lines.push("coverage.ocr-layer");
  if (cut.some((id) => !CUTS.has(id))) lines.push("coverage.cut");
  return lines;
}

/** "Not on the page" is said otherwise of a file. */
function stateText(state: string, reading: Reading): string {
  const ofFile = state === "absent" && reading.source.kind === "file";
  return t(ofFile ? "coverage.absent-file" : (`coverage.${state}` as Key));
}

function CoverageOf({ reading, number }: { reading: Reading; number: number }) {
  const { coverage, source } = reading;
  const gaps = (coverage.gaps ?? []).filter((gap) => gap.state === "not-recognised");
  return (
    <div class="coverage">
      <h3 class={`source s${number % 4}`}>{source.label}</h3>
      {notes(reading).map((line) => (
        <p key={line} class="note">
          {t(line)}
        </p>
      ))}
      <dl>
        {STATES.map((state) => {
          const rows = coverage.parts.filter((row) => row.state === state);
          const missed = state === "not-recognised" ? gaps : [];
          if (rows.length === 0 && missed.length === 0) return null;
          return (
            <div key={state} class={state}>
              <dt>{stateText(state, reading)}</dt>
              <dd>
                {rows.map((row) => (
                  <span key={row.part} data-part={row.part} data-state={state}>
                    {partText(row)}
                  </span>
                ))}
                {missed.slice(0, GAPS).map((gap) => (
                  <span key={gapText(gap)}>{gapText(gap)}</span>
                ))}
                {missed.length > GAPS && <span>{tn("coverage.gaps", missed.length - GAPS)}</span>}
              </dd>
            </div>
          );
        })}
      </dl>
      <Words reading={reading} />
    </div>
  );
}

/** Part by part: its words and where they stand, and what its entries lack. */
function Words({ reading }: { reading: Reading }) {
  const { parts, gaps } = reading.coverage;
  const told = parts.filter((row) => row.quote || gaps?.some((gap) => gap.part === row.part));
  if (told.length === 0) return null;
  return (
    <details class="more words">
      <summary>{t("coverage.words")}</summary>
      <ul>
        {told.map((row) => (
          <li key={row.part}>
            <p>
              <b>{partText(row)}</b>
              {row.state !== "read" && <span>{stateText(row.state, reading)}</span>}
            </p>
            {row.quote && (
              <p>
                <q>{row.quote.text}</q>
                {placeWords(row.quote.place, row.part) && (
                  <span>{placeWords(row.quote.place, row.part)}</span>
                )}
              </p>
            )}
            <Gaps gaps={(gaps ?? []).filter((gap) => gap.part === row.part)} reading={reading} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Gaps({ gaps, reading }: { gaps: Gap[]; reading: Reading }) {
  return (
    <>
      {(["not-recognised", "not-loaded", "absent"] as const).map((state) => {
        const some = gaps.filter((gap) => gap.state === state);
        if (some.length === 0) return null;
        return (
          <p key={state}>
            {stateText(state, reading)}
            {": "}
            {some.map((gap) => gapText(gap)).join(" · ")}
          </p>
        );
      })}
    </>
  );
}

export function Coverage({ report }: { report: Report }) {
  return (
    <section class="card" aria-labelledby="coverage">
      <h2 id="coverage">{t("coverage.title")}</h2>
      {report.readings.map((reading, at) => (
        <CoverageOf key={reading.source.address} reading={reading} number={at} />
      ))}
      <p class="fine">{t("coverage.missing-is-not-a-finding")}</p>
    </section>
  );
}
