//! What a check found: where, what, and the next step.

use std::fmt;

use anyhow::{Result, bail};

/// One thing that a check does not accept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// A path, a path and a line, or the name of an entry.
    pub place: String,
    /// What is wrong there.
    pub what: String,
    /// What to do about it.
    pub help: String,
}

impl Problem {
    /// A problem at a place, with the next step.
    pub fn new(place: impl Into<String>, what: impl Into<String>, help: impl Into<String>) -> Self {
        Self { place: place.into(), what: what.into(), help: help.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n    help: {}", self.place, self.what, self.help)
    }
}

/// Prints the problems, or the line that says what was found in order.
///
/// # Errors
/// When there is a problem.
pub fn conclude(task: &str, mut problems: Vec<Problem>, in_order: &str) -> Result<()> {
    if problems.is_empty() {
        println!("{task}: {in_order}");
        return Ok(());
    }
    problems.sort();
    for problem in &problems {
        eprintln!("{problem}");
    }
    bail!("{task}: {} to put right", count(problems.len(), "problem", "problems"))
}

/// "1 crate", "2 crates".
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_makes_the_task_fail_and_is_counted() {
        let problem = Problem::new("a.rs:1", "too long", "split it");
        let error = conclude("tidy", vec![problem.clone(), problem], "tidy").unwrap_err();
        assert_eq!(error.to_string(), "tidy: 2 problems to put right");
        assert!(conclude("tidy", Vec::new(), "all in order").is_ok());
    }
}
