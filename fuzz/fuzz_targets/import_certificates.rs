//! Every row of a table of certificates is taken, known or refused with its line; what is taken can be signed and read again.
//! The input is a mapping, a zero byte, and the table.
#![no_main]

mod world;

use app::import::{Mapping, batches, read_certificates};
use libfuzzer_sys::fuzz_target;
use statement::Payload;

fuzz_target!(|bytes: &[u8]| {
    let Some(end) = bytes.iter().position(|byte| *byte == 0) else { return };
    let (mapping, table) = (&bytes[..end], &bytes[end + 1..]);
    let Ok(mapping) =
        std::str::from_utf8(mapping).map_err(drop).and_then(|text| Mapping::parse(text).map_err(drop))
    else {
        return;
    };
    let Ok(found) = read_certificates(world::app(), table, &mapping, &mut |_| {}) else { return };
    let told = found.good.len() + found.refused.len() + found.known.len();
    assert_eq!(u64::try_from(told).expect("rows fit"), found.rows);
    assert!(found.refused.iter().all(|refused| refused.line >= 1 && !refused.message.is_empty()));
    for payload in batches(&mapping.issuer, &found.good, 0) {
        assert_eq!(Payload::from_json(&payload.to_json()).as_ref(), Ok(&payload));
    }
});
