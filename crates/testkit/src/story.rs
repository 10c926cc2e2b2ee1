//! Histories in plain words: one sentence a line becomes one act; `Ask:` asks, `Refused:` expects that an act is not
//! admitted. What no sentence says is given as JSON: whole (`Act: {…}`), or added to a sentence (`… with {…}`).
//!
//! A sentence is reported by the recorder; `Signed by PARTY:` before it makes the party sign itself. A period "until D"
//! includes D. A short name of a party, `lab`, stands for `did:web:lab.test.example`.

mod answer;
mod pattern;
mod question;
mod sentences;

use std::collections::BTreeMap;

use model::{LogIndex, MandateScope, PartyId, PartyKind};
use serde_json::{Map, Value, json};
use statement::{Act, Entitled, Joint, Payload, Reported, Subject, who_may_sign};

use crate::world::{group, mandate, membership, party};
use crate::{Author, World, the};
use pattern::{Captures, Pattern};
use sentences::{SENTENCES, Sentence};

pub use answer::answer;
pub use pattern::party_id;

/// What a line came to.
pub enum Told {
    /// Something was stated.
    Stated(LogIndex),
    /// Something was refused, as the line expected: the reason.
    Refused(String),
    /// A question, with the answer that the history expects (`… -> recognised`).
    Question(Box<decision::Question>, Option<String>),
    /// Nothing: an empty line, a comment, a mark.
    Nothing,
}

/// A world to which a history is told, line by line.
pub struct Story {
    /// The world.
    pub world: World,
    marks: BTreeMap<String, LogIndex>,
    last_question: Option<decision::Question>,
    patterns: Vec<(Pattern, &'static Sentence)>,
}

impl Default for Story {
    fn default() -> Self {
        Self::new()
    }
}

impl Story {
    /// A story in an empty world.
    pub fn new() -> Self {
        let patterns = SENTENCES.iter().map(|sentence| (Pattern::read(sentence.pattern), sentence)).collect();
        Self { world: World::new(), marks: BTreeMap::new(), last_question: None, patterns }
    }

    /// Tells lines that must all be stated, in code.
    ///
    /// # Panics
    /// When a line is not understood or not admitted.
    pub fn tell_all(&mut self, lines: &str) {
        for line in lines.lines() {
            self.tell(line).unwrap_or_else(|error| panic!("`{line}`: {error}"));
        }
    }

