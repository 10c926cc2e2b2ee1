//! A registry full of common regulatory objectives, as signed statements: half of them made in procedures with drafts,
//! comments and agreements, all with adoptions, reports and recognised bodies.

use model::{MandateScope, PartyKind};
use serde_json::{Value, json};
use statement::Act;
use statement::act::MandateGiven;
use testkit::{Author, RECORDER, REGISTRAR, World, body, country, genesis, mandate, party};

const SECRETARIAT: &str = "did:web:secretariat.test.example";
/// Countries that agree on each objective.
const AGREE: usize = 20;
/// Of these, countries that adopt it.
const ADOPT: usize = 10;

/// How much of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Scale {
    pub(crate) objectives: usize,
    pub(crate) countries: usize,
    pub(crate) bodies: usize,
}

impl Scale {
    /// What the pages have to hold: 2,000 objectives, 200 countries, 10,000 bodies.
    pub(crate) fn whole() -> Self {
        Self { objectives: 2_000, countries: 200, bodies: 10_000 }
    }

    /// Shows that it runs.
    pub(crate) fn small() -> Self {
        Self { objectives: 60, countries: 30, bodies: 120 }
    }
}

/// Signs the statements one after the other.
pub(crate) struct Procedures {
    scale: Scale,
    registrar: Author,
    recorder: Author,
    secretariat: Author,
    authorities: Vec<Author>,
    codes: Vec<String>,
    signed: usize,
}

impl Procedures {
    pub(crate) fn new(scale: Scale) -> Self {
        let codes: Vec<_> = (0..scale.countries).map(code).collect();
        Self {
            scale,
            registrar: Author::new(REGISTRAR),
            recorder: Author::new(RECORDER),
            secretariat: Author::new(SECRETARIAT),
            authorities: codes.iter().map(|code| World::authority(code)).collect(),
            codes,
            signed: 0,
        }
    }

    /// Every statement, in the order in which a registry takes them.
    pub(crate) fn statements(&mut self) -> Vec<Vec<u8>> {
        let mut all = self.parties();
        for number in 0..self.scale.objectives {
            all.extend(if number % 2 == 0 { self.made(number) } else { self.in_short(number) });
            all.extend(self.applied(number));
        }
        all
    }

    /// One more act about an objective, as a busy day brings it.
    pub(crate) fn one_more(&mut self, number: usize, round: usize) -> Vec<u8> {
        let country = self.country(number, ADOPT + 1);
        let act = json!({
            "type": "objective.status-reported", "objective": id(number), "version": 1,
            "country": self.codes[country], "status": format!("before parliament, reading {round}"), "on": "2026-03-02",
        });
        self.by(country, act)
    }

    pub(crate) fn country_code(&self, place: usize) -> &str {
        &self.codes[place % self.codes.len()]
    }

    fn parties(&mut self) -> Vec<Vec<u8>> {
        let mut all = vec![self.registers(genesis())];
        for place in 0..self.codes.len() {
            let code = self.codes[place].clone();
            all.push(self.registers(country(&code, place)));
            all.push(self.registers(testkit::authority(&code)));
            let authority = self.authorities[place].party();
            let coordinates = mandate(authority.as_str(), &code, &[MandateScope::Coordinate]);
            all.push(self.registers(coordinates));
            let scopes = [MandateScope::Regulate, MandateScope::Agree, MandateScope::Designate];
            all.push(self.registers(mandate(authority.as_str(), &code, &scopes)));
        }
        let first = self.codes[0].clone();
        for (who, kind, scope) in [
            (RECORDER, PartyKind::Recorder, MandateScope::Record),
            (SECRETARIAT, PartyKind::Secretariat, MandateScope::Secretariat),
        ] {
            all.push(self.registers(party(who, kind, &first)));
            let general = MandateGiven { on_behalf_of: None, ..mandate(who, &first, &[scope]) };
            all.push(self.registers(general));
        }
        for number in 0..self.scale.bodies {
            let place = self.designator(number);
            let code = self.codes[place].clone();
            all.push(self.registers(body(&body_id(number), &code)));
        }
        all
    }

    /// A text that was made in a procedure.
    fn made(&mut self, number: usize) -> Vec<Vec<u8>> {
        let procedure = format!("PROC-{number}");
        let countries: Vec<_> = (0..3).map(|turn| self.codes[self.country(number, turn)].clone()).collect();
        let first = self.country(number, 0);
        let by = self.codes[first].clone();
        let call = json!({
            "type": "call.made", "procedure": procedure, "countries": countries, "title": title(number),
            "elements": elements(number, 1), "on": "2022-01-10",
        });
        let interest = json!({
            "type": "interest.stated", "procedure": procedure, "country": by, "title": title(number), "on": "2021-12-01",
        });
        let mut all = vec![self.by(first, interest), self.reports(&by, call)];
        all.push(self.by_secretariat(json!({
            "type": "call.transmitted", "procedure": procedure, "on": "2022-01-20",
        })));
        for turn in 3..AGREE {
            let place = self.country(number, turn);
            let answered = json!({
                "type": "call.answered", "procedure": procedure, "country": self.codes[place],
                "participates": "member", "on": "2022-03-01",
            });
            all.push(self.by(place, answered));
        }
        all.push(self.by(
            first,
            json!({
                "type": "task-force.formed", "procedure": procedure, "convenor": by, "on": "2022-05-02",
            }),
        ));
        for draft in 1..=2 {
            all.push(self.by(first, json!({
                "type": "draft.filed", "procedure": procedure, "draft": draft, "by": by, "title": title(number),
                "elements": elements(number, draft), "on": format!("2022-0{}-01", 5 + draft),
            })));
        }
        all.push(self.by(
            first,
            json!({
                "type": "comments.opened", "procedure": procedure, "draft": 2, "by": by,
                "from": "2022-07-02", "until": "2022-09-02",
            }),
        ));
        for turn in 0..AGREE {
            let place = self.country(number, turn);
            let agreed = json!({
                "type": "draft.agreed", "procedure": procedure, "draft": 2, "country": self.codes[place], "on": "2022-10-01",
            });
            all.push(self.by(place, agreed));
        }
        all.push(self.by(first, json!({
            "type": "objective.submitted", "procedure": procedure, "draft": 2, "by": by, "on": "2022-11-01",
        })));
        all.push(self.by_secretariat(json!({
            "type": "objective.established", "objective": id(number), "version": 1, "title": title(number),
            "procedure": procedure, "draft": 2, "on": "2022-11-01",
        })));
        all
    }

