//! Findings about need, interest, call, responses, task force and standards.

use law::rules::objective::{
    call_elements, call_transmitted, interest_by_one_country, made_by_interested_countries, membership_open,
    minimum_proposing_countries, missing_standards_requested, need_identified, response_in_time, stand_still,
    standards_explored, work_is_public, work_not_before,
};
use law::{Finding, Recorded};
use model::{InstrumentId, LogIndex, StandardRelevance, TaskForceRecord};
use registry::{Knowledge, Registry, content};
use statement::Act;
use statement::act::{ConflictingActivityNoted, StandardWorkRequested};

use crate::Event;
use crate::making::{Call, Procedure, last};
use crate::membership::{is_member_state, participation_on};

pub(super) fn findings<'r>(
    registry: &'r Registry,
    found: &Procedure<'r>,
    knowledge: Knowledge<'r>,
) -> Vec<Finding<'r>> {
    let mut findings = vec![need(registry, found, knowledge)];
    findings.extend(interests(registry, found, knowledge));
    findings.extend(found.call.iter().flat_map(|call| about_call(found, call)));
    findings.push(call_transmitted::check(&call_transmitted::Input {
        objective: found.id.as_str(),
        day: found.day,
        transmitted: found
            .call
            .as_ref()
            .and_then(|call| call.transmitted)
            .map(|(what, at)| Recorded { what, at }),
    }));
    findings.extend(responses(found));
    findings.extend(work(found));
    findings.extend(memberships(registry, found, knowledge));
    findings.extend(drafts(found));
    if found.timeline.iter().any(|event| matches!(event.act, Act::TaskForceFormed(_))) {
        findings.push(public(found));
    }
    findings.extend(standards(registry, found, knowledge));
    findings
}

fn need<'r>(registry: &'r Registry, found: &Procedure<'r>, knowledge: Knowledge<'r>) -> Finding<'r> {
    let named = |act: &'r Act| match act {
        Act::InterestStated(a) => a.needs.first(),
        Act::CallMade(a) => a.needs.first(),
        _ => None,
    };
    let id = found.timeline.iter().find_map(|event| named(event.act));
    let need = id.and_then(|id| crate::timeline(registry, id, found.day, knowledge).into_iter().next());
    let identified = need.as_ref().and_then(|event| match event.act {
        Act::NeedIdentified(a) => Some((event.recorded(a.need.as_str()), a.trigger.as_str())),
        _ => None,
    });
    // An interest is itself an initiative of a country (L 19(b)).
    let interest = found.timeline.iter().find_map(|event| match event.act {
        Act::InterestStated(a) => Some((event.recorded(a.procedure.as_str()), "initiative")),
        _ => None,
    });
    let trigger = identified.or(interest);
    need_identified::check(&need_identified::Input {
        objective: found.id.as_str(),
        need: trigger.map(|(need, _)| need),
        trigger: trigger.map(|(_, trigger)| trigger),
    })
}

fn interests<'r>(
    registry: &'r Registry,
    found: &Procedure<'r>,
    knowledge: Knowledge<'r>,
) -> Vec<Finding<'r>> {
    let interest = |event: &Event<'r>| match event.act {
        Act::InterestStated(a) => Some(interest_by_one_country::check(&interest_by_one_country::Input {
            objective: found.id.as_str(),
            country: event.recorded(a.country),
            member_state: is_member_state(registry, a.country, event.on, knowledge),
        })),
        _ => None,
    };
    found.timeline.iter().filter_map(interest).collect()
}

fn about_call<'r>(found: &Procedure<'r>, call: &Call<'r>) -> Vec<Finding<'r>> {
    let objective = found.id.as_str();
    let mut findings = vec![minimum_proposing_countries::check(&minimum_proposing_countries::Input {
        objective,
        day: call.made.on,
        named: u32::try_from(call.countries.len()).unwrap_or(u32::MAX),
        call: call.at,
    })];
    let has = content(&call.made.elements);
    let headings = [
        ("scope", has.scope),
        ("requirements", has.purposes || has.requirements),
        ("standards", has.standards > 0 || has.no_standards),
        ("procedures", has.procedures > 0),
        ("surveillance", has.surveillance || has.protection.contains(&true)),
    ];
    findings.extend(headings.map(|(element, there)| {
        call_elements::check(&call_elements::Input { objective, element, there, call: call.at })
    }));
    findings
}

fn responses<'r>(found: &Procedure<'r>) -> Vec<Finding<'r>> {
    let response = |event: &Event<'r>| match event.act {
        Act::CallAnswered(a) => Some(response_in_time::check(&response_in_time::Input {
            objective: found.id.as_str(),
            country: a.country,
            transmitted_on: found.clock_starts(),
            answered: event.recorded(a.on),
            entered_on: event.entered_on,
        })),
        _ => None,
    };
    found.timeline.iter().filter_map(response).collect()
}

fn work<'r>(found: &Procedure<'r>) -> Option<Finding<'r>> {
    let starts = |event: &&Event<'r>| matches!(event.act, Act::TaskForceFormed(_) | Act::DraftFiled(_));
    let event = found.timeline.iter().find(starts)?;
    Some(work_not_before::check(&work_not_before::Input {
        objective: found.id.as_str(),
        transmitted_on: found.clock_starts(),
        started: event.recorded(event.on),
    }))
}

