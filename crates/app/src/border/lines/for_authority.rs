//! Lines that an authority asks in a signed request: the same answers, with what other borders recorded.

use std::collections::BTreeSet;

use credential::DocumentFinding;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::StoreError;

use super::answer::LineAnswer;
use super::line::{Line, LineError};
use super::{Answered, LINES_MAX, Lines};
use crate::border::elsewhere::Goods;
use crate::border::{Border, RequestRefused, Requester};

/// What is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityLines {
    /// At most [`LINES_MAX`].
    pub lines: Vec<Value>,
}

/// Why no line was answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ForAuthorityError {
    /// The request is not taken.
    #[error(transparent)]
    Request(#[from] RequestRefused),
    /// Too many lines.
    #[error("{0} lines are asked, at most {LINES_MAX} are answered at once")]
    TooMany(usize),
}

impl Border {
    /// Answers lines for imports into countries of which the requester is an authority.
    ///
    /// # Errors
    /// [`ForAuthorityError`]; a line that cannot be answered does not stop the others.
    pub fn lines_for_authority(
        &self,
        requester: &Requester,
        asked: &AuthorityLines,
    ) -> Result<Vec<Result<Answered, LineError>>, ForAuthorityError> {
        if asked.lines.len() > LINES_MAX {
            return Err(ForAuthorityError::TooMany(asked.lines.len()));
        }
        let lines: Vec<_> = asked.lines.iter().map(|line| Line::parse(line.to_string().as_bytes())).collect();
        let countries: BTreeSet<_> = lines.iter().flatten().map(|line| line.importing).collect();
        let authorities = countries.into_iter().map(|country| self.authority(requester, country));
        let authority = (self.clone(), authorities.collect::<Result<_, _>>()?);
        Ok(Lines { authority: Some(authority), ..self.lines() }.answer_parsed(lines))
    }
}

impl Lines {
    /// The answer with what other borders recorded, if an authority asks.
    pub(super) fn with_elsewhere(&self, answer: LineAnswer, line: &Line) -> Result<LineAnswer, StoreError> {
        let Some((border, authorities)) = &self.authority else { return Ok(answer) };
        let Some(authority) = authorities.iter().find(|authority| authority.importing() == line.importing)
        else {
            return Ok(answer);
        };
        let serial = line.products.iter().find(|identifier| identifier.scheme == super::Scheme::Serial);
        let goods = Goods {
            batch: line.lot.as_deref(),
            serial: serial.map(|serial| serial.value.as_str()),
            quantity: line.quantity.as_ref().map(|quantity| (quantity, &line.declaration)),
        };
        let numbers: BTreeSet<_> = answer
            .certificates
            .iter()
            .filter_map(|resolved| resolved.number.as_ref()?.parse().ok())
            .collect();
        let found = numbers.iter().map(|number| border.at_one_border(*authority, number, goods));
        let found: Vec<Option<DocumentFinding>> = found.collect::<Result<_, _>>()?;
        Ok(answer.with_elsewhere(found.into_iter().flatten().collect()))
    }
}
