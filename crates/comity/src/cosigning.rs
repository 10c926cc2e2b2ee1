//! Has the checkpoints of a registry cosigned while it is served. It holds up nobody: receipts do not wait for it.

use std::collections::HashMap;
use std::time::Duration;

use app::App;
use client::{WitnessAnswer, WitnessClient};
use tlog::{Note, NoteSignature, Policy};
use tokio::task::JoinSet;

use crate::failure::Failure;

/// How often it is looked whether there is something new to cosign.
const EVERY: Duration = Duration::from_secs(1);
/// How long is waited after a round without a quorum.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often a witness is asked anew with the size that it named.
const ASKED_MAX: usize = 3;

/// Asks the witnesses of a policy.
pub struct Cosigning {
    app: App,
    policy: Policy,
    witnesses: Vec<Asked>,
}

/// A witness with the size that it is believed to have cosigned last.
#[derive(Clone)]
struct Asked {
    name: String,
    witness: WitnessClient,
    last: u64,
}

impl Cosigning {
    /// Asks those witnesses of a policy that have an address.
    pub fn new(app: App, policy: Policy) -> Result<Self, Failure> {
        let known = policy.witnesses().iter().map(|witness| (&witness.name, &witness.url));
        // What they sign cannot be checked here and is carried along.
        let unknown = policy.unknown_witnesses().iter().map(|witness| (&witness.name, &witness.url));
        let mut witnesses = Vec::new();
        for (name, url) in known.chain(unknown) {
            if let Some(url) = url {
                let client = WitnessClient::new(url).map_err(|error| Failure::of(&error))?;
                witnesses.push(Asked { name: name.clone(), witness: client, last: 0 });
            }
        }
        Ok(Self { app, policy, witnesses })
    }

    /// Goes on until it is dropped.
    pub async fn run(mut self) {
        let mut cosigned = self.app.cosigned().map_or(0, |cosigned| cosigned.size);
        loop {
            let state = self.app.state();
            let new = state.checkpoint().filter(|_| state.size() > cosigned);
            let wait = match new.and_then(|note| Note::parse(note.as_bytes()).ok()) {
                Some(note) if self.round(&note).await => {
                    cosigned = state.size();
                    EVERY
                }
                Some(_) => PATIENCE,
                None => EVERY,
            };
            tokio::time::sleep(wait).await;
        }
    }

    /// Asks all witnesses at once; whether a quorum cosigned.
    async fn round(&mut self, note: &Note) -> bool {
        let mut asking = JoinSet::new();
        for asked in &self.witnesses {
            asking.spawn(ask(self.app.clone(), asked.clone(), note.clone()));
        }
        let (mut cosignatures, mut last) = (Vec::new(), HashMap::new());
        while let Some(answered) = asking.join_next().await {
            let Ok((asked, signatures)) = answered else { continue };
            last.insert(asked.name, asked.last);
            cosignatures.extend(signatures);
        }
        for asked in &mut self.witnesses {
            asked.last = last.get(&asked.name).copied().unwrap_or(asked.last);
        }
        let (app, policy, note) = (self.app.clone(), self.policy.clone(), note.clone());
        let taken =
            tokio::task::spawn_blocking(move || app.take_cosignatures(&policy, &note, &cosignatures)).await;
        match taken {
            Ok(Ok(cosigned)) => {
                tracing::info!(size = cosigned.size, "a checkpoint was cosigned");
                true
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "a checkpoint is not cosigned yet");
                false
            }
            Err(_) => false,
        }
    }
}

/// Asks one witness, again if it names another size to go on from.
async fn ask(app: App, mut asked: Asked, note: Note) -> (Asked, Vec<NoteSignature>) {
    for _ in 0..ASKED_MAX {
        let (reader, of, old) = (app.clone(), note.clone(), asked.last);
        let request = tokio::task::spawn_blocking(move || reader.add_checkpoint(&of, old)).await;
        let Ok(Ok(Some(request))) = request else {
            tracing::error!(witness = asked.name, size = old, "a witness cosigned more than this log has");
            return (asked, Vec::new());
        };
        match asked.witness.add_checkpoint(&request).await {
            Ok(WitnessAnswer::Cosigned(signatures)) => {
                asked.last = size_of(&note);
                return (asked, signatures);
            }
            Ok(WitnessAnswer::LastCosigned(size)) => asked.last = size,
            Ok(WitnessAnswer::Refused { status, text }) => {
                tracing::warn!(witness = asked.name, status, text, "a witness does not cosign");
                return (asked, Vec::new());
            }
            Err(error) => {
                tracing::warn!(witness = asked.name, %error, "a witness does not answer");
                return (asked, Vec::new());
            }
        }
    }
    (asked, Vec::new())
}

/// The size in a checkpoint of our own.
fn size_of(note: &Note) -> u64 {
    tlog::Checkpoint::parse(note.text()).map_or(0, |checkpoint| checkpoint.size())
}
