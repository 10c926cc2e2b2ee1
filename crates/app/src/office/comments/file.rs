//! A file of comments, as it was exported, checked against the acts that bind them: by anybody, without this registry's
//! database.

use std::convert::Infallible;

use model::InstrumentId;
use serde::Deserialize;
use tlog::Hash;

use super::leaf::{Binding, COMMENT_FORMAT, CommentLeaf, REPLY_FORMAT, ReplyLeaf, Roots, hashed};
use super::{COMMENTS_AT_ONCE, CommentError};
use crate::app::App;
use crate::documents::sha256_text;

/// Largest file that is read, in bytes: 100,000 comments of a page each, and their replies.
pub const COMMENT_FILE_BYTES_MAX: u64 = 512 << 20;

/// The comments on one draft, as they were exported.
#[derive(Clone, Debug)]
pub struct CommentFile {
    /// The procedure.
    pub procedure: InstrumentId,
    /// The draft.
    pub draft: u32,
    items: Vec<Item>,
}

/// Why a file is none of comments.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommentFileError {
    /// It is not the JSON that is exported.
    #[error("this is no file of comments ({0}): give the JSON that the page of comments offers")]
    Malformed(String),
    /// There is nothing in it.
    #[error("there are no comments in the file: export them again once some are published")]
    Empty,
    /// It is about several drafts.
    #[error("the comments are on several drafts: give one file for each draft")]
    Several,
}

/// What was found in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedFile {
    /// How many published comments are in it.
    pub published: u64,
    /// How many replies.
    pub replies: u64,
    /// What is wrong with it by itself.
    pub faults: Vec<FileFault>,
    /// What acts bind, and whether the file still is what each bound.
    pub bound: Vec<super::Bound>,
    /// Published comments and replies that stand behind the last ones that an act binds: nothing shows yet whether they were
    /// published so.
    pub unbound: u64,
}

/// Something wrong with a file by itself.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileFault {
    /// The words of a comment are not those of the hash beside them.
    #[error("comment {0} was altered: its words do not give the hash beside it")]
    Comment(u64),
    /// The words of a reply are not those of the hash beside them.
    #[error("a reply to comment {0} was altered: its words do not give the hash beside it")]
    Reply(u64),
    /// A place is empty.
    #[error("a {what} is missing: nothing stands at place {place}")]
    Missing {
        /// `comment` or `reply`.
        what: &'static str,
        /// Which place.
        place: u64,
    },
    /// A place is taken more than once.
    #[error("a {what} was added: place {place} is taken more than once")]
    Twice {
        /// `comment` or `reply`.
        what: &'static str,
        /// Which place.
        place: u64,
    },
}

#[derive(Clone, Debug, Deserialize)]
struct Item {
    procedure: InstrumentId,
    draft: u32,
    number: u64,
    received_on: String,
    late: bool,
    #[serde(flatten)]
    said: Option<Said>,
}

#[derive(Clone, Debug, Deserialize)]
struct Said {
    about: String,
    name: String,
    organisation: String,
    country: String,
    language: String,
    text: String,
    place: u64,
    leaf: String,
    replies: Vec<Reply>,
}

#[derive(Clone, Debug, Deserialize)]
struct Reply {
    text: String,
    party: String,
    on: String,
    place: u64,
    leaf: String,
}

impl CommentFile {
    /// Reads a file.
    ///
    /// # Errors
    /// [`CommentFileError`].
    pub fn read(json: &[u8]) -> Result<Self, CommentFileError> {
        let items: Vec<Item> =
            serde_json::from_slice(json).map_err(|error| CommentFileError::Malformed(error.to_string()))?;
        let first = items.first().ok_or(CommentFileError::Empty)?;
        let (procedure, draft) = (first.procedure.clone(), first.draft);
        if items.iter().any(|item| item.procedure != procedure || item.draft != draft) {
            return Err(CommentFileError::Several);
        }
        Ok(Self { procedure, draft, items })
    }

    /// Checks it against what acts bind. Everything is hashed anew from the words in the file.
    pub fn check(&self, bindings: &[Binding]) -> CheckedFile {
        let mut faults = Vec::new();
        let (mut comments, mut replies) = (Vec::new(), Vec::new());
        for (item, said) in self.items.iter().filter_map(|item| Some((item, item.said.as_ref()?))) {
            let leaf = self.leaf(item, said);
            if sha256_text(&leaf.0) != said.leaf {
                faults.push(FileFault::Comment(item.number));
            }
            comments.push((Some(said.place), leaf));
            for reply in &said.replies {
                let leaf = self.leaf_of_reply(item.number, reply);
                if sha256_text(&leaf.0) != reply.leaf {
                    faults.push(FileFault::Reply(item.number));
                }
                replies.push((Some(reply.place), leaf));
            }
        }
        let sizes: Vec<u64> = bindings.iter().map(|binding| binding.published).collect();
        let comment_roots = in_order("comment", &mut comments, &sizes, &mut faults);
        let sizes: Vec<u64> =
            bindings.iter().filter_map(|binding| Some(binding.replies.as_ref()?.0)).collect();
        let reply_roots = in_order("reply", &mut replies, &sizes, &mut faults);
        let holds = |binding: &Binding| {
            comment_roots.gives(binding.published, &binding.root)
                && binding.replies.as_ref().is_none_or(|(size, root)| reply_roots.gives(*size, root))
        };
        let behind = |size: usize, of: fn(&Binding) -> u64| {
            (size as u64).saturating_sub(bindings.iter().map(of).max().unwrap_or(0))
        };
        CheckedFile {
            published: comments.len() as u64,
            replies: replies.len() as u64,
            unbound: behind(comments.len(), |binding| binding.published)
                + behind(replies.len(), |binding| binding.replies.as_ref().map_or(0, |(count, _)| *count)),
            bound: bindings
                .iter()
                .map(|binding| super::Bound { holds: holds(binding), binding: binding.clone() })
                .collect(),
            faults,
        }
    }

