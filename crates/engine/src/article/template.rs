//! Lines of a site's template: what several articles of different headlines print word by word at their top or foot.
//!
//! Articles of one site end in the same words about the site, and articles of one agency share its text. What tells them apart:
//! a template's line stands at an edge, its words are not those of the article, and the articles share no other paragraph.
//!
//! Gets wrong: one background sentence in common that stands last in both articles and speaks of nothing else in them.

use super::Reading;
use crate::gather::Gather;
use crate::lexicon;
use crate::order::Order;
use crate::page::Page;
use crate::report::FurnitureKind;
use crate::sorted::{Map, Set};
use crate::span::Span;
use crate::token::lower_case;

/// How many paragraphs from the top may be a template's.
const TOP: usize = 1;

/// How many paragraphs from the foot may be a template's; also how many two articles may share at most.
const FOOT: usize = 3;

/// How many of a line's words may stand elsewhere in the article, in hundredths.
const AT_HOME: usize = 25;

/// How many articles that print one line are held against each other.
const MOST: usize = 64;

fn fold(words: &str) -> String {
    lower_case(&words.split_whitespace().gather().join(" "))
}

/// Takes the template's lines out of the paragraphs and sets them aside.
pub(crate) fn set_aside(readings: &mut [Reading], pages: &[&Page<'_>]) {
    let headlines: Vec<Option<String>> =
        readings.iter().zip(pages).map(|(r, p)| r.headline.map(|h| fold(h.of(&p.text)))).gather();
    // Where each paragraph stands, by its words.
    let mut places: Map<String, Vec<(usize, usize)>> = Map::new();
    for (article, (reading, page)) in readings.iter().zip(pages).enumerate() {
        for (at, paragraph) in reading.paragraphs.iter().enumerate() {
            places.or_default(fold(paragraph.of(&page.text))).push((article, at));
        }
    }
    let places: Vec<_> = places.into_values().filter(|places| places.len() > 1).gather();
    let mut shared: Map<(usize, usize), usize> = Map::new();
    for places in &places {
        for (left, right) in pairs(places) {
            *shared.or_default((left.0, right.0)) += 1;
        }
    }
    let at_edge = |&(article, at): &(usize, usize)| {
        let all = readings[article].paragraphs.len();
        all > 2 && (at < TOP || at + FOOT >= all)
    };
    let mut found: Set<(usize, usize)> = Set::new();
    // By place: whether the line is the article's own. Many articles may share one.
    let mut at_home: Map<(usize, usize), bool> = Map::new();
    let mut is_at_home =
        |at: (usize, usize)| *at_home.or_insert_with(at, || is_at_home(&readings[at.0], pages[at.0], at.1));
    for places in &places {
        for (left, right) in pairs(places) {
            let unlike = match (&headlines[left.0], &headlines[right.0]) {
                (Some(left), Some(right)) => left != right,
                _ => false,
            };
            let only = shared.get(&(left.0, right.0)).is_some_and(|&n| n <= FOOT);
            let mut both = [left, right].into_iter();
            if unlike && only && both.all(|p| at_edge(p) && !is_at_home(*p)) {
                found.extend([*left, *right]);
            }
        }
    }
    // The last first, so that places stay.
    for (article, at) in found.into_iter().rev() {
        let span = readings[article].paragraphs.remove(at);
        readings[article].set_aside.push((span, FurnitureKind::Navigation));
        readings[article].set_aside.order();
    }
}

/// The pairs of places in different articles.
fn pairs(places: &[(usize, usize)]) -> impl Iterator<Item = (&(usize, usize), &(usize, usize))> {
    let places = &places[..places.len().min(MOST)];
    places
        .iter()
        .enumerate()
        .flat_map(|(i, left)| places[i + 1..].iter().map(move |right| (left, right)))
        .filter(|(l, r)| l.0 != r.0)
}

/// Whether the words of a paragraph are also those of the rest of its article.
fn is_at_home(reading: &Reading, page: &Page<'_>, at: usize) -> bool {
    let words = |span: Span| -> Set<String> {
        let lower = lower_case(span.of(&page.text));
        let words = lower.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| w.len() > 3 && !lexicon::is_stop_word(w)).map(str::to_owned).collect()
    };
    let own = words(reading.paragraphs[at]);
    let others = reading.paragraphs.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, p)| *p);
    let elsewhere: Set<String> = others.chain(reading.headline).flat_map(words).collect();
    own.shared(&elsewhere) * 100 > own.len() * AT_HOME
}
