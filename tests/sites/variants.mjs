// Makes the variants of the SDUI sample page from `maren-holtby.html`, so that they differ from it in one thing each.
//
//     node tests/sites/variants.mjs            writes them
//     node tests/sites/variants.mjs --check    fails when a written one is not what would be made now

import { readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const base = readFileSync(new URL("maren-holtby.html", here), "utf8");

/**
 * Replaces every occurrence; a variant whose words are no longer in the base page is an error, not a silent copy.
 * @param {string} html
 * @param {[string | RegExp, string][]} pairs
 */
function replaceAll(html, pairs) {
  for (const [from, to] of pairs) {
    const next = html.replaceAll(from, to);
    if (next === html) throw new Error(`not found in the page: ${from}`);
    html = next;
  }
  return html;
}

const skeleton = '<section class="_skel"><div><div></div><div></div></div></section>';
const from = (start) => new RegExp(`<div id="${start}[\\s\\S]*?(?=\\n\\n <)`, "g");
const card = (name) => `com\\.linkedin\\.sdui\\.profile\\.card\\.refACoAAFAKE01${name}"`;

const variants = {
  // Nothing below the header was scrolled to: cards are placeholders. A skeleton is not "no experience".
  "maren-holtby-unscrolled": replaceAll(base, [
    [from("profileCardsExperienceOnlymaren-holtby"), `<div id="profileCardsExperienceOnlymaren-holtby">${skeleton}</div>`],
    [from(card("EducationTopLevelSection")), `<div id="profileCardsBelowActivityPart2WithoutExpmaren-holtby">${skeleton}</div>`],
    [from(card("CertificationTopLevel")), ""],
    [from(card("Skills")), ""],
    [from(card("LanguageTopLevel")), ""],
    [from(card("RecommendationsTopLevel")), ""],
  ]),
  "maren-holtby-ids-only": replaceAll(base, [[/ componentkey="com\.linkedin\.sdui\.profile\.card\.[^"]*"/g, ""]]),
  "maren-holtby-componentkeys-only": replaceAll(base, [[/ id="com\.linkedin\.sdui\.profile\.card\.[^"]*"/g, ""]]),
  "maren-holtby-italian": replaceAll(base, [
    ['lang="en"', 'lang="it"'],
    ['aria-label="Primary content"', 'aria-label="CTA principale"'],
    ['aria-label="Profile photo"', 'aria-label="Foto del profilo"'],
    ['aria-label="Complementary content"', 'aria-label="Contenuti complementari"'],
    ["0 notifications", "0 notifiche"],
    ["· 1st<", "· 1°<"],
    ["· 2nd<", "· 2°<"],
    ["· 3rd<", "· 3°<"],
    ["Contact info", "Informazioni di contatto"],
    ["547 followers", "547 follower"],
    ["500+ connections", "Più di 500 collegamenti"],
    ["Pavel Orrin, Dita Solway and 4 other mutual connections", "Pavel Orrin, Dita Solway e altri 4 collegamenti in comune"],
    ["<span>more</span>", "<span>altro</span>"],
    ["<h2>About</h2>", "<h2>Informazioni</h2>"],
    ["Top skills", "Competenze principali"],
    ["<h2>Activity</h2>", "<h2>Attività</h2>"],
    ["Maren Holtby reposted", "Maren Holtby ha diffuso"],
    ["<h2>Experience</h2>", "<h2>Esperienza</h2>"],
    ["Full-time", "A tempo pieno"],
    ["· 6 yrs 3 mos", "· 6 anni 3 mesi"],
    ["Aug 2022 - Present · 4 yrs 4 mos", "ago 2022 - Presente · 4 anni 4 mesi"],
    ["Sep 2020 - Aug 2022 · 2 yrs", "set 2020 - ago 2022 · 2 anni"],
    ["Jan 2018 - Aug 2020 · 2 yrs 8 mos", "gen 2018 - ago 2020 · 2 anni 8 mesi"],
    ["Sep 2016 - Dec 2017 · 1 yr 4 mos", "set 2016 - dic 2017 · 1 anno 4 mesi"],
    ["<p>Remote</p>", "<p>Da remoto</p>"],
    ["· Hybrid", "· Ibrido"],
    ["Go, Raft and +3 skills", "Go, Raft e +3 competenze"],
    ["Promoted", "Promosso"],
    ["Show all 4 experiences", "Mostra tutte le 4 esperienze"],
    ["<h2>Education</h2>", "<h2>Formazione</h2>"],
    ["Grade: First", "Votazione: First"],
    ["Licenses &amp; certifications", "Licenze e certificazioni"],
    ["Issued May 2024 · Expires Jun 2027", "Data di rilascio: mag 2024 · Data di scadenza: giu 2027"],
    ["Credential ID NG-77", "ID credenziale NG-77"],
    ["<h2>Skills</h2>", "<h2>Competenze</h2>"],
    ["<h2>Languages</h2>", "<h2>Lingue</h2>"],
    ["<h2>Recommendations</h2>", "<h2>Referenze</h2>"],
    ["More profiles for you", "Altri profili consultati"],
  ]),
  // The site was rebuilt: not one of the keys that the site file knows is left.
  "maren-holtby-changed": replaceAll(base, [
    [/ (id|componentkey|data-testid)="(com\.linkedin\.sdui|profile|entity|Profile|Connect)[^"]*"/g, ""],
    [/ data-sdui-screen="[^"]*"/g, ""],
    ['id="workspace"', 'id="w1"'],
    ['data-testid="lazy-column"', 'class="_col"'],
    ['data-testid="expandable-text-box"', 'class="_t"'],
    ["overlay/contact-info/", "about-me/"],
    ["profile-displayphoto", "p-img"],
  ]),
};

const check = process.argv.includes("--check");
for (const [name, html] of Object.entries(variants)) {
  const file = new URL(`${name}.html`, here);
  const text = html.replace("<!doctype html>", "<!doctype html>\n<!-- Made by tests/sites/variants.mjs; do not edit. -->");
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error(`${name}.html is not what variants.mjs makes: run node tests/sites/variants.mjs`);
    process.exitCode = 1;
  }
}
