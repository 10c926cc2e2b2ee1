//! How an agreement, an annex or a decision stands on a day: begun, ended, or suspended, direction by direction.
//!
//! A suspension stops the obligation in the directions that it names, and no other (EU-US electrical safety: the Union
//! suspended its own obligations in 2003; those of the United States stand). What that does to one piece of evidence is
//! for the rules; here stands only what holds on the day.

use model::{Date, Jurisdiction, Recognises};
use statement::act::AnnexSuspended;

use crate::facts::{Fact, Knowledge};
use crate::state::{Agreement, Annex, PriorDecision, Registry};

/// How an instrument stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnDay {
    /// It has not begun.
    Upcoming,
    /// It is in force, in every direction.
    InForce,
    /// It is suspended in some directions, and in force in others.
    PartlySuspended,
    /// It is suspended in every direction.
    Suspended,
    /// It was revoked.
    Revoked,
    /// It is over.
    Ended,
}

/// One direction of an annex on a day: results of one party in another.
#[derive(Clone, Copy, Debug)]
pub struct Way<'r> {
    /// Whose results; absent: those of every other party.
    pub from: Option<Jurisdiction>,
    /// Who recognises them.
    pub to: Jurisdiction,
    /// What suspends it on the day.
    pub suspension: Option<&'r Fact<AnnexSuspended>>,
}

impl OnDay {
    /// The word of the API and of pages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Upcoming => "upcoming",
            Self::InForce => "in_force",
            Self::PartlySuspended => "partly_suspended",
            Self::Suspended => "suspended",
            Self::Revoked => "revoked",
            Self::Ended => "ended",
        }
    }

    /// Whether it has effect in some direction.
    pub fn has_effect(self) -> bool {
        matches!(self, Self::InForce | Self::PartlySuspended)
    }

    /// By its period alone.
    pub fn of_period(from: Date, until: Option<Date>, day: Date) -> Self {
        if day < from {
            Self::Upcoming
        } else if until.is_some_and(|until| until <= day) {
            Self::Ended
        } else {
            Self::InForce
        }
    }
}

impl Way<'_> {
    /// How the direction stands, given how the annex does otherwise.
    pub fn state(&self, annex: OnDay) -> OnDay {
        match (annex.has_effect() || annex == OnDay::Suspended, self.suspension) {
            (false, _) => annex,
            (true, Some(_)) => OnDay::Suspended,
            (true, None) => OnDay::InForce,
        }
    }
}

impl Agreement {
    /// How it stands between its parties. That one of them left ends it for that one only.
    pub fn on_day(&self, day: Date, knowledge: Knowledge<'_>) -> OnDay {
        let mut ends = self.terminations.known(knowledge).filter(|fact| !fact.value.for_party_only);
        if ends.any(|fact| fact.from <= day) {
            return OnDay::Ended;
        }
        OnDay::of_period(self.concluded.in_force_from, self.concluded.until, day)
    }
}

impl PriorDecision {
    /// How a decision or acceptance stands, whatever its conditions; `None` while nothing of it is known.
    pub fn on_day(&self, day: Date, knowledge: Knowledge<'_>) -> Option<OnDay> {
        let last = self.decided.known(knowledge).next_back()?;
        if self.revoked.known(knowledge).any(|end| end.from <= day) {
            return Some(OnDay::Revoked);
        }
        Some(OnDay::of_period(last.from, last.until, day))
    }
}

impl Annex {
    /// Suspensions that have begun, are not over and were not lifted.
    pub fn suspensions_on<'a>(
        &'a self,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> impl Iterator<Item = &'a Fact<AnnexSuspended>> + 'a {
        let lifted = move |fact: &Fact<AnnexSuspended>| {
            let mut ends = self.restorations.known(knowledge).filter(|end| end.value.by == fact.value.by);
            ends.any(|end| fact.from <= end.from && end.from <= day)
        };
        let standing =
            self.suspensions.on(knowledge, day, |a, b| a.by == b.by && a.directions == b.directions);
        standing.filter(move |fact| !lifted(fact))
    }

    /// The last suspension that stops results of one party in another.
    pub fn suspension_on<'a>(
        &'a self,
        from: Option<Jurisdiction>,
        to: Option<Jurisdiction>,
        day: Date,
        knowledge: Knowledge<'a>,
    ) -> Option<&'a Fact<AnnexSuspended>> {
        let stops = |act: &AnnexSuspended| {
            if act.directions.is_empty() {
                return Some(act.by) == to;
            }
            act.directions.iter().any(|way| Some(way.from) == from && Some(way.to) == to)
        };
        self.suspensions_on(day, knowledge)
            .filter(|fact| stops(&fact.value))
            .max_by_key(|fact| (fact.from, fact.at))
    }
}

