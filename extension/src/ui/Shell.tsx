// What stands around a report everywhere: errors, the report in its order, the closing words.

import type { ComponentChildren } from "preact";
import type { Report } from "../engine";
import type { LoupeError } from "../errors";
import type { PhotoState } from "../protocol";
import { AboutFiles } from "./About";
import { Career } from "./Career";
import { Coverage } from "./Coverage";
import { Findings } from "./Findings";
import { errorText, language, t } from "./i18n";
import { Person } from "./Person";

export function Errors({ errors }: { errors: LoupeError[] }) {
  return (
    <div role="alert">
      {errors.map((error, at) => (
        <p key={at} class="error" data-error={error.id}>
          {errorText(error)}
        </p>
      ))}
    </div>
  );
}

interface ReportProps {
  report: Report;
  photo?: PhotoState;
  onForget?: (id: string) => void;
}

export function ReportView({ report, photo, onForget }: ReportProps) {
  return (
    <>
      <NamesDiffer report={report} />
      <Person report={report} photo={photo ?? "none"} />
      <Findings report={report} onForget={onForget} />
      <Career report={report} />
      <Coverage report={report} />
      <AboutFiles report={report} />
    </>
  );
}

/** Two people's sources laid together by mistake contradict each other in everything. */
function NamesDiffer({ report }: { report: Report }) {
  if (!report.names_differ) return null;
  const names = report.readings.flatMap(({ profile }) => profile.name?.text ?? []);
  return (
    <p class="note" role="status">
      {t("panel.names-differ", { names: [...new Set(names)].join(", ") })}
    </p>
  );
}

export function Footer({ children }: { children?: ComponentChildren }) {
  return (
    <footer>
      {children}
      <p>
        {t("app.local")} {t("app.nothing-found")}
      </p>
    </footer>
  );
}

/** Says which language the words are in. */
export function markLanguage(): void {
  document.documentElement.lang = language;
}
