// Firefox, driven over WebDriver BiDi. The protocol knows tabs only; the toolbar button, the sidebar and the event page
// are reached through its chrome scope (`-remote-allow-system-access`), where the browser's own window is a document.
// The sidebar and the event page are then made known to the protocol under an id, so that it drives them like a tab.

import puppeteer from "puppeteer-core";
import { findBrowser } from "./find.mjs";

const ADDON = "loupe@loupe.example";
/** Extension pages live at this host. Fixed, because a new one would be a new origin without the memory of the last. */
const UUID = "6c6f7570-6500-4000-8000-000000000001";

/** What keeps the browser from talking on its own account, and its first-run pages away. */
const quiet = {
  "app.normandy.enabled": false,
  "app.update.enabled": false,
  "app.update.auto": false,
  "browser.aboutwelcome.enabled": false,
  "browser.contentblocking.introCount": 99,
  "browser.discovery.enabled": false,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.region.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.safebrowsing.downloads.enabled": false,
  "browser.safebrowsing.update.enabled": false,
  "browser.search.update": false,
  "browser.search.suggest.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.topsites.contile.enabled": false,
  "browser.urlbar.suggest.searches": false,
  "captivedetect.canonicalURL": "",
  "datareporting.policy.dataSubmissionEnabled": false,
  "datareporting.healthreport.uploadEnabled": false,
  "dom.push.connection.enabled": false,
  "dom.push.enabled": false,
  "extensions.blocklist.enabled": false,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "geo.provider.network.url": "",
  "media.gmp-manager.updateEnabled": false,
  "media.gmp-gmpopenh264.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "network.http.speculative-parallel-limit": 0,
  "network.predictor.enabled": false,
  "network.prefetch-next": false,
  "network.trr.mode": 5,
  "security.OCSP.enabled": 0,
  "security.remote_settings.crlite_filters.enabled": false,
  "security.remote_settings.intermediates.enabled": false,
  // An address that needs no connection; without one the default stands.
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "signon.autofillForms": false,
  "toolkit.telemetry.enabled": false,
  "toolkit.telemetry.unified": false,
  "toolkit.telemetry.server": "",
};

/**
 * @param {{extension: string | null, profile: string, headless: boolean, proxyPort: number, languages: string[]}} options
 * @returns {Promise<import("./driver.mjs").Backend>}
 */
