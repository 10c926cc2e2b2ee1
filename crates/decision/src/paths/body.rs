//! The standing of the issuing body under an instrument: designation, listing, contest, suspension, ownership.

use law::rules::body::{
    contest_not_upheld, designated_by_party, earlier_results_kept, listed_before_assessment, not_suspended,
    ownership_not_barred,
};
use law::{Finding, Recorded};
use model::{Date, EarlierResults, EffectOfContest, InstrumentId, Jurisdiction, Procedure, ProductScope};
use registry::{Fact, Standing};
use statement::act::{
    AnnexTerms, BodyDesignated, BodyEvent, BodyListed, BodyStatusChanged, OwnershipBarred, OwnershipStated,
};

use super::Case;
use crate::context::{recorded, recorded_period};

impl<'a> Case<'_, 'a> {
    /// The body's standing under an instrument.
    pub(super) fn standing(&self, instrument: &InstrumentId) -> Option<&'a Standing> {
        self.context.registry.standing(self.evidence.issuer(), instrument)
    }

    /// Whether the exporting party designated the body for the annex or the act.
    pub(super) fn designated(&self, annex: Option<&'a InstrumentId>) -> Finding<'a> {
        let by_annex = annex.and_then(|annex| self.designation_by_exporting(annex));
        let found = by_annex.or_else(|| self.designation_by_exporting(self.requirement.id));
        designated_by_party::check(&designated_by_party::Input {
            body: self.evidence.issuer().as_str(),
            party: self.evidence.exporting,
            instrument: annex.map(InstrumentId::as_str),
            assessed_on: self.evidence.assessed_on,
            designation: found,
        })
    }

    fn designation_by_exporting(&self, instrument: &InstrumentId) -> Option<Recorded<model::Period>> {
        let standing = self.standing(instrument)?;
        let (knowledge, day) = (self.context.knowledge, self.evidence.assessed_on);
        let by_exporting = |party: Jurisdiction| self.is_exporting(party);
        let designations = standing.designations.standing(knowledge, same_designation);
        let designation = designations
            .filter(|fact| by_exporting(fact.value.country))
            .filter(|fact| self.within(&fact.value.procedures, fact.value.products.as_ref()))
            .max_by_key(|fact| (fact.contains(day), fact.at))
            .map(recorded_period);
        // A listing names the party that designated the body, and so records that it did.
        let listings = standing.listings.standing(knowledge, same_listing);
        let listing = listings
            .filter(|fact| self.listing_fits(&fact.value))
            .max_by_key(|fact| (fact.contains(day), fact.at))
            .map(recorded_period);
        designation.filter(|d| d.what.contains(day)).or(listing).or(designation)
    }

    /// Whether a party is the exporting one, a group that covers it, or one of its members.
    pub(super) fn is_exporting(&self, party: Jurisdiction) -> bool {
        let exporting = self.evidence.exporting;
        if exporting == Some(party) || self.evidence.exporting_covering.contains(&party) {
            return true;
        }
        let covering = self.context.registry.covering(party, self.context.day, self.context.knowledge);
        exporting.is_some_and(|exporting| covering.contains(&exporting))
    }

    /// Whether the body was listed before the assessment, for this act, procedure and product, by a listing that the
    /// importing party is bound by.
    pub(super) fn listed(&self, annex: Option<&'a InstrumentId>, terms: Option<&AnnexTerms>) -> Finding<'a> {
        let day = self.evidence.assessed_on;
        let term = terms.and_then(|terms| terms.listing_term_months);
        let covers = |period| listed_before_assessment::covers(period, term, day);
        let standing = annex.and_then(|annex| self.standing(annex));
        let listings = standing.map(|s| s.listings.standing(self.context.knowledge, same_listing));
        let listing = listings.and_then(|facts| {
            facts
                .filter(|fact| self.listing_fits(&fact.value))
                .max_by_key(|fact| (covers(fact.period()), fact.contains(day), fact.at))
        });
        listed_before_assessment::check(&listed_before_assessment::Input {
            body: self.evidence.issuer().as_str(),
            annex: annex.map(InstrumentId::as_str),
            assessed_on: day,
            listing: listing.map(recorded_period),
            listing_term_months: term,
        })
    }

    fn listing_fits(&self, listing: &BodyListed) -> bool {
        let acts = listing.acts.is_empty() || listing.acts.contains(self.requirement.id);
        acts && self.within(&listing.procedures, listing.products.as_ref())
            && self.is_exporting(listing.designated_by)
    }

    /// Whether what a body was named for, by procedures and products, contains this assessment of this product.
    pub(super) fn within(&self, procedures: &[Procedure], products: Option<&ProductScope>) -> bool {
        let procedure = self.evidence.facts.issued.procedure;
        (procedures.is_empty() || procedures.contains(&procedure)) && self.context.within(products)
    }

    /// Suspension on the day of the assessment, contest, and what later events did to earlier results.
    pub(super) fn status(&self, instrument: &'a InstrumentId, terms: &AnnexTerms) -> [Finding<'a>; 3] {
        let standing = self.standing(instrument);
        let (assessed, day) = (self.evidence.assessed_on, self.context.day);
        let then = standing.and_then(|s| self.last_event(s, assessed)).filter(|fact| ends(fact.value.event));
        let since = standing
            .and_then(|s| self.last_event(s, day))
            .filter(|fact| ends(fact.value.event) && fact.from > assessed);
        let body = self.evidence.issuer().as_str();
        let suspended = not_suspended::check(&not_suspended::Input {
            body,
            instrument: instrument.as_str(),
            assessed_on: assessed,
            event: then.map(|fact| recorded(fact, fact.from)),
            what: then.map(|fact| event_name(fact.value.event)),
        });
        let kept = earlier_results_kept::check(&earlier_results_kept::Input {
            body,
            instrument: instrument.as_str(),
            event: since.map(|fact| recorded(fact, fact.from)),
            loses: since.is_some_and(|fact| loses(&fact.value, terms)),
            day,
        });
        [suspended, self.contest(standing, instrument, terms), kept]
    }

    fn contest(
        &self,
        standing: Option<&'a Standing>,
        instrument: &'a InstrumentId,
        terms: &AnnexTerms,
    ) -> Finding<'a> {
        let day = self.evidence.assessed_on;
        let contested = standing.and_then(|s| {
            let contests = s.events.standing(self.context.knowledge, same_event);
            let last = contests
                .filter(|f| {
                    f.from <= day
                        && matches!(f.value.event, BodyEvent::Contested | BodyEvent::ContestRejected)
                })
                .max_by_key(|f| (f.from, f.at));
            last.filter(|f| f.value.event == BodyEvent::Contested)
        });
        contest_not_upheld::check(&contest_not_upheld::Input {
            body: self.evidence.issuer().as_str(),
            instrument: instrument.as_str(),
            contested: contested.map(|fact| recorded(fact, fact.from)),
            stays_listed: terms.effect_of_contest == EffectOfContest::StaysListed,
            contest_days: terms.contest_days,
            assessed_on: day,
        })
    }

    fn last_event(&self, standing: &'a Standing, day: Date) -> Option<&'a Fact<BodyStatusChanged>> {
        let decides = |event: BodyEvent| ends(event) || event == BodyEvent::Restored;
        let events = standing.events.standing(self.context.knowledge, same_event);
        events
            .filter(|fact| fact.from <= day && decides(fact.value.event))
            .max_by_key(|fact| (fact.from, fact.at))
    }

    /// Whether the body is kept from recognition by who owns it; asked only where the importing country bars owners.
    pub(super) fn ownership(&self) -> Option<Finding<'a>> {
        // A bar acts forward, as a suspension does: what counts is who owned the body when it assessed.
        let (registry, knowledge, day) =
            (self.context.registry, self.context.knowledge, self.evidence.assessed_on);
        let bars = self.context.covering.iter().filter_map(|country| registry.bars(*country));
        let applies = |bar: &&Fact<OwnershipBarred>| {
            bar.value.regulations.is_empty() || bar.value.regulations.contains(self.requirement.id)
        };
        let mut bars = bars.flat_map(|facts| facts.on(knowledge, day, |a, b| a.bar == b.bar)).filter(applies);
        let first = bars.next()?;
        let body = self.evidence.issuer();
        // Of several bars the one that bites counts; else the first under which an owner is named at all.
        let bites = |(bar, owner): &(&Fact<OwnershipBarred>, &Fact<OwnershipStated>)| {
            owner.value.controls || owner.value.share_permille >= bar.value.share_permille
        };
        let named = std::iter::once(first).chain(bars).filter_map(|bar| Some((bar, self.barred_owner(bar)?)));
        let owned = named.fold(None, |kept, one| {
            if kept.as_ref().is_none_or(|kept| bites(&one) && !bites(kept)) { Some(one) } else { kept }
        });
        let (bar, owner) = owned.map_or((first, None), |(bar, owner)| (bar, Some(owner)));
        Some(ownership_not_barred::check(&ownership_not_barred::Input {
            body: body.as_str(),
            day,
            owner: owner.map(|fact| recorded(fact, fact.value.owner.as_str())),
            share_permille: owner.map_or(0, |fact| fact.value.share_permille.into()),
            threshold_permille: bar.value.share_permille.into(),
            controls: owner.is_some_and(|fact| fact.value.controls),
            bar: Some(recorded(bar, bar.value.bar.as_str())),
        }))
    }

    fn barred_owner(&self, bar: &Fact<OwnershipBarred>) -> Option<&'a Fact<OwnershipStated>> {
        let owners = self.context.registry.ownership(self.evidence.issuer())?;
        let same = |a: &OwnershipStated, b: &OwnershipStated| a.owner == b.owner;
        owners
            .on(self.context.knowledge, self.evidence.assessed_on, same)
            .filter(|fact| bar.value.entities.contains(&fact.value.owner))
            .max_by_key(|fact| (fact.value.controls, fact.value.share_permille, fact.at))
    }
}

