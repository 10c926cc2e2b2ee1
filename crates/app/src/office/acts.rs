//! Which acts a party may sign at all, and the text with which the writing of one begins.

use model::{Date, MandateScope, PartyId};
use registry::Registry;
use statement::file::{Format, read};
use statement::{Act, Entitled, may_be_reported, template, who_may_sign};

/// Names of the acts that a party could be entitled to sign on a day, for one country or another: what it may choose
/// from. Whether it may sign one in particular is told when the act is shown, and decided at admission.
pub fn may_sign_some(registry: &Registry, party: &PartyId, day: Date) -> Vec<&'static str> {
    Act::NAMES.iter().copied().filter(|name| may_sign(registry, party, day, name)).collect()
}

/// The commented example of an act, with the party as its signer and an identifier of its own.
pub fn starting_text(name: &str, party: &PartyId, id: &str) -> Option<String> {
    let written = |line: &str| {
        if line.starts_with("signer = ") {
            format!("signer = \"{party}\"\n")
        } else if line.starts_with("id = ") {
            format!("id = \"{id}\"        # unique among the statements of your party\n")
        } else if line.starts_with("made_on = ") {
            String::new()
        } else {
            format!("{line}\n")
        }
    };
    Some(template(name)?.lines().map(written).collect())
}

fn may_sign(registry: &Registry, party: &PartyId, day: Date, name: &str) -> bool {
    // A log is opened once, by whoever makes it.
    let example = template(name).filter(|_| name != "registry.opened");
    let draft = example.and_then(|text| read(text, Format::Toml, None).ok()?.pop());
    let Some(draft) = draft else { return false };
    let records =
        |act: &Act| may_be_reported(act) && registry.has_any_mandate(party, MandateScope::Record, day);
    let mut alternatives = who_may_sign(&draft.payload.act).into_iter();
    alternatives.any(|entitled| could_be(registry, party, day, &entitled)) || records(&draft.payload.act)
}

/// Whether the party could be the one that is meant, whatever country, body or agreement the act names.
fn could_be(registry: &Registry, party: &PartyId, day: Date, entitled: &Entitled) -> bool {
    let kind = registry.party(party).map(|record| record.registered.kind);
    match entitled {
        Entitled::Registrar => registry.genesis().is_some_and(|genesis| genesis.registrar == *party),
        Entitled::Party(_) => kind.is_some(),
        Entitled::PartyOfKind { kinds, .. } => kind.is_some_and(|kind| kinds.contains(&kind)),
        Entitled::Kind(wanted) | Entitled::KindIn(wanted, _) => kind == Some(*wanted),
        Entitled::Mandate { scope, .. }
        | Entitled::MandateForCountryOfParty { scope, .. }
        | Entitled::MandateForOwnerOfRegulation { scope, .. }
        | Entitled::AnyMandate { scope }
        | Entitled::MandateForAnyPartyOf { scope, .. } => registry.has_any_mandate(party, *scope, day),
        Entitled::DepositaryOf(_) | Entitled::NamedDepositary(_) => {
            registry.has_any_mandate(party, MandateScope::Deposit, day)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_starting_text_of_every_act_reads_back_under_its_party() {
        let party: PartyId = "did:web:ministry.test.example".parse().unwrap();
        for name in Act::NAMES.iter().filter(|name| **name != "registry.opened") {
            let text = starting_text(name, &party, "a-1").unwrap();
            let draft = read(&text, Format::Toml, None).unwrap_or_else(|e| panic!("{name}: {e}")).remove(0);
            assert_eq!((draft.payload.signer, draft.payload.id.as_str()), (party.clone(), "a-1"), "{name}");
            assert_eq!((draft.payload.act.name(), draft.payload.made_on), (*name, None));
            assert!(text.contains('#'), "{name} keeps its comments");
        }
        assert_eq!(starting_text("nothing.known", &party, "a-1"), None);
    }
}
