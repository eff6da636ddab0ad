// The job adverts that texts are compared with: those that were opened with Loupe, and pasted ones.

import { useRef } from "preact/hooks";
import { Icon } from "../ui/Icon";
import { t, tn } from "../ui/i18n";
import * as state from "./state";

export function Adverts() {
  const text = useRef<HTMLTextAreaElement>(null);
  const adverts = state.adverts.value;
  const add = async () => {
    const { value = "" } = text.current ?? {};
    if (value.trim() === "") return;
    await state.addAdvert(value);
    if (text.current) text.current.value = "";
  };
  return (
    <details class="more adverts">
      <summary>{adverts.length > 0 ? tn("adverts.known", adverts.length) : t("adverts.title")}</summary>
      <p id="advert-hint">{t("adverts.hint")}</p>
      {adverts.length > 0 && (
        <ul class="added">
          {adverts.map(({ source, title }) => (
            <li key={source.address}>
              <Icon name="file" size={16} />
              <span>{source.kind === "page" ? `${title} · ${source.label}` : title}</span>
              <button
                type="button"
                class="bare"
                aria-label={t("files.remove", { name: title })}
                onClick={() => void state.removeAdvert(source.address)}
              >
                <Icon name="close" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <textarea
        ref={text}
        rows={4}
        maxLength={60_000}
        aria-label={t("adverts.paste")}
        aria-describedby="advert-hint"
        placeholder={t("adverts.paste")}
      />
      <button type="button" class="quiet" onClick={() => void add()}>
        {t("adverts.add")}
      </button>
    </details>
  );
}
