//! Findings about what countries do with a registered objective.

use law::rules::objective::{
    acceptance_notified, additional_requirement_notified, adoption_notice, announced_before_use,
    body_competence, body_designated_by_agreeing_country, counter_measure_has_occasion, intention_announced,
    others_invited, protection_clause_declared, revised_by_same_procedure, status_report,
    submitted_to_legislation, withdrawal_contents,
};
use law::{Finding, Recorded};
use model::{InstrumentId, MeasureKind};
use registry::{Knowledge, Registry};
use statement::Act;
use statement::act::{
    AdditionalRequirementImposed, CounterMeasureTaken, MeasureTaken, ObjectiveAdopted,
    RecognisedBodyDesignated,
};

use crate::event::Event;
use crate::life::{CountryLife, ObjectiveLife};
use crate::making::last;
use crate::membership::is_member_state;

/// Every rule on the application of an objective.
pub(crate) fn applied<'r>(
    registry: &'r Registry,
    life: &ObjectiveLife<'r>,
    knowledge: Knowledge<'r>,
) -> Vec<Finding<'r>> {
    let mut findings = revisions(life);
    if life.current.is_some() {
        findings
            .extend(life.countries.iter().filter(|c| c.agreed.is_some()).flat_map(|c| undertaken(life, c)));
        findings.push(invited(life));
    }
    findings.extend(life.countries.iter().flat_map(|country| reports(life, country)));
    findings.extend(life.countries.iter().filter_map(|country| announced(life, country)));
    let by_act = |event: &Event<'r>| match event.act {
        Act::ObjectiveAdopted(a) => vec![notice(life, a, event)],
        Act::ObjectiveAccepted(a) => {
            let specified = country(life, a.country).any(|c| c.agreed.is_some() || c.announced.is_some());
            vec![acceptance_notified::check(&acceptance_notified::Input {
                objective: life.id.as_str(),
                country: a.country,
                accepted: event.recorded(a.from),
                member_state: is_member_state(registry, a.country, event.on, knowledge),
                specified,
            })]
        }
        Act::RecognisedBodyDesignated(a) => designation(life, a, event),
        Act::AdditionalRequirementImposed(a) => vec![additional(life, a, event)],
        Act::CounterMeasureTaken(a) => occasion(registry, life, a, event, knowledge).into_iter().collect(),
        Act::MeasureTaken(a) => measure(life, a, event),
        _ => Vec::new(),
    };
    findings.extend(life.timeline.iter().flat_map(by_act));
    findings
}

fn country<'l>(
    life: &'l ObjectiveLife<'_>,
    code: model::Jurisdiction,
) -> impl Iterator<Item = &'l CountryLife> {
    life.countries.iter().filter(move |country| country.country == code)
}

/// Later versions whose procedure is not on record; those that were made in one are judged there.
fn revisions<'r>(life: &ObjectiveLife<'r>) -> Vec<Finding<'r>> {
    let unmade =
        life.versions.iter().filter(|version| version.text.version > 1 && version.text.made_in.is_none());
    let unknown = |version: &crate::VersionLife<'r>| {
        revised_by_same_procedure::check(&revised_by_same_procedure::Input {
            objective: life.id.as_str(),
            version: version.text.version,
            procedure: None,
            revises: None,
            registered: version.at,
        })
    };
    unmade.map(unknown).collect()
}

fn undertaken<'r>(life: &ObjectiveLife<'r>, country: &CountryLife) -> [Finding<'r>; 2] {
    let objective = life.id.as_str();
    let sign = |name: &'static str, at: Option<model::LogIndex>| at.map(|at| Recorded { what: name, at });
    let signs = [
        sign("adopted", country.adopted.map(|(_, at)| at)),
        sign("reported", country.reports.last().map(|(_, at)| *at)),
        sign("announced", country.announced.map(|(_, at)| at)),
        sign("accepted", country.accepted.map(|(_, at)| at)),
    ];
    [
        intention_announced::check(&intention_announced::Input {
            objective,
            country: country.country,
            announced: country.announced.map(|(what, at)| Recorded { what, at }),
            implemented: country.adopted.is_some() || country.accepted.is_some(),
        }),
        submitted_to_legislation::check(&submitted_to_legislation::Input {
            objective,
            country: country.country,
            sign: signs.into_iter().flatten().next(),
        }),
    ]
}

fn invited<'r>(life: &ObjectiveLife<'r>) -> Finding<'r> {
    let invitation = last(&life.timeline, |act| match act {
        Act::InvitationSent(a) => Some(a.on),
        _ => None,
    });
    others_invited::check(&others_invited::Input {
        objective: life.id.as_str(),
        invited: invitation.map(|(on, event)| event.recorded(on)),
    })
}

fn reports<'r>(life: &ObjectiveLife<'r>, country: &CountryLife) -> Vec<Finding<'r>> {
    let version = life.versions.iter().find(|version| version.text.version == country.version);
    let Some(registered_on) = version.and_then(|version| version.established_on) else { return Vec::new() };
    let one = |period: &crate::life::Period| {
        status_report::check(&status_report::Input {
            objective: life.id.as_str(),
            country: country.country,
            registered_on,
            period: period.number,
            reported: period.reported.map(|(what, at)| Recorded { what, at }),
            day: life.day,
        })
    };
    country.periods.iter().map(one).collect()
}

