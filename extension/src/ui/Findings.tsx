// The findings: for each the two facts quoted, the evidence drawn, innocent explanations and a question to ask.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Fact, Finding, Report, SeenRef, Source } from "../engine";
import { EvidenceView } from "./Evidence";
import { Icon } from "./Icon";
import { checkWords, dateText, t, tn } from "./i18n";
import { matchesOf } from "./matches";
import { placeWords } from "./place";

interface Props {
  report: Report;
  onForget?: ((id: string) => void) | undefined;
}

export function Findings({ report, onForget }: Props) {
  const { findings, worth_verifying: count } = report;
  const context = findings.length - count;
  return (
    <section aria-labelledby="findings">
      <div class="tally" role="status">
        <h2 id="findings">{tally(count, context)}</h2>
        {findings.length === 0 && <p>{t("app.nothing-found")}</p>}
        {count > 0 && context > 0 && <p>{tn("findings.context", context)}</p>}
      </div>
      {findings.map((finding, at) => (
        <FindingCard
          key={`${finding.check} ${finding.seen?.id ?? ""} ${at}`}
          finding={finding}
          report={report}
          onForget={onForget}
        />
      ))}
    </section>
  );
}

function tally(count: number, context: number): string {
  if (count > 0) return tn("findings.count", count);
  return context > 0 ? tn("findings.only-context", context) : t("findings.none");
}

interface CardProps extends Props {
  finding: Finding;
  /** Closed, whatever it weighs: among many people everything open is too much. */
  folded?: boolean;
  /** What it is compared with stands on the same page and was never stored. */
  beside?: boolean;
}

export function FindingCard({ finding, report, onForget, folded, beside }: CardProps) {
  const words = checkWords(finding.check, finding.args);
  // The texts stand whole below, marked; their quotes need only be known again.
  const showsTexts = finding.evidence.some(({ kind }) => ["passages", "frame", "hidden"].includes(kind));
  const matches = matchesOf(finding.evidence);
  const [at, setAt] = useState<number | undefined>();
  const match = at === undefined ? undefined : matches[at];
  const card = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (at !== undefined) card.current?.querySelector("mark.at")?.scrollIntoView({ block: "center" });
  }, [at]);
  return (
    <details
      ref={card}
      class={`finding card ${finding.strength}`}
      open={!folded && finding.strength !== "weak"}
      data-check={finding.check}
    >
      <summary>
        <h3>{words.title}</h3>
        <span class="strength">
          <span class="meter" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {t(`strength.${finding.strength}`)}
        </span>
        {folded && finding.seen && <span class="seen-short">{seenText(finding.seen, beside)}</span>}
      </summary>
      <div class="finding-body">
        {words.summary && <p>{words.summary}</p>}
        {finding.seen && (
          <Seen seen={finding.seen} beside={beside} onForget={beside ? undefined : onForget} />
        )}
        {finding.facts.length > 0 && (
          <ul class={showsTexts ? "facts short" : "facts"} aria-label={t("finding.facts")}>
            {finding.facts.map((fact, at) => (
              <FactView key={`${fact.name} ${at}`} fact={fact} report={report} />
            ))}
          </ul>
        )}
        {matches.length > 1 && <Walk at={at} of={matches.length} go={setAt} />}
        {finding.evidence.map((evidence, place) => (
          <EvidenceView
            key={`${evidence.kind} ${place}`}
            evidence={evidence}
            finding={finding}
            report={report}
            match={match?.evidence === place ? match : undefined}
          />
        ))}
        {words.innocent.length > 0 && (
          <>
            <h4>{t("finding.innocent")}</h4>
            <ul class="innocent">
              {words.innocent.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
        {words.ask && <Ask question={words.ask} />}
        {(words.why || words.limits) && (
          <details class="more">
            <summary>{t("finding.more")}</summary>
            <p>{words.why}</p>
            <p>{words.limits}</p>
            {words.wrong && (
              <>
                <h4>{t("finding.wrong")}</h4>
                <p>{words.wrong}</p>
              </>
            )}
          </details>
        )}
      </div>
    </details>
  );
}

interface WalkProps {
  at: number | undefined;
  of: number;
  go: (at: number) => void;
}

/** From match to match, in long texts. It stays in view while the texts move under it. */
function Walk({ at, of, go }: WalkProps) {
  return (
    <p class="walk">
      <button
        type="button"
        class="quiet"
        aria-label={t("walk.previous")}
        onClick={() => go(at === undefined ? of - 1 : (at + of - 1) % of)}
      >
        ‹
      </button>
      <span role="status">{at === undefined ? tn("walk.count", of) : t("walk.at", { n: at + 1, of })}</span>
      <button
        type="button"
        class="quiet"
        aria-label={t("walk.next")}
        onClick={() => go(at === undefined ? 0 : (at + 1) % of)}
      >
        ›
      </button>
    </p>
  );
}

/** The number of the source among those examined; -1 for one that was seen before. */
export function sourceNumber(source: Source, report: Report): number {
  return report.readings.findIndex((reading) => reading.source.address === source.address);
}

function FactView({ fact, report }: { fact: Fact; report: Report }) {
  const at = sourceNumber(fact.source, report);
  return (
    <li class={at < 0 ? "fact seen" : `fact s${at % 4}`}>
      <blockquote>{fact.quote.text}</blockquote>
      <cite>{placeText(fact)}</cite>
    </li>
  );
}

function placeText({ quote, source }: Fact): string {
  const place = placeWords(quote.place);
  return place === "" ? source.label : t("place.in", { source: source.label, place });
}

function seenText(seen: SeenRef, beside: boolean | undefined): string {
  const args = { date: dateText(seen.on), site: seen.source.label, name: seen.name };
  if (beside) return t("finding.beside", args);
  return t(seen.name ? "finding.seen" : "finding.seen-unnamed", args);
}

interface SeenProps {
  seen: SeenRef;
  beside: boolean | undefined;
  onForget: ((id: string) => void) | undefined;
}

function Seen({ seen, beside, onForget }: SeenProps) {
  const isPage = seen.source.kind === "page" && seen.source.address.startsWith("https://");
  return (
    <div class="seen-line">
      <p>{seenText(seen, beside)}</p>
      <p class="actions">
        {isPage && (
          <a href={seen.source.address} target="_blank" rel="noreferrer noopener">
            {t("finding.open")}
            <Icon name="arrow" size={14} />
          </a>
        )}
        {onForget && (
          <button type="button" class="link" onClick={() => onForget(seen.id)}>
            {t("finding.forget")}
          </button>
        )}
      </p>
    </div>
  );
}

function Ask({ question }: { question: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(question);
      setCopied(true);
      setTimeout(() => setCopied(false), 2_000);
    } catch {
      // The browser keeps the clipboard: the question can still be selected.
    }
  };
  return (
    <div class="ask">
      <h4>{t("finding.ask")}</h4>
      <p>{question}</p>
      <button type="button" class="quiet" onClick={copy}>
        <Icon name={copied ? "done" : "copy"} size={15} />
        <span aria-live="polite">{t(copied ? "finding.copied" : "finding.copy")}</span>
      </button>
    </div>
  );
}
