//! The same bytes in WebAssembly as on this machine, run by `wasm-bindgen-test-runner`: the golden Report again, and made-up
//! stories. Run the tests natively first: `random.rs` leaves their digests where this one is built from.
#![cfg(target_arch = "wasm32")]

use crosscheck_engine::{Options, Source, analyse};
use wasm_bindgen_test::wasm_bindgen_test;

#[path = "support/random.rs"]
mod random;

macro_rules! seed {
    ($name:literal) => {
        Source { name: $name.to_owned(), text: include_str!(concat!("samples/", $name)).to_owned() }
    };
}

#[wasm_bindgen_test]
fn the_golden_report_is_the_same_in_webassembly() {
    let sources = [
        seed!("000_4dcc974faf351ba3.txt"),
        seed!("001_9885046dbb15e4b4.txt"),
        seed!("002_b1466df253441a78.txt"),
        seed!("003_b3f819ec6e2feb12.txt"),
        seed!("004_82cdb60a220d4a58.txt"),
    ];
    let report =
        serde_json::to_string_pretty(&analyse(&sources, &Options::default())).expect("a Report is JSON") + "\n";
    assert!(report == include_str!("golden/seeds.json"), "WebAssembly gives other bytes than the golden report");
}

#[wasm_bindgen_test]
fn made_up_stories_give_the_same_bytes_in_webassembly() {
    // The folder of this target lies beside that of the native tests.
    let native = include_str!(concat!(env!("CARGO_TARGET_TMPDIR"), "/../../tmp/random-stories.txt"));
    let here: String = (0..random::STORIES).map(|seed| random::digest(seed, &random::report(seed))).collect();
    let differ: Vec<_> = native.lines().zip(here.lines()).filter(|(native, here)| native != here).collect();
    assert!(native == here, "WebAssembly gives other bytes than the last native run of the tests did: {differ:?}");
}
