//! What a print says, as plain texts in their order: the same for every way to draw it.

use app::view::certificate::CertificateView;
use app::view::{Cell, Fact, Section};

use super::super::frame::Frame;
use super::super::parts::plain;
use super::{Code, Printed, ROWS_MAX};

/// A print.
pub(super) struct Sheet {
    /// Language, as BCP 47 writes it.
    pub(super) language: &'static str,
    /// The title.
    pub(super) title: String,
    /// Who keeps the record, and whether it is a demonstration.
    pub(super) above: Vec<String>,
    /// The state on the day.
    pub(super) state: String,
    /// The code, and what it holds.
    pub(super) code: Code,
    /// What the code is for.
    pub(super) caption: String,
    /// The address in it.
    pub(super) address: String,
    /// Everything else.
    pub(super) blocks: Vec<Block>,
}

/// A part of a print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    /// A heading.
    Heading(String),
    /// A name and what is stated.
    Pair(String, String),
    /// An entry of a list.
    Entry(String),
    /// A paragraph.
    Text(String),
    /// What is said of every print, in small letters.
    Small(String),
}

impl Sheet {
    pub(super) fn of(frame: &Frame, view: &CertificateView, printed: &Printed) -> Self {
        let record = &view.record;
        let mut above = vec![format!("{} · {}", frame.say("site-name"), frame.as_of.registry)];
        if frame.as_of.demonstration {
            above.push(frame.say("demonstration"));
        }
        let state = record.state.map(|state| frame.word("state", state)).unwrap_or_default();
        let mut blocks = vec![Block::Heading(frame.say("record-facts"))];
        blocks.extend(record.facts.iter().map(|fact| pair(frame, fact)));
        record.sections.iter().for_each(|section| blocks.extend(table(frame, section)));
        blocks.push(Block::Heading(frame.say("certificate-life")));
        blocks.extend(life(frame, view));
        blocks.push(Block::Heading(frame.say("print-log")));
        blocks.extend(log(frame, printed));
        for said in [
            "print-not-original",
            "disclaimer-information",
            "disclaimer-registry",
            "disclaimer-borders",
            "disclaimer-text",
        ] {
            blocks.push(Block::Small(frame.language.say(said)));
        }
        Self {
            language: frame.lang(),
            title: frame.about("print-title", &printed.number),
            above,
            state: frame.about_two("print-state", frame.day(&record.on), state),
            code: printed.code.clone(),
            caption: frame.say("print-code-caption"),
            address: printed.address.clone(),
            blocks,
        }
    }
}

fn pair(frame: &Frame, fact: &Fact) -> Block {
    Block::Pair(frame.word("label", fact.label.as_str()), plain(frame, &fact.cell))
}

fn table(frame: &Frame, section: &Section) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(frame.word("title", section.title.as_str()))];
    for row in section.rows.iter().take(ROWS_MAX) {
        let stated = section.columns.iter().zip(&row.cells).filter(|(_, cell)| **cell != Cell::Nothing);
        let named = stated.map(|(column, cell)| {
            format!("{}: {}", frame.word("label", column.as_str()), plain(frame, cell))
        });
        blocks.push(Block::Entry(named.collect::<Vec<_>>().join(" · ")));
    }
    if section.rows.is_empty() {
        blocks.push(Block::Text(frame.say("nothing-on-record")));
    }
    let more = section.rows.len().saturating_sub(ROWS_MAX);
    if more > 0 {
        blocks.push(Block::Text(frame.count("print-more-rows", more as u64)));
    }
    blocks
}

fn life(frame: &Frame, view: &CertificateView) -> Vec<Block> {
    let happened = view.life.iter().map(|moment| {
        let what = frame.word("moment", moment.what);
        let parts = [frame.day(&moment.on), what, moment.detail.clone()];
        let statement = frame.about("statement-link", moment.source.at);
        let told: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Block::Entry(format!("{} ({statement})", told.join(" · ")))
    });
    let ends = view
        .expires_on
        .map(|day| Block::Entry(format!("{} · {}", frame.day(&day), frame.say("certificate-expires"))));
    happened.chain(ends).collect()
}

fn log(frame: &Frame, printed: &Printed) -> Vec<Block> {
    let position = printed.at.map(|at| frame.about_two("print-position", at, &frame.as_of.registry));
    let size = frame.number(&frame.as_of.log_size);
    let as_of = frame.about_two("print-as-of", size, &frame.as_of.root);
    let document = match &printed.digest {
        Some(digest) => frame.about("print-digest", digest),
        None => frame.say("print-no-document"),
    };
    let proof = printed.proof.as_ref().map(|proof| frame.about("print-proof", proof));
    let texts = position.into_iter().chain([as_of, document]).chain(proof);
    texts.map(Block::Text).collect()
}