fn memberships<'r>(
    registry: &'r Registry,
    found: &Procedure<'r>,
    knowledge: Knowledge<'r>,
) -> Vec<Finding<'r>> {
    let wish = |event: &Event<'r>| {
        let (country, participation) = match event.act {
            Act::CallAnswered(a) => (a.country, a.participates?),
            Act::TaskForceJoined(a) => (a.country, a.participation),
            _ => return None,
        };
        Some(membership_open::check(&membership_open::Input {
            objective: found.id.as_str(),
            country,
            participation: participation.as_str(),
            joined: event.recorded(event.on),
            member_state: is_member_state(registry, country, event.on, knowledge),
        }))
    };
    found.timeline.iter().filter_map(wish).collect()
}

fn drafts<'r>(found: &Procedure<'r>) -> Vec<Finding<'r>> {
    let made = |draft: &crate::Draft<'r>| {
        let participation = participation_on(&found.participants, draft.filed.by, draft.filed.on);
        made_by_interested_countries::check(&made_by_interested_countries::Input {
            objective: found.id.as_str(),
            draft: draft.filed.draft,
            country: draft.filed.by,
            participation: participation.map(|participation| participation.as_str()),
            filed: draft.at,
        })
    };
    found.drafts.iter().map(made).collect()
}

fn public<'r>(found: &Procedure<'r>) -> Finding<'r> {
    let mut procedures: Option<LogIndex> = None;
    let mut records = 0;
    for event in &found.timeline {
        match event.act {
            Act::TaskForceReported(a) if a.record == TaskForceRecord::WorkingProcedures => {
                procedures = Some(event.at)
            }
            Act::TaskForceReported(_) => records += 1,
            _ => {}
        }
    }
    work_is_public::check(&work_is_public::Input { objective: found.id.as_str(), procedures, records })
}

/// Relevant standards that the last exploration found.
fn relevant<'r>(found: &Procedure<'r>) -> Option<Recorded<u32>> {
    let (explored, event) = last(&found.timeline, |act| match act {
        Act::StandardsExplored(a) => Some(a),
        _ => None,
    })?;
    let relevant = explored.found.iter().filter(|s| s.relevance == StandardRelevance::Relevant).count();
    Some(event.recorded(u32::try_from(relevant).unwrap_or(u32::MAX)))
}

fn standards<'r>(
    registry: &'r Registry,
    found: &Procedure<'r>,
    knowledge: Knowledge<'r>,
) -> Vec<Finding<'r>> {
    let objective = found.id.as_str();
    let explored = relevant(found);
    let request = found.timeline.iter().find_map(|event| match event.act {
        Act::StandardWorkRequested(a) => Some((a, event)),
        _ => None,
    });
    let mut findings = Vec::new();
    // Until there is a draft, exploring is still to come.
    if explored.is_some() || !found.drafts.is_empty() {
        findings.push(standards_explored::check(&standards_explored::Input { objective, explored }));
        findings.push(missing_standards_requested::check(&missing_standards_requested::Input {
            objective,
            found: explored.map(|explored| explored.what),
            request: request.map(|(asked, event)| event.recorded(asked.request.as_str())),
            state: request.and_then(|(asked, _)| work_state(registry, asked, found, knowledge)),
        }));
        findings.extend(conflicts(found));
    }
    findings
}

/// How a request stands, by the last that the body said.
fn work_state<'r>(
    registry: &'r Registry,
    asked: &StandardWorkRequested,
    found: &Procedure<'r>,
    knowledge: Knowledge<'r>,
) -> Option<&'static str> {
    let events = crate::timeline(registry, &asked.request, found.day, knowledge);
    events.iter().rev().find_map(|event| match event.act {
        Act::StandardWorkUpdated(a) => Some(a.state.as_str()),
        _ => None,
    })
}

/// One finding for each conflicting activity that lasts on the day, else one that there is none.
fn conflicts<'r>(found: &Procedure<'r>) -> Vec<Finding<'r>> {
    let mut noted: Vec<(&InstrumentId, &'r ConflictingActivityNoted, &Event<'r>)> = Vec::new();
    for event in &found.timeline {
        if let Act::ConflictingActivityNoted(a) = event.act {
            // The last word about an activity counts.
            noted.retain(|(id, _, _)| **id != a.activity);
            noted.push((&a.activity, a, event));
        }
    }
    noted.retain(|(_, a, _)| a.until.is_none_or(|until| found.day < until));
    let objective = found.id.as_str();
    if noted.is_empty() {
        let input = stand_still::Input { objective, activity: None, country: None, member: false };
        return vec![stand_still::check(&input)];
    }
    let conflict = |(_, a, event): &(&InstrumentId, &'r ConflictingActivityNoted, &Event<'r>)| {
        let takes_part = participation_on(&found.participants, a.country, found.day);
        stand_still::check(&stand_still::Input {
            objective,
            activity: Some(event.recorded(a.activity.as_str())),
            country: Some(a.country),
            member: takes_part == Some(model::Participation::Member),
        })
    };
    noted.iter().map(conflict).collect()
}
