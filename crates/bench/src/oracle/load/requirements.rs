//! What is required: regulations and objectives.

use rusqlite::{Result, params};
use statement::act::{self, Act};

use super::{Loader, day, procedures, some_day};

impl Loader<'_> {
    pub(super) fn regulation(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::RegulationAdopted(act) => {
                let (id, country) = (act.regulation.as_str(), act.country.as_str());
                self.put("INSERT INTO regulation VALUES (?, ?)", &[&id, &country])?;
                self.key("regulation", country, &act.requirement.products, id)?;
                self.edition(id, &act.edition, act.applies_from, act.until, None, &act.requirement, at)
            }
            Act::RegulationAmended(act) => {
                let (id, from) = (act.regulation.as_str(), act.applies_from);
                self.edition(id, &act.edition, from, None, act.former_edition_until, &act.requirement, at)
            }
            Act::RegulationRepealed(act) => self.put(
                "INSERT INTO repeal VALUES (?, ?, ?)",
                params![act.regulation.as_str(), act.on.to_string(), at],
            ),
            _ => Ok(()),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of one row")]
    fn edition(
        &mut self,
        act: &str,
        name: &str,
        from: model::Date,
        until: Option<model::Date>,
        former_until: Option<model::Date>,
        requirement: &act::Requirement,
        at: i64,
    ) -> Result<()> {
        self.editions += 1;
        let id = self.editions;
        let scope = self.scope(&requirement.products)?;
        let regime = requirement.declaration.as_ref();
        self.put(
            "INSERT INTO edition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                id,
                act,
                name,
                from.to_string(),
                day(until),
                at,
                scope,
                requirement.procedure.as_str(),
                some_day(former_until),
                regime.is_some(),
                regime.and_then(|r| r.responsible_person_in).map(|code| code.to_string()),
                regime.is_some_and(|r| r.test_report_required),
                regime.is_some_and(|r| r.accredited_laboratory)
            ],
        )?;
        for purpose in &requirement.purposes {
            self.put("INSERT INTO edition_purpose VALUES (?, ?)", params![id, purpose.as_str()])?;
        }
        for kind in &requirement.evidence {
            self.put("INSERT INTO edition_evidence VALUES (?, ?)", params![id, kind.as_str()])?;
        }
        self.citations(&format!("E{id}"), &requirement.standards)
    }

    fn citations(&self, owner: &str, citations: &[act::StandardCitation]) -> Result<()> {
        citations.iter().zip(0i64..).try_for_each(|(citation, place)| {
            let standard = &citation.standard;
            self.put(
                "INSERT INTO citation VALUES (?, ?, ?, ?, ?, ?, ?)",
                params![
                    owner,
                    place,
                    standard.as_str(),
                    standard.series(),
                    standard.is_dated(),
                    citation.exclusive,
                    some_day(citation.former_edition_until)
                ],
            )
        })
    }

    /// An objective, and who is bound to it.
    pub(super) fn objective(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::ObjectiveEstablished(act) => self.established(act, at),
            Act::ObjectiveAgreed(act) => {
                self.commitment(&act.objective, act.version, act.country, "agreed", act.on, act.until, at)
            }
            Act::ObjectiveAdopted(act) => self.commitment(
                &act.objective,
                act.version,
                act.country,
                "adopted",
                act.applies_from,
                act.until,
                at,
            ),
            Act::ObjectiveAccepted(act) => {
                self.commitment(&act.objective, act.version, act.country, "accepted", act.from, act.until, at)
            }
            _ => Ok(()),
        }
    }

    fn established(&mut self, act: &act::ObjectiveEstablished, at: i64) -> Result<()> {
        let id = act.objective.as_str();
        let owner = format!("O{id}/{}", act.version);
        // The synthetic world states its objectives in short, with their scope.
        let Some(products) = &act.products else { return Ok(()) };
        let scope = self.scope(products)?;
        if act.version == 1 {
            self.key("objective", "", products, id)?;
        }
        self.put(
            "INSERT INTO objective VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![
                id,
                act.version,
                owner,
                scope,
                act.on.to_string(),
                some_day(act.former_version_until),
                act.compliance.first().map(|procedure| procedure.as_str()),
                at
            ],
        )?;
        for purpose in &act.purposes {
            self.put("INSERT INTO objective_purpose VALUES (?, ?)", params![owner, purpose.as_str()])?;
        }
        for procedure in &act.compliance {
            self.put("INSERT INTO objective_compliance VALUES (?, ?)", params![owner, procedure.as_str()])?;
        }
        self.citations(&owner, &act.standards)
    }

    #[expect(clippy::too_many_arguments, reason = "the columns of one row")]
    fn commitment(
        &self,
        objective: &model::InstrumentId,
        version: u32,
        country: model::Jurisdiction,
        kind: &str,
        from: model::Date,
        until: Option<model::Date>,
        at: i64,
    ) -> Result<()> {
        self.put(
            "INSERT INTO commitment VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![objective.as_str(), version, country.as_str(), kind, from.to_string(), day(until), at],
        )
    }

    pub(super) fn under_objective(&mut self, act: &Act, at: i64) -> Result<()> {
        match act {
            Act::RecognisedBodyDesignated(act) => {
                let scope = self.optional_scope(act.products.as_ref())?;
                self.put(
                    "INSERT INTO recognised_body VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    params![
                        act.objective.as_str(),
                        act.body.as_str(),
                        act.country.as_str(),
                        scope,
                        act.from.to_string(),
                        day(act.until),
                        procedures(&act.procedures),
                        at
                    ],
                )
            }
            Act::RecognisedBodyWithdrawn(act) => self.put(
                "INSERT INTO recognised_body_withdrawn VALUES (?, ?, ?, ?, ?)",
                params![
                    act.objective.as_str(),
                    act.body.as_str(),
                    act.country.as_str(),
                    act.on.to_string(),
                    at
                ],
            ),
            Act::AdditionalRequirementImposed(act) => {
                let scope = self.scope(&act.products)?;
                self.put(
                    "INSERT INTO additional VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    params![
                        act.requirement.as_str(),
                        act.objective.as_str(),
                        act.country.as_str(),
                        scope,
                        act.procedure.as_str(),
                        act.from.to_string(),
                        day(act.until),
                        at
                    ],
                )
            }
            Act::CounterMeasureTaken(act) => {
                let scope = self.scope(&act.products)?;
                self.put(
                    "INSERT INTO counter_measure VALUES (?, ?, ?, ?, ?, ?, ?)",
                    params![
                        act.objective.as_str(),
                        act.country.as_str(),
                        act.against.as_str(),
                        scope,
                        act.from.to_string(),
                        day(act.until),
                        at
                    ],
                )
            }
            _ => Ok(()),
        }
    }
}
