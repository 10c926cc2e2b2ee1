//! Standards: three editions of every series, revisions with transitions, withdrawals, national adoptions.

use model::{Correspondence, Text};
use statement::act::{StandardAdopted, StandardPublished, StandardRevised, StandardWithdrawn};
use testkit::the;

use super::log::Log;
use super::plan::{EDITIONS, Plan, adoption, standard};
use crate::random::Random;

pub(super) fn state(log: &mut Log, plan: &Plan, random: &mut Random) {
    for series in 0..plan.scale.series {
        for year in EDITIONS {
            log.state(StandardPublished {
                standard: standard(series, Some(year)),
                title: Text::english("synthetic"),
                ics: Vec::new(),
                published: the(&format!("{year}-06-01")),
                replaces: Vec::new(),
                available_at: String::new(),
            });
        }
        if random.percent(30) {
            log.state(StandardRevised {
                former: standard(series, Some(EDITIONS[1])),
                current: standard(series, Some(EDITIONS[2])),
                on: the("2021-06-01"),
                transition_until: random.percent(80).then(|| random.day(2023, 2026)),
            });
        }
        if random.percent(5) {
            let withdrawn = standard(series, Some(random.of(&EDITIONS)));
            log.state(StandardWithdrawn { standard: withdrawn, on: random.day(2022, 2025) });
        }
        if random.percent(20) {
            let year = random.of(&EDITIONS);
            log.state(StandardAdopted {
                country: plan.countries[random.below(plan.countries.len())].code,
                standard: adoption(series, year),
                adopts: standard(series, Some(year)),
                degree: random.of(&[
                    Correspondence::Identical,
                    Correspondence::Identical,
                    Correspondence::Modified,
                ]),
                deviations: Vec::new(),
                on: the("2022-01-01"),
            });
        }
    }
}
