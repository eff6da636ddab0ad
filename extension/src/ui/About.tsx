// What each file says of itself beside its text: who wrote it, with what and when, and text in it that nobody sees.
// For information: none of it is a claim of the person, nor a finding.

import type { Document, HiddenText, Report } from "../engine";
import { type Key, momentText, t, tn } from "./i18n";

/** Beyond these the hidden text of a file is counted. */
const SHOWN = 5;
/** A hidden text can be a second résumé; its beginning says which. */
const LETTERS = 400;

export function AboutFiles({ report }: { report: Report }) {
  // Tables of a data export are nothing that could say more than what stands in them.
  const files = report.readings.flatMap(({ source, document }, at) =>
    document && document.format !== "linkedin-export" ? [{ source, document, at }] : [],
  );
  if (files.length === 0) return null;
  return (
    <section class="card about-files" aria-labelledby="about-files">
      <h2 id="about-files">{t("document.title")}</h2>
      {files.map(({ source, document, at }) => (
        <div key={source.address} class="about-file">
          <h3 class={`source s${at % 4}`}>{source.label}</h3>
          <Facts document={document} />
          <Hidden document={document} />
        </div>
      ))}
      <p class="fine">{t("document.hint")}</p>
    </section>
  );
}

function Facts({ document }: { document: Document }) {
  const { created, modified, producer, application } = document;
  const rows: [Key, string | null | undefined][] = [
    ["document.name", document.title],
    ["document.author", document.author],
    ["document.last-author", document.last_author],
    ["document.company", document.company],
    ["document.application", application],
    ["document.producer", producer === application ? undefined : producer],
    ["document.template", document.template],
    ["document.created", created && momentText(created)],
    ["document.modified", modified && modified !== created ? momentText(modified) : undefined],
    ["document.traces", traces(document)],
  ];
  const told = rows.filter(([, value]) => value);
  if (told.length === 0) return <p class="fine">{t("document.silent")}</p>;
  return (
    <details class="more">
      <summary>{t("document.facts")}</summary>
      <dl class="coverage-rows">
        {told.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** What copies of one file can be known by; the values themselves would tell nobody anything. */
function traces({ fonts, ids, revisions }: Document): string {
  return [
    (fonts ?? []).length > 0 ? tn("document.fonts", fonts?.length ?? 0) : "",
    (ids ?? []).length > 0 ? tn("document.ids", ids?.length ?? 0) : "",
    (revisions ?? []).length > 0 ? tn("document.revisions", revisions?.length ?? 0) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

function Hidden({ document }: { document: Document }) {
  const hidden = document.hidden ?? [];
  if (hidden.length === 0) return null;
  return (
    <details class="more words">
      <summary>{tn("document.hidden", hidden.length)}</summary>
      <p>{t("document.hidden-innocent")}</p>
      <ul>
        {hidden.slice(0, SHOWN).map((text, at) => (
          <HiddenWords key={`${at} ${text.text.slice(0, 20)}`} hidden={text} />
        ))}
      </ul>
      {hidden.length > SHOWN && <p>{tn("document.hidden-more", hidden.length - SHOWN)}</p>}
    </details>
  );
}

/** A text that nobody sees, and why nobody does. */
export function HiddenWords({ hidden: { text, reason, page } }: { hidden: HiddenText }) {
  return (
    <li>
      <p>
        <b>{t(`hidden.${reason}`)}</b>
        {page && <span>{t("place.page", { n: page })}</span>}
      </p>
      <p>
        <q>{text.length > LETTERS ? `${text.slice(0, LETTERS)} …` : text}</q>
      </p>
    </li>
  );
}
