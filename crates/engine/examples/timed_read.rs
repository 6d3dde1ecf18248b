//! Reads the sample articles up to their claims.
#[path = "timed/samples.rs"]
mod samples;
use crosscheck_engine::inspect;
use std::hint::black_box;
fn main() {
    for source in black_box(samples::samples()) {
        drop(black_box(inspect(&source.text, None)));
    }
}
