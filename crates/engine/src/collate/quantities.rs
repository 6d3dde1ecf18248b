//! Figures that measure the same, grouped over the facts.
//!
//! Gets wrong: misses figures whose sentences no fact holds together.

use crate::compare;
use crate::document::Document;

/// Indices of a figure: article, and place among the article's quantities.
pub(crate) type Figure = (usize, usize);

/// Groups all figures: two of different articles measure the same where some fact holds both their sentences and nothing
/// speaks against it. No group holds two figures of which any two measure unlike things.
pub(crate) fn group(documents: &[Document<'_>], facts: &[Vec<(usize, usize)>]) -> Vec<Vec<Figure>> {
    let all: Vec<Figure> =
        documents.iter().enumerate().flat_map(|(a, d)| (0..d.quantities.len()).map(move |q| (a, q))).collect();
    let mut groups: Vec<Vec<Figure>> = Vec::new();
    for &figure in &all {
        let fits = |group: &Vec<Figure>| {
            let linked = group.iter().any(|&other| meet(documents, facts, figure, other));
            linked && group.iter().all(|&other| alike(documents, figure, other))
        };
        match groups.iter_mut().find(|g| fits(g)) {
            Some(group) => group.push(figure),
            None => groups.push(vec![figure]),
        }
    }
    groups
}

fn meet(documents: &[Document<'_>], facts: &[Vec<(usize, usize)>], left: Figure, right: Figure) -> bool {
    let at = |f: Figure| (f.0, documents[f.0].quantities[f.1].sentence);
    left.0 != right.0 && facts.iter().any(|members| members.contains(&at(left)) && members.contains(&at(right)))
}

fn alike(documents: &[Document<'_>], left: Figure, right: Figure) -> bool {
    let (l, r) = (&documents[left.0], &documents[right.0]);
    let (ql, qr) = (&l.quantities[left.1], &r.quantities[right.1]);
    if left.0 == right.0 {
        // Within one article only the very same figure of the same kind.
        return ql.class == qr.class && ql.value.is_some() && ql.value == qr.value;
    }
    compare::same_quantity((l, ql), (r, qr))
}
