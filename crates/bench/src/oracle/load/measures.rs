//! Measures, decisions of countries, coverage.

use rusqlite::{Result, params};
use statement::act::{self, Act, Target};

use super::{Loader, day, some_day};

impl Loader<'_> {
    /// Measures taken and lifted.
    pub(super) fn measure(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::MeasureTaken(act) => self.taken(act, at),
            Act::MeasureLifted(act) => self.put(
                "INSERT INTO measure_lifted VALUES (?, ?, ?)",
                params![act.measure.as_str(), act.on.to_string(), at],
            ),
            _ => Ok(()),
        }
    }

    fn taken(&mut self, act: &act::MeasureTaken, at: i64) -> Result<()> {
        let scope = self.optional_scope(act.against.products.as_ref())?;
        self.put(
            "INSERT INTO measure VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![
                act.measure.as_str(),
                act.country.as_str(),
                scope,
                !act.legal_basis.is_empty(),
                act.from.to_string(),
                day(act.until),
                at
            ],
        )?;
        self.targets(act.measure.as_str(), &act.against)
    }

    pub(super) fn targets(&self, owner: &str, target: &Target) -> Result<()> {
        let put = |kind: &str, value: &str| {
            self.put("INSERT OR IGNORE INTO target VALUES (?, ?, ?)", params![owner, kind, value])
        };
        target.models.iter().try_for_each(|value| put("model", value))?;
        target.certificates.iter().try_for_each(|value| put("certificate", value.as_str()))?;
        target.bodies.iter().try_for_each(|value| put("body", value.as_str()))?;
        target.traders.iter().try_for_each(|value| put("trader", value.as_str()))?;
        target.origins.iter().try_for_each(|value| put("origin", value.as_str()))
    }

    /// Decisions and acceptances of countries, and coverage.
    pub(super) fn decision(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::RecognitionDecided(act) => self.decided(act, at),
            Act::AcceptanceStated(act) => self.decided(&as_decision(act), at),
            Act::RecognitionRevoked(act) => self.put(
                "INSERT INTO prior_revoked VALUES (?, ?, ?)",
                params![act.decision.as_str(), act.on.to_string(), at],
            ),
            Act::CoverageStated(act) => self.put(
                "INSERT INTO coverage VALUES (?, ?, ?, ?, ?)",
                params![act.scheme.as_str(), act.country.as_str(), act.complete, act.since.to_string(), at],
            ),
            _ => Ok(()),
        }
    }

    fn decided(&mut self, act: &act::RecognitionDecided, at: i64) -> Result<()> {
        let id = act.decision.as_str();
        let scope = self.scope(&act.products)?;
        self.put(
            "INSERT INTO prior VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                id,
                act.country.as_str(),
                act.designating_party.map(|code| code.to_string()),
                scope,
                act.from.to_string(),
                day(act.until),
                some_day(act.review_by),
                act.ends_when_review_overdue,
                !act.bodies.is_empty(),
                !act.attests_to.is_empty(),
                at
            ],
        )?;
        for requirement in &act.requirements {
            self.put("INSERT INTO prior_requirement VALUES (?, ?)", params![requirement.as_str(), id])?;
        }
        for body in &act.bodies {
            self.put("INSERT OR IGNORE INTO prior_body VALUES (?, ?)", params![id, body.as_str()])?;
        }
        for reference in &act.attests_to {
            let edition = &reference.edition;
            self.put("INSERT INTO prior_act VALUES (?, ?, ?)", params![id, reference.act.as_str(), edition])?;
        }
        act.conditions.iter().try_for_each(|condition| {
            self.put("INSERT INTO prior_condition VALUES (?, ?)", params![id, condition.name])
        })
    }
}

fn as_decision(act: &act::AcceptanceStated) -> act::RecognitionDecided {
    act::RecognitionDecided {
        decision: act.acceptance.clone(),
        country: act.country,
        requirements: act.requirements.clone(),
        bodies: Vec::new(),
        designating_party: Some(act.designating_party),
        certificates: Vec::new(),
        attests_to: act.attests_to.clone(),
        products: act.products.clone(),
        conditions: Vec::new(),
        reasons: String::new(),
        peer_reviewed: false,
        from: act.from,
        until: act.until,
        review_by: None,
        ends_when_review_overdue: false,
    }
}
