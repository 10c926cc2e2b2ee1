//! The same facts in SQLite and one joined query that gives the same verdicts: a second opinion, and the peer beside
//! which decisions are measured.
//!
//! The query was written from the definition of the decision, not from the engine. It gives, for each requirement,
//! outcome and basis, and the overall answer; reasons it does not give. It knows what the synthetic world contains:
//! at most two pieces of evidence, certificates for one product, no amendments of certificates, no compromised keys.

mod load;
mod macros;

use decision::{Decision, Question};
use rusqlite::config::DbConfig;
use rusqlite::{CachedStatement, Connection, Result, named_params};
use rustc_hash::FxHashMap;

use crate::world::World;

/// What the query answers, written so that it compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The overall answer.
    pub overall: String,
    /// `act outcome basis` for each requirement, by act.
    pub requirements: String,
}

/// The facts in SQLite.
pub struct Oracle {
    connection: Connection,
    query: String,
    size: u64,
    /// Codes of certificates: the host resolves a question that gives none.
    codes: FxHashMap<String, (model::HsCode, u16)>,
}

impl Oracle {
    /// Loads the facts of a world into a database in memory.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn new(world: &World) -> Result<Self> {
        let connection = Connection::open_in_memory()?;
        // With statistics of values, a statement is planned anew at each execution unless plans are kept stable.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.pragma_update(None, "temp_store", "memory")?;
        connection.execute_batch(include_str!("oracle/schema.sql"))?;
        load::facts(&connection, world)?;
        connection.execute_batch("ANALYZE")?;
        let query = macros::expand(include_str!("oracle/query.sql"));
        let codes = world.certificates.iter().filter_map(|facts| {
            let product = facts.issued.products.first()?;
            Some((facts.issued.number.to_string(), (product.hs?, product.hs_edition?.year())))
        });
        Ok(Self { connection, query, size: world.registry().size(), codes: codes.collect() })
    }

    /// Answers a question.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn decide(&self, question: &Question) -> Result<Verdict> {
        self.run(&mut self.statement()?, question)
    }

    /// The prepared query.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn statement(&self) -> Result<CachedStatement<'_>> {
        self.connection.prepare_cached(&self.query)
    }

    /// Answers a question with the prepared query.
    ///
    /// # Errors
    /// When SQLite refuses.
    pub fn run(&self, statement: &mut CachedStatement<'_>, question: &Question) -> Result<Verdict> {
        let number = |place: usize| {
            let reference = question.evidence.get(place);
            reference.and_then(|evidence| evidence.number.as_ref()).map(model::CertificateNumber::as_str)
        };
        let product = &question.product;
        let known = question.known_at.map_or(self.size - 1, |at| at.0);
        let asked = product.hs.zip(product.hs_edition.map(model::HsEdition::year));
        let certified = || (0..2).find_map(|place| self.codes.get(number(place)?).copied());
        let asked = asked.or_else(certified);
        let code = |code: &Option<model::Jurisdiction>| code.map(|code| code.to_string());
        statement.query_row(
            named_params! {
                ":importing": question.importing.as_str(),
                ":on": question.on.to_string(),
                ":known": i64::try_from(known).unwrap_or(i64::MAX),
                ":n1": number(0),
                ":n2": number(1),
                ":code": asked.as_ref().map(|(code, _)| code.as_str()),
                ":edition": asked.map(|(_, edition)| edition),
                ":model": product.model,
                ":batch": product.batch,
                ":designating": code(&question.designating_party),
                ":origin": code(&question.origin),
                ":holder": question.holder.as_ref().map(model::PartyId::as_str),
                ":produced": question.produced_on.map(|day| day.to_string()),
            },
            |row| {
                let requirements: Option<String> = row.get(1)?;
                Ok(Verdict { overall: row.get(0)?, requirements: requirements.unwrap_or_default() })
            },
        )
    }
}

impl Verdict {
    /// The same of a decision of the engine.
    pub fn of(decision: &Decision<'_>) -> Self {
        let mut requirements: Vec<String> = decision
            .requirements
            .iter()
            .map(|answer| {
                let basis = answer.basis.map_or("-", decision::Basis::as_str);
                format!("{} {} {basis}", answer.act, answer.outcome.as_str())
            })
            .collect();
        requirements.sort();
        Self { overall: decision.overall.as_str().to_owned(), requirements: requirements.join("; ") }
    }
}
