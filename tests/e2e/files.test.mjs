// Every kind of file that is read gives a report, chosen or dropped, in the panel and in the web page; what cannot be read
// is named for what it is. And the module that reads files is fetched when the first one comes, not before.

import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { built, kind, scratch, start, until } from "./lib/driver.mjs";
import { bytes, file } from "./lib/files.mjs";
import { career, coverage, drop, errors, finding, findings, give, look, reportOf } from "./lib/look.mjs";

const WWW = "http://loupe.example/";
const PAGE = fileURLToPath(new URL("../../dist/www", import.meta.url));
const SORREL = ["Senior Test Engineer, Pennine Post | May 2020", "Test Engineer, Osgood Instruments | Sept 2015", "BEng Electronic Engineering, Severn Bank University | 2012"];

/** What each file holds: whose, and how the rows of the career begin. @type {[string, string, string[]][]} */
const READ = [
  ["sorrel-addis.docx", "Sorrel Addis", SORREL],
  ["sorrel-addis.odt", "Sorrel Addis", SORREL],
  ["sorrel-addis.rtf", "Sorrel Addis", SORREL],
  ["sorrel-addis.txt", "Sorrel Addis", SORREL],
  ["sorrel-addis.md", "Sorrel Addis", SORREL],
  ["sorrel-addis.html", "Sorrel Addis", SORREL],
  ["sorrel-addis.mhtml", "Sorrel Addis", SORREL],
  ["Basic_LinkedInDataExport_11-22-2026.zip", "Sorrel Addis", SORREL],
  [
    "maren-holtby.pdf",
    "Maren Holtby",
    [
      "Principal Engineer, Fernrill Systems | Aug 2022",
      "Senior Engineer, Fernrill Systems | Sept 2020",
      "Developer, Quay Labs | Mar 2019",
      "Junior Developer, Castlegate Insurance | Sept 2016",
      "Bachelor of Science, Computing, Oxmere University | 2013",
    ],
  ],
  [
    "linkedin-en.pdf",
    "Odalys Brenmark",
    [
      "Staff Platform Engineer, Quay Labs | Mar 2022",
      "Senior Platform Engineer, Quay Labs | Jul 2019",
      "Software Engineer, Fernrill Systems | Jan 2016",
      "Junior Developer, Larkspur Analytics | Sept 2014",
      "Bachelor of Science - BS, Computing, Marrowby Institute of Technology | 2011",
      "A levels, Mathematics, Tarnholm Grammar School | 2004",
    ],
  ],
  [
    "ansel-brook.json",
    "Ansel Brook",
    ["Database Administrator, Taff Valley Water | Apr 2016", "Systems Assistant, Pontcanna Press | Sept 2011", "HND, Computing, Harrow Lane College | 2009"],
  ],
];

/** How many of the rows are roles. @param {string[]} rows */
const roles = (rows) => rows.filter((row) => !/University|College|School|Institute/.test(row)).length;

/** What is refused, and the one line it gets. @type {[string, string, RegExp][]} */
const REFUSED = [
  ["encrypted.pdf", "encrypted", /password/i],
  ["scan.pdf", "no-text", /a scan, which is only a picture of text/],
  ["sorrel-addis.doc", "old-office", /Word 97.2003.*DOCX or PDF/],
];

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
/** @type {import("./lib/driver.mjs").Panel} */
let panel;
let folder = "";

before(async () => {
  folder = await scratch();
  driver = await start(kind);
  // A page with nobody on it: what is shown is the file's alone.
  panel = await driver.click(await driver.open("news"));
  await until("the page to be looked at", async () => (await errors(panel)).some((line) => line.id === "no-profile"));
});
after(() => driver?.close());

// The files of one test are taken away before the next, as a user does it.
afterEach(async () => {
  const added = () => panel.evaluate(() => document.querySelectorAll(".added li").length);
  for (let left = await added(); left > 0; left = await added()) {
    await panel.click(".added button");
    await until("a file to be gone", async () => (await added()) < left && (await panel.evaluate(() => document.querySelector("main")?.getAttribute("aria-busy") === "false")));
  }
});

for (const [at, [name, person, rows]] of READ.entries()) {
  // By turns, so that both ways are taken often.
  const way = at % 2 === 0 ? "dropped" : "chosen";
  test(`${name}, ${way}`, { timeout: 60_000 }, async () => {
    const path = file(name, folder);
    await (way === "chosen" ? give(panel, path) : drop(panel, name, bytes(path)));
    await reportOf(panel, person);
    assert.deepEqual((await errors(panel)).filter((line) => line.id !== "no-profile"), []);
    const shown = await career(panel);
    assert.equal(shown.length, rows.length, shown.join("\n"));
    rows.forEach((row, at) => assert.ok(shown[at]?.startsWith(row), `${shown[at]}, not ${row}`));
    const [source] = await coverage(panel);
    assert.match(source?.source ?? "", new RegExp(name.replace(/\W/g, ".")));
    assert.equal(source?.parts.roles, `read ${roles(rows)}`);
    // What a file says of itself is shown of those that can say anything.
    const speaks = /\.(pdf|docx|odt|rtf)$/.test(name);
    assert.equal(await panel.evaluate(() => document.querySelectorAll(".about-file").length), speaks ? 1 : 0);
  });
}