    /// A text that was stated in short.
    fn in_short(&mut self, number: usize) -> Vec<Vec<u8>> {
        let mut all = vec![self.by_secretariat(json!({
            "type": "objective.established", "objective": id(number), "version": 1, "title": title(number),
            "products": { "hs": [heading(number)], "hs_edition": 2007 }, "purposes": ["safety"],
            "requirements": "It does not harm.", "presumption": true, "compliance": ["declaration", "certification"],
            "on": "2022-11-01",
        }))];
        for turn in 0..AGREE {
            let place = self.country(number, turn);
            let agreed = json!({
                "type": "objective.agreed", "objective": id(number), "version": 1, "country": self.codes[place],
                "on": "2022-11-01",
            });
            all.push(self.by(place, agreed));
        }
        all
    }

    /// What countries do with it.
    fn applied(&mut self, number: usize) -> Vec<Vec<u8>> {
        let mut all = Vec::new();
        for turn in 0..ADOPT {
            let place = self.country(number, turn);
            let adopted = json!({
                "type": "objective.adopted", "objective": id(number), "version": 1, "country": self.codes[place],
                "adopted_on": "2023-05-01", "applies_from": "2023-09-01", "notified_on": "2023-06-01",
            });
            all.push(self.by(place, adopted));
        }
        let scale = self.scale;
        for body in (0..scale.bodies).filter(|body| body % scale.objectives == number) {
            let place = self.designator(body);
            let designated = json!({
                "type": "recognised-body.designated", "objective": id(number), "body": body_id(body),
                "country": self.codes[place], "competence": ["ISO/IEC 17065"], "from": "2023-01-01",
            });
            all.push(self.by(place, designated));
        }
        all
    }

    /// The country at a turn of an objective.
    fn country(&self, number: usize, turn: usize) -> usize {
        (number * 7 + turn) % self.codes.len()
    }

    /// Who designates a body: a country that agreed on its objective.
    fn designator(&self, body: usize) -> usize {
        self.country(body % self.scale.objectives, (body / self.scale.objectives) % AGREE)
    }

    fn registers(&mut self, act: impl Into<Act>) -> Vec<u8> {
        let id = self.next();
        self.registrar.sign(&self.registrar.statement(&id, act))
    }

    fn reports(&mut self, code: &str, act: Value) -> Vec<u8> {
        let id = self.next();
        self.recorder.sign(&self.recorder.report(&id, code, read(act)))
    }

    fn by(&mut self, place: usize, act: Value) -> Vec<u8> {
        let id = self.next();
        let author = &self.authorities[place];
        author.sign(&author.statement(&id, read(act)))
    }

    fn by_secretariat(&mut self, act: Value) -> Vec<u8> {
        let id = self.next();
        self.secretariat.sign(&self.secretariat.statement(&id, read(act)))
    }

    fn next(&mut self) -> String {
        self.signed += 1;
        format!("s-{}", self.signed)
    }
}

/// An act from its JSON form.
#[expect(clippy::panic, reason = "an act of this file that cannot be read is a fault of this file")]
fn read(act: Value) -> Act {
    serde_json::from_value(act).unwrap_or_else(|error| panic!("an act of the world: {error}"))
}

fn code(place: usize) -> String {
    let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    format!("{}{}", letter(place / 26), letter(place))
}

/// Registration number of an objective.
pub(crate) fn id(number: usize) -> String {
    format!("DEMO-CRO-{number}")
}

fn body_id(number: usize) -> String {
    format!("did:web:body-{number}.test.example")
}

fn heading(number: usize) -> String {
    format!("{:04}", 8401 + number % 90)
}

fn title(number: usize) -> Value {
    json!({ "en": format!("Machines of kind {number}"), "fr": format!("Machines du genre {number}") })
}

fn elements(number: usize, draft: usize) -> Value {
    json!({
        "scope": format!("Machines of kind {number}, as draft {draft} describes them."),
        "products": { "hs": [heading(number)], "hs_edition": 2007 },
        "purposes": ["safety"],
        "requirements": [
            { "number": "R1", "text": format!("No part is hotter than {} °C.", 60 - draft), "form": "performance", "hazard": "burns" },
            { "number": "R2", "text": "It does not move by itself.", "form": "performance", "hazard": "crushing" },
        ],
        "no_standards": "No international standard exists.",
        "procedures": [
            { "procedure": "declaration", "contents": "A file." }, { "procedure": "certification", "contents": "One of the type." },
        ],
        "choice": "The supplier chooses.", "stricter": "Where it moves among people.", "evidence": ["declaration", "certificate"],
        "bodies": "Bodies that a country that agreed designated.", "competence": ["ISO/IEC 17065"],
        "surveillance": "Each country surveys its market.",
        "protection": {
            "non_conforming": "May be withdrawn.", "non_conforming_declared": "Which, and which requirements.",
            "endangering": "May be restricted.", "endangering_declared": "That the clause is used, and why.",
        },
    })
}
