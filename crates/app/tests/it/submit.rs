//! Submitting: receipts, repeated and refused statements, and a store that fails at each step.
#![allow(clippy::unwrap_used)]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use crate::common::{
    BODY, certificate, change, clock, issue, load, log_key, open, refused, signed, statements,
};
use app::log_key::keys_on_record;
use app::{App, LogKey, OpenError, Receipt, SubmitError};
use model::LogIndex;
use registry::AdmitError;
use statement::StatementError;
use statement::act::{Certificate, CertificatesChanged, CertificatesIssued, Change, LogKeyAdded};
use store::{Anchor as _, Fault, Log as _, MemoryStore, Operation, Store, Which};
use testkit::{Author, ORIGIN, REGISTRAR, the};
use tlog::{Note, TlogProof, VerifierKey};

fn check_receipt(app: &App, receipt: &Receipt) {
    let keys = keys_on_record(app.state().registry());
    let proof = TlogProof::parse(receipt.tlog_proof().unwrap().to_string().as_bytes()).unwrap();
    let checkpoint = proof.verify(&receipt.leaf_hash, ORIGIN, &keys).unwrap();
    assert_eq!(checkpoint.size(), receipt.log_size);
    let entry = app.entry(receipt.position).unwrap();
    assert_eq!(tlog::leaf_hash(&entry.entry.leaf()), receipt.leaf_hash);
    assert_eq!(entry.receipt, *receipt);
}

#[test]
fn every_statement_gets_a_receipt_that_proves_it() {
    let app = open(Arc::new(MemoryStore::new()));
    let receipts = load(&app);
    let positions: Vec<_> = receipts.iter().map(|receipt| receipt.position.0).collect();
    assert_eq!(positions, (0..receipts.len() as u64).collect::<Vec<_>>());
    receipts.iter().for_each(|receipt| check_receipt(&app, receipt));
    let json = serde_json::to_string(&receipts[3]).unwrap();
    assert_eq!(serde_json::from_str::<Receipt>(&json).unwrap(), receipts[3]);
    assert_eq!(app.statements(Some(1), 2).unwrap()[0].index, LogIndex(2));
    assert_eq!(app.statements(None, 10_000).unwrap().len(), receipts.len());
}

#[test]
fn the_same_statement_again_gets_the_first_receipt() {
    let app = open(Arc::new(MemoryStore::new()));
    let first = load(&app);
    app.submit_blocking(&signed(&Author::new(BODY), "issue-2", issue(3, 2))).unwrap();
    let again: Vec<_> = app.submit_many(&statements()).into_iter().map(|receipt| receipt.unwrap()).collect();
    assert_eq!(again, first);
    assert_eq!(app.state().size(), first.len() as u64 + 1);
}

#[test]
fn twice_in_one_batch_is_once() {
    let app = open(Arc::new(MemoryStore::new()));
    let doubled: Vec<_> = statements().into_iter().flat_map(|bytes| [bytes.clone(), bytes]).collect();
    let receipts: Vec<_> = app.submit_many(&doubled).into_iter().map(|receipt| receipt.unwrap()).collect();
    assert_eq!(app.state().size(), statements().len() as u64);
    for pair in receipts.chunks(2) {
        assert_eq!(pair[0], pair[1]);
    }
}

#[test]
fn the_same_identifier_with_other_content_is_a_conflict() {
    let app = open(Arc::new(MemoryStore::new()));
    let receipts = load(&app);
    let other = signed(&Author::new(BODY), "issue-1", issue(3, 2));
    let conflict = refused(app.submit_blocking(&other));
    assert!(
        matches!(conflict, SubmitError::Conflict { position, .. } if position.0 == receipts.len() as u64 - 2)
    );
    assert_eq!(app.state().size(), receipts.len() as u64);
}

/// The same payload under a header that names another key, or with a signature that is not the key's.
fn resigned(author: &Author, key: &statement::PrivateKey) -> Vec<u8> {
    statement::sign(&author.statement("issue-1", issue(0, 3)), key)
}

