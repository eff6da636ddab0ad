// A page that lists people, looked up: who is on it in the page's own order, and for those who share something with
// somebody else, what. Nobody is put before another for what was found.

import type { ListReport, Reading, Report } from "../engine";
import type { PhotoState } from "../protocol";
import { FindingCard } from "./Findings";
import { type Key, t, tn } from "./i18n";
import { Photo } from "./Person";

interface Props {
  list: ListReport;
  /** What came of the photo of each card. */
  photos: PhotoState[];
  onForget?: (id: string) => void;
}

export function ListView({ list, photos, onForget }: Props) {
  const found = list.cards.flatMap((card, at) => (card.findings.length > 0 ? [{ card, at }] : []));
  const lines = notes(list, photos);
  return (
    <section class="list" aria-labelledby="list">
      <div class="tally" role="status">
        <p class="source s0">{list.source.label}</p>
        <h2 id="list">{tn("list.count", list.cards.length)}</h2>
        <p>{found.length > 0 ? tn("list.sharing", list.sharing) : t("list.none")}</p>
        {found.length === 0 && <p>{t("app.nothing-found")}</p>}
        <p>{t("list.not-remembered")}</p>
      </div>
      {found.length > 0 && (
        <ul class="jumps">
          {found.map(({ card, at }) => (
            <li key={at}>
              <a href={`#card-${at}`}>{nameOf(card)}</a>
            </li>
          ))}
        </ul>
      )}
      {lines.length > 0 && (
        <div class="note">
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )}
      <ol class="cards card">
        {list.cards.map((card, at) => (
          <li key={at} id={`card-${at}`} class={card.findings.length > 0 ? "shares" : undefined}>
            <Card card={card} list={list} photo={photos[at] ?? "none"} onForget={onForget} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What was not looked at, and what may be done about it. */
function notes(list: ListReport, photos: PhotoState[]): string[] {
  const count = (...states: PhotoState[]) => photos.filter((photo) => states.includes(photo)).length;
  const lines = (
    [
      ["list.unread", list.unread],
      ["list.photos-covered", count("covered", "skipped")],
      ["list.photos-not-loaded", count("not-loaded")],
      ["list.photos-click", count("click")],
      ["list.photos-unreadable", count("unreadable")],
    ] as const
  ).flatMap(([key, n]) => (n > 0 ? [tn(key, n)] : []));
  return list.more ? [...lines, t("list.more")] : lines;
}

function nameOf(card: Report): string {
  return card.readings[0]?.profile.name?.text ?? t("panel.unnamed");
}

interface CardProps {
  card: Report;
  list: ListReport;
  photo: PhotoState;
  onForget: ((id: string) => void) | undefined;
}

function Card({ card, list, photo, onForget }: CardProps) {
  const [reading] = card.readings;
  if (!reading) return null;
  const { profile, source } = reading;
  const name = nameOf(card);
  const own = source.address.startsWith("https://") && source.address !== list.source.address;
  return (
    <>
      <div class="card-head">
        <Photo photo={profile.photo} alt={t("panel.photo-of", { name })} missing={t("panel.no-photo")} />
        <div>
          <h3>
            {own ? (
              <a href={source.address} target="_blank" rel="noreferrer noopener">
                {name}
              </a>
            ) : (
              name
            )}
          </h3>
          {profile.headline && <p class="headline">{profile.headline.text}</p>}
          <p class="fine">{t("list.read", { parts: partsRead(reading, photo) })}</p>
        </div>
      </div>
      {card.findings.map((finding, at) => (
        <FindingCard
          key={`${finding.check} ${finding.seen?.id ?? ""} ${at}`}
          finding={finding}
          report={card}
          folded
          beside={
            finding.seen !== undefined && finding.seen !== null && list.beside.includes(finding.seen.id)
          }
          onForget={onForget}
        />
      ))}
    </>
  );
}

/** What of a card was read. A photo is read when its picture was seen. */
function partsRead({ coverage }: Reading, photo: PhotoState): string {
  const parts = coverage.parts.filter(({ part, state }) =>
    part === "photo" ? photo === "read" : state === "read",
  );
  return parts.map(({ part }) => t(`part.${part}` as Key)).join(", ") || "–";
}
