//! Small worlds in which a path holds, line by line, and the acts that supply what is missing in them.

use decision::{Decision, Missing, Question, RequirementAnswer};
use law::{Finding, Outcome, Value};
use testkit::story::{Story, Told};

/// A world in which one path holds.
#[derive(Debug)]
pub struct Fixture {
    /// The path.
    pub path: &'static str,
    /// Lines that always stand.
    pub given: &'static str,
    /// Lines that may be left out; the certificate is the last.
    pub facts: &'static [&'static str],
}

/// What every world begins with.
const COMMON: &str = "Countries CH, FR, CN.
Group EU with members FR since 1958-01-01.
Organisation WTO with members CH, FR, CN since 1995-01-01.
CH adopts regulation CH-TOY edition 2012 from 2012-01-01 for HS 9503 requiring certification for safety.
CH and FR conclude agreement A as treaty from 2013-01-01.
Body lab of CH.
Supplier maker of CH.
Accreditor acc of CH.";

/// B's act where a third party must certify.
const CERTIFICATION: &str = "EU adopts regulation FR-TOY edition 2011 from 2011-07-20 for HS 9503 requiring certification for safety citing EN 71-1.";

const CERTIFICATE: &str = "lab issues certificate C-1 on 2015-06-01 for HS 950300 model P1 to FR-TOY edition 2011 meeting EN 71-1:2011.";

/// One for each path.
pub const FIXTURES: &[Fixture] = &[
    Fixture {
        path: "national",
        given: CERTIFICATION,
        facts: &["FR designates lab for FR-TOY from 2015-01-01.", CERTIFICATE],
    },
    Fixture {
        path: "objective",
        given: "EU adopts regulation FR-TOY edition 2011 from 2011-07-20 for HS 9503 requiring certification for safety.
Objective DEMO-1 version 1 is established on 2014-01-01 for HS 9503 and safety allowing certification.",
        facts: &[
            "FR agrees to objective DEMO-1 version 1 on 2015-01-01.",
            "CH agrees to objective DEMO-1 version 1 on 2015-01-01.",
            "CH designates lab for objective DEMO-1 from 2015-01-01.",
            "lab issues certificate C-1 on 2015-06-01 for HS 950300 model P1 to DEMO-1 edition 1.",
        ],
    },
    Fixture {
        path: "results",
        given: CERTIFICATION,
        facts: &[
            "Annex A/1 of A recognises results for HS 9503 from 2013-01-01 naming FR-TOY for FR.",
            "CH designates lab for A/1 from 2013-01-01.",
            "lab of CH is listed under A/1 from 2013-01-01.",
            CERTIFICATE,
        ],
    },
    Fixture {
        path: "equivalence",
        given: CERTIFICATION,
        facts: &[
            "Annex A/1 of A recognises equivalence for HS 9503 from 2013-01-01.",
            "FR-TOY edition 2011 and CH-TOY edition 2012 are equivalent under A/1 as eq-1 from 2013-01-01.",
            "CH designates lab for A/1 from 2013-01-01.",
            "lab of CH is listed under A/1 from 2013-01-01.",
            "lab issues certificate C-1 on 2015-06-01 for HS 950300 model P1 to CH-TOY edition 2012.",
        ],
    },
    Fixture {
        path: "harmonised_approval",
        given: "EU adopts regulation FR-TOY edition 2011 from 2011-07-20 for HS 9503 requiring type-approval for safety.
Annex A/1 of A recognises harmonised-approval for HS 9503 from 2013-01-01 naming FR-TOY for FR.",
        facts: &[
            "FR applies A/1 from 2013-01-01 accepting series 1 and later.",
            "CH applies A/1 from 2013-01-01 accepting series 1 and later.",
            "CH designates lab for A/1 from 2013-01-01.",
            "lab issues type-approval C-1 on 2015-06-01 for HS 950300 model P1 to A/1 edition 1 with {\"production_conforms\":true}",
        ],
    },
    Fixture {
        path: "accreditation",
        given: CERTIFICATION,
        facts: &[
            "Annex A/1 of A recognises accreditation for HS 9503 from 2013-01-01.",
            "acc accredits lab as ACC-1 from 2013-01-01 for acts FR-TOY.",
            "FR recognises accreditation body acc from 2013-01-01.",
            "lab of CH is listed under A/1 from 2013-01-01.",
            CERTIFICATE,
        ],
    },
    Fixture {
        path: "declaration",
        given: "EU adopts regulation FR-TOY edition 2011 from 2011-07-20 for HS 9503 requiring declaration for safety with {\"requirement\":{\"declaration\":{\"responsible_person_in\":\"EU\",\"test_report_required\":true,\"accredited_laboratory\":true}}}",
        facts: &[
            "acc accredits lab as ACC-1 from 2013-01-01.",
            "FR recognises accreditation body acc from 2013-01-01.",
            "maker issues declaration C-1 on 2015-06-01 for HS 950300 model P1 to FR-TOY edition 2011 with {\"responsible_persons_in\":[\"FR\"],\"report\":{\"number\":\"R\",\"laboratory\":\"did:web:lab.test.example\",\"issued_on\":\"2015-05-01\"}}",
        ],
    },
    Fixture {
        path: "scheme",
        given: CERTIFICATION,
        facts: &[
            "Annex A/1 of A recognises scheme for HS 9503 from 2013-01-01 with {\"binding\":\"law\"}",
            "acc of FR joins scheme A/1 from 2013-01-01.",
            "lab of CH joins scheme A/1 from 2013-01-01 and issues.",
            CERTIFICATE,
        ],
    },
    Fixture {
        path: "prior_decision",
        given: CERTIFICATION,
        facts: &[
            "FR decides D-1 that FR-TOY count as met from 2015-01-01 for HS 9503 for certificates under CH.",
            CERTIFICATE,
        ],
    },
    Fixture {
        path: "lawful_marketing",
        given: CERTIFICATION,
        facts: &[
            "Annex A/1 of A recognises lawful-marketing for HS 9503 from 2013-01-01 naming FR-TOY for FR.",
            "lab issues declaration C-1 on 2015-06-01 for HS 950300 model P1 with {\"lawfully_marketed_in\":[\"CH\"]}",
        ],
    },
    Fixture {
        path: "alignment",
        given: CERTIFICATION,
        facts: &[
            "Annex A/1 of A recognises alignment for HS 9503 from 2013-01-01 naming FR-TOY for FR.",
            "FR finds the law of CH aligned under A/1 from 2013-01-01.",
            "CH designates lab for A/1 from 2013-01-01.",
            "lab of CH is listed under A/1 from 2013-01-01.",
            CERTIFICATE,
        ],
    },
    Fixture {
        path: "stringency",
        given: CERTIFICATION,
        facts: &[
            "FR states that EN 99-1 is more-stringent beside EN 71-1 from 2015-01-01.",
            "lab issues certificate C-1 on 2015-06-01 for HS 950300 model P1 meeting EN 99-1:2011.",
        ],
    },
];