#[test]
fn a_logged_statement_that_does_not_verify_is_refused() {
    let app = open(Arc::new(MemoryStore::new()));
    load(&app);
    let body = Author::new(BODY);
    let size = app.state().size();
    let unknown = statement::PrivateKey::from_secret("other", statement::Algorithm::EdDsa, &[9; 32]).unwrap();
    let error = refused(app.submit_blocking(&resigned(&body, &unknown)));
    assert!(matches!(error, SubmitError::Admit(AdmitError::UnknownKey { .. })), "{error:?}");
    // Another key under the identifier of the one on record.
    let pretender =
        statement::PrivateKey::from_secret("demo", statement::Algorithm::EdDsa, &[9; 32]).unwrap();
    let error = refused(app.submit_blocking(&resigned(&body, &pretender)));
    assert!(matches!(error, SubmitError::Statement(StatementError::Signature { .. })), "{error:?}");
    assert_eq!(app.state().size(), size);
    // And within one batch with the statement itself.
    let app = open(Arc::new(MemoryStore::new()));
    let both: Vec<_> = statements().into_iter().chain([resigned(&body, &unknown)]).collect();
    let last = app.submit_many(&both).pop().unwrap();
    assert!(matches!(refused(last), SubmitError::Admit(AdmitError::UnknownKey { .. })));
}

#[test]
fn a_logged_statement_signed_again_with_any_key_of_its_signer_gets_the_first_receipt() {
    let app = open(Arc::new(MemoryStore::new()));
    let first = load(&app);
    let first = &first[first.len() - 2];
    let body = Author::new(BODY);
    let second = statement::PrivateKey::from_secret("second", statement::Algorithm::Es256, &[9; 32]).unwrap();
    let added = statement::act::KeyAdded { party: the(BODY), key: second.public() };
    app.submit_blocking(&signed(&body, "second-key", added)).unwrap();
    assert_eq!(app.submit_blocking(&resigned(&body, &second)).unwrap(), *first);
    let revoked = statement::act::KeyRevoked {
        party: the(BODY),
        key_id: "demo".into(),
        compromised_since: None,
        reason: String::new(),
    };
    app.submit_blocking(&statement::sign(&body.statement("revoke", revoked), &second)).unwrap();
    let size = app.state().size();
    // The first key is revoked: what it signed keeps its receipt, other content under the identifier is a conflict,
    // and a signature that is not its own is still refused.
    assert_eq!(app.submit_blocking(&signed(&body, "issue-1", issue(0, 3))).unwrap(), *first);
    let other = refused(app.submit_blocking(&signed(&body, "issue-1", issue(3, 1))));
    assert!(matches!(other, SubmitError::Conflict { .. }), "{other:?}");
    let pretender =
        statement::PrivateKey::from_secret("demo", statement::Algorithm::EdDsa, &[9; 32]).unwrap();
    let error = refused(app.submit_blocking(&resigned(&body, &pretender)));
    assert!(matches!(error, SubmitError::Statement(StatementError::Signature { .. })), "{error:?}");
    let fresh = refused(app.submit_blocking(&signed(&body, "issue-2", issue(3, 1))));
    assert!(matches!(fresh, SubmitError::Admit(AdmitError::KeyRevoked { .. })), "{fresh:?}");
    assert_eq!(app.state().size(), size);
}

#[test]
fn a_log_key_that_could_sign_no_checkpoint_is_refused() {
    let app = open(Arc::new(MemoryStore::new()));
    load(&app);
    let size = app.state().size();
    let elsewhere = LogKey::new("elsewhere.example", &[7; 32]).unwrap().verifier().to_string();
    for (i, key) in ["nonsense", "a+b+c", &elsewhere].into_iter().enumerate() {
        let act = LogKeyAdded { log_key: key.to_owned() };
        let error = refused(app.submit_blocking(&signed(&Author::new(REGISTRAR), &format!("k-{i}"), act)));
        assert!(matches!(error, SubmitError::Admit(AdmitError::LogKey { .. })), "{key}: {error:?}");
    }
    let act = LogKeyAdded { log_key: log_key().verifier().to_string() };
    let again = refused(app.submit_blocking(&signed(&Author::new(REGISTRAR), "again", act)));
    assert!(matches!(again, SubmitError::Admit(AdmitError::AlreadyExists { .. })), "{again:?}");
    assert_eq!(app.state().size(), size);
}

