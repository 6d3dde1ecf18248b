//! Excerpts: what is left out is nowhere, what is kept stands where it stood.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crosscheck_engine::report::{Article, ArticleId, Range, Report, Status};
use crosscheck_engine::{HostArticle, HostStory, Options, Source, analyse, excerpts};
use serde_json::Value;

#[allow(dead_code, reason = "its digests are for another test")]
#[path = "support/random.rs"]
mod random;
#[path = "support/valid.rs"]
mod valid;

/// The Report of the texts in a folder.
fn folder(path: &str) -> Report {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(path);
    let files = fs::read_dir(&folder).expect("a folder of the tests").map(|e| e.expect("an entry").path());
    let sources: Vec<Source> = files
        .filter(|file| file.extension().is_some_and(|e| e == "txt"))
        .map(|file| {
            let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
            Source::from_bytes(&name, &fs::read(&file).expect("a text of the tests")).expect("it is text")
        })
        .collect();
    assert!(sources.len() > 1, "{}", folder.display());
    analyse(&sources, &Options::default())
}

/// Every text in the Report under a key that holds an article's words, by the name of the key.
fn printed<'a>(key: &'a str, value: &'a Value, out: &mut Vec<(&'a str, &'a str)>) {
    // Words of the format, of files and of the calendar.
    const OTHERS: [&str; 18] = [
        "file",
        "published",
        "published_basis",
        "outlet_basis",
        "headline_basis",
        "byline_basis",
        "kind",
        "status",
        "field",
        "voice",
        "note",
        "change",
        "tie",
        "resolved",
        "from",
        "to",
        "unit",
        "article",
    ];
    match value {
        Value::String(text) if !OTHERS.contains(&key) => out.push((key, text)),
        Value::Array(all) => all.iter().for_each(|value| printed(key, value, out)),
        Value::Object(all) => all.iter().for_each(|(key, value)| printed(key, value, out)),
        _ => {}
    }
}

/// Panics where a text of the Report is not one of the words that its articles still print.
fn holds_nothing_else(report: &Report) {
    let json = serde_json::to_value(report).expect("a Report is JSON");
    let mut texts = Vec::new();
    printed("", &json, &mut texts);
    let kept: Vec<&str> = report.articles.iter().map(|a| a.text.as_str()).collect();
    let words: BTreeSet<String> =
        kept.iter().flat_map(|t| t.split(|c: char| !c.is_alphanumeric())).map(str::to_lowercase).collect();
    for (key, text) in texts {
        match key {
            "id" | "fact" | "with" | "articles" | "central_headline"
                if report.articles.iter().any(|a| a.id.0 == text) => {}
            // Made of the label, which is kept.
            "id" | "fact" => {
                let label = report.facts.iter().find(|f| f.id == text).map(|f| f.label.text.to_lowercase());
                let label = label.unwrap_or_else(|| panic!("{text} is no fact"));
                let parts: Vec<&str> = text.split('-').collect();
                let unknown =
                    parts.iter().filter(|p| p.chars().all(|c| c.is_ascii_alphabetic()) && !label.contains(*p));
                // The hash, and the number of one of several with the same label.
                assert!(unknown.count() <= 1, "{text}: {label}");
            }
            _ => assert!(kept.iter().any(|t| t.contains(text)), "{key}: {text:?} is left out and still there"),
        }
        if !matches!(key, "id" | "fact" | "with" | "articles" | "central_headline") {
            let of = |word: &str| words.contains(&word.to_lowercase());
            assert!(
                text.split(|c: char| !c.is_alphanumeric()).all(of),
                "{key}: {text:?} holds a word that is left out"
            );
        }
    }
}

/// Panics where the texts are not the old ones with spaces in the places that are left out.
fn stands_where_it_stood(old: &Article, new: &Article) {
    assert_eq!(old.text.len(), new.text.len());
    assert_eq!((&old.id, &old.sentences, old.words), (&new.id, &new.sentences, new.words));
    let mut cursor = 0;
    for at in &new.left_out {
        let (start, end) = (at.start as usize, at.end as usize);
        assert!(cursor <= start && start < end, "they are in order");
        assert_eq!(old.text.get(cursor..start).map(str::trim), new.text.get(cursor..start).map(str::trim));
        assert!(old.text[start..end].contains(char::is_alphanumeric), "words were left out there");
        assert!(new.text[start..end].chars().all(|c| c == ' ' || c == '\n'));
        cursor = end;
    }
    assert_eq!(old.text.get(cursor..).map(str::trim), new.text.get(cursor..).map(str::trim));
}

/// Every place that the Report names beside sentences and what is set aside.
fn places(report: &Report) -> Vec<(&ArticleId, Range)> {
    let mut out = Vec::new();
    let mut add = |id, start, end| out.push((id, Range { start, end }));
    for fact in &report.facts {
        add(&fact.label.article, fact.label.start, fact.label.end);
        for m in &fact.mentions {
            add(&m.article, m.start, m.end);
            add(&m.article, m.value.start, m.value.end);
            m.via.iter().for_each(|at| add(&m.article, at.start, at.end));
            m.shares.iter().for_each(|at| add(&m.article, at.start, at.end));
        }
    }
    let differences = report.facts.iter().flat_map(|f| &f.differences).chain(&report.self_contradictions);
    differences.flat_map(|d| &d.values).for_each(|v| add(&v.article, v.start, v.end));
    report.quotes.iter().flat_map(|q| &q.mentions).for_each(|m| add(&m.article, m.start, m.end));
    report.quantities.iter().flat_map(|q| &q.values).for_each(|v| add(&v.article, v.start, v.end));
    report.names.iter().flat_map(|n| &n.forms).for_each(|f| add(&f.article, f.start, f.end));
    report.timeline.iter().flat_map(|d| &d.mentions).for_each(|p| add(&p.article, p.start, p.end));
    report.origins.iter().flat_map(|o| &o.mentions).for_each(|p| add(&p.article, p.start, p.end));
    for sum in &report.sums {
        sum.parts.iter().chain([&sum.whole]).for_each(|at| add(&sum.article, at.start, at.end));
    }
    report.articles.iter().for_each(|a| a.headline_at.into_iter().for_each(|at| add(&a.id, at.start, at.end)));
    out
}

