//! What a party could do next, as the life of an objective goes on, and how each act begins.

use app::office::{Acting, Case, Role, guided};
use model::PartyId;
use statement::file::{Format, read};
use statement::{demonstration_key, sign};

use super::world::Desk;

const PROCEDURE: &str = "DEMO-VIEW";
const OBJECTIVE: &str = "DEMO-CRO-10";

/// Plays files of the demonstration, whose registrar is here the one of the tests.
fn play(desk: &Desk, files: &[&str]) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/objective-life");
    for file in files {
        let text = std::fs::read_to_string(format!("{folder}/{file}.toml")).unwrap();
        let text = text.replace("registrar.life.comity.example", "registrar.test.example");
        for draft in read(&text, Format::Toml, None).unwrap() {
            let key = demonstration_key(&draft.payload.signer);
            desk.app.submit_blocking(&sign(&draft.payload, &key)).unwrap();
        }
    }
}

fn party(name: &str) -> PartyId {
    format!("did:web:{name}.life.comity.example").parse().unwrap()
}

/// An officer of a party of the demonstration.
fn officer(desk: &Desk, number: u8, name: &str) -> Acting {
    let person = desk.officer(number, party(name).as_str(), &[Role::Drafter]);
    desk.acting(&person)
}

fn acts<'c>(cases: &'c [Case], id: &str) -> &'c [&'static str] {
    cases.iter().find(|case| case.id == id).map(|case| case.acts.as_slice()).unwrap_or_default()
}

/// The act that a text begins, as JSON.
fn begun(desk: &Desk, acting: &Acting, act: &str, of: &str) -> serde_json::Value {
    let text = desk.office.begin_from(acting, act, of).unwrap().unwrap();
    assert_eq!(guided::act_of(&text), Some(act), "{text}");
    serde_json::Value::Object(statement::file::toml_to_json(&text).unwrap())["act"].clone()
}

#[test]
fn each_party_is_offered_what_follows_from_how_a_procedure_stands() {
    let desk = Desk::new();
    play(&desk, &["00-parties", "10-call"]);
    let next = |acting: &Acting| desk.office.next(acting, Some(PROCEDURE), "en").unwrap();
    let (ke, br, za) = (
        officer(&desk, 1, "authority-ke"),
        officer(&desk, 2, "authority-br"),
        officer(&desk, 3, "authority-za"),
    );
    let secretariat = officer(&desk, 4, "secretariat");
    // Transmitted: who has not called is asked to respond, who called may convene.
    assert_eq!(acts(&next(&br), PROCEDURE), ["call.answered", "task-force.joined"]);
    assert_eq!(acts(&next(&ke), PROCEDURE), ["task-force.formed"]);
    assert_eq!(acts(&next(&secretariat), PROCEDURE), [""; 0]);
    let answer = begun(&desk, &br, "call.answered", PROCEDURE);
    assert_eq!((answer["procedure"].as_str(), answer["country"].as_str()), (Some(PROCEDURE), Some("BR")));
    // The first draft begins with the text of the call.
    play(&desk, &["20-task-force"]);
    assert!(acts(&next(&za), PROCEDURE).contains(&"draft.filed"));
    let draft = begun(&desk, &za, "draft.filed", PROCEDURE);
    assert_eq!((draft["draft"].as_u64(), draft["by"].as_str()), (Some(1), Some("ZA")));
    assert!(draft["elements"]["scope"].as_str().unwrap().contains("earth-moving"), "{draft}");
    // The next one begins with the last one; who has not agreed may.
    play(&desk, &["30-drafts"]);
    assert!(acts(&next(&ke), PROCEDURE).contains(&"draft.agreed"));
    assert!(!acts(&next(&ke), PROCEDURE).contains(&"objective.submitted"));
    let draft = begun(&desk, &za, "draft.filed", PROCEDURE);
    assert_eq!(draft["draft"].as_u64(), Some(3));
    let agreed = begun(&desk, &ke, "draft.agreed", PROCEDURE);
    assert_eq!((agreed["draft"].as_u64(), agreed["country"].as_str()), (Some(2), Some("KE")));
    // Who agrees sees the check of that draft.
    let text = desk.office.begin_from(&ke, "draft.agreed", PROCEDURE).unwrap().unwrap();
    let checked = desk.office.check_text(&text).unwrap();
    assert_eq!((checked.draft, checked.missing()), (Some(2), 0));
    let checked = desk.office.check_text(&text.replace("draft = 2", "draft = 1")).unwrap();
    assert!(checked.missing() > 0);
    // Registered: the procedure is over, and the objective begins.
    play(&desk, &["40-registration"]);
    let all = desk.office.next(&ke, None, "en").unwrap();
    assert_eq!(acts(&all, PROCEDURE), [""; 0]);
    for act in ["objective.adopted", "recognised-body.designated", "measure.taken"] {
        assert!(acts(&all, OBJECTIVE).contains(&act), "{act}: {all:?}");
    }
    let due = &all.iter().find(|case| case.id == OBJECTIVE).unwrap().due;
    assert!(due.iter().any(|(rule, _, overdue)| *rule == "objective.status-report" && *overdue), "{due:?}");
    let adopted = begun(&desk, &ke, "objective.adopted", OBJECTIVE);
    assert_eq!((adopted["version"].as_u64(), adopted["notified_on"].as_str()), (Some(1), Some("2026-01-31")));
    let measure = begun(&desk, &ke, "measure.taken", OBJECTIVE);
    assert_eq!(
        (measure["kind"].as_str(), measure["objective"].as_str()),
        (Some("protection_clause"), Some(OBJECTIVE))
    );
    assert!(measure["against"]["products"]["hs"].is_array(), "{measure}");
    assert_eq!(acts(&desk.office.next(&secretariat, None, "en").unwrap(), OBJECTIVE), ["invitation.sent"]);
}

