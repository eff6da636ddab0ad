// Pages that list people: looked up card by card in the page's own order, and nobody on them is remembered.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { clean } from "./lib/axe.mjs";
import { kind, start, until } from "./lib/driver.mjs";
import { finding, findings, look, lookAt, lookUp, people, textOf } from "./lib/look.mjs";
import { page as samplePage } from "./lib/sites.mjs";

/** @type {import("./lib/driver.mjs").Driver} */
let driver;
before(async () => {
  driver = await start(kind);
});
after(() => driver?.close());

const SEARCH = samplePage("people-search");
const MAREN = "https://media.licdn.com/dms/image/v2/D4E03FAKEMAREN/profile-displayphoto-shrink_100_100/0/1";
const search = readFileSync(new URL("../sites/people-search.html", import.meta.url), "utf8");

/** The people search in which somebody's card has a photo that is drawn. @param {string} name @param {string} photo @param {string} [style] */
function withPhoto(name, photo, style = "") {
  const html = search
    .replace("</head>", `<style>img { display: block; width: 64px; height: 64px; border-radius: 50%; ${style} }</style></head>`)
    .replace(/https:\/\/media\.licdn\.com\/[^"]*FAKEILKA9[^"]*/, name === "Ilka D." ? photo : "");
  return name === "Ilka D." ? html : html.replace(`<figure></figure><div><p><a href="https://www.linkedin.com/in/rune-astell/?x=1">`, `<figure><img alt="" src="${photo}"></figure><div><p><a href="https://www.linkedin.com/in/rune-astell/?x=1">`);
}

/** How many sightings are stored. */
const stored = async () => {
  const background = await until("the background", () => driver.backend.background());
  return background.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("loupe");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const count = opening.result.transaction("rows").objectStore("rows").count();
          count.onsuccess = () => {
            opening.result.close();
            resolve(count.result);
          };
        };
      }),
  );
};

test("a list of people of whom nobody was seen: all of them, quietly", { timeout: 60_000 }, async () => {
  const page = await driver.open("people-search");
  const panel = await lookUp(driver, page);
  const shown = await people(panel);
  assert.deepEqual(shown.map(({ name }) => name), ["Ilka D.", "Rune Astell", "Tove Lindqvar"]);
  assert.deepEqual(shown.map(({ href }) => href), ["ilka-dravensen", "rune-astell", "tove-lindqvar"].map((slug) => `https://www.linkedin.com/in/${slug}`));
  assert.match(shown[1]?.read ?? "", /Name, Headline/);
  assert.deepEqual(shown.flatMap(({ checks }) => checks), []);
  const text = await textOf(panel);
  for (const said of [/3 people on this page/, /Nobody shares anything/, /not the same as verified/, /looked up, not remembered/, /1 entry could not be read/, /The list goes on/]) assert.match(text, said);
  for (const other of SEARCH.mustNotAppear) assert.ok(!text.includes(other), `${other} is nobody on this list`);
  assert.equal(await driver.backend.badge(page), "");
  assert.equal(await stored(), 0, "nobody is remembered");
});

test("one of them has the photo of somebody seen before: shown where the page shows them, with the evidence", { timeout: 90_000 }, async () => {
  await lookAt(driver, "maren-holtby", "Maren Holtby");
  const page = await driver.show(SEARCH.url, withPhoto("Rune Astell", MAREN));
  const panel = await lookUp(driver, page);
  const shown = await people(panel);
  assert.deepEqual(shown.map(({ name, checks }) => [name, checks]), [["Ilka D.", []], ["Rune Astell", ["photo/seen-elsewhere"]], ["Tove Lindqvar", []]]);
  assert.ok(shown[1]?.pictured, "the photo was seen");
  assert.match(shown[1]?.said[0] ?? "", /LinkedIn as Maren Holtby/);
  const photo = await finding(panel, "photo/seen-elsewhere");
  assert.equal(photo.photos, 2, "the two photos are side by side");
  assert.match(photo.text, /Innocent explanations/);
  assert.match(await textOf(panel), /1 shares something with somebody under another name/);
  assert.equal(await driver.backend.badge(page), "1");
  assert.equal(await stored(), 1, "still only the one whose page was opened");
  await clean(panel, "a list", driver.backend.scheme);
});

test("two of them have one photo: each says so of the other, and there is nothing to forget", { timeout: 60_000 }, async () => {
  const both = withPhoto("Rune Astell", MAREN).replace('src=""', `src="${MAREN}"`);
  const panel = await lookUp(driver, await driver.show(SEARCH.url, both));
  const shown = await people(panel);
  assert.deepEqual(shown.map(({ checks }) => checks.length), [2, 2, 0]);
  assert.ok(shown[0]?.said.includes("Also on this page as Rune Astell"), shown[0]?.said.join());
  assert.ok(shown[1]?.said.includes("Also on this page as Ilka D."), shown[1]?.said.join());
  await findings(panel);
  const forget = await panel.evaluate(() => document.querySelectorAll(".seen-line button.link").length);
  assert.equal(forget, 2, "of the one who was seen before only");

  await panel.click(".seen-line button.link");
  await until("the finding to go", async () => (await people(panel)).every(({ checks }) => checks.length < 2));
  assert.deepEqual((await people(panel)).map(({ checks }) => checks.length), [1, 1, 0], "what the two share stays");
  assert.equal(await stored(), 0);
});

test("photos that are off screen are said not to have been compared, and are once they are seen", { timeout: 60_000 }, async () => {
  const page = await driver.show(SEARCH.url, withPhoto("Ilka D.", MAREN, "margin-top: 4000px"));
  const panel = await lookUp(driver, page);
  assert.match(await textOf(panel), /1 photo is off screen or covered and was not compared/);
  assert.equal((await people(panel))[0]?.pictured, false);
  await page.evaluate(() => document.querySelector("img")?.scrollIntoView({ block: "center" }));
  await panel.click("header button");
  await until("the photo", async () => (await people(panel))[0]?.pictured);
  // Scrolled away again, it is known.
  await page.evaluate(() => scrollTo(0, 0));
  await lookUp(driver, page);
  assert.equal((await people(panel))[0]?.pictured, true);
  assert.doesNotMatch(await textOf(panel), /off screen/);
});

test("Upwork's search, and from there a person's own page", { timeout: 60_000 }, async () => {
  const page = await driver.open("upwork-search");
  const panel = await lookUp(driver, page);
  assert.deepEqual((await people(panel)).map(({ name }) => name), ["Ilka D.", "Bartek W."]);
  const own = await driver.open("ilka-d", page);
  await look(driver, own, "Ilka D.");
  assert.equal(await panel.evaluate(() => document.querySelector("#list")), null, "the list is gone");
});
