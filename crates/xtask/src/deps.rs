//! `cargo xtask deps`: which crate may depend on which, and what the pure ones must not see.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result};

use crate::problem::{self, Problem};
use crate::workspace;

/// What a crate may depend on.
#[derive(Clone, Copy, Debug)]
enum May {
    /// These crates of ours and no other.
    Use(&'static [&'static str]),
    /// Every crate of ours: the place where parts are wired, and tools of development.
    UseAny,
}
use May::{Use, UseAny};

/// THE table of directions. A crate that is not here does not belong to the workspace.
/// Dependencies of tests are free.
const ALLOWED: &[(&str, May)] = &[
    // Pure: no clock, no input or output, no async, no global state.
    ("model", Use(&[])),
    ("law", Use(&["model"])),
    ("metrology", Use(&["model"])),
    ("statement", Use(&["model"])),
    ("tlog", Use(&[])),
    ("registry", Use(&["model", "law", "statement", "tlog"])),
    ("credential", Use(&["model", "statement", "registry"])),
    ("procedure", Use(&["model", "law", "statement", "registry"])),
    ("decision", Use(&["model", "law", "metrology", "statement", "registry"])),
    ("explain", Use(&["model", "law", "decision"])),
    ("glance", Use(&["model", "registry", "credential", "decision", "explain"])),
    ("bundle", Use(&["model", "statement", "tlog", "registry"])),
    (
        "verifier",
        Use(&[
            "model",
            "statement",
            "tlog",
            "registry",
            "credential",
            "decision",
            "explain",
            "glance",
            "bundle",
        ]),
    ),
    // Edges.
    ("store", Use(&["model", "statement", "registry", "tlog"])),
    ("store-sql", Use(&["store", "model", "statement", "registry", "tlog"])),
    ("search", Use(&["store", "model"])),
    (
        "app",
        Use(&[
            "model",
            "law",
            "metrology",
            "statement",
            "tlog",
            "registry",
            "credential",
            "procedure",
            "decision",
            "explain",
            "glance",
            "bundle",
            "store",
        ]),
    ),
    ("server", Use(&["app", "credential", "explain", "glance", "model", "law", "statement"])),
    ("client", Use(&["model", "law", "metrology", "statement", "tlog", "registry", "decision", "explain"])),
    ("comity", UseAny),
    ("comity-verify", Use(&["verifier"])),
    ("comity-verify-wasm", Use(&["verifier", "glance", "explain"])),
    // Development.
    ("testkit", Use(&["model", "law", "statement", "registry", "tlog", "decision"])),
    ("sim", UseAny),
    ("bench", UseAny),
    ("peers", UseAny),
    ("fuzz", UseAny),
    ("xtask", Use(&[])),
];

const PURE: &[&str] = &[
    "model",
    "law",
    "metrology",
    "statement",
    "tlog",
    "registry",
    "credential",
    "decision",
    "explain",
    "glance",
    "bundle",
    "verifier",
];

/// What a pure crate must not depend on, and why.
const IMPURE: &[(&str, &[&str])] = &[
    (
        "async",
        &[
            "tokio",
            "tokio-stream",
            "tokio-util",
            "async-std",
            "async-trait",
            "smol",
            "futures",
            "futures-util",
            "mio",
        ],
    ),
    (
        "the network",
        &[
            "reqwest",
            "ureq",
            "hyper",
            "axum",
            "tower",
            "tower-http",
            "tonic",
            "socket2",
            "rustls",
            "native-tls",
        ],
    ),
    ("a database", &["rusqlite", "sqlx", "tokio-postgres", "postgres", "redb", "sled", "tantivy"]),
    // `flate2` is not among them: it works on bytes in memory.
    ("files", &["walkdir", "tempfile", "memmap2", "notify", "csv"]),
    ("randomness", &["rand", "getrandom", "fastrand", "uuid"]),
    ("a clock", &["chrono", "time", "quanta"]),
    ("global state", &["tracing", "log", "lazy_static", "arc-swap"]),
];

/// Checks the directions of the dependencies between crates.
#[derive(clap::Args)]
#[command(
    after_help = "Example:\n  cargo xtask deps\n\nThe table of what is allowed stands at the top of crates/xtask/src/deps.rs."
)]
pub struct Options {}

/// Reads every manifest and compares it with the table.
///
/// # Errors
/// When a manifest cannot be read, or an edge is not allowed.
pub fn run(_: &Options) -> Result<()> {
    let root = workspace::root()?;
    let manifests = workspace::crates(&root)?
        .into_iter()
        .map(|name| Manifest::read(&root, &name))
        .collect::<Result<Vec<_>>>()?;
    let edges: usize = manifests.iter().map(|manifest| manifest.dependencies.len()).sum();
    let line = format!(
        "{}, {edges} dependencies, all in allowed directions",
        problem::count(manifests.len(), "crate", "crates")
    );
    problem::conclude("deps", check(&manifests), &line)
}

/// What this check needs of a manifest.
#[derive(Debug)]
struct Manifest {
    name: String,
    /// Names of packages; those of tests left out.
    dependencies: BTreeSet<String>,
}

impl Manifest {
    fn read(root: &Path, folder: &str) -> Result<Self> {
        let path = format!("crates/{folder}/Cargo.toml");
        let text = workspace::read(root, &path)?;
        Self::parse(folder, &text).with_context(|| format!("`{path}` is not a manifest"))
    }

