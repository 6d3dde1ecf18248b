//! What alignment judges by, printed: only for fitting its weights (`examples/pairs.rs`).

use std::fmt::Write as _;

use crate::align::{self, Features, Story};
use crate::article;
use crate::document::{self, Document};
use crate::page::{self, Page};
use crate::report::ArticleId;
use crate::source::Source;

/// A story's sentences and the features of its pairs of sentences, as one JSON object:
/// `{"articles": [name], "units": [[article, start, end]], "names": [feature], "pairs": [[unit, unit, feature…]],
/// "links": [[unit, unit]], "rows": [[unit…]]}`; links and rows are those that the present weights give.
pub fn pairs(sources: &[Source], headlines_claim: bool) -> String {
    let pages: Vec<Page<'_>> = sources.iter().map(|s| page::read(&s.name, &s.text)).collect();
    let mut documents: Vec<Document<'_>> = sources
        .iter()
        .zip(&pages)
        .map(|(s, page)| Document::read(ArticleId(s.name.clone()), &s.name, page, article::read(page), headlines_claim))
        .collect();
    document::date_all(&mut documents);
    let story = Story::read(&documents);
    let alignment = align::group(&story);
    let mut out = String::from("{\"articles\":");
    list(&mut out, documents.iter().map(|d| format!("{:?}", d.id.0)));
    out += ",\"units\":";
    list(
        &mut out,
        story.units.iter().map(|unit| {
            let span = documents[unit.article].sentences[unit.sentence].span;
            format!("[{},{},{}]", unit.article, span.start, span.end)
        }),
    );
    out += ",\"names\":";
    list(&mut out, Features::NAMES.iter().map(|name| format!("{name:?}")));
    out += ",\"pairs\":";
    list(
        &mut out,
        align::pairs(&story).into_iter().map(|(left, right, features)| {
            let mut row = format!("[{left},{right}");
            for value in features.values() {
                let _ = write!(row, ",{value:.4}");
            }
            row + "]"
        }),
    );
    let _ = write!(out, ",\"links\":{:?},\"rows\":", alignment.links);
    list(&mut out, alignment.groups.iter().map(|group| format!("{:?}", group.units)));
    out += "}";
    out.replace('(', "[").replace(')', "]")
}

fn list(out: &mut String, items: impl Iterator<Item = String>) {
    out.push('[');
    for (i, item) in items.enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&item);
    }
    out.push(']');
}
