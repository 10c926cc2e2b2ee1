//! Whom one trusts: keys of a log and how many of which witnesses must have cosigned (C2SP tlog-policy).
//!
//! ```text
//! log <verifier key> [address]
//! witness <name> <verifier key> [address]
//! group <name> <k, any or all> <member> ...
//! quorum <name or none>
//! ```
//! A log that changes its key has a line for each of its keys.
//!
//! Keys of kinds that are not known here, such as ML-DSA-44, are passed over: of such a log key nothing verifies, and such
//! a witness never cosigned. What the others signed counts as ever, so that a policy may name new keys before everybody
//! can check them; a quorum that cannot do without is not reached. Its cosignatures are carried along ([`Policy::carries`]).

use std::collections::BTreeMap;
use std::str::FromStr;

use thiserror::Error;

use crate::checkpoint::{VerifiedCheckpoint, VerifyCheckpointError};
use crate::key::{KeyError, SignatureKind, VerifierKey, name_and_id};
use crate::note::{Note, NoteError, NoteSignature};

/// Longest policy, in bytes: a few hundred witnesses.
pub const POLICY_BYTES_MAX: usize = 256 * 1024;
/// Groups may have groups as members; no deeper than this.
const DEPTH_MAX: usize = 16;

/// Keys of one log, witnesses, and the quorum of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    origin: String,
    log_keys: Vec<VerifierKey>,
    witnesses: Vec<Witness>,
    /// Witnesses whose keys are of a kind that is not known here.
    unknown: Vec<UnknownWitness>,
    groups: BTreeMap<String, Group>,
    quorum: Option<String>,
}

/// A witness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Witness {
    /// Its name in the policy.
    pub name: String,
    /// The key with which it cosigns.
    pub key: VerifierKey,
    /// Where checkpoints are sent for cosigning.
    pub url: Option<String>,
}

/// A witness whose key is of a kind that is not known here: its cosignatures are carried along for those who know the
/// kind, and never counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWitness {
    /// Its name in the policy.
    pub name: String,
    /// The name under which it signs.
    pub key_name: String,
    /// The short identifier of its key, as the policy states it: it cannot be computed here.
    pub key_id: [u8; 4],
    /// Where checkpoints are sent for cosigning.
    pub url: Option<String>,
}

/// Some of a number of members.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Group {
    at_least: usize,
    members: Vec<String>,
}

/// Why a text is not a policy.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PolicyError {
    /// Longer than [`POLICY_BYTES_MAX`].
    #[error("the policy has {got} bytes; the limit is {POLICY_BYTES_MAX}")]
    TooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// A line is none of the four kinds.
    #[error("line {line} of the policy is not `log`, `witness`, `group` or `quorum` with their words")]
    Line {
        /// Number of the line, from 1.
        line: usize,
    },
    /// A key is malformed.
    #[error("line {line} of the policy: {error}")]
    Key {
        /// Number of the line, from 1.
        line: usize,
        /// What is wrong with the key.
        error: KeyError,
    },
    /// A key is of the wrong kind for its line.
    #[error(
        "line {line} of the policy: a log signs with Ed25519 (0x01), a witness with an Ed25519 cosignature (0x04)"
    )]
    Kind {
        /// Number of the line, from 1.
        line: usize,
    },
    /// A name is used before its line, or twice.
    #[error("line {line} of the policy: `{name}` is named twice, or before the line that defines it")]
    Name {
        /// Number of the line, from 1.
        line: usize,
        /// The name.
        name: String,
    },
    /// A number that no group of this size can reach.
    #[error(
        "line {line} of the policy: a group asks for `any`, `all` or a number from 1 to that of its members"
    )]
    Threshold {
        /// Number of the line, from 1.
        line: usize,
    },
    /// There is no log, or there are several.
    #[error("the policy names keys of one log: give at least one `log` line, all with the same name")]
    Log,
    /// There is not exactly one quorum.
    #[error("the policy has one line `quorum NAME` or `quorum none`")]
    Quorum,
}