    fn leaf(&self, item: &Item, said: &Said) -> Hash {
        hashed(&CommentLeaf {
            about: &said.about,
            country: &said.country,
            draft: self.draft,
            format: COMMENT_FORMAT,
            language: &said.language,
            late: item.late,
            name: &said.name,
            number: item.number,
            organisation: &said.organisation,
            procedure: self.procedure.as_str(),
            received_on: &item.received_on,
            text: &said.text,
        })
    }

    fn leaf_of_reply(&self, comment: u64, reply: &Reply) -> Hash {
        hashed(&ReplyLeaf {
            comment,
            draft: self.draft,
            format: REPLY_FORMAT,
            on: &reply.on,
            party: &reply.party,
            procedure: self.procedure.as_str(),
            text: &reply.text,
        })
    }
}

impl CheckedFile {
    /// Whether nothing in the file is otherwise than it was bound.
    pub fn holds(&self) -> bool {
        self.faults.is_empty() && self.bound.iter().all(|bound| bound.holds)
    }
}

impl App {
    /// What acts in the log bind of the published comments on a draft, in the order of the days.
    ///
    /// # Errors
    /// [`CommentError::NoSuchProcedure`].
    pub fn comment_bindings(
        &self,
        procedure: &InstrumentId,
        draft: u32,
    ) -> Result<Vec<Binding>, CommentError> {
        let state = self.state();
        let registry = state.registry();
        let found = procedure::procedure(registry, procedure, self.clock().today(), registry.knowledge());
        let found = found.ok_or_else(|| CommentError::NoSuchProcedure(procedure.to_string()))?;
        let on_it = found.drafts.iter().filter(|known| known.filed.draft == draft);
        let acts = on_it.flat_map(|draft| &draft.comments.published);
        Ok(acts.map(|(act, at)| Binding::of(act, *at)).collect())
    }
}

