//! What all paths through an annex of an agreement ask in the same way.

use law::rules::agreement::{
    accepts_output, annex_in_force, concurred, covers_product, direction, gives_recognition, in_force,
    instrument_exists, names_act, not_suspended, origin,
};
use law::{Finding, Recorded};
use model::{
    Binding, Date, EarlierResults, InstrumentId, Jurisdiction, OriginRule, Period, Recognises, ScopeMatch,
};
use registry::{Agreement, Annex, Bound, Fact};
use statement::act::{ActReference, AnnexSuspended, AnnexTerms, NamedActs};

use super::Case;
use crate::answer::Basis;
use crate::context::{Context, Evidence, recorded};

/// An annex that may carry recognition, with the parties resolved on the day.
pub(crate) struct AnnexCase<'a> {
    pub(crate) id: &'a InstrumentId,
    pub(crate) annex: &'a Annex,
    agreement: Option<&'a Agreement>,
    /// The participating party that covers the importing country.
    importing: Option<Jurisdiction>,
    /// The participating party that covers the exporting one.
    exporting: Option<Jurisdiction>,
    pub(crate) terms: &'a AnnexTerms,
}

/// Annexes of certain kinds between the parties.
pub(crate) fn annexes<'c, 'a>(case: &Case<'c, 'a>, kinds: &[Recognises]) -> Vec<&'c AnnexCase<'a>> {
    case.annexes.iter().filter(|case| kinds.contains(&case.annex.concluded.recognises)).collect()
}

/// Annexes of every kind in which both parties take part and whose scope may cover the product: found once, since
/// eight paths ask for them.
pub(crate) fn between<'a>(context: &Context<'a>, evidence: &Evidence<'a>) -> Vec<AnnexCase<'a>> {
    let registry = context.registry;
    let index = registry.annex_index();
    let candidates = context.candidates(index, &context.covering);
    let cases = candidates.into_iter().filter_map(|id| Some((id, registry.annex(id)?)));
    let wanted = cases.filter(|(_, annex)| {
        // What a compromised key concluded has no effect (key.revoked); nor has an annex of such an agreement.
        let agreement = registry.agreement(&annex.concluded.agreement);
        context.knowledge.sees(annex.at, annex.key)
            && agreement.is_none_or(|agreement| context.knowledge.sees(agreement.at, agreement.key))
    });
    wanted.filter_map(|(id, annex)| resolve(context, evidence, id, annex)).collect()
}

/// Resolves the parties; an annex in which the exporting party has no part is no candidate.
fn resolve<'a>(
    context: &Context<'a>,
    evidence: &Evidence<'a>,
    id: &'a InstrumentId,
    annex: &'a Annex,
) -> Option<AnnexCase<'a>> {
    let agreement = context.registry.agreement(&annex.concluded.agreement);
    let parties = participants(context, agreement, annex);
    let importing = context.importing_party(&parties);
    let exporting = parties.iter().copied().find(|party| evidence.exporting_covering.contains(party));
    let between = importing.is_some() && exporting.is_some();
    let terms = terms(context, annex);
    between.then_some(AnnexCase { id, annex, agreement, importing, exporting, terms })
}

/// Parties that take part on the day: named, acceded, joined.
fn participants(context: &Context<'_>, agreement: Option<&Agreement>, annex: &Annex) -> Vec<Jurisdiction> {
    let (knowledge, day) = (context.knowledge, context.day);
    let own = &annex.concluded.parties;
    let mut parties = match agreement {
        Some(agreement) if own.is_empty() => {
            let acceded = agreement.accessions.known(knowledge).filter(|fact| fact.from <= day);
            let mut parties = agreement.concluded.parties.clone();
            parties.extend(acceded.map(|fact| fact.value.party));
            parties
        }
        _ => own.clone(),
    };
    parties.extend(annex.joined.on(knowledge, day, |a, b| a.party == b.party).map(|fact| fact.value.party));
    parties
}

/// Terms as last amended by the day.
fn terms<'a>(context: &Context<'a>, annex: &'a Annex) -> &'a AnnexTerms {
    let amended = annex.amendments.known(context.knowledge).filter(|fact| fact.from <= context.day);
    let last = amended.filter(|fact| fact.value.terms.is_some()).max_by_key(|fact| (fact.from, fact.at));
    last.and_then(|fact| fact.value.terms.as_ref()).unwrap_or(&annex.concluded.terms)
}

impl<'a> AnnexCase<'a> {
    /// What recognition through it would rest on.
    pub(crate) fn basis(&self) -> Option<Basis> {
        match self.binding() {
            Binding::Treaty => Some(Basis::Treaty),
            Binding::Law => Some(Basis::Law),
            Binding::Undertaking => Some(Basis::Undertaking),
            Binding::Private => None,
        }
    }

