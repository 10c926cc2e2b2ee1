//! A told decision as plain text, for terminals and golden files.

use std::fmt::Write;

use crate::tell::{Told, ToldFinding, ToldRequirement};

/// The answer first, then requirement by requirement: what decides, what stands in the way, what is missing.
pub fn text(told: &Told) -> String {
    let mut out = String::new();
    let _ = writeln!(out, "{}", told.headline);
    for measure in &told.measures {
        finding(&mut out, "  ", measure);
    }
    for requirement in &told.requirements {
        one(&mut out, requirement);
    }
    for evidence in &told.evidence {
        let _ = writeln!(out, "\n{}", evidence.reference);
        evidence.findings.iter().filter(|found| found.outcome != "met" || !evidence.on_record).for_each(
            |found| {
                finding(&mut out, "  ", found);
            },
        );
        if evidence.on_record && evidence.findings.iter().all(|found| found.outcome == "met") {
            evidence.findings.iter().take(2).for_each(|found| finding(&mut out, "  ", found));
        }
    }
    for line in told.coverage.iter().chain(&told.notes) {
        let _ = writeln!(out, "\n{line}");
    }
    let _ = writeln!(out, "\n{}", told.disclaimer.join("\n"));
    let _ = writeln!(out, "{} · {} · {} · {}", told.on, told.log_size, told.root, told.engine);
    out
}

fn one(out: &mut String, requirement: &ToldRequirement) {
    let _ = writeln!(out, "\n{} — {}", requirement.act, requirement.act_title);
    let _ = writeln!(out, "  {}", requirement.sentence);
    let decided = requirement.paths.first().filter(|path| path.holds);
    if let Some(path) = decided {
        let by = path.instrument.as_deref().unwrap_or_default();
        let _ = writeln!(out, "  {} {by}", path.title);
        path.findings.iter().for_each(|found| finding(out, "    ", found));
    }
    // The three sets that need least; all of them are in the JSON.
    for missing in requirement.missing.iter().take(3) {
        let _ = writeln!(out, "  → {}:", missing.title);
        for fact in &missing.facts {
            let _ = writeln!(out, "      · {fact}");
        }
    }
}

fn finding(out: &mut String, indent: &str, found: &ToldFinding) {
    let mark = match found.outcome.as_str() {
        "met" => "✓",
        "unknown" => "?",
        _ => "✗",
    };
    let _ = writeln!(out, "{indent}{mark} {} ({})", found.sentence, found.citations.join("; "));
}
