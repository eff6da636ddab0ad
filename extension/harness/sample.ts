// A report typed by hand, of people who do not exist.

import type { Coverage, Document, ListReport, Reading, Report, Source, Span } from "../src/engine";
import type { TabState } from "../src/protocol";

const page: Source = {
  kind: "page",
  address: "https://www.linkedin.com/in/maren-holtby/",
  label: "LinkedIn",
};
const file: Source = { kind: "file", address: "maren-holtby-resume.pdf", label: "maren-holtby-resume.pdf" };
const earlier: Source = {
  kind: "page",
  address: "https://www.upwork.com/freelancers/~01astell",
  label: "Upwork",
};
const today = "2026-11-22";

const quote = (text: string) => ({ text, place: {} });
const span = (start: string, end?: string): Span => ({
  start,
  end: end ? { kind: "on", date: end } : { kind: "open" },
});

/** A drawn head on a coloured ground: nobody's photo. */
function face(ground: string, skin: string, coat: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="${ground}"/><circle cx="48" cy="40" r="19" fill="${skin}"/><path d="M29 37c0-26 38-26 38 0-8-11-28-13-38 0Z" fill="#4a342b"/><path d="M12 96c4-34 68-34 72 0Z" fill="${coat}"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
const here = {
  address: "https://media.example/1",
  sketch: "00",
  quality: 90,
  thumbnail: face("#b8cdd3", "#e6bd9a", "#2f4f5f"),
};
const there = {
  address: "https://media.example/2",
  sketch: "01",
  quality: 90,
  thumbnail: face("#d8cbb4", "#e6bd9a", "#2f4f5f"),
};

const coverage = (reader: string, states: string): Coverage => ({
  reader,
  parts: (
    [
      "name",
      "headline",
      "location",
      "photo",
      "contacts",
      "about",
      "roles",
      "studies",
      "skills",
      "certificates",
    ] as const
  ).map((part, at) => ({
    part,
    state: ({ r: "read", a: "absent", l: "not-loaded", n: "not-recognised" } as const)[
      (states[at] ?? "a") as "r" | "a" | "l" | "n"
    ],
    count: states[at] === "r" ? ([1, 1, 1, 1, 2, 1, 4, 1, 12, 2][at] ?? 0) : 0,
    ...(WORDS[part] && states[at] !== "a" ? { quote: { text: WORDS[part], place: { part } } } : {}),
  })),
  gaps: [
    { part: "roles", entry: 4, field: "dates", state: "absent" },
    { part: "roles", entry: 3, field: "dates", state: "not-recognised" },
  ],
});

/** What parts were read from. */
const WORDS: Record<string, string> = {
  name: "Maren Holtby",
  headline: "Platform engineer · distributed storage",
  location: "Leeds, England, United Kingdom",
  contacts: "maren@marenholtby.example",
  roles: "Principal Engineer · Fernrill Systems · Full-time",
  studies: "Oxmere University",
  certificates: "Licences & certifications",
};

const description: Document = {
  format: "docx",
  title: "Curriculum vitae",
  author: "Maren Holtby",
  last_author: "Office 4",
  company: "Castlegate Insurance",
  application: "Microsoft Word for Microsoft 365",
  template: "Normal.dotm",
  created: "2024-03-01T09:30:00+02:00",
  modified: "2026-11-02T18:05:00Z",
  ids: [{ kind: "docx-doc-id", value: "0a" }],
  revisions: ["00a1", "00a2", "00a3"],
  fonts: [{ name: "Calibri" }, { name: "Cambria" }],
  hidden: [
    { text: "kubernetes terraform golang rust kafka spark airflow", reason: "background", page: 1 },
    { text: "Lorem ipsum dolor sit amet, consectetur adipiscing elit", reason: "off-page", page: 2 },
  ],
};

const readings: Reading[] = [
  {
    source: page,
    profile: {
      name: quote("Maren Holtby"),
      headline: quote("Platform engineer · distributed storage"),
      photo: here,
      roles: [
        { title: quote("Principal Engineer"), employer: quote("Fernrill Systems"), span: span("2022-08") },
        {
          title: quote("Senior Engineer"),
          employer: quote("Fernrill Systems"),
          span: span("2020-09", "2022-08"),
        },
        { title: quote("Developer"), employer: quote("Quay Labs"), span: span("2018-01", "2021-06") },
        {
          title: quote("Research assistant"),
          employer: quote("Oxmere University"),
          span: span("2017", "2018"),
        },
        { title: quote("Volunteer"), employer: quote("Harbour Code Club") },
      ],
      studies: [
        { degree: quote("BSc Computing"), school: quote("Oxmere University"), span: span("2014", "2018") },
      ],
    },
    coverage: coverage("linkedin-sdui", "rrrrarrrln"),
  },
  {
    source: file,
    profile: {
      name: quote("Maren Holtby"),
      roles: [
        { title: quote("Principal Engineer"), employer: quote("Fernrill Systems"), span: span("2022-08") },
        { title: quote("Developer"), employer: quote("Quay Labs"), span: span("2019-02", "2020-08") },
      ],
      studies: [
        { degree: quote("BSc Computing"), school: quote("Oxmere University"), span: span("2014", "2018") },
      ],
    },
    coverage: coverage("pdf", "rraarrrrra"),
    document: description,
  },
];

const report: Report = {
  engine: "0.1.0",
  today,
  readings,
  worth_verifying: 3,
  findings: [
    {
      check: "photo/seen-elsewhere",
      rule: 1,
      strength: "strong",
      args: { name: "Rune Astell", here: "Maren Holtby", there: "Rune Astell" },
      facts: [
        { name: "here", quote: { text: "Maren Holtby", place: { part: "name" } }, source: page },
        { name: "there", quote: { text: "Rune Astell", place: { part: "name" } }, source: earlier },
      ],
      evidence: [{ kind: "photos", here, there, distance: 9 }],
      seen: { id: "00f3", name: "Rune Astell", source: earlier, on: "2026-11-09" },
    },
    {
      check: "text/seen-elsewhere",
      rule: 1,
      strength: "strong",
      args: {
        here: "I build storage that survives.",
        there: "I build storage that survives.",
        name: "Rune Astell",
      },
      facts: [],
      evidence: [
        {
          kind: "passages",
          shared_words: 19,
          here: [
            { text: "I build storage that survives: ", shared: false },
            {
              text: "replication under partition, recovery in minutes, and the dull work of testing both every night ",
              shared: true,
            },
            { text: "at Fernrill.", shared: false },
          ],
          there: [
            { text: "Ten years of ", shared: false },
            {
              text: "replication under partition, recovery in minutes, and the dull work of testing both every night ",
              shared: true,
            },
            { text: "for clients in three countries.", shared: false },
          ],
        },
      ],
      seen: { id: "00f3", name: "Rune Astell", source: earlier, on: "2026-11-09" },
    },
    {
      check: "history/sources-contradict",
      rule: 1,
      strength: "medium",
      args: {
        here: "Jan 2018 - Jun 2021",
        there: "Feb 2019 – Aug 2020",
        entry: "Developer, Quay Labs",
        here_source: "LinkedIn",
        there_source: "maren-holtby-resume.pdf",
      },
      facts: [
        {
          name: "here",
          quote: { text: "Jan 2018 - Jun 2021 · 3 yrs 6 mos", place: { part: "roles", entry: 3 } },
          source: page,
        },
        {
          name: "there",
          quote: { text: "Feb 2019 – Aug 2020", place: { part: "roles", entry: 2, page: 1 } },
          source: file,
        },
      ],
      evidence: [
        {
          kind: "timeline",
          bars: [
            { label: "Developer, Quay Labs", span: span("2018-01", "2021-06"), source: page },
            { label: "Developer, Quay Labs", span: span("2019-02", "2020-08"), source: file },
          ],
          marked: span("2018-01", "2019-02"),
          today,
        },
      ],
    },
    {
      check: "history/overlapping-roles",
      rule: 1,
      strength: "weak",
      args: {
        first_role: "Senior Engineer, Fernrill Systems",
        second_role: "Developer, Quay Labs",
        months: "9",
      },
      facts: [
        {
          name: "first",
          quote: { text: "Sep 2020 - Aug 2022 · 2 yrs", place: { part: "roles", entry: 2 } },
          source: page,
        },
        {
          name: "second",
          quote: { text: "Jan 2018 - Jun 2021 · 3 yrs 6 mos", place: { part: "roles", entry: 3 } },
          source: page,
        },
      ],
      evidence: [
        {
          kind: "timeline",
          bars: [
            { label: "Senior Engineer, Fernrill Systems", span: span("2020-09", "2022-08"), source: page },
            { label: "Developer, Quay Labs", span: span("2018-01", "2021-06"), source: page },
          ],
          marked: span("2020-09", "2021-06"),
          today,
        },
      ],
    },
  ],
};

const search: Source = {
  kind: "page",
  address: "https://www.linkedin.com/search/results/people/",
  label: "LinkedIn",
};

const card = (name: string, headline: string, findings: Report["findings"] = [], photo = true): Report => ({
  engine: "0.1.0",
  today,
  worth_verifying: findings.length,
  findings,
  readings: [
    {
      source: {
        ...search,
        address: `https://www.linkedin.com/in/${name.toLowerCase().replaceAll(" ", "-")}`,
      },
      profile: { name: quote(name), headline: quote(headline), photo: photo ? here : undefined },
      coverage: coverage("linkedin-search", photo ? "rrrraaaaaa" : "rrraaaaaaa"),
    },
  ],
});

const list: ListReport = {
  source: search,
  reader: "linkedin-search",
  cards: [
    card("Dita Solway", "Head of engineering at Tollgate"),
    card("Rune Astell", "Site reliability engineer", report.findings.slice(0, 2)),
    card(
      "Wolfeschlegelsteinhausen-Bergerdorff Maximiliana Theodora",
      "Donaudampfschifffahrtsgesellschaftskapitänin und Beraterin für verteilte Systeme",
      [],
      false,
    ),
    card("Ilka D.", "Data engineer", report.findings.slice(0, 1)),
    card("Sorrel Addis", "Data pipelines, Go", [], false),
  ],
  sharing: 2,
  beside: [],
  unread: 2,
  more: true,
};

const url = page.address;
export const STATES: Record<string, Partial<TabState>> = {
  report: { phase: "done", url, photo: "read", report, files: readings.slice(1) },
  empty: {},
  list: { phase: "done", url: search.address, list, cardPhotos: ["read", "read", "none", "read", "covered"] },
  looking: { phase: "examining" },
  errors: {
    phase: "done",
    url,
    photo: "none",
    errors: [
      { id: "no-profile", message: "" },
      { id: "encrypted", message: "", input: "maren-holtby-resume.pdf" },
    ],
  },
  clean: {
    phase: "done",
    url,
    photo: "covered",
    moved: true,
    report: {
      ...report,
      findings: [],
      worth_verifying: 0,
      readings: readings.slice(0, 1).map((reading) => ({
        ...reading,
        profile: { ...reading.profile, photo: undefined },
        coverage: { ...reading.coverage, site_changed: "linkedin-sdui" },
      })),
    },
  },
};
