//! The synthetic world: facts stated act by act, certificates, and questions about them.
//!
//! Acts are applied to the registry as if they had been admitted: signatures cost time and decide nothing here.

mod agreements;
mod bodies;
mod certificates;
mod late;
mod log;
mod parties;
mod plan;
mod questions;
mod regulations;
mod standards;

use std::sync::Arc;

use decision::{Presented, Question};
use registry::{CertificateFacts, Registry};
use rustc_hash::FxHashMap;

pub use log::{Log, Stated};

use crate::random::Random;

/// How large the world is.
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    /// Countries.
    pub countries: usize,
    /// Headings of the Harmonized System in which there is law: regulations are this many for each country.
    pub headings: usize,
    /// Annexes of agreements, of all kinds.
    pub annexes: usize,
    /// Conformity assessment bodies.
    pub bodies: usize,
    /// Series of standards, each in three editions.
    pub series: usize,
    /// Designations and listings of bodies.
    pub designations: usize,
    /// Certificates.
    pub certificates: usize,
}

impl Scale {
    /// The reference size: 200 countries, about 150,000 regulations, 60,000 editions of standards.
    pub fn reference(certificates: usize) -> Self {
        Self {
            countries: 200,
            headings: 750,
            annexes: 300,
            bodies: 5_000,
            series: 20_000,
            designations: 73_000,
            certificates,
        }
    }

    /// The reference facts of a data directory: some ten thousands of statements that are signed and admitted one by
    /// one. Its certificates are copied until there are as many as wanted ([`crate::Signer::copies`]).
    pub fn directory() -> Self {
        Self {
            countries: 200,
            headings: 100,
            annexes: 300,
            bodies: 1_000,
            series: 3_000,
            designations: 15_000,
            certificates: 10_000,
        }
    }

    /// A small world for tests: dense, so that every path is reached.
    pub fn small() -> Self {
        Self {
            countries: 24,
            headings: 24,
            annexes: 140,
            bodies: 120,
            series: 150,
            designations: 3_500,
            certificates: 4_000,
        }
    }
}

/// The world.
pub struct World {
    /// Every fact, in the order of the log.
    pub log: Log,
    /// Certificates, as a store would load them.
    pub certificates: Vec<Arc<CertificateFacts>>,
    by_number: FxHashMap<Arc<str>, usize>,
    questions: questions::Asker,
}

impl World {
    /// The world of a seed and a scale.
    pub fn new(seed: u64, scale: Scale) -> Self {
        let mut random = Random::new(seed);
        let mut plan = plan::Plan::new(scale);
        let mut log = Log::open();
        parties::state(&mut log, &mut plan, &mut random);
        standards::state(&mut log, &plan, &mut random);
        regulations::state(&mut log, &mut plan, &mut random);
        agreements::state(&mut log, &mut plan, &mut random);
        bodies::state(&mut log, &mut plan, &mut random);
        let made = certificates::make(&mut log, &plan, &mut random);
        let middle = log.registry.size();
        late::state(&mut log, &plan, &made, &mut random);
        let certificates = log.certificates();
        let by_number = certificates.iter().enumerate();
        let by_number = by_number.map(|(i, facts)| (facts.issued.number.as_str().into(), i)).collect();
        Self { log, certificates, by_number, questions: questions::Asker::new(seed, middle, made) }
    }

    /// The registry.
    pub fn registry(&self) -> &Registry {
        &self.log.registry
    }

    /// A number of questions, the same for the same seed.
    pub fn questions(&self, count: usize) -> Vec<Question> {
        self.questions.ask(self, count)
    }

    /// What the store would find for the evidence of a question.
    pub fn presented(&self, question: &Question) -> Vec<Presented> {
        let found = |number: &str| self.by_number.get(number).map(|place| self.certificates[*place].clone());
        let numbers = question.evidence.iter().map(|evidence| evidence.number.as_ref());
        numbers.map(|number| Presented { found: number.and_then(|number| found(number.as_str())) }).collect()
    }
}
