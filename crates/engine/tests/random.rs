//! Made-up stories: their Reports are valid and say something, and their bytes are what `wasm.rs` compares WebAssembly with.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::path::Path;

#[path = "support/random.rs"]
mod random;
#[path = "support/valid.rs"]
mod valid;

#[test]
fn made_up_stories_give_valid_reports_whose_digests_are_kept_for_webassembly() {
    let reports: Vec<_> = (0..random::STORIES).map(random::report).collect();
    reports.iter().for_each(valid::report);
    let told =
        |several: bool| reports.iter().flat_map(|r| &r.facts).filter(|f| f.differences.is_empty() != several).count();
    assert!(
        told(true) > 50 && told(false) > 50,
        "the stories exercise the comparison: {} and {}",
        told(true),
        told(false)
    );
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("random-stories.txt");
    let digests: String = (0..).zip(&reports).map(|(seed, report)| random::digest(seed, report)).collect();
    fs::write(&path, digests).expect("the digests can be written");
}