impl Fixture {
    /// The world without the facts whose bit is clear. What rests on a fact left out is left out with it.
    pub fn story(&self, kept: u8) -> Story {
        let mut story = Story::new();
        story.tell_all(COMMON);
        story.tell_all(self.given);
        for (place, fact) in self.facts.iter().enumerate() {
            if kept & (1 << place) != 0 {
                let _ = story.tell(fact);
            }
        }
        story
    }

    /// The certificate's line, if it was left out.
    pub fn certificate_if_missing(&self, kept: u8) -> &'static str {
        let place = self.facts.len() - 1;
        if kept & (1 << place) == 0 { self.certificate() } else { "" }
    }

    /// The certificate's line.
    pub fn certificate(&self) -> &'static str {
        self.facts.last().copied().unwrap_or_default()
    }
}

/// Reads a question.
pub fn question(story: &mut Story, line: &str) -> Question {
    match story.tell(line) {
        Ok(Told::Question(question, _)) => *question,
        Ok(_) => panic!("`{line}` is no question"),
        Err(error) => panic!("`{line}`: {error}"),
    }
}

/// The acts that supply what one path misses.
pub fn supply(fixture: &Fixture, decision: &Decision<'_>) -> Vec<String> {
    let Some(requirement) = decision.requirements.first() else { return Vec::new() };
    let path = |set: &&Missing| set.path.as_str() == fixture.path;
    let Some(missing) = requirement.missing.iter().find(path) else { return Vec::new() };
    let of_evidence =
        requirement.paths[missing.path_index].evidence.map(|index| &decision.evidence[index].findings);
    let findings = open(requirement, missing);
    let evidence =
        of_evidence.into_iter().flat_map(|all| missing.of_evidence.iter().map(|place| &all[*place]));
    let mut acts: Vec<String> = findings.chain(evidence).flat_map(|finding| act(fixture, finding)).collect();
    acts.dedup();
    acts
}

