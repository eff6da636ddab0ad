//! What a rendered layout says of a person, as `render.mjs` writes it beside the rendering.

use serde::Deserialize;

/// One rendering's truth.
#[derive(Debug, Clone, Deserialize)]
pub struct Truth {
    /// The language of the person, ISO 639-1.
    pub language: String,
    /// What the layout prints.
    pub shown: Shown,
    /// What is true of the person beyond that.
    pub also: Also,
    /// Names, addresses and numbers of other people.
    #[serde(default)]
    pub others: Vec<String>,
    /// What other people wrote.
    #[serde(default, rename = "othersTexts")]
    pub others_texts: Vec<String>,
}

/// The printed fields; what the layout leaves out is absent.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the bench's own names, explained in tests/reading/README.md")]
pub struct Shown {
    pub name: Option<String>,
    pub headline: Option<String>,
    pub location: Option<Vec<String>>,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    pub links: Vec<String>,
    pub summary: Option<String>,
    pub roles: Vec<ShownRole>,
    pub studies: Vec<ShownStudy>,
    pub skills: Vec<String>,
    pub certificates: Vec<ShownCertificate>,
}

/// One role; `end` is a date or `open`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ShownRole {
    pub title: Option<String>,
    pub employer: Option<String>,
    pub location: Option<String>,
    pub start: Option<String>,
    pub end: Option<String>,
    pub texts: Vec<String>,
}

/// One course of study; `degree` holds the kind and the field, as far as printed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ShownStudy {
    pub school: Option<String>,
    pub degree: Vec<String>,
    pub start: Option<String>,
    pub end: Option<String>,
}

/// One certificate.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ShownCertificate {
    pub name: Option<String>,
    pub issuer: Option<String>,
    pub date: Option<String>,
}

/// True, though not printed or not as what it is: read, it is no error.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Also {
    pub headline: Option<String>,
    pub location: Vec<String>,
    pub links: Vec<String>,
    pub skills: Vec<String>,
    /// Lines of a role that the layout prints of its own, such as the tools it lists there.
    pub texts: Vec<String>,
}
