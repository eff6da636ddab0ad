// Evidence, drawn: two photos side by side, two texts with what they share marked, spans on a line of time.

import type { Evidence, Finding, PhotoClaim, Report, Segment } from "../engine";
import { HiddenWords } from "./About";
import { sourceNumber } from "./Findings";
import { dateText, t, tn } from "./i18n";
import type { Match } from "./matches";
import { OverlayView } from "./Overlay";
import { Photo } from "./Person";
import { Timeline } from "./Timeline";

interface Props {
  evidence: Evidence;
  finding: Finding;
  report: Report;
  /** The match that is walked to, if it is of this evidence. */
  match?: Match | undefined;
}

export function EvidenceView({ evidence, finding, report, match }: Props) {
  // What it is compared with: whose it was, the other employer, the advert.
  const { first_employer, second_employer, title } = finding.args ?? {};
  const here = first_employer || t("evidence.here");
  const there = finding.seen?.name || second_employer || title || t("evidence.there");
  switch (evidence.kind) {
    case "photos":
      return (
        <figure class="evidence photos">
          <figcaption>{t("evidence.photos")}</figcaption>
          {isKept(evidence.here) && isKept(evidence.there) ? (
            <div class="pair">
              <Shown photo={evidence.here} label={t("evidence.here")} />
              <Shown photo={evidence.there} label={there} />
            </div>
          ) : (
            <p class="fine">{t("evidence.no-picture")}</p>
          )}
          {evidence.overlay ? (
            <OverlayView
              here={evidence.here}
              there={evidence.there}
              overlay={evidence.overlay}
              name={there}
            />
          ) : (
            evidence.distance != null && <p class="fine">{tn("evidence.distance", evidence.distance)}</p>
          )}
        </figure>
      );
    case "passages":
      return (
        <figure class="evidence passages">
          <figcaption>{t("evidence.passages")}</figcaption>
          <div class="pair">
            <Text segments={evidence.here} label={here} walked={match?.here} />
            <Text segments={evidence.there} label={there} walked={match?.there} />
          </div>
          <p class="fine">{tn("evidence.shared", evidence.shared_words)}</p>
        </figure>
      );
    case "frame":
      return (
        <figure class="evidence frame">
          <figcaption>{t("evidence.frame")}</figcaption>
          <p class="framed">
            {evidence.text.map(({ text, slot }, at) =>
              slot == null ? (
                <span key={at}>{text}</span>
              ) : (
                <b key={at} class="slot">
                  {slot}
                </b>
              ),
            )}
          </p>
          <ul class="members">
            {evidence.members.map(({ name, source, fillings }, at) => (
              <li key={at}>
                <span class="who">{at === 0 ? t("evidence.here") : name || source.label}</span>
                <ol>
                  {fillings.map((words, slot) => (
                    <li key={slot}>
                      <b class="slot">{slot + 1}</b> {words ? <q>{words}</q> : t("evidence.empty-slot")}
                    </li>
                  ))}
                </ol>
              </li>
            ))}
          </ul>
        </figure>
      );
    case "hidden":
      return (
        <figure class="evidence words">
          <figcaption>{t("evidence.hidden")}</figcaption>
          <ul>
            {evidence.texts.map((text, at) => (
              <HiddenWords key={at} hidden={text} />
            ))}
          </ul>
        </figure>
      );
    case "timeline":
      return (
        <figure class="evidence">
          <figcaption>{t("evidence.timeline")}</figcaption>
          <Timeline
            entries={evidence.bars.map(({ label, span, source }) => ({
              label,
              span,
              source: Math.max(0, sourceNumber(source, report)),
            }))}
            labels={report.readings.map(({ source }) => source.label)}
            today={evidence.today}
            marked={evidence.marked ?? undefined}
          />
          {evidence.marked?.start && evidence.marked.end.kind !== "unknown" && (
            <p class="fine">
              {t("career.marked", {
                from: dateText(evidence.marked.start),
                to: evidence.marked.end.kind === "on" ? dateText(evidence.marked.end.date) : t("career.open"),
              })}
            </p>
          )}
        </figure>
      );
  }
}

/** True when there is a picture to show: of fingerprints alone nothing is. */
function isKept({ thumbnail }: PhotoClaim): boolean {
  return thumbnail?.startsWith("data:image/") ?? false;
}

function Shown({ photo, label }: { photo: PhotoClaim; label: string }) {
  return (
    <div class="shown">
      <Photo photo={photo} alt={label} missing={t("evidence.photo-missing")} />
      <span class="fine">{label}</span>
    </div>
  );
}

interface TextProps {
  segments: Segment[];
  label: string;
  walked: number | undefined;
}

function Text({ segments, label, walked }: TextProps) {
  return (
    <div class="text">
      <span class="fine">{label}</span>
      <p>
        {segments.map((segment, at) => {
          if (segment.shared) {
            return (
              <mark key={at} class={at === walked ? "at" : undefined}>
                {segment.text}
              </mark>
            );
          }
          return (
            <span key={at} class={segment.ordinary ? "ordinary" : undefined}>
              {segment.text}
            </span>
          );
        })}
      </p>
    </div>
  );
}
