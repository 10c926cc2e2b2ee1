//! Groups, parties, ownership; standards.

use model::Stringency;
use rusqlite::{Result, params};
use statement::act::{self, Act};

use super::{Loader, day, some_day};

impl Loader<'_> {
    /// Who there is, and who owns whom.
    pub(super) fn party(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::GroupRegistered(act) => {
                self.put("INSERT INTO grp VALUES (?, ?)", &[&act.group.as_str(), &act.legislates])
            }
            Act::MembershipStated(act) => {
                for member in &act.members {
                    self.put(
                        "INSERT INTO membership VALUES (?, ?, ?, ?, ?)",
                        params![
                            member.as_str(),
                            act.group.as_str(),
                            act.from.to_string(),
                            day(act.until),
                            at
                        ],
                    )?;
                }
                Ok(())
            }
            Act::PartyRegistered(act) => {
                self.put("INSERT INTO party VALUES (?, ?)", &[&act.party.as_str(), &act.country.as_str()])
            }
            Act::OwnershipStated(act) => self.put(
                "INSERT INTO ownership VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    act.body.as_str(),
                    act.owner,
                    act.share_permille,
                    act.controls,
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            ),
            Act::OwnershipBarred(act) => self.bar(act, at),
            _ => Ok(()),
        }
    }

    /// Editions of standards and how they relate; codes of products that correspond.
    pub(super) fn standard(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::StandardPublished(act) => self.put(
                "INSERT INTO standard VALUES (?, ?, ?, ?)",
                params![act.standard.as_str(), act.standard.series(), act.published.to_string(), at],
            ),
            Act::StandardWithdrawn(act) => self.put(
                "INSERT INTO standard_withdrawn VALUES (?, ?, ?)",
                params![act.standard.as_str(), act.on.to_string(), at],
            ),
            Act::StandardRevised(act) => self.put(
                "INSERT INTO standard_revised VALUES (?, ?, ?)",
                params![act.former.as_str(), some_day(act.transition_until), at],
            ),
            Act::StandardAdopted(act) => self.adopted(act, at),
            Act::StringencyStated(act) => self.put(
                "INSERT INTO stringency VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    act.country.as_str(),
                    act.standard.as_str(),
                    act.standard.is_dated(),
                    act.required.as_str(),
                    act.required.series(),
                    act.required.is_dated(),
                    act.relation == Stringency::LessStringent || !act.weaker_clauses.is_empty(),
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            ),
            Act::CorrelationStated(act) => {
                for (from, to) in &act.pairs {
                    self.put(
                        "INSERT INTO correlation VALUES (?, ?, ?, ?, ?)",
                        params![
                            act.from_edition.year(),
                            act.to_edition.year(),
                            from.as_str(),
                            to.as_str(),
                            at
                        ],
                    )?;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn bar(&self, act: &act::OwnershipBarred, at: i64) -> Result<()> {
        self.put(
            "INSERT INTO bar VALUES (?, ?, ?, ?, ?, ?)",
            params![
                act.bar.as_str(),
                act.country.as_str(),
                act.share_permille,
                act.from.to_string(),
                day(act.until),
                at
            ],
        )?;
        act.entities.iter().try_for_each(|owner| {
            self.put("INSERT OR IGNORE INTO bar_entity VALUES (?, ?)", params![act.bar.as_str(), owner])
        })
    }

    fn adopted(&self, act: &act::StandardAdopted, at: i64) -> Result<()> {
        if act.degree != model::Correspondence::Identical {
            return Ok(());
        }
        let (one, other) = (act.standard.as_str(), act.adopts.as_str());
        self.put("INSERT INTO standard_identical VALUES (?, ?, ?)", params![one, other, at])?;
        self.put("INSERT INTO standard_identical VALUES (?, ?, ?)", params![other, one, at])
    }
}
