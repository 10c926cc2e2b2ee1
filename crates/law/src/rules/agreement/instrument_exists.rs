//! There is an annex between the two parties that could bear this recognition.
//!
//! Rec. F.6 par. 2 and 6, G.1; AGR-01, AGR-04.
//!
//! How we read it: recognition binds by the party under whose authority the result was issued, not by where goods come
//! from. Where that party is not known no annex can be found, and none is assumed.

use model::Jurisdiction;

use crate::{Citation, Finding, Recorded, Rule, Source};

/// The rule.
pub static RULE: Rule = Rule {
    id: "agreement.instrument-exists",
    duty: "The two parties have agreed on an annex of this kind.",
    citations: &[
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 2" },
        Citation { source: Source::Recommendations, paragraph: "F.6 par. 6" },
        Citation { source: Source::Recommendations, paragraph: "G.1" },
    ],
    requirements: &["AGR-01", "AGR-04"],
    reading: "The party under whose authority the result was issued counts, not the origin of the goods.",
    numbers: &[],
    file: file!(),
    version: 1,
};

/// What is compared.
#[derive(Clone, Copy, Debug)]
pub struct Input<'a> {
    /// Who would recognise.
    pub importing: Jurisdiction,
    /// Under whose authority the result was issued, if known.
    pub exporting: Option<Jurisdiction>,
    /// An annex of this kind between the two, whether or not it is in force.
    pub annex: Option<Recorded<&'a str>>,
}

/// Whether there is such an annex.
pub fn check<'a>(input: &Input<'a>) -> Finding<'a> {
    let reason = match (input.annex, input.exporting) {
        (Some(_), _) => None,
        (None, Some(_)) => Some("none"),
        (None, None) => Some("no_exporting_party"),
    };
    Finding::unless(&RULE, reason)
        .with("importing", input.importing)
        .with_some("exporting", input.exporting)
        .with_some("annex", input.annex.map(|annex| annex.what))
        .with_some("statement", input.annex.map(|annex| annex.at))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::LogIndex;

    use super::*;
    use crate::{Outcome, Value};

    fn found(exporting: Option<&str>, annex: Option<&'static str>) -> Finding<'static> {
        check(&Input {
            importing: "AA".parse().unwrap(),
            exporting: exporting.map(|code| code.parse().unwrap()),
            annex: annex.map(|what| Recorded { what, at: LogIndex(3) }),
        })
    }

    #[test]
    fn an_annex_on_record_is_enough() {
        assert_eq!(found(Some("BB"), Some("AA-BB/toys")).outcome, Outcome::Met);
    }

    #[test]
    fn without_an_annex_or_a_known_party_it_is_not_met() {
        assert_eq!(found(Some("BB"), None).fact("reason"), Some(Value::Text("none")));
        let nobody = found(None, None);
        assert_eq!(nobody.outcome, Outcome::NotMet);
        assert_eq!(nobody.fact("reason"), Some(Value::Text("no_exporting_party")));
    }
}
