//! The checks of the acts about objectives: what is missing in a text is for the law to say, not for these.

use std::collections::HashSet;

use model::limits::DOCUMENT_BYTES_MAX;

use super::ActError;
use super::parts::{
    counted, from_until, hash, language, name, not_before, period, scope, scope_if_given, some, transitions,
};
use crate::act::{
    Act, AdditionalRequirementImposed, CallMade, CommentsPublished, DocumentCitation, DraftFiled, Elements,
    ObjectiveAdopted, ObjectiveEstablished, PracticeAssessed,
};

type Checked = Result<(), ActError>;

/// `None` for an act that is not about objectives.
pub(super) fn act(act: &Act) -> Option<Checked> {
    Some(match act {
        Act::NeedIdentified(a) => titled(&a.title, &a.documents).and(scope_if_given(a.products.as_ref())),
        Act::InterestStated(a) => name("act.title", &a.title).and(scope_if_given(a.products.as_ref())),
        Act::CallMade(a) => call_made(a),
        Act::TaskForceReported(a) => titled(&a.title, &a.documents),
        Act::StandardWorkRequested(a) => name("act.subject", &a.subject)
            .and(scope_if_given(a.products.as_ref()))
            .and(documents(&a.documents)),
        Act::ConflictingActivityNoted(a) => from_until(a.from, a.until),
        Act::DraftFiled(a) => draft_filed(a),
        Act::PracticeAssessed(a) => practice_assessed(a),
        Act::CommentsOpened(a) => {
            counted("act.draft", a.draft).and(from_until(a.from, Some(a.until))).and(documents(&a.documents))
        }
        Act::CommentsPublished(a) => comments_published(a),
        Act::CommentsAnswered(a) => counted("act.draft", a.draft).and(documents(&a.documents)),
        Act::DraftAgreed(a) => counted("act.draft", a.draft),
        Act::ObjectiveSubmitted(a) => counted("act.draft", a.draft).and(documents(&a.documents)),
        Act::ObjectiveEstablished(a) => established(a),
        Act::ObjectiveAgreed(a) => counted("act.version", a.version).and(from_until(a.on, a.until)),
        Act::ObjectiveAnnounced(a) => counted("act.version", a.version),
        Act::InvitationSent(a) => counted("act.version", a.version),
        Act::ObjectiveAdopted(a) => adopted(a),
        Act::ObjectiveStatusReported(a) => counted("act.version", a.version).and(documents(&a.documents)),
        Act::ObjectiveAccepted(a) => counted("act.version", a.version).and(from_until(a.from, a.until)),
        Act::RecognisedBodyDesignated(a) => {
            scope_if_given(a.products.as_ref()).and(from_until(a.from, a.until))
        }
        Act::InterpretationPublished(a) => name("act.text", &a.text).and(documents(&a.documents)),
        Act::AdditionalRequirementImposed(a) => additional(a),
        Act::CounterMeasureTaken(a) => scope("act.products", &a.products).and(from_until(a.from, a.until)),
        // Nothing in them can contradict anything else in them.
        Act::CallTransmitted(_)
        | Act::CallAnswered(_)
        | Act::TaskForceFormed(_)
        | Act::TaskForceJoined(_)
        | Act::TaskForceLeft(_)
        | Act::StandardsExplored(_)
        | Act::StandardWorkUpdated(_)
        | Act::RecognisedBodyWithdrawn(_)
        | Act::AdditionalRequirementLifted(_)
        | Act::AdditionalRequirementAnswered(_)
        | Act::CounterMeasureLifted(_) => Ok(()),
        _ => return None,
    })
}

fn titled(title: &model::Text, cited: &[DocumentCitation]) -> Checked {
    name("act.title", title).and(documents(cited))
}

fn comments_published(act: &CommentsPublished) -> Checked {
    let replies = act.replies.as_ref().map_or(Ok(()), |replies| hash("act.replies.root", &replies.root));
    counted("act.draft", act.draft).and(hash("act.root", &act.root)).and(replies)
}

fn call_made(a: &CallMade) -> Checked {
    some("act.countries", &a.countries)?;
    titled(&a.title, &a.documents)?;
    elements(&a.elements)
}

fn draft_filed(a: &DraftFiled) -> Checked {
    counted("act.draft", a.draft)?;
    titled(&a.title, &a.documents)?;
    elements(&a.elements)
}

fn practice_assessed(a: &PracticeAssessed) -> Checked {
    counted("act.draft", a.draft)?;
    some("act.answers", &a.answers)?;
    let questions = a.answers.iter().map(|answer| answer.question.as_str());
    distinct("act.answers", "question", questions)
}

