//! What a rule is, beside its check.

/// A rule of the law. The constant stands in the rule's own file and once in the table, `rules.rs`.
#[derive(Debug)]
pub struct Rule {
    /// Its name for ever: `chapter.duty-in-words`. It appears in findings, API, translations, tests and documents.
    pub id: &'static str,
    /// The duty in our own words, one sentence.
    pub duty: &'static str,
    /// Where it stands.
    pub citations: &'static [Citation],
    /// Requirements it implements, such as `CRO-12`.
    pub requirements: &'static [&'static str],
    /// How we read the text where it leaves a choice; empty where it leaves none.
    pub reading: &'static str,
    /// Numbers with their dates, in words for the reader: `three countries (since 2001)`.
    pub numbers: &'static [&'static str],
    /// Source file, from `file!()`.
    pub file: &'static str,
    /// Raised with every change of meaning; part of the digest of the table.
    pub version: u32,
}

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The text.
    pub source: Source,
    /// Place in it, as requirements are cited: `L 17`, `L annex C 2.1`, `F.6 par. 9`, `X3`, `6.1`.
    pub paragraph: &'static str,
}

/// Texts that rules rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// UNECE Recommendations on standardization policies, A to M.
    Recommendations,
    /// The methods for cross-border recognition, cited `X` and the paragraph's number.
    Methods,
    /// WTO Agreement on Technical Barriers to Trade.
    Tbt,
    /// Practice of mutual recognition agreements, as each agreement states it.
    Practice,
    /// UN 1958 Agreement, Revision 3.
    Agreement1958,
    /// A reading of ours, numbered, where the texts leave a choice.
    Reading,
}

impl Source {
    /// How the text is named to a reader.
    pub fn title(self) -> &'static str {
        match self {
            Source::Recommendations => "UNECE Recommendations on Standardization Policies",
            Source::Methods => "Methods for cross-border recognition",
            Source::Tbt => "WTO TBT Agreement",
            Source::Practice => "Practice of mutual recognition agreements",
            Source::Agreement1958 => "UN 1958 Agreement, Revision 3",
            Source::Reading => "Reading of this registry",
        }
    }
}

impl Rule {
    /// The chapter: the part of the identifier before the point.
    pub fn chapter(&self) -> &'static str {
        self.id.split('.').next().unwrap_or_default()
    }
}