#[test]
fn a_refused_statement_does_not_stop_its_batch() {
    let app = open(Arc::new(MemoryStore::new()));
    let body = Author::new(BODY);
    let mut all = statements();
    let good = all.len();
    let mut forged = signed(&body, "forged", issue(3, 1));
    let last = forged.len() - 10;
    forged[last] = if forged[last] == b'A' { b'B' } else { b'A' };
    all.insert(3, forged);
    all.push(signed(&body, "gap", issue(7, 1)));
    all.push(signed(&Author::new("did:web:stranger.example"), "strange", issue(3, 1)));
    all.push(b"not a statement".to_vec());
    all.push(signed(&body, "issue-2", issue(3, 1)));
    let results = app.submit_many(&all);
    // Its key is brought by a later statement, so it is not even read for its signature.
    assert!(matches!(&results[3], Err(SubmitError::Admit(AdmitError::UnknownSigner(_)))), "{:?}", results[3]);
    assert!(matches!(
        &results[good + 1],
        Err(SubmitError::Admit(AdmitError::OutOfOrder { expected: 3, .. }))
    ));
    assert!(matches!(&results[good + 2], Err(SubmitError::Admit(AdmitError::UnknownSigner(_)))));
    assert!(matches!(&results[good + 3], Err(SubmitError::Statement(StatementError::Form))));
    assert!(results[good + 4].is_ok());
    assert_eq!(app.state().size(), good as u64 + 1);
    let again = refused(app.submit_blocking(&all[3]));
    assert!(matches!(again, SubmitError::Statement(StatementError::Signature { .. })), "{again:?}");
}

/// The certificates of a batch are looked up before any of it is admitted.
#[test]
fn a_number_that_an_earlier_statement_of_the_batch_took_is_taken() {
    let app = open(Arc::new(MemoryStore::new()));
    let body = Author::new(BODY);
    let mut all = statements();
    let good = all.len();
    let again = |id: &str, number: u64| {
        let certificates = vec![Certificate { status_index: 4, ..certificate(number) }];
        signed(&body, id, CertificatesIssued { issuer: the(BODY), certificates })
    };
    let suspended = vec![change(3, Change::Suspended {})];
    all.push(signed(&body, "new", issue(3, 1)));
    all.push(again("taken-before", 0));
    all.push(again("taken-just-now", 3));
    all.push(signed(&body, "changed", CertificatesChanged { issuer: the(BODY), changes: suspended }));
    let results = app.submit_many(&all);
    for taken in &results[good + 1..good + 3] {
        assert!(
            matches!(taken, Err(SubmitError::Admit(AdmitError::AlreadyExists { kind: "certificate", .. }))),
            "{taken:?}"
        );
    }
    assert!(results[good].is_ok() && results[good + 3].is_ok(), "{:?}", results[good + 3]);
}

#[test]
fn submitters_at_the_same_time_all_get_their_own_place() {
    let app = open(Arc::new(MemoryStore::new()));
    let before = load(&app).len() as u64;
    let registrar = Author::new(REGISTRAR);
    let receipts: Mutex<Vec<Receipt>> = Mutex::default();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let (app, registrar, receipts) = (&app, &registrar, &receipts);
            scope.spawn(move || {
                for i in 0..10 {
                    let id = format!("did:web:p{thread}-{i}.test.example");
                    let party = testkit::body(&id, "FR");
                    let receipt =
                        app.submit_blocking(&signed(registrar, &format!("p-{thread}-{i}"), party)).unwrap();
                    receipts.lock().unwrap().push(receipt);
                }
            });
        }
    });
    let receipts = receipts.into_inner().unwrap();
    receipts.iter().for_each(|receipt| check_receipt(&app, receipt));
    let mut positions: Vec<_> = receipts.iter().map(|receipt| receipt.position.0).collect();
    positions.sort_unstable();
    assert_eq!(positions, (before..before + 80).collect::<Vec<_>>());
}

