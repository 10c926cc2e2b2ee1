//! Every row of a table of declarations gets a row of the result, whatever stands in it.
#![no_main]

mod world;

use app::border::lines::Lines;
use app::border::lines::table::{Table, delimiter};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(table) = Table::open(bytes, delimiter(bytes)) else { return };
    let lines = Lines::new(world::app().snapshot());
    let mut result = Vec::new();
    let Ok(summary) = table.answer(&lines, &mut result, &mut |_| {}) else { return };
    let rows = csv::Reader::from_reader(result.as_slice())
        .into_records()
        .map(|row| row.expect("a row of the result"));
    assert_eq!(u64::try_from(rows.count()).expect("rows fit"), summary.rows);
    assert!(summary.refused <= summary.rows);
});