    fn binding(&self) -> Binding {
        let own = self.annex.concluded.binding;
        own.or(self.agreement.map(|agreement| agreement.concluded.binding)).unwrap_or(Binding::Private)
    }

    /// Findings that every path through an annex asks for.
    pub(crate) fn findings(&self, case: &Case<'_, 'a>) -> Vec<Finding<'a>> {
        let id = Some(self.id.as_str());
        let mut findings = Vec::with_capacity(20);
        findings.push(instrument_exists::check(&instrument_exists::Input {
            importing: case.context.importing,
            exporting: case.evidence.exporting,
            annex: Some(Recorded { what: self.id.as_str(), at: self.annex.at }),
        }));
        findings.push(self.agreement_in_force(case));
        findings.push(self.concurred(case));
        findings.push(annex_in_force::check(&annex_in_force::Input {
            annex: id,
            day: case.context.day,
            period: self.annex_period(case),
        }));
        findings.push(direction::check(&direction::Input {
            annex: id,
            exporting: case.evidence.exporting,
            importing: case.context.importing,
            covered: self.direction_covered(),
        }));
        findings.push(self.suspension(case));
        findings.push(covers_product::check(&covers_product::Input {
            annex: id,
            code: case.context.code_text(),
            matches: self.product_match(case),
        }));
        findings.push(self.origin(case));
        findings
    }

    fn agreement_in_force(&self, case: &Case<'_, 'a>) -> Finding<'a> {
        let period = self.agreement.and_then(|agreement| {
            let stated = agreement.terminations.standing(case.context.knowledge, |a, b| a.party == b.party);
            let ended = stated.filter(|fact| {
                let party = Some(fact.value.party);
                let ours = !fact.value.for_party_only || party == self.importing || party == self.exporting;
                let began = agreement.concluded.in_force_from;
                ours && !self.keeps(case, fact.value.earlier_results, began, fact.from)
            });
            let end = ended.map(|fact| fact.from).chain(agreement.concluded.until).min();
            let what = Period::new(agreement.concluded.in_force_from, end).ok()?;
            Some(Recorded { what, at: agreement.at })
        });
        in_force::check(&in_force::Input {
            agreement: Some(self.annex.concluded.agreement.as_str()),
            day: case.context.day,
            period,
        })
    }

    /// `None` for an annex that was ended before it began.
    fn annex_period(&self, case: &Case<'_, 'a>) -> Option<Recorded<Period>> {
        let ended = self.annex.terminations.standing(case.context.knowledge, |a, b| a.party == b.party);
        let began = self.annex.concluded.in_force_from;
        let ended = ended.filter(|fact| !self.keeps(case, fact.value.earlier_results, began, fact.from));
        let end = ended.map(|fact| fact.from).chain(self.annex.concluded.until).min();
        let what = Period::new(self.annex.concluded.in_force_from, end).ok()?;
        Some(Recorded { what, at: self.annex.at })
    }

    /// Whether an end leaves a result its effect: the end's own word, else the annex's; where both are silent nothing
    /// is left (see `agreement.annex-in-force`). What ended before it began left nothing to keep.
    fn keeps(&self, case: &Case<'_, '_>, word: Option<EarlierResults>, began: Date, end: Date) -> bool {
        let kept = word.or(self.terms.on_end) == Some(EarlierResults::Keep);
        kept && began < end && case.evidence.facts.issued.issued_on < end
    }

    fn concurred(&self, case: &Case<'_, 'a>) -> Finding<'a> {
        let agreement = self.agreement.map(|agreement| &agreement.bound);
        let binds = |party: Option<Jurisdiction>| {
            let bound =
                |bound: &Bound| party.is_some_and(|party| bound.by(party, case.context.knowledge).is_some());
            agreement.is_none_or(bound) && bound(&self.annex.bound)
        };
        let reported = self.annex.bound.all(case.context.knowledge).is_some_and(|by| by.reported);
        concurred::check(&concurred::Input {
            agreement: Some(self.annex.concluded.agreement.as_str()),
            importing: case.context.importing,
            exporting: case.evidence.exporting,
            importing_bound: binds(self.importing),
            exporting_bound: binds(self.exporting),
            reported,
        })
    }

    fn direction_covered(&self) -> bool {
        let directions = &self.annex.concluded.directions;
        let (Some(importing), Some(exporting)) = (self.importing, self.exporting) else { return false };
        if directions.is_empty() {
            return importing != exporting || self.importing_is_group();
        }
        directions.iter().any(|direction| direction.from == exporting && direction.to == importing)
    }

    /// Within a group (lawful marketing in the EU) exporting and importing country have the same party.
    fn importing_is_group(&self) -> bool {
        self.annex.concluded.recognises == Recognises::LawfulMarketing
    }

    fn suspension(&self, case: &Case<'_, 'a>) -> Finding<'a> {
        let (knowledge, day) = (case.context.knowledge, case.context.day);
        let suspension = self.annex.suspension_on(self.exporting, self.importing, day, knowledge);
        let kept = |fact: &Fact<AnnexSuspended>| {
            fact.value.earlier_results.unwrap_or(self.terms.on_suspension) == EarlierResults::Keep
        };
        not_suspended::check(&not_suspended::Input {
            annex: Some(self.id.as_str()),
            day,
            suspended: suspension.map(|fact| recorded(fact, fact.from)),
            issued_before: suspension.is_some_and(|fact| case.evidence.facts.issued.issued_on < fact.from),
            earlier_kept: suspension.is_some_and(kept),
        })
    }

    fn product_match(&self, case: &Case<'_, 'a>) -> ScopeMatch {
        let amended = self.annex.amendments.known(case.context.knowledge);
        let amended = amended.filter(|fact| fact.from <= case.context.day && fact.value.products.is_some());
        let last = amended.max_by_key(|fact| (fact.from, fact.at));
        let scope =
            last.and_then(|fact| fact.value.products.as_ref()).unwrap_or(&self.annex.concluded.products);
        case.context.matches(scope)
    }

    fn origin(&self, case: &Case<'_, 'a>) -> Finding<'a> {
        let origin = case.context.question.origin;
        let is_party = self.annex.concluded.origin == OriginRule::Parties
            && origin.is_some_and(|origin| {
                let covering =
                    case.context.registry.covering(origin, case.context.day, case.context.knowledge);
                let parties = participants(case.context, self.agreement, self.annex);
                covering.iter().any(|party| parties.contains(party))
            });
        origin::check(&origin::Input {
            annex: Some(self.id.as_str()),
            rule: self.annex.concluded.origin,
            origin,
            origin_is_party: is_party,
        })
    }

    /// Whether the annex names the act that is required, in the edition that applies.
    pub(crate) fn names_required_act(&self, case: &Case<'_, 'a>) -> Finding<'a> {
        let named = self.named(case).into_iter().next();
        names_act::check(&names_act::Input {
            annex: Some(self.id.as_str()),
            act: case.requirement.id.as_str(),
            named: named.is_some(),
            edition_named: named.and_then(|reference| reference.edition.as_deref()),
            edition_current: case.requirement.edition.unwrap_or_default(),
        })
    }

    /// Acts named on the day for a country or a group that covers it: as concluded, then added and removed by each
    /// amendment in the order of their days.
    fn named(&self, case: &Case<'_, 'a>) -> Vec<&'a ActReference> {
        let (knowledge, day) = (case.context.knowledge, case.context.day);
        let own = |entries: &'a [NamedActs]| {
            let ours = entries.iter().filter(|entry| case.context.covering.contains(&entry.party));
            ours.flat_map(|entry| &entry.acts).filter(|reference| reference.act == *case.requirement.id)
        };
        let mut amendments: Vec<_> =
            self.annex.amendments.known(knowledge).filter(|fact| fact.from <= day).collect();
        amendments.sort_by_key(|fact| (fact.from, fact.at));
        let mut named: Vec<_> = own(&self.annex.concluded.acts).collect();
        for fact in amendments {
            let removed: Vec<_> = own(&fact.value.acts_removed).collect();
            named.retain(|reference| !removed.contains(reference));
            named.extend(own(&fact.value.acts_added));
        }
        named
    }

    /// Whether this phase of the annex accepts the kind of document.
    pub(crate) fn accepts_output(&self, case: &Case<'_, 'a>) -> Finding<'a> {
        let kind = case.evidence.facts.issued.kind;
        let outputs = &self.annex.concluded.outputs;
        let accepted =
            if outputs.is_empty() { case.requirement.accepts(kind) } else { outputs.contains(&kind) };
        let phase = Some(self.annex.concluded.phase.as_str()).filter(|phase| !phase.is_empty());
        accepts_output::check(&accepts_output::Input { annex: Some(self.id.as_str()), phase, kind, accepted })
    }

    /// Whether the annex gives recognition at all.
    pub(crate) fn gives_recognition(&self) -> Finding<'a> {
        let recognises = Some(self.annex.concluded.recognises);
        gives_recognition::check(&gives_recognition::Input { annex: Some(self.id.as_str()), recognises })
    }
}

/// The finding that there is no annex of the kind between the parties.
pub(crate) fn none_exists<'a>(case: &Case<'_, 'a>) -> Finding<'a> {
    instrument_exists::check(&instrument_exists::Input {
        importing: case.context.importing,
        exporting: case.evidence.exporting,
        annex: None,
    })
}

/// The finding that no annex names the act.
pub(crate) fn none_names_act<'a>(case: &Case<'_, 'a>) -> Finding<'a> {
    names_act::check(&names_act::Input {
        annex: None,
        act: case.requirement.id.as_str(),
        named: false,
        edition_named: None,
        edition_current: case.requirement.edition.unwrap_or_default(),
    })
}
