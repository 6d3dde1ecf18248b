//! How the cost of a comparison grows with the number of articles, printed: `cargo xtask bench`.
//!
//! Growth is the exponent between two rows: 1 where twice the articles cost twice as much, 2 where they cost four times as much.
#![expect(clippy::print_stdout, reason = "a program that prints a table")]

mod stories;

use std::time::{Duration, Instant};

use crosscheck_engine::{Options, Source, analyse};
use stories::Kind;

fn main() {
    println!("{:<16}{:>9}{:>12}{:>14}{:>9}", "story", "articles", "ms", "ms/article", "growth");
    for (name, kind) in
        [("one event", Kind::OneEvent), ("groups of five", Kind::GroupsOfFive), ("near copies", Kind::NearCopies)]
    {
        let mut last: Option<(usize, f64)> = None;
        for count in [5, 50, 200] {
            let texts = stories::story(kind, count);
            let sources: Vec<Source> =
                texts.into_iter().enumerate().map(|(i, text)| Source { name: format!("{i:03}.txt"), text }).collect();
            let ms = best(&sources).as_secs_f64() * 1000.0;
            let growth = last.map_or(String::new(), |(few, before)| {
                format!("{:.2}", (ms / before).ln() / (count as f64 / few as f64).ln())
            });
            println!("{name:<16}{count:>9}{ms:>12.1}{:>14.2}{growth:>9}", ms / count as f64);
            last = Some((count, ms));
        }
    }
}

/// The shortest of some runs, at least three and for up to a second.
fn best(sources: &[Source]) -> Duration {
    let begun = Instant::now();
    let mut best = Duration::MAX;
    let mut runs = 0;
    while runs < 3 || begun.elapsed() < Duration::from_secs(1) && runs < 100 {
        let start = Instant::now();
        std::hint::black_box(analyse(std::hint::black_box(sources), &Options::default()));
        best = best.min(start.elapsed());
        runs += 1;
    }
    best
}