    fn parse(name: &str, text: &str) -> Result<Self> {
        let manifest: toml::Table = text.parse()?;
        let mut dependencies = BTreeSet::new();
        collect(&manifest, &mut dependencies);
        let targets = manifest.get("target").and_then(toml::Value::as_table);
        for target in targets.into_iter().flat_map(|targets| targets.values()) {
            if let Some(target) = target.as_table() {
                collect(target, &mut dependencies);
            }
        }
        Ok(Self { name: name.to_owned(), dependencies })
    }
}

fn collect(table: &toml::Table, into: &mut BTreeSet<String>) {
    for section in ["dependencies", "build-dependencies"] {
        let Some(entries) = table.get(section).and_then(toml::Value::as_table) else { continue };
        for (name, entry) in entries {
            let package = entry.get("package").and_then(toml::Value::as_str).unwrap_or(name);
            into.insert(package.to_owned());
        }
    }
}

fn check(manifests: &[Manifest]) -> Vec<Problem> {
    let ours: BTreeSet<&str> = manifests.iter().map(|manifest| manifest.name.as_str()).collect();
    manifests
        .iter()
        .flat_map(|manifest| match ALLOWED.iter().find(|(name, _)| *name == manifest.name) {
            Some((_, may)) => directions(manifest, *may, &ours).chain(impurities(manifest)).collect(),
            None => vec![unknown_crate(&manifest.name)],
        })
        .collect()
}

fn directions<'a>(
    manifest: &'a Manifest,
    may: May,
    ours: &'a BTreeSet<&str>,
) -> impl Iterator<Item = Problem> + 'a {
    manifest.dependencies.iter().filter(|dependency| ours.contains(dependency.as_str())).filter_map(
        move |dependency| match may {
            Use(allowed) if !allowed.contains(&dependency.as_str()) => {
                Some(edge_not_allowed(&manifest.name, dependency, allowed))
            }
            Use(_) | UseAny => None,
        },
    )
}

fn impurities(manifest: &Manifest) -> impl Iterator<Item = Problem> {
    let is_pure = PURE.contains(&manifest.name.as_str());
    manifest.dependencies.iter().filter(move |_| is_pure).filter_map(|dependency| {
        let (why, _) = IMPURE.iter().find(|(_, names)| names.contains(&dependency.as_str()))?;
        Some(Problem::new(
            manifest_path(&manifest.name),
            format!("the pure crate `{}` depends on `{dependency}`, which brings {why}", manifest.name),
            "take what it would have given as an argument, or move the code to an edge (store, app, server)",
        ))
    })
}

fn edge_not_allowed(from: &str, to: &str, allowed: &[&str]) -> Problem {
    let allowed = match allowed {
        [] => "none of our crates".to_owned(),
        names => names.join(", "),
    };
    Problem::new(
        manifest_path(from),
        format!("`{from}` -> `{to}` is not an allowed direction"),
        format!("`{from}` may depend on: {allowed}"),
    )
}

fn unknown_crate(name: &str) -> Problem {
    Problem::new(
        manifest_path(name),
        format!("the crate `{name}` has no place among the crates"),
        "give it a line in the table of crates/xtask/src/deps.rs and in ARCHITECTURE.md",
    )
}

fn manifest_path(name: &str) -> String {
    format!("crates/{name}/Cargo.toml")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn problems(manifests: &[(&str, &str)]) -> Vec<String> {
        let manifests: Vec<Manifest> =
            manifests.iter().map(|(name, text)| Manifest::parse(name, text).unwrap()).collect();
        check(&manifests).iter().map(|problem| problem.what.clone()).collect()
    }

    const MODEL: (&str, &str) = ("model", "[dependencies]\nserde = \"1\"\n");

    #[test]
    fn an_arrow_of_the_table_is_allowed() {
        assert!(problems(&[MODEL, ("law", "[dependencies]\nmodel.workspace = true\n")]).is_empty());
    }

    #[test]
    fn an_arrow_against_the_table_is_named_with_what_is_allowed() {
        let manifest = Manifest::parse("model", "[dependencies]\nlaw.workspace = true\n").unwrap();
        let law = Manifest::parse("law", "[dependencies]\n").unwrap();
        let found = check(&[manifest, law]);
        assert_eq!(found[0].what, "`model` -> `law` is not an allowed direction");
        assert_eq!(found[0].help, "`model` may depend on: none of our crates");
    }

    #[test]
    fn a_renamed_or_target_dependency_counts_too() {
        let renamed = ("tlog", "[dependencies]\nnouns = { package = \"model\", path = \"../model\" }\n");
        let target = ("statement", "[target.'cfg(unix)'.dependencies]\ntlog.workspace = true\n");
        assert_eq!(problems(&[MODEL, renamed, target]).len(), 2);
    }

    #[test]
    fn a_test_may_use_anything() {
        let law = ("law", "[dev-dependencies]\ntestkit.workspace = true\ntokio.workspace = true\n");
        let testkit = ("testkit", "[dependencies]\nmodel.workspace = true\n");
        assert!(problems(&[MODEL, law, testkit]).is_empty());
    }

    #[test]
    fn a_pure_crate_has_no_clock_network_or_database() {
        let decision = ("decision", "[dependencies]\ntokio = \"1\"\nrusqlite = \"1\"\nrand = \"1\"\n");
        assert_eq!(problems(&[decision]).len(), 3);
        assert!(problems(&[("store", "[dependencies]\ntokio = \"1\"\n")]).is_empty());
    }

    #[test]
    fn a_crate_without_a_line_in_the_table_is_refused() {
        assert_eq!(problems(&[("helpers", "")]), ["the crate `helpers` has no place among the crates"]);
    }
}
