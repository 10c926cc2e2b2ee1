//! Tests that can only fail by crashing.

use std::collections::BTreeSet;

use super::at;
use crate::problem::Problem;
use crate::source::{self, Function, Source};

/// Beginnings of the names of functions, macros and types that check something.
const CHECKING: &[&str] = &[
    "assert",
    "prop_assert",
    "check",
    "verify",
    "expect",
    "insta",
    "trycmd",
    "TestCases",
    "contract",
    "panic",
    "unreachable",
];

pub fn check(path: &str, source: &Source) -> Vec<Problem> {
    let functions = source.functions();
    let checking = checking_functions(source, &functions);
    functions
        .iter()
        .filter(|function| is_test(function) && !checking.contains(function.name.as_str()))
        .map(|function| {
            Problem::new(
                at(path, function.line),
                format!("the test `{}` asserts nothing", function.name),
                "assert what would break, or name the helper that does `check_…` or `assert_…`",
            )
        })
        .collect()
}

fn is_test(function: &Function) -> bool {
    let attributes = &function.attributes;
    (attributes.contains("#[test]") || attributes.contains("::test]") || attributes.contains("::test("))
        && !attributes.contains("should_panic")
}

/// The functions of the file that check something, themselves or through another one of the file.
fn checking_functions<'a>(source: &'a Source, functions: &'a [Function]) -> BTreeSet<&'a str> {
    let mut checking = BTreeSet::new();
    loop {
        let more: Vec<&str> = functions
            .iter()
            .filter(|function| !checking.contains(function.name.as_str()))
            .filter(|function| checks(&source.code[function.body.clone()], &checking))
            .map(|function| function.name.as_str())
            .collect();
        if more.is_empty() {
            return checking;
        }
        checking.extend(more);
    }
}

fn checks(body: &str, checking: &BTreeSet<&str>) -> bool {
    source::words(body).any(|word| {
        let word = &body[word];
        CHECKING.iter().any(|beginning| word.starts_with(beginning)) || checking.contains(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        check("a.rs", &Source::read(text)).into_iter().map(|problem| problem.what).collect()
    }

    #[test]
    fn a_test_that_asserts_nothing_is_named() {
        assert_eq!(found("#[test]\nfn runs() { call(\"assert\"); }"), ["the test `runs` asserts nothing"]);
        assert_eq!(found("#[tokio::test]\nasync fn runs() { call().await; }").len(), 1);
    }

    #[test]
    fn an_assertion_in_a_helper_of_the_file_counts() {
        let text = "fn a() { assert!(b); }\nfn c() { a(); }\n#[test]\nfn d() { c(); }";
        assert!(found(text).is_empty());
    }

    #[test]
    fn a_snapshot_or_an_expected_panic_counts() {
        assert!(found("#[test]\nfn a() { insta::assert_snapshot!(b); }").is_empty());
        assert!(found("#[test]\n#[should_panic]\nfn a() { b(); }").is_empty());
        assert!(found("#[test]\nfn a() { trycmd::TestCases::new().case(b); }").is_empty());
        assert!(found("fn no_test() { b(); }").is_empty());
    }
}
