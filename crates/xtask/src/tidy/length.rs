//! Long files and long functions. The style asks for about 400 and 70 lines; here is where it ends.

use super::at;
use crate::problem::Problem;
use crate::source::Source;

const FILE_LINES_MAX: usize = 700;
const FUNCTION_LINES_MAX: usize = 120;
/// Files that people write and read as code.
const CODE: &[&str] = &[".rs", ".html", ".css", ".js", ".mjs", ".sh", ".py"];

pub fn check_file(path: &str, text: &str) -> Vec<Problem> {
    let lines = text.lines().count();
    if lines <= FILE_LINES_MAX || !CODE.iter().any(|ending| path.ends_with(ending)) {
        return Vec::new();
    }
    vec![Problem::new(
        path,
        format!("{lines} lines, more than {FILE_LINES_MAX}"),
        "split it by what a reader looks for",
    )]
}

pub fn check_functions(path: &str, source: &Source) -> Vec<Problem> {
    source
        .functions()
        .iter()
        .filter(|function| function.lines > FUNCTION_LINES_MAX)
        .map(|function| {
            Problem::new(
                at(path, function.line),
                format!("`{}` has {} lines, more than {FUNCTION_LINES_MAX}", function.name, function.lines),
                "name its steps and make each a function",
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_code_has_a_limit_of_lines() {
        let long = "\n".repeat(FILE_LINES_MAX + 1);
        assert_eq!(check_file("a.rs", &long).len(), 1);
        assert!(check_file("a.toml", &long).is_empty());
        assert!(check_file("a.rs", &long[1..]).is_empty());
    }

    #[test]
    fn a_long_function_is_named_with_its_line() {
        let text =
            format!("\nfn short() {{}}\nfn long() {{\n{}}}\n", "    a();\n".repeat(FUNCTION_LINES_MAX));
        let found = check_functions("a.rs", &Source::read(&text));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].place, "a.rs:3");
    }
}
