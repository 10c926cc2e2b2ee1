use serde_json::json;
use statement::Act;

use super::*;

const SIGNER: &str = "did:web:ministry.test.example";

fn text_of(act: &str) -> String {
    statement::template(act).unwrap().to_owned()
}

/// Everything that a browser sends of a form that was not touched.
fn sent(nodes: &[Node]) -> Sent {
    fn put(node: &Node, sent: &mut Sent) {
        match &node.what {
            What::Line(text)
            | What::Prose(text)
            | What::Day(text)
            | What::Number(text)
            | What::Flag(text)
            | What::Jurisdiction(text)
            | What::Party(text)
            | What::Instrument(text)
            | What::Standard(text)
            | What::Code(text)
            | What::Codes(text)
            | What::Choice { chosen: text, .. } => {
                drop(sent.insert(node.path.clone(), text.replace('\n', "\r\n")))
            }
            What::Terms { terms } => {
                sent.insert(node.path.clone(), String::new());
                for (term, _) in terms.iter().filter(|(_, chosen)| *chosen) {
                    sent.insert(format!("{}.{term}", node.path), "on".into());
                }
            }
            What::Languages(texts) => {
                for (code, text) in texts {
                    sent.insert(format!("{}.{code}", node.path), text.clone());
                }
            }
            What::Table(nodes) => nodes.iter().for_each(|node| put(node, sent)),
            What::OneOf { chosen, variants } => {
                sent.insert(node.path.clone(), chosen.clone());
                variants.iter().flat_map(|(_, nodes)| nodes).for_each(|node| put(node, sent));
            }
            What::Rows { rows, .. } => {
                sent.insert(format!("{}.#", node.path), rows.len().to_string());
                rows.iter().for_each(|row| put(&row.node, sent));
            }
        }
    }
    let mut all = Sent::new();
    nodes.iter().for_each(|node| put(node, &mut all));
    all
}

fn shown(text: &str) -> Vec<Node> {
    let tree = tree(text).unwrap();
    nodes::nodes(form_of(&tree).unwrap(), &tree, None)
}

fn found<'n>(nodes: &'n [Node], path: &str) -> &'n Node {
    let mut hit = None;
    fn look<'n>(node: &'n Node, path: &str, hit: &mut Option<&'n Node>) {
        if node.path == path {
            *hit = Some(node);
        }
        match &node.what {
            What::Table(nodes) => nodes.iter().for_each(|node| look(node, path, hit)),
            What::Rows { rows, .. } => rows.iter().for_each(|row| look(&row.node, path, hit)),
            _ => {}
        }
    }
    nodes.iter().for_each(|node| look(node, path, &mut hit));
    hit.unwrap_or_else(|| panic!("{path}"))
}

/// With lists of words in one order: terms that are ticked have that of their closed list.
fn sorted(value: &Value) -> Value {
    match value {
        Value::Array(list) if list.iter().all(Value::is_string) => {
            let mut words: Vec<_> = list.iter().filter_map(Value::as_str).collect();
            words.sort_unstable();
            json!(words)
        }
        Value::Array(list) => list.iter().map(sorted).collect(),
        Value::Object(fields) => {
            Value::Object(fields.iter().map(|(key, value)| (key.clone(), sorted(value))).collect())
        }
        other => other.clone(),
    }
}

#[test]
fn a_form_that_is_not_touched_changes_no_byte_of_any_act() {
    for name in Act::NAMES {
        let text = text_of(name);
        assert_eq!(filled(&text, &sent(&shown(&text))), text, "{name}");
    }
}

#[test]
fn what_is_sent_into_an_empty_form_says_what_the_example_says() {
    for name in Act::NAMES {
        let example = tree(&text_of(name)).unwrap();
        let empty = begun(name, SIGNER, "a-1", &Map::new()).unwrap();
        let text = filled(&empty, &sent(&shown(&text_of(name))));
        assert_eq!(sorted(&tree(&text).unwrap()["act"]), sorted(&example["act"]), "{name}:\n{text}");
        // Emptied again, nothing is left but structures that must be there.
        let mut emptied = sent(&shown(&text));
        emptied.retain(|_, value| value != "on");
        for (path, value) in &mut emptied {
            *value = if path.ends_with(".#") { "0".into() } else { String::new() };
        }
        let nothing = filled(&text, &emptied);
        fn holds(value: &Value) -> bool {
            value.as_object().is_none_or(|fields| fields.values().any(holds))
        }
        let left = tree(&nothing).unwrap();
        let left =
            left["act"].as_object().unwrap().iter().filter(|(key, value)| *key != "type" && holds(value));
        assert_eq!(left.count(), 0, "{name}:\n{nothing}");
    }
}

