//! Findings about the registration of a text that was made in a procedure.

use std::collections::BTreeSet;

use law::rules::objective::{
    documents_appended, established_on_submission, registered_as_agreed, revised_by_same_procedure,
};
use law::{Finding, Recorded};
use model::LogIndex;
use registry::citations;
use statement::act::{DraftFiled, ObjectiveEstablished};

use crate::making::Procedure;

pub(super) fn findings<'r>(found: &Procedure<'r>) -> Vec<Finding<'r>> {
    found.registered.iter().flat_map(|(act, at)| one(found, act, *at)).collect()
}

fn one<'r>(found: &Procedure<'r>, act: &'r ObjectiveEstablished, at: LogIndex) -> Vec<Finding<'r>> {
    let objective = act.objective.as_str();
    let submitted = found.submitted.map(|(submitted, _)| submitted);
    let appended: BTreeSet<_> = act.documents.iter().map(|document| document.sha256.as_str()).collect();
    let missing = submitted.and_then(|submitted| {
        submitted
            .documents
            .iter()
            .map(|document| document.sha256.as_str())
            .find(|hash| !appended.contains(hash))
    });
    let draft = found.drafts.iter().find(|draft| Some(draft.filed.draft) == act.draft);
    let mut findings = vec![
        established_on_submission::check(&established_on_submission::Input {
            objective,
            stated: Recorded { what: act.on, at },
            submitted_on: submitted.map(|submitted| submitted.on),
        }),
        documents_appended::check(&documents_appended::Input {
            objective,
            submitted: submitted
                .map(|submitted| u32::try_from(submitted.documents.len()).unwrap_or(u32::MAX)),
            missing,
            registered: at,
        }),
        registered_as_agreed::check(&registered_as_agreed::Input {
            objective,
            draft: act.draft,
            submitted: submitted.map(|submitted| submitted.draft),
            departs: draft.and_then(|draft| departs(act, draft.filed)),
            registered: at,
        }),
    ];
    if act.version > 1 {
        let revises = found.call.as_ref().and_then(|call| call.made.revises.as_ref());
        findings.push(revised_by_same_procedure::check(&revised_by_same_procedure::Input {
            objective,
            version: act.version,
            procedure: Some(found.id.as_str()),
            revises: revises.map(|id| id.as_str()),
            registered: at,
        }));
    }
    findings
}

/// The first part of a text that the registration restates otherwise than the draft.
fn departs(act: &ObjectiveEstablished, draft: &DraftFiled) -> Option<&'static str> {
    let e = &draft.elements;
    let procedures: Vec<_> = e.procedures.iter().map(|p| p.procedure).collect();
    let restated = [
        ("products", act.products.is_some() && act.products != e.products),
        ("purposes", !act.purposes.is_empty() && act.purposes != e.purposes),
        ("standards", !act.standards.is_empty() && act.standards != citations(e)),
        ("compliance", !act.compliance.is_empty() && act.compliance != procedures),
    ];
    restated.into_iter().find(|(_, departs)| *departs).map(|(part, _)| part)
}
