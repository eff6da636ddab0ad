// What npm's simple-resume-parser (1.1.8, ISC) reads. It is not among this folder's packages, as what it needs is old:
// install it anywhere else with `npm install --ignore-scripts simple-resume-parser` and name that folder.
//
// node peers/simple-resume-parser.mjs MODULES RENDERED READINGS
// It gives work and education as one text each, not as entries; so only its other fields can be scored. It knows English
// headings only, so it is given English people only; score it with `--language en`.

import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [modules, rendered, readings] = process.argv.slice(2);
const require = createRequire(join(resolve(modules), "package.json"));
// It would fetch the accounts that a résumé names.
require.cache[require.resolve("request")] = { exports: (_url, done) => done(new Error("offline")) };
const Parser = require("simple-resume-parser");

for (const set of readdirSync(rendered)) {
  for (const layout of readdirSync(join(rendered, set))) {
    mkdirSync(join(readings, set, layout), { recursive: true });
    for (const file of readdirSync(join(rendered, set, layout)).filter((name) => name.endsWith(".pdf"))) {
      const out = join(readings, set, layout, `${file}.json`);
      const truth = JSON.parse(readFileSync(join(rendered, set, layout, file.replace(".pdf", ".truth.json")), "utf8"));
      if (existsSync(out) || truth.language !== "en") continue;
      const { parts = {} } = await new Parser(join(rendered, set, layout, file)).parseToJSON().catch(() => ({}));
      const reading = {
        name: parts.name,
        emails: parts.email ? [parts.email] : [],
        phones: parts.phone ? [parts.phone] : [],
        links: parts.profiles ? parts.profiles.split(/\s+/) : [],
        summary: parts.summary ?? parts.objective,
        skills: (parts.skills ?? "").split(/[\n,•·]/).map((skill) => skill.trim()).filter(Boolean),
      };
      writeFileSync(out, JSON.stringify(reading));
    }
  }
}