fn check(report: &Report) -> Report {
    let left = excerpts(report);
    valid::report(&left);
    holds_nothing_else(&left);
    for (old, new) in report.articles.iter().zip(&left.articles) {
        stands_where_it_stood(old, new);
    }
    for (id, at) in places(&left) {
        let words = |r: &Report| {
            let article = r.articles.iter().find(|a| a.id == *id).expect("it is compared");
            article.text[at.start as usize..at.end as usize].to_owned()
        };
        assert_eq!(words(report), words(&left), "{at:?} of {id:?} is kept");
    }
    let told = |r: &Report| -> Vec<_> { r.facts.iter().map(|f| (f.id.clone(), f.status, f.label.clone())).collect() };
    assert_eq!(told(report), told(&left), "the rows are the same");
    assert_eq!(excerpts(&left), left, "excerpts of excerpts are the same");
    left
}

#[test]
fn no_word_that_is_left_out_stands_anywhere_in_the_report() {
    for path in ["samples", "stories/1-ferry", "stories/2-recount", "stories/3-merger", "stories/4-quake"] {
        let whole = folder(path);
        let left = check(&whole);
        let letters =
            |r: &Report| r.articles.iter().flat_map(|a| a.text.chars()).filter(|c| !c.is_whitespace()).count();
        let share = 100 * letters(&left) / letters(&whole);
        assert!((20..90).contains(&share), "{path}: {share} % of the letters are kept");
    }
    (0..random::STORIES).for_each(|seed| drop(check(&random::report(seed))));
}

const FIRE: [&str; 2] = [
    "Blaze at mill\n\nBy Jo Doe\n\nThe fire at the paper mill in Leeds hurt eight workers, police said, while a gloomy crowd \
     watched from the humpback bridge.\n\nThe owner, whose grandfather had built it with pennies, wept, and neighbours brought soup in a dented kettle to the school. “We will \
     build it anew before the winter comes,” Ann Roe said.\n\nREAD MORE: Zebras escape\n",
    "Police said on Monday that the fire at the paper mill in Leeds hurt six workers. “It was awful,” a baker said.",
];

fn compared(host: HostStory) -> Report {
    let source = |(name, text): (&str, &&str)| Source { name: name.to_owned(), text: (*text).to_owned() };
    let sources: Vec<Source> = ["a.txt", "b.txt"].into_iter().zip(&FIRE).map(source).collect();
    analyse(&sources, &Options { host, ..Options::default() })
}

#[test]
fn what_differs_keeps_a_few_words_around_it() {
    let left = check(&compared(HostStory::default()));
    let differ: Vec<_> = left.facts.iter().filter(|f| f.status == Status::Differ).collect();
    assert_eq!(differ.len(), 1);
    for mention in &differ[0].mentions {
        let article = left.articles.iter().find(|a| a.id == mention.article).expect("it is compared");
        let clause = &article.text[mention.start as usize..mention.end as usize];
        assert!(clause.contains("paper mill in Leeds hurt"), "{clause}");
    }
    let json = serde_json::to_string(&left).expect("a Report is JSON");
    for word in ["humpback", "kettle", "Zebras"] {
        assert!(FIRE[0].contains(word) && !json.contains(word), "{word} is left out: {json}");
    }
    assert_eq!(left.articles[0].headline.as_deref(), Some("Blaze at mill"));
    assert!(left.quotes.is_empty(), "each was quoted by one article alone");
}

#[test]
fn figures_of_a_sum_stay_and_a_speaker_whom_no_article_prints_goes() {
    let text = "The ministry counted a total of 66 fires: 32 in Leeds and 30 in York.";
    let sources = [Source { name: "a.txt".to_owned(), text: text.to_owned() }];
    let mut report = analyse(&sources, &Options::default());
    assert_eq!(report.sums.len(), 1);
    // As if nothing but the sum named its figures.
    report.quantities.clear();
    report.self_contradictions.clear();
    for mention in report.facts.iter_mut().flat_map(|fact| &mut fact.mentions) {
        mention.value.end = mention.value.start;
        mention.speaker = Some("Nobody".to_owned());
    }
    for (i, fact) in report.facts.iter_mut().enumerate() {
        fact.id = format!("the-{i}");
        (fact.label.start, fact.label.end) = (0, 3);
        fact.label.text = "The".to_owned();
    }
    let left = check(&report);
    assert!(left.facts.iter().flat_map(|fact| &fact.mentions).all(|mention| mention.speaker.is_none()));
}

#[test]
fn what_the_host_states_stays_though_the_text_prints_it_in_a_place_that_is_left_out() {
    let article = HostArticle { outlet: Some("The Humpback".to_owned()), ..HostArticle::default() };
    let host = HostStory { title: Some("Leeds".to_owned()), articles: [("a.txt".to_owned(), article)].into() };
    let left = excerpts(&compared(host));
    assert_eq!((left.title.as_deref(), left.articles[0].outlet.as_deref()), (Some("Leeds"), Some("The Humpback")));
    assert!(!left.articles[0].text.contains("humpback"));
}
