// Makes the variants of the sample pages, so that they differ from `maren-holtby.html` (SDUI), `rune-astell.html` (Ember)
// and `sorrel-addis-public.html` (guests' view) in one thing each.
//
//     node tests/sites/variants.mjs            writes them
//     node tests/sites/variants.mjs --check    fails when a written one is not what would be made now

import { readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const page = (name) => readFileSync(new URL(`${name}.html`, here), "utf8");
const base = page("maren-holtby");

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

// Nothing below the header was scrolled to: cards are placeholders. A skeleton is not "no experience".
const unscrolled = (html) =>
  replaceAll(html, [
  [from("profileCardsExperienceOnlymaren-holtby"), `<div id="profileCardsExperienceOnlymaren-holtby">${skeleton}</div>`],
  [from(card("EducationTopLevelSection")), `<div id="profileCardsBelowActivityPart2WithoutExpmaren-holtby">${skeleton}</div>`],
  [from(card("CertificationTopLevel")), ""],
  [from(card("Skills")), ""],
  [from(card("LanguageTopLevel")), ""],
  [from(card("RecommendationsTopLevel")), ""],
  ]);

const italian = replaceAll(base, [
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
]);

const german = replaceAll(base, [
  ['lang="en"', 'lang="de"'],
  ['aria-label="Primary content"', 'aria-label="Hauptinhalt"'],
  ['aria-label="Profile photo"', 'aria-label="Profilfoto"'],
  ['aria-label="Complementary content"', 'aria-label="Ergänzender Inhalt"'],
  ["0 notifications", "0 Benachrichtigungen"],
  ["· 1st<", "· 1.<"],
  ["· 2nd<", "· 2.<"],
  ["· 3rd<", "· 3.<"],
  ["She/Her", "Sie/Ihr"],
  ["Contact info", "Kontaktinfo"],
  ["547 followers", "547 Follower:innen"],
  ["500+ connections", "500+ Kontakte"],
  ["Pavel Orrin, Dita Solway and 4 other mutual connections", "Pavel Orrin, Dita Solway und 4 weitere gemeinsame Kontakte"],
  ["<span>more</span>", "<span>mehr</span>"],
  ["<h2>About</h2>", "<h2>Info</h2>"],
  ["Top skills", "Top-Kenntnisse"],
  ["<h2>Activity</h2>", "<h2>Aktivitäten</h2>"],
  ["Maren Holtby reposted", "Maren Holtby hat dies geteilt"],
  ["<h2>Experience</h2>", "<h2>Berufserfahrung</h2>"],
  ["Full-time", "Vollzeit"],
  ["· 6 yrs 3 mos", "· 6 Jahre 3 Monate"],
  ["Aug 2022 - Present · 4 yrs 4 mos", "Aug. 2022–Heute · 4 Jahre 4 Monate"],
  ["Sep 2020 - Aug 2022 · 2 yrs", "Sept. 2020–Aug. 2022 · 2 Jahre"],
  ["Jan 2018 - Aug 2020 · 2 yrs 8 mos", "Jan. 2018–Aug. 2020 · 2 Jahre 8 Monate"],
  ["Sep 2016 - Dec 2017 · 1 yr 4 mos", "Sept. 2016–Dez. 2017 · 1 Jahr 4 Monate"],
  ["Go, Raft and +3 skills", "Go, Raft und +3 Kenntnisse"],
  ["Promoted", "Anzeige"],
  ["Show all 4 experiences", "Alle 4 Berufserfahrungen anzeigen"],
  ["<h2>Education</h2>", "<h2>Ausbildung</h2>"],
  ["2013 – 2016", "2013–2016"],
  ["Grade: First", "Abschlussnote: First"],
  ["Licenses &amp; certifications", "Bescheinigungen und Zertifikate"],
  ["Issued May 2024 · Expires Jun 2027", "Ausgestellt: Mai 2024 · Gültig bis: Juni 2027"],
  ["Credential ID NG-77", "Zertifikats-ID NG-77"],
  ["<h2>Skills</h2>", "<h2>Kenntnisse</h2>"],
  ["<h2>Languages</h2>", "<h2>Sprachen</h2>"],
  ["<h2>Recommendations</h2>", "<h2>Empfehlungen</h2>"],
  ["More profiles for you", "Weitere Profile für Sie"],
]);

const french = replaceAll(base, [
  ['lang="en"', 'lang="fr"'],
  ['aria-label="Profile photo"', 'aria-label="Photo de profil"'],
  ["0 notifications", "0 notification"],
  ["· 1st<", "· 1er<"],
  ["· 2nd<", "· 2e<"],
  ["· 3rd<", "· 3e et +<"],
  ["She/Her", "Elle"],
  ["Contact info", "Coordonnées"],
  ["547 followers", "547\u00a0abonnés"],
  ["500+ connections", "Plus de 500\u00a0relations"],
  ["Pavel Orrin, Dita Solway and 4 other mutual connections", "Pavel Orrin, Dita Solway et 4\u00a0autres relations en commun"],
  ["<span>more</span>", "<span>plus</span>"],
  ["<h2>About</h2>", "<h2>Infos</h2>"],
  ["<h2>Activity</h2>", "<h2>Activité</h2>"],
  ["Maren Holtby reposted", "Maren Holtby a republié ceci"],
  ["<h2>Experience</h2>", "<h2>Expérience</h2>"],
  ["Full-time", "Temps plein"],
  ["· 6 yrs 3 mos", "· 6 ans 3 mois"],
  ["Aug 2022 - Present · 4 yrs 4 mos", "août 2022 - aujourd’hui · 4 ans 4 mois"],
  ["Sep 2020 - Aug 2022 · 2 yrs", "sept. 2020 - août 2022 · 2 ans"],
  ["Jan 2018 - Aug 2020 · 2 yrs 8 mos", "janv. 2018 - août 2020 · 2 ans 8 mois"],
  ["Sep 2016 - Dec 2017 · 1 yr 4 mos", "sept. 2016 - déc. 2017 · 1 an 4 mois"],
  ["<p>Remote</p>", "<p>À distance</p>"],
  ["· Hybrid", "· Hybride"],
  ["Go, Raft and +3 skills", "Go, Raft et 3 autres compétences"],
  ["Promoted", "Post sponsorisé"],
  ["Show all 4 experiences", "Afficher les 4 expériences"],
  ["<h2>Education</h2>", "<h2>Formation</h2>"],
  ["Grade: First", "Résultat\u00a0: First"],
  ["Licenses &amp; certifications", "Licences et certifications"],
  ["Issued May 2024 · Expires Jun 2027", "Émise le mai 2024 · Expire le juin 2027"],
  ["Credential ID NG-77", "ID du diplôme NG-77"],
  ["<h2>Skills</h2>", "<h2>Compétences</h2>"],
  ["<h2>Languages</h2>", "<h2>Langues</h2>"],
  ["<h2>Recommendations</h2>", "<h2>Recommandations</h2>"],
]);

// The contact dialog is open over the profile; it stands outside of the profile's own screen.
const contact = replaceAll(base, [
  [
    '<div data-floating-ui-portal hidden>',
    '<dialog open><h2>Maren Holtby</h2><p>Email</p><a href="mailto:maren@example.org">maren@example.org</a><p>Website</p><a href="https://www.linkedin.com/safety/go?url=https%3A%2F%2Fmarenholtby.example&amp;trk=contact-info">marenholtby.example</a></dialog>\n<dialog open><h2>Pavel Orrin</h2><a href="mailto:pavel@tollgate.example">pavel@tollgate.example</a></dialog>\n<div data-floating-ui-portal hidden>',
  ],
]);

// All roles on a page of their own: no header, the name only in the title.
const experience = /<div id="com\.linkedin\.sdui\.profile\.card\.refACoAAFAKE01ExperienceTopLevelSection"[\s\S]*?<\/section><\/div>/.exec(base)?.[0] ?? "";
const details = replaceAll(base, [
  [/ <div id="profileCardsAboveActivityTopcardOnlymaren-holtby">[\s\S]*(?=<\/div><\/section><\/main>)/g, `${replaceAll(experience, [["ExperienceTopLevelSection", "ExperienceDetailsSection"], [/\n {2}<a class="_more"[^\n]*?<\/a>/g, ""]])}\n <footer><h2>People you may know</h2><a href="/in/pavel-orrin/"><p>Pavel Orrin</p></a><p>Hiring manager at Tollgate</p></footer>\n`],
  ["com.linkedin.sdui.flagshipnav.profile.Profile\"", "com.linkedin.sdui.flagshipnav.profile.ProfileExperienceDetails\""],
]);

// Some pages repeat the name: a collapsed header over the expanded one.
const twoHeadings = replaceAll(base, [
  ['<div class="_name"><a href', '<div class="_name"><h2>Maren Holtby</h2><a href'],
]);

const rune = page("rune-astell");
const runeFrench = replaceAll(rune, [
  ['lang="en"', 'lang="fr"'],
  ["0 notifications", "0 notification"],
  ["Current company: Quay Labs. Click to skip to experience card", "Entreprise actuelle : Quay Labs. Cliquez pour passer à la carte Expérience"],
  [">Highlights<", ">Points forts<"],
  [">About<", ">Infos<"],
  [">Activity<", ">Activité<"],
  [">Experience<", ">Expérience<"],
  ["Full-time", "Temps plein"],
  ["Mar 2021 - Present · 5 yrs 9 mos", "mars 2021 - aujourd’hui · 5 ans 9 mois"],
  ["Mar 2021 to Present · 5 yrs 9 mos", "De mars 2021 à aujourd’hui · 5 ans 9 mois"],
  ["Feb 2019 - Nov 2021 · 2 yrs 10 mos", "févr. 2019 - nov. 2021 · 2 ans 10 mois"],
  ["Feb 2019 to Nov 2021 · 2 yrs 10 mos", "De févr. 2019 à nov. 2021 · 2 ans 10 mois"],
  ["· 3 yrs 1 mo<", "· 3 ans 1 mois<"],
  ["Jun 2017 - Jan 2019 · 1 yr 8 mos", "juin 2017 - janv. 2019 · 1 an 8 mois"],
  ["Jan 2016 - Jun 2017 · 1 yr 6 mos", "janv. 2016 - juin 2017 · 1 an 6 mois"],
  ["Sep 2015 - Mar 2015", "sept. 2015 - mars 2015"],
  [" · Remote<", " · À distance<"],
  ["…see more", "…voir plus"],
  [">Education<", ">Formation<"],
  [">Skills<", ">Compétences<"],
  [">Recommendations<", ">Recommandations<"],
  ["More profiles for you", "Autres profils pour vous"],
]);

// What guests have been shown since 2026: rows of stars in the place of past employers and titles.
const sorrel = page("sorrel-addis-public");
const masked = replaceAll(sorrel, [
  [">Field Engineer<", ">***** ********<"],
  [">Harbour Engineer<", ">******* ********<"],
  [">Kestrel Survey<", ">******* ******<"],
  [/,"alumniOf":\[[\s\S]*?(?=,"awards")/g, ',"alumniOf":[{"@type":"Organization","name":"******* ******","member":{"@type":"OrganizationRole"}}]'],
  [">Ostmark Polytechnic<", ">******* ***********<"],
]);

const variants = {
  "maren-holtby-unscrolled": unscrolled(base),
  "maren-holtby-ids-only": replaceAll(base, [[/ componentkey="com\.linkedin\.sdui\.profile\.card\.[^"]*"/g, ""]]),
  "maren-holtby-componentkeys-only": replaceAll(base, [[/ id="com\.linkedin\.sdui\.profile\.card\.[^"]*"/g, ""]]),
  "maren-holtby-italian": italian,
  "maren-holtby-german": german,
  "maren-holtby-german-unscrolled": unscrolled(german),
  "maren-holtby-french": french,
  "maren-holtby-contact": contact,
  "maren-holtby-details": details,
  "maren-holtby-two-headings": twoHeadings,
  "rune-astell-french": runeFrench,
  "sorrel-addis-masked": masked,
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
