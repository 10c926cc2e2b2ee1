//! A procedure whose draft is open for comments, as acts.

use statement::file::{Format, read};
use statement::{Act, template};

use crate::the;

/// The procedure.
pub const CONSULTED: &str = "TEST/P-1";

/// The acts by which a country states its interest, files a draft that has every element, and opens it for comments
/// from a day to the day before another.
///
/// # Panics
/// When the days or the country are malformed.
pub fn consultation(country: &str, from: &str, until: &str) -> Vec<Act> {
    let mut interest = example("interest.stated");
    let mut draft = example("draft.filed");
    let mut opened = example("comments.opened");
    if let Act::InterestStated(act) = &mut interest {
        (act.procedure, act.country, act.needs) = (the(CONSULTED), the(country), Vec::new());
        act.on = the("2025-01-01");
    }
    if let Act::DraftFiled(act) = &mut draft {
        (act.procedure, act.by, act.draft) = (the(CONSULTED), the(country), 1);
        (act.on, act.former_version_until) = (the("2025-12-01"), None);
    }
    if let Act::CommentsOpened(act) = &mut opened {
        (act.procedure, act.by, act.draft) = (the(CONSULTED), the(country), 1);
        (act.from, act.until) = (the(from), the(until));
    }
    vec![interest, draft, opened]
}

/// The act by which the text of that draft is established: the procedure is at its end.
///
/// # Panics
/// When the day is malformed.
pub fn established(on: &str) -> Act {
    let mut act = example("objective.established");
    if let Act::ObjectiveEstablished(act) = &mut act {
        (act.procedure, act.draft, act.version) = (Some(the(CONSULTED)), Some(1), 1);
        (act.standards, act.former_version_until, act.on) = (Vec::new(), None, the(on));
    }
    act
}

fn example(name: &str) -> Act {
    let read = read(template(name).unwrap_or_default(), Format::Toml, None);
    let mut drafts = read.unwrap_or_else(|error| panic!("{name}: {error}"));
    drafts.remove(0).payload.act
}
