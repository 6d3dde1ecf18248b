//! Who says what, held against made-up news of many kinds (`tests/attribution/*.md`), as `inspect` reads it: floors that must
//! hold.
//!
//! A passage has a title (`## …`), its text, then a line for each attribution: `> KIND | SPEAKER | CUE | WORDS`. The
//! speaker is the words at the cue, `= ` the full name where it is another; `-` is none. `~ WORDS` may be found or not.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::print_stdout, reason = "the counts are shown where a floor falls")]

use std::fs;
use std::path::Path;

use crosscheck_engine::inspect;

#[derive(Debug, Default)]
struct Score {
    expected: usize,
    /// Words and kind, exactly.
    found: usize,
    /// Of those, words and kind, the speaker's words, and the cue, exactly.
    attributed: usize,
    /// Of those, the resolved name too.
    named: usize,
    /// Found where nothing is expected.
    spurious: usize,
    wrong: Vec<String>,
}

fn bare(words: &str) -> &str {
    words.trim().trim_end_matches(['.', ','])
}

fn score(file: &str) -> Score {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/attribution").join(file);
    let whole = fs::read_to_string(path).expect("the passages");
    let mut score = Score::default();
    for passage in whole.split("\n## ").skip(1) {
        let (_, body) = passage.split_once('\n').expect("a passage has a text");
        let is_note = |l: &&str| l.starts_with("> ") || l.starts_with("~ ");
        let text = body.lines().take_while(|l| !is_note(l)).collect::<Vec<_>>().join("\n");
        let quotes = inspect(&text, None).expect("no date is given").quotes;
        let words = |from: u32, to: u32| &text[from as usize..to as usize];
        let mut left: Vec<usize> = (0..quotes.len()).collect();
        for line in body.lines().filter(is_note) {
            let fields: Vec<&str> = line[2..].split(" | ").collect();
            let said = bare(fields[fields.len() - 1]);
            let hit = left.iter().position(|&q| bare(words(quotes[q].start, quotes[q].end)) == said);
            let quote = hit.map(|h| &quotes[left.remove(h)]);
            let [kind, speaker, cue, _] = fields[..] else { continue };
            score.expected += 1;
            let (at_cue, name) = speaker.split_once(" = ").unwrap_or((speaker, speaker));
            let Some(quote) = quote.filter(|q| q.kind == kind) else {
                score.wrong.push(format!("missed {line}"));
                continue;
            };
            score.found += 1;
            let place = |from: Option<u32>, to: Option<u32>| from.zip(to).map_or("-", |(f, t)| words(f, t));
            let found = (place(quote.speaker_start, quote.speaker_end), place(quote.cue_start, quote.cue_end));
            if found == (at_cue, cue) {
                score.attributed += 1;
                if quote.speaker.as_deref().unwrap_or("-") == name {
                    score.named += 1;
                } else {
                    score.wrong.push(format!("named {:?}: {line}", quote.speaker));
                }
            } else {
                score.wrong.push(format!("by {found:?}: {line}"));
            }
        }
        for q in left {
            score.spurious += 1;
            let quote = &quotes[q];
            score.wrong.push(format!(
                "unexpected {} {:?}: {}",
                quote.kind,
                quote.speaker,
                words(quote.start, quote.end)
            ));
        }
    }
    score
}

#[test]
fn who_says_what_stays_above_its_floors() {
    for (file, found, named) in [("first.md", 1.0, 1.0), ("second.md", 0.98, 0.94)] {
        let score = score(file);
        println!(
            "{file}: {} of {} found, {} attributed, {} named, {} spurious",
            score.found, score.expected, score.attributed, score.named, score.spurious
        );
        let share = |n: usize| n as f64 / score.expected as f64;
        assert!(share(score.found) >= found && share(score.named) >= named, "{file} {score:#?}");
    }
}
