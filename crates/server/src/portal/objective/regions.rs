//! Regions of the world as the United Nations group countries for statistics (M49), for the picture of countries. The
//! grouping is for statistics only and implies nothing about affiliation. What M49 does not place stands apart.

/// The regions, in the order of their names in English; `elsewhere` for what is not placed.
pub(crate) const ALL: &[&str] = &["africa", "americas", "asia", "europe", "oceania", "elsewhere"];

const CODES: &[(&str, &str)] = &[
    (
        "africa",
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE KM LR LS LY MA MG ML MR \
         MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TF TG TN TZ UG YT ZA ZM ZW",
    ),
    (
        "americas",
        "AG AI AR AW BB BL BM BO BQ BR BS BV BZ CA CL CO CR CU CW DM DO EC FK GD GF GL GP GS GT GY HN HT JM \
         KN KY LC MF MQ MS MX NI PA PE PM PR PY SR SV SX TC TT US UY VC VE VG VI",
    ),
    (
        "asia",
        "AE AF AM AZ BD BH BN BT CN CY GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY \
         NP OM PH PK PS QA SA SG SY TH TJ TL TM TR TW UZ VN YE",
    ),
    (
        "europe",
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC \
         MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA",
    ),
    ("oceania", "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS"),
];

/// The region of a country, by its code of two letters.
pub(super) fn of(code: &str) -> &'static str {
    let found = CODES.iter().find(|(_, codes)| codes.split(' ').any(|known| known == code));
    found.map_or("elsewhere", |(region, _)| region)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_stands_once_and_in_a_known_region() {
        let mut codes: Vec<_> = CODES.iter().flat_map(|(_, codes)| codes.split(' ')).collect();
        let count = codes.len();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), count);
        assert!(CODES.iter().all(|(region, codes)| ALL.contains(region) && !codes.contains("  ")));
        assert_eq!((of("KE"), of("EU")), ("africa", "elsewhere"));
    }
}