/// Why a checkpoint does not satisfy a policy.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PolicyFailure {
    /// The log did not sign it.
    #[error(transparent)]
    Checkpoint(#[from] VerifyCheckpointError),
    /// A cosignature is false.
    #[error(transparent)]
    Cosignature(#[from] NoteError),
    /// Too few witnesses cosigned.
    #[error("the cosignatures of {found:?} do not make the quorum of the policy")]
    Quorum {
        /// Witnesses that cosigned.
        found: Vec<String>,
    },
}

impl Policy {
    /// A policy without witnesses.
    ///
    /// # Errors
    /// When there is no key, or keys of several logs.
    pub fn of_log(log_keys: Vec<VerifierKey>) -> Result<Self, PolicyError> {
        let origin = log_keys.first().ok_or(PolicyError::Log)?.name().to_owned();
        if log_keys.iter().any(|key| key.name() != origin || key.kind() != SignatureKind::Ed25519) {
            return Err(PolicyError::Log);
        }
        let (witnesses, unknown, groups) = (Vec::new(), Vec::new(), BTreeMap::new());
        Ok(Self { origin, log_keys, witnesses, unknown, groups, quorum: None })
    }

    /// The name of the log.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Its keys.
    #[must_use]
    pub fn log_keys(&self) -> &[VerifierKey] {
        &self.log_keys
    }

    /// The witnesses whose cosignatures can be checked, also those that the quorum does not need.
    #[must_use]
    pub fn witnesses(&self) -> &[Witness] {
        &self.witnesses
    }

    /// The witnesses whose cosignatures cannot be checked here.
    #[must_use]
    pub fn unknown_witnesses(&self) -> &[UnknownWitness] {
        &self.unknown
    }

    /// Whether a signature is said to be of a witness whose key is of a kind that is not known here.
    #[must_use]
    pub fn carries(&self, signature: &NoteSignature) -> bool {
        let is_its = |witness: &UnknownWitness| {
            witness.key_name == signature.name() && witness.key_id == signature.key_id()
        };
        self.unknown.iter().any(is_its)
    }

    /// Checks that a note is a checkpoint of the log that the quorum of witnesses cosigned.
    ///
    /// # Errors
    /// When the log did not sign it, or too few witnesses did.
    pub fn verify(&self, note: &[u8]) -> Result<VerifiedCheckpoint, PolicyFailure> {
        let verified = VerifiedCheckpoint::verify(note, &self.origin, &self.log_keys)?;
        self.check(&verified)?;
        Ok(verified)
    }

    /// Checks that a quorum of witnesses cosigned.
    ///
    /// # Errors
    /// When too few did, or a cosignature is false.
    pub fn check(&self, checkpoint: &VerifiedCheckpoint) -> Result<(), PolicyFailure> {
        let Some(quorum) = &self.quorum else { return Ok(()) };
        let found = self.cosigned(checkpoint.note())?;
        if self.is_satisfied(quorum, &found, 0) { Ok(()) } else { Err(PolicyFailure::Quorum { found }) }
    }

    /// Names of the witnesses that cosigned a note.
    ///
    /// # Errors
    /// When a cosignature in the name of one is false.
    pub fn cosigned(&self, note: &Note) -> Result<Vec<String>, NoteError> {
        let keys: Vec<VerifierKey> = self.witnesses.iter().map(|witness| witness.key.clone()).collect();
        let verified = match note.verify(&keys) {
            Err(NoteError::NoKnownSignature) => Vec::new(),
            other => other?,
        };
        let signed = |witness: &&Witness| verified.iter().any(|signature| *signature.key == witness.key);
        Ok(self.witnesses.iter().filter(signed).map(|witness| witness.name.clone()).collect())
    }

    fn is_satisfied(&self, name: &str, found: &[String], depth: usize) -> bool {
        match self.groups.get(name) {
            _ if depth > DEPTH_MAX => false,
            Some(group) => {
                let satisfied =
                    group.members.iter().filter(|member| self.is_satisfied(member, found, depth + 1));
                satisfied.count() >= group.at_least
            }
            None => found.iter().any(|witness| witness == name),
        }
    }

    fn knows(&self, name: &str) -> bool {
        self.groups.contains_key(name)
            || self.witnesses.iter().any(|witness| witness.name == name)
            || self.unknown.iter().any(|witness| witness.name == name)
    }

    fn take(&mut self, line: usize, words: &[&str]) -> Result<(), PolicyError> {
        match words {
            ["log", key] | ["log", key, _] => {
                self.log_keys.extend(key_of(line, key, SignatureKind::Ed25519)?);
                Ok(())
            }
            ["witness", name, key] => self.witness(line, name, key, None),
            ["witness", name, key, url] => self.witness(line, name, key, Some((*url).to_owned())),
            ["group", name, threshold, members @ ..] if !members.is_empty() => {
                self.group(line, name, threshold, members)
            }
            _ => Err(PolicyError::Line { line }),
        }
    }

    fn witness(
        &mut self,
        line: usize,
        name: &str,
        key: &str,
        url: Option<String>,
    ) -> Result<(), PolicyError> {
        let known = key_of(line, key, SignatureKind::Ed25519Cosignature)?;
        // The same key under two names would count twice.
        let is_same = |key: &VerifierKey| self.witnesses.iter().any(|other| other.key.key() == key.key());
        if known.as_ref().is_some_and(is_same) || name == "none" || self.knows(name) {
            return Err(PolicyError::Name { line, name: name.to_owned() });
        }
        let name = name.to_owned();
        match known {
            Some(key) => self.witnesses.push(Witness { name, key, url }),
            None => {
                let (key_name, key_id) =
                    name_and_id(key).map_err(|error| PolicyError::Key { line, error })?;
                self.unknown.push(UnknownWitness { name, key_name, key_id, url });
            }
        }
        Ok(())
    }

    fn group(
        &mut self,
        line: usize,
        name: &str,
        threshold: &str,
        members: &[&str],
    ) -> Result<(), PolicyError> {
        let unknown = members.iter().find(|member| !self.knows(member));
        let mut distinct = members.to_vec();
        distinct.sort_unstable();
        let twice = distinct.windows(2).find(|pair| pair[0] == pair[1]).map(|pair| &pair[0]);
        if let Some(wrong) = unknown.or(twice) {
            return Err(PolicyError::Name { line, name: (*wrong).to_owned() });
        }
        if name == "none" || self.knows(name) {
            return Err(PolicyError::Name { line, name: name.to_owned() });
        }
        let at_least = match threshold {
            "any" => 1,
            "all" => members.len(),
            number => number.parse().map_err(|_| PolicyError::Threshold { line })?,
        };
        if !(1..=members.len()).contains(&at_least) {
            return Err(PolicyError::Threshold { line });
        }
        let members = members.iter().map(|member| (*member).to_owned()).collect();
        self.groups.insert(name.to_owned(), Group { at_least, members });
        Ok(())
    }
}

impl FromStr for Policy {
    type Err = PolicyError;

    fn from_str(text: &str) -> Result<Self, PolicyError> {
        if text.len() > POLICY_BYTES_MAX {
            return Err(PolicyError::TooLong { got: text.len() });
        }
        let mut policy = Self {
            origin: String::new(),
            log_keys: Vec::new(),
            witnesses: Vec::new(),
            unknown: Vec::new(),
            groups: BTreeMap::new(),
            quorum: None,
        };
        let mut quorum = None;
        for (line, text) in (1..).zip(text.lines()) {
            let words: Vec<&str> = text.split('#').next().unwrap_or_default().split_whitespace().collect();
            match words.as_slice() {
                [] => {}
                ["quorum", name] if quorum.is_none() => {
                    if *name != "none" && !policy.knows(name) {
                        return Err(PolicyError::Name { line, name: (*name).to_owned() });
                    }
                    quorum = Some((*name).to_owned());
                }
                ["quorum", ..] => return Err(PolicyError::Quorum),
                words => policy.take(line, words)?,
            }
        }
        let quorum = quorum.ok_or(PolicyError::Quorum)?;
        let of_log = Self::of_log(std::mem::take(&mut policy.log_keys))?;
        let quorum = Some(quorum).filter(|name| name != "none");
        let Self { witnesses, unknown, groups, .. } = policy;
        Ok(Self { quorum, witnesses, unknown, groups, ..of_log })
    }
}

/// The key of a line; `None` when it is of a kind that is not known here.
fn key_of(line: usize, text: &str, kind: SignatureKind) -> Result<Option<VerifierKey>, PolicyError> {
    match text.parse::<VerifierKey>() {
        Ok(key) if key.kind() == kind => Ok(Some(key)),
        Ok(_) => Err(PolicyError::Kind { line }),
        Err(KeyError::UnknownKind(_)) => Ok(None),
        Err(error) => Err(PolicyError::Key { line, error }),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::{Checkpoint, MemoryTree};

    fn secret(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn key(name: &str, kind: SignatureKind, seed: u8) -> VerifierKey {
        VerifierKey::new(name, kind, secret(seed).verifying_key()).unwrap()
    }

    fn policy(quorum: &str) -> Result<Policy, PolicyError> {
        let log = key("log.example", SignatureKind::Ed25519, 1);
        let witness = |name: &str, seed| {
            format!("witness {name} {}\n", key(name, SignatureKind::Ed25519Cosignature, seed))
        };
        let witnesses = [witness("a.example", 2), witness("b.example", 3), witness("c.example", 4)].concat();
        format!("# whom we trust\nlog {log} https://log.example\n\n{witnesses}{quorum}").parse()
    }

    fn note(witnesses: &[(&str, u8)]) -> String {
        let tree = MemoryTree::new();
        let mut note = Checkpoint::new("log.example", 0, tree.root()).unwrap().sign(&secret(1)).unwrap();
        for (name, seed) in witnesses {
            note.cosign(name, &secret(*seed), 1_700_000_000).unwrap();
        }
        note.to_string()
    }

    #[test]
    fn two_of_three_are_two_of_three() {
        let policy = policy("group states 2 a.example b.example c.example\nquorum states\n").unwrap();
        let satisfied = |witnesses: &[(&str, u8)]| policy.verify(note(witnesses).as_bytes()).is_ok();
        assert!(!satisfied(&[]));
        assert!(!satisfied(&[("a.example", 2)]));
        assert!(satisfied(&[("a.example", 2), ("c.example", 4)]));
        // Two cosignatures of one witness are one witness; an unknown one is none.
        assert!(!satisfied(&[("a.example", 2), ("a.example", 2), ("d.example", 5)]));
        // Another key under a known name has another id: an unknown signature.
        assert!(!satisfied(&[("a.example", 2), ("b.example", 9)]));
    }

    #[test]
    fn groups_nest() {
        let text = "group eu any a.example b.example\ngroup both all eu c.example\nquorum both\n";
        let policy = policy(text).unwrap();
        assert!(policy.verify(note(&[("b.example", 3), ("c.example", 4)]).as_bytes()).is_ok());
        assert!(policy.verify(note(&[("a.example", 2), ("b.example", 3)]).as_bytes()).is_err());
    }

    #[test]
    fn no_quorum_needs_no_witness_and_another_log_none_at_all() {
        let policy = policy("quorum none\n").unwrap();
        assert!(policy.verify(note(&[]).as_bytes()).is_ok());
        let other = Policy::of_log(vec![key("other.example", SignatureKind::Ed25519, 1)]).unwrap();
        assert!(other.verify(note(&[]).as_bytes()).is_err());
    }

    /// A key of a kind that is not known here: ML-DSA-44 has 1,312 bytes.
    fn of_another_kind(name: &str) -> String {
        use base64::Engine as _;
        let bytes = [&[6_u8][..], &[9; 1_312]].concat();
        format!("{name}+0a0b0c0d+{}", base64::engine::general_purpose::STANDARD.encode(bytes))
    }

    #[test]
    fn a_witness_with_a_key_of_another_kind_never_cosigned_and_hides_nobody() {
        let witness = format!("witness new.example {}\n", of_another_kind("new.example"));
        let group = |threshold: &str| {
            policy(&format!("{witness}group g {threshold} a.example b.example new.example\nquorum g\n"))
                .unwrap()
        };
        let cosigned = note(&[("a.example", 2), ("b.example", 3)]);
        // Its own signature, 2,420 bytes and a time, is there too.
        let bytes = [&[0x0a, 0x0b, 0x0c, 0x0d][..], &[7; 2_428]].concat();
        use base64::Engine as _;
        let line = base64::engine::general_purpose::STANDARD.encode(bytes);
        let cosigned = format!("{cosigned}— new.example {line}\n");
        assert!(group("2").verify(cosigned.as_bytes()).is_ok());
        assert!(
            matches!(group("all").verify(cosigned.as_bytes()), Err(PolicyFailure::Quorum { found }) if found.len() == 2)
        );
        assert_eq!(group("2").witnesses().len(), 3);
        let of_two = group("2");
        let unknown = &of_two.unknown_witnesses()[0];
        assert_eq!((unknown.key_name.as_str(), unknown.key_id), ("new.example", [0x0a, 0x0b, 0x0c, 0x0d]));
        let twice = format!("{witness}{witness}quorum none\n");
        assert!(matches!(policy(&twice), Err(PolicyError::Name { .. })));
    }

    #[test]
    fn a_log_key_of_another_kind_is_passed_over_beside_one_that_is_known() {
        let log = format!("log {}\n", of_another_kind("log.example"));
        assert!(policy(&format!("{log}quorum none\n")).unwrap().verify(note(&[]).as_bytes()).is_ok());
        assert_eq!(format!("{log}quorum none\n").parse::<Policy>(), Err(PolicyError::Log));
    }

    #[test]
    fn what_is_no_policy_is_refused_with_its_line() {
        assert_eq!(policy(""), Err(PolicyError::Quorum));
        assert_eq!(policy("quorum nobody\n"), Err(PolicyError::Name { line: 7, name: "nobody".to_owned() }));
        assert_eq!(policy("group g 4 a.example\nquorum g\n"), Err(PolicyError::Threshold { line: 7 }));
        assert_eq!(
            policy("group g 2 a.example a.example\nquorum g\n"),
            Err(PolicyError::Name { line: 7, name: "a.example".to_owned() })
        );
        assert_eq!(policy("trust everybody\nquorum none\n"), Err(PolicyError::Line { line: 7 }));
        assert_eq!("quorum none\n".parse::<Policy>(), Err(PolicyError::Log));
    }
}
