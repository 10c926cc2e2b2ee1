//! From acts to rows.

use model::{Binding, EvidenceKind, Procedure, ProductScope, Stringency};
use rusqlite::{Connection, Result, ToSql, params};
use rustc_hash::FxHashMap;
use statement::act::{self, Act, Change, Target};

use crate::world::{Log, Stated, World};

/// An open end.
const NEVER: &str = "9999-12-31";

/// Loads every statement of a world.
pub(super) fn facts(connection: &Connection, world: &World) -> Result<()> {
    let mut loader = Loader { connection, joint: FxHashMap::default(), scopes: 0, editions: 0, rows: 0 };
    connection.execute_batch("BEGIN")?;
    loader.fits()?;
    for stated in &world.log.statements {
        loader.statement(stated)?;
    }
    connection.execute_batch(
        "INSERT INTO hs_edition SELECT DISTINCT hs_edition FROM product_key WHERE hs_edition > 0",
    )?;
    connection.execute_batch("COMMIT")
}

/// What must be remembered between statements.
struct Loader<'c> {
    connection: &'c Connection,
    /// Joint acts by digest: the instrument, and the parties of agreements.
    joint: FxHashMap<String, String>,
    scopes: i64,
    editions: i64,
    rows: i64,
}

fn day(day: Option<model::Date>) -> String {
    day.map_or_else(|| NEVER.to_owned(), |day| day.to_string())
}

fn some_day(day: Option<model::Date>) -> Option<String> {
    day.map(|day| day.to_string())
}

fn procedures(list: &[Procedure]) -> String {
    if list.is_empty() {
        return String::new();
    }
    let names: Vec<&str> = list.iter().map(|procedure| procedure.as_str()).collect();
    format!(",{},", names.join(","))
}

