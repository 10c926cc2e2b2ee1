//! Bodies: designated, listed, accredited, members of schemes.

use rusqlite::{Result, params};
use statement::act::{self, Act};

use super::{Loader, day, procedures};

impl Loader<'_> {
    pub(super) fn body(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::BodyDesignated(act) => {
                let scope = self.optional_scope(act.products.as_ref())?;
                self.put(
                    "INSERT INTO designation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    params![
                        act.body.as_str(),
                        act.instrument.as_str(),
                        act.country.as_str(),
                        procedures(&act.procedures),
                        scope,
                        act.from.to_string(),
                        day(act.until),
                        at
                    ],
                )
            }
            Act::BodyListed(act) => {
                let scope = self.optional_scope(act.products.as_ref())?;
                self.put(
                    "INSERT INTO listing VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    params![
                        act.body.as_str(),
                        act.annex.as_str(),
                        act.designated_by.as_str(),
                        procedures(&act.procedures),
                        scope,
                        act.from.to_string(),
                        day(act.until),
                        at
                    ],
                )
            }
            Act::BodyStatusChanged(act) => {
                let event = match act.event {
                    act::BodyEvent::Contested => "contested",
                    act::BodyEvent::ContestRejected => "contest_rejected",
                    act::BodyEvent::Suspended => "suspended",
                    act::BodyEvent::Restored => "restored",
                    act::BodyEvent::Withdrawn => "withdrawn",
                };
                self.put(
                    "INSERT INTO body_event VALUES (?, ?, ?, ?, ?, ?)",
                    params![
                        act.body.as_str(),
                        act.instrument.as_str(),
                        event,
                        act.on.to_string(),
                        act.earlier_results.map(model::EarlierResults::as_str),
                        at
                    ],
                )
            }
            _ => Ok(()),
        }
    }

    pub(super) fn accreditation(&self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::AccreditationGranted(act) => {
                let id = act.accreditation.as_str();
                self.put(
                    "INSERT INTO accreditation VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    params![
                        id,
                        act.accreditation_body.as_str(),
                        act.body.as_str(),
                        !act.acts.is_empty(),
                        procedures(&act.procedures),
                        act.from.to_string(),
                        day(act.until),
                        at
                    ],
                )?;
                for named in &act.acts {
                    self.put(
                        "INSERT OR IGNORE INTO accreditation_act VALUES (?, ?)",
                        params![id, named.as_str()],
                    )?;
                }
                act.standards.iter().try_for_each(|standard| {
                    let sql = "INSERT OR IGNORE INTO accreditation_standard VALUES (?, ?)";
                    self.put(sql, params![id, standard.series()])
                })
            }
            Act::AccreditationChanged(act) => {
                let (id, on) = (act.accreditation.as_str(), act.on.to_string());
                let event = match act.event {
                    act::AccreditationEvent::ScopeReduced => {
                        return act.acts.iter().try_for_each(|left| {
                            let sql = "INSERT INTO accreditation_left VALUES (?, ?, ?, ?)";
                            self.put(sql, params![id, left.as_str(), on, at])
                        });
                    }
                    act::AccreditationEvent::Restored => "restored",
                    act::AccreditationEvent::Suspended => "suspended",
                    act::AccreditationEvent::Withdrawn => "withdrawn",
                };
                self.put("INSERT INTO accreditation_event VALUES (?, ?, ?, ?)", params![id, event, on, at])
            }
            Act::AccreditationRecognised(act) => self.put(
                "INSERT INTO accreditor_recognised VALUES (?, ?, ?, ?, ?)",
                params![
                    act.country.as_str(),
                    act.accreditation_body.as_str(),
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            ),
            _ => Ok(()),
        }
    }

    /// Schemes: members and declared differences.
    pub(super) fn scheme(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::SchemeJoined(act) => self.member(act, at),
            Act::DifferenceDeclared(act) => self.put(
                "INSERT INTO difference VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    act.scheme.as_str(),
                    act.country.as_str(),
                    act.standard.as_str(),
                    act.difference,
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            ),
            _ => Ok(()),
        }
    }

    fn member(&mut self, act: &act::SchemeJoined, at: i64) -> Result<()> {
        self.rows += 1;
        self.put(
            "INSERT INTO member VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                act.scheme.as_str(),
                act.member.as_str(),
                act.country.as_str(),
                self.rows,
                !act.recognises.is_empty(),
                act.issues,
                act.from.to_string(),
                day(act.until),
                at
            ],
        )?;
        act.recognises.iter().try_for_each(|standard| {
            self.put("INSERT INTO member_standard VALUES (?, ?)", params![self.rows, standard.as_str()])
        })
    }
}
