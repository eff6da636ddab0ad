// Dates as résumés of a country print them.

import { words } from "./words.mjs";

/** Locales whose month names and order are right for a person; Gregorian years and Latin digits unless asked. */
const locales = { pt: "pt-BR", ar: "ar-EG-u-ca-gregory", zh: "zh-CN" };

/** What a country writes when it writes months as numbers. */
const numeric = {
  de: "MM.YYYY", pl: "MM.YYYY", ru: "MM.YYYY", uk: "MM.YYYY", cs: "MM/YYYY", tr: "MM.YYYY", sv: "YYYY-MM",
  fr: "MM/YYYY", es: "MM/YYYY", pt: "MM/YYYY", it: "MM/YYYY", nl: "MM-YYYY", vi: "MM/YYYY", hi: "MM/YYYY",
  ar: "MM/YYYY", he: "MM/YYYY", zh: "YYYY.MM", ja: "YYYY/MM", ko: "YYYY.MM", en: "MM/YYYY",
};

/**
 * A printer of dates for one person and one layout.
 * @param {string} language
 * @param {{style: "long" | "short" | "numeric" | "iso" | "year", dash?: string, digits?: "native", variant?: number,
 *   upper?: boolean, zero?: false, apostrophe?: boolean, open?: "since"}} how
 *   `zero: false`: "3/2019"; `apostrophe`: "Mar ’19" where English writes months short; `open`: "since 03/2019"
 */
export function dates(language, how) {
  const style = how.style;
  let locale = locales[language] ?? language;
  const native = how.digits === "native" ? { ar: "arab", hi: "deva" }[language] : undefined;
  locale += `${locale.includes("-u-") ? "" : "-u"}-nu-${native ?? "latn"}`;
  const digits = (text) =>
    native ? text.replace(/\d/g, (d) => String.fromCodePoint((native === "arab" ? 0x660 : 0x966) + Number(d))) : text;

  /** @param {string} iso `2019` or `2019-03` */
  function date(iso) {
    const [year, month] = iso.split("-");
    if (!month || style === "year") return digits(["zh", "ja"].includes(language) && style === "long" ? `${year}年` : year);
    if (style === "iso") return digits(`${year}-${month}`);
    if (style === "numeric") return digits(numeric[language].replace("YYYY", year).replace("MM", how.zero === false ? String(Number(month)) : month));
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, 15));
    if (how.apostrophe && language === "en") {
      return `${new Intl.DateTimeFormat(locale, { month: "short", timeZone: "UTC" }).format(at)} ’${year.slice(2)}`;
    }
    const text = new Intl.DateTimeFormat(locale, { month: style, year: "numeric", timeZone: "UTC" }).format(at);
    return how.upper && text[0] !== undefined ? text[0].toLocaleUpperCase(language) + text.slice(1) : text;
  }

  const present = () => pick(words[language].present, how.variant ?? 0);
  const dash = how.dash === "word" ? ` ${words[language].to[0]} ` : (how.dash ?? " – ");
  /** @param {{startDate?: string, endDate?: string}} entry */
  function range(entry) {
    if (how.open === "since" && !entry.endDate) return words[language]["since-form"][0].replace("{}", date(entry.startDate));
    const end = entry.endDate ? date(entry.endDate) : present();
    return entry.startDate ? `${date(entry.startDate)}${dash}${end}` : end;
  }
  /** How long an entry lasted, as "(2 yrs 3 mths)" in the person's language; nothing where a month is not known. */
  function lasted(entry) {
    if ([entry.startDate, entry.endDate ?? TODAY].some((iso) => iso?.length !== 7)) return "";
    const unit = (name, count) => count > 0 && new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "short" }).format(count);
    const count = months(entry);
    return digits([unit("year", Math.floor(count / 12)), unit("month", count % 12)].filter(Boolean).join(" "));
  }
  return { date, range, present, digits, lasted };
}

/** @template T @param {T[]} list @param {number} at @returns {T} */
export const pick = (list, at) => list[at % list.length];

/** The day on which everything is rendered: durations of open roles depend on it. */
export const TODAY = "2026-06";

/** Whole months of an entry, both ends counted, as LinkedIn counts. */
export function months(entry) {
  const count = (iso) => {
    const [year, month] = iso.split("-").map(Number);
    return year * 12 + (month ?? 1);
  };
  return count(entry.endDate ?? TODAY) - count(entry.startDate) + 1;
}
