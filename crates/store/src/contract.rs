//! The tests that every backend must pass. They fail by panicking.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use model::{CertificateNumber, EvidenceKind, LogIndex, PartyId, Procedure, Product};
use registry::{CertificateEvent, CertificateEventKind};
use statement::act::{ActReference, Alias, Certificate, CertificateChange, Change};
use tlog::{Frontier, MemoryTree, TileHashes, leaf_hash, root_at};

use crate::{
    Batch, DerivedRow, Entry, Link, LinkKind, NamedAt, OtherName, SignedCheckpoint, Store, StoreError,
    StoredTiles, Which, leaf_bytes,
};

const BODY: &str = "did:web:body.example";
const OTHER: &str = "did:web:other.example";
const EVERYTHING: LogIndex = LogIndex(1_000_000);

/// Runs every test; each on a fresh, empty store.
pub fn run<S: Store>(make_store: impl Fn() -> S) {
    an_empty_store_has_nothing(&make_store());
    what_was_appended_is_read_back(&make_store());
    the_stored_tiles_are_the_tree(&make_store());
    a_batch_for_another_size_changes_nothing(&make_store());
    a_repeated_statement_changes_nothing(&make_store());
    a_certificate_has_its_history(&make_store());
    an_earlier_position_knows_less(&make_store());
    certificates_are_found_by_other_names(&make_store());
    certificates_are_listed_by_what_they_rest_on(&make_store());
    what_became_of_certificates_is_told_up_to_a_position(&make_store());
    names_of_several_certificates_are_told(&make_store());
    the_last_checkpoint_outside_is_replaced(&make_store());
    derived_rows_do_not_depend_on_batches(&make_store(), &make_store());
}

fn an_empty_store_has_nothing(store: &impl Store) {
    assert_eq!(store.frontier(), Ok(Frontier::new()));
    assert_eq!(store.entries(0, 10, Which::All), Ok(Vec::new()));
    assert_eq!(store.last_checkpoint(), Ok(None));
    assert_eq!(store.anchor(), Ok(None));
    assert_eq!(store.find(&[("did:web:a.example".parse().unwrap(), "x".parse().unwrap())]), Ok(vec![None]));
    assert!(store.facts(&[number("A-1")], EVERYTHING).unwrap()[0].is_none());
    assert_eq!(store.heads(&[number("A-1")]), Ok(vec![None]));
    assert_eq!(store.next_status_index(&party(BODY)), Ok(0));
    assert_eq!((store.list(None, None, 10), store.count(None)), (Ok(Vec::new()), Ok(0)));
}

fn what_was_appended_is_read_back(store: &impl Store) {
    let mut chain = Chain::default();
    let first = chain.batch(&[("a", "country.registered"), ("b", "certificates.issued")], vec![]);
    let second = chain.batch(&[("c", "certificates.changed"), ("d", "party.registered")], vec![]);
    store.append(&first).unwrap();
    store.append(&second).unwrap();
    let all = [first.entries.clone(), second.entries.clone()].concat();
    assert_eq!(store.entries(0, 10, Which::All).unwrap(), all);
    assert_eq!(store.entries(1, 2, Which::All).unwrap(), all[1..3]);
    assert_eq!(store.entries(0, 10, Which::Reference).unwrap(), [all[0].clone(), all[3].clone()]);
    assert_eq!(store.entries(1, 1, Which::Reference).unwrap(), [all[3].clone()]);
    assert_eq!(store.entries(u64::MAX, 1, Which::All).unwrap(), []);
    let ids = [(party(BODY), "c".parse().unwrap()), (party(OTHER), "c".parse().unwrap())];
    let found = store.find(&ids).unwrap();
    assert_eq!(
        found[0].map(|found| (found.index, found.payload_digest)),
        Some((LogIndex(2), all[2].payload_digest))
    );
    assert_eq!(found[1], None);
    assert_eq!(store.frontier().unwrap(), second.frontier);
    assert_eq!(store.last_checkpoint().unwrap(), second.checkpoints.first().cloned());
    assert_eq!(store.checkpoints(2, 10).unwrap(), [first.checkpoints, second.checkpoints.clone()].concat());
    assert_eq!(store.checkpoints(3, 10).unwrap(), second.checkpoints);
}