impl Loader<'_> {
    fn put(&self, sql: &str, values: &[&dyn ToSql]) -> Result<()> {
        self.connection.prepare_cached(sql)?.execute(values).map(|_| ())
    }

    /// Which documents go with a procedure (ISO/IEC 17000).
    fn fits(&self) -> Result<()> {
        use EvidenceKind::{Certificate, Declaration, InspectionReport, TestReport, TypeApproval};
        let table: [(Procedure, &[EvidenceKind]); 7] = [
            (Procedure::None, EvidenceKind::ALL),
            (Procedure::Declaration, &[Declaration]),
            (Procedure::DeclarationWithTest, &[Declaration]),
            (Procedure::Testing, &[TestReport, Certificate]),
            (Procedure::Inspection, &[InspectionReport, Certificate]),
            (Procedure::Certification, &[Certificate, TypeApproval]),
            (Procedure::TypeApproval, &[TypeApproval]),
        ];
        for (procedure, kinds) in table {
            for kind in kinds {
                self.put("INSERT INTO fits VALUES (?, ?)", &[&procedure.as_str(), &kind.as_str()])?;
            }
        }
        Ok(())
    }

    fn scope(&mut self, scope: &ProductScope) -> Result<i64> {
        self.scopes += 1;
        let (id, edition) = (self.scopes, scope.hs_edition.year());
        self.put("INSERT INTO scope VALUES (?, ?, ?)", &[&id, &edition, &scope.hs.is_empty()])?;
        for (excepted, codes) in [(false, &scope.hs), (true, &scope.except)] {
            for code in codes {
                self.put(
                    "INSERT OR IGNORE INTO scope_code VALUES (?, ?, ?)",
                    &[&id, &excepted, &code.as_str()],
                )?;
            }
        }
        Ok(id)
    }

    fn optional_scope(&mut self, scope: Option<&ProductScope>) -> Result<Option<i64>> {
        scope.map(|scope| self.scope(scope)).transpose()
    }

    fn key(&self, kind: &str, party: &str, scope: &ProductScope, instrument: &str) -> Result<()> {
        const SQL: &str = "INSERT INTO product_key VALUES (?, ?, ?, ?, ?, ?)";
        if scope.hs.is_empty() {
            return self.put(SQL, &[&kind, &party, &0, &"", &"", &instrument]);
        }
        for code in &scope.hs {
            let (year, code) = (scope.hs_edition.year(), code.as_str());
            self.put(SQL, &[&kind, &party, &year, &code, &&code[..2], &instrument])?;
        }
        Ok(())
    }

    fn statement(&mut self, stated: &Stated) -> Result<()> {
        let at = i64::try_from(stated.at).unwrap_or(i64::MAX);
        match &stated.act {
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
            Act::RegulationAdopted(_) | Act::RegulationAmended(_) | Act::RegulationRepealed(_) => {
                self.regulation(&stated.act, at)
            }
            Act::ObjectiveEstablished(act) => self.objective(act, at),
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
            Act::RecognisedBodyDesignated(_)
            | Act::RecognisedBodyWithdrawn(_)
            | Act::AdditionalRequirementImposed(_)
            | Act::CounterMeasureTaken(_) => self.under_objective(&stated.act, at),
            Act::AgreementConcluded(_)
            | Act::AgreementConcurred(_)
            | Act::AgreementAcceded(_)
            | Act::AgreementTerminated(_) => self.agreement(stated, at),
            Act::AnnexConcluded(act) => self.annex(stated, act, at),
            Act::AnnexAmended(act) => self.amended(act, at),
            Act::AnnexSuspended(act) => self.suspended(act, at),
            Act::AnnexRestored(act) => self.put(
                "INSERT INTO restoration VALUES (?, ?, ?, ?)",
                params![act.annex.as_str(), act.by.as_str(), act.on.to_string(), at],
            ),
            Act::AnnexTerminated(act) => self.put(
                "INSERT INTO ended VALUES (?, '', ?, ?)",
                params![act.annex.as_str(), act.on.to_string(), at],
            ),
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
            Act::BodyDesignated(_) | Act::BodyListed(_) | Act::BodyStatusChanged(_) => {
                self.body(&stated.act, at)
            }
            Act::AccreditationGranted(_) | Act::AccreditationChanged(_) | Act::AccreditationRecognised(_) => {
                self.accreditation(&stated.act, at)
            }
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
            Act::CertificatesIssued(act) => {
                act.certificates.iter().try_for_each(|one| self.certificate(act.issuer.as_str(), one, at))
            }
            Act::CertificatesChanged(act) => {
                act.changes.iter().zip(0..).try_for_each(|(change, item)| self.change(change, item, at))
            }
            Act::MeasureTaken(act) => self.measure(act, at),
            Act::MeasureLifted(act) => self.put(
                "INSERT INTO measure_lifted VALUES (?, ?, ?)",
                params![act.measure.as_str(), act.on.to_string(), at],
            ),
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

    fn regulation(&mut self, act: &Act, at: i64) -> Result<()> {
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

    fn objective(&mut self, act: &act::ObjectiveEstablished, at: i64) -> Result<()> {
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

    fn under_objective(&mut self, act: &Act, at: i64) -> Result<()> {
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

    fn agreement(&mut self, stated: &Stated, at: i64) -> Result<()> {
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
                    "INSERT INTO ended VALUES (?, ?, ?, ?)",
                    params![act.agreement.as_str(), party, act.on.to_string(), at],
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

    fn annex(&mut self, stated: &Stated, act: &act::AnnexConcluded, at: i64) -> Result<()> {
        let (id, terms) = (act.annex.as_str(), &act.terms);
        let regime = terms.declaration.as_ref();
        self.put(
            "INSERT INTO annex VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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

    fn targets(&self, owner: &str, target: &Target) -> Result<()> {
        let put = |kind: &str, value: &str| {
            self.put("INSERT OR IGNORE INTO target VALUES (?, ?, ?)", params![owner, kind, value])
        };
        target.models.iter().try_for_each(|value| put("model", value))?;
        target.certificates.iter().try_for_each(|value| put("certificate", value.as_str()))?;
        target.bodies.iter().try_for_each(|value| put("body", value.as_str()))?;
        target.traders.iter().try_for_each(|value| put("trader", value.as_str()))?;
        target.origins.iter().try_for_each(|value| put("origin", value.as_str()))
    }

    fn body(&mut self, act: &Act, at: i64) -> Result<()> {
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

    fn accreditation(&self, act: &Act, at: i64) -> Result<()> {
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

    fn measure(&mut self, act: &act::MeasureTaken, at: i64) -> Result<()> {
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
