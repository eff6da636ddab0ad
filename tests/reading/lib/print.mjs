// Chromium's print to PDF: what a person gets who saves a page as PDF. Nothing is fetched; the style sheets that the
// themes take from the net come from npm.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import puppeteer from "puppeteer-core";
import { TODAY } from "./dates.mjs";

const modules = createRequire(import.meta.url);
const packaged = (name) => dirname(modules.resolve(`${name}/package.json`));
const local = [
  [/bootstrapcdn\.com\/bootstrap\/[^/]+\/css\/(bootstrap\.min\.css)/, () => join(packaged("bootstrap"), "dist/css")],
  [/font-awesome\/[^/]+\/css\/(all\.min\.css)/, () => join(packaged("@fortawesome/fontawesome-free"), "css")],
  [/font-awesome\/[^/]+\/webfonts\/([\w.-]+)/, () => join(packaged("@fortawesome/fontawesome-free"), "webfonts")],
];
const types = { css: "text/css", woff2: "font/woff2", ttf: "font/ttf" };

export async function printer() {
  const executablePath = process.env.LOUPE_CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/google-chrome"].find(existsSync);
  if (!executablePath) throw new Error("no Chromium: name it in LOUPE_CHROMIUM");
  const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  const page = await browser.newPage();
  await page.evaluateOnNewDocument((day) => {
    Date.now = () => +new Date(day);
  }, TODAY);
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    const url = request.url();
    if (url.startsWith("data:") || url.startsWith("about:")) return request.continue();
    for (const [pattern, folder] of local) {
      const found = url.match(pattern);
      if (!found) continue;
      const file = join(folder(), found[1]);
      const contentType = types[file.split(".").at(-1)];
      return request.respond({ status: 200, contentType, headers: { "access-control-allow-origin": "*" }, body: readFileSync(file) });
    }
    return request.abort();
  });
  return {
    async pdf(html) {
      await page.setContent(html, { waitUntil: "load", timeout: 20_000 });
      return page.pdf({ format: "A4", printBackground: true, preferCSSPageSize: true, timeout: 30_000 });
    },
    close: () => browser.close(),
  };
}

