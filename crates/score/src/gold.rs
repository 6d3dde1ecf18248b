//! A Report held against a careful human's reading of the same articles.
//!
//! The reading is a JSON file: `articles` (what is known of each, and its page furniture), `sentences`, `facts` with their
//! differences, `pairs` of sentences that tell the same (`pairs_content`: those that must be found; `pairs`: those that may;
//! `traps`: look-alikes that must not), `numbers`, `quotes`, `names`. Offsets are bytes into the file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crosscheck_engine::report::{self, Report};
use crosscheck_engine::{Options, Source, analyse};
use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::{Figure, Now, prf};

/// A human's reading of a story.
#[derive(Deserialize)]
pub struct Gold {
    articles: Vec<Article>,
    sentences: BTreeMap<String, Vec<At>>,
    #[serde(default)]
    facts: Vec<Fact>,
    #[serde(default)]
    pairs: Vec<Pair>,
    #[serde(default)]
    pairs_content: Vec<Pair>,
    #[serde(default)]
    traps: Vec<Pair>,
    #[serde(default)]
    numbers: Vec<Numbers>,
    #[serde(default)]
    quotes: Vec<Quotes>,
    #[serde(default)]
    names: Vec<Names>,
}

#[derive(Deserialize)]
struct Article {
    id: String,
    title: Option<String>,
    #[serde(default)]
    byline_accepted: Vec<Option<String>>,
    #[serde(default)]
    outlet_accepted: Vec<Option<String>>,
    #[serde(default)]
    published_accepted: Vec<Option<String>>,
    #[serde(default)]
    boilerplate: Vec<At>,
}

#[derive(Deserialize)]
struct At {
    start: u32,
    end: u32,
}

#[derive(Deserialize)]
struct Fact {
    id: String,
    severity: Option<String>,
    #[serde(default)]
    differences: Vec<Difference>,
}

#[derive(Deserialize)]
struct Difference {
    field: String,
    values: BTreeMap<String, String>,
    #[serde(default)]
    values_also: BTreeMap<String, Vec<String>>,
}

/// Article, place, article, place, and why.
type Pair = (String, (u32, u32), String, (u32, u32), IgnoredAny);

#[derive(Deserialize)]
struct Numbers {
    values: Vec<Number>,
}

#[derive(Deserialize)]
struct Number {
    article: String,
    start: u32,
    end: u32,
    text: String,
    value: Option<f64>,
    min: Option<f64>,
}

#[derive(Deserialize)]
struct Quotes {
    mentions: Vec<Quote>,
}

#[derive(Deserialize)]
struct Quote {
    article: String,
    start: u32,
    end: u32,
    change: String,
}

#[derive(Deserialize)]
struct Names {
    mentions: BTreeMap<String, Vec<String>>,
}

/// A place in an article.
type Place = (String, u32, u32);

/// Fields that are compared for what they say; how a thing is framed is not among them.
const CONTENT: [&str; 13] = [
    "number",
    "date",
    "time",
    "place",
    "actor",
    "weapon",
    "target",
    "casualty",
    "certainty",
    "scope",
    "name",
    "wording",
    "attribution",
];

/// The articles and the human's reading of one story.
///
/// # Errors
/// Where a file cannot be read; the message names it.
pub fn read(gold: &Path, articles: &Path) -> Result<(Gold, Vec<Source>), String> {
    let failed = |path: &Path, error: &dyn std::fmt::Display| format!("cannot read {}: {error}", path.display());
    let text = fs::read_to_string(gold).map_err(|error| failed(gold, &error))?;
    let reading: Gold = serde_json::from_str(&text).map_err(|error| failed(gold, &error))?;
    let mut sources = Vec::new();
    for article in &reading.articles {
        let name = format!("{}.txt", article.id);
        let path = articles.join(&name);
        let bytes = fs::read(&path).map_err(|error| failed(&path, &error))?;
        sources.push(Source::from_bytes(&name, &bytes).map_err(|error| failed(&path, &error))?);
    }
    Ok((reading, sources))
}

