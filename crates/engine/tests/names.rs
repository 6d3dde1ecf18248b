//! How well names are joined, measured on made-up stories (`tests/names/*.md`).
//!
//! A story has a title, `## name.txt` with an article's text for each article, and `## names`: a line for each thing, its kind and
//! the forms that the articles use for it, each after its article's letter. A form of the Report counts as the listed form that
//! it overlaps most, by at least two thirds of what both cover or to the listed form's end (titles may stand in front); one that is
//! not listed is left out of the count. What is counted are
//! pairs of forms, within an article and across.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crosscheck_engine::report::{NameTie, Report};
use crosscheck_engine::{Options, Source, analyse};

/// An article and a form in it.
type Form = (char, String);
type Pairs = BTreeSet<(Form, Form)>;

#[test]
fn names_of_one_thing_are_joined_and_others_kept_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/names");
    let mut files: Vec<_> = fs::read_dir(folder).expect("the stories").map(|e| e.expect("a story").path()).collect();
    files.sort();
    let (mut right, mut shown, mut told) = (0, 0, 0);
    for file in &files {
        let (gold, found) = read(&fs::read_to_string(file).expect("a story is text"));
        let both = gold.intersection(&found).count();
        println!("{}: precision {both}/{} recall {both}/{}", file.display(), found.len(), gold.len());
        for (wrong, pair) in found.difference(&gold).map(|p| ('+', p)).chain(gold.difference(&found).map(|p| ('-', p)))
        {
            println!("  {wrong} {} {} = {} {}", pair.0.0, pair.0.1, pair.1.0, pair.1.1);
        }
        (right, shown, told) = (right + both, shown + found.len(), told + gold.len());
    }
    let (precision, recall) = (f64::from(right as u32) / shown as f64, f64::from(right as u32) / told as f64);
    println!("{} stories: precision {precision:.3} recall {recall:.3}", files.len());
    assert!(files.len() >= 6, "the stories are gone");
    assert!(precision >= 0.95, "precision {precision:.3}");
    assert!(recall >= 0.40, "recall {recall:.3}");
}

/// The pairs that stand together in the list, and those of the Report.
fn read(story: &str) -> (Pairs, Pairs) {
    let mut sources = Vec::new();
    let mut lines = "";
    for section in story.split("\n## ").skip(1) {
        let (name, body) = section.split_once('\n').expect("a section has a body");
        if name.trim() == "names" {
            lines = body;
        } else {
            sources.push(Source { name: name.trim().to_owned(), text: body.trim_end().to_owned() });
        }
    }
    let report = analyse(&sources, &Options::default());
    let mut items: BTreeMap<Form, Vec<(usize, usize)>> = BTreeMap::new();
    let mut gold = Pairs::new();
    for line in lines.lines().filter(|l| !l.trim().is_empty()) {
        let (_, forms) = line.split_once(": ").expect("a kind in front of the forms");
        let forms: Vec<Form> = forms
            .split(" | ")
            .map(|form| {
                let (letter, words) = form.trim().split_once(' ').expect("a letter in front of a form");
                (letter.chars().next().expect("a letter"), words.to_owned())
            })
            .collect();
        for form in &forms {
            let article = &report.articles[form.0 as usize - 'A' as usize].text;
            let places = places(article, &form.1);
            assert!(!places.is_empty(), "{} {} is not in the article", form.0, form.1);
            items.insert(form.clone(), places);
        }
        join(&mut gold, &forms);
    }
    let mut found = Pairs::new();
    for group in &report.names {
        let forms: Vec<Form> = group.forms.iter().filter_map(|f| listed(&report, &items, f)).collect();
        join(&mut found, &forms);
    }
    (gold, found)
}

fn join(pairs: &mut Pairs, forms: &[Form]) {
    let forms: BTreeSet<&Form> = forms.iter().collect();
    for (i, a) in forms.iter().enumerate() {
        pairs.extend(forms.iter().skip(i + 1).map(|b| ((*a).clone(), (*b).clone())));
    }
}

/// Where some words stand, not as a part of a longer word.
fn places(text: &str, words: &str) -> Vec<(usize, usize)> {
    let bare = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(words)
        .map(|(i, _)| (i, i + words.len()))
        .filter(|&(from, to)| bare(text[..from].chars().next_back()) && bare(text[to..].chars().next()))
        .collect()
}

/// The listed form that a form of the Report is.
fn listed(
    report: &Report,
    items: &BTreeMap<Form, Vec<(usize, usize)>>,
    form: &crosscheck_engine::report::NameForm,
) -> Option<Form> {
    let letter = char::from(b'A' + report.articles.iter().position(|a| a.id == form.article)? as u8);
    let (start, end) = (form.start as usize, form.end as usize);
    let titled = form.tie != NameTie::Apposition;
    let share = |&(from, to): &(usize, usize)| {
        let common = to.min(end).saturating_sub(from.max(start));
        let share = 1000 * common / (to.max(end) - from.min(start));
        if share >= 667 || titled && start <= from && end == to { share } else { 0 }
    };
    items
        .iter()
        .filter(|(item, _)| item.0 == letter)
        .filter_map(|(item, places)| Some((places.iter().map(share).max()?, item)))
        .filter(|(share, _)| *share > 0)
        .max_by_key(|(share, item)| (*share, std::cmp::Reverse(*item)))
        .map(|(_, item)| item.clone())
}
