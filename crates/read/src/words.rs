//! Word lists the recognisers share: months, "present", durations, employment, section headings.
//!
//! All words are folded as [`loupe_profile::fold`] folds (lower case, no accents, no punctuation). Months and durations
//! follow CLDR 45's wide and abbreviated names plus the spellings LinkedIn prints; the languages are those of
//! `sites.md`'s table. More languages come with their reading bench.

use loupe_profile::Part;

/// Month names by number: any name of which the written word is a prefix of at least three letters, or listed whole.
pub(crate) const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janner", "janvier", "enero", "ene", "gennaio", "janeiro", "januari"],
    &["february", "februar", "fevrier", "fevr", "febrero", "febbraio", "fevereiro", "februari"],
    &["march", "marz", "maerz", "mars", "marzo", "marco", "maart", "mrt", "mrz"],
    &["april", "avril", "avr", "abril", "abr", "aprile"],
    &["may", "mai", "mayo", "maggio", "mag", "maio", "mei"],
    &["june", "juni", "juin", "junio", "giugno", "giu", "junho"],
    &["july", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho"],
    &["august", "aout", "agosto", "ago", "augustus"],
    &["september", "sept", "septembre", "septiembre", "settembre", "set", "setembro"],
    &["october", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "dez", "decembre", "diciembre", "dic", "dicembre", "dezembro"],
];

/// The month a folded word names.
pub(crate) fn month(word: &str) -> Option<u8> {
    let named = |names: &&[&str]| {
        names.iter().any(|name| *name == word || (word.len() >= 3 && name.len() > 4 && name.starts_with(word)))
    };
    MONTHS.iter().position(named).map(|at| at as u8 + 1)
}

/// Phrases that say a span goes on.
pub(crate) const PRESENT: [&str; 26] = [
    "present",
    "current",
    "currently",
    "now",
    "today",
    "ongoing",
    "to date",
    "no end date",
    "heute",
    "jetzt",
    "aktuell",
    "laufend",
    "aujourd hui",
    "aujourdhui",
    "present day",
    "actualidad",
    "la actualidad",
    "actualmente",
    "actual",
    "presente",
    "oggi",
    "attuale",
    "o momento",
    "atual",
    "heden",
    "至今",
];

/// Words between the two ends of a span.
pub(crate) const TO: [&str; 12] =
    ["to", "until", "till", "bis", "a", "au", "al", "hasta", "ate", "tot", "t m", "through"];

/// Words before a start that has no end.
pub(crate) const SINCE: [&str; 8] = ["since", "seit", "depuis", "desde", "dal", "da", "sinds", "from"];

/// Words a duration is made of.
pub(crate) const DURATION: [&str; 41] = [
    "yr", "yrs", "year", "years", "mo", "mos", "month", "months", "jahr", "jahre", "jahren", "monat", "monate",
    "monaten", "und", "an", "ans", "annee", "annees", "mois", "ano", "anos", "mes", "meses", "anno", "anni", "mese",
    "mesi", "jr", "jaar", "mnd", "maand", "maanden", "and", "et", "y", "e", "less", "than", "a", "年",
];

/// Words that state full-time work.
pub(crate) const FULL_TIME: [&str; 14] = [
    "full time",
    "fulltime",
    "permanent full time",
    "vollzeit",
    "temps plein",
    "plein temps",
    "jornada completa",
    "tiempo completo",
    "tempo integral",
    "tempo inteiro",
    "a tempo pieno",
    "tempo pieno",
    "voltijd",
    "全职",
];

/// Other words for a kind of employment.
pub(crate) const EMPLOYMENT: [&str; 41] = [
    "part time",
    "contract",
    "freelance",
    "self employed",
    "internship",
    "intern",
    "apprenticeship",
    "seasonal",
    "temporary",
    "permanent",
    "volunteer",
    "trainee",
    "teilzeit",
    "selbststandig",
    "freiberuflich",
    "praktikum",
    "befristet",
    "werkstudent",
    "ausbildung",
    "cdi",
    "cdd",
    "temps partiel",
    "stage",
    "alternance",
    "independant",
    "jornada parcial",
    "contrato temporal",
    "autonomo",
    "practicas",
    "media jornada",
    "meio periodo",
    "estagio",
    "tempo parcial",
    "pj",
    "part time a tempo determinato",
    "stagista",
    "tirocinio",
    "deeltijd",
    "zzp",
    "contractor",
    "fixed term",
];

/// Words for where work is done that stand beside a place.
pub(crate) const WORK_MODE: [&str; 18] = [
    "remote",
    "hybrid",
    "on site",
    "onsite",
    "vor ort",
    "home office",
    "teletravail",
    "hybride",
    "sur site",
    "en remoto",
    "remoto",
    "presencial",
    "hibrido",
    "in sede",
    "ibrido",
    "da remoto",
    "op locatie",
    "thuis",
];

/// What a known heading does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Heading {
    /// Opens a part.
    Opens(Part),
    /// Opens what other people wrote, or other people: never read.
    OthersWords,
}

