//! Cases as text files (`tests/cases/*.md`): articles in, what the comparison must and must not say out.
//!
//! A case has a title and a line on why, then `## name.txt` with an article's text for each article, then `## expect`. Each
//! line under it is one finding that must be there; `no …` forbids all findings that begin so. Findings:
//!
//! ```text
//! fact STATUS: LETTERS                     a fact, its status, the articles that claim it
//! certain STATUS: LETTERS                  the same, and the articles that claim it for certain
//! ≠ FIELD: A VALUE | B VALUE               a difference that cannot both be true
//! ≈ FIELD: A VALUE | B VALUE               one that can
//! ↯ FIELD: A VALUE | A VALUE              two values of one article that cannot both be true
//! sum A WHOLE = PART + PART                a whole and all its parts; `≥` where they are some, with " (off)" where it does not hold
//! aside A KIND: WORDS                      what is set aside
//! says A SPEAKER (VOICE): WORDS            who claims a mention
//! via A SPEAKER: WORDS | WORDS              who passed a mention on, nearest to the outlet last
//! quote SPEAKER: A CHANGE WORDS | B CHANGE …  one statement in several articles
//! dated A YYYY-MM-DD (BASIS)               the day of publication
//! name A FORM = B FORM                     two forms of one thing, in either order
//! kind A FORM: KIND                        what a form is said to name
//! tie A FORM: TIE                          how it is tied to the others of its thing
//! outlet A NAME, byline A NAME, headline A WORDS
//! ```
//!
//! A case of one article may have `## body`, a paragraph a line: what is told is that and nothing else. Under `## told` and
//! `## lost` stand the sentences and paragraphs with which it gets that wrong so far.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crosscheck_engine::report::{ArticleId, QuoteMention, Report, Status};
use crosscheck_engine::{Options, Source, analyse};

