//! Agreements and annexes.

use model::{Binding, EarlierResults};
use rusqlite::{Result, params};
use statement::act::{self, Act};

use crate::world::{Log, Stated};

use super::{Loader, NEVER, day};

impl Loader<'_> {
    /// Whom a joint act binds at once: all when it is reported, else the party whose authority signed it.
    fn bound(
        &mut self,
        stated: &Stated,
        instrument: &str,
        parties: &[model::Jurisdiction],
        at: i64,
    ) -> Result<()> {
        let digest: String = Log::digest(stated.at).iter().map(|byte| format!("{byte:02x}")).collect();
        self.joint.insert(digest, instrument.to_owned());
        const SQL: &str = "INSERT INTO bound VALUES (?, ?, ?)";
        if stated.reported {
            return self.put(SQL, params![instrument, "*", at]);
        }
        let signer = stated.signer.as_str();
        let speaks = |party: &&model::Jurisdiction| {
            signer == format!("did:web:authority.{}.example", party.as_str().to_ascii_lowercase())
        };
        parties
            .iter()
            .filter(speaks)
            .try_for_each(|party| self.put(SQL, params![instrument, party.as_str(), at]))
    }

    pub(super) fn agreement(&mut self, stated: &Stated, at: i64) -> Result<()> {
        match &stated.act {
            Act::AgreementConcluded(act) => {
                let id = act.agreement.as_str();
                self.put(
                    "INSERT INTO agreement VALUES (?, ?, ?, ?)",
                    params![id, act.binding.as_str(), act.in_force_from.to_string(), day(act.until)],
                )?;
                for party in &act.parties {
                    // An agreement has parties as an annex has; annexes that name none take them over.
                    self.participates(id, party.as_str(), "0000-01-01", NEVER, at)?;
                }
                self.bound(stated, id, &act.parties, at)
            }
            Act::AgreementConcurred(act) => match self.joint.get(&act.statement) {
                Some(instrument) => self
                    .put("INSERT INTO bound VALUES (?, ?, ?)", params![instrument, act.party.as_str(), at]),
                None => Ok(()),
            },
            Act::AgreementAcceded(act) => {
                let (id, party, from) = (act.agreement.as_str(), act.party.as_str(), act.from.to_string());
                self.participates(id, party, &from, NEVER, at)?;
                self.put("INSERT INTO bound VALUES (?, ?, ?)", params![id, party, at])
            }
            Act::AgreementTerminated(act) => {
                let party = if act.for_party_only { act.party.as_str() } else { "" };
                self.put(
                    "INSERT INTO ended VALUES (?, ?, ?, ?, ?)",
                    params![
                        act.agreement.as_str(),
                        party,
                        act.on.to_string(),
                        act.earlier_results.map(model::EarlierResults::as_str),
                        at
                    ],
                )
            }
            _ => Ok(()),
        }
    }

    fn participates(&self, instrument: &str, party: &str, from: &str, until: &str, at: i64) -> Result<()> {
        self.put(
            "INSERT INTO annex_party VALUES (?, ?, ?, ?, ?)",
            params![instrument, party, from, until, at],
        )
    }

    /// What is said of an annex.
    pub(super) fn annex(&mut self, stated: &Stated, at: i64) -> Result<()> {
        match &stated.act {
            Act::AnnexConcluded(act) => self.concluded(stated, act, at),
            Act::AnnexAmended(act) => self.amended(act, at),
            Act::AnnexSuspended(act) => self.suspended(act, at),
            Act::AnnexRestored(act) => self.put(
                "INSERT INTO restoration VALUES (?, ?, ?, ?)",
                params![act.annex.as_str(), act.by.as_str(), act.on.to_string(), at],
            ),
            Act::AnnexTerminated(act) => self.put(
                "INSERT INTO ended VALUES (?, '', ?, ?, ?)",
                params![
                    act.annex.as_str(),
                    act.on.to_string(),
                    act.earlier_results.map(model::EarlierResults::as_str),
                    at
                ],
            ),
            _ => Ok(()),
        }
    }

    fn concluded(&mut self, stated: &Stated, act: &act::AnnexConcluded, at: i64) -> Result<()> {
        let (id, terms) = (act.annex.as_str(), &act.terms);
        let regime = terms.declaration.as_ref();
        self.put(
            "INSERT INTO annex VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                id,
                act.agreement.as_str(),
                act.recognises.as_str(),
                act.binding.map(Binding::as_str),
                act.origin.as_str(),
                act.in_force_from.to_string(),
                day(act.until),
                !act.directions.is_empty(),
                terms.listing_term_months,
                terms.effect_of_contest.as_str(),
                terms.contest_days,
                terms.on_suspension.as_str(),
                terms.on_withdrawal.as_str(),
                terms.on_end.map(EarlierResults::as_str),
                terms.on_amendment.as_str(),
                terms.amendment_days,
                terms.bodies_listed,
                terms.report_age_months_max,
                regime.and_then(|r| r.responsible_person_in).map(|code| code.to_string()),
                regime.is_some_and(|r| r.test_report_required),
                regime.is_some_and(|r| r.accredited_laboratory),
                at
            ],
        )?;
        let scope = self.scope(&act.products)?;
        self.put("INSERT INTO annex_scope VALUES (?, '0000-01-01', ?, ?)", params![id, scope, at])?;
        if act.parties.is_empty() {
            let takes_over =
                "INSERT INTO annex_party SELECT ?1, party, frm, until, at FROM annex_party WHERE annex = ?2";
            self.put(takes_over, params![id, act.agreement.as_str()])?;
        }
        for party in &act.parties {
            self.participates(id, party.as_str(), "0000-01-01", NEVER, at)?;
        }
        let parties = self.parties_of(id)?;
        for party in &parties {
            self.key("annex", party.as_str(), &act.products, id)?;
        }
        for direction in &act.directions {
            self.put(
                "INSERT INTO annex_direction VALUES (?, ?, ?)",
                params![id, direction.from.as_str(), direction.to.as_str()],
            )?;
        }
        for named in &act.acts {
            for reference in &named.acts {
                self.put(
                    "INSERT INTO annex_act VALUES (?, ?, ?, ?)",
                    params![id, named.party.as_str(), reference.act.as_str(), reference.edition],
                )?;
            }
        }
        for kind in &act.outputs {
            self.put("INSERT INTO annex_output VALUES (?, ?)", params![id, kind.as_str()])?;
        }
        self.bound(stated, id, &parties, at)
    }

    fn parties_of(&self, annex: &str) -> Result<Vec<model::Jurisdiction>> {
        let mut query =
            self.connection.prepare_cached("SELECT DISTINCT party FROM annex_party WHERE annex = ?")?;
        let codes = query.query_map([annex], |row| row.get::<_, String>(0))?;
        Ok(codes.filter_map(|code| code.ok()?.parse().ok()).collect())
    }

    fn amended(&mut self, act: &act::AnnexAmended, at: i64) -> Result<()> {
        let Some(products) = &act.products else { return Ok(()) };
        let scope = self.scope(products)?;
        let id = act.annex.as_str();
        self.put(
            "INSERT INTO annex_scope VALUES (?, ?, ?, ?)",
            params![id, act.from.to_string(), scope, at],
        )?;
        let parties = self.parties_of(id)?;
        parties.iter().try_for_each(|party| self.key("annex", party.as_str(), products, id))
    }

    fn suspended(&mut self, act: &act::AnnexSuspended, at: i64) -> Result<()> {
        self.rows += 1;
        self.put(
            "INSERT INTO suspension VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                self.rows,
                act.annex.as_str(),
                act.by.as_str(),
                !act.directions.is_empty(),
                act.from.to_string(),
                day(act.until),
                act.earlier_results.map(model::EarlierResults::as_str),
                at
            ],
        )?;
        act.directions.iter().try_for_each(|direction| {
            self.put(
                "INSERT INTO suspension_direction VALUES (?, ?, ?)",
                params![self.rows, direction.from.as_str(), direction.to.as_str()],
            )
        })
    }

    /// What is said under an annex.
    pub(super) fn under_annex(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::EquivalenceDeclared(act) => self.equivalence(act, at),
            Act::EquivalenceRevoked(act) => self.put(
                "INSERT INTO equivalence_revoked VALUES (?, ?, ?)",
                params![act.equivalence.as_str(), act.on.to_string(), at],
            ),
            Act::HarmonisedRegulationApplied(act) => self.put(
                "INSERT INTO applied VALUES (?, ?, ?, ?, ?, ?)",
                params![
                    act.annex.as_str(),
                    act.country.as_str(),
                    act.oldest_series,
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            ),
            Act::AlignmentConfirmed(act) => self.put(
                "INSERT INTO aligned VALUES (?, ?, ?, ?, ?, ?)",
                params![
                    act.annex.as_str(),
                    act.country.as_str(),
                    act.by.as_str(),
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            ),
            Act::ExemptionStated(act) => {
                let scope = self.scope(&act.products)?;
                self.put(
                    "INSERT INTO exemption VALUES (?, ?, ?, ?, ?, ?)",
                    params![
                        act.annex.as_str(),
                        act.country.as_str(),
                        scope,
                        act.from.to_string(),
                        day(act.until),
                        at
                    ],
                )
            }
            Act::RefusalReasoned(act) => self.refusal(act, at),
            _ => Ok(()),
        }
    }

    fn equivalence(&self, act: &act::EquivalenceDeclared, at: i64) -> Result<()> {
        for (ours, theirs) in [(&act.first, &act.second), (&act.second, &act.first)] {
            self.put(
                "INSERT INTO equivalence VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                params![
                    act.equivalence.as_str(),
                    act.annex.as_str(),
                    ours.act.as_str(),
                    ours.edition,
                    theirs.act.as_str(),
                    theirs.edition,
                    act.from.to_string(),
                    day(act.until),
                    at
                ],
            )?;
        }
        Ok(())
    }

    fn refusal(&mut self, act: &act::RefusalReasoned, at: i64) -> Result<()> {
        self.rows += 1;
        let scope = self.optional_scope(act.against.products.as_ref())?;
        self.put(
            "INSERT INTO refusal VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                self.rows,
                act.annex.as_str(),
                act.country.as_str(),
                scope,
                !act.reasons.is_empty(),
                act.from.to_string(),
                day(act.until),
                at
            ],
        )?;
        self.targets(&format!("R{}", self.rows), &act.against)
    }
}