for (const [name, id, words] of REFUSED) {
  test(`${name} is refused in one line`, { timeout: 60_000 }, async () => {
    await give(panel, file(name, folder));
    const lines = (await errors(panel)).filter((line) => line.text.startsWith(name));
    assert.deepEqual(lines.map((line) => line.id), [id]);
    assert.match(lines[0]?.text ?? "", words);
    assert.doesNotMatch(lines[0]?.text ?? "", /\n/);
    assert.deepEqual(await career(panel), [], "no empty history");
    assert.equal(await panel.evaluate(() => document.querySelectorAll(".coverage, #person-name").length), 0);
  });
}

/** Takes the only file away, as a user does it. */
async function takeAway() {
  await panel.click(".added button");
  await until("the file to be gone", () => panel.evaluate(() => document.querySelectorAll(".added li").length === 0 && document.querySelector("main")?.getAttribute("aria-busy") === "false"));
}

/** @param {string} name */
async function picture(name) {
  const pictures = process.env.LOUPE_PICTURES;
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  writeFileSync(join(pictures, `${kind}-${name}.png`), await panel.screenshot());
}

/** A résumé made from one master, whose title is left. @param {string} name @param {string} hidden @param {string} work */
const fromMaster = (name, hidden, work) =>
  Buffer.from(
    String.raw`{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}{\info{\title Ilka Brandvold, CV}{\author Ilka Brandvold}{\creatim\yr2024\mo2\dy20\hr11\min1\sec25}}
\f0\fs40\b ${name}\b0\fs22\par ${name.toLowerCase().replace(" ", ".")}@example.org\par\b Experience\b0\par ${work}\par {\v ${hidden}}\par}`,
  );

test("a file says that somebody else made it, what nobody sees in it, and which other came from the same", { timeout: 60_000 }, async () => {
  const hidden = "Senior platform engineer with nine years of Rust, Kubernetes and tide forecasts for six harbour offices";
  await drop(panel, "tove.rtf", fromMaster("Tove Garrick", "", "Bell founder, Harrow Lane Foundry, May 2011 - Apr 2020\\par Cast and tuned 40 bells."));
  await reportOf(panel, "Tove Garrick");
  await takeAway();
  await drop(panel, "corin.rtf", fromMaster("Corin Wexley", hidden, "Engineer, Quay Labs, Jun 2015 - Present\\par Kept ferries on time."));
  await reportOf(panel, "Corin Wexley");
  const found = Object.fromEntries((await findings(panel)).map(({ check, strength, text }) => [check, { strength, text }]));
  assert.deepEqual(
    Object.entries(found).map(([check, { strength }]) => `${check} ${strength}`).sort(),
    ["file/author-conflict medium", "file/hidden-text medium", "file/shared-lineage weak"],
  );
  assert.match(found["file/author-conflict"]?.text ?? "", /Ilka Brandvold/);
  assert.match(found["file/hidden-text"]?.text ?? "", new RegExp(`Marked as hidden[^]*${hidden}`));
  assert.match(found["file/shared-lineage"]?.text ?? "", /as Tove Garrick[^]*2024-02-20T11:01, Ilka Brandvold/);
  await picture("file");
});

