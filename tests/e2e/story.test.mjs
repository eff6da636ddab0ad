// The road a user walks: a page, a résumé beside it, other people who share something, and nothing where nothing is.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { kind, start, until } from "./lib/driver.mjs";
import { sample } from "./lib/hostile.mjs";
import { career, coverage, drop, finding, findings, lookAt, textOf } from "./lib/look.mjs";
import { page as samplePage } from "./lib/sites.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

const truth = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../sites/truth/${name}.json`, import.meta.url), "utf8"));

/** @param {import("./lib/driver.mjs").Panel} panel @param {string} name */
async function tellsTheTruth(panel, name) {
  const { roles, studies } = truth(name);
  const rows = await career(panel);
  for (const { title, employer } of roles) {
    assert.ok(rows.some((row) => row.includes(title) && row.includes(employer ?? "")), `${title}, ${employer} is in the career:\n${rows.join("\n")}`);
  }
  for (const { school } of studies) assert.ok(rows.some((row) => row.includes(school)), `${school} is in the career`);
  assert.equal(rows.length, roles.length + studies.length, `nothing else is:\n${rows.join("\n")}`);
  const [page] = await coverage(panel);
  assert.equal(page?.parts.roles, `read ${roles.length}`);
  assert.equal(page?.parts.studies, `read ${studies.length}`);
  for (const part of ["name", "headline", "location", "photo", "about"]) assert.equal(page?.parts[part], "read", part);
  assert.doesNotMatch(page?.notes.join(" ") ?? "", /has changed|without knowledge/);
}

test("a LinkedIn profile is read: who, what was read, and the career to scale; nothing is found", async () => {
  const { page, panel } = await lookAt(driver, "maren-holtby", "Maren Holtby");
  await tellsTheTruth(panel, "maren-holtby");
  assert.deepEqual((await findings(panel)).map((f) => f.check), []);
  const text = await textOf(panel);
  assert.match(text, /Work \(4, the site has more\)/);
  assert.match(text, /Nothing to verify was found/);
  assert.match(text, /Nothing found is not the same as verified/);
  assert.match(text, /Platform engineer · distributed storage/);
  for (const other of samplePage("maren-holtby").mustNotAppear) assert.ok(!text.includes(other), `${other} is somebody else`);
  const photo = await panel.evaluate(() => {
    const image = /** @type {HTMLImageElement | null} */ (document.querySelector(".person img.photo"));
    return image && { inline: image.src.startsWith("data:image/"), width: image.naturalWidth };
  });
  assert.ok(photo?.inline && photo.width >= 32, "the photo is shown, and is Loupe's own copy");
  assert.equal(await driver.backend.badge(page), "");
});

test("a résumé dropped beside it contradicts the page", async () => {
  const panel = await driver.panel();
  await drop(panel, "maren-holtby.pdf", readFileSync(sample("maren-holtby.pdf")));
  const shown = await findings(panel);
  assert.ok(shown.length > 0, "something is found");
  assert.deepEqual([...new Set(shown.map((f) => f.check))], ["history/sources-contradict"]);
  const facts = shown.flatMap((f) => f.facts);
  for (const words of ["Jan 2018", "March 2019", "Brightwater Analytics", "Castlegate Insurance"]) {
    assert.ok(facts.some((fact) => fact.includes(words)), `"${words}" is quoted in\n${facts.join("\n")}`);
  }
  const text = await textOf(panel);
  for (const said of ["Innocent explanations", "A question to ask"]) assert.ok(text.includes(said), said);
  const headings = await panel.evaluate(() => [...document.querySelectorAll("details.finding h4")].map((heading) => heading.textContent));
  assert.ok(headings.includes("How often it is wrong"));
  const read = await coverage(panel);
  assert.equal(read.length, 2, "both sources are covered");
  assert.equal(read[1]?.parts.roles, "read 4");
  // Word for word: each part of both sources, and what the file says of itself, behind a click.
  const told = await panel.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    return { words: [...document.querySelectorAll(".coverage .words q")].map((quote) => quote.textContent), files: [...document.querySelectorAll(".about-file")].map((file) => /** @type {HTMLElement} */ (file).innerText) };
  });
  assert.equal(told.words.filter((words) => words === "Maren Holtby").length, 2, told.words.join("\n"));
  assert.equal(told.files.length, 1);
  assert.match(told.files[0] ?? "", /maren-holtby\.pdf[^]*Created/);
});

test("another profile has her photo and her words: both are shown, with her name", async () => {
  const { page, panel } = await lookAt(driver, "rune-astell", "Rune Astell");
  await tellsTheTruth(panel, "rune-astell");
  const checks = new Set((await findings(panel)).map((f) => f.check));
  assert.deepEqual([...checks].sort(), ["history/impossible-dates", "history/overlapping-roles", "photo/seen-elsewhere", "text/seen-elsewhere"]);

  const photo = await finding(panel, "photo/seen-elsewhere");
  assert.equal(photo.strength, "strong");
  assert.equal(photo.photos, 2, "the two photos are side by side");
  assert.match(photo.text, /Maren Holtby/);

  const text = await finding(panel, "text/seen-elsewhere");
  assert.match(text.text, /Maren Holtby/);
  const marked = text.marked.join(" ");
  for (const words of ["2.6 million writes an hour", "because the pager stayed quiet"]) {
    assert.ok(text.marked.length >= 2 && marked.split(words).length === 3, `"${words}" is marked in both texts: ${marked}`);
  }
  assert.ok(!/\bnine\b|\bten\b/.test(marked), "what differs is not marked");

  const overlap = await finding(panel, "history/overlapping-roles");
  assert.equal(overlap.strength, "weak");
  assert.ok(overlap.stretches > 0, "the months are marked on a line of time");
  const dates = await finding(panel, "history/impossible-dates");
  assert.match(dates.facts.join(), /Sep 2015/);

  const said = await textOf(panel);
  const count = Number(/(\d+) things? worth verifying/.exec(said)?.[1]);
  assert.ok(count >= 2, "the photo and the text at least");
  assert.equal(await driver.backend.badge(page), String(count), "the badge carries the count");
  for (const other of ["Pavel Orrin", "Dita Solway"]) assert.ok(!said.includes(other), `${other} is somebody else`);
});

test("a file of somebody else is said to be so, and clears nothing", async () => {
  const panel = await driver.panel();
  await drop(panel, "maren-holtby.pdf", readFileSync(sample("maren-holtby.pdf")));
  const said = await textOf(panel);
  assert.match(said, /name different people/);
  const checks = new Set((await findings(panel)).map((f) => f.check));
  for (const check of ["photo/seen-elsewhere", "text/seen-elsewhere"]) assert.ok(checks.has(check), `${check} stays`);
});

test("a third one shares an address with the second", async () => {
  const { page, panel } = await lookAt(driver, "ilka-d", "Ilka D.");
  await tellsTheTruth(panel, "ilka-d");
  const shown = await findings(panel);
  assert.deepEqual(shown.map((f) => f.check), ["identity/shared-contact"]);
  assert.match(shown[0]?.text ?? "", /Rune Astell/);
  assert.match(shown[0]?.facts.join() ?? "", /nightjar@nightjar-works\.example/);
  assert.equal(await driver.backend.badge(page), "1");
});

test("an honest person stays untouched by all that was seen", async () => {
  const { page, panel } = await lookAt(driver, "dita-solway", "Dita Solway");
  await tellsTheTruth(panel, "dita-solway");
  assert.deepEqual((await findings(panel)).map((f) => f.check), []);
  assert.equal(await driver.backend.badge(page), "");
});

test("what was seen is forgotten on request", async () => {
  const { panel } = await lookAt(driver, "ilka-d", "Ilka D.");
  await finding(panel, "identity/shared-contact");
  await panel.click("details.finding .seen-line button.link");
  await until("the finding to go", async () => (await findings(panel)).length === 0);
  const again = await lookAt(driver, "ilka-d", "Ilka D.");
  assert.deepEqual(await findings(again.panel), []);
});

test("nothing but the sample pages was asked for", () => {
  assert.deepEqual(driver.refused.filter((url) => !url.endsWith("/favicon.ico")), []);
});
