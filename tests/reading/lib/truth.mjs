// What a rendered layout says of a person: the person's own data without what the layout leaves out, dates as finely
// as it prints them. A field counts as printed when its words stand in the rendered text.

/** Letters and digits only, as the same text comes with other white space and marks. */
const bare = (text) =>
  text.normalize("NFKC").toLowerCase().replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[०-९]/g, (d) => String(d.charCodeAt(0) - 0x966)).replace(/[^\p{L}\p{M}\p{N}+@]/gu, "");

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

/** The words of an HTML or XML document, with the addresses of its links behind them. */
export function textOf(markup) {
  const links = [...markup.matchAll(/\s(?:href|Target)="([^"]*)"/g)].map((m) => m[1]);
  const shown = markup.replace(/<(script|style|title|head)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
  return [shown, ...links].join(" \n ").replace(/&(#x?)?(\w+);/g, (all, number, name) => {
    if (number) return String.fromCodePoint(Number.parseInt(name, number === "#x" ? 16 : 10));
    return entities[name] ?? all;
  });
}

/**
 * @param {any} person a JSON Resume
 * @param {{text: string, dates: {style: string}, study?: "range" | "end", certificates?: "month" | "year" | "day" | "none", places?: false, headline?: false, extra?: string[]}} layout
 *   how the layout prints: `fills` when it prints "2019" as January 2019, as themes do; `extra`: its lines in a role that
 *   are neither the person's own text nor wrong there, as "Tools: …"
 */
export function truthOf(person, layout) {
  const text = bare(layout.text);
  const printed = (value) => (value && text.includes(bare(value)) ? value : undefined);
  const first = (value) => (value ? value.slice(0, 4) : undefined);
  const filled = (value) => (value?.length === 4 && layout.fills ? `${value}-01` : value);
  const date = (value) => (layout.dates.style === "year" ? first(value) : filled(value));
  const b = person.basics;
  const links = [b.url, ...b.profiles.map((p) => p.url)].filter(Boolean);
  const english = new Intl.DisplayNames("en", { type: "region" }).of(b.location.countryCode);
  const others = (person.references ?? []).flatMap((r) => [r.name, r.email, r.phone].filter(Boolean));
  const shown = {
    name: printed(b.name),
    headline: layout.headline === false ? undefined : printed(b.label),
    location: printed(b.location.city) && [b.location.city, b.location.region, person.meta.country].filter(printed),
    emails: [b.email].filter(printed),
    phones: [b.phone].filter(printed),
    // The host of an e-mail address is not yet a link.
    links: links.filter((url) => text.split(bare(url.replace(/^https?:\/\/(www\.)?/, ""))).slice(0, -1).some((before) => !before.endsWith("@"))),
    summary: printed(b.summary),
    roles: person.work.map((w) => ({
      title: printed(w.position),
      employer: printed(w.name),
      location: layout.places === false ? undefined : printed(w.location),
      start: date(w.startDate),
      end: date(w.endDate) ?? "open",
      texts: [w.summary, ...(w.highlights ?? [])].filter(printed),
    })),
    studies: (person.education ?? []).map((e) => ({
      school: printed(e.institution),
      degree: [e.studyType, e.area].filter(printed),
      start: layout.study === "end" ? undefined : date(e.startDate),
      end: date(e.endDate),
    })),
    skills: (person.skills ?? []).flatMap((s) => (s.keywords.length ? s.keywords : [s.name])).filter(printed),
    certificates: (person.certificates ?? []).map((c) => ({
      name: printed(c.name),
      issuer: printed(c.issuer),
      date: certificateDate(c.date, layout, date),
    })).filter((c) => c.name),
  };
  // True of the person though this layout does not print it, or does not print it as what it is: read, it is no error.
  const also = {
    headline: b.label,
    location: [b.location.city, b.location.region, b.location.postalCode, b.location.countryCode, person.meta.country, english].filter(Boolean),
    links,
    skills: (person.skills ?? []).flatMap((s) => [s.name, ...s.keywords]),
    texts: layout.extra ?? [],
    names: (person.languages ?? []).map((l) => l.language),
  };
  return { language: person.meta.language, shown, also, others, othersTexts: (person.references ?? []).map((r) => r.reference) };
}

function certificateDate(value, layout, date) {
  if (!value || layout.certificates === "none") return undefined;
  if (layout.certificates === "year") return value.slice(0, 4);
  if (layout.certificates === "day") return `${value.length === 4 ? `${value}-01` : value}-01`;
  return date(value);
}
