//! One text out of one input: all that is read in it must stand in it.
#![no_main]

use crosscheck_engine::inspect;
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/valid.rs"]
mod valid;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    valid::inspection(&text, &inspect(&text, Some("2023-11-22")).expect("the date is one"));
});
