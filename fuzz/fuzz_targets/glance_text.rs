//! What a code holds and what somebody fills in gives a question that can be asked, or a fault beside its field.
#![no_main]

use decision::Question;
use glance::Fields;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = glance::read(text);
    let today = model::parse_date("2026-01-31").expect("a day");
    let scanned = Fields { certificate: text.to_owned(), importing: "FR".to_owned(), ..Fields::default() };
    let filled: Option<Fields> = serde_json::from_str(text).ok();
    for fields in std::iter::once(scanned).chain(filled) {
        let Ok(asked) = fields.read(today) else { continue };
        let written = serde_json::to_vec(&asked.question).expect("a question can be written");
        assert_eq!(Question::parse(&written).as_ref(), Ok(&asked.question));
    }
});