fn open<'d, 'a>(
    requirement: &'d RequirementAnswer<'a>,
    missing: &'d Missing,
) -> impl Iterator<Item = &'d Finding<'a>> {
    let path = &requirement.paths[missing.path_index];
    assert!(path.outcome != Outcome::Met, "what holds misses nothing");
    missing.of_path.iter().map(|place| &path.findings[*place])
}

/// The sentences that supply what a finding misses, from the facts that it compared.
fn act(fixture: &Fixture, finding: &Finding<'_>) -> Vec<String> {
    let fact = |name: &str| text(finding, name);
    let day = fact("assessed_on").or(fact("day")).unwrap_or("2013-01-01".into());
    let or = |name: &str, other: &str| fact(name).unwrap_or(other.into());
    let one = |line: String| vec![line];
    match finding.rule.id {
        "evidence.on-record" => one(fixture.certificate().into()),
        "national.body-accepted" => {
            one(format!("FR designates {} for {} from {day}.", or("body", ""), or("act", "")))
        }
        "objective.binds-country" => {
            one(format!("{} agrees to objective DEMO-1 version 1 on {day}.", or("country", "")))
        }
        // The version that binds is the one agreed to; the agreement is supplied beside.
        "objective.version-binds" => Vec::new(),
        // Only a country that agreed may designate (L 27).
        "objective.recognised-body" => vec![
            format!("CH agrees to objective DEMO-1 version 1 on {day}."),
            format!("CH designates {} for objective DEMO-1 from {day}.", or("body", "")),
        ],
        "agreement.instrument-exists" => one(fixture.facts[0].into()),
        "body.designated-by-party" => one(format!("CH designates {} for A/1 from {day}.", or("body", ""))),
        "body.listed-before-assessment" | "accreditation.importing-party-notified" => {
            one(format!("{} of CH is listed under A/1 from {day}.", or("body", "")))
        }
        "equivalence.acts-declared-equivalent" => one(format!(
            "{} edition {} and CH-TOY edition 2012 are equivalent under A/1 as eq-new from {day}.",
            or("importing_act", ""),
            or("importing_edition", "")
        )),
        "harmonised-approval.both-apply" => ["FR", "CH"]
            .map(|country| format!("{country} applies A/1 from 2013-01-01 accepting series 1 and later."))
            .into(),
        "harmonised-approval.technical-service-notified" => {
            one(format!("CH designates {} for A/1 from {day}.", or("body", "")))
        }
        "accreditation.scope-covers-act" => {
            one(format!("acc accredits {} as ACC-new from {day} for acts {}.", or("body", ""), or("act", "")))
        }
        "accreditation.body-recognised" => one(format!(
            "FR recognises accreditation body {} from 2013-01-01.",
            or("accreditation_body", "acc")
        )),
        "declaration.laboratory" => vec![
            format!("acc accredits {} as ACC-new from 2013-01-01.", or("laboratory", "")),
            "FR recognises accreditation body acc from 2013-01-01.".into(),
        ],
        "scheme.member-recognises" => {
            one(format!("acc of {} joins scheme A/1 from {day}.", or("importing", "")))
        }
        "scheme.issued-by-member" => {
            one(format!("{} of CH joins scheme A/1 from {day} and issues.", or("body", "")))
        }
        "prior-decision.in-force" => one(fixture.facts[0].into()),
        "alignment.law-aligned" => {
            one(format!("FR finds the law of {} aligned under A/1 from {day}.", or("country", "")))
        }
        "stringency.stated" => one(format!(
            "FR states that {} is equivalent beside {} from 2015-01-01.",
            or("met_standard", ""),
            or("required", "")
        )),
        // Supplied together with the instrument, the pair of acts or the objective that was not there at all.
        "agreement.names-act"
        | "equivalence.attests-to-exporting-act"
        | "harmonised-approval.series-accepted"
        | "prior-decision.covers" => Vec::new(),
        other => panic!("no act is known that supplies `{other}`"),
    }
}

fn text(finding: &Finding<'_>, name: &str) -> Option<String> {
    Some(match finding.fact(name)? {
        Value::Text(text) => text.to_owned(),
        Value::Day(day) => day.to_string(),
        Value::Number(number) => number.to_string(),
        Value::Party(party) => party.to_string(),
        Value::Statement(at) => at.to_string(),
    })
}