fn the_stored_tiles_are_the_tree(store: &impl Store) {
    let (mut chain, mut tree) = (Chain::default(), MemoryTree::new());
    let mut next = 0;
    for count in [1, 7, 248, 1, 255, 300] {
        let ids: Vec<String> = (next..next + count).map(|i| format!("s{i}")).collect();
        let entries: Vec<_> = ids.iter().map(|id| (id.as_str(), "country.registered")).collect();
        let batch = chain.batch(&entries, vec![]);
        batch.entries.iter().for_each(|entry| {
            tree.push(&entry.leaf());
        });
        store.append(&batch).unwrap();
        next += count;
        let hashes = TileHashes::new(tree.size(), StoredTiles(store));
        assert_eq!(root_at(tree.size(), &hashes).unwrap(), tree.root());
    }
    let hashes = TileHashes::new(tree.size(), StoredTiles(store));
    for size in (0..tree.size()).step_by(37) {
        assert_eq!(root_at(size, &hashes).unwrap(), root_at(size, &tree).unwrap());
    }
}

fn a_batch_for_another_size_changes_nothing(store: &impl Store) {
    let mut chain = Chain::default();
    let first = chain.batch(&[("a", "country.registered")], vec![]);
    let second = chain.batch(&[("b", "country.registered")], vec![]);
    assert_eq!(store.append(&second), Err(StoreError::Moved { expected: 1, found: 0 }));
    assert_eq!(store.frontier().unwrap().size(), 0);
    store.append(&first).unwrap();
    assert_eq!(store.append(&first), Err(StoreError::Moved { expected: 0, found: 1 }));
    store.append(&second).unwrap();
}

fn a_repeated_statement_changes_nothing(store: &impl Store) {
    let mut chain = Chain::default();
    store.append(&chain.batch(&[("a", "country.registered")], vec![])).unwrap();
    let mut again = chain.clone();
    let repeated = again.batch(&[("b", "country.registered"), ("a", "country.registered")], vec![]);
    assert!(store.append(&repeated).is_err());
    assert_eq!(store.entries(0, 10, Which::All).unwrap().len(), 1);
    store.append(&chain.batch(&[("b", "country.registered")], vec![])).unwrap();
    assert_eq!(store.entries(0, 10, Which::All).unwrap().len(), 2);
}

fn a_certificate_has_its_history(store: &impl Store) {
    let mut chain = Chain::default();
    let issue = vec![issued(0, 0, certificate("A-1", 0)), issued(0, 1, certificate("A-2", 1))];
    store.append(&chain.batch(&[("a", "certificates.issued")], issue)).unwrap();
    let changes = vec![
        changed(1, 0, "A-1", Change::Suspended {}),
        changed(1, 1, "A-1", Change::Transferred { to: party(OTHER) }),
    ];
    store.append(&chain.batch(&[("b", "certificates.changed")], changes)).unwrap();
    let numbers = [number("A-2"), number("A-9"), number("A-1")];
    let facts = store.facts(&numbers, EVERYTHING).unwrap();
    assert!(facts[1].is_none());
    let (a2, a1) = (facts[0].as_ref().unwrap(), facts[2].as_ref().unwrap());
    assert_eq!((a2.issued.as_ref(), a2.changes.len()), (&certificate("A-2", 1), 0));
    assert_eq!((&a1.issuer, a1.at, a1.key), (&party(BODY), LogIndex(0), 3));
    assert_eq!(a1.reported_by, Some(party("did:web:recorder.example")));
    let kinds: Vec<_> =
        a1.changes.iter().map(|c| (c.at, c.item, c.reported, c.change.change.clone())).collect();
    assert_eq!(
        kinds,
        [
            (LogIndex(1), 0, true, Change::Suspended {}),
            (LogIndex(1), 1, true, Change::Transferred { to: party(OTHER) })
        ]
    );
    let heads = store.heads(&numbers).unwrap();
    assert_eq!(heads[0].as_ref().map(|head| &head.responsible), Some(&party(BODY)));
    assert_eq!(heads[1], None);
    assert_eq!(heads[2].as_ref().map(|head| &head.responsible), Some(&party(OTHER)));
    assert_eq!(heads[2].as_ref().map(|head| &head.issuer), Some(&party(BODY)));
    assert_eq!(store.next_status_index(&party(BODY)), Ok(2));
    assert_eq!(store.next_status_index(&party(OTHER)), Ok(0));
}

fn an_earlier_position_knows_less(store: &impl Store) {
    let mut chain = Chain::default();
    store.append(&chain.batch(&[("x", "country.registered")], vec![])).unwrap();
    store.append(&chain.batch(&[("a", "i")], vec![issued(1, 0, certificate("A-1", 0))])).unwrap();
    let suspended = changed(2, 0, "A-1", Change::Suspended {});
    store.append(&chain.batch(&[("b", "c")], vec![suspended])).unwrap();
    let changes =
        |up_to| store.facts(&[number("A-1")], LogIndex(up_to)).unwrap()[0].as_ref().map(|f| f.changes.len());
    assert_eq!([changes(0), changes(1), changes(2)], [None, Some(0), Some(1)]);
}

