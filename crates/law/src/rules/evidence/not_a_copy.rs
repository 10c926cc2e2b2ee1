//! The same document under a second number must say so.
//!
//! X3 on fraud, X7 on misrepresentation; CER-08.
//!
//! How we read it: one document may rightly stand under several numbers, per importer or brand, if the later entry
//! names the earlier one. A later entry with the same document that does not is taken for a copy.

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.not-a-copy",
    duty: "The document is not one that was registered before under another number without saying so.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Methods, paragraph: "X7" },
    ],
    requirements: &["CER-08"],
    reading: "A second number is in order when it names the first one as the same product.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The number asked about.
    pub number: &'a str,
    /// Another number whose document has the same digest and was logged earlier.
    pub original: Option<Recorded<&'a str>>,
    /// Whether this entry says that it is the same product as that number.
    pub declared: bool,
}

/// Whether no undeclared original exists.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let copied = input.original.is_some() && !input.declared;
    let reason = match (input.original, input.declared) {
        (None, _) => "only_one",
        (Some(_), true) => "declared",
        (Some(_), false) => "undeclared",
    };
    Finding::of(&RULE, !copied)
        .with("number", input.number)
        .with("reason", reason)
        .with_some("original", input.original.map(|original| original.what))
        .with_some("statement", input.original.map(|original| original.at))
}

#[cfg(test)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::Outcome;

    fn with(original: Option<&'static str>, declared: bool) -> Outcome {
        let original = original.map(|what| Recorded { what, at: LogIndex(1) });
        check(&Input { number: "C-2", original, declared }).outcome
    }

    #[test]
    fn a_second_number_must_name_the_first() {
        assert_eq!(with(None, false), Outcome::Met);
        assert_eq!(with(Some("C-1"), true), Outcome::Met);
        assert_eq!(with(Some("C-1"), false), Outcome::NotMet);
    }
}