/// For a country that uses the objective: whether it agreed, or announced its use.
fn announced<'r>(life: &ObjectiveLife<'r>, country: &CountryLife) -> Option<Finding<'r>> {
    let uses = country.adopted.is_some() || country.accepted.is_some();
    let announced = country.announced.map(|(what, at)| Recorded { what, at });
    uses.then(|| {
        announced_before_use::check(&announced_before_use::Input {
            objective: life.id.as_str(),
            country: country.country,
            agreed: country.agreed.is_some(),
            announced,
        })
    })
}

fn notice<'r>(life: &ObjectiveLife<'r>, act: &ObjectiveAdopted, event: &Event<'r>) -> Finding<'r> {
    adoption_notice::check(&adoption_notice::Input {
        objective: life.id.as_str(),
        country: act.country,
        adopted_on: act.adopted_on,
        notified: event.recorded(act.notified_on.unwrap_or(event.entered_on)),
        entered_on: event.entered_on,
    })
}

fn designation<'r>(
    life: &ObjectiveLife<'r>,
    act: &'r RecognisedBodyDesignated,
    event: &Event<'r>,
) -> Vec<Finding<'r>> {
    let (objective, body) = (life.id.as_str(), act.body.as_str());
    let agreed = country(life, act.country).any(|c| c.agreed.is_some_and(|(on, _)| on <= act.from));
    let current = life.versions.iter().find(|version| Some(version.text.version) == life.current);
    let criteria =
        current.and_then(|version| version.text.elements.as_ref()).map(|e| e.competence.as_slice());
    let missing =
        criteria.and_then(|criteria| criteria.iter().find(|criterion| !act.competence.contains(criterion)));
    vec![
        body_designated_by_agreeing_country::check(&body_designated_by_agreeing_country::Input {
            objective,
            body,
            country: act.country,
            designated: event.recorded(act.from),
            agreed,
        }),
        body_competence::check(&body_competence::Input {
            objective,
            body,
            country: act.country,
            criteria: criteria.map(|criteria| u32::try_from(criteria.len()).unwrap_or(u32::MAX)),
            missing: missing.map(String::as_str),
            designation: event.at,
        }),
    ]
}

fn additional<'r>(
    life: &ObjectiveLife<'r>,
    act: &'r AdditionalRequirementImposed,
    event: &Event<'r>,
) -> Finding<'r> {
    let answers = |event: &&Event<'r>| match event.act {
        Act::AdditionalRequirementAnswered(a) => a.requirement == act.requirement,
        Act::CounterMeasureTaken(a) => a.against == act.requirement,
        _ => false,
    };
    let signed = (!event.reported).then_some(event.entered_on);
    additional_requirement_notified::check(&additional_requirement_notified::Input {
        objective: life.id.as_str(),
        requirement: event.recorded(act.requirement.as_str()),
        country: act.country,
        notified_on: act.notified_on.or(signed),
        answers: u32::try_from(life.timeline.iter().filter(answers).count()).unwrap_or(u32::MAX),
    })
}

/// A counter-measure that has not ended by the day: whether what it answers still stands.
fn occasion<'r>(
    registry: &'r Registry,
    life: &ObjectiveLife<'r>,
    act: &'r CounterMeasureTaken,
    event: &Event<'r>,
    knowledge: Knowledge<'r>,
) -> Option<Finding<'r>> {
    let ended = |id: &InstrumentId| {
        life.timeline.iter().any(|later| match later.act {
            Act::CounterMeasureLifted(a) => a.counter_measure == *id && later.on >= event.on,
            _ => false,
        })
    };
    if act.until.is_some_and(|until| until <= life.day) || ended(&act.counter_measure) {
        return None;
    }
    let stands = registry.additional_on(&act.against, life.day, knowledge);
    Some(counter_measure_has_occasion::check(&counter_measure_has_occasion::Input {
        objective: life.id.as_str(),
        counter_measure: event.recorded(act.counter_measure.as_str()),
        country: act.country,
        against: stands.map(|fact| fact.value.country),
    }))
}

fn measure<'r>(life: &ObjectiveLife<'r>, act: &'r MeasureTaken, event: &Event<'r>) -> Vec<Finding<'r>> {
    let (objective, measure) = (life.id.as_str(), event.recorded(act.measure.as_str()));
    let later = life.timeline.iter().find_map(|later| match later.act {
        Act::MeasureDeclared(a) if a.measure == act.measure => Some(later.on),
        _ => None,
    });
    let signed = (!event.reported).then_some(event.entered_on);
    let against = &act.against;
    let products = against.products.is_some()
        || !against.gtins.is_empty()
        || !against.models.is_empty()
        || !against.batches.is_empty()
        || !against.certificates.is_empty();
    let country = act.country;
    vec![
        protection_clause_declared::check(&protection_clause_declared::Input {
            objective,
            measure,
            country,
            declared_on: act.declared_on.or(later).or(signed),
        }),
        withdrawal_contents::check(&withdrawal_contents::Input {
            objective,
            measure,
            country,
            endangering: act.kind == MeasureKind::ProtectionClause && act.requirements_not_met.is_empty(),
            products,
            not_met: u32::try_from(act.requirements_not_met.len()).unwrap_or(u32::MAX),
            reasons: !act.reasons.trim().is_empty(),
        }),
    ]
}
