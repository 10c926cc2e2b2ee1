//! Countries, unions, the WTO, authorities, bodies.

use model::{MandateScope, PartyKind, Text};
use statement::act::{
    CountryRegistered, GroupRegistered, MandateGiven, MembershipStated, OwnershipBarred, OwnershipStated,
    PartyRegistered,
};
use testkit::the;

use super::log::Log;
use super::plan::{Body, Country, Plan, Union, WTO};
use crate::random::Random;

const UNIONS: usize = 4;

pub(super) fn state(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    countries(log, plan, random);
    unions(log, plan, random);
    bodies(log, plan, random);
    ownership(log, plan, random);
}

fn countries(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    log.state(GroupRegistered { group: WTO, name: Text::english("WTO"), legislates: false });
    for place in 0..plan.scale.countries {
        let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
        let code = format!("{}{}", letter(place / 26), letter(place));
        log.state(CountryRegistered {
            country: the(&code),
            alpha3: format!("{code}X"),
            numeric: u16::try_from(place + 1).unwrap_or(999),
            name: Text::english(&code),
        });
        let authority = authority(log, &code, &code);
        if random.percent(92) {
            let from = random.day(1995, 2004);
            let until = random.percent(3).then(|| random.day(2022, 2025));
            log.state(MembershipStated { group: WTO, members: vec![the(&code)], from, until });
        }
        plan.countries.push(Country { code: the(&code), union: None, authority });
    }
}

fn authority(log: &mut Log, code: &str, country: &str) -> model::PartyId {
    let id = format!("did:web:authority.{}.example", code.to_ascii_lowercase());
    party(log, &id, PartyKind::Authority, country);
    log.state(MandateGiven {
        to: the(&id),
        on_behalf_of: Some(the(code)),
        scopes: vec![MandateScope::Agree],
        from: the("2000-01-01"),
        until: None,
        basis: String::new(),
    });
    the(&id)
}

fn party(log: &mut Log, id: &str, kind: PartyKind, country: &str) {
    log.state(PartyRegistered {
        party: the(id),
        kind,
        name: Text::english(id),
        country: the(country),
        address: String::new(),
        website: String::new(),
        keys: Vec::new(),
    });
}

/// Every eighth part of the countries forms a union, the last member joining late.
fn unions(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    let size = plan.scale.countries / 8;
    for number in 0..UNIONS {
        let code = format!("UNION-{number}");
        log.state(GroupRegistered { group: the(&code), name: Text::english(&code), legislates: true });
        let members: Vec<usize> = (0..size).map(|i| number + i * UNIONS).collect();
        for (i, member) in members.iter().enumerate() {
            let from = if i + 1 == size { random.day(2024, 2025) } else { the("2001-01-01") };
            let members = vec![plan.countries[*member].code];
            log.state(MembershipStated { group: the(&code), members, from, until: None });
            plan.countries[*member].union = Some(number);
        }
        let home = plan.countries[members[0]].code.to_string();
        log.state(MembershipStated {
            group: WTO,
            members: vec![the(&code)],
            from: the("1995-01-01"),
            until: None,
        });
        let authority = authority(log, &code, &home);
        plan.unions.push(Union { code: the(&code), members, authority });
    }
}

fn bodies(log: &mut Log, plan: &mut Plan, random: &mut Random) {
    for place in 0..plan.scale.bodies {
        let country = place % plan.scale.countries;
        let id = format!("did:web:body-{place}.example");
        let code = plan.countries[country].code.to_string();
        party(log, &id, PartyKind::ConformityAssessmentBody, &code);
        plan.bodies.push(Body { id: the(&id), country });
    }
    for place in 0..plan.scale.countries {
        let id = format!("did:web:accreditor-{place}.example");
        let code = plan.countries[place].code.to_string();
        party(log, &id, PartyKind::AccreditationBody, &code);
        plan.accreditors.push(the(&id));
    }
    for place in 0..plan.scale.bodies {
        let country = random.below(plan.scale.countries);
        let code = plan.countries[country].code.to_string();
        party(log, &format!("did:web:supplier-{place}.example"), PartyKind::Supplier, &code);
    }
}

/// Bars on owners in some countries, and owners of some bodies.
fn ownership(log: &mut Log, plan: &Plan, random: &mut Random) {
    let owner = |random: &mut Random| format!("Holding {}", random.below(20));
    for country in plan.countries.iter().step_by(9) {
        for number in 0..2 {
            log.state(OwnershipBarred {
                bar: the(&format!("BAR-{}-{number}", country.code)),
                country: country.code,
                regulations: Vec::new(),
                entities: vec![owner(random), owner(random)],
                share_permille: 100,
                disclose_permille: 50,
                from: random.day(2022, 2025),
                until: None,
            });
        }
    }
    for body in &plan.bodies {
        for _ in 0..random.below(3) {
            log.state(OwnershipStated {
                body: body.id.clone(),
                owner: owner(random),
                owner_country: plan.countries[body.country].code,
                share_permille: random.of(&[40, 60, 150, 500]),
                controls: random.percent(10),
                from: random.day(2015, 2024),
                until: random.percent(10).then(|| random.day(2025, 2025)),
            });
        }
    }
}