export async function launchFirefox({ extension, profile, headless, proxyPort, languages }) {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: findBrowser("firefox"),
    headless,
    userDataDir: profile,
    defaultViewport: null,
    protocolTimeout: 120_000,
    // Only with this does Firefox heed the address of its settings service.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    args: ["-remote-allow-system-access", "--width=1360", "--height=900"],
    extraPrefsFirefox: {
      ...quiet,
      "intl.accept_languages": languages.join(", "),
      "network.proxy.type": 1,
      "network.proxy.http": "127.0.0.1",
      "network.proxy.http_port": proxyPort,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": proxyPort,
      "network.proxy.no_proxies_on": "",
      // Loopback too goes through the proxy, where it is seen.
      "network.proxy.allow_hijacking_localhost": true,
      // An extension that is loaded for the session leaves no trace, unless told to: its memory must outlive it.
      "extensions.webextensions.uuids": JSON.stringify({ [ADDON]: UUID }),
      "extensions.webextensions.keepStorageOnUninstall": true,
      "extensions.webextensions.keepUuidOnUninstall": true,
      // Ask, as for a user, and do not refuse clicks that come soon after the question.
      "extensions.webextOptionalPermissionPrompts": true,
      "security.notification_enable_delay": 0,
    },
  });

  /** @param {string} method @param {object} params */
  const send = async (method, params) => {
    const answer = await /** @type {any} */ (browser).connection.send(method, params);
    return answer.result ?? answer;
  };

  /**
   * Runs a function in a document: the browser's window, or what was made known.
   * @param {string} context
   * @param {Function | string} work
   * @param {unknown[]} args
   * @param {object} [more]
   */
  const call = async (context, work, args, more = {}) => {
    const answer = await send("script.callFunction", {
      functionDeclaration: `async (args) => { const value = await (${work})(...JSON.parse(args)); return value === undefined ? "" : JSON.stringify(value); }`,
      arguments: [{ type: "string", value: JSON.stringify(args) }],
      awaitPromise: true,
      target: { context },
      ...more,
    });
    if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text ?? "the script failed");
    return answer.result.value ? JSON.parse(answer.result.value) : undefined;
  };

  const tree = await send("browsingContext.getTree", { "moz:scope": "chrome" });
  const windowContext = tree.contexts[0].context;
  /** @param {Function} work @param {unknown[]} args */
  const inWindow = (work, ...args) => call(windowContext, work, args, { "moz:scope": "chrome" });

  /**
   * Gives a document of the extension an id that the protocol takes.
   * @param {"sidebar" | "background"} which
   * @returns {Promise<string | undefined>}
   */
  const known = (which) =>
    inWindow(
      async (/** @type {string} */ which, /** @type {string} */ addon) => {
        const { ChromeUtils, Services, WebExtensionPolicy } = /** @type {any} */ (globalThis);
        const window = Services.wm.getMostRecentWindow("navigator:browser");
        const { NavigableManager } = ChromeUtils.importESModule("chrome://remote/content/shared/NavigableManager.sys.mjs");
        const find = () =>
          which === "sidebar"
            ? window.document.getElementById("sidebar")?.contentDocument?.querySelector("browser#webext-panels-browser")
            : [...(WebExtensionPolicy.getByID(addon)?.extension?.views ?? [])].find((view) => view.viewType === "background")?.xulBrowser;
        const open = which === "background" || window.SidebarController.isOpen;
        const browser = open ? find() : undefined;
        if (!browser?.currentURI?.spec.startsWith("moz-extension:")) return undefined;
        browser.permanentKey ??= {};
        const id = NavigableManager.getIdForBrowser(browser);
        window.loupeTestFinders ??= new Map();
        if (!window.loupeTestFinders.size) {
          const usual = NavigableManager.getBrowsingContextById.bind(NavigableManager);
          NavigableManager.getBrowsingContextById = (/** @type {string} */ wanted) => window.loupeTestFinders.get(wanted)?.() ?? usual(wanted);
        }
        window.loupeTestFinders.set(id, () => browser.browsingContext);
        return id;
      },
      which,
      ADDON,
    );

  /** @param {string} context @returns {import("./driver.mjs").Room} */
  const room = (context) => ({
    evaluate: (work, ...args) => call(context, work, args),
    run: async (source) => {
      const answer = await send("script.evaluate", { expression: `${source};undefined`, awaitPromise: true, target: { context } });
      if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text ?? "the script failed");
    },
  });

  if (extension) {
    await browser.installExtension(extension).catch(async (error) => {
      await browser.close();
      throw new Error(`Firefox did not load the extension in ${extension}: ${error.message}`);
    });
  }
  const button = `${ADDON.replace(/[^a-z0-9_-]/g, "_")}-BAP`;
  if (extension) {
    // Pinned to the toolbar, as the user would; unpinned it is in the menu of extensions.
    await inWindow((/** @type {string} */ id) => {
      const { CustomizableUI } = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
      CustomizableUI.addWidgetToArea(id, CustomizableUI.AREA_NAVBAR);
    }, button.replace(/BAP$/, "browser-action"));
  }

  return {
    browser,
    own: [],

    // The protocol waits in vain for a page that loads in another process.
    ownPage: () =>
      inWindow(async () => {
        const { Services } = /** @type {any} */ (globalThis);
        const { gBrowser, setTimeout } = Services.wm.getMostRecentWindow("navigator:browser");
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        gBrowser.selectedBrowser.fixupAndLoadURIString("about:support", { triggeringPrincipal });
        const open = () => {
          const { contentPrincipal, webProgress } = gBrowser.selectedBrowser;
          return contentPrincipal?.isSystemPrincipal && !webProgress.isLoadingDocument;
        };
        for (let i = 0; !open(); i++) {
          if (i > 200) throw new Error("about:support does not open");
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }),

    toolbar: async () => {
      await inWindow((/** @type {string} */ id) => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        window.document.getElementById(id).click();
      }, button);
    },

    panel: async () => {
      const context = await known("sidebar");
      if (!context) return undefined;
      /** @param {string} selector */
      const element = async (selector) => {
        const { nodes } = await send("browsingContext.locateNodes", { context, locator: { type: "css", value: selector }, maxNodeCount: 1 });
        if (!nodes[0]) throw new Error(`nothing in the panel is ${selector}`);
        return { sharedId: nodes[0].sharedId };
      };
      const here = room(context);
      return {
        ...here,
        click: async (selector) => {
          await here.evaluate((/** @type {string} */ s) => document.querySelector(s)?.scrollIntoView({ block: "center", behavior: "instant" }), selector);
          const origin = { type: "element", element: await element(selector) };
          await send("input.performActions", {
            context,
            actions: [
              {
                type: "pointer",
                id: "mouse",
                actions: [
                  { type: "pointerMove", x: 0, y: 0, origin },
                  { type: "pointerDown", button: 0 },
                  { type: "pointerUp", button: 0 },
                ],
              },
            ],
          });
        },
        press: async (key) => {
          // Where the keyboard is, as after a click into the sidebar: without it nothing in there is `:focus-visible`.
          await inWindow(() => {
            const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
            window.focus();
            const sidebar = window.document.getElementById("sidebar").contentDocument.querySelector("browser#webext-panels-browser");
            if (window.document.activeElement !== window.document.getElementById("sidebar")) sidebar.focus();
          });
          const value = { Tab: "\uE004", Enter: "\uE007", Space: " ", ArrowRight: "\uE014" }[key];
          await send("input.performActions", {
            context,
            actions: [{ type: "key", id: "keys", actions: [{ type: "keyDown", value }, { type: "keyUp", value }] }],
          });
        },
        upload: async (selector, file) => {
          await send("input.setFiles", { context, element: await element(selector), files: [file] });
        },
        screenshot: async () => Buffer.from((await send("browsingContext.captureScreenshot", { context, origin: "document" })).data, "base64"),
      };
    },

    background: async () => {
      const context = await known("background");
      return context ? room(context) : undefined;
    },

    stopBackground: async () => {
      await inWindow(async (/** @type {string} */ addon) => {
        const { extension } = /** @type {any} */ (globalThis).WebExtensionPolicy.getByID(addon);
        await extension.terminateBackground({ ignoreDevToolsAttached: true });
      }, ADDON);
      if (await known("background")) throw new Error("the event page does not stop");
    },

    badge: async () =>
      inWindow((/** @type {string} */ id) => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        return window.document.getElementById(id).getAttribute("badge") ?? "";
      }, button),

    scheme: async (scheme, page) => {
      const work = (/** @type {string} */ scheme, /** @type {boolean} */ inTab) => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        const sidebar = () => window.document.getElementById("sidebar").contentDocument.querySelector("browser#webext-panels-browser");
        (inTab ? window.gBrowser.selectedBrowser : sidebar()).browsingContext.prefersColorSchemeOverride = scheme;
      };
      await inWindow(work, scheme, page !== undefined);
    },

    prompt: async (answer) => {
      await inWindow(async (/** @type {string} */ answer) => {
        const window = /** @type {any} */ (globalThis).Services.wm.getMostRecentWindow("navigator:browser");
        const question = () => window.document.getElementById("addon-webext-permissions-notification");
        for (let i = 0; !question() || window.PopupNotifications.panel.state !== "open"; i++) {
          if (i > 100) throw new Error("Firefox asks nothing");
          await new Promise((resolve) => window.setTimeout(resolve, 50));
        }
        (answer === "allow" ? question().button : question().secondaryButton).click();
      }, answer);
    },
  };
}