impl Registry {
    /// Parties of an annex: those that it names, else those of its agreement; those that acceded or joined by the day.
    pub fn annex_parties(&self, annex: &Annex, day: Date, knowledge: Knowledge<'_>) -> Vec<Jurisdiction> {
        let mut parties = annex.concluded.parties.clone();
        if parties.is_empty()
            && let Some(agreement) = self.agreement(&annex.concluded.agreement)
        {
            parties.clone_from(&agreement.concluded.parties);
            let acceded = agreement.accessions.known(knowledge).filter(|fact| fact.from <= day);
            parties.extend(acceded.map(|fact| fact.value.party));
        }
        let joined = annex.joined.known(knowledge).filter(|fact| fact.contains(day));
        parties.extend(joined.map(|fact| fact.value.party));
        parties.sort_unstable();
        parties.dedup();
        parties
    }

    /// The directions of an annex: those that it names; both between two parties; among more, only those that are
    /// suspended, since every party recognises the results of every other.
    pub fn annex_ways<'a>(&'a self, annex: &'a Annex, day: Date, knowledge: Knowledge<'a>) -> Vec<Way<'a>> {
        if annex.concluded.recognises == Recognises::Nothing {
            return Vec::new();
        }
        let mut ways: Vec<(Option<Jurisdiction>, Jurisdiction)> = Vec::new();
        ways.extend(annex.concluded.directions.iter().map(|way| (Some(way.from), way.to)));
        if ways.is_empty() {
            match self.annex_parties(annex, day, knowledge)[..] {
                [a, b] => ways.extend([(Some(a), b), (Some(b), a)]),
                _ => {
                    for fact in annex.suspensions_on(day, knowledge) {
                        let named = fact.value.directions.iter().map(|way| (Some(way.from), way.to));
                        ways.extend(named);
                        if fact.value.directions.is_empty() {
                            ways.push((None, fact.value.by));
                        }
                    }
                }
            }
        }
        ways.sort_unstable();
        ways.dedup();
        let suspension = |from, to| annex.suspension_on(from, Some(to), day, knowledge);
        ways.into_iter().map(|(from, to)| Way { from, to, suspension: suspension(from, to) }).collect()
    }

    /// How an annex stands, given its agreement.
    pub fn annex_on_day(&self, annex: &Annex, day: Date, knowledge: Knowledge<'_>) -> OnDay {
        let agreement = self.agreement(&annex.concluded.agreement);
        let agreement = agreement.map_or(OnDay::InForce, |agreement| agreement.on_day(day, knowledge));
        let ended = annex.terminations.known(knowledge).any(|fact| fact.from <= day);
        if ended || agreement == OnDay::Ended {
            return OnDay::Ended;
        }
        let own = OnDay::of_period(annex.concluded.in_force_from, annex.concluded.until, day);
        if own != OnDay::InForce || agreement != OnDay::InForce {
            return if own == OnDay::InForce { agreement } else { own };
        }
        let ways = self.annex_ways(annex, day, knowledge);
        let suspended = ways.iter().filter(|way| way.suspension.is_some()).count();
        // Among many parties only what is suspended is listed, and the others still recognise one another.
        let complete =
            !annex.concluded.directions.is_empty() || self.annex_parties(annex, day, knowledge).len() <= 2;
        match suspended {
            0 => OnDay::InForce,
            all if all == ways.len() && complete => OnDay::Suspended,
            _ => OnDay::PartlySuspended,
        }
    }
}

/// Equivalences and prior decisions.
impl Registry {
    /// The annex under which an equivalence is declared.
    pub fn equivalence(&self, id: &model::InstrumentId) -> Option<(&model::InstrumentId, &Annex)> {
        let id = self.equivalence_annex.get(id)?;
        Some((id, self.annex(id)?))
    }

