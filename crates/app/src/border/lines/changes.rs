//! What changes the answer to a line: for whoever wants to be told (CER-02, CER-07).
//!
//! The answer to a line at a position of the log is a function of that position, so a change is found by asking for older
//! answers, and nothing needs to be kept: where a listener stands, it says itself. Of what turned and turned back between two
//! looks nothing is told.

use model::{Date, Jurisdiction, LogIndex};
use serde::Serialize;
use store::StoreError;

use super::line::{Declaration, Line, LineError};
use super::treatment::Treatment;
use super::{LineAnswer, Lines};

/// What a line comes to at a position of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The one answer; `not_answered` where the line cannot be asked there.
    pub outcome: &'static str,
    /// What customs is advised to do.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub treatment: Option<Treatment>,
    /// What stands in the way, as identifiers; or why the line cannot be asked.
    pub reasons: Vec<String>,
}

/// A statement that changed the answer to a line, or the answer with which listening begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineHappening {
    /// Which line.
    pub declaration: Declaration,
    /// The importing country.
    pub importing: Jurisdiction,
    /// The day asked about.
    pub on: Date,
    /// How it stands since.
    #[serde(flatten)]
    pub standing: Standing,
    /// How it stood before; absent where nothing changed, at the beginning.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub former: Option<Standing>,
    /// Position of the statement.
    pub statement: LogIndex,
}

impl Standing {
    /// Whether somebody who acts on it does something else: reasons alone may differ.
    fn is_same_as(&self, other: &Self) -> bool {
        (self.outcome, self.treatment) == (other.outcome, other.treatment)
    }
}

impl Lines {
    /// The line as it is listened to: its day is fixed, so that no answer changes without a statement.
    pub fn fixed(&self, line: Line) -> Line {
        Line { on: line.on.or(Some(self.snapshot.today())), known_at: None, ..line }
    }

    /// The first change after a position, as far as is known; where none is given, how the line stands now.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn next_change(&self, line: &Line, after: Option<LogIndex>) -> Result<Option<LogIndex>, StoreError> {
        let Some(last) = self.snapshot.size().checked_sub(1) else { return Ok(None) };
        let Some(after) = after else { return Ok(Some(LogIndex(last))) };
        if after.0 >= last {
            return Ok(None);
        }
        let before = self.standing(line, after)?;
        if self.standing(line, LogIndex(last))?.is_same_as(&before) {
            return Ok(None);
        }
        // INVARIANT: at `same` the line stands as before, at `other` it does not. They meet where it changes.
        let (mut same, mut other) = (after.0, last);
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            if self.standing(line, LogIndex(middle))?.is_same_as(&before) {
                same = middle;
            } else {
                other = middle;
            }
        }
        Ok(Some(LogIndex(other)))
    }

    /// What is told of a change at a position: the same, whenever it is asked.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn happening(&self, line: &Line, at: LogIndex) -> Result<LineHappening, StoreError> {
        let standing = self.standing(line, at)?;
        let former = at.0.checked_sub(1).map(|before| self.standing(line, LogIndex(before))).transpose()?;
        Ok(LineHappening {
            declaration: line.declaration.clone(),
            importing: line.importing,
            on: line.on.unwrap_or_else(|| self.snapshot.today()),
            former: former.filter(|former| !former.is_same_as(&standing)),
            standing,
            statement: at,
        })
    }

    fn standing(&self, line: &Line, at: LogIndex) -> Result<Standing, StoreError> {
        let line = Line { known_at: Some(at), ..line.clone() };
        match self.answer_one(line) {
            Ok(LineAnswer { outcome, treatment, reasons, .. }) => {
                Ok(Standing { outcome, treatment: Some(treatment), reasons })
            }
            Err(LineError::Store(error)) => Err(error),
            // Such as before the country was on record.
            Err(error) => {
                Ok(Standing { outcome: "not_answered", treatment: None, reasons: vec![error.to_string()] })
            }
        }
    }
}
