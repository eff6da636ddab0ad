// What was read of each source and what was not. Missing is never a finding, and the panel says so.

import type { PartCoverage, Reading, Report } from "../engine";
import { type Key, t } from "./i18n";

/** Parts of which there is one or none: a number would say nothing. */
const SINGLE = new Set(["name", "headline", "location", "photo", "about"]);
/** What could not be had comes last: it is what the user may do something about. */
const STATES = ["read", "absent", "not-loaded", "not-recognised"] as const;

function partText({ part, state, count, more }: PartCoverage): string {
  const name = t(`part.${part}`);
  if (state !== "read" || SINGLE.has(part)) return name;
  if (count === 0) return more ? t("coverage.more", { part: name }) : name;
  return t(more ? "coverage.many-more" : "coverage.many", { part: name, n: count });
}

function CoverageOf({ reading, number }: { reading: Reading; number: number }) {
  const { coverage, source } = reading;
  const lines: Key[] = [];
  if (coverage.site_changed) lines.push("coverage.site-changed");
  else if (coverage.reader === "generic" && source.kind === "page") lines.push("coverage.generic");
  if (coverage.parts.some((row) => row.state === "not-loaded")) lines.push("coverage.scroll");
  if ((coverage.cut ?? []).length > 0) lines.push("coverage.cut");
  return (
    <div class="coverage">
      <h3 class={`source s${number % 4}`}>{source.label}</h3>
      {lines.map((line) => (
        <p key={line} class="note">
          {t(line)}
        </p>
      ))}
      <dl>
        {STATES.map((state) => {
          const rows = coverage.parts.filter((row) => row.state === state);
          if (rows.length === 0) return null;
          const words =
            state === "absent" && source.kind === "file" ? "coverage.absent-file" : `coverage.${state}`;
          return (
            <div key={state} class={state}>
              <dt>{t(words as Key)}</dt>
              <dd>
                {rows.map((row) => (
                  <span key={row.part} data-part={row.part} data-state={state}>
                    {partText(row)}
                  </span>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
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
