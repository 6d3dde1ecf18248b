//! Times in an article against what an annotator would mark (`tests/times/*.md`): measured, with floors.
//!
//! `seen.md` was looked at while the rules were written, `unseen.md` only when they stood. Strict: the same words; relaxed: words in
//! common; type and value: right where words are in common. All are F1 over what is marked and what is found.
#![cfg(not(target_arch = "wasm32"))]
#![expect(clippy::print_stdout, reason = "what was missed is shown where a floor falls")]

use std::fs;
use std::path::Path;

use crosscheck_engine::inspect;

struct Marked {
    start: usize,
    end: usize,
    kind: String,
    value: String,
}

/// The text of an article without the marks, and what they say.
fn unmark(marked: &str) -> (String, Vec<Marked>) {
    let mut text = String::new();
    let mut gold = Vec::new();
    let mut rest = marked;
    while let Some((before, after)) = rest.split_once('[') {
        let (mark, after) = after.split_once(']').expect("a mark is closed");
        let parts: Vec<&str> = mark.split('|').collect();
        let [words, kind, value] = parts[..] else { panic!("not a mark: {mark}") };
        text.push_str(before);
        let start = text.len();
        text.push_str(words);
        gold.push(Marked { start, end: text.len(), kind: kind.to_owned(), value: value.to_owned() });
        rest = after;
    }
    text.push_str(rest);
    (text, gold)
}

/// F1 of strict and relaxed extents, type and value.
fn measure(file: &str) -> [f64; 4] {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/times").join(file);
    let all = fs::read_to_string(path).expect("marked articles");
    let (mut sizes, mut right) = (0, [0_u32; 4]);
    for section in all.split("\n# ").skip(1) {
        let (date, body) = section.split_once('\n').expect("a day and an article");
        let (text, gold) = unmark(body.trim());
        let found = inspect(&text, Some(date.trim())).expect("a day").times;
        sizes += gold.len() + found.len();
        for mark in &gold {
            let overlap = |from: u32, to: u32| mark.end.min(to as usize).saturating_sub(mark.start.max(from as usize));
            let hits = found.iter().filter(|t| overlap(t.start, t.end) > 0);
            let Some(hit) = hits.max_by_key(|t| overlap(t.start, t.end)) else {
                println!("{file}: missed {:?}", &text[mark.start..mark.end]);
                continue;
            };
            let same = [
                (hit.start as usize, hit.end as usize) == (mark.start, mark.end),
                true,
                hit.kind == mark.kind,
                hit.value == mark.value,
            ];
            if same.contains(&false) {
                println!(
                    "{file}: {} {} {:?}, found {} {} {:?}",
                    mark.kind,
                    mark.value,
                    &text[mark.start..mark.end],
                    hit.kind,
                    hit.value,
                    hit.text
                );
            }
            for (sum, same) in right.iter_mut().zip(same) {
                *sum += u32::from(same);
            }
        }
    }
    right.map(|n| 2.0 * f64::from(n) / sizes as f64)
}

#[test]
fn times_of_an_article_are_read_as_an_annotator_marks_them() {
    for (file, floors) in [("seen.md", [0.97, 0.97, 0.97, 0.95]), ("unseen.md", [0.95, 0.95, 0.95, 0.95])] {
        let reached = measure(file);
        println!(
            "{file}: strict {:.3}, relaxed {:.3}, type {:.3}, value {:.3}",
            reached[0], reached[1], reached[2], reached[3]
        );
        for (reached, floor) in reached.into_iter().zip(floors) {
            assert!(reached >= floor, "{file}: {reached:.3} is below {floor}");
        }
    }
}
