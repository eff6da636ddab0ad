// Builds everything that TypeScript makes: dist/extension and dist/www. One Vite build for each script with a fixed
// name. `npm run build` (`-- --mode development` for readable scripts). Needs the engine in src/engine/generated.

import { cp, mkdir, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { injected, leanEngine } from "./vite.plugins.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const extension = `${root}extension/`;
const generated = `${extension}src/engine/generated/`;
const at = process.argv.indexOf("--mode");
const mode = at < 0 ? "production" : (process.argv[at + 1] ?? "production");
const readable = mode !== "production";

/** What every build has in common. Nothing is inlined, preloaded or given a hash. */
const common = (outDir) => ({
  configFile: false,
  mode,
  base: "./",
  logLevel: "warn",
  publicDir: false,
  build: {
    target: ["chrome121", "firefox140"],
    outDir,
    emptyOutDir: false,
    minify: !readable,
    sourcemap: readable ? "inline" : false,
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    reportCompressedSize: false,
  },
  plugins: [leanEngine()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
});

/** A module of its own, without chunks shared with others. */
async function script(input, name, outDir) {
  const options = common(outDir);
  options.build.rolldownOptions = {
    input,
    output: { format: "es", entryFileNames: name, codeSplitting: false },
  };
  await build({ ...options, root: extension });
}

/** A script that is injected into pages: its value is what the module exports by default. */
async function injectedScript(input, name, outDir) {
  const options = common(outDir);
  options.build.rolldownOptions = {
    input,
    preserveEntrySignatures: "strict",
    output: { format: "iife", name: "loupe", entryFileNames: name },
  };
  options.plugins.push(injected());
  await build({ ...options, root: extension });
}

/** A page with its script and style. */
async function page(input, pageRoot, name, outDir) {
  const options = common(outDir);
  options.build.rolldownOptions = {
    input,
    output: {
      format: "es",
      entryFileNames: `${name}.js`,
      assetFileNames: `${name}.[ext]`,
      codeSplitting: false,
    },
  };
  await build({ ...options, root: pageRoot });
}

const toExtension = `${root}dist/extension`;
await rm(toExtension, { recursive: true, force: true });
await mkdir(toExtension, { recursive: true });
await page(`${extension}panel.html`, extension, "panel", toExtension);
await script(`${extension}src/background.ts`, "background.js", toExtension);
await script(`${extension}src/documents-worker.ts`, "documents-worker.js", toExtension);
for (const name of ["capture", "pixels", "content"]) {
  await injectedScript(`${extension}src/${name}.ts`, `${name}.js`, toExtension);
}
for (const part of ["manifest.json", "_locales"]) {
  await cp(extension + part, `${toExtension}/${part}`, { recursive: true });
}
await cp(`${extension}icons`, `${toExtension}/icons`, {
  recursive: true,
  filter: (path) => !path.endsWith(".svg"),
});

const toWww = `${root}dist/www`;
await rm(toWww, { recursive: true, force: true });
await mkdir(toWww, { recursive: true });
await page(`${root}www/index.html`, `${root}www`, "main", toWww);
await script(`${extension}src/documents-worker.ts`, "documents-worker.js", toWww);

for (const module of ["loupe_bg.wasm", "documents_bg.wasm"]) {
  for (const to of [toExtension, toWww]) await cp(generated + module, `${to}/${module}`);
}
