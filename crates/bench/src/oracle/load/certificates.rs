//! Certificates and what happens to them.

use rusqlite::{Result, params};
use statement::act::{self, Act, Change};

use super::{Loader, day, some_day};

impl Loader<'_> {
    /// Issued or changed.
    pub(super) fn certificates(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::CertificatesIssued(act) => {
                act.certificates.iter().try_for_each(|one| self.certificate(act.issuer.as_str(), one, at))
            }
            Act::CertificatesChanged(act) => {
                act.changes.iter().zip(0..).try_for_each(|(change, item)| self.change(change, item, at))
            }
            _ => Ok(()),
        }
    }

    fn certificate(&self, issuer: &str, one: &act::Certificate, at: i64) -> Result<()> {
        let number = one.number.as_str();
        let product = one.products.first();
        let report = one.report.as_ref();
        self.put(
            "INSERT INTO certificate VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            params![
                number,
                at,
                issuer,
                one.kind.as_str(),
                one.procedure.as_str(),
                one.holder.as_str(),
                product.and_then(|p| p.hs).map(|code| code.to_string()),
                product.and_then(|p| p.hs_edition).map(model::HsEdition::year),
                product.and_then(|p| p.model.as_deref()),
                product.and_then(|p| p.batch.as_deref()),
                one.designating_party.map(|code| code.to_string()),
                some_day(one.assessed_on),
                one.issued_on.to_string(),
                day(one.expires_on),
                report.map(|r| r.laboratory.as_str()),
                report.map(|r| r.issued_on.to_string()),
                one.production_conforms
            ],
        )?;
        for reference in &one.conforms_to {
            self.put(
                "INSERT OR IGNORE INTO certificate_act VALUES (?, ?, ?)",
                params![number, reference.act.as_str(), reference.edition],
            )?;
        }
        for standard in &one.standards {
            self.put(
                "INSERT OR IGNORE INTO certificate_standard VALUES (?, ?, ?)",
                params![number, standard.as_str(), standard.series()],
            )?;
        }
        let word = |kind: &str, word: &str| {
            self.put("INSERT OR IGNORE INTO certificate_word VALUES (?, ?, ?)", params![number, kind, word])
        };
        one.differences_covered.iter().try_for_each(|difference| word("difference", difference))?;
        one.responsible_persons_in.iter().try_for_each(|country| word("person", country.as_str()))?;
        one.lawfully_marketed_in.iter().try_for_each(|country| word("marketed", country.as_str()))?;
        one.conditions_met.iter().try_for_each(|condition| word("condition", condition))
    }

    fn change(&self, change: &act::CertificateChange, item: i64, at: i64) -> Result<()> {
        let mut holder = None;
        let kind = match &change.change {
            Change::ScopeReduced { .. } => "reduced",
            Change::Suspended {} => "suspended",
            Change::Restored {} => "restored",
            Change::Withdrawn { from_start: true } => "void",
            Change::Withdrawn { .. } => "withdrawn",
            Change::Expired {} => "expired",
            Change::HolderChanged { holder: new } => {
                holder = Some(new.as_str());
                "holder"
            }
            Change::Amended(_) | Change::Transferred { .. } => return Ok(()),
        };
        let number = change.number.as_str();
        self.put(
            "INSERT INTO certificate_change VALUES (?, ?, ?, ?, ?, ?)",
            params![number, change.on.to_string(), at, item, kind, holder],
        )?;
        self.put("UPDATE certificate SET changed = 1 WHERE number = ?", params![number])
    }
}
