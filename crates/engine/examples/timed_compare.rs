//! Compares the sample articles, which it carries: `cargo xtask bench` times it as WebAssembly.

use std::hint::black_box;

use crosscheck_engine::{Options, analyse};

#[path = "samples/mod.rs"]
mod samples;

fn main() {
    black_box(analyse(&black_box(samples::all()), &Options::default()));
}