    /// Tells one line.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn tell(&mut self, line: &str) -> Result<Told, String> {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            return Ok(Told::Nothing);
        }
        if let Some(rest) = line.strip_prefix("Refused: ") {
            return match self.state(rest) {
                Ok(at) => Err(format!("it was admitted at {at}, although it should have been refused")),
                Err(reason) => Ok(Told::Refused(reason)),
            };
        }
        if let Some(name) = line.strip_prefix("Mark ") {
            self.marks.insert(name.trim_end_matches('.').into(), self.world.last());
            return Ok(Told::Nothing);
        }
        if line.starts_with("Ask") {
            let (text, expected) = match line.split_once(" -> ") {
                Some((text, expected)) => (text, Some(expected.trim_end_matches('.').to_owned())),
                None => (line, None),
            };
            let question = question::read(text, self.last_question.as_ref(), &self.marks)?;
            self.last_question = Some(question.clone());
            return Ok(Told::Question(Box::new(question), expected));
        }
        if let Some(result) = self.registers(line) {
            return result.map(|()| Told::Stated(self.world.last()));
        }
        self.state(line).map(Told::Stated)
    }

    /// States a sentence or an act in JSON.
    fn state(&mut self, line: &str) -> Result<LogIndex, String> {
        let (signer, line) = match line.strip_prefix("Signed by ").and_then(|rest| rest.split_once(": ")) {
            Some((signer, rest)) => (Some(Author::new(&self.signer(signer))), rest),
            None => (None, line),
        };
        let act = match line.strip_prefix("Act: ") {
            Some(text) => self.act(text)?,
            None => self.sentence(line)?,
        };
        let reports = signer.is_none();
        let author = signer.unwrap_or_else(|| self.world.recorder.clone());
        let payload = json!({ "id": self.world.next_id(), "signer": author.party().as_str(), "act": act });
        let mut payload = Payload::from_value(payload).map_err(|error| error.to_string())?;
        payload.reported = reports.then(|| self.reported(&payload.act));
        self.world.submit_as(&author, &payload).map_err(|error| error.to_string())
    }

    /// An act in JSON, in which `digest of MARK` stands for the digest of the statement before a mark, and
    /// `position of MARK` for its position.
    fn act(&self, text: &str) -> Result<Value, String> {
        let mut text = text.to_owned();
        for (mark, at) in &self.marks {
            let statement = usize::try_from(at.0).ok().and_then(|at| self.world.statements.get(at));
            let digest = statement.map(|statement| hex::encode(statement.digest())).unwrap_or_default();
            text = text.replace(&format!("digest of {mark}"), &digest);
            text = text.replace(&format!("\"position of {mark}\""), &at.to_string());
        }
        serde_json::from_str(&text).map_err(|error| error.to_string())
    }

    /// Whose act it is that the recorder reports: the first of those who may sign it themselves.
    fn reported(&self, act: &Act) -> Reported {
        let registry = self.world.registry();
        let country_of = |party: &PartyId| registry.party(party).map(|record| record.registered.country);
        let agreement_of = |joint: &Joint| match joint {
            Joint::Agreement(id) => registry.agreement(id),
            Joint::Annex(id) => registry.agreement(&registry.annex(id)?.concluded.agreement),
            Joint::Statement(_) => None,
        };
        let subject = |entitled: &Entitled| match entitled {
            Entitled::MandateForCountryOfParty { party, .. } => country_of(party).map(Subject::Jurisdiction),
            Entitled::MandateForOwnerOfRegulation { regulation, .. } => {
                registry.regulation(regulation).map(|found| Subject::Jurisdiction(found.adopted.country))
            }
            Entitled::MandateForAnyPartyOf { joint, .. } => {
                agreement_of(joint)?.concluded.parties.first().copied().map(Subject::Jurisdiction)
            }
            named => named.subject(),
        };
        let whose = who_may_sign(act).iter().find_map(subject);
        Reported {
            on_behalf_of: whose.unwrap_or_else(|| Subject::Party(self.world.registrar.party())),
            source: "history".into(),
            certainty: model::Certainty::Demonstration,
        }
    }

    /// `the registrar`, `the authority of CH` or a party.
    fn signer(&self, name: &str) -> String {
        match (name, name.strip_prefix("the authority of ")) {
            ("the registrar", _) => self.world.registrar.party().to_string(),
            (_, Some(country)) => World::authority(country).party().to_string(),
            _ => party_id(name),
        }
    }

    fn sentence(&self, line: &str) -> Result<Value, String> {
        let (text, more) = match line.split_once(" with {") {
            Some((text, more)) => (text, Some(format!("{{{}", more.trim_end_matches('.')))),
            None => (line, None),
        };
        let words: Vec<String> = text
            .trim_end_matches('.')
            .split_whitespace()
            .map(|word| word.trim_end_matches(';').into())
            .collect();
        let found = self.patterns.iter().find_map(|(pattern, s)| Some((pattern.fits(&words)?, *s)));
        let (mut captures, sentence) = found.ok_or("no sentence of this form is known")?;
        self.complete(&mut captures);
        let template: Value = serde_json::from_str(sentence.act).map_err(|error| error.to_string())?;
        let mut act = fill(&template, &captures).unwrap_or_default();
        if let Some(more) = more {
            let more = serde_json::from_str(&more).map_err(|error| error.to_string())?;
            merge(inner(&mut act), more);
        }
        Ok(act)
    }

    /// What a certificate needs and its sentence need not say: status index, procedure, holder, product.
    fn complete(&self, captures: &mut Captures) {
        if captures.contains_key("products") && captures.contains_key("number") {
            captures.insert("product".into(), products(captures));
        }
        if !captures.contains_key("kind") || !captures.contains_key("number") {
            return;
        }
        let procedure = match captures["kind"].as_str() {
            Some("declaration") => "declaration",
            Some("test_report") => "testing",
            Some("inspection_report") => "inspection",
            Some("type_approval") => "type_approval",
            _ => "certification",
        };
        captures.entry("procedure").or_insert_with(|| json!(procedure));
        captures.entry("holder").or_insert_with(|| json!(party_id("holder")));
        let issuer = captures.get("issuer").and_then(Value::as_str).and_then(|issuer| issuer.parse().ok());
        let index = issuer.map(|issuer| self.world.certificates().next_index(&issuer));
        captures.insert("index".into(), json!(index));
    }

    /// Sentences by which the registrar registers; `None` if the line is none of them.
    fn registers(&mut self, line: &str) -> Option<Result<(), String>> {
        let words: Vec<&str> =
            line.split_whitespace().map(|word| word.trim_end_matches([',', '.', ';'])).collect();
        match words.as_slice() {
            ["Country" | "Countries", codes @ ..] => {
                for code in codes {
                    let first = self.world.registry().countries().next().is_none();
                    self.world.add_country(code);
                    if first {
                        self.world.register("holder", party(&party_id("holder"), PartyKind::Supplier, code));
                    }
                }
            }
            [kind @ ("Group" | "Organisation"), code, "with", "members", members @ .., "since", day] => {
                let legislates = *kind == "Group";
                let registered = statement::act::GroupRegistered { legislates, ..group(code) };
                self.world.register(&format!("group-{code}"), registered);
                self.world.register(&format!("members-{code}"), membership(code, members, day));
            }
            ["Authority", id, "speaks", "for", code, "to", scopes @ .., "from", day] => {
                self.authority(id, code, scopes, day);
            }
            [
                kind @ ("Body" | "Accreditor" | "Supplier" | "Standardizer" | "Depositary" | "Holder"),
                id,
                "of",
                code,
            ] => {
                let id = party_id(id);
                self.world.register(&format!("party-{id}"), party(&id, party_kind(kind), code));
            }
            _ => return None,
        }
        Some(Ok(()))
    }

    fn authority(&mut self, id: &str, code: &str, scopes: &[&str], day: &str) {
        let id = party_id(id);
        self.world.register(&format!("party-{id}"), party(&id, PartyKind::Authority, code));
        let known = |word: &&&str| MandateScope::ALL.iter().copied().find(|scope| scope.as_str() == **word);
        let scopes: Vec<MandateScope> = scopes.iter().filter_map(|word| known(&word)).collect();
        let given = statement::act::MandateGiven { from: the(day), ..mandate(&id, code, &scopes) };
        self.world.register(&format!("mandate-{id}"), given);
    }
}

