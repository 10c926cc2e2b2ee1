//! Who may sign an act, in the language of the page.

use model::{MandateScope, PartyKind};
use statement::{Entitled, Joint};

use crate::portal::frame::Frame;

/// In words.
pub(super) fn told(frame: &Frame, entitled: &Entitled) -> String {
    let mandate = |scope: &MandateScope| frame.word("mandate", scope.as_str());
    let kind = |kind: &PartyKind| frame.word("party", kind.as_str());
    match entitled {
        Entitled::Registrar => frame.say("entitled-registrar"),
        Entitled::Party(party) => frame.about("entitled-party", party),
        Entitled::PartyOfKind { party, kinds } => {
            let kinds: Vec<_> = kinds.iter().map(kind).collect();
            frame.about_two("entitled-party-of-kind", party, kinds.join(", "))
        }
        Entitled::Kind(of) => frame.about("entitled-kind", kind(of)),
        Entitled::KindIn(of, country) => frame.about_two("entitled-kind-in", kind(of), country),
        Entitled::Mandate { on_behalf_of, scope } => {
            frame.about_two("entitled-mandate", mandate(scope), on_behalf_of)
        }
        Entitled::MandateForCountryOfParty { party, scope } => {
            frame.about_two("entitled-mandate-of-party", mandate(scope), party)
        }
        Entitled::MandateForOwnerOfRegulation { regulation, scope } => {
            frame.about_two("entitled-mandate-of-regulation", mandate(scope), regulation)
        }
        Entitled::AnyMandate { scope } => frame.about("entitled-any-mandate", mandate(scope)),
        Entitled::MandateForAnyPartyOf { joint, scope } => {
            frame.about_two("entitled-mandate-of-joint", mandate(scope), of(frame, joint))
        }
        Entitled::DepositaryOf(joint) => frame.about("entitled-depositary", of(frame, joint)),
        Entitled::NamedDepositary(party) => frame.about("entitled-named-depositary", party),
    }
}

fn of(frame: &Frame, joint: &Joint) -> String {
    match joint {
        Joint::Agreement(agreement) => frame.about("entitled-joint-agreement", agreement),
        Joint::Annex(annex) => frame.about("entitled-joint-annex", annex),
        Joint::Statement(_) => frame.say("entitled-joint-statement"),
    }
}