fn established(a: &ObjectiveEstablished) -> Checked {
    counted("act.version", a.version)?;
    titled(&a.title, &a.documents)?;
    match (&a.procedure, a.draft) {
        (Some(_), Some(draft)) => counted("act.draft", draft)?,
        (None, None) => {
            let products = a.products.as_slice();
            some("act.products", products)?;
            some("act.purposes", &a.purposes)?;
            some("act.compliance", &a.compliance)?;
        }
        (Some(_), None) => return Err(together("act.procedure", "draft")),
        (None, Some(_)) => return Err(together("act.draft", "procedure")),
    }
    scope_if_given(a.products.as_ref())?;
    super::parts::citations("act.standards", &a.standards)?;
    not_before("act.former_version_until", a.former_version_until, "on", a.on)
}

fn adopted(a: &ObjectiveAdopted) -> Checked {
    counted("act.version", a.version)?;
    not_before("act.notified_on", a.notified_on, "adopted_on", a.adopted_on)?;
    documents(&a.documents)?;
    from_until(a.applies_from, a.until)
}

fn additional(a: &AdditionalRequirementImposed) -> Checked {
    titled(&a.title, &a.documents)?;
    scope("act.products", &a.products)?;
    period("act.until", a.from, a.until)
}

/// The elements of a text: none need be there, and what is there must not contradict itself.
fn elements(e: &Elements) -> Checked {
    if let Some(products) = &e.products {
        scope("act.elements.products", products)?;
    }
    distinct("act.elements.requirements", "number", e.requirements.iter().map(|r| r.number.as_str()))?;
    distinct("act.elements.procedures", "procedure", e.procedures.iter().map(|p| p.procedure.as_str()))?;
    distinct("act.elements.standards", "standard", e.standards.iter().map(|s| s.standard.as_str()))?;
    let known: HashSet<&str> = e.requirements.iter().map(|r| r.number.as_str()).collect();
    for (i, standard) in e.standards.iter().enumerate() {
        let field = format!("act.elements.standards[{i}]");
        transitions(&field, &standard.standard, standard.former_edition_until)?;
        let unknown = standard.requirements.iter().position(|number| !known.contains(number.as_str()));
        if let Some(place) = unknown {
            let number = standard.requirements[place].clone();
            return Err(ActError::NoSuchNumber { field: format!("{field}.requirements[{place}]"), number });
        }
    }
    Ok(())
}

fn distinct<'a>(list: &str, key: &str, values: impl Iterator<Item = &'a str>) -> Checked {
    let mut seen = HashSet::new();
    for (index, value) in values.enumerate() {
        if !seen.insert(value) {
            let field = format!("{list}[{index}].{key}");
            return Err(ActError::Repeated { field, value: value.to_owned() });
        }
    }
    Ok(())
}

/// Documents: named by a hash, of a size that the registry would take, each once.
fn documents(cited: &[DocumentCitation]) -> Checked {
    for (index, document) in cited.iter().enumerate() {
        let field = format!("act.documents[{index}]");
        hash(&format!("{field}.sha256"), &document.sha256)?;
        name(&format!("{field}.title"), &document.title)?;
        if !is_media_type(&document.media_type) {
            let found = document.media_type.chars().take(40).collect();
            return Err(ActError::MediaType { field: format!("{field}.media_type"), found });
        }
        if !document.language.is_empty() {
            language(&format!("{field}.language"), &document.language)?;
        }
        document.version.map_or(Ok(()), |version| counted(&format!("{field}.version"), version))?;
        if !(1..=DOCUMENT_BYTES_MAX).contains(&document.size_bytes) {
            let size_bytes = document.size_bytes;
            return Err(ActError::DocumentSize { field: format!("{field}.size_bytes"), size_bytes });
        }
    }
    distinct("act.documents", "sha256", cited.iter().map(|document| document.sha256.as_str()))
}

/// RFC 6838, section 4.2: two restricted names with a slash between, no parameters.
fn is_media_type(text: &str) -> bool {
    let restricted = |name: &str| {
        (1..=127).contains(&name.len())
            && name.starts_with(|c: char| c.is_ascii_alphanumeric())
            && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    text.split_once('/').is_some_and(|(kind, subtype)| restricted(kind) && restricted(subtype))
}

fn together(field: &str, other: &'static str) -> ActError {
    ActError::Together { field: field.into(), other }
}
