//! Which sentences of several articles claim the same: pair scores, then facts.
//!
//! A fact is a set of sentences that are linked to one another across articles. Facts may overlap: a sentence that says
//! several things stands in several. How the score works, and what it gets wrong, is in `docs/decisions/0002-alignment.md`;
//! how its weights were fitted, in `docs/decisions/0004-alignment-weights.md`.

mod events;
mod facts;
mod score;
mod terms;

pub(crate) use facts::{Group, group};
#[cfg(feature = "fit")]
pub(crate) use score::{Features, pairs};
pub(crate) use terms::{Story, Term};

#[cfg(test)]
#[path = "../../benches/stories/mod.rs"]
mod stories;

#[cfg(test)]
mod tests {
    use super::stories::{Kind, story};
    use super::*;
    use crate::article;
    use crate::document::Document;
    use crate::page::{self, Page};
    use crate::report::ArticleId;

    /// The work on a story, counted: pairs of sentences that are scored, and pairs inside groups and rows that are compared.
    fn work(kind: Kind, articles: usize) -> (usize, usize) {
        let texts = story(kind, articles);
        let pages: Vec<Page<'_>> = texts.iter().map(|text| page::read("a.txt", text)).collect();
        let documents: Vec<Document<'_>> = pages
            .iter()
            .enumerate()
            .map(|(i, page)| Document::read(ArticleId(i.to_string()), "a.txt", page, article::read(page), false))
            .collect();
        let story = Story::read(&documents);
        let alignment = group(&story);
        let pairs = |g: &Group| g.units.len() * g.units.len();
        let compared = alignment.all.iter().chain(&alignment.groups).map(pairs).sum();
        (score::links(&story).len(), compared)
    }

    #[test]
    fn four_times_the_articles_are_about_four_times_the_work() {
        for kind in [Kind::OneEvent, Kind::GroupsOfFive, Kind::NearCopies] {
            let (few, many) = (work(kind, 15), work(kind, 60));
            assert!(many.0 <= 6 * few.0, "{kind:?}: {few:?} pairs scored for 15 articles, {many:?} for 60");
            // Sixteen times where groups grow with the articles, up to the most that a group holds; the cubic case is 64 times.
            assert!(many.1 <= 32 * few.1, "{kind:?}: {few:?} pairs compared for 15 articles, {many:?} for 60");
        }
    }
}
