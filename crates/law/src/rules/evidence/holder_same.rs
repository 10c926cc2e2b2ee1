//! The evidence belongs to the holder who relies on it.
//!
//! X3 on the metadata of certifications, X7 on misrepresentation; CER-02.
//!
//! How we read it: the holder is compared only if the question names one: goods change hands, and most instruments
//! tie the evidence to the product and not to the trader.

use model::LogIndex;

use crate::{Citation, Finding, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "evidence.holder-same",
    duty: "The holder named in the question is the holder of the evidence.",
    citations: &[
        Citation { source: Source::Methods, paragraph: "X3" },
        Citation { source: Source::Methods, paragraph: "X7" },
    ],
    requirements: &["CER-02"],
    reading: "Compared only where the question names a holder.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// The holder named in the question.
    pub asked: Option<&'a str>,
    /// The holder of the evidence on the day.
    pub holder: &'a str,
    /// Statement that carries the holder.
    pub at: LogIndex,
}

/// Whether the holder is the one asked about.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let same = input.asked.is_none_or(|asked| asked == input.holder);
    Finding::of(&RULE, same)
        .with("reason", if input.asked.is_some() { "compared" } else { "not_asked" })
        .with_some("asked", input.asked)
        .with("holder", input.holder)
        .with("statement", input.at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Outcome;

    fn with(asked: Option<&'static str>) -> Outcome {
        check(&Input { asked, holder: "did:web:maker", at: LogIndex(5) }).outcome
    }

    #[test]
    fn another_holder_is_found_out() {
        assert_eq!(with(Some("did:web:maker")), Outcome::Met);
        assert_eq!(with(Some("did:web:other")), Outcome::NotMet);
        assert_eq!(with(None), Outcome::Met);
    }
}
