//! Questions about the certificates of the world.

use decision::{EvidenceReference, Question};
use model::{LogIndex, Product};
use testkit::the;

use super::World;
use super::certificates::Made;
use super::plan::edition;
use crate::random::Random;

/// Asks.
pub(super) struct Asker {
    seed: u64,
    /// Size of the log before anything happened to the certificates.
    middle: u64,
    made: Vec<Made>,
}

impl Asker {
    pub(super) fn new(seed: u64, middle: u64, made: Vec<Made>) -> Self {
        Self { seed, middle, made }
    }

    pub(super) fn ask(&self, world: &World, count: usize) -> Vec<Question> {
        let mut random = Random::new(self.seed ^ 0x5eed);
        let countries: Vec<_> = world.registry().countries().map(|country| country.country).collect();
        let mut countries = countries;
        countries.sort();
        (0..count).map(|_| self.one(world, &mut random, &countries)).collect()
    }

    fn one(&self, world: &World, random: &mut Random, countries: &[model::Jurisdiction]) -> Question {
        let made = &self.made[random.below(self.made.len())];
        let mut evidence = vec![EvidenceReference::number(the(&made.number))];
        let known_at = random.percent(6).then(|| {
            let late = world.registry().size() - self.middle;
            LogIndex(self.middle + random.next_number() % late)
        });
        let unknown = random.percent(3);
        if unknown {
            evidence[0] = EvidenceReference::number(the("C-none"));
        }
        if random.percent(8) {
            let other = &self.made[random.below(self.made.len())];
            evidence.push(EvidenceReference::number(the(&other.number)));
        }
        let importing = if random.percent(88) { made.importing } else { random.of(countries) };
        let heading = made.product.hs.is_some_and(|code| code.as_str().len() < 6);
        // A heading alone would leave open which of its subheadings is meant.
        let coded = unknown || heading || known_at.is_some() || random.percent(70);
        let code = if random.percent(96) { made.code.clone() } else { "281190".to_owned() };
        let product = Product {
            hs: coded.then(|| the(&code)),
            hs_edition: coded.then(edition),
            model: match random.below(100) {
                0..10 => made.model.clone(),
                10..15 => Some("M-1".to_owned()),
                _ => None,
            },
            batch: if random.percent(85) { made.batch.clone() } else { None },
            ..Product::default()
        };
        let on = random.day(2024, 2026);
        Question {
            evidence,
            product,
            designating_party: random.percent(3).then(|| random.of(countries)),
            origin: random.percent(60).then(|| random.of(countries)),
            holder: random.percent(10).then(|| {
                if random.percent(70) { made.holder.clone() } else { the("did:web:holder-1.example") }
            }),
            produced_on: random.percent(30).then(|| random.day(2021, 2024)),
            known_at,
            ..Question::new(importing, on)
        }
    }
}