/// Headings of sections, by the part they open. [`Part::Other`] headings end a part without opening a known one.
const HEADINGS: [(Heading, &[&str]); 8] = [
    (
        Heading::Opens(Part::Roles),
        &[
            "experience",
            "work experience",
            "working experience",
            "experience details",
            "work experience details",
            "employment details",
            "job experience",
            "experience summary",
            "organizational experience",
            "organisational experience",
            "work profile",
            "job profile",
            "professional background",
            "career profile",
            "internships",
            "internship experience",
            "industrial experience",
            "professional experience",
            "employment",
            "employment history",
            "work history",
            "career history",
            "career",
            "work",
            "relevant experience",
            "berufserfahrung",
            "erfahrung",
            "berufliche stationen",
            "beruflicher werdegang",
            "werdegang",
            "experience professionnelle",
            "experiences professionnelles",
            "experiences",
            "parcours professionnel",
            "experiencia",
            "experiencia profesional",
            "experiencia laboral",
            "esperienza",
            "esperienze",
            "esperienza professionale",
            "esperienze professionali",
            "esperienza lavorativa",
            "experiencia profissional",
            "ervaring",
            "werkervaring",
            "工作经历",
            "工作经验",
        ],
    ),
    (
        Heading::Opens(Part::Studies),
        &[
            "education",
            "education and training",
            "academic background",
            "academic history",
            "qualifications",
            "academic qualifications",
            "educational qualifications",
            "educational qualification",
            "education qualification",
            "education qualifications",
            "academic qualification",
            "qualification",
            "academic profile",
            "academic credentials",
            "academics",
            "academic details",
            "educational details",
            "education details",
            "scholastics",
            "academic record",
            "educational background",
            "education background",
            "professional qualification",
            "professional qualifications",
            "academia",
            "studies",
            "ausbildung",
            "bildung",
            "studium",
            "bildungsweg",
            "formation",
            "formations",
            "formacion",
            "educacion",
            "formacion academica",
            "istruzione",
            "formazione",
            "istruzione e formazione",
            "formacao",
            "formacao academica",
            "educacao",
            "opleiding",
            "opleidingen",
            "教育经历",
            "教育背景",
        ],
    ),
    (
        Heading::Opens(Part::Skills),
        &[
            "skills",
            "technical skills",
            "computer skills",
            "computer skill",
            "it skills",
            "software skills",
            "computer proficiency",
            "software proficiency",
            "computer knowledge",
            "technical qualification",
            "technical expertise",
            "areas of expertise",
            "area of expertise",
            "professional skills",
            "personal skills",
            "key skills and competencies",
            "soft skills",
            "skill set",
            "core strengths",
            "key skills",
            "core skills",
            "skills and expertise",
            "core competencies",
            "technologies",
            "top skills",
            "expertise",
            "kenntnisse",
            "fahigkeiten",
            "kompetenzen",
            "competences",
            "competencias",
            "habilidades",
            "aptitudes",
            "competenze",
            "vaardigheden",
            "technical proficiencies",
        ],
    ),
    (
        Heading::Opens(Part::Certificates),
        &[
            "certifications",
            "certificates",
            "licenses certifications",
            "licenses and certifications",
            "certification",
            "zertifikate",
            "bescheinigungen",
            "lizenzen und zertifikate",
            "certificats",
            "certificaciones",
            "certificazioni",
            "certificados",
            "certificacoes",
            "certificaten",
            "licences certifications",
        ],
    ),
    (
        Heading::Opens(Part::About),
        &[
            "about",
            "about me",
            "summary",
            "profile",
            "professional summary",
            "career summary",
            "executive summary",
            "objective",
            "objectives",
            "career objectives",
            "carrier objective",
            "profile summary",
            "summary of qualifications",
            "career profile summary",
            "professional profile",
            "career objective",
            "personal statement",
            "personal profile",
            "introduction",
            "overview",
            "info",
            "infos",
            "profil",
            "uber mich",
            "zusammenfassung",
            "kurzprofil",
            "a propos",
            "resume personnel",
            "acerca de",
            "extracto",
            "perfil",
            "perfil profesional",
            "resumen",
            "informazioni",
            "profilo",
            "sobre",
            "resumo",
            "over",
            "profiel",
            "bio",
            "biography",
        ],
    ),
    (
        Heading::Opens(Part::Contacts),
        &[
            "contact",
            "contacts",
            "contact info",
            "contact information",
            "contact details",
            "kontakt",
            "contacto",
            "contatti",
            "contato",
            "personal details",
            "personal detail",
            "personal profile details",
            "personal data",
            "personal dossier",
            "personal",
            "address",
            "personal vitae",
            "personal information",
            "coordonnees",
            "links",
        ],
    ),
    (
        Heading::Opens(Part::Other),
        &[
            "projects",
            "project",
            "project details",
            "academic project",
            "academic projects",
            "strength",
            "area of interest",
            "areas of interest",
            "extra curricular activities",
            "languages known",
            "passport details",
            "signature",
            "workshops",
            "co curricular activities",
            "declaration place",
            "personal projects",
            "key projects",
            "languages",
            "language",
            "interests",
            "hobbies",
            "publications",
            "awards",
            "honors",
            "honours",
            "honors and awards",
            "achievements",
            "volunteering",
            "volunteer experience",
            "volunteer work",
            "activities",
            "courses",
            "patents",
            "organizations",
            "declaration",
            "additional information",
            "featured",
            "services",
            "projekte",
            "sprachen",
            "interessen",
            "projets",
            "langues",
            "centres d interet",
            "proyectos",
            "idiomas",
            "intereses",
            "progetti",
            "lingue",
            "interessi",
            "projetos",
            "interesses",
            "projecten",
            "talen",
            "hobby",
            "strengths",
            "extracurricular activities",
            "trainings",
            "training",
            "conferences",
            "memberships",
        ],
    ),
    (
        Heading::OthersWords,
        &[
            "references",
            "referees",
            "reference",
            "recommendations",
            "testimonials",
            "people you may know",
            "more profiles for you",
            "people also viewed",
            "activity",
            "reviews",
            "feedback",
            "referenzen",
            "empfehlungen",
            "recommandations",
            "referencias",
            "recomendaciones",
            "referenze",
            "raccomandazioni",
            "recomendacoes",
            "referenties",
            "aanbevelingen",
            "others named",
            "similar profiles",
            "kommentare",
            "comments",
        ],
    ),
];

