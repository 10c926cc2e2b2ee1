//! How far a procedure has come.

/// The stages, in their order. A procedure is in the last one that it has reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Stage {
    /// A country stated its interest (L 21).
    Interest,
    /// A call is on record (annex C 2.1).
    Call,
    /// The call was transmitted to all member States.
    Transmitted,
    /// The task force works (annex C 2.2).
    TaskForce,
    /// There is a draft (L 22).
    Drafting,
    /// A draft is, or was, open for comments.
    Comments,
    /// At least two countries agreed on the last draft.
    Agreed,
    /// A text was submitted (annex C 3.2).
    Submitted,
    /// It is established, with a number (annex C 3.4).
    Registered,
    /// At least one country adopted it (annex C 4.2).
    Adopted,
}

impl Stage {
    /// Every stage, in order.
    pub const ALL: &'static [Stage] = &[
        Stage::Interest,
        Stage::Call,
        Stage::Transmitted,
        Stage::TaskForce,
        Stage::Drafting,
        Stage::Comments,
        Stage::Agreed,
        Stage::Submitted,
        Stage::Registered,
        Stage::Adopted,
    ];

    /// Its name, as in addresses and translations.
    pub fn as_str(self) -> &'static str {
        match self {
            Stage::Interest => "interest",
            Stage::Call => "call",
            Stage::Transmitted => "transmitted",
            Stage::TaskForce => "task_force",
            Stage::Drafting => "drafting",
            Stage::Comments => "comments",
            Stage::Agreed => "agreed",
            Stage::Submitted => "submitted",
            Stage::Registered => "registered",
            Stage::Adopted => "adopted",
        }
    }

    /// The stage of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|stage| stage.as_str() == name)
    }
}
