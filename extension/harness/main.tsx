// The panel with a report of invented people, for working on how it looks: `npm run harness`, then open
// /harness/index.html?state=report (or list, empty, looking, errors, clean). Never part of what is shipped.

import { render } from "preact";
import { EMPTY, type TabState } from "../src/protocol";
import { STATES } from "./sample";

// Enough of the extension's surroundings for the panel to run in a page.
const listeners: unknown[] = [];
const event = { addListener: (listener: unknown) => listeners.push(listener) };
const wanted = new URLSearchParams(location.search).get("state") ?? "report";
const shown: TabState = { ...EMPTY, ...STATES[wanted] };
Object.assign(globalThis, {
  chrome: {
    runtime: {
      getManifest: () => ({ optional_host_permissions: ["https://www.linkedin.com/*"] }),
      sendMessage: async () => ({ ok: true }),
    },
    storage: {
      session: { get: async (key: string) => ({ [key]: shown }), onChanged: event },
      local: { get: async () => ({ developer: wanted === "list" }), set: async () => {} },
    },
    permissions: {
      contains: async () => wanted === "report",
      request: async () => false,
      onAdded: event,
      onRemoved: event,
    },
    scripting: { getRegisteredContentScripts: async () => [{}] },
    tabs: { onActivated: event, query: async () => [{ id: 1 }] },
    windows: { getCurrent: async () => ({ id: 1 }) },
  },
});

const { Panel } = await import("../src/panel/Panel");
const { follow } = await import("../src/panel/state");
const { guardDrops } = await import("../src/ui/Files");
const { markLanguage } = await import("../src/ui/Shell");
markLanguage();
guardDrops();
render(<Panel />, document.body);
await follow();
