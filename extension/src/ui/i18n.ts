// Words in the user's language, from the locale files. English and German are built in; both are small.

import deChecks from "../../locales/de/checks.json";
import deUi from "../../locales/de/ui.json";
import enChecks from "../../locales/en/checks.json";
import enUi from "../../locales/en/ui.json";
import type { LoupeError } from "../errors";

export type Key = keyof typeof enUi;
/** Keys that have a form for each number. */
export type Counted = Key extends infer K ? (K extends `${infer Stem}.other` ? Stem : never) : never;
export type Args = Record<string, string | number>;

/** The words of one check. */
export interface CheckWords {
  title: string;
  summary: string;
  why: string;
  innocent: string[];
  ask: string;
  limits: string;
  /** How often it is wrong. */
  wrong: string;
}

const UI: Record<string, Partial<Record<Key, string>>> = { en: enUi, de: deUi };
const CHECKS: Record<string, Record<string, Partial<CheckWords>>> = { en: enChecks, de: deChecks };

/** The first of the user's languages that there are words for. */
export function choose(wanted: readonly string[], available: readonly string[] = Object.keys(UI)): string {
  const bases = wanted.map((tag) => tag.toLowerCase().split("-")[0] ?? "");
  return bases.find((base) => available.includes(base)) ?? "en";
}

export const language = choose(typeof navigator === "undefined" ? ["en"] : navigator.languages);
/** Dates and numbers as the user writes them, where that is the language the words are in. */
const region =
  typeof navigator === "undefined"
    ? language
    : (navigator.languages.find((tag) => choose([tag]) === language) ?? language);
const plurals = new Intl.PluralRules(language);

/** Puts arguments in their places; a place without an argument stays as it is, so that the gap is seen. */
export function fill(text: string, args: Args = {}): string {
  return text.replace(/\{([a-z_-]+)\}/g, (place, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : place,
  );
}

/** The words under `key`. */
export function t(key: Key, args?: Args): string {
  return fill(UI[language]?.[key] ?? enUi[key], args);
}

/** The words under `key` in the form for `n`, which is also the argument `{n}`. */
export function tn(key: Counted, n: number, args?: Args): string {
  const form = `${key}.${plurals.select(n)}` as Key;
  return t(form in enUi ? form : (`${key}.other` as Key), { n, ...args });
}

/** An error in the user's words, or in English when there are none for it. */
export function errorText(error: LoupeError): string {
  const key = `error.${error.id}`;
  const text = key in enUi ? t(key as Key) : error.message;
  return error.input === undefined ? text : t("error.about", { input: error.input, text });
}

/** The words of a check, its arguments filled in. A check without words shows its id. */
export function checkWords(id: string, args: Args): CheckWords {
  const words = { ...CHECKS.en?.[id], ...CHECKS[language]?.[id] };
  return {
    title: fill(words.title ?? id, args),
    summary: fill(words.summary ?? "", args),
    why: fill(words.why ?? "", args),
    innocent: (words.innocent ?? []).map((line) => fill(line, args)),
    ask: fill(words.ask ?? "", args),
    limits: fill(words.limits ?? "", args),
    wrong: fill(words.wrong ?? "", args),
  };
}

/** A date as finely as it was written: `2019`, `2019-03` or `2019-03-31`. */
export function dateText(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return date;
  const options: Intl.DateTimeFormatOptions = {
    year: "numeric",
    ...(month === undefined ? {} : { month: "short" }),
    ...(day === undefined ? {} : { day: "numeric" }),
    timeZone: "UTC",
  };
  return new Intl.DateTimeFormat(region, options).format(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
}

/** A moment as a file states it: its day in the user's words, its time and its distance from UTC as written. */
export function momentText(moment: string): string {
  const match = /^(\d{4}(?:-\d\d){0,2})(?:T(\d\d:\d\d)(?::[\d.]+)?(Z|[+-]\d\d:?\d\d)?)?$/.exec(moment);
  if (!match) return moment;
  const [, day = "", time, offset] = match;
  if (!time) return dateText(day);
  const zone = offset === undefined ? "" : offset === "Z" ? " UTC" : ` UTC${offset}`;
  return `${dateText(day)}, ${time}${zone}`;
}
