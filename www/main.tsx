// The web page: drop a résumé, see the report; drop a second source, see the two compared.

import { render } from "preact";
import { Files, guardDrops } from "../extension/src/ui/Files";
import { Icon } from "../extension/src/ui/Icon";
import { t } from "../extension/src/ui/i18n";
import { Errors, Footer, markLanguage, ReportView } from "../extension/src/ui/Shell";
import * as state from "./state";

function Page() {
  const report = state.report.value;
  return (
    <div class="page">
      <header class="bar">
        <h1>
          <Icon name="loupe" size={20} />
          Loupe
        </h1>
        {report && (
          <button type="button" class="quiet" onClick={state.startOver}>
            {t("www.start-over")}
          </button>
        )}
      </header>
      <main>
        {!report && (
          <>
            <p class="title">{t("www.title")}</p>
            <p class="lead">{t("www.lead")}</p>
          </>
        )}
        <Errors errors={state.errors.value} />
        {report && <ReportView report={report} />}
        <Files
          title={t(report ? "www.second" : "www.first")}
          added={state.files.value.map((file) => file.source.address)}
          reading={state.reading.value}
          onFiles={state.add}
          onRemove={state.remove}
        />
      </main>
      <Footer />
    </div>
  );
}

markLanguage();
guardDrops();
render(<Page />, document.body);