/// What a heading opens, if it is a heading Loupe knows.
pub(crate) fn heading(text: &str) -> Option<Heading> {
    if text.len() > 60 {
        return None;
    }
    let folded = loupe_profile::fold(text);
    let folded = folded.trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
    HEADINGS.iter().find(|(_, words)| words.contains(&folded)).map(|(heading, _)| *heading)
}

/// Words that make a line a position rather than an employer.
const TITLE_WORDS: [&str; 62] = [
    "accountant",
    "administrator",
    "advisor",
    "analyst",
    "apprentice",
    "architect",
    "assistant",
    "associate",
    "auditor",
    "ceo",
    "chef",
    "clerk",
    "co founder",
    "coach",
    "consultant",
    "coordinator",
    "cto",
    "designer",
    "developer",
    "devops",
    "director",
    "editor",
    "engineer",
    "executive",
    "founder",
    "freelancer",
    "head",
    "intern",
    "lawyer",
    "lead",
    "lecturer",
    "manager",
    "nurse",
    "officer",
    "operator",
    "owner",
    "partner",
    "president",
    "principal",
    "producer",
    "programmer",
    "recruiter",
    "representative",
    "researcher",
    "scientist",
    "secretary",
    "specialist",
    "sre",
    "supervisor",
    "teacher",
    "technician",
    "tester",
    "trainee",
    "tutor",
    "writer",
    "entwickler",
    "ingenieur",
    "leiter",
    "berater",
    "desarrollador",
    "ingeniero",
    "sviluppatore",
];

/// True when a line reads like a position.
pub(crate) fn is_title(text: &str) -> bool {
    let folded = loupe_profile::fold(text);
    folded.split(' ').any(|word| TITLE_WORDS.contains(&word.trim_end_matches("in")) || TITLE_WORDS.contains(&word))
}

/// Words that make a line an organisation.
const ORGANISATION_WORDS: [&str; 34] = [
    "inc",
    "ltd",
    "limited",
    "llc",
    "gmbh",
    "ag",
    "plc",
    "corp",
    "corporation",
    "company",
    "co",
    "sa",
    "srl",
    "sarl",
    "bv",
    "oy",
    "ab",
    "pvt",
    "labs",
    "systems",
    "technologies",
    "solutions",
    "group",
    "university",
    "college",
    "school",
    "institute",
    "bank",
    "hospital",
    "agency",
    "studio",
    "studios",
    "software",
    "consulting",
];

/// True when a line reads like an organisation.
pub(crate) fn is_organisation(text: &str) -> bool {
    loupe_profile::fold(text).split(' ').any(|word| ORGANISATION_WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_word_is_folded() {
        let lists = PRESENT.iter().chain(&TO).chain(&SINCE).chain(&DURATION).chain(&FULL_TIME).chain(&EMPLOYMENT);
        let headings = HEADINGS.iter().flat_map(|(_, words)| words.iter());
        for word in lists.chain(&WORK_MODE).chain(headings).chain(MONTHS.iter().flat_map(|m| m.iter())) {
            assert_eq!(loupe_profile::fold(word), **word);
        }
    }

    #[test]
    fn months_in_the_languages_of_the_sites() {
        for (word, number) in [("sept", 9), ("mrt", 3), ("fevr", 2), ("aout", 8), ("dez", 12), ("out", 10), ("mai", 5)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        assert_eq!(month("ma"), None);
        assert_eq!(month("marketing"), None);
    }

    #[test]
    fn headings_in_the_languages_of_the_sites() {
        assert_eq!(heading("Work Experience:"), Some(Heading::Opens(Part::Roles)));
        assert_eq!(heading("Expérience professionnelle"), Some(Heading::Opens(Part::Roles)));
        assert_eq!(heading("2. Formação"), Some(Heading::Opens(Part::Studies)));
        assert_eq!(heading("Experience with Go"), None);
    }
}
