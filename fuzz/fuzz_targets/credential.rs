//! A document from outside is read or refused; what is read is checked, compared and read as a conformity credential
//! without a panic, and its digest does not depend on its spelling.
#![no_main]

use credential::limits::CREDENTIAL_BYTES_MAX;
use credential::{Contexts, Document, Kind, untp, vcdm};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(document) = Document::credential(bytes, CREDENTIAL_BYTES_MAX) else { return };
    let claimed = document.claimed();
    let _ = vcdm::check_credential(claimed, Contexts::Any);
    let _ = vcdm::check_presentation(claimed, Contexts::Pinned);
    let _ = untp::check_conformity(claimed);
    let _ = untp::read(claimed);
    if document.form() == credential::Form::DataIntegrity {
        let again = Document::from_value(claimed.clone(), Kind::Credential, CREDENTIAL_BYTES_MAX);
        assert_eq!(again.map(|again| again.digest()), Ok(document.digest()));
    }
});