/// All figures of one story, in the order in which they are printed.
///
/// # Errors
/// Where a file cannot be read; the message names it.
pub fn score_story(gold: &Path, articles: &Path) -> Result<Vec<Figure>, String> {
    let (gold, sources) = read(gold, articles)?;
    Ok(score(&gold, &analyse(&sources, &Options::default())))
}

/// Stories with a reading, each in a folder of its own with its articles and `gold.json`: name and figures, in order. None
/// where there is no such folder.
///
/// # Errors
/// Where a file of a story cannot be read; the message names it.
pub fn score_stories(folder: &Path) -> Result<Vec<(String, Vec<Figure>)>, String> {
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path()));
    let mut stories: Vec<PathBuf> = entries.filter(|path| path.join("gold.json").is_file()).collect();
    stories.sort();
    let score = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok((name, score_story(&path.join("gold.json"), &path)?))
    };
    stories.into_iter().map(score).collect()
}

/// The stories beside each other: of each figure the mean over the stories.
pub fn mean(stories: &[Vec<Figure>]) -> Vec<Figure> {
    let Some(first) = stories.first() else { return Vec::new() };
    let one = |i: usize, figure: &Figure| {
        let all = stories.iter().map(|story| match story[i].now {
            Now::Of(count, all) => count as f64 / all.max(1) as f64,
            other => other.number(),
        });
        Figure::new(figure.name.clone(), Now::Share(all.sum::<f64>() / stories.len() as f64))
    };
    first.iter().enumerate().map(|(i, figure)| one(i, figure)).collect()
}

/// Holds a Report against a human's reading of the same articles.
pub fn score(gold: &Gold, report: &Report) -> Vec<Figure> {
    let mut out = articles(gold, report);
    out.extend(alignment(gold, report));
    out.extend(differences(gold, report));
    out.extend(quantities(gold, report));
    out.extend(quotes(gold, report));
    out.extend(names(gold, report));
    out
}

fn overlap(a: &Place, b: &Place) -> u32 {
    if a.0 == b.0 { a.2.min(b.2).saturating_sub(a.1.max(b.1)) } else { 0 }
}

fn mentions(report: &Report) -> Vec<Place> {
    report.facts.iter().flat_map(|f| &f.mentions).map(|m| (m.article.0.clone(), m.start, m.end)).collect()
}

fn sentences(gold: &Gold) -> Vec<Place> {
    gold.sentences.iter().flat_map(|(a, all)| all.iter().map(|s| (a.clone(), s.start, s.end))).collect()
}

