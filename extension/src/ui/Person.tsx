// Who is examined: photo, name, headline, and from where.

import type { PhotoClaim, Report } from "../engine";
import type { PhotoState } from "../protocol";
import { Icon } from "./Icon";
import { dateText, t } from "./i18n";

/** A picture that Loupe keeps itself. Anything but an inline image is never loaded. */
export function Photo({ photo, alt, missing }: { photo?: PhotoClaim; alt: string; missing: string }) {
  const inline = photo?.thumbnail?.startsWith("data:image/") ? photo.thumbnail : undefined;
  return inline ? (
    <img class="photo" src={inline} alt={alt} />
  ) : (
    <span class="photo photo-none" role="img" aria-label={missing}>
      <Icon name="person" size={26} />
    </span>
  );
}

export function Person({ report, photo }: { report: Report; photo?: PhotoState }) {
  // One source for all of it: another one's headline or photo may be another person's.
  const shown = (report.readings.find(({ profile }) => profile.name) ?? report.readings[0])?.profile;
  const name = shown?.name?.text;
  const headline = shown?.headline?.text;
  return (
    <section class="person" aria-labelledby="person-name">
      <Photo
        photo={shown?.photo}
        alt={t("panel.photo-of", { name: name ?? "" })}
        missing={t("panel.no-photo")}
      />
      <div class="person-words">
        <h2 id="person-name">{name ?? t("panel.unnamed")}</h2>
        {headline && <p class="headline">{headline}</p>}
        <ul class="sources">
          {report.readings.map(({ source }, at) => (
            <li key={source.address} class={`source s${at % 4}`}>
              {source.label}
            </li>
          ))}
          <li class="date">{dateText(report.today)}</li>
        </ul>
      </div>
      {photo && photo !== "read" && photo !== "none" && <p class="note person-note">{t(`photo.${photo}`)}</p>}
    </section>
  );
}
