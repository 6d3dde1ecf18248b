//! The engine on other people's data, which is not in this repository: a folder with `ecb/dev.json` (the `EventCorefBank`+ as
//! stories), `golden_rules_en.json` (sentence-splitting rules) and `recognizers_en.json` (cases of Recognizers-Text).
//! Offsets in them count characters.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crosscheck_engine::report::Report;
use crosscheck_engine::{Inspection, Options, Source, analyse, inspect};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::gold::print;
use crate::{Figure, Now, prf};

/// Where the data comes from, for those who have none.
pub const WHERE: &str = "EventCorefBank+ (ECB+, CC BY), Golden Rules of pragmatic_segmenter, Recognizers-Text (MIT)";

/// All figures of a folder.
///
/// # Errors
/// Where a file cannot be read; the message names it.
pub fn score(folder: &Path) -> Result<Vec<Figure>, String> {
    let mut out = events(&read::<Vec<Story>>(&folder.join("ecb/dev.json"))?);
    out.push(rules(&read::<Vec<Rule>>(&folder.join("golden_rules_en.json"))?));
    let suites = read::<BTreeMap<String, Vec<Case>>>(&folder.join("recognizers_en.json"))?;
    for (model, name) in [
        ("NumberModel", "numbers"),
        ("DateTimeModel", "dates and times"),
        ("CurrencyModel", "currency"),
        ("DimensionModel", "dimensions"),
        ("PercentModel", "per cent"),
    ] {
        out.push(suite(name, suites.get(model).map_or(&[][..], Vec::as_slice), model == "DateTimeModel"));
    }
    Ok(out)
}

fn read<T: DeserializeOwned>(path: &Path) -> Result<T, String> {
    let failed = |error: &dyn std::fmt::Display| format!("cannot read {}: {error}", path.display());
    let text = fs::read_to_string(path).map_err(|error| failed(&error))?;
    serde_json::from_str(&text).map_err(|error| failed(&error))
}

/// Articles of two events of one kind, with links between sentences that tell of a common event.
#[derive(Deserialize)]
struct Story {
    #[serde(rename = "story")]
    name: String,
    docs: Vec<Doc>,
    /// Article, sentence, article, sentence.
    links: Vec<[usize; 4]>,
    /// Beside `links`: how much of all their events is common.
    jaccard: Vec<f64>,
}

#[derive(Deserialize)]
struct Doc {
    id: String,
    text: String,
    sentences: Vec<Sentence>,
}

#[derive(Deserialize)]
struct Sentence {
    start: usize,
    end: usize,
    scored: bool,
}

/// A sentence of a story: article and index.
type At = (usize, usize);

impl Doc {
    /// The sentences that a span of bytes is about: those of which it is half, or that are half of it; else the one with most of it.
    fn sentences(&self, start: u32, end: u32) -> Vec<usize> {
        let (start, end) = (chars(&self.text, start), chars(&self.text, end));
        let mut hit = Vec::new();
        let mut most = (0, None);
        for (i, s) in self.sentences.iter().enumerate() {
            let common = end.min(s.end).saturating_sub(start.max(s.start));
            if common > 0 && (2 * common >= s.end - s.start || 2 * common >= end - start) {
                hit.push(i);
            }
            if common > most.0 {
                most = (common, Some(i));
            }
        }
        if hit.is_empty() { most.1.into_iter().collect() } else { hit }
    }
}

/// A byte offset as a character offset.
fn chars(text: &str, byte: u32) -> usize {
    text.get(..byte as usize).map_or(0, |t| t.chars().count())
}

/// The whole run on each story: links between sentences, and contradictions among sentences that gold links.
fn events(stories: &[Story]) -> Vec<Figure> {
    // Right, wrong and missed links, for any common event and for half of all events.
    let mut links = [(0, 0, 0); 2];
    let (mut false_pairs, mut contradictions) = (Vec::new(), Vec::new());
    for story in stories {
        let sources: Vec<Source> =
            story.docs.iter().map(|d| Source { name: format!("{}.txt", d.id), text: d.text.clone() }).collect();
        let report = analyse(&sources, &Options { headlines_claim: true, ..Options::default() });
        let found = linked(story, &report);
        let gold = |floor: f64| -> BTreeSet<(At, At)> {
            let enough = story.links.iter().zip(&story.jaccard).filter(|(_, j)| **j >= floor);
            enough.map(|(l, _)| ordered((l[0], l[1]), (l[2], l[3]))).collect()
        };
        for (sum, floor) in links.iter_mut().zip([0.0, 0.5]) {
            let gold = gold(floor);
            let right = gold.intersection(&found).count();
            *sum = (sum.0 + right, sum.1 + found.len() - right, sum.2 + gold.len() - right);
        }
        let strict = gold(0.5);
        let mut pairs = BTreeSet::new();
        for difference in report.facts.iter().flat_map(|f| &f.differences).filter(|d| !d.compatible) {
            contradictions.push(format!("{}: {}", story.name, print(difference)));
            for a in &difference.values {
                for b in difference.values.iter().filter(|b| b.way != a.way) {
                    let places = |v: &crosscheck_engine::report::Value| -> Vec<At> {
                        let Some(d) = story.docs.iter().position(|d| d.id == v.article.0) else { return Vec::new() };
                        story.docs[d].sentences(v.start, v.end).into_iter().map(|s| (d, s)).collect()
                    };
                    for x in places(a) {
                        for pair in places(b).into_iter().map(|y| ordered(x, y)).filter(|pair| strict.contains(pair)) {
                            if pairs.insert(pair) {
                                false_pairs.push(format!(
                                    "{}: {}: {} | {}",
                                    story.name,
                                    print_pair(story, pair),
                                    a.text,
                                    b.text
                                ));
                            }
                        }
                    }
                }
            }
        }
    }
    let [any, strict] = links.map(|(right, wrong, missed)| prf(right, wrong, missed));
    vec![
        Figure::new("ECB+ any precision", Now::Share(any.0)),
        Figure::new("ECB+ any F1", Now::Share(any.2)),
        Figure::new("ECB+ strict precision", Now::Share(strict.0)),
        Figure::new("ECB+ strict F1", Now::Share(strict.2)),
        Figure::new("false contradictions, linked ECB+ pairs", Now::Count(false_pairs.len())).with(false_pairs),
        Figure::new("contradictions in ECB+, in all", Now::Count(contradictions.len())).with(contradictions),
    ]
}

