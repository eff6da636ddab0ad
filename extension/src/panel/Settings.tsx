// What few change: whether pictures of photos are kept, and the tools for who writes site files.

import { useState } from "preact/hooks";
import { t } from "../ui/i18n";
import * as state from "./state";

export function Settings() {
  const on = state.developer.value;
  return (
    <details class="more settings">
      <summary>{t("settings.title")}</summary>
      <label>
        <input
          type="checkbox"
          name="fingerprints-only"
          checked={state.fingerprintsOnly.value}
          aria-describedby="fingerprints-hint"
          onChange={(event) => void state.setFingerprintsOnly(event.currentTarget.checked)}
        />
        <span>{t("fingerprints.label")}</span>
      </label>
      <p id="fingerprints-hint">{t("fingerprints.hint")}</p>
      <label>
        <input
          type="checkbox"
          name="developer"
          checked={on}
          onChange={(event) => void state.setDeveloper(event.currentTarget.checked)}
        />
        <span>{t("developer.label")}</span>
      </label>
      {on && <Developer />}
    </details>
  );
}

/** Saves the page in front without its people, to begin a sample page with. */
function Developer() {
  const [saved, setSaved] = useState("");
  const save = async () => {
    setSaved("");
    const name = await state.saveFixture();
    if (name) setSaved(t("developer.saved", { name }));
  };
  return (
    <>
      <button type="button" class="quiet" onClick={save}>
        {t("developer.save")}
      </button>
      <p>{t("developer.hint")}</p>
      <p role="status">{saved}</p>
    </>
  );
}