#[test]
fn async_submitters_are_answered_too() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).build().unwrap();
    let app = open(Arc::new(MemoryStore::new()));
    let all = statements();
    let receipts = runtime.block_on(async {
        let mut receipts = Vec::new();
        for statement in &all {
            receipts.push(app.submit(statement.clone()).await.unwrap());
        }
        assert_eq!(app.submit(all[4].clone()).await.unwrap(), receipts[4]);
        receipts
    });
    receipts.iter().for_each(|receipt| check_receipt(&app, receipt));
}

#[test]
fn a_log_whose_key_nobody_holds_is_not_opened() {
    let other = LogKey::new(ORIGIN, &[9; 32]).unwrap();
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let app = App::open(store.clone(), vec![other.clone()], clock(), &mut |_| {}).unwrap();
    assert!(matches!(refused(app.submit_blocking(&statements()[0])), SubmitError::LogKey { .. }));
    drop(app);
    load(&open(store.clone()));
    let refused = App::open(store, vec![other], clock(), &mut |_| {}).map(|_| ()).unwrap_err();
    assert!(matches!(refused, OpenError::LogKey { .. }));
}

#[test]
fn a_log_is_opened_by_its_registrar_and_by_nobody_else() {
    let app = open(Arc::new(MemoryStore::new()));
    let (registrar, stranger) = (Author::new(REGISTRAR), Author::new("did:web:stranger.example"));
    // The stranger names the registrar, and a key of its own.
    let act = statement::act::RegistryOpened { keys: vec![stranger.key().public()], ..testkit::genesis() };
    let error = refused(app.submit_blocking(&signed(&stranger, "genesis", act)));
    assert!(matches!(error, SubmitError::Admit(AdmitError::NotEntitled { .. })), "{error:?}");
    assert!(app.submit_blocking(&signed(&registrar, "genesis", testkit::genesis())).is_ok());
    let second = refused(app.submit_blocking(&signed(&registrar, "genesis-2", testkit::genesis())));
    assert!(matches!(second, SubmitError::Admit(AdmitError::AlreadyOpen)));
}

#[test]
fn while_a_log_changes_its_key_old_and_new_sign() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let new = LogKey::new(ORIGIN, &[7; 32]).unwrap();
    let app = App::open(store.clone(), vec![new.clone(), log_key()], clock(), &mut |_| {}).unwrap();
    load(&app);
    assert_eq!(Note::parse(app.checkpoint().unwrap().as_bytes()).unwrap().signatures().len(), 1);
    let added = LogKeyAdded { log_key: new.verifier().to_string() };
    let receipt = app.submit_blocking(&signed(&Author::new(REGISTRAR), "log-key", added)).unwrap();
    let note = Note::parse(receipt.checkpoint.as_bytes()).unwrap();
    let keys: Vec<VerifierKey> = vec![log_key().verifier().clone(), new.verifier().clone()];
    assert_eq!(note.verify(&keys).unwrap().len(), 2);
    drop(app);
    assert!(App::open(store, vec![new], clock(), &mut |_| {}).is_ok());
}

#[test]
fn what_would_happen_is_told_before_signing() {
    let app = open(Arc::new(MemoryStore::new()));
    load(&app);
    let body = Author::new(BODY);
    assert_eq!(app.check(&body.statement("issue-2", issue(3, 1))).verdict, Ok(()));
    let gap = app.check(&body.statement("issue-2", issue(9, 1)));
    assert!(matches!(gap.verdict, Err(SubmitError::Admit(AdmitError::OutOfOrder { .. }))));
    assert!(matches!(
        app.check(&body.statement("issue-1", issue(3, 1))).verdict,
        Err(SubmitError::Conflict { .. })
    ));
    let entitled = app.check(&Author::new(the::<model::PartyId>(BODY).as_str()).statement("x", issue(3, 1)));
    assert!(!entitled.who_may_sign.is_empty());
    assert_eq!(app.state().size(), statements().len() as u64);
}