#[test]
fn a_concurrence_begins_with_the_call_that_it_cites() {
    let desk = Desk::new();
    play(&desk, &["00-parties"]);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../demo/objective-life/10-call.toml");
    let drafts = read(&std::fs::read_to_string(folder).unwrap(), Format::Toml, None).unwrap();
    for draft in &drafts[..3] {
        desk.app.submit_blocking(&sign(&draft.payload, &demonstration_key(&draft.payload.signer))).unwrap();
    }
    let za = officer(&desk, 1, "authority-za");
    assert_eq!(
        acts(&desk.office.next(&za, Some(PROCEDURE), "en").unwrap(), PROCEDURE),
        ["agreement.concurred"]
    );
    let concurred = begun(&desk, &za, "agreement.concurred", PROCEDURE);
    assert_eq!(concurred, drafts[3].payload.to_value()["act"]);
    let secretariat = officer(&desk, 2, "secretariat");
    assert_eq!(acts(&desk.office.next(&secretariat, None, "en").unwrap(), PROCEDURE), ["call.transmitted"]);
}

#[test]
fn nothing_is_offered_to_who_speaks_for_no_country_and_nothing_begins_from_nothing() {
    let desk = Desk::new();
    play(&desk, &["00-parties", "10-call"]);
    let lab = officer(&desk, 1, "lab-ke");
    assert_eq!(desk.office.next(&lab, None, "en").unwrap(), []);
    for of in ["NOTHING", "not an identifier", ""] {
        assert_eq!(desk.office.begin_from(&lab, "call.answered", of).unwrap_err().code(), "no-such", "{of}");
    }
    assert_eq!(desk.office.begin_from(&lab, "nothing.known", PROCEDURE).unwrap(), None);
}

#[test]
fn a_draft_is_checked_against_the_text_before_it() {
    let desk = Desk::new();
    play(&desk, &["00-parties", "10-call", "20-task-force", "30-drafts"]);
    let za = officer(&desk, 1, "authority-za");
    let text = desk.office.begin_from(&za, "draft.filed", PROCEDURE).unwrap().unwrap();
    let checked = desk.office.check_text(&text).unwrap();
    assert_eq!((checked.missing(), checked.unreadable.len()), (0, 0));
    let former = checked.former.unwrap();
    assert_eq!((former.draft, former.differences.len()), (Some(2), 0));
    let shorter = text.replace("surveillance =", "bodies_of_old =");
    let checked = desk.office.check_text(&shorter).unwrap();
    assert_eq!(checked.unreadable.len(), 1, "{:?}", checked.unreadable);
    let changed = text.replace("draft = 3", "draft = 2");
    assert_eq!(desk.office.check_text(&changed).unwrap().former.unwrap().draft, Some(1));
    assert_eq!(desk.office.check_text("id = \"x\"\n[act]\ntype = \"call.answered\"\n"), None);
}
