// One invented person's résumé in each kind of file that a text can be put into, and files that cannot be read: written
// when the tests run. What a program has to write (PDF, DOCX, ODT, RTF) is in tests/samples.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, deflateSync } from "node:zlib";
import { checksum, sample, zip } from "./hostile.mjs";

/** As in sorrel-addis.docx. */
const TEXT = `Sorrel Addis
Bristol, United Kingdom | sorrel.addis@example.org | +44 117 496 0355

Profile
Test engineer who likes instruments with knobs. Eleven years of making failures repeat themselves, in laboratories first and in data centres since.

Experience
Senior Test Engineer, Pennine Post
May 2020 - Present
- Bench of 60 devices, one button.
- Release notes that people read.

Test Engineer, Osgood Instruments
Sep 2015 - Apr 2020
- Drift tests for thermal cameras.

Education
Severn Bank University
BEng Electronic Engineering, 2012 - 2015

Skills
Python, LabVIEW, Soldering, patience
`;

const HEADINGS = new Set(["Profile", "Experience", "Education", "Skills"]);

/** @param {(line: string) => string} name @param {(line: string) => string} heading @param {(line: string) => string} plain */
function marked(name, heading, plain) {
  return TEXT.split("\n").map((line, at) => (at === 0 ? name(line) : HEADINGS.has(line) ? heading(line) : plain(line))).join("\n");
}

const markdown = () => marked((l) => `# ${l}\n`, (l) => `## ${l}\n`, (l) => (/^(Senior )?Test Engineer,|^Severn/.test(l) ? `### ${l}\n` : `${l}  `));

const html = () => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sorrel Addis</title><body>
${marked((l) => `<h1>${l}</h1>`, (l) => `<h2>${l}</h2>`, (l) => (/^(Senior )?Test Engineer,|^Severn/.test(l) ? `<h3>${l}</h3>` : l === "" ? "" : l.startsWith("- ") ? `<ul><li>${l.slice(2)}</li></ul>` : `<p>${l}</p>`))}
</body></html>`;

/** As browsers save a page with its images. */
function mhtml() {
  const quoted = html().replaceAll("=", "=3D").replace(/(.{70})/g, "$1=\r\n");
  return `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://sorrel.example/\r\nSubject: Sorrel Addis\r\nMIME-Version: 1.0\r
Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Part--x----"\r\n\r\n\r\n------Part--x----\r\nContent-Type: text/html\r
Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://sorrel.example/\r\n\r\n${quoted}\r\n------Part--x----\r\nContent-Type: image/png\r
Content-Transfer-Encoding: base64\r\nContent-Location: https://sorrel.example/a.png\r\n\r\niVBORw0KGgo=\r\n------Part--x------\r\n`;
}

/** As LinkedIn hands its members what it has of them; of others there is a file as well. */
function linkedinExport() {
  const files = {
    "Profile.csv":
      "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,Twitter Handles,Websites,Instant Messengers\n" +
      'Sorrel,Addis,,,,Senior Test Engineer,"Test engineer who likes instruments with knobs.",Electronics,,"Bristol, United Kingdom",,,\n',
    "Positions.csv":
      "Company Name,Title,Description,Location,Started On,Finished On\n" +
      "Pennine Post,Senior Test Engineer,Release notes that people read.,,May 2020,\nOsgood Instruments,Test Engineer,Drift tests for thermal cameras.,,Sep 2015,Apr 2020\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nSevern Bank University,2012,2015,,BEng Electronic Engineering,\n",
    "Skills.csv": "Name\nPython\nLabVIEW\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nsorrel.addis@example.org,Yes,Yes,1/1/24\n",
    "Connections.csv": "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nRune,Astell,,,Quay Labs,Engineer,01 Jan 2020\n",
  };
  return zip(
    Object.entries(files).map(([name, text]) => ({ name, body: deflateRawSync(text), size: Buffer.byteLength(text), crc: checksum(Buffer.from(text)) })),
  );
}

/** A page that is one picture, as scanners make it. */
function scan() {
  const [width, height] = [170, 220];
  const grey = deflateSync(Buffer.from({ length: width * height }, (_, at) => (at % 7 === 0 ? 40 : 235)));
  const drawn = `q 595 0 0 770 0 36 cm /I Do Q`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>",
    `<</Length ${drawn.length}>>stream\n${drawn}\nendstream`,
    `<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/Length ${grey.length}>>stream\n${grey.toString("latin1")}\nendstream`,
  ];
  let pdf = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(pdf, "latin1");
}

/** As far as it is told from others: the container of old Office programs with a text's part in it. */
function oldDoc() {
  const file = Buffer.alloc(4_096);
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  file.set([0xec, 0xa5], 512);
  file.write("Sorrel Addis", 1_024, "latin1");
  file.write("WordDocument", 2_048, "utf16le");
  return file;
}

/** @type {Record<string, () => string | Buffer>} */
const MADE = {
  "sorrel-addis.txt": () => TEXT,
  "sorrel-addis.md": markdown,
  "sorrel-addis.html": html,
  "sorrel-addis.mhtml": mhtml,
  "Basic_LinkedInDataExport_11-22-2026.zip": linkedinExport,
  "scan.pdf": scan,
  "sorrel-addis.doc": oldDoc,
};

/**
 * The path of a file: of one that is made here, or a sample.
 * @param {string} name
 * @param {string} folder
 */
export function file(name, folder) {
  const make = MADE[name];
  if (!make) return sample(name);
  const path = join(folder, name);
  writeFileSync(path, make());
  return path;
}

/** @param {string} path */
export const bytes = (path) => readFileSync(path);