#[test]
fn starting_again_gives_the_same_registry() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    let app = open(store.clone());
    load(&app);
    let (registry, checkpoint) = (format!("{:?}", app.state().registry()), app.checkpoint());
    drop(app);
    let again = open(store);
    assert_eq!((format!("{:?}", again.state().registry()), again.checkpoint()), (registry, checkpoint));
}

#[test]
fn whoever_only_reads_takes_no_statements() {
    let store: Arc<dyn Store> = Arc::new(MemoryStore::new());
    load(&open(store.clone()));
    let reading = App::open_for_reading(store, clock(), &mut |_| {}).unwrap();
    assert!(!reading.takes_statements());
    assert_eq!(refused(reading.submit_blocking(&statements()[0])), SubmitError::ReadOnly);
}

/// A store that fails at the n-th operation of a kind in the given way, and at nothing else.
fn failing(kind: Operation, nth: usize, fault: Fault) -> Arc<MemoryStore> {
    let count = AtomicUsize::new(0);
    Arc::new(MemoryStore::with_faults(move |operation| {
        let strikes = operation == kind && count.fetch_add(1, Ordering::Relaxed) == nth;
        if strikes { fault } else { Fault::None }
    }))
}

/// Whatever fails: who has a receipt finds the statement in the log, who submits again gets an answer, and the log
/// verifies.
fn survives(store: &Arc<MemoryStore>) -> Vec<SubmitError> {
    let app = open(store.clone());
    let (mut given, mut errors) = (Vec::new(), Vec::new());
    for statement in statements() {
        loop {
            match app.submit_blocking(&statement) {
                Ok(receipt) => break given.push(receipt),
                Err(error) => errors.push(error),
            }
            assert!(errors.len() < 5, "{errors:?}");
        }
    }
    given.iter().for_each(|receipt| check_receipt(&app, receipt));
    assert_eq!(app.state().size(), statements().len() as u64);
    assert!(app.takes_statements());
    let scratch = MemoryStore::new();
    app::verify_log::verify_log(store.as_ref(), &scratch, &mut |_| {}).unwrap();
    drop(app);
    assert_eq!(open(store.clone()).state().size(), statements().len() as u64);
    errors
}

#[test]
fn a_write_that_fails_before_it_is_persisted_is_answered_and_leaves_nothing() {
    for nth in 0..statements().len() {
        let errors = survives(&failing(Operation::Append, nth, Fault::Before));
        assert!(matches!(errors.as_slice(), [SubmitError::Store(_)]), "{errors:?}");
    }
}

#[test]
fn a_write_that_fails_after_it_was_persisted_still_gets_its_receipt() {
    for nth in 0..statements().len() {
        assert_eq!(survives(&failing(Operation::Append, nth, Fault::After)), []);
    }
}

#[test]
fn a_checkpoint_that_cannot_be_kept_outside_is_not_published() {
    for fault in [Fault::Before, Fault::After] {
        for nth in 0..statements().len() {
            let errors = survives(&failing(Operation::SetAnchor, nth, fault));
            assert!(matches!(errors.as_slice(), [SubmitError::Uncertain(_)]), "{errors:?}");
        }
    }
}

#[test]
fn an_unknown_outcome_is_cleared_up_before_anything_else_is_written() {
    for persisted in [Fault::Before, Fault::After] {
        let (appends, reads) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let struck = AtomicUsize::new(0);
        let store = Arc::new(MemoryStore::with_faults(move |operation| match operation {
            Operation::Append if appends.fetch_add(1, Ordering::Relaxed) == 4 => {
                struck.store(1, Ordering::Relaxed);
                persisted
            }
            // The size cannot be read three times after the failed write.
            Operation::ReadFrontier if struck.load(Ordering::Relaxed) == 1 => {
                let again = reads.fetch_add(1, Ordering::Relaxed);
                if again < 3 { Fault::Before } else { Fault::None }
            }
            _ => Fault::None,
        }));
        let errors = survives(&store);
        assert!(
            matches!(
                errors.as_slice(),
                [SubmitError::Uncertain(_), SubmitError::Uncertain(_), SubmitError::Uncertain(_)]
            ),
            "{errors:?}"
        );
    }
}

