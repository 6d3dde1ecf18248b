//! The five sample articles end to end, and reading alone: `cargo xtask bench`.
#![allow(missing_docs, reason = "a program of its own")]

#[allow(dead_code, reason = "the other benchmark uses the rest")]
mod stories;

use crosscheck_engine::{Options, Source, analyse, inspect};
use divan::{Bencher, counter::BytesCount};
use stories::Kind;

fn main() {
    divan::main();
}

fn samples() -> Vec<Source> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/samples");
    let mut sources: Vec<Source> = std::fs::read_dir(folder)
        .expect("the sample articles")
        .map(|entry| entry.expect("a sample article").path())
        .map(|path| Source {
            name: path.file_name().expect("a name").to_string_lossy().into_owned(),
            text: std::fs::read_to_string(&path).expect("the samples are text"),
        })
        .collect();
    sources.sort_by(|a, b| a.name.cmp(&b.name));
    sources
}

/// From five texts to the Report.
#[divan::bench]
fn five_samples(bencher: Bencher<'_, '_>) {
    let sources = samples();
    bencher.bench(|| analyse(divan::black_box(&sources), &Options::default()));
}

/// From five texts to their claims.
#[divan::bench]
fn read_samples(bencher: Bencher<'_, '_>) {
    let sources = samples();
    let bytes = sources.iter().map(|s| s.text.len()).sum::<usize>();
    bencher.counter(BytesCount::new(bytes)).bench(|| {
        divan::black_box(&sources)
            .iter()
            .map(|s| inspect(&s.text, None).expect("no date is asked for"))
            .collect::<Vec<_>>()
    });
}

/// From one long text to its claims, with all that is read in them: the samples and made-up prose, about a megabyte.
#[divan::bench]
fn parse_to_claims(bencher: Bencher<'_, '_>) {
    let mut text = String::new();
    for (i, made_up) in stories::story(Kind::GroupsOfFive, 200).into_iter().enumerate() {
        text += &samples()[i % 5].text;
        text += "\n\n";
        text += &made_up;
    }
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| inspect(divan::black_box(&text), Some("2024-03-04")).expect("the date is one"));
}