#[test]
fn every_case_is_read_as_its_file_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder of cases").map(|e| e.expect("a case").path()).collect();
    files.sort();
    assert!(files.len() >= 12, "the cases are gone");
    let mut wrong = Vec::new();
    for file in files {
        let case = fs::read_to_string(&file).expect("a case is text");
        if let Err(error) = check(&case) {
            wrong.push(format!("{}:\n{error}", file.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

fn check(case: &str) -> Result<(), String> {
    let mut sources = Vec::new();
    let mut expected = "";
    let mut body: [Option<&str>; 3] = [None; 3];
    for section in case.split("\n## ").skip(1) {
        let (name, rest) = section.split_once('\n').unwrap_or((section, ""));
        if name.trim() == "expect" {
            expected = rest;
        } else if let Some(at) = ["body", "told", "lost"].iter().position(|n| *n == name.trim()) {
            body[at] = Some(rest);
        } else {
            sources.push(Source { name: name.trim().to_owned(), text: rest.trim_end().to_owned() });
        }
    }
    let report = analyse(&sources, &Options::default());
    let found = findings(&report);
    let mut wrong = Vec::new();
    if let [Some(expected), told, lost] = body {
        wrong = body_wrong(&report, expected, told.unwrap_or_default(), lost.unwrap_or_default());
    }
    let mut lines = 0;
    for line in expected.lines().map(str::trim).filter(|l| !l.is_empty()) {
        lines += 1;
        let hit = match line.strip_prefix("no ") {
            Some(start) => !found.iter().any(|f| f.starts_with(start)),
            None => found.contains(line),
        };
        if !hit {
            wrong.push(format!("  {line}"));
        }
    }
    if lines == 0 {
        return Err("expects nothing".to_owned());
    }
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(format!("{}\nfound:\n    {}", wrong.join("\n"), found.into_iter().collect::<Vec<_>>().join("\n    ")))
    }
}

/// Where the sentences of the only article are not its body, apart from the wrongs that are known.
fn body_wrong(report: &Report, body: &str, told: &str, lost: &str) -> Vec<String> {
    let lines = |text: &str| -> BTreeSet<String> { text.lines().map(one_line).filter(|l| !l.is_empty()).collect() };
    let article = &report.articles[0];
    let sentences: Vec<String> =
        article.sentences.iter().map(|s| one_line(&article.text[s.start as usize..s.end as usize])).collect();
    let (all_told, all_body) = (sentences.join(" "), one_line(body));
    let found = |name, found: BTreeSet<String>, known: BTreeSet<String>| {
        found.symmetric_difference(&known).map(|l| format!("  {name}: {l}")).collect::<Vec<_>>()
    };
    let wrongly_told = sentences.into_iter().filter(|s| !all_body.contains(s.as_str())).collect();
    let wrongly_lost = lines(body).into_iter().filter(|l| !all_told.contains(l.as_str())).collect();
    [found("told", wrongly_told, lines(told)), found("lost", wrongly_lost, lines(lost))].concat()
}

fn findings(report: &Report) -> BTreeSet<String> {
    let letter =
        |id: &ArticleId| report.articles.iter().position(|a| a.id == *id).map_or('?', |i| char::from(b'A' + i as u8));
    let text = |id: &ArticleId, start: u32, end: u32| {
        let article = report.articles.iter().find(|a| a.id == *id).expect("a known article");
        one_line(&article.text[start as usize..end as usize])
    };
    let mut out = BTreeSet::new();
    for fact in &report.facts {
        let letters: BTreeSet<char> = fact.mentions.iter().map(|m| letter(&m.article)).collect();
        if fact.status != Status::Single {
            out.insert(format!("fact {}: {}", name(&fact.status), letters.into_iter().collect::<String>()));
            let sure: BTreeSet<char> = fact.mentions.iter().filter(|m| m.sure).map(|m| letter(&m.article)).collect();
            out.insert(format!("certain {}: {}", name(&fact.status), sure.into_iter().collect::<String>()));
        }
        for difference in &fact.differences {
            let values: Vec<String> =
                difference.values.iter().map(|v| format!("{} {}", letter(&v.article), one_line(&v.text))).collect();
            out.insert(format!(
                "{} {}: {}",
                if difference.compatible { '≈' } else { '≠' },
                name(&difference.field),
                values.join(" | ")
            ));
        }
        for mention in &fact.mentions {
            let speaker = mention.speaker.as_deref().unwrap_or("-");
            let via: Vec<String> = mention.via.iter().map(|v| text(&mention.article, v.start, v.end)).collect();
            if !via.is_empty() {
                out.insert(format!("via {} {speaker}: {}", letter(&mention.article), via.join(" | ")));
            }
            out.insert(format!(
                "says {} {speaker} ({}): {}",
                letter(&mention.article),
                name(&mention.voice),
                text(&mention.article, mention.start, mention.end)
            ));
        }
    }
    for sum in &report.sums {
        let words = |r: &crosscheck_engine::report::Range| text(&sum.article, r.start, r.end);
        let parts: Vec<String> = sum.parts.iter().map(words).collect();
        let sign = if sum.complete { '=' } else { '≥' };
        let off = if sum.holds { "" } else { " (off)" };
        out.insert(format!("sum {} {} {sign} {}{off}", letter(&sum.article), words(&sum.whole), parts.join(" + ")));
    }
    for difference in &report.self_contradictions {
        let values: Vec<String> =
            difference.values.iter().map(|v| format!("{} {}", letter(&v.article), one_line(&v.text))).collect();
        out.insert(format!("↯ {}: {}", name(&difference.field), values.join(" | ")));
    }
    for group in &report.names {
        for form in &group.forms {
            let at = format!("{} {}", letter(&form.article), one_line(&form.text));
            out.insert(format!("kind {at}: {}", name(&group.kind)));
            out.insert(format!("tie {at}: {}", name(&form.tie)));
            for other in group.forms.iter().filter(|other| *other != form) {
                out.insert(format!("name {at} = {} {}", letter(&other.article), one_line(&other.text)));
            }
        }
    }
    for quote in &report.quotes {
        let print = |m: &QuoteMention| {
            format!("{} {} {}", letter(&m.article), name(&m.change), text(&m.article, m.start, m.end))
        };
        let prints: Vec<String> = quote.mentions.iter().map(print).collect();
        if quote.mentions.iter().any(|m| m.article != quote.mentions[0].article) {
            out.insert(format!("quote {}: {}", quote.speaker.as_deref().unwrap_or("-"), prints.join(" | ")));
        }
    }
    for article in &report.articles {
        let at = letter(&article.id);
        for piece in &article.set_aside {
            out.insert(format!("aside {at} {}: {}", name(&piece.kind), text(&article.id, piece.start, piece.end)));
        }
        if let (Some(day), Some(basis)) = (&article.published, &article.published_basis) {
            out.insert(format!("dated {at} {day} ({})", name(basis)));
        }
        for (what, value) in [("outlet", &article.outlet), ("byline", &article.byline), ("headline", &article.headline)]
        {
            out.extend(value.as_ref().map(|v| format!("{what} {at} {v}")));
        }
    }
    out
}

/// The name under which an enum stands in the Report.
fn name<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).expect("a plain enum")
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