fn party_kind(word: &str) -> PartyKind {
    match word {
        "Body" => PartyKind::ConformityAssessmentBody,
        "Accreditor" => PartyKind::AccreditationBody,
        "Standardizer" => PartyKind::StandardizingBody,
        "Depositary" => PartyKind::Depositary,
        "Holder" => PartyKind::RightHolder,
        _ => PartyKind::Supplier,
    }
}

/// One product for each commodity code, all with the same identifiers.
fn products(captures: &Captures) -> Value {
    let scope = &captures["products"];
    let product = |code: &Value| {
        let mut product = Map::from_iter([("hs".into(), code.clone())]);
        product.insert("hs_edition".into(), scope["hs_edition"].clone());
        for name in ["gtin", "model", "brand", "batch", "serial"] {
            product.extend(captures.get(name).map(|value| (name.into(), value.clone())));
        }
        Value::Object(product)
    };
    scope["hs"].as_array().into_iter().flatten().map(product).collect()
}

/// A template with its captures; `None` where nothing was captured.
fn fill(template: &Value, captures: &Captures) -> Option<Value> {
    match template {
        Value::String(text) => match text.strip_prefix('$') {
            Some(name) => captures.get(name).cloned(),
            None => Some(template.clone()),
        },
        Value::Array(items) => {
            let items: Vec<Value> = items.iter().filter_map(|item| fill(item, captures)).collect();
            // A direction of which nothing was said is no direction.
            let said = items.iter().all(|item| item.as_object().is_none_or(|fields| !fields.is_empty()));
            said.then_some(Value::Array(items))
        }
        Value::Object(fields) => {
            let filled =
                fields.iter().filter_map(|(name, value)| Some((name.clone(), fill(value, captures)?)));
            Some(Value::Object(filled.collect()))
        }
        other => Some(other.clone()),
    }
}

/// Where `with {…}` belongs: the one certificate or change of an act, else the act.
fn inner(act: &mut Value) -> &mut Value {
    let list = ["certificates", "changes"]
        .into_iter()
        .find(|list| act["type"] != json!("measure.taken") && act[*list].is_array());
    match list {
        Some(list) => &mut act[list][0],
        None => act,
    }
}

fn merge(into: &mut Value, more: Value) {
    match (into, more) {
        (Value::Object(fields), Value::Object(more)) => {
            for (name, value) in more {
                merge(fields.entry(name).or_insert(Value::Null), value);
            }
        }
        (into, more) => *into = more,
    }
}