fn ordered(a: At, b: At) -> (At, At) {
    if a <= b { (a, b) } else { (b, a) }
}

fn print_pair(story: &Story, pair: (At, At)) -> String {
    let text = |(d, s): At| {
        let s = &story.docs[d].sentences[s];
        story.docs[d].text.chars().skip(s.start).take(s.end - s.start).collect::<String>()
    };
    format!("{} | {}", text(pair.0), text(pair.1))
}

/// Pairs of sentences of different articles that stand in one row.
fn linked(story: &Story, report: &Report) -> BTreeSet<(At, At)> {
    let mut out = BTreeSet::new();
    for fact in &report.facts {
        let mut at: BTreeSet<At> = BTreeSet::new();
        for m in &fact.mentions {
            let Some(d) = story.docs.iter().position(|d| d.id == m.article.0) else { continue };
            let doc = &story.docs[d];
            at.extend(doc.sentences(m.start, m.end).into_iter().filter(|&s| doc.sentences[s].scored).map(|s| (d, s)));
        }
        for &a in &at {
            out.extend(at.iter().filter(|b| a.0 < b.0).map(|&b| (a, b)));
        }
    }
    out
}

#[derive(Deserialize)]
struct Rule {
    name: String,
    input: String,
    expected: Vec<String>,
}

/// What is read in a text; none where it is no article at all.
fn look(text: &str, date: Option<&str>) -> Option<Inspection> {
    let source = Source::from_bytes("text", text.as_bytes()).ok()?;
    inspect(&source.text, date).ok()
}

fn rules(rules: &[Rule]) -> Figure {
    let mut wrong = Vec::new();
    for rule in rules {
        let found = look(&rule.input, None).map_or_else(Vec::new, |found| found.sentences);
        let found: Vec<&str> = found.iter().map(|s| rule.input[s.start as usize..s.end as usize].trim()).collect();
        if found != rule.expected.iter().map(|s| s.trim()).collect::<Vec<_>>() {
            wrong.push(format!("{}: {found:?}", rule.name));
        }
    }
    Figure::new("sentence rules", Now::Of(rules.len() - wrong.len(), rules.len())).with(wrong)
}

#[derive(Deserialize)]
struct Case {
    input: String,
    #[serde(rename = "ref")]
    date: Option<String>,
    results: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    text: String,
    start: usize,
    end: usize,
    resolution: Resolution,
}

#[derive(Deserialize)]
struct Resolution {
    value: Option<serde_json::Value>,
    #[serde(default)]
    values: Vec<Timex>,
}

#[derive(Deserialize)]
struct Timex {
    timex: Option<String>,
}

/// A case is right where every expected item is found at its place with its value; of times, where nothing else is found.
fn suite(name: &str, cases: &[Case], times: bool) -> Figure {
    let mut wrong = Vec::new();
    for case in cases {
        let date = case.date.as_deref().unwrap_or("2016-11-07");
        let found = look(&case.input, date.get(..10));
        let place = |start, end| (chars(&case.input, start), chars(&case.input, end));
        let hits = |at: (usize, usize), want: &Expected| at.1.min(want.end) > at.0.max(want.start);
        let right = if times {
            let mine: Vec<_> = found.iter().flat_map(|f| &f.times).map(|t| (place(t.start, t.end), &t.value)).collect();
            let value = |want: &Expected, value: &String| {
                want.resolution.values.iter().any(|v| v.timex.as_ref() == Some(value))
            };
            mine.len() == case.results.len()
                && case.results.iter().all(|want| mine.iter().any(|(at, v)| hits(*at, want) && value(want, v)))
        } else {
            let mine: Vec<_> = found
                .iter()
                .flat_map(|f| &f.quantities)
                .filter_map(|q| Some((place(q.start, q.end), q.value?)))
                .collect();
            case.results.iter().all(|want| {
                number(want.resolution.value.as_ref()).is_some_and(|wanted| {
                    mine.iter().any(|(at, v)| hits(*at, want) && (v - wanted).abs() <= 1e-6 * wanted.abs().max(1.0))
                })
            })
        };
        if !right {
            let wanted: Vec<&str> = case.results.iter().map(|r| r.text.as_str()).collect();
            wrong.push(format!("{:?}: {wanted:?}", case.input));
        }
    }
    Figure::new(name, Now::Of(cases.len() - wrong.len(), cases.len())).with(wrong)
}

fn number(value: Option<&serde_json::Value>) -> Option<f64> {
    match value? {
        serde_json::Value::String(text) => text.trim_end_matches('%').trim().parse().ok(),
        other => other.as_f64(),
    }
}
