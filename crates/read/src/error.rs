//! What can be wrong with an input, in one clear line each.

/// Why an input could not be read. The message says what is wrong and what to do; [`ReadError::id`] is stable, for
/// the panel's own words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// More bytes than a profile or résumé has.
    #[error("larger than {limit_mb} MB, which no résumé or profile is: export a smaller copy")]
    TooLarge {
        /// The limit, in 10⁶ bytes.
        limit_mb: u32,
    },
    /// An archive that unpacks to far more than it should.
    #[error("unpacks to more than {limit_mb} MB: this is not an honest document, do not open it elsewhere")]
    Bomb {
        /// The limit, in 10⁶ bytes.
        limit_mb: u32,
    },
    /// Protected by a password.
    #[error("protected by a password: save a copy without one and read that")]
    Encrypted,
    /// Broken or cut short.
    #[error("damaged or cut short ({what}): ask for the file again")]
    Damaged {
        /// What is missing or broken, in a few words.
        what: String,
    },
    /// An image that says it has more pixels than are decoded.
    #[error(
        "an image of {width} × {height} pixels, more than the {limit} million that are read: save a smaller copy and read that"
    )]
    TooManyPixels {
        /// As its header says.
        width: u32,
        /// As its header says.
        height: u32,
        /// The limit, in 10⁶ pixels.
        limit: u32,
    },
    /// An image of a kind that is told but not decoded.
    #[error("an image of a kind that is not read ({kind}): save it as PNG or JPEG and read that")]
    ImageKind {
        /// What the kind is called.
        kind: &'static str,
    },
    /// A document that is empty or holds pictures of text only.
    #[error("holds no text (a scan holds pictures of it only): nothing in it could be read")]
    NoText,
    /// Not a format that is read.
    #[error(
        "not a kind of file that is read: PDF, DOCX, ODT, RTF, plain text, HTML, Markdown, JSON Resume, a LinkedIn export, PNG, JPEG, GIF and WebP are"
    )]
    UnknownFormat,
    /// A file of an old Office program.
    #[error("a file of an old Office program (Word 97–2003): save it as DOCX or PDF and read that")]
    OldOffice,
    /// A page that lists several people.
    #[error("this page lists several people: open one of them, or look up the list")]
    ManyPeople,
    /// Nested deeper than pages are.
    #[error("nested deeper than {limit} elements, which no real page is: it was not read")]
    TooDeep {
        /// The limit.
        limit: u32,
    },
    /// A page on which no person was found.
    #[error("no person's profile was found on this page")]
    NoProfile,
    /// A page that stands in front of the profile.
    #[error("the site shows a sign-in or check page instead of the profile: open the profile itself first")]
    Gated,
    /// A page whose address has changed while its content has not yet: something on it names another person.
    #[error("the page is still changing: wait until the profile stands there, or reload the page, and look again")]
    NotReady,
    /// A profile page on which a known site's structure was not found, nor anything the generic reader understands.
    #[error("this site has changed: no profile could be recognised on its page; nothing was read")]
    SiteChanged,
}

impl ReadError {
    /// A stable name of the kind of error, for looking up words in another language.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::Bomb { .. } => "bomb",
            Self::Encrypted => "encrypted",
            Self::Damaged { .. } => "damaged",
            Self::TooManyPixels { .. } => "too-many-pixels",
            Self::ImageKind { .. } => "image-kind",
            Self::NoText => "no-text",
            Self::UnknownFormat => "unknown-format",
            Self::OldOffice => "old-office",
            Self::ManyPeople => "many-people",
            Self::TooDeep { .. } => "too-deep",
            Self::NoProfile => "no-profile",
            Self::Gated => "gated",
            Self::NotReady => "not-ready",
            Self::SiteChanged => "site-changed",
        }
    }
}