/// The tree over leaves in the order of their places; and which places are empty or taken more than once.
fn in_order(
    what: &'static str,
    leaves: &mut [(Option<u64>, Hash)],
    sizes: &[u64],
    faults: &mut Vec<FileFault>,
) -> Roots {
    leaves.sort_by_key(|(place, _)| *place);
    let mut next = 0;
    for place in leaves.iter().filter_map(|(place, _)| *place) {
        match place {
            place if place < next => faults.push(FileFault::Twice { what, place }),
            place if place > next => faults.push(FileFault::Missing { what, place: next }),
            _ => {}
        }
        next = place.saturating_add(1);
    }
    let page = |from: u64| {
        let from = usize::try_from(from).unwrap_or(usize::MAX).min(leaves.len());
        let until = from.saturating_add(COMMENTS_AT_ONCE).min(leaves.len());
        Ok::<_, Infallible>(leaves[from..until].to_vec())
    };
    let Ok(roots) = Roots::over(sizes, page);
    roots
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    type Change = Box<dyn Fn(&mut Vec<Value>)>;

    fn reply(place: u64, comment: u64) -> Value {
        let leaf = ReplyLeaf {
            comment,
            draft: 1,
            format: REPLY_FORMAT,
            on: "2026-02-11",
            party: "did:web:a.example",
            procedure: "P-1",
            text: "Noted",
        };
        json!({
            "text": "Noted", "party": "did:web:a.example", "on": "2026-02-11", "place": place,
            "leaf": sha256_text(&hashed(&leaf).0),
        })
    }

    /// A published comment, with the number behind its place.
    fn comment(place: u64, text: &str, replies: &[u64]) -> Value {
        let number = place + 1;
        let leaf = CommentLeaf {
            about: "R1",
            country: "",
            draft: 1,
            format: COMMENT_FORMAT,
            language: "en",
            late: false,
            name: "A. Person",
            number,
            organisation: "",
            procedure: "P-1",
            received_on: "2026-02-01",
            text,
        };
        let replies: Vec<_> = replies.iter().map(|place| reply(*place, number)).collect();
        json!({
            "procedure": "P-1", "draft": 1, "number": number, "state": "published", "received_on": "2026-02-01",
            "late": false, "decided_on": "2026-02-02", "about": "R1", "name": "A. Person", "organisation": "",
            "country": "", "language": "en", "text": text, "place": place, "replies": replies,
            "leaf": sha256_text(&hashed(&leaf).0),
        })
    }

    fn file() -> Vec<Value> {
        let declined = json!({
            "procedure": "P-1", "draft": 1, "number": 9, "state": "declined", "received_on": "2026-02-01",
            "late": true, "decided_on": "2026-02-02", "reason": "not about the draft",
        });
        vec![comment(0, "One", &[1]), declined, comment(1, "Two", &[0, 2]), comment(2, "Three", &[])]
    }

    fn read(items: &[Value]) -> CommentFile {
        CommentFile::read(&serde_json::to_vec(items).unwrap()).unwrap()
    }

    /// What an act would have said of a file when it had so many comments and replies.
    fn binding(items: &[Value], published: u64, replies: Option<u64>) -> Binding {
        let file = read(items);
        let found = |what, mut leaves: Vec<_>, size: u64| {
            let mut faults = Vec::new();
            let roots = in_order(what, &mut leaves, &[size], &mut faults);
            assert_eq!(faults, []);
            sha256_text(&roots.at(size).unwrap().0)
        };
        let said = || file.items.iter().filter_map(|item| Some((item, item.said.as_ref()?)));
        let comments = said().map(|(item, said)| (Some(said.place), file.leaf(item, said))).collect();
        let of_replies = said().flat_map(|(item, said)| {
            said.replies.iter().map(|reply| (Some(reply.place), file.leaf_of_reply(item.number, reply)))
        });
        let of_replies = of_replies.collect();
        Binding {
            statement: 7,
            published,
            root: found("comment", comments, published),
            replies: replies.map(|count| (count, found("reply", of_replies, count))),
            on: "2026-02-20".parse().unwrap(),
        }
    }

    #[test]
    fn a_file_is_what_earlier_and_later_acts_bound() {
        let bindings = [binding(&file(), 2, None), binding(&file(), 3, Some(2))];
        let found = read(&file()).check(&bindings);
        assert!(found.holds(), "{found:?}");
        assert_eq!((found.published, found.replies, found.unbound), (3, 3, 1));
    }

    #[test]
    fn whatever_is_altered_missing_or_added_is_found() {
        let bindings = [binding(&file(), 2, None), binding(&file(), 3, Some(3))];
        let cases: Vec<(&str, Vec<FileFault>, Change)> = vec![
            ("a word is altered", vec![FileFault::Comment(2)], Box::new(|f| f[2]["text"] = "Too".into())),
            ("a word is altered and hashed anew", vec![], Box::new(|f| f[2] = comment(1, "Too", &[0, 2]))),
            ("lateness is hidden", vec![FileFault::Comment(1)], Box::new(|f| f[0]["late"] = true.into())),
            (
                "a reply is altered",
                vec![FileFault::Reply(2)],
                Box::new(|f| f[2]["replies"][1]["text"] = "Refused".into()),
            ),
            (
                "one is missing",
                vec![
                    FileFault::Missing { what: "comment", place: 0 },
                    FileFault::Missing { what: "reply", place: 1 },
                ],
                Box::new(|f| drop(f.remove(0))),
            ),
            ("the last one is missing", vec![], Box::new(|f| drop(f.pop()))),
            (
                "a reply is missing",
                vec![FileFault::Missing { what: "reply", place: 0 }],
                Box::new(|f| drop(f[2]["replies"].as_array_mut().unwrap().remove(0))),
            ),
            (
                "one is added between",
                vec![FileFault::Twice { what: "comment", place: 1 }],
                Box::new(|f| f.insert(2, comment(1, "Added", &[]))),
            ),
            (
                "one is added and all others move",
                vec![],
                Box::new(|f| {
                    *f = vec![comment(0, "Added", &[]), comment(1, "One", &[1]), comment(2, "Two", &[0, 2])];
                }),
            ),
        ];
        for (what, faults, change) in cases {
            let mut changed = file();
            change(&mut changed);
            let found = read(&changed).check(&bindings);
            assert!(!found.holds(), "{what}");
            assert_eq!(found.faults, faults, "{what}");
            assert!(found.bound.iter().any(|bound| !bound.holds), "{what}");
        }
        // What stands behind all that is bound is no fault; that nothing binds it is said.
        let mut longer = file();
        longer.push(comment(3, "Added at the end", &[]));
        let found = read(&longer).check(&bindings);
        assert_eq!((found.holds(), found.unbound), (true, 1));
    }

    #[test]
    fn what_is_no_file_of_comments_says_so() {
        assert!(matches!(CommentFile::read(b"{}"), Err(CommentFileError::Malformed(_))));
        assert!(matches!(CommentFile::read(b"[{\"number\":1}]"), Err(CommentFileError::Malformed(_))));
        assert_eq!(CommentFile::read(b"[]").unwrap_err(), CommentFileError::Empty);
        let mut two = file();
        two[0]["draft"] = 2.into();
        let read = CommentFile::read(&serde_json::to_vec(&two).unwrap());
        assert_eq!(read.unwrap_err(), CommentFileError::Several);
    }
}