/// Designations for different procedures or products stand beside each other.
pub(super) fn same_designation(a: &BodyDesignated, b: &BodyDesignated) -> bool {
    a.country == b.country && a.procedures == b.procedures && a.products == b.products
}

pub(super) fn same_listing(a: &BodyListed, b: &BodyListed) -> bool {
    a.acts == b.acts && a.procedures == b.procedures && a.products == b.products
}

/// Events of one day replace each other unless they are about different things: a contest, or the standing.
fn same_event(a: &BodyStatusChanged, b: &BodyStatusChanged) -> bool {
    let contest = |event: BodyEvent| matches!(event, BodyEvent::Contested | BodyEvent::ContestRejected);
    contest(a.event) == contest(b.event)
}

fn ends(event: BodyEvent) -> bool {
    matches!(event, BodyEvent::Suspended | BodyEvent::Withdrawn)
}

fn event_name(event: BodyEvent) -> &'static str {
    match event {
        BodyEvent::Contested => "contested",
        BodyEvent::ContestRejected => "contest_rejected",
        BodyEvent::Suspended => "suspension",
        BodyEvent::Restored => "restored",
        BodyEvent::Withdrawn => "withdrawal",
    }
}

/// What an event does to earlier results: as it says, else as the annex says.
fn loses(event: &BodyStatusChanged, terms: &AnnexTerms) -> bool {
    let by_terms =
        if event.event == BodyEvent::Withdrawn { terms.on_withdrawal } else { terms.on_suspension };
    event.earlier_results.unwrap_or(by_terms) == EarlierResults::Lose
}
