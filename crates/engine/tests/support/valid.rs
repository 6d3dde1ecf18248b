//! What holds for any Report and any Inspection, whatever the texts. Panics where it does not.
#![allow(dead_code, reason = "each test uses what it needs of it")]

use std::collections::BTreeSet;

use crosscheck_engine::Inspection;
use crosscheck_engine::report::{Passage, Report};

/// Every span lies in its text on character borders, every word is kept, every sentence is in a fact, ids are unique.
pub(crate) fn report(report: &Report) {
    for (a, article) in report.articles.iter().enumerate() {
        assert!(a == 0 || report.articles[a - 1].id < article.id, "articles are sorted by id");
        let ok = |start: u32, end: u32| article.text.get(start as usize..end as usize).is_some();
        let holds = |what: &str, start: u32, end: u32| assert!(ok(start, end), "{what} {start}..{end}");
        let mut held: Vec<(u32, u32)> = article.sentences.iter().map(|s| (s.start, s.end)).collect();
        held.extend(article.set_aside.iter().map(|s| (s.start, s.end)));
        held.sort_unstable();
        for &(start, end) in &held {
            assert!(start < end && ok(start, end), "{start}..{end} is a place in the text");
        }
        let told_once = |w: &[(u32, u32)]| w[0].1 <= w[1].0;
        assert!(held.windows(2).all(told_once), "sentences and what is set aside do not overlap");
        let mut next = 0;
        for (i, _) in article.text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            while held.get(next).is_some_and(|h| h.1 <= i as u32) {
                next += 1;
            }
            assert!(held.get(next).is_some_and(|h| h.0 <= i as u32), "the word at byte {i} is lost");
        }
        let mut told = BTreeSet::new();
        for fact in &report.facts {
            for m in fact.mentions.iter().filter(|m| m.article == article.id) {
                holds("mention", m.start, m.end);
                holds("value", m.value.start, m.value.end);
                let sentence = article.sentences[m.sentence as usize];
                assert!(sentence.start <= m.start && m.end <= sentence.end, "a mention lies in its sentence");
                m.shares.iter().for_each(|s| holds("share", s.start, s.end));
                told.insert(m.sentence);
            }
            for v in fact.differences.iter().flat_map(|d| &d.values).filter(|v| v.article == article.id) {
                assert_eq!(article.text.get(v.start as usize..v.end as usize), Some(v.text.as_str()));
            }
        }
        assert_eq!(told.len(), article.sentences.len(), "every sentence is in a fact");
        for f in report.names.iter().flat_map(|n| &n.forms).filter(|f| f.article == article.id) {
            assert_eq!(article.text.get(f.start as usize..f.end as usize), Some(f.text.as_str()));
        }
        let in_days = report.timeline.iter().flat_map(|d| &d.mentions);
        let in_runs = report.origins.iter().flat_map(|o| &o.mentions);
        let printed = |p: &&Passage| p.article == article.id;
        for p in in_days.chain(in_runs).filter(printed) {
            assert_eq!(article.text.get(p.start as usize..p.end as usize), Some(p.text.as_str()));
        }
        for q in report.quotes.iter().flat_map(|q| &q.mentions).filter(|q| q.article == article.id) {
            holds("quotation", q.start, q.end);
        }
        for q in report.quantities.iter().flat_map(|q| &q.values).filter(|q| q.article == article.id) {
            holds("quantity", q.start, q.end);
        }
    }
    let ids: BTreeSet<&str> = report.facts.iter().map(|f| f.id.as_str()).collect();
    assert_eq!(ids.len(), report.facts.len(), "ids of facts are unique");
    assert!(ids.iter().all(|id| !id.is_empty() && id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')));
}

/// Every span lies in the text on character borders, and prints what stands there.
pub(crate) fn inspection(text: &str, found: &Inspection) {
    let words = |start: u32, end: u32| text.get(start as usize..end as usize);
    assert!(found.sentences.iter().all(|s| s.start < s.end && words(s.start, s.end).is_some()));
    assert!(found.quotes.iter().all(|q| words(q.start, q.end).is_some()));
    assert!(found.times.iter().all(|t| words(t.start, t.end) == Some(t.text.as_str())));
    assert!(found.quantities.iter().all(|q| words(q.start, q.end) == Some(q.text.as_str())));
    assert!(found.names.iter().all(|n| words(n.start, n.end) == Some(n.text.as_str())));
}
