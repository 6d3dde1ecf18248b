//! Several articles out of one input: what holds for any Report must hold for theirs.
#![no_main]

use crosscheck_engine::{Options, Source, analyse};
use libfuzzer_sys::fuzz_target;

#[path = "../../tests/support/valid.rs"]
mod valid;

fuzz_target!(|bytes: &[u8]| {
    let input = String::from_utf8_lossy(bytes);
    // The headings of the case files part articles, so that those files are where the search begins.
    let sources: Vec<Source> = input
        .split("\n## ")
        .take(6)
        .enumerate()
        .map(|(i, text)| Source { name: format!("{i}.txt"), text: text.to_owned() })
        .collect();
    let options = Options { headlines_claim: bytes.len() % 2 == 1, ..Options::default() };
    valid::report(&analyse(&sources, &options));
});
