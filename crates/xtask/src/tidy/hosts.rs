//! Paths and package servers of one machine, which say nothing to anybody else.

use super::{at, numbered};
use crate::problem::Problem;
use crate::source;

/// First parts of paths that exist on one machine only.
const FOLDERS: &[&str] = &["work", "root", "tmp", "home"];
/// Labels of the names of package servers, joined by dots; written apart so that this file passes its own check.
const HOSTS: &[&[&str]] = &[
    &["index", "crates", "io"],
    &["static", "crates", "io"],
    &["registry", "npmjs", "org"],
    &["files", "pythonhosted", "org"],
    &["pypi", "org"],
    &["proxy", "golang", "org"],
    &["deb", "debian", "org"],
    &["artifactory"],
];

pub fn check(path: &str, text: &str) -> Vec<Problem> {
    let hosts: Vec<String> = HOSTS.iter().map(|labels| labels.join(".")).collect();
    numbered(text)
        .flat_map(|(number, line)| {
            let folder = FOLDERS.iter().find(|folder| has_path(line, folder)).map(|folder| {
                Problem::new(
                    at(path, number),
                    format!("a path of one machine: /{folder}/"),
                    "name it relative to the repository, or ask the system for a folder",
                )
            });
            let host = hosts.iter().find(|host| file_is_not_this(path) && line.contains(host.as_str())).map(
                |host| {
                    Problem::new(
                        at(path, number),
                        format!("a package server: {host}"),
                        "leave the choice of server to the settings of each machine",
                    )
                },
            );
            folder.into_iter().chain(host)
        })
        .collect()
}

/// The table above holds one name that is a single label.
fn file_is_not_this(path: &str) -> bool {
    !path.ends_with("xtask/src/tidy/hosts.rs")
}

/// Whether an absolute path beginning with this folder stands in the line; `a.org/root/` and `../tmp/` are none.
fn has_path(line: &str, folder: &str) -> bool {
    let path = format!("/{folder}/");
    line.match_indices(&path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        !before.is_some_and(|c| source::is_word(c) || matches!(c, '.' | '-' | '~' | '}' | '>' | '/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_one_machine_is_found() {
        for folder in FOLDERS {
            let path = format!("/{folder}/x");
            assert_eq!(check("a.md", &format!("see `{path}`")).len(), 1, "{path}");
            assert_eq!(check("a.md", &path).len(), 1, "{path}");
        }
    }

    #[test]
    fn part_of_an_address_or_of_a_relative_path_is_none() {
        for folder in FOLDERS {
            assert!(
                check("a.md", &format!("https://example.org/{folder}/x ../{folder}/ $A{{B}}/{folder}/"))
                    .is_empty()
            );
        }
    }

    #[test]
    fn a_package_server_is_found() {
        let host = HOSTS[0].join(".");
        assert_eq!(check("a.md", &format!("https://{host}/x")).len(), 1);
    }
}
