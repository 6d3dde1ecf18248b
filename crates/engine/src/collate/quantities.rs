//! Figures that measure the same, grouped over the facts.
//!
//! Gets wrong: misses unlike figures whose sentences no fact holds together.

use crate::compare::{Figure, Measure, Values};
use crate::document::Document;
use crate::gather::Gather;
use crate::sorted::{Map, Set};

/// Groups all figures: one joins a group where it measures the same as some figure in it and nothing speaks against any. Two
/// of different articles measure the same where some fact holds both their sentences, or the figure itself says so.
pub(crate) fn group(
    documents: &[Document<'_>],
    values: &Values<'_>,
    facts: &[Vec<(usize, usize)>],
) -> Vec<Vec<Figure>> {
    let all: Vec<Figure> =
        documents.iter().enumerate().flat_map(|(a, d)| (0..d.quantities.len()).map(move |q| (a, q))).gather();
    let quantity = |i: usize| &documents[all[i].0].quantities[all[i].1];
    let measures: Vec<Measure<'_>> = all.iter().map(|&figure| Measure::new(values, figure)).gather();
    let mut held: Map<(usize, usize), Vec<usize>> = Map::new();
    for (f, members) in facts.iter().enumerate() {
        for member in members {
            held.or_default(*member).push(f);
        }
    }
    let facts_of = |i: usize| held.get(&(all[i].0, quantity(i).sentence)).map_or(&[][..], Vec::as_slice);
    let one = |l: usize, r: usize| {
        if all[l].0 == all[r].0 {
            return quantity(l).class == quantity(r).class
                && quantity(l).unit == quantity(r).unit
                && quantity(l).value.is_some()
                && quantity(l).value == quantity(r).value;
        }
        let together = || facts_of(l).iter().any(|f| facts_of(r).binary_search(f).is_ok());
        measures[l].same_figure(&measures[r]) || together() && measures[l].same_quantity(&measures[r])
    };
    let mut groups: Vec<Vec<usize>> = Vec::new();
    // Where to look for a figure's group: those that hold its value, and those that hold a figure of one of its facts.
    let value = |i: usize| quantity(i).value.map(|v| (v + 0.0).to_bits());
    let mut of_value: Map<u64, Set<usize>> = Map::new();
    let mut of_fact: Vec<Set<usize>> = vec![Set::new(); facts.len()];
    for figure in 0..all.len() {
        let fits = |group: &[usize]| {
            group.iter().all(|&other| measures[figure].is_compatible(&measures[other]))
                && group.iter().any(|&other| one(figure, other))
        };
        let same_value = value(figure).and_then(|v| of_value.get(&v));
        let near = same_value.into_iter().chain(facts_of(figure).iter().map(|&f| &of_fact[f]));
        let near: Set<usize> = near.flatten().copied().collect();
        let group = near.into_iter().find(|&g| fits(&groups[g])).unwrap_or_else(|| {
            groups.push(Vec::new());
            groups.len() - 1
        });
        groups[group].push(figure);
        if let Some(value) = value(figure) {
            of_value.or_default(value).insert(group);
        }
        for &fact in facts_of(figure) {
            of_fact[fact].insert(group);
        }
    }
    groups.into_iter().map(|group| group.into_iter().map(|i| all[i]).gather()).gather()
}
