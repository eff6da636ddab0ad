// What a template asks for: the person, words in their language, dates as the layout prints them.

import { dates, pick } from "./dates.mjs";
import { words } from "./words.mjs";

/** @param {any} person a JSON Resume @param {any} layout */
export function helper(person, layout) {
  const { language, country } = person.meta;
  const variant = layout.variant ?? 0;
  const { basics } = person;
  const place = [basics.location.city, country].join(["zh", "ja"].includes(language) ? "，" : ", ");
  return {
    p: person,
    language,
    country,
    place,
    t: (key) => pick(words[language][key], variant),
    ...dates(language, { ...layout.dates, variant }),
    /** Web addresses as people print them. */
    bare: (url) => url.replace(/^https?:\/\/(www\.)?/, ""),
    /** The entries of one employer, in a row. */
    groups: () =>
      person.work.reduce((groups, role) => {
        const last = groups.at(-1);
        if (last && last[0].name === role.name) last.push(role);
        else groups.push([role]);
        return groups;
      }, []),
    list: (key) => person[key] ?? [],
    /** Degree and field on one line. */
    degree: (study, between = ", ") => [study.studyType, study.area].filter(Boolean).join(between),
    comma: ["zh", "ja"].includes(language) ? "、" : language === "ar" ? "، " : ", ",
  };
}
