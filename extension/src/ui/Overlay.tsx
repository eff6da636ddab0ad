// Two photos laid over each other as the engine aligned them: a slider fades the one into the other, a line goes round
// what agrees, and words say what was done. Everything is drawn in thousandths of the longer side of the image here.

import { useState } from "preact/hooks";
import type { PhotoClaim, PhotoOverlay } from "../engine";
import { language, t, tn } from "./i18n";
import { outline, overlayWords } from "./overlay";

interface Props {
  here: PhotoClaim;
  there: PhotoClaim;
  overlay: PhotoOverlay;
  name: string;
}

export function OverlayView({ here, there, overlay, name }: Props) {
  const [fade, setFade] = useState(50);
  const words = overlayWords(overlay, t);
  const said = (
    <p class="fine">
      {tn("evidence.squares", overlay.agreeing.length, { all: overlay.squares })}{" "}
      {new Intl.ListFormat(language, { type: "conjunction" }).format(words)}.
    </p>
  );
  const [below, above] = [here.thumbnail, there.thumbnail];
  if (!below?.startsWith("data:image/") || !above?.startsWith("data:image/")) return said;
  const [left, top, width, height] = overlay.here.part;
  const [thereLeft, thereTop, thereWidth, thereHeight] = overlay.there.part;
  const [a, b, c, d] = overlay.matrix;
  const unit = Math.max(width, height) / 1000;
  const thereUnit = Math.max(thereWidth, thereHeight) / 1000;
  const picture: [number, number] = overlay.agreeing_here
    ? [width / unit, height / unit]
    : [thereWidth / thereUnit, thereHeight / thereUnit];
  const agreeing = <path class="agreeing" d={outline(overlay.agreeing, picture)} />;
  return (
    <>
      <svg
        class="overlay"
        viewBox={`${left} ${top} ${width} ${height}`}
        role="img"
        aria-label={t("evidence.overlay", { name })}
      >
        <image
          href={below}
          width="1000"
          height="1000"
          preserveAspectRatio="xMinYMin meet"
          transform={overlay.mirrored ? `translate(${2 * left + width} 0) scale(-1 1)` : undefined}
        />
        <g transform={`translate(${left} ${top}) scale(${unit})`}>
          {/* From the picture there to the picture here. */}
          <g transform={`matrix(${a / 1000} ${b / 1000} ${-b / 1000} ${a / 1000} ${c} ${d})`}>
            <image
              href={above}
              width="1000"
              height="1000"
              preserveAspectRatio="xMinYMin meet"
              opacity={fade / 100}
              transform={`scale(${1 / thereUnit}) translate(${-thereLeft} ${-thereTop})`}
            />
            {!overlay.agreeing_here && agreeing}
          </g>
          {overlay.agreeing_here && agreeing}
        </g>
      </svg>
      <label class="fade">
        <span class="fine">{t("evidence.here")}</span>
        <input
          type="range"
          min="0"
          max="100"
          value={fade}
          aria-label={t("evidence.fade", { name })}
          onInput={(event) => setFade(Number(event.currentTarget.value))}
        />
        <span class="fine">{name}</span>
      </label>
      {said}
    </>
  );
}
