// What a user does with Loupe and what the panel then shows, as text and as data: the words of the tests and the demo.

import { until } from "./driver.mjs";

/**
 * @typedef {object} Shown  a finding as the panel shows it
 * @property {string} check
 * @property {string} strength
 * @property {string} title
 * @property {string[]} facts  quote and place
 * @property {string} text  all of its words
 * @property {number} photos  pictures in its evidence that are loaded
 * @property {string[]} marked  the marked stretches of its texts
 * @property {number} stretches  marked stretches on lines of time
 */

/**
 * Clicks the button on a page and waits for the report of `name`.
 * @param {import("./driver.mjs").Driver} driver
 * @param {import("./driver.mjs").Page} page
 * @param {string} name
 */
export async function look(driver, page, name) {
  const panel = await driver.click(page);
  await reportOf(panel, name);
  return panel;
}

/**
 * Opens a sample page, clicks the button and waits for the report of `name`.
 * @param {import("./driver.mjs").Driver} driver
 * @param {string} sample
 * @param {string} name
 */
export async function lookAt(driver, sample, name) {
  const page = await driver.open(sample);
  return { page, panel: await look(driver, page, name) };
}

/**
 * @param {import("./driver.mjs").Panel} panel
 * @param {string} name
 */
export async function reportOf(panel, name) {
  let seen = "";
  await until(
    () => `the report of ${name}; the panel shows:\n${seen}`,
    async () => {
      seen = await textOf(panel);
      return panel.evaluate(
        (name) => document.querySelector("main")?.getAttribute("aria-busy") === "false" && document.querySelector("#person-name")?.textContent === name,
        name,
      );
    },
  );
}

/**
 * Gives the panel a file and waits until it is taken in, or refused.
 * @param {import("./driver.mjs").Panel} panel
 * @param {string} file
 */
export async function give(panel, file) {
  const name = file.split(/[\\/]/).pop() ?? "";
  const errors = await panel.evaluate(() => document.querySelectorAll("[data-error]").length);
  await panel.upload("input[type=file]", file);
  await until(`${name} to be taken or refused`, () =>
    panel.evaluate(
      (name, errors) => {
        if (document.querySelector("main")?.getAttribute("aria-busy") !== "false") return false;
        const added = [...document.querySelectorAll(".added li")].some((row) => row.textContent?.includes(name));
        const lines = [...document.querySelectorAll("[data-error]")];
        return added || lines.length > errors || lines.some((line) => line.textContent?.includes(name));
      },
      name,
      errors,
    ),
  );
}

/**
 * Drops a file onto the panel, as from the desktop.
 * @param {import("./driver.mjs").Panel} panel
 * @param {string} name
 * @param {Buffer} bytes
 */