#[test]
fn comments_and_what_the_form_does_not_show_stay() {
    let text = "# written by hand\nid = \"a-1\"\nsigner = \"did:web:a.example\"\nmade_on = 2026-01-31\n\n[act]\n\
                type = \"call.answered\"\n# asked by telephone\nprocedure = \"P\"   # ours\ncountry = \"FR\"\n\
                on = 2026-07-01\nodd = 1\n";
    let mut fields = sent(&shown(text));
    fields.insert("act.procedure".into(), "P-2".into());
    fields.insert("act.note".into(), "in <b>words</b>\r\nof two lines".into());
    let written = filled(text, &fields);
    for kept in [
        "# written by hand",
        "made_on = 2026-01-31",
        "# asked by telephone",
        "procedure = \"P-2\"   # ours",
        "odd = 1",
    ] {
        assert!(written.contains(kept), "{kept}:\n{written}");
    }
    assert_eq!(tree(&written).unwrap()["act"]["note"], "in <b>words</b>\nof two lines");
}

#[test]
fn lists_are_lengthened_and_shortened() {
    let text = text_of("draft.filed");
    let tree_of = |text: &str| tree(text).unwrap()["act"]["elements"]["requirements"].clone();
    let more = Change::Add("act.elements.requirements".into());
    let tree_now = tree(&text).unwrap();
    let longer = nodes::nodes(form_of(&tree_now).unwrap(), &tree_now, Some("act.elements.requirements"));
    let mut fields = sent(&longer);
    fields.insert("act.elements.requirements.1.number".into(), "R2".into());
    fields.insert("act.elements.requirements.1.text".into(), "It stands.".into());
    fields.insert("act.elements.requirements.1.form".into(), "performance".into());
    let text = changed(&text, &fields, Some(&more));
    assert_eq!(tree_of(&text)[1], json!({ "number": "R2", "text": "It stands.", "form": "performance" }));
    assert!(text.contains("# product requirements"), "{text}");
    // The first is taken away; the second moves up.
    let gone = Change::Remove("act.elements.requirements.0".into());
    let text = changed(&text, &sent(&shown(&text)), Some(&gone));
    assert_eq!(tree_of(&text).as_array().unwrap().len(), 1);
    assert_eq!(tree_of(&text)[0]["number"], "R2");
    // An entry in which nothing is written is none.
    assert_eq!(changed(&text, &sent(&shown(&text)), Some(&more)), text);
}

#[test]
fn a_list_that_is_not_shown_whole_is_cut_at_its_limit() {
    let text = begun("practice.assessed", SIGNER, "a-1", &Map::new()).unwrap();
    let mut fields = Sent::new();
    fields.insert("act.answers.#".into(), "99999999999".into());
    for place in 0..=ROWS_MAX {
        fields.insert(format!("act.answers.{place}.reasons"), "r".into());
    }
    let tree = tree(&filled(&text, &fields)).unwrap();
    assert_eq!(tree["act"]["answers"].as_array().unwrap().len(), ROWS_MAX);
}

#[test]
fn texts_that_are_no_single_act_have_no_form() {
    for text in
        ["", "a = ", "id = \"x\"", "[act]\ntype = \"nothing.known\"", "{", "[[statement]]\nid = \"x\""]
    {
        assert_eq!(act_of(text), None, "{text}");
        assert_eq!(filled(text, &Sent::new()), text);
    }
    assert_eq!(act_of("{\"act\":{\"type\":\"call.answered\"}}"), Some("call.answered"));
}

#[test]
fn a_term_that_is_none_is_shown_and_not_dropped() {
    let text = text_of("call.answered").replace("\"member\"", "\"guest\"");
    let nodes = shown(&text);
    let What::Choice { terms, chosen } = &found(&nodes, "act.participates").what else { panic!("a choice") };
    assert!(chosen == "guest" && terms.contains(chosen), "{terms:?}");
    assert_eq!(filled(&text, &sent(&nodes)), text);
}

#[test]
fn whatever_is_typed_stands_in_the_text_as_it_was_typed() {
    const TYPED: &[&str] = &[
        "\"",
        "'''",
        "\"\"\"",
        "\\",
        "a\nb",
        "]]\n[act]",
        "# no comment",
        "\u{1f600} é",
        "99999999999999999999",
        "-1",
        "true",
        "<script>",
        "\u{7}",
        "{ x = 1 }",
        "1979-05-27",
    ];
    for name in ["call.made", "measure.taken", "certificates.changed", "annex.concluded"] {
        let empty = begun(name, SIGNER, "a-1", &Map::new()).unwrap();
        let fields = sent(&shown(&text_of(name)));
        for typed in TYPED {
            let mut fields = fields.clone();
            let texts =
                fields.iter_mut().filter(|(path, _)| !path.ends_with(".#") && !path.contains("change"));
            texts.for_each(|(_, value)| *value = (*typed).to_owned());
            let text = filled(&empty, &fields);
            let tree = tree(&text).unwrap_or_else(|| panic!("{name} {typed:?}: {text}"));
            let form = form_of(&tree).unwrap();
            let wanted = fill::fill(form, &super::tree(&empty).unwrap(), &fields, None);
            assert_eq!(tree, wanted, "{name} {typed:?}");
            // And it is shown again as it was typed.
            assert_eq!(filled(&text, &sent(&nodes::nodes(form, &tree, None))), text, "{name} {typed:?}");
        }
    }
}