    /// All equivalences, each with its annex, in no order.
    pub fn equivalences(&self) -> impl Iterator<Item = (&model::InstrumentId, &Annex)> {
        self.equivalence_annex.iter().filter_map(|(id, annex)| Some((id, self.annex(annex)?)))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use model::{Date, LogIndex};
    use serde_json::{Value, json};
    use statement::Payload;

    use super::*;
    use crate::LoggedStatement;

    fn world(suspensions: &[Value]) -> Registry {
        let acts = [
            json!({"type": "agreement.concluded", "agreement": "A", "title": {"en": "A"}, "parties": ["EU", "US"], "binding": "treaty", "in_force_from": "1998-12-01"}),
            json!({"type": "annex.concluded", "annex": "A/1", "agreement": "A", "title": {"en": "One"}, "recognises": "results", "products": {"hs": ["85"], "hs_edition": 2022}, "in_force_from": "1998-12-01"}),
            json!({"type": "agreement.concluded", "agreement": "M", "title": {"en": "M"}, "parties": ["SG", "MY", "TH"], "binding": "treaty", "in_force_from": "2002-01-01"}),
            json!({"type": "annex.concluded", "annex": "M/1", "agreement": "M", "title": {"en": "One"}, "recognises": "results", "products": {"hs": ["85"], "hs_edition": 2022}, "in_force_from": "2002-01-01"}),
        ];
        let mut registry = Registry::default();
        for (at, act) in acts.iter().chain(suspensions).enumerate() {
            let payload = json!({"id": format!("s{at}"), "signer": "did:web:r.example", "act": act});
            let payload = Payload::from_value(payload).unwrap();
            let day = Date::constant(2026, 1, 1);
            let at = LogIndex(at as u64);
            registry.apply(&LoggedStatement::new(at, day, "k".into(), [0; 32], payload));
        }
        registry
    }

    fn on(registry: &Registry, annex: &str, year: i16) -> (OnDay, Vec<String>) {
        let annex = registry.annex(&annex.parse().unwrap()).unwrap();
        let (day, known) = (Date::constant(year, 6, 1), registry.knowledge());
        let state = registry.annex_on_day(annex, day, known);
        let from = |way: &Way<'_>| way.from.map_or("*".to_owned(), |from| from.to_string());
        let tell = |way: Way<'_>| format!("{} {} {}", from(&way), way.to, way.state(state).as_str());
        (state, registry.annex_ways(annex, day, known).into_iter().map(tell).collect())
    }

    #[test]
    fn a_suspension_stops_the_directions_that_it_names_and_no_other() {
        let by_the_union =
            json!({"type": "annex.suspended", "annex": "A/1", "by": "EU", "from": "2003-01-21"});
        let registry = world(&[by_the_union.clone()]);
        assert_eq!(
            on(&registry, "A/1", 1990),
            (OnDay::Upcoming, ["EU US upcoming", "US EU upcoming"].map(str::to_owned).to_vec())
        );
        assert_eq!(on(&registry, "A/1", 2000).0, OnDay::InForce);
        let (state, ways) = on(&registry, "A/1", 2024);
        assert_eq!(
            (state, ways),
            (OnDay::PartlySuspended, ["EU US in_force", "US EU suspended"].map(str::to_owned).to_vec())
        );
        let by_both = json!({"type": "annex.suspended", "annex": "A/1", "by": "US", "directions": [{"from": "EU", "to": "US"}], "from": "2010-01-01"});
        let restored = json!({"type": "annex.restored", "annex": "A/1", "by": "EU", "on": "2020-01-01"});
        let registry = world(&[by_the_union, by_both, restored]);
        assert_eq!(on(&registry, "A/1", 2015).0, OnDay::Suspended);
        assert_eq!(on(&registry, "A/1", 2024).1, ["EU US suspended", "US EU in_force"]);
    }

    #[test]
    fn among_many_parties_one_that_suspends_leaves_the_others_bound() {
        let registry =
            world(&[json!({"type": "annex.suspended", "annex": "M/1", "by": "MY", "from": "2010-01-01"})]);
        assert_eq!(on(&registry, "M/1", 2005), (OnDay::InForce, Vec::new()));
        let (state, ways) = on(&registry, "M/1", 2015);
        assert_eq!((state, ways), (OnDay::PartlySuspended, vec!["* MY suspended".to_owned()]));
    }

    #[test]
    fn an_annex_ends_with_its_agreement() {
        let ended =
            json!({"type": "agreement.terminated", "agreement": "A", "party": "EU", "on": "2017-09-21"});
        let registry = world(&[ended]);
        assert_eq!(on(&registry, "A/1", 2015).0, OnDay::InForce);
        assert_eq!(on(&registry, "A/1", 2018).0, OnDay::Ended);
    }
}