fn certificates_are_found_by_other_names(store: &impl Store) {
    let mut chain = Chain::default();
    let alias = Alias { certifier: "c".into(), product: "p".into(), version: "1".into() };
    let document = [0xab; 32];
    let named = |text: &str, index| Certificate {
        aliases: vec![alias.clone()],
        credential_sha256: Some("AB".repeat(32)),
        ..certificate(text, index)
    };
    let events = vec![
        issued(0, 0, named("A-1", 0)),
        issued(0, 1, certificate("A-2", 1)),
        issued(0, 2, named("A-3", 2)),
    ];
    store.append(&chain.batch(&[("a", "i")], events)).unwrap();
    let amended = changed(1, 0, "A-2", Change::Amended(named("A-2", 1)));
    let amended_again = changed(1, 1, "A-1", Change::Amended(named("A-1", 0)));
    store.append(&chain.batch(&[("b", "c")], vec![amended, amended_again])).unwrap();
    let at_first = vec![number("A-1"), number("A-3")];
    let at_last = vec![number("A-1"), number("A-3"), number("A-2")];
    assert_eq!(store.by_alias(&alias, LogIndex(0)), Ok(at_first.clone()));
    assert_eq!(store.by_alias(&alias, EVERYTHING), Ok(at_last.clone()));
    assert_eq!(store.by_alias(&Alias { version: "2".into(), ..alias }, EVERYTHING), Ok(vec![]));
    assert_eq!(store.by_document(&document, LogIndex(0)), Ok(at_first));
    assert_eq!(store.by_document(&document, EVERYTHING), Ok(at_last));
    assert_eq!(store.by_document(&[0; 32], EVERYTHING), Ok(vec![]));
    let earlier = |text| {
        store.facts(&[number(text)], EVERYTHING).unwrap()[0].clone().unwrap().earlier_with_same_document
    };
    assert_eq!(earlier("A-1"), []);
    assert_eq!(earlier("A-2"), []);
    assert_eq!(earlier("A-3"), [(number("A-1"), LogIndex(0))]);
}

fn certificates_are_listed_by_what_they_rest_on(store: &impl Store) {
    let mut chain = Chain::default();
    let events = (0..5).map(|i| issued(0, i, certificate(&format!("A-{i}"), u64::from(i)))).collect();
    store.append(&chain.batch(&[("a", "i")], events)).unwrap();
    let mut named = certificate("A-4", 4);
    named.products[0].gtin = Some("4006381333931".into());
    let rests_on_annex = Certificate { basis: vec!["annex-9".parse().unwrap()], ..certificate("A-3", 3) };
    let changes = vec![
        changed(1, 0, "A-3", Change::Amended(rests_on_annex)),
        changed(1, 1, "A-1", Change::HolderChanged { holder: party("did:web:new.example") }),
        changed(1, 2, "A-4", Change::Amended(named)),
    ];
    store.append(&chain.batch(&[("b", "c")], changes)).unwrap();
    let list = |kind, to: &str, after, limit| -> Vec<String> {
        let link = Link { kind, to: to.to_owned() };
        let listed = store.list(Some(&link), after, limit).unwrap();
        listed.iter().map(|listed| listed.number.to_string()).collect()
    };
    assert_eq!(list(LinkKind::Issuer, BODY, None, 2), ["A-0", "A-1"]);
    assert_eq!(list(LinkKind::Issuer, BODY, Some(1), 9), ["A-2", "A-3", "A-4"]);
    assert_eq!(list(LinkKind::Basis, "annex-9", None, 9), ["A-3"]);
    assert_eq!(list(LinkKind::Basis, "annex-1", None, 9).len(), 5);
    assert_eq!(list(LinkKind::Holder, "did:web:new.example", None, 9), ["A-1"]);
    assert_eq!(list(LinkKind::Standard, "IEC 60335-1:2020", Some(3), 9), ["A-4"]);
    assert_eq!(list(LinkKind::Act, "act-1", None, 1), ["A-0"]);
    assert_eq!(list(LinkKind::Gtin, "04006381333931", None, 9), ["A-4"]);
    assert_eq!(list(LinkKind::Act, "nothing", None, 9), Vec::<String>::new());
    let all = store.list(None, Some(2), 9).unwrap();
    assert_eq!(all.iter().map(|listed| listed.sequence).collect::<Vec<_>>(), [3, 4]);
    let count = |kind, to: &str| store.count(Some(&Link { kind, to: to.to_owned() })).unwrap();
    assert_eq!((count(LinkKind::Issuer, BODY), count(LinkKind::Basis, "annex-9")), (5, 1));
    assert_eq!(store.count(None), Ok(5));
}

