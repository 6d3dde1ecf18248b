//! Figures that measure the same, grouped over the facts.
//!
//! Gets wrong: misses unlike figures whose sentences no fact holds together.

use crate::compare;
use crate::document::Document;

/// Indices of a figure: article, and place among the article's quantities.
pub(crate) type Figure = (usize, usize);

/// Groups all figures: one joins a group where it measures the same as some figure in it and nothing speaks against any. Two
/// of different articles measure the same where some fact holds both their sentences, or the figure itself says so.
pub(crate) fn group(documents: &[Document<'_>], facts: &[Vec<(usize, usize)>]) -> Vec<Vec<Figure>> {
    let all: Vec<Figure> =
        documents.iter().enumerate().flat_map(|(a, d)| (0..d.quantities.len()).map(move |q| (a, q))).collect();
    let of = |f: Figure| (&documents[f.0], &documents[f.0].quantities[f.1]);
    let at = |f: Figure| (f.0, documents[f.0].quantities[f.1].sentence);
    let held = |l: Figure, r: Figure| facts.iter().any(|members| members.contains(&at(l)) && members.contains(&at(r)));
    let one = |l: Figure, r: Figure| {
        let same_article =
            l.0 == r.0 && of(l).1.class == of(r).1.class && of(l).1.value.is_some() && of(l).1.value == of(r).1.value;
        same_article
            || l.0 != r.0 && (held(l, r) && compare::same_quantity(of(l), of(r)) || compare::same_figure(of(l), of(r)))
    };
    let mut groups: Vec<Vec<Figure>> = Vec::new();
    for &figure in &all {
        let fits = |group: &Vec<Figure>| {
            group.iter().any(|&other| one(figure, other))
                && group.iter().all(|&other| compare::compatible(of(figure), of(other)))
        };
        match groups.iter_mut().find(|g| fits(g)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups
}
