// Every language says the same things with the same arguments, and the code asks for nothing that has no words.

import { describe, expect, test } from "vitest";
import { checkWords, choose, dateText, errorText, fill, momentText, t, tn } from "../src/ui/i18n";

type Words = Record<string, unknown>;
const files = import.meta.glob<Words>(["../locales/*/*.json", "../_locales/*/*.json"], {
  eager: true,
  import: "default",
});
const texts = import.meta.glob<string>(
  [
    "../src/**/*.{ts,tsx}",
    "../../www/*.{ts,tsx}",
    "../manifest.json",
    "../../crates/read/src/error.rs",
    "!**/generated/**",
  ],
  { eager: true, import: "default", query: "?raw" },
);
const languages = Object.keys(files).flatMap((path) => /^\.\.\/locales\/(\w+)\/ui/.exec(path)?.[1] ?? []);
const load = (language: string, file: string): Words => files[`../locales/${language}/${file}`] ?? {};
const places = (text: string) => [...text.matchAll(/\{[^}]*\}/g)].map(([place]) => place).sort();

/** Every string in a tree, with the path that leads to it. */
function strings(tree: unknown, path = ""): [string, string][] {
  if (typeof tree === "string") return [[path, tree]];
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]) => strings(value, `${path}/${key}`));
}

describe("words", () => {
  test("there is more than one language", () => {
    expect(languages.length).toBeGreaterThan(1);
    expect(languages).toContain("en");
  });

  test.each(languages.filter((language) => language !== "en"))("%s says what English says", (language) => {
    const ours = load(language, "ui.json");
    const english = load("en", "ui.json");
    // A language may need more forms of number than English.
    const plain = (keys: string[]) => keys.filter((key) => !/\.(zero|one|two|few|many)$/.test(key)).sort();
    expect(plain(Object.keys(ours))).toEqual(plain(Object.keys(english)));
    for (const [key, text] of Object.entries(ours)) {
      const model = english[key] ?? english[key.replace(/\.[a-z]+$/, ".other")];
      expect(places(String(text)), key).toEqual(places(String(model)));
      expect(String(text).trim(), key).not.toBe("");
    }
  });

  test.each(languages)("%s has every form of number that it needs", (language) => {
    const ours = load(language, "ui.json");
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const counted = Object.keys(load("en", "ui.json")).filter((key) => key.endsWith(".one"));
    expect(counted.length).toBeGreaterThan(0);
    for (const key of counted) {
      for (const form of forms) expect(Object.keys(ours)).toContain(key.replace(/one$/, form));
    }
  });

  test.each(languages.filter((language) => language !== "en"))("%s has words for every check", (language) => {
    const english = load("en", "checks.json");
    const ours = load(language, "checks.json");
    expect(Object.keys(ours).sort()).toEqual(Object.keys(english).sort());
    for (const [check, words] of Object.entries(ours)) {
      expect(Object.keys(words as object).sort(), check).toEqual(
        Object.keys(english[check] as object).sort(),
      );
      const named = (tree: unknown) => new Set(strings(tree).flatMap(([, text]) => places(text)));
      expect(named(words), check).toEqual(named(english[check]));
    }
  });

  test("the manifest's words are there in every language", () => {
    const manifest = texts["../manifest.json"] ?? "";
    const used = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name]) => name);
    expect(used.length).toBeGreaterThan(0);
    for (const language of languages) {
      const messages = files[`../_locales/${language}/messages.json`] as Record<string, { message: string }>;
      for (const name of used) expect(messages[name ?? ""]?.message, `${language} ${name}`).toBeTruthy();
      // Shops refuse longer ones.
      expect(messages.description?.message.length).toBeLessThanOrEqual(132);
    }
  });
});

describe("the code and its words", () => {
  const code = Object.entries(texts)
    .flatMap(([path, text]) => (/\.tsx?$/.test(path) ? [text] : []))
    .join("\n");
  const english = load("en", "ui.json");

  test("every error has words", () => {
    const ids = [
      ...code.matchAll(/new Failure\(\s*"([a-z-]+)"/g),
      ...code.matchAll(/\b(?:error|fail)\("([a-z-]+)"/g),
      ...code.matchAll(/\bid: "([a-z]+-[a-z-]+|[a-z]+)", message/g),
    ].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(8);
    for (const id of [...ids, "unexpected"]) expect(Object.keys(english)).toContain(`error.${id}`);
  });

  test("every error of the reader has words", () => {
    const rust = texts["../../crates/read/src/error.rs"] ?? "";
    const ids = [...rust.matchAll(/=> "([a-z-]+)"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) expect(Object.keys(english)).toContain(`error.${id}`);
  });

  test("no words are left over", () => {
    const unused = Object.keys(english).filter((key) => {
      const stem = key.replace(/\.(one|other)$/, "");
      // Those made from a value: error.<id>, part.<part>, strength.<strength>, photo.<state>, coverage.<state> and so on.
      return !/^(error|part|field|strength|photo|coverage|hidden)\./.test(key) && !code.includes(`"${stem}"`);
    });
    expect(unused).toEqual([]);
  });
});

describe("choosing and filling", () => {
  test("the first language there are words for is taken, else English", () => {
    expect(choose(["de-AT", "en"], ["en", "de"])).toBe("de");
    expect(choose(["fr", "de"], ["en", "de"])).toBe("de");
    expect(choose(["fr"], ["en", "de"])).toBe("en");
    expect(choose([], ["en"])).toBe("en");
  });

  test("arguments are put in; a missing one is seen", () => {
    expect(fill("{a} and {b}", { a: "x" })).toBe("x and {b}");
    // What a page wrote is never taken for a place.
    expect(fill("{a} {b}", { a: "{b}", b: "x" })).toBe("{b} x");
    expect(fill("{constructor}", {})).toBe("{constructor}");
  });

  test("numbers take their form", () => {
    expect(tn("findings.count", 1)).toBe("1 thing worth verifying");
    expect(tn("findings.count", 3)).toBe("3 things worth verifying");
    expect(t("files.remove", { name: "a.pdf" })).toBe("Remove a.pdf");
  });

  test("an error without words is told in English; an input is named", () => {
    expect(errorText({ id: "no-such-id", message: "plain" })).toBe("plain");
    expect(errorText({ id: "encrypted", message: "", input: "a.pdf" })).toMatch(/^a\.pdf: Protected/);
  });

  test("a check without words shows its id", () => {
    expect(checkWords("group/unheard-of", {})).toMatchObject({ title: "group/unheard-of", innocent: [] });
  });

  test("dates are shown as finely as they were written", () => {
    expect(dateText("2019")).toBe("2019");
    expect(dateText("2019-03")).toMatch(/Mar.*2019/);
    expect(dateText("2019-03-31")).toMatch(/31/);
    expect(dateText("soon")).toBe("soon");
  });

  test("moments keep the time and the offset that the file states", () => {
    expect(momentText("2024-03-01T09:30:00+02:00")).toMatch(/2024, 09:30 UTC\+02:00$/);
    expect(momentText("2024-03-01T09:30:12.5Z")).toMatch(/09:30 UTC$/);
    expect(momentText("2024-03-01T09:30:00")).toMatch(/09:30$/);
    expect(momentText("2024-03")).toMatch(/Mar.*2024/);
    expect(momentText("yesterday")).toBe("yesterday");
  });
});
