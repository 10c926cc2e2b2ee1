//! A catalogue of standards, in every format, gives documents and refused lines, and a plan that says what becomes of each.
#![no_main]

use app::import::{CatalogueFormat, plan_standards, read_catalogue};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let today = model::parse_date("2026-01-31").expect("a day");
    for format in [CatalogueFormat::Relaton, CatalogueFormat::IsoOpenData] {
        let Ok((documents, refused)) = read_catalogue(bytes, format, &mut |_| {}) else { continue };
        assert!(refused.iter().all(|refused| refused.line >= 1));
        let _ = plan_standards(&documents, today);
    }
});