/// Something known of an article: its name, as read, and what gold accepts.
type Known = (&'static str, fn(&report::Article) -> Option<&String>, fn(&Article) -> Vec<Option<String>>);

/// What is set aside, what is known of each article, and how much of the body is in some row.
fn articles(gold: &Gold, report: &Report) -> Vec<Figure> {
    let mentions = mentions(report);
    let text = |place: &Place| {
        let article = report.articles.iter().find(|a| a.id.0 == place.0);
        article.and_then(|a| a.text.get(place.1 as usize..place.2 as usize)).unwrap_or_default().to_owned()
    };
    let furniture: Vec<Place> =
        gold.articles.iter().flat_map(|a| a.boilerplate.iter().map(|b| (a.id.clone(), b.start, b.end))).collect();
    let leaks: Vec<String> = mentions
        .iter()
        .flat_map(|m| furniture.iter().filter(move |b| overlap(m, b) > 2))
        .map(|b| format!("{}: {}", b.0, text(b)))
        .collect();
    let mut out = vec![Figure::new("furniture in a claim", Now::Count(leaks.len())).with(leaks)];
    let known: [Known; 4] = [
        ("headline", |a| a.headline.as_ref(), |g| vec![g.title.clone()]),
        ("byline", |a| a.byline.as_ref(), |g| g.byline_accepted.clone()),
        ("outlet", |a| a.outlet.as_ref(), |g| g.outlet_accepted.clone()),
        ("published", |a| a.published.as_ref(), |g| g.published_accepted.clone()),
    ];
    for (what, read, accepted) in known {
        let mut wrong = Vec::new();
        for article in &gold.articles {
            let mine = report.articles.iter().find(|a| a.id.0 == article.id);
            let mine = mine.and_then(read).filter(|text| !text.is_empty()).cloned();
            if !accepted(article).contains(&mine) {
                wrong.push(format!("{}: {mine:?}", article.id));
            }
        }
        let right = gold.articles.len() - wrong.len();
        out.push(Figure::new(format!("{what} right"), Now::Of(right, gold.articles.len())).with(wrong));
    }
    let all = sentences(gold);
    let length = |places: &[&Place]| places.iter().map(|s| f64::from(s.2 - s.1)).sum::<f64>();
    let (covered, missed): (Vec<&Place>, Vec<&Place>) =
        all.iter().partition(|s| mentions.iter().any(|m| overlap(m, s) > 10));
    let share = length(&covered) / (length(&covered) + length(&missed)).max(1.0);
    let missed = missed.into_iter().map(text).collect();
    out.push(Figure::new("body covered", Now::Share(share)).with(missed));
    out
}

/// A pair of places, in order.
fn pair<T: Ord>(a: T, b: T) -> (T, T) {
    if a <= b { (a, b) } else { (b, a) }
}

fn gold_pairs(rows: &[Pair]) -> BTreeSet<(Place, Place)> {
    rows.iter().map(|p| pair((p.0.clone(), p.1.0, p.1.1), (p.2.clone(), p.3.0, p.3.1))).collect()
}

/// Which sentences of different articles stand in one row.
fn alignment(gold: &Gold, report: &Report) -> Vec<Figure> {
    let all = sentences(gold);
    let mut found = BTreeSet::new();
    for fact in &report.facts {
        let mut at = BTreeSet::new();
        for m in &fact.mentions {
            let m = (m.article.0.clone(), m.start, m.end);
            // A real part: 15 bytes, or half of a mention that is shorter than 30.
            at.extend(all.iter().filter(|s| overlap(&m, s) * 2 >= 30.min((m.2 - m.1).max(2))));
        }
        for a in &at {
            found.extend(at.iter().filter(|b| a.0 != b.0).map(|b| pair((*a).clone(), (*b).clone())));
        }
    }
    let (content, lenient) = (gold_pairs(&gold.pairs_content), gold_pairs(&gold.pairs));
    let text = |place: &Place| {
        let article = report.articles.iter().find(|a| a.id.0 == place.0);
        let text = article.and_then(|a| a.text.get(place.1 as usize..place.2 as usize)).unwrap_or_default();
        text.chars().take(110).collect::<String>()
    };
    let print = |pairs: Vec<&(Place, Place)>| pairs.iter().map(|(a, b)| format!("{} | {}", text(a), text(b))).collect();
    let wrong: Vec<_> = found.difference(&lenient).collect();
    let missed: Vec<_> = content.difference(&found).collect();
    let all_traps = gold_pairs(&gold.traps);
    let traps: Vec<_> = found.intersection(&all_traps).collect();
    let (p, r, f1) = prf(found.intersection(&content).count(), wrong.len(), missed.len());
    vec![
        Figure::new("alignment precision", Now::Share(p)).with(print(wrong)),
        Figure::new("alignment recall", Now::Share(r)).with(print(missed)),
        Figure::new("alignment F1", Now::Share(f1)),
        Figure::new("traps fallen into", Now::Of(traps.len(), gold.traps.len())).with(print(traps)),
    ]
}

/// Two values that a reader takes for one: one holds the other, or they share six in ten of the shorter one's words.
fn same_value(a: &str, b: &str) -> bool {
    let fold = |t: &str| t.trim_matches([' ', '“', '”', '"', '\'', '.', ',']).to_lowercase();
    let (a, b) = (fold(a), fold(b));
    let words = |t: &str| -> BTreeSet<String> {
        t.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (x, y) = (words(&a), words(&b));
    let least = x.len().min(y.len());
    a.contains(&b) || b.contains(&a) || least > 0 && x.intersection(&y).count() * 10 >= least * 6
}

/// A gold difference is found where a difference of the Report sets the values of two articles against each other that gold does.
fn differences(gold: &Gold, report: &Report) -> Vec<Figure> {
    let shown: Vec<&report::Difference> = report.facts.iter().flat_map(|f| &f.differences).collect();
    let mut right = BTreeSet::new();
    // By severity: how many are found, and those that are missed.
    let mut by: BTreeMap<&str, (usize, Vec<String>)> = BTreeMap::new();
    for fact in &gold.facts {
        for wanted in fact.differences.iter().filter(|d| CONTENT.contains(&d.field.as_str())) {
            let accepts = |v: &report::Value| {
                let also = wanted.values_also.get(&v.article.0);
                let first = wanted.values.get(&v.article.0)?;
                let fits = std::iter::once(first).chain(also.into_iter().flatten()).any(|g| same_value(&v.text, g));
                fits.then_some(first)
            };
            let mut found = false;
            for (i, difference) in shown.iter().enumerate() {
                let said: BTreeSet<&String> = difference.values.iter().filter_map(accepts).collect();
                if said.iter().any(|x| said.iter().any(|y| !same_value(x, y))) {
                    found = true;
                    right.insert(i);
                }
            }
            let severity = by.entry(fact.severity.as_deref().unwrap_or("minor")).or_default();
            if found {
                severity.0 += 1;
            } else {
                severity.1.push(format!("{} {} {:?}", fact.id, wanted.field, wanted.values));
            }
        }
    }
    let mut out = Vec::new();
    for severity in ["conflict", "material", "minor"] {
        let (found, missed) = by.remove(severity).unwrap_or_default();
        out.push(
            Figure::new(format!("differences found, {severity}"), Now::Of(found, found + missed.len())).with(missed),
        );
    }
    let precision = if shown.is_empty() { 0.0 } else { right.len() as f64 / shown.len() as f64 };
    let wrong = shown.iter().enumerate().filter(|(i, _)| !right.contains(i)).map(|(_, d)| print(d)).collect();
    out.push(Figure::new("difference precision", Now::Share(precision)).with(wrong));
    out.push(Figure::new("differences shown", Now::Count(shown.len())));
    out
}

/// A difference in one line.
pub(crate) fn print(difference: &report::Difference) -> String {
    let values: Vec<String> = difference.values.iter().map(|v| format!("{}: {}", v.article.0, v.text)).collect();
    let sign = if difference.compatible { '≈' } else { '≠' };
    format!("{sign} {:?}: {}", difference.field, values.join(" | "))
}

/// Groups held against gold groups: pairs of items of different articles. Items that gold does not know are left out.
fn groups<T: Ord>(
    name: &str,
    gold: &[Vec<T>],
    mine: &[Vec<T>],
    same: impl Fn(&T, &T) -> bool,
    article: impl Fn(&T) -> &str,
    print: impl Fn(&T) -> String,
) -> Vec<Figure> {
    let items: BTreeSet<&T> = gold.iter().flatten().collect();
    let pairs = |groups: Vec<Vec<&T>>| -> BTreeSet<(usize, usize)> {
        let index = |item: &T| items.iter().position(|i| **i == *item).unwrap_or_default();
        let mut out = BTreeSet::new();
        for group in groups {
            for a in &group {
                out.extend(group.iter().filter(|b| article(a) != article(b)).map(|b| pair(index(a), index(b))));
            }
        }
        out
    };
    let known = |group: &Vec<T>| group.iter().filter_map(|i| items.iter().copied().find(|k| same(i, k))).collect();
    let (wanted, found) =
        (pairs(gold.iter().map(|g| g.iter().collect()).collect()), pairs(mine.iter().map(known).collect()));
    let all: Vec<&T> = items.iter().copied().collect();
    let lines = |pairs: Vec<&(usize, usize)>| {
        pairs.iter().map(|(a, b)| format!("{} | {}", print(all[*a]), print(all[*b]))).collect()
    };
    let (wrong, missed): (Vec<_>, Vec<_>) = (found.difference(&wanted).collect(), wanted.difference(&found).collect());
    let (p, r, _) = prf(found.intersection(&wanted).count(), wrong.len(), missed.len());
    vec![
        Figure::new(format!("{name} precision"), Now::Share(p)).with(lines(wrong)),
        Figure::new(format!("{name} recall"), Now::Share(r)).with(lines(missed)),
    ]
}

fn printed(report: &Report) -> impl Fn(&Place) -> String {
    |place| {
        let article = report.articles.iter().find(|a| a.id.0 == place.0);
        let text = article.and_then(|a| a.text.get(place.1 as usize..place.2 as usize)).unwrap_or_default();
        format!("{}: {text}", place.0)
    }
}

fn quantities(gold: &Gold, report: &Report) -> Vec<Figure> {
    let place = |v: &report::QuantityValue| (v.article.0.clone(), v.start, v.end);
    let gold_place = |v: &Number| (v.article.clone(), v.start, v.end);
    let wanted: Vec<Vec<Place>> = gold.numbers.iter().map(|n| n.values.iter().map(gold_place).collect()).collect();
    let mine: Vec<Vec<Place>> = report.quantities.iter().map(|q| q.values.iter().map(place).collect()).collect();
    let mut out = groups("quantity grouping", &wanted, &mine, |a, b| overlap(a, b) > 0, |p| &p.0, printed(report));

    // A place may be in two groups; its value is read once.
    let values: BTreeMap<Place, &Number> =
        gold.numbers.iter().flat_map(|n| &n.values).map(|v| (gold_place(v), v)).collect();
    let mut wrong = Vec::new();
    for (at, wanted) in &values {
        let text = wanted.text.replace(',', "");
        let figures = text.split(|c: char| !c.is_ascii_digit() && c != '.');
        let figures: Vec<f64> = figures.filter_map(|n| n.trim_matches('.').parse().ok()).collect();
        let right = |v: &report::QuantityValue| {
            v.value == wanted.value
                || wanted.value.is_none() && (v.value.is_some_and(|v| figures.contains(&v)) || v.min == wanted.min)
        };
        let read = report.quantities.iter().flat_map(|q| &q.values).filter(|v| overlap(&place(v), at) > 0);
        let read: Vec<_> = read.collect();
        if !read.iter().any(|v| right(v)) {
            let values: Vec<_> = read.iter().map(|v| v.value).collect();
            wrong.push(format!("{}: {} is {:?}, read as {values:?}", at.0, wanted.text, wanted.value));
        }
    }
    let right = (values.len() - wrong.len()) as f64 / values.len().max(1) as f64;
    out.push(Figure::new("quantity values right", Now::Share(right)).with(wrong));
    out
}

fn quotes(gold: &Gold, report: &Report) -> Vec<Figure> {
    let marked = |q: &Quotes| -> Vec<Place> {
        let inside_marks = q.mentions.iter().filter(|m| m.change != "reported");
        inside_marks.map(|m| (m.article.clone(), m.start, m.end)).collect()
    };
    let wanted: Vec<Vec<Place>> = gold.quotes.iter().map(marked).collect();
    let place = |m: &report::QuoteMention| (m.article.0.clone(), m.start, m.end);
    let mine: Vec<Vec<Place>> = report.quotes.iter().map(|q| q.mentions.iter().map(place).collect()).collect();
    groups("quote collation", &wanted, &mine, |a, b| overlap(a, b) > 0, |p| &p.0, printed(report))
}

fn names(gold: &Gold, report: &Report) -> Vec<Figure> {
    let each = |n: &Names| -> Vec<(String, String)> {
        n.mentions.iter().flat_map(|(a, forms)| forms.iter().map(|f| (a.clone(), f.clone()))).collect()
    };
    let wanted: Vec<Vec<(String, String)>> = gold.names.iter().map(each).collect();
    let form = |p: &report::Passage| (p.article.0.clone(), p.text.clone());
    let mine: Vec<Vec<(String, String)>> = report.names.iter().map(|n| n.forms.iter().map(form).collect()).collect();
    let fold = |t: &str| {
        let t = t.to_lowercase();
        t.strip_prefix("the ").map(str::to_owned).unwrap_or(t)
    };
    let same = |a: &(String, String), b: &(String, String)| a.0 == b.0 && fold(&a.1) == fold(&b.1);
    groups("names", &wanted, &mine, same, |n| &n.0, |n| format!("{}: {}", n.0, n.1))
}
