// The side panel: one tab's examination from head to foot.

import { hostOf } from "../sites";
import { Files } from "../ui/Files";
import { Icon } from "../ui/Icon";
import { t } from "../ui/i18n";
import { ListView } from "../ui/List";
import { Errors, Footer, ReportView } from "../ui/Shell";
import { Adverts } from "./Adverts";
import { Settings } from "./Settings";
import * as state from "./state";

export function Panel() {
  const { phase, report, photo, list, cardPhotos, errors, moved, files, advert } = state.tab.value;
  const looking = phase === "examining";
  return (
    <>
      <header class="bar">
        <h1>
          <Icon name="loupe" size={20} />
          Loupe
        </h1>
        <button type="button" class="quiet" onClick={state.look}>
          <Icon name="again" size={16} />
          {t(report || list ? "panel.look-again" : "panel.look")}
        </button>
      </header>
      <main aria-busy={looking}>
        <p class={looking ? "looking" : "looking rest"} role="status">
          {looking ? t("panel.looking") : ""}
        </p>
        <Errors errors={[...errors, ...state.fileErrors.value]} />
        {moved && (report || list) && <p class="note">{t("panel.moved")}</p>}
        {advert !== undefined && <p class="note">{t("adverts.kept", { title: advert })}</p>}
        {report && <ReportView report={report} photo={photo} onForget={state.forget} />}
        {list && <ListView list={list} photos={cardPhotos ?? []} onForget={state.forget} />}
        {!report && !list && !looking && advert === undefined && errors.length === 0 && <Empty />}
        <Files
          title={t("files.title")}
          added={files.map((file) => file.source.address)}
          reading={state.readingFile.value}
          onFiles={state.addFiles}
          onRemove={state.removeFile}
        />
        <Adverts />
        <Automatic />
      </main>
      <Footer>
        <Settings />
      </Footer>
    </>
  );
}

function Empty() {
  return (
    <div class="empty">
      <Icon name="loupe" size={44} />
      <p>{t("panel.empty")}</p>
      <p class="fine">{t("app.tagline")}</p>
    </div>
  );
}

function Automatic() {
  const site = state.site.value;
  if (!site) return null;
  return (
    <section class="automatic">
      <label>
        <span>{t("automatic.label", { site: hostOf(site.pattern) })}</span>
        <input
          type="checkbox"
          role="switch"
          checked={site.on}
          aria-checked={site.on}
          aria-describedby="automatic-hint"
          onClick={(event) => {
            // What is shown is what is so: the state decides once the browser has answered.
            event.preventDefault();
            void state.setAutomatic(!site.on);
          }}
        />
      </label>
      <p id="automatic-hint" class="fine" role="status">
        {t(site.refused ? "automatic.refused" : "automatic.hint")}
      </p>
    </section>
  );
}
