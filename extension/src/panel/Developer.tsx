// For who writes site files: saves the page in front without its people, to begin a sample page with. Hidden behind a
// setting, since it is of no use to anybody else.

import { useState } from "preact/hooks";
import { t } from "../ui/i18n";
import * as state from "./state";

export function Developer() {
  const on = state.developer.value;
  const [saved, setSaved] = useState("");
  const save = async () => {
    setSaved("");
    const name = await state.saveFixture();
    if (name) setSaved(t("developer.saved", { name }));
  };
  return (
    <details class="more settings">
      <summary>{t("settings.title")}</summary>
      <label>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => void state.setDeveloper(event.currentTarget.checked)}
        />
        <span>{t("developer.label")}</span>
      </label>
      {on && (
        <>
          <button type="button" class="quiet" onClick={save}>
            {t("developer.save")}
          </button>
          <p>{t("developer.hint")}</p>
        </>
      )}
      <p role="status">{saved}</p>
    </details>
  );
}
