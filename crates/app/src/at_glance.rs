//! An answer at one glance, for whoever stands before the goods.

use credential::DocumentFinding;
use decision::Question;
use explain::Words;
use glance::{Asked, Beside, Fault, Fields, Glance};
use model::LogIndex;
use store::StoreError;

use crate::app::App;
use crate::decide::{DecideError, QuestionError, Snapshot};

/// Why nothing is shown.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GlanceError {
    /// A field is to be corrected.
    #[error("the field `{}` is to be corrected: {}", .0.field, .0.what)]
    Fault(Fault),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl App {
    /// Answers what was filled in, scanned or dropped. What else is known of it, of nobody else's business, stands beside
    /// what is found about a document.
    ///
    /// # Errors
    /// [`GlanceError`].
    pub fn glance(
        &self,
        fields: &Fields,
        words: &Words,
        elsewhere: impl FnOnce(&Question) -> Result<Vec<DocumentFinding>, StoreError>,
    ) -> Result<Glance, GlanceError> {
        let asked = fields.read(self.clock().today())?;
        let snapshot = self.snapshot();
        let known_at = LogIndex(snapshot.size().saturating_sub(1));
        let examined =
            asked.document.as_ref().map(|document| self.examine_document(document, known_at)).transpose()?;
        let mut documents = examined.map(|examined| examined.findings).unwrap_or_default();
        documents.extend(elsewhere(&asked.question)?);
        let shown = show(&snapshot, &asked, &documents, words)?;
        let Some(shown) = shown else {
            // Nothing is on record under the number. What the document states says which product is meant, if it does.
            let stated = asked.as_stated();
            let shown = stated.map(|stated| show(&snapshot, &stated, &documents, words)).transpose()?;
            let beside = Beside { asked: &asked, documents: &documents, log_size: snapshot.size(), words };
            return Ok(shown.flatten().unwrap_or_else(|| beside.not_on_record()));
        };
        Ok(shown)
    }
}

/// The answer; `None` where neither the question nor the record says which product is meant, since nothing is on record.
fn show(
    snapshot: &Snapshot,
    asked: &Asked,
    documents: &[DocumentFinding],
    words: &Words,
) -> Result<Option<Glance>, GlanceError> {
    let beside = Beside { asked, documents, log_size: snapshot.size(), words };
    let answer = snapshot.ask(asked.question.clone())?;
    let decision = match answer.decide() {
        Err(QuestionError::NoProduct) if !answer.is_on_record(0) => return Ok(None),
        decided => decided.map_err(Fault::from)?,
    };
    let names = |id: &str| glance::name_of(answer.state().registry(), id, words.language());
    Ok(Some(beside.answered(&explain::tell(&decision, answer.point(), words, &names))))
}

impl From<Fault> for GlanceError {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<DecideError> for GlanceError {
    fn from(error: DecideError) -> Self {
        match error {
            DecideError::Question(error) => Self::Fault(error.into()),
            DecideError::Store(error) => Self::Store(error),
            // Documents were taken out of the question before.
            error @ DecideError::Document { .. } => {
                Self::Fault(Fault::from(QuestionError::Malformed(error.to_string())))
            }
        }
    }
}
