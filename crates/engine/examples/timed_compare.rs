//! Compares the sample articles, once: what `cargo xtask bench` times as WebAssembly, where a program reads no clock.
#[path = "timed/samples.rs"]
mod samples;
use crosscheck_engine::{Options, analyse};
use std::hint::black_box;
fn main() {
    let sources = black_box(samples::samples());
    black_box(analyse(&sources, &black_box(Options::default())));
}
