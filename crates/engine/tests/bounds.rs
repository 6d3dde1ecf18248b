//! Texts that are no articles: time and memory stay in proportion to their length, nothing panics, and what is left out is noted.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;
use std::time::{Duration, Instant};

use crosscheck_engine::report::{FurnitureKind, NoteKind, Report};
use crosscheck_engine::{Options, Source, analyse, inspect};

#[path = "support/valid.rs"]
mod valid;

/// Bytes of a text. `cargo xtask test` runs these tests with optimised code too, which is some fifteen times faster.
const LENGTH: usize = if cfg!(debug_assertions) { 5_000 } else { 200_000 };

/// The same for the few texts of which all of a megabyte is read.
const MEGABYTE: usize = if cfg!(debug_assertions) { 10_000 } else { 1_000_000 };

/// What a text may take, on a slow and busy machine. Work that grows with the square of the length takes minutes.
const MOST_TIME: Duration = Duration::from_secs(30);
const MOST_MEMORY: u64 = 1_500_000_000;

/// The most that this process ever held, in bytes, where the system tells.
fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? * 1024)
}

const ARTICLE: &str = "The fire in the mill hurt eight people on Monday, police said. It was put out on Tuesday.";

/// `piece`, over and over, up to `length` bytes.
fn filled(piece: &str, length: usize) -> String {
    piece.repeat(length / piece.len())
}

/// Reads a text on its own, and beside another.
fn hold(name: &str, text: &str, other: &str) -> Report {
    let start = Instant::now();
    valid::inspection(text, &inspect(text, Some("2023-11-22")).expect("the date is one"));
    let texts = [text, other];
    let named = |(i, text): (usize, &&str)| Source { name: format!("{i}.txt"), text: (*text).to_owned() };
    let sources: Vec<Source> = texts.iter().enumerate().map(named).collect();
    let report = analyse(&sources, &Options::default());
    valid::report(&report);
    let (took, memory) = (start.elapsed(), peak_memory().unwrap_or_default());
    assert!(took < MOST_TIME, "{name}: {took:?} for {} bytes", text.len());
    assert!(memory < MOST_MEMORY, "{name}: {memory} bytes of memory for {} of text", text.len());
    report
}

#[test]
fn a_megabyte_is_read_in_bounded_time_and_memory() {
    for piece in [
        "the workers of the mill in Leeds were hurt on Monday and ",
        "1",
        "1 ",
        ",",
        "Word ",
        "U.S. ",
        "(",
        "“",
        "\u{202e}",
        "A b c.\n\n",
    ] {
        hold(piece, &(filled(piece, MEGABYTE) + " a"), ARTICLE);
    }
}

#[test]
fn one_piece_over_and_over_is_read_in_bounded_time_and_memory() {
    for piece in [
        // One sentence without end.
        "the workers of the mill in Leeds were hurt on Monday and ",
        "word ",
        "a, ",
        "and ",
        "in near ",
        "he said that ",
        "University of the ",
        "Word ",
        "U.S. ",
        "United States ",
        "Bank of ",
        "Word (WD) ",
        "READ MORE ",
        // Marks.
        ",",
        ", ",
        ".",
        ". . . . ",
        "-. . . . ",
        "!? ",
        "(",
        "(a ",
        "(a. ",
        "[a] ",
        "-",
        "—",
        "*",
        "a: ",
        "$",
        // Quotation marks: opened and never closed, nested, closed and never opened.
        "\"",
        "“",
        "”",
        "“A ‘b ",
        "“We go. ” he said. ",
        "\"We go, he said. ",
        "‘tis the ’ \" ",
        "“Go,” said Mr. Doe. ",
        "a.”",
        "a. “",
        // Figures and days.
        "1",
        "1 ",
        "123 ",
        "1-",
        "1/2",
        "$5 ",
        "5% ",
        "million ",
        "two hundred and five thousand ",
        "between 5 and ",
        "from 5 to ",
        "on Tuesday ",
        "January 5, 2020 ",
        "January ",
        "5 p.m. ",
        "1. ",
        "1) a 2) b ",
        "• a ",
        // Letters without a space.
        "a",
        "A",
        "é",
        "漢字。",
        "😀",
        "e\u{301}",
        "a.b",
        "A.B",
        "a.B",
        "a-",
        "a'",
        "A&",
        "\u{0}",
        // White space and marks that nobody sees.
        "\n",
        "\r\n\r",
        "A\n",
        "A b c.\n\n",
        " ",
        "\t",
        "\u{feff}",
        "\u{202e}",
        "The\u{202e} mayor\u{202e} met\u{200f} 12\u{200f} people. ",
        "\u{2028}a",
    ] {
        // A letter, as nothing but marks is no article.
        hold(piece, &(filled(piece, LENGTH) + " a"), ARTICLE);
    }
}

#[test]
fn numbered_words_lines_and_rows_are_read_in_bounded_time_and_memory() {
    type Line = fn(usize) -> String;
    let lines: [(&str, Line); 5] = [
        ("capitalised words, all different", |i| format!("Word{i} ")),
        ("lines", |i| format!("Line number {i} is here.\n\n")),
        ("items", |i| format!("{}) item ", i % 1000)),
        ("rows of a table", |i| format!("{i}\t{}\t{}%\t${}\n", i * 7, i % 100, i * 3)),
        ("brackets in brackets", |i| if i % 2 == 0 { "(a [b ".to_owned() } else { "c) d] ".to_owned() }),
    ];
    for (name, line) in lines {
        let mut text = String::new();
        for i in 0.. {
            text += &line(i);
            if text.len() > LENGTH {
                break;
            }
        }
        hold(name, &text, ARTICLE);
    }
}

#[test]
fn articles_that_say_one_thing_over_and_over_are_compared_in_bounded_time_and_memory() {
    for piece in [
        "The mill in Leeds burned on Monday. ",
        "“We go,” said Mr. Doe. ",
        "1) item ",
        "It hurt 8 of 12 people and cost $5 million. ",
    ] {
        let texts = [filled(piece, LENGTH / 20), filled(piece, LENGTH / 10)];
        hold(piece, &texts[0], &texts[1]);
    }
}

#[test]
fn a_million_line_breaks_lose_nothing() {
    let report =
        hold("line breaks", &format!("A storm hit the coast.{}It left on Friday.", "\n".repeat(1_000_000)), ARTICLE);
    assert_eq!(report.articles[0].sentences.len(), 2);
    assert!(report.notes.iter().all(|note| note.kind != NoteKind::TooLong));
}

#[test]
fn a_sentence_that_is_longer_than_any_is_cut_and_noted() {
    let report = hold("a long sentence", &filled("the mill burned and ", 10_000), ARTICLE);
    assert!(report.articles[0].sentences.iter().all(|s| s.end - s.start <= 2_000));
    assert!(report.notes.iter().any(|note| note.kind == NoteKind::TooLong));
}

#[test]
fn what_is_beyond_any_article_is_set_aside_and_noted() {
    let report = hold("many sentences", &filled("It burned. ", 44_000), ARTICLE);
    let kinds: Vec<_> = report.articles[0].set_aside.iter().map(|s| s.kind).collect();
    assert_eq!((report.articles[0].sentences.len(), kinds), (2_000, vec![FurnitureKind::Excess]));
    assert!(report.notes.iter().any(|note| note.kind == NoteKind::TooLong));
}