export async function drop(panel, name, bytes) {
  await panel.evaluate(
    (name, base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
      document.querySelector(".drop")?.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    name,
    bytes.toString("base64"),
  );
  await until(`${name} to be added`, () =>
    panel.evaluate(
      (name) =>
        document.querySelector("main")?.getAttribute("aria-busy") === "false" &&
        [...document.querySelectorAll(".added li")].some((row) => row.textContent?.includes(name)),
      name,
    ),
  );
}

/** @param {import("./driver.mjs").Panel} panel @returns {Promise<Shown[]>} */
export function findings(panel) {
  return panel.evaluate(() =>
    [...document.querySelectorAll("details.finding")].map((card) => {
      const details = /** @type {HTMLDetailsElement} */ (card);
      details.open = true;
      const words = (/** @type {string} */ selector) => [...details.querySelectorAll(selector)].map((e) => (e.textContent ?? "").trim());
      return {
        check: details.dataset.check ?? "",
        strength: ["strong", "medium", "weak"].find((s) => details.classList.contains(s)) ?? "",
        title: words("h3")[0] ?? "",
        facts: [...details.querySelectorAll(".fact")].map((fact) => ["blockquote", "cite"].map((part) => fact.querySelector(part)?.textContent ?? "").join(" — ")),
        text: details.innerText,
        photos: [...details.querySelectorAll(".evidence img")].filter((i) => /** @type {HTMLImageElement} */ (i).naturalWidth > 16).length,
        marked: words("mark"),
        stretches: details.querySelectorAll("svg .marked").length,
      };
    }),
  );
}

/**
 * The one finding of a check.
 * @param {import("./driver.mjs").Panel} panel
 * @param {string} check
 */
export async function finding(panel, check) {
  const all = await findings(panel);
  const found = all.filter((f) => f.check === check);
  if (found.length === 0) throw new Error(`no ${check} among ${all.map((f) => f.check).join(", ") || "no findings"}`);
  return /** @type {Shown} */ (found[0]);
}

/** The lines of what went wrong. @param {import("./driver.mjs").Panel} panel */
export function errors(panel) {
  return panel.evaluate(() => [...document.querySelectorAll("[data-error]")].map((line) => ({ id: /** @type {HTMLElement} */ (line).dataset.error ?? "", text: line.textContent ?? "" })));
}

/** What was read of each source: the state of each part, and how many where it was read. @param {import("./driver.mjs").Panel} panel */
export function coverage(panel) {
  return panel.evaluate(() => {
    const rows = [...document.querySelectorAll(".coverage")].map((source) => ({
      source: source.querySelector("h3")?.textContent ?? "",
      notes: [...source.querySelectorAll(".note")].map((note) => note.textContent ?? ""),
      parts: Object.fromEntries(
        [...source.querySelectorAll("[data-part]")].map((part) => {
          const { part: name = "", state = "" } = /** @type {HTMLElement} */ (part).dataset;
          const count = /\((\d+)/.exec(part.textContent ?? "")?.[1];
          return [name, count ? `${state} ${count}` : state];
        }),
      ),
    }));
    return rows;
  });
}

/** The career as the table under its drawing tells it. @param {import("./driver.mjs").Panel} panel @returns {Promise<string[]>} */
export function career(panel) {
  return panel.evaluate(() => {
    const section = document.querySelector("section[aria-labelledby=career]");
    for (const details of section?.querySelectorAll("details") ?? []) details.open = true;
    return [...(section?.querySelectorAll("tbody tr") ?? [])].map((row) => [...row.children].map((cell) => (cell.textContent ?? "").trim()).join(" | "));
  });
}

/** Everything the panel says. @param {import("./driver.mjs").Room} panel @returns {Promise<string>} */
export const textOf = (panel) => panel.evaluate(() => document.body.innerText);

/**
 * Clicks the button on a page that lists people and waits for the list.
 * @param {import("./driver.mjs").Driver} driver
 * @param {import("./driver.mjs").Page} page
 */
export async function lookUp(driver, page) {
  const panel = await driver.click(page);
  let seen = "";
  await until(
    () => `the list; the panel shows:\n${seen}`,
    async () => {
      seen = await textOf(panel);
      return panel.evaluate(() => document.querySelector("main")?.getAttribute("aria-busy") === "false" && document.querySelector("#list") !== null);
    },
  );
  return panel;
}

/**
 * The people of a list in the order shown, with what was read and found of each.
 * @param {import("./driver.mjs").Panel} panel
 */
export function people(panel) {
  return panel.evaluate(() =>
    [...document.querySelectorAll(".cards > li")].map((card) => ({
      name: card.querySelector("h3")?.textContent ?? "",
      href: card.querySelector("h3 a")?.getAttribute("href") ?? "",
      read: card.querySelector(".fine")?.textContent ?? "",
      pictured: card.querySelector(".card-head img.photo") !== null,
      checks: [...card.querySelectorAll("details.finding")].map((finding) => /** @type {HTMLElement} */ (finding).dataset.check ?? ""),
      said: [...card.querySelectorAll(".seen-short")].map((line) => line.textContent ?? ""),
    })),
  );
}