/// Whatever fails while many submit: nobody has a receipt for what is not logged, and nothing is logged twice.
#[test]
fn submitters_at_the_same_time_survive_every_failure() {
    for seed in 0..16_usize {
        let (strikes, count) = (Arc::new(AtomicUsize::new(0)), AtomicUsize::new(seed));
        let striking = strikes.clone();
        let store = Arc::new(MemoryStore::with_faults(move |operation| {
            let faulty =
                matches!(operation, Operation::Append | Operation::SetAnchor | Operation::ReadFrontier);
            if !faulty || striking.load(Ordering::Relaxed) == 0 {
                return Fault::None;
            }
            // Some of the operations fail, others in every run; after a while none does any more.
            let drawn = count.fetch_add(1, Ordering::Relaxed).wrapping_mul(0x9e37_79b9) >> 7;
            match drawn % 6 {
                0 | 1 => {
                    let left = striking.load(Ordering::Relaxed);
                    striking.store(left.saturating_sub(1), Ordering::Relaxed);
                    if drawn % 6 == 0 { Fault::Before } else { Fault::After }
                }
                _ => Fault::None,
            }
        }));
        let app = open(store.clone());
        let before = load(&app).len() as u64;
        strikes.store(40, Ordering::Relaxed);
        let registrar = Author::new(REGISTRAR);
        let receipts: Mutex<Vec<(Vec<u8>, Receipt)>> = Mutex::default();
        std::thread::scope(|scope| {
            for thread in 0..8 {
                let (app, registrar, receipts) = (&app, &registrar, &receipts);
                scope.spawn(move || {
                    for i in 0..10 {
                        let party = testkit::body(&format!("did:web:p{thread}-{i}.test.example"), "FR");
                        let statement = signed(registrar, &format!("p-{thread}-{i}"), party);
                        let mut tries = (0..10_000).map(|_| app.submit_blocking(&statement));
                        let receipt = loop {
                            match tries.next().expect("it goes on after the last failure") {
                                Ok(receipt) => break receipt,
                                Err(SubmitError::Store(_) | SubmitError::Uncertain(_)) => {}
                                Err(other) => panic!("{other:?}"),
                            }
                        };
                        receipts.lock().unwrap().push((statement, receipt));
                    }
                });
            }
        });
        strikes.store(0, Ordering::Relaxed);
        let receipts = receipts.into_inner().unwrap();
        assert_eq!(app.state().size(), before + 80, "seed {seed}");
        for (statement, receipt) in &receipts {
            check_receipt(&app, receipt);
            assert_eq!(app.submit_blocking(statement).unwrap().position, receipt.position);
        }
        let mut positions: Vec<_> = receipts.iter().map(|(_, receipt)| receipt.position.0).collect();
        positions.sort_unstable();
        assert_eq!(positions, (before..before + 80).collect::<Vec<_>>());
        app::verify_log::verify_log(store.as_ref(), &MemoryStore::new(), &mut |_| {}).unwrap();
        drop(app);
        assert_eq!(open(store.clone()).state().size(), before + 80);
    }
}

#[test]
fn a_store_that_was_put_back_is_noticed() {
    let store = Arc::new(MemoryStore::new());
    let app = open(store.clone());
    load(&app);
    drop(app);
    // The same first entries, but fewer, beside the later checkpoint.
    let older = Arc::new(MemoryStore::new());
    let app = open(older.clone());
    app.submit_many(&statements()[..5]);
    drop(app);
    older.set_anchor(&store.anchor().unwrap().unwrap()).unwrap();
    let refused = App::open(older.clone(), vec![log_key()], clock(), &mut |_| {}).map(|_| ()).unwrap_err();
    assert!(matches!(refused, OpenError::Older { size: 5, .. }), "{refused:?}");
    assert_eq!(older.entries(0, 100, Which::All).unwrap().len(), 5);
}
