//! Reads the sample articles, which it carries, up to their claims: `cargo xtask bench` times it as WebAssembly.

use std::hint::black_box;

use crosscheck_engine::inspect;

#[path = "samples/mod.rs"]
mod samples;

fn main() {
    for source in black_box(samples::all()) {
        let _ = black_box(inspect(&source.text, None));
    }
}
