//! How the two sources are numbered, so that no paragraph can drop out of the list unnoticed.

/// The ids of all paragraphs, in the order of the sources: Recommendations A to M, then the article (X).
pub fn paragraphs() -> Vec<String> {
    let mut ids = Vec::new();
    for (chapter, parts) in PARTS {
        ids.extend(parts.iter().flat_map(|part| expand(part)).map(|id| format!("{chapter}{id}")));
    }
    ids
}

/// Chapter by chapter. `1..4` stands for 1 to 4, `(a)..(d)` for (a) to (d), at the end of a part.
const PARTS: &[(&str, &[&str])] = &[
    ("A", &[" preamble", ".1"]),
    ("B", &[" preamble", ".1..8", ".8.1..3", ".8.3.1..8", ".8.4"]),
    ("C", &[" preamble", ".1..3", ".3(a)..(g)", ".4..10"]),
    ("D", &[" preamble", ".1..3", ".3.1..7"]),
    ("E", &[" preamble", ".1"]),
    ("F", &[" preamble", ".1..6", ".6 par. 1..10"]),
    ("G", &[" preamble", ".1..5"]),
    ("H", &[" preamble", ".1"]),
    ("I", &[" preamble", ".1", ".1(a)..(c)"]),
    ("J", &[" preamble", ".1..3"]),
    ("K", &[" preamble", ".1..7"]),
    (
        "L",
        &[
            " 1",
            " 1(a)..(d)",
            " 2..19",
            " 19(a)..(c)",
            " 20..31",
            " annex A",
            " annex B",
            " annex B scope",
            " annex B product requirements",
            " annex B reference to standards",
            " annex B compliance",
            " annex B market surveillance and protection",
            " annex C 1.1",
            " annex C 2.1..3",
            " annex C 3.1..5",
            " annex C 3.4 (second)",
            " annex C 4.1..4",
        ],
    ),
    ("M", &[" preamble", ".1", ".1(a)..(d)", ".2"]),
    ("X", &[" preamble", "1..12"]),
];

fn expand(part: &str) -> Vec<String> {
    let Some((first, last)) = part.split_once("..") else { return vec![part.to_owned()] };
    if let (Some(stem), Some(last)) = (first.strip_suffix("(a)"), last.strip_prefix('(')) {
        let last = last.chars().next().unwrap_or('a');
        return ('a'..=last).map(|letter| format!("{stem}({letter})")).collect();
    }
    let digits = first.len() - first.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (stem, first) = first.split_at(first.len() - digits);
    let number = |text: &str| text.parse::<u32>().unwrap_or(0);
    (number(first)..=number(last)).map(|number| format!("{stem}{number}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_numbers_and_letters_are_spelt_out() {
        assert_eq!(expand(".6 par. 9..11"), [".6 par. 9", ".6 par. 10", ".6 par. 11"]);
        assert_eq!(expand(".1(a)..(c)"), [".1(a)", ".1(b)", ".1(c)"]);
        assert_eq!(expand(" annex A"), [" annex A"]);
    }

    #[test]
    fn the_outline_knows_what_people_cite() {
        let ids = paragraphs();
        for id in [
            "B.8.3.5",
            "C.3(g)",
            "F.6 par. 10",
            "L 1(d)",
            "L 19(c)",
            "L 31",
            "L annex C 3.4 (second)",
            "M.1(d)",
            "X12",
        ] {
            assert!(ids.iter().any(|known| known == id), "{id}");
        }
        let mut unique = ids.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), ids.len());
    }
}
