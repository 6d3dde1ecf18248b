//! How fast the engine is on this machine. Shown, never tested: a busy machine is no fault of the engine's.

use std::time::Instant;

use crosscheck_engine::{Options, Source, analyse, inspect};

use crate::{Figure, Now};

/// Milliseconds for a whole run, and megabytes a second for reading one text: the fastest of several runs.
pub fn measure(sources: &[Source]) -> Vec<Figure> {
    let run = fastest(30, || drop(analyse(sources, &Options::default())));
    let bytes: usize = sources.iter().map(|s| s.text.len()).sum();
    let read = fastest(30, || sources.iter().for_each(|s| drop(inspect(&s.text, None))));
    vec![
        Figure::new("samples end to end, native, ms", Now::Share(run * 1e3)),
        Figure::new("parse to claims, native, MB/s", Now::Share(bytes as f64 / read / 1e6)),
    ]
}

/// Seconds.
fn fastest(times: usize, work: impl Fn()) -> f64 {
    let once = || {
        let start = Instant::now();
        work();
        start.elapsed().as_secs_f64()
    };
    (0..times).map(|_| once()).fold(f64::INFINITY, f64::min)
}
