//! What holds for any input.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use crosscheck_engine::report::Report;
use crosscheck_engine::{Options, Source, analyse, inspect};
use proptest::prelude::*;

/// Pieces that make texts look like news, with every trap that the reader knows of.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec![
            "The minister said on Tuesday that about 66 people were hurt.", "“We will not go,” Jo Doe said.", "At least 62 were killed in Leeds",
            "since October 17th", "READ MORE: Ten killed", "By Jo Doe", "November 22, 2023", "U.S. forces", "(CB)", "\"", "“", "”", "‘", "’", "«",
            "more than 60", "several", "$2.5 million", "40%", "Copyright 2023 News Inc. All rights reserved.", "Source link", "LONDON (Agency) - ",
            "last night (Tuesday)", ". . .", "…", "?!", "1) one 2) two", "an AC-130 gunship", "fighter jets", "believed to be", "\u{a0}", "\r\n",
            "according to", "He added:", "two hundred and five", "in response to", "12:30", "2023-11-22", "al-Asad", "Al Assad",
            "3/4", "-5", "1e400", "0^-1", "1.1^999", "2 1/4", "1 234 567", "US$5m", "10-15%", "between", "half a", "two-thirds", "and a half of", "million",
            "three dollars and 50 cents", "or so", "six-mile", "Why it matters:", "in Peru and", "in near Peru in", "throughout the Andes",
            "according to", "He added:", "two hundred and five", "in response to", "12:30", "2023-11-22", "99999999999999999999 years ago", "from 4 to 22 January", "between Monday and", "5 p.m. on Tuesday", "mid-1990s",
            "half past six", "in 99999999 weeks", "on the 31st", "last Easter", "2016-11-07T17:30Z", "every two and a half days", "31 Feb. 0001", "al-Asad", "Al Assad", "Why it matters:", "in Peru and", "in near Peru in", "throughout the Andes",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => prop::sample::select(vec![" ", "\n", "\n\n", ", ", ". ", "\u{feff}", "\u{202e}", "é", "漢字。", "\u{1f600}", "\0", "-", "/"]).prop_map(str::to_owned),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..60).prop_map(|pieces| pieces.join(" "))
}

fn report(texts: &[String]) -> Report {
    let sources: Vec<Source> =
        texts.iter().enumerate().map(|(i, t)| Source { name: format!("{i}.txt"), text: t.clone() }).collect();
    analyse(&sources, &Options::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn spans_lie_inside_their_text_on_character_borders(texts in prop::collection::vec(text(), 1..4)) {
        let report = report(&texts);
        for article in &report.articles {
            let ok = |start: u32, end: u32| article.text.get(start as usize..end as usize).is_some();
            prop_assert!(article.sentences.iter().all(|s| s.start < s.end && ok(s.start, s.end)));
            prop_assert!(article.set_aside.iter().all(|s| s.start < s.end && ok(s.start, s.end)));
            for fact in &report.facts {
                for m in fact.mentions.iter().filter(|m| m.article == article.id) {
                    prop_assert!(ok(m.start, m.end) && ok(m.value.start, m.value.end));
                    let sentence = article.sentences[m.sentence as usize];
                    prop_assert!(sentence.start <= m.start && m.end <= sentence.end);
                    prop_assert!(m.shares.iter().all(|s| ok(s.start, s.end)));
                }
                for v in fact.differences.iter().flat_map(|d| &d.values).filter(|v| v.article == article.id) {
                    prop_assert_eq!(article.text.get(v.start as usize..v.end as usize), Some(v.text.as_str()));
                }
            }
            for p in report.names.iter().flat_map(|n| &n.forms).chain(report.timeline.iter().flat_map(|d| &d.mentions)) {
                if p.article == article.id {
                    prop_assert_eq!(article.text.get(p.start as usize..p.end as usize), Some(p.text.as_str()));
                }
            }
        }
    }

    #[test]
    fn every_word_is_in_a_sentence_or_set_aside_and_every_sentence_in_a_fact(text in text()) {
        let report = report(&[text]);
        let article = &report.articles[0];
        for (i, c) in article.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let at = i as u32;
            let held = article.sentences.iter().any(|s| s.start <= at && at < s.end) || article.set_aside.iter().any(|s| s.start <= at && at < s.end);
            prop_assert!(held, "{c:?} at byte {i} is lost");
        }
        let told: BTreeSet<u32> = report.facts.iter().flat_map(|f| &f.mentions).map(|m| m.sentence).collect();
        prop_assert_eq!(told.len(), article.sentences.len());
    }

    #[test]
    fn the_order_of_the_articles_does_not_matter(texts in prop::collection::vec(text(), 2..4)) {
        let mut sources: Vec<Source> = texts.iter().enumerate().map(|(i, t)| Source { name: format!("{i}.txt"), text: t.clone() }).collect();
        let print = |sources: &[Source]| serde_json::to_string(&analyse(sources, &Options::default())).expect("a Report is JSON");
        let first = print(&sources);
        sources.reverse();
        prop_assert_eq!(first, print(&sources));
    }

    #[test]
    fn ids_of_facts_are_unique_and_fit_for_an_address(texts in prop::collection::vec(text(), 1..4)) {
        let report = report(&texts);
        let ids: BTreeSet<&str> = report.facts.iter().map(|f| f.id.as_str()).collect();
        prop_assert_eq!(ids.len(), report.facts.len());
        prop_assert!(ids.iter().all(|id| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
    }

    #[test]
    fn any_text_can_be_inspected(text in text()) {
        let found = inspect(&text, Some("2023-11-22")).expect("the date is one");
        prop_assert!(found.times.iter().all(|t| text.get(t.start as usize..t.end as usize) == Some(t.text.as_str())));
        prop_assert!(found.quantities.iter().all(|q| text.get(q.start as usize..q.end as usize) == Some(q.text.as_str())));
    }
}

#[test]
fn nothing_and_next_to_nothing_are_fine() {
    for texts in [vec![], vec![String::new()], vec![" \n".to_owned(), ".".to_owned()], vec!["A".to_owned(); 3]] {
        let _ = report(&texts);
    }
}

#[test]
fn of_two_articles_with_one_text_one_is_read_and_the_other_noted() {
    let report = report(&["A storm hit the coast.".to_owned(), "A storm hit the coast.\n".to_owned()]);
    assert_eq!(report.articles.len(), 1);
    assert_eq!(report.notes.len(), 1);
}
