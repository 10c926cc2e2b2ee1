//! What the generator remembers of what it stated, so that certificates can be made that hold.

use model::{
    Date, EvidenceKind, HsEdition, InstrumentId, Jurisdiction, PartyId, Procedure, ProductScope, Recognises,
    StandardReference,
};
use statement::act::{DeclarationRegime, StandardCitation};
use testkit::the;

use super::Scale;
use crate::random::Random;

/// A country.
pub(super) struct Country {
    pub(super) code: Jurisdiction,
    /// The group whose law is law in it.
    pub(super) union: Option<usize>,
    pub(super) authority: PartyId,
}

/// A group of countries that legislates.
pub(super) struct Union {
    pub(super) code: Jurisdiction,
    pub(super) members: Vec<usize>,
    pub(super) authority: PartyId,
}

/// A conformity assessment body.
pub(super) struct Body {
    pub(super) id: PartyId,
    pub(super) country: usize,
}

/// A regulation in its present edition.
pub(super) struct Regulation {
    pub(super) id: InstrumentId,
    pub(super) party: Jurisdiction,
    pub(super) heading: usize,
    pub(super) editions: Vec<String>,
    pub(super) procedure: Procedure,
    pub(super) citations: Vec<StandardCitation>,
    pub(super) regime: Option<DeclarationRegime>,
}

/// An annex.
pub(super) struct Annex {
    pub(super) id: InstrumentId,
    pub(super) agreement: InstrumentId,
    pub(super) kind: Recognises,
    pub(super) parties: Vec<Jurisdiction>,
    /// Regulations that it names, by place.
    pub(super) acts: Vec<usize>,
    pub(super) outputs: Vec<EvidenceKind>,
    pub(super) headings: Vec<usize>,
    /// Bodies with the party that designated or listed them.
    pub(super) bodies: Vec<(usize, Jurisdiction)>,
    /// Pairs of regulations declared equivalent.
    pub(super) pairs: Vec<(usize, usize)>,
    pub(super) regime: Option<DeclarationRegime>,
    pub(super) differences: Vec<(Jurisdiction, String)>,
}

/// An objective.
pub(super) struct Objective {
    pub(super) id: InstrumentId,
    pub(super) headings: Vec<usize>,
    pub(super) version: u32,
    pub(super) citations: Vec<StandardCitation>,
    pub(super) compliance: Vec<Procedure>,
    pub(super) bound: Vec<Jurisdiction>,
    pub(super) bodies: Vec<usize>,
}

/// A recognition decision.
pub(super) struct Prior {
    pub(super) regulation: usize,
    pub(super) designating: Option<usize>,
    pub(super) attests_to: Option<usize>,
    pub(super) conditions: Vec<String>,
    pub(super) bodies: Vec<usize>,
}

/// Everything.
pub(super) struct Plan {
    pub(super) scale: Scale,
    pub(super) countries: Vec<Country>,
    pub(super) unions: Vec<Union>,
    pub(super) bodies: Vec<Body>,
    pub(super) accreditors: Vec<PartyId>,
    pub(super) regulations: Vec<Regulation>,
    pub(super) by_party: rustc_hash::FxHashMap<(Jurisdiction, usize), Vec<usize>>,
    pub(super) annexes: Vec<Annex>,
    pub(super) objectives: Vec<Objective>,
    pub(super) priors: Vec<Prior>,
    /// Bodies accepted under a regulation.
    pub(super) accepted: Vec<(usize, usize)>,
    /// Bodies accredited for a regulation.
    pub(super) accredited: Vec<(usize, usize)>,
    /// Standards stated to compare with one that a regulation requires.
    pub(super) stricter: Vec<(usize, StandardReference)>,
}

pub(super) const WTO: Jurisdiction = Jurisdiction::new_static("WTO");
/// Years of the three editions of every series.
pub(super) const EDITIONS: [u16; 3] = [2008, 2015, 2021];

impl Plan {
    pub(super) fn new(scale: Scale) -> Self {
        Self {
            scale,
            countries: Vec::new(),
            unions: Vec::new(),
            bodies: Vec::new(),
            accreditors: Vec::new(),
            regulations: Vec::new(),
            by_party: rustc_hash::FxHashMap::default(),
            annexes: Vec::new(),
            objectives: Vec::new(),
            priors: Vec::new(),
            accepted: Vec::new(),
            accredited: Vec::new(),
            stricter: Vec::new(),
        }
    }

    /// The party that makes the law of a country for a heading: itself or its union.
    pub(super) fn party_of(&self, country: usize) -> Jurisdiction {
        let country = &self.countries[country];
        country.union.map_or(country.code, |union| self.unions[union].code)
    }

    /// A country of a party: itself or a member.
    pub(super) fn country_in(&self, party: Jurisdiction, random: &mut Random) -> Option<usize> {
        if let Some(union) = self.unions.iter().find(|union| union.code == party) {
            return random.pick(&union.members).copied();
        }
        self.countries.iter().position(|country| country.code == party)
    }

    /// Regulations of a party for a heading.
    pub(super) fn law(&self, party: Jurisdiction, heading: usize) -> &[usize] {
        self.by_party.get(&(party, heading)).map_or(&[], Vec::as_slice)
    }

    /// A body of a party.
    pub(super) fn body_of(&self, party: Jurisdiction, random: &mut Random) -> Option<usize> {
        // Bodies are spread over the countries in turn, so that those of one country are found without a search.
        let country = self.country_in(party, random)?;
        let count = self.bodies.len().saturating_sub(country).div_ceil(self.countries.len());
        let place = country + random.below(count) * self.countries.len();
        (place < self.bodies.len()).then_some(place)
    }
}

/// The edition in which codes are written: they are made up, so it is one whose codes are not listed.
pub(super) const EDITION: u16 = 2007;

/// The edition of [`EDITION`].
pub(super) fn edition() -> HsEdition {
    #[expect(clippy::unwrap_used, reason = "an edition that is in the list of editions")]
    HsEdition::try_from(EDITION).unwrap()
}

/// Four digits of a heading. Chapter 77 is reserved and left out.
pub(super) fn heading(place: usize) -> String {
    let chapter = 28 + place % 60;
    format!("{:02}{:02}", if chapter < 77 { chapter } else { chapter + 1 }, 1 + place / 60)
}

/// Six digits below a heading.
pub(super) fn subheading(place: usize, random: &mut Random) -> String {
    format!("{}{}", heading(place), random.of(&["10", "20", "90"]))
}

/// A scope of headings.
pub(super) fn scope(headings: &[usize]) -> ProductScope {
    let hs = headings.iter().map(|place| the(&heading(*place))).collect();
    ProductScope { hs, hs_edition: edition(), except: Vec::new() }
}

/// One of the three series that concern a heading.
pub(super) fn series(scale: Scale, heading: usize, random: &mut Random) -> usize {
    (heading * 3 + random.below(3)) % scale.series
}

/// A series or one edition of it.
pub(super) fn standard(series: usize, edition: Option<u16>) -> StandardReference {
    match edition {
        Some(year) => the(&format!("SYN {}:{year}", 1000 + series)),
        None => the(&format!("SYN {}", 1000 + series)),
    }
}

/// A national adoption of one edition.
pub(super) fn adoption(series: usize, edition: u16) -> StandardReference {
    the(&format!("NAT {}:{edition}", 1000 + series))
}

/// The end of a period, for one in so many.
pub(super) fn sometimes_until(random: &mut Random, share: usize) -> Option<Date> {
    random.percent(share).then(|| random.day(2022, 2026))
}
