//! Which documents an act cites.

use super::{Act, DocumentCitation};

impl Act {
    /// The documents that it cites by hash; empty for acts that cite none.
    pub fn documents(&self) -> &[DocumentCitation] {
        match self {
            Self::NeedIdentified(a) => &a.documents,
            Self::CallMade(a) => &a.documents,
            Self::TaskForceReported(a) => &a.documents,
            Self::StandardWorkRequested(a) => &a.documents,
            Self::DraftFiled(a) => &a.documents,
            Self::CommentsOpened(a) => &a.documents,
            Self::CommentsAnswered(a) => &a.documents,
            Self::ObjectiveSubmitted(a) => &a.documents,
            Self::ObjectiveEstablished(a) => &a.documents,
            Self::ObjectiveAdopted(a) => &a.documents,
            Self::ObjectiveStatusReported(a) => &a.documents,
            Self::InterpretationPublished(a) => &a.documents,
            Self::AdditionalRequirementImposed(a) => &a.documents,
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::file::{Format, read};

    use super::*;

    #[test]
    fn every_act_whose_example_cites_documents_tells_them() {
        for name in Act::NAMES {
            let text = crate::template(name).unwrap_or_default();
            let draft = read(text, Format::Toml, None).map(|mut drafts| drafts.remove(0));
            let told = draft.map_or(0, |draft| draft.payload.act.documents().len());
            assert_eq!(told, text.matches("[[act.documents]]").count(), "{name}");
        }
    }
}