fn what_became_of_certificates_is_told_up_to_a_position(store: &impl Store) {
    let mut chain = Chain::default();
    let first = vec![issued(0, 0, certificate("A-1", 0)), issued(0, 1, certificate("A-2", 1))];
    store.append(&chain.batch(&[("a", "certificates.issued")], first)).unwrap();
    let changes = vec![
        changed(1, 0, "A-2", Change::Suspended {}),
        changed(1, 1, "A-1", Change::Withdrawn { from_start: true }),
    ];
    store.append(&chain.batch(&[("b", "certificates.changed")], changes)).unwrap();
    let later = vec![issued(2, 0, certificate("A-3", 2))];
    store.append(&chain.batch(&[("c", "certificates.issued")], later)).unwrap();
    let restored = vec![changed(3, 0, "A-2", Change::Restored {})];
    store.append(&chain.batch(&[("d", "certificates.changed")], restored)).unwrap();
    let marks = |up_to| store.next_status_indexes(LogIndex(up_to)).unwrap();
    assert_eq!([marks(0), marks(2)], [vec![(party(BODY), 2)], vec![(party(BODY), 3)]]);
    let told = |after, up_to, limit| -> Vec<(u64, u64, Change)> {
        let changes = store.changes(after, LogIndex(up_to), limit).unwrap();
        let told = changes.into_iter().map(|c| (c.sequence, c.status_index, c.change.change.change.clone()));
        told.collect()
    };
    let (suspended, withdrawn) =
        ((0, 1, Change::Suspended {}), (1, 0, Change::Withdrawn { from_start: true }));
    assert_eq!(told(None, 1, 9), [suspended.clone(), withdrawn.clone()]);
    assert_eq!(told(None, 3, 1), [suspended]);
    assert_eq!(told(Some(0), 3, 9), [withdrawn, (2, 1, Change::Restored {})]);
    assert_eq!(told(None, 0, 9), []);
}

fn names_of_several_certificates_are_told(store: &impl Store) {
    let mut chain = Chain::default();
    let alias = |product: &str| Alias { certifier: "c".into(), product: product.into(), version: "1".into() };
    let named = |text: &str, index, product: &str, digest: &str| Certificate {
        aliases: vec![alias(product)],
        credential_sha256: Some(digest.repeat(32)),
        ..certificate(text, index)
    };
    let events = vec![issued(0, 0, named("A-1", 0, "p", "AB")), issued(0, 1, named("A-2", 1, "q", "CD"))];
    store.append(&chain.batch(&[("a", "i")], events)).unwrap();
    // The same certificate twice is no second one.
    let again = vec![changed(1, 0, "A-1", Change::Amended(named("A-1", 0, "p", "AB")))];
    store.append(&chain.batch(&[("b", "c")], again)).unwrap();
    assert_eq!(store.shared_names(EVERYTHING), Ok(vec![]));
    let other = vec![issued(2, 0, named("A-3", 2, "p", "AB"))];
    store.append(&chain.batch(&[("c", "i")], other)).unwrap();
    assert_eq!(store.shared_names(LogIndex(1)), Ok(vec![]));
    let at = |text, at| NamedAt { number: number(text), at: LogIndex(at), item: 0 };
    let all = vec![at("A-1", 0), at("A-1", 1), at("A-3", 2)];
    let expected = [(OtherName::Document([0xab; 32]), all.clone()), (OtherName::Alias(alias("p")), all)];
    assert_eq!(store.shared_names(EVERYTHING).unwrap(), expected);
}

fn the_last_checkpoint_outside_is_replaced(store: &impl Store) {
    store.set_anchor("first\n").unwrap();
    store.set_anchor("second, longer\n").unwrap();
    store.set_anchor("third\n").unwrap();
    assert_eq!(store.anchor(), Ok(Some("third\n".to_owned())));
    assert_eq!(store.cosigned(), Ok(None));
    store.set_cosigned("cosigned\n").unwrap();
    assert_eq!(store.cosigned(), Ok(Some("cosigned\n".to_owned())));
    assert_eq!(store.anchor(), Ok(Some("third\n".to_owned())));
}

