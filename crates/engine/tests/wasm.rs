//! The same bytes in WebAssembly as on this machine: the golden Report again, run by `wasm-bindgen-test-runner`.
#![cfg(target_arch = "wasm32")]

use crosscheck_engine::{Options, Source, analyse};
use wasm_bindgen_test::wasm_bindgen_test;

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