test("texts of three people from one frame: its slots, what each has in them, and a walk from match to match", { timeout: 60_000 }, async () => {
  const frame = (/** @type {string[]} */ [thing, employer, minutes, number]) => [
    `Rebuilt the ${thing} forecast service for ${employer}, cut its nightly run to ${minutes} minutes and trained ${number} officers to read warnings.`,
    "Wrote the handbook that the night crew still keeps beside the radio, and moved the archive of charts into dry rooms.",
  ];
  const people = { "Tove Garrick": ["bell", "Harrow Lane", "80", "four"], "Livia Sedley": ["parcel", "Tern Freight", "12", "two"], "Osric Marlow": ["tide", "Quay Labs", "35", "nine"] };
  const own = ["Climbed every mast of the northern coast.", "Sang in the works choir on Fridays.", "Repaired clocks for neighbours, mostly long ones."];
  for (const [at, [name, words]] of Object.entries(people).entries()) {
    if (at > 0) await takeAway();
    await drop(panel, `${at}.md`, Buffer.from(`# ${name}\n\n## Experience\n\n### Engineer, ${words[1]}\n\nMay 2015 - Present\n\n- ${frame(words).join(`\n- ${own[at]}\n- `)}\n`));
    await reportOf(panel, name);
  }
  const found = await finding(panel, "text/template-family");
  assert.equal(found.strength, "medium");
  const told = await panel.evaluate(() => {
    const card = /** @type {HTMLElement} */ (document.querySelector('[data-check="text/template-family"]'));
    return { slots: card.querySelectorAll(".framed .slot").length, fillings: [...card.querySelectorAll(".members > li")].map((member) => [member.querySelector(".who")?.textContent, ...[...member.querySelectorAll("q")].map((words) => words.textContent)]) };
  });
  assert.equal(told.slots, 5);
  const expected = Object.entries(people).map(([name, words], at) => [name, ...words, own[at]?.replace(".", "")]);
  const mine = told.fillings.find(([who]) => !(String(who) in people));
  assert.deepEqual([mine?.slice(1), ...told.fillings.filter((row) => row !== mine).sort()], [expected[2]?.slice(1), ...expected.slice(0, 2).sort()]);
  await picture("family");
  // What is walked to is marked on both sides.
  const walked = () =>
    panel.evaluate(() => {
      const card = /** @type {HTMLElement} */ (document.querySelector('[data-check="text/seen-elsewhere"]'));
      return { where: card.querySelector(".walk [role=status]")?.textContent, marks: [...card.querySelectorAll("mark.at")].map((mark) => mark.textContent?.trim()) };
    });
  const first = await walked();
  assert.match(first.where ?? "", /^\d+ matches$/);
  await panel.click('[data-check="text/seen-elsewhere"] .walk button:last-child');
  await until("the first match", async () => /^Match 1 of/.test((await walked()).where ?? ""));
  const { marks } = await walked();
  assert.equal(marks.length, 2);
  assert.equal(marks[0], marks[1]);
  await panel.click('[data-check="text/seen-elsewhere"] .walk button:first-child');
  await until("the last match, around the beginning", async () => /^Match (\d+) of \1$/.test((await walked()).where ?? ""));
  await picture("walk");
});

test("the module that reads files is no part of looking at a page", { timeout: 120_000 }, async () => {
  const without = join(await scratch(), "extension");
  cpSync(built, without, { recursive: true });
  const module = readdirSync(without).filter((name) => name.startsWith("documents"));
  assert.deepEqual(module, ["documents-worker.js", "documents_bg.wasm"]);
  for (const name of module) rmSync(join(without, name));
  // Only the worker names the module, and only what makes the worker names that.
  const named = (/** @type {string} */ word) => readdirSync(built, { withFileTypes: true }).filter((entry) => entry.isFile() && readFileSync(join(built, entry.name)).includes(word)).map((entry) => entry.name);
  assert.deepEqual(named("documents_bg.wasm"), ["documents-worker.js"]);
  assert.deepEqual(named("documents-worker.js"), ["panel.js"]);

  const bare = await start(kind, { extension: without });
  try {
    const shown = await look(bare, await bare.open("maren-holtby"), "Maren Holtby");
    assert.deepEqual(await errors(shown), []);
    await give(shown, file("ansel-brook.json", folder));
    assert.deepEqual((await errors(shown)).map((line) => line.id), ["worker-failed"], "a file needs it");
  } finally {
    await bare.close();
  }
});

test("the web page reads them all, and asks for the module when the first comes", { timeout: 180_000 }, async () => {
  const site = await start(kind, { bare: true });
  try {
    const asked = /** @type {string[]} */ ([]);
    const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
    site.proxy.serve(WWW, (name) => {
      asked.push(name);
      const contentType = types[/** @type {keyof typeof types} */ (name.split(".").pop())];
      return contentType && existsSync(join(PAGE, name)) ? { contentType, body: readFileSync(join(PAGE, name)) } : undefined;
    });
    const page = await site.backend.browser.newPage();
    await page.goto(WWW, { waitUntil: "load", timeout: 60_000 });
    const input = await page.waitForSelector("input[type=file]", { timeout: 10_000 });
    const ofDocuments = () => asked.filter((name) => /documents/.test(name));
    assert.deepEqual(ofDocuments(), []);

    const room = /** @type {import("./lib/driver.mjs").Panel} */ (/** @type {unknown} */ ({ evaluate: page.evaluate.bind(page) }));
    const choose = async (/** @type {string} */ name) => {
      await /** @type {import("puppeteer-core").ElementHandle<HTMLInputElement>} */ (input).uploadFile(file(name, folder));
      return until(`${name} to be taken or refused`, () =>
        page.evaluate((name) => [...document.querySelectorAll(".added li, [data-error]")].some((line) => line.textContent?.includes(name)) && (document.querySelector("[data-error]") ?? document.querySelector("#person-name"))?.textContent, name),
      );
    };
    for (const [name, person, rows] of READ) {
      assert.equal(await choose(name), person, name);
      const shown = await career(room);
      assert.ok(shown.length === rows.length && rows.every((row, at) => shown[at]?.startsWith(row)), `${name}:\n${shown.join("\n")}`);
      await page.click("header button");
    }
    assert.deepEqual([...new Set(ofDocuments())].sort(), ["documents-worker.js", "documents_bg.wasm"]);
    for (const [name, , words] of REFUSED) assert.match(await choose(name), words);
  } finally {
    await site.close();
  }
});
