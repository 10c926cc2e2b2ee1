//! One field of a form as HTML, with everything in it.

use app::headings::Heading;
use app::office::guided::{Choices, Node, Row, What, named};
use askama::Template;
use model::parse_date;

use super::codes::{LookedFor, field_for_words};
use super::words::{self, Words};
use crate::portal::frame::Frame;
use crate::portal::texts::Language;

/// What every field of a form is shown with.
pub(super) struct Context<'a> {
    frame: &'a Frame,
    words: &'static Words,
    pub(super) choices: Choices,
    /// The field that is wrong, and what is wrong with it.
    wrong: Option<(String, String)>,
    /// The field of codes beside which something was looked for.
    looked_for: Option<LookedFor>,
    /// Where the form is sent, in the language of the page.
    to: String,
}

impl<'a> Context<'a> {
    /// `wrong` names the field as the registry does: `act.elements.requirements[0].text`.
    pub(super) fn new(
        frame: &'a Frame,
        choices: Choices,
        wrong: Option<(&str, &str)>,
        looked_for: Option<LookedFor>,
        to: &str,
    ) -> Self {
        let path = |field: &str| field.replace('[', ".").replace(']', "");
        Self {
            frame,
            words: words::of(frame.language),
            choices,
            wrong: wrong.map(|(field, said)| (path(field), said.to_owned())),
            looked_for,
            to: frame.page(&format!("/desk{to}")),
        }
    }
}

/// Where the elements of annex B stand in the acts that have them. On the wire each may be left out; the formal check asks
/// for them, so they are all shown, and none is called one that may be left out.
const ELEMENTS: &str = "act.elements";
/// Fields that may be left out are folded when there are more than these.
const UNFOLDED_MAX: usize = 3;

/// The fields that are shown, and those that are folded: empty ones that may be left out.
pub(super) fn folded(nodes: &[Node]) -> (Vec<&Node>, Vec<&Node>) {
    let fold = |node: &&Node| node.optional && node.is_empty() && !node.path.starts_with(ELEMENTS);
    let (folded, shown): (Vec<_>, Vec<_>) = nodes.iter().partition(fold);
    let all_are_shown = folded.len() <= UNFOLDED_MAX || shown.is_empty();
    if all_are_shown { (nodes.iter().collect(), Vec::new()) } else { (shown, folded) }
}

/// A field.
#[derive(Template)]
#[template(path = "desk/node.html")]
pub(super) struct NodePart<'a> {
    frame: &'a Frame,
    context: &'a Context<'a>,
    node: &'a Node,
    /// Its place in a list, counted from 1; 0 in the pattern of a further entry.
    number: Option<usize>,
}

impl<'a> NodePart<'a> {
    pub(super) fn new(context: &'a Context<'a>, node: &'a Node) -> Self {
        Self { frame: context.frame, context, node, number: None }
    }

    fn inner<'n>(&'n self, node: &'n Node) -> NodePart<'n> {
        NodePart { frame: self.frame, context: self.context, node, number: None }
    }

    fn row<'n>(&'n self, row: &'n Row) -> NodePart<'n> {
        NodePart { frame: self.frame, context: self.context, node: &row.node, number: Some(row.number) }
    }

    fn parts<'n>(&self, nodes: &'n [Node]) -> (Vec<&'n Node>, Vec<&'n Node>) {
        folded(nodes)
    }

    fn name(&self) -> String {
        let name = capitalised(&self.context.words.field(&self.node.name));
        match self.number {
            None => name,
            // The script puts the number there.
            Some(0) => format!("{name} {}+", self.node.path),
            Some(number) => format!("{name} {number}"),
        }
    }

    fn help(&self) -> Option<String> {
        Some(&self.node.help).filter(|help| !help.is_empty()).map(|help| self.context.words.help(help))
    }

    /// Whether it is said that the field may be left out.
    fn is_optional(&self) -> bool {
        self.node.optional && !self.node.path.starts_with(ELEMENTS)
    }

    fn is_row(&self) -> bool {
        self.number.is_some()
    }

    /// Where the form is sent, so that the page is shown at this field again.
    fn here(&self) -> String {
        format!("{}#f-{}", self.context.to, self.node.path)
    }

    fn term(&self, term: &str) -> String {
        self.context.words.term(term)
    }

    fn language(&self, code: &str) -> String {
        let known = Language::ALL.iter().find(|language| language.code() == code);
        known.map_or_else(|| code.to_owned(), |language| language.own_name().to_owned())
    }

    fn error(&self) -> Option<&str> {
        self.context.wrong.as_ref().filter(|(path, _)| *path == self.node.path).map(|(_, said)| said.as_str())
    }

    /// The chapters of the Harmonized System to which codes belong, by name.
    fn chapters(&self, codes: &str) -> String {
        let mut chapters: Vec<_> = codes.split_whitespace().filter_map(|code| code.get(..2)).collect();
        chapters.dedup();
        chapters.iter().map(|chapter| self.frame.chapter(chapter)).collect::<Vec<_>>().join(", ")
    }

    /// The name of the field for words beside a field of codes.
    fn field_for_words(&self) -> String {
        field_for_words(&self.node.path)
    }

    /// What was looked for beside this field of codes.
    fn looked_for(&self) -> Option<&LookedFor> {
        self.context.looked_for.as_ref().filter(|looked_for| looked_for.path == self.node.path)
    }

    fn named(&self, heading: &Heading) -> String {
        named(heading)
    }

    fn list(&self) -> Option<&'static str> {
        Choices::list_of(self.node).filter(|list| self.context.choices.lists.contains_key(list))
    }

    /// A day that is none is shown as text: a field for days would drop it.
    fn is_day(&self, text: &str) -> bool {
        text.is_empty() || parse_date(text).is_ok()
    }

    /// Whether the code is one that is offered.
    fn is_offered(&self, code: &str) -> bool {
        code.is_empty() || self.context.choices.jurisdictions.iter().any(|(known, _, _)| known == code)
    }

    fn countries(&self, groups: bool) -> Vec<&(String, String, bool)> {
        self.context.choices.jurisdictions.iter().filter(|(_, _, group)| *group == groups).collect()
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