fn derived_rows_do_not_depend_on_batches(one: &impl Store, other: &impl Store) {
    let events = |from: u32, to: u32| -> Vec<_> {
        (from..to).map(|i| issued(u64::from(i), 0, certificate(&format!("A-{i}"), u64::from(i)))).collect()
    };
    let (mut chain, mut split) = (Chain::default(), Chain::default());
    one.append(&chain.batch(&[("a", "i"), ("b", "i"), ("c", "i")], events(0, 3))).unwrap();
    other.append(&split.batch(&[("a", "i")], events(0, 1))).unwrap();
    other.append(&split.batch(&[("b", "i"), ("c", "i")], events(1, 3))).unwrap();
    let (first, second) = (rows(one), rows(other));
    assert!(first.len() > 3);
    assert_eq!(first, second);
    assert_eq!(one.damage(), Ok(vec![]));
}

fn rows(store: &impl Store) -> Vec<DerivedRow> {
    let mut rows = Vec::new();
    store.derived(&mut |row| rows.push(row.clone())).unwrap();
    rows
}

/// Makes batches that follow each other.
#[derive(Clone, Default)]
struct Chain {
    frontier: Frontier,
}

impl Chain {
    fn batch(
        &mut self,
        entries: &[(&str, &'static str)],
        certificate_events: Vec<CertificateEvent>,
    ) -> Batch {
        let mut hashes = Vec::new();
        let entries = entries.iter().map(|(id, act)| self.entry(id, act, &mut hashes)).collect();
        hashes.retain(|stored| stored.id.is_in_a_tile());
        let size = self.frontier.size();
        let checkpoints = vec![SignedCheckpoint { size, note: format!("checkpoint {size}") }];
        Batch { entries, hashes, frontier: self.frontier.clone(), checkpoints, certificate_events }
    }

    fn entry(&mut self, id: &str, act: &'static str, hashes: &mut Vec<tlog::StoredHash>) -> Entry {
        let (day, jws) = ("2026-01-31".parse().unwrap(), format!("jws of {id}").into_bytes());
        let index = LogIndex(self.frontier.size());
        self.frontier.append_into(leaf_hash(&leaf_bytes(day, &jws)), hashes);
        let payload_digest = [id.len() as u8; 32];
        Entry {
            index,
            day,
            signer: party(BODY),
            id: id.parse().unwrap(),
            payload_digest,
            act: act.into(),
            jws,
        }
    }
}

fn issued(at: u64, item: u32, certificate: Certificate) -> CertificateEvent {
    event(at, item, &certificate.number.clone(), CertificateEventKind::Issued(certificate))
}

fn changed(at: u64, item: u32, text: &str, change: Change) -> CertificateEvent {
    let change = CertificateChange {
        number: number(text),
        on: "2026-02-01".parse().unwrap(),
        change,
        reason: "because".into(),
    };
    event(at, item, &number(text), CertificateEventKind::Changed(change))
}

fn event(at: u64, item: u32, number: &CertificateNumber, what: CertificateEventKind) -> CertificateEvent {
    CertificateEvent {
        number: number.clone(),
        at: LogIndex(at),
        item,
        issuer: party(BODY),
        key: 3,
        reported_by: Some(party("did:web:recorder.example")),
        what,
    }
}

fn certificate(text: &str, status_index: u64) -> Certificate {
    let product = r#"{"hs":"851610","hs_edition":2022}"#;
    Certificate {
        number: number(text),
        status_index,
        kind: EvidenceKind::Certificate,
        holder: party("did:web:maker.example"),
        products: serde_json::from_str::<Product>(product).into_iter().collect(),
        conforms_to: vec![ActReference { act: "act-1".parse().unwrap(), edition: None }],
        standards: vec!["IEC 60335-1:2020".parse().unwrap()],
        procedure: Procedure::Certification,
        modules: vec![],
        designating_party: None,
        basis: vec!["annex-1".parse().unwrap()],
        assessed_on: None,
        issued_on: "2026-01-31".parse().unwrap(),
        expires_on: None,
        aliases: vec![],
        credential_sha256: None,
        differences_covered: vec![],
        report: None,
        responsible_persons_in: vec![],
        lawfully_marketed_in: vec![],
        conditions_met: vec![],
        production_conforms: None,
        same_product_as: None,
    }
}

fn number(text: &str) -> CertificateNumber {
    text.parse().unwrap()
}

fn party(text: &str) -> PartyId {
    text.parse().unwrap()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_memory_store_keeps_the_contract() {
        super::run(crate::MemoryStore::new);
    }
}
