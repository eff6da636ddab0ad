// The career as all sources tell it, on one line of time.

import type { Reading, Report } from "../engine";
import { t, tn } from "./i18n";
import { Timeline } from "./Timeline";
import type { Entry } from "./timeline";

/** Roles and studies that have dates, and how many have none. */
export function careerOf(readings: Reading[]): { entries: Entry[]; undated: number } {
  const entries: Entry[] = [];
  let undated = 0;
  readings.forEach(({ profile }, source) => {
    const roles = (profile.roles ?? []).map((role) => ({
      words: [role.title, role.employer],
      span: role.span,
    }));
    const studies = (profile.studies ?? []).map((study) => ({
      words: [study.degree, study.school],
      span: study.span,
    }));
    for (const { words, span } of [...roles, ...studies]) {
      const label = words.flatMap((quote) => (quote ? [quote.text] : [])).join(", ");
      if (span && (span.start || span.end.kind === "on")) entries.push({ label, span, source });
      else undated++;
    }
  });
  return { entries, undated };
}

export function Career({ report }: { report: Report }) {
  const { entries, undated } = careerOf(report.readings);
  if (entries.length === 0) return null;
  const labels = report.readings.map(({ source }) => source.label);
  const isYear = (date: string | undefined | null) => date?.length === 4;
  const faded = entries.some(
    ({ span }) => isYear(span.start) || (span.end.kind === "on" && isYear(span.end.date)),
  );
  return (
    <section class="card" aria-labelledby="career">
      <h2 id="career">{t("career.title")}</h2>
      {labels.length > 1 && (
        <ul class="sources legend" aria-hidden="true">
          {labels.map((label, at) => (
            <li key={label} class={`source s${at % 4}`}>
              {label}
            </li>
          ))}
        </ul>
      )}
      <Timeline entries={entries} labels={labels} today={report.today} />
      {faded && <p class="fine">{t("career.faded")}</p>}
      {undated > 0 && <p class="fine">{tn("career.undated", undated)}</p>}
    </section>
  );
}
