// A job advert that the user opened or pasted is known: texts that repeat it are shown for context, until it is taken away.

import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { kind, start, until } from "./lib/driver.mjs";
import { drop, errors, finding, findings, reportOf } from "./lib/look.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

const LINES = [
  "You rebuild tide forecast services for busy harbours.",
  "You keep nightly model runs under forty minutes.",
  "You train duty officers to read storm warnings.",
  "You write clear handbooks for the night crew.",
  "You move archives of old charts into dry rooms.",
];
const POSTING = { "@context": "https://schema.org", "@type": "JobPosting", title: "Tide forecaster", description: `<ul>${LINES.map((line) => `<li>${line}</li>`).join("")}</ul>` };
const PAGE = `<!doctype html><html lang="en"><title>Tide forecaster</title><script type="application/ld+json">${JSON.stringify(POSTING)}</script><body><h1>Tide forecaster</h1><p>Apply by Friday.</p>`;
const COPIED = `# Corin Wexley\n\n## Profile\n\n${LINES.map((line) => line.replace("You", "I")).join(" ")}\n\n## Experience\n\n### Forecaster, Quay Labs\n\nMay 2015 - Present\n`;

/** @param {import("./lib/driver.mjs").Panel} panel */
const idle = (panel) => until("the panel to be done", () => panel.evaluate(() => document.querySelector("main")?.getAttribute("aria-busy") === "false"));
/** @param {import("./lib/driver.mjs").Panel} panel */
const checks = async (panel) => (await findings(panel)).map(({ check }) => check);

test("an advert that was opened is known, and text that returns it is shown", { timeout: 60_000 }, async () => {
  const page = await driver.show("https://jobs.example/tide-forecaster", PAGE);
  const panel = await driver.click(page);
  await until("the advert to be kept", () => panel.evaluate(() => /This is a job advert: “Tide forecaster”/.test(document.querySelector(".note")?.textContent ?? "")));
  assert.deepEqual(await errors(panel), []);
  await drop(panel, "corin.md", Buffer.from(COPIED));
  await reportOf(panel, "Corin Wexley");
  const found = await finding(panel, "text/copied-job-ad");
  assert.equal(found.strength, "weak");
  assert.match(found.text, /jobs\.example/);
  assert.ok(found.marked.some((words) => words.includes("train duty officers")), found.marked.join(" | "));
  const pictures = process.env.LOUPE_PICTURES;
  if (pictures) {
    mkdirSync(pictures, { recursive: true });
    await panel.evaluate(() => document.querySelector("details.adverts")?.setAttribute("open", ""));
    writeFileSync(join(pictures, `${kind}-advert.png`), await panel.screenshot());
  }
  await panel.evaluate(() => document.querySelector("details.adverts")?.setAttribute("open", ""));
  await panel.click(".adverts .added button");
  await until("the finding to go with the advert", async () => !(await checks(panel)).includes("text/copied-job-ad"));
});

test("an advert that was pasted is known as well", { timeout: 60_000 }, async () => {
  const panel = await driver.click(await driver.open("news"));
  await until("the page to be looked at", async () => (await errors(panel)).some((line) => line.id === "no-profile"));
  await drop(panel, "corin.md", Buffer.from(COPIED));
  await reportOf(panel, "Corin Wexley");
  assert.ok(!(await checks(panel)).includes("text/copied-job-ad"));
  await panel.evaluate((text) => {
    document.querySelector("details.adverts")?.setAttribute("open", "");
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector(".adverts textarea"));
    area.value = text;
  }, LINES.join("\n"));
  await panel.click(".adverts > button");
  await until("the finding to come with the advert", async () => (await checks(panel)).includes("text/copied-job-ad"));
  await idle(panel);
  assert.equal(await panel.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector(".adverts textarea")).value), "");
});
