//! What is due, from whom, by when, and how it stands (annex C 2.1, 4.2, 4.3). Nothing is refused for being late:
//! lateness is shown and counted. How terms are counted stands in [`law::term`] and in each rule.

use law::Rule;
use law::rules::objective::{
    adoption_notice, comments_answered, response_in_time, status_report, work_not_before,
};
use law::term::{self, TermState};
use model::{Date, InstrumentId, Jurisdiction, LogIndex};
use registry::{Knowledge, Registry};
use statement::Act;

use crate::life::{CountryLife, ObjectiveLife, objective_in_short};
use crate::making::{Procedure, procedure_in_short, procedures};

/// A term.
#[derive(Clone, Copy, Debug)]
pub struct Due<'r> {
    /// The rule that sets it.
    pub rule: &'static Rule,
    /// The procedure or objective.
    pub objective: &'r InstrumentId,
    /// From whom it is due; `None`: any member State, or nobody in particular.
    pub from: Option<Jurisdiction>,
    /// Its last day; of `objective.work-not-before`, the first day on which work may start.
    pub due_on: Date,
    /// How it stands on the day.
    pub state: TermState,
    /// Which period, of a yearly report; else 0.
    pub period: u32,
    /// The statement that did it, else the one from which the term runs.
    pub statement: LogIndex,
}

/// Every term that has begun by a day, by last day, then by objective and country.
///
/// Terms of procedures: the responses to a call that has effect, the first day of work, the end of a comment period.
/// Terms of objectives: each notice of adoption, each yearly report. A response, a notice or a report is a term of its
/// own with the country from which it is due.
pub fn due<'r>(registry: &'r Registry, day: Date, knowledge: Knowledge<'r>) -> Vec<Due<'r>> {
    let mut all = Vec::new();
    for id in procedures(registry, knowledge) {
        all.extend(procedure_in_short(registry, id, day, knowledge).iter().flat_map(due_in_procedure));
    }
    for (id, _) in registry.objectives() {
        all.extend(objective_in_short(registry, id, day, knowledge).iter().flat_map(due_under_objective));
    }
    all.sort_by(|a, b| {
        (a.due_on, a.objective, a.from, a.rule.id).cmp(&(b.due_on, b.objective, b.from, b.rule.id))
    });
    all
}

/// The terms of one country.
pub fn due_from<'r>(
    registry: &'r Registry,
    country: Jurisdiction,
    day: Date,
    knowledge: Knowledge<'r>,
) -> Vec<Due<'r>> {
    let mut all = due(registry, day, knowledge);
    all.retain(|due| due.from == Some(country));
    all
}

/// The terms of one procedure that have begun by its day, in no order.
pub fn due_in_procedure<'r>(found: &Procedure<'r>) -> Vec<Due<'r>> {
    let mut terms = comment_periods(found);
    let transmitted = found.call.as_ref().filter(|call| call.has_effect).and_then(|call| call.transmitted);
    let Some((transmitted_on, at)) = transmitted else { return terms };
    // What only passes, and is done by nobody, is done on its day.
    let passes = |rule, due_on: Date| Due {
        rule,
        objective: found.id,
        from: None,
        due_on,
        state: if found.day <= due_on { TermState::Open } else { TermState::Done(due_on) },
        period: 0,
        statement: at,
    };
    let due_on = response_in_time::due_on(transmitted_on);
    terms.push(passes(&response_in_time::RULE, due_on));
    terms.push(passes(&work_not_before::RULE, work_not_before::first_day(transmitted_on)));
    terms.extend(found.timeline.iter().filter_map(|event| match event.act {
        Act::CallAnswered(a) => Some(Due {
            from: Some(a.country),
            state: term::state(due_on, Some(event.on), found.day),
            statement: event.at,
            ..passes(&response_in_time::RULE, due_on)
        }),
        _ => None,
    }));
    terms
}

/// The last day for comments: the day before the end of the period.
fn comment_periods<'r>(found: &Procedure<'r>) -> Vec<Due<'r>> {
    let periods = found.drafts.iter().flat_map(|draft| &draft.comments.periods);
    let last_day = |until: Date| until.yesterday().unwrap_or(until);
    let term = |(period, at): &(&statement::act::CommentsOpened, LogIndex)| Due {
        rule: &comments_answered::RULE,
        objective: found.id,
        from: None,
        due_on: last_day(period.until),
        state: if found.day < period.until {
            TermState::Open
        } else {
            TermState::Done(last_day(period.until))
        },
        period: 0,
        statement: *at,
    };
    periods.map(term).collect()
}

/// The terms of one objective that have begun by its day, in no order.
pub fn due_under_objective<'r>(life: &ObjectiveLife<'r>) -> Vec<Due<'r>> {
    life.countries.iter().flat_map(|country| of_country(life, country)).collect()
}

fn of_country<'r>(life: &ObjectiveLife<'r>, country: &CountryLife) -> Vec<Due<'r>> {
    let mut terms = Vec::new();
    if let Some(((adopted_on, at), notified_on)) = country.adopted.zip(country.notified_on) {
        let due_on = adoption_notice::due_on(adopted_on);
        terms.push(Due {
            rule: &adoption_notice::RULE,
            objective: life.id,
            from: Some(country.country),
            due_on,
            // A notice on record is a notice given, on whatever day it was entered.
            state: term::state(due_on, Some(notified_on), life.day.max(notified_on)),
            period: 0,
            statement: at,
        });
    }
    let registered = life.versions.iter().find(|version| version.text.version == country.version);
    let registered = registered.map_or(LogIndex(0), |version| version.at);
    terms.extend(country.periods.iter().map(|period| Due {
        rule: &status_report::RULE,
        objective: life.id,
        from: Some(country.country),
        due_on: period.due_on,
        state: term::state(period.due_on, period.reported.map(|(on, _)| on), life.day),
        period: period.number,
        statement: period.reported.map_or(registered, |(_, at)| at),
    }));
    terms
}
