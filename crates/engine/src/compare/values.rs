//! The values that sentences hold, each sentence read once however many groups hold it.

use std::cell::OnceCell;

use super::{Item, Member, place, polarity, quantity, roles, time, weapon};
use crate::document::Document;
use crate::mention::quantity::Quantity;
use crate::words::Vocabulary;

/// The values of all sentences, read when first asked for.
pub(super) struct Values<'a> {
    pub(super) documents: &'a [Document<'a>],
    pub(super) quantities: BySentence<(Item, quantity::Value<'a>)>,
    /// Plurals without a figure.
    pub(super) plurals: BySentence<(Item, Quantity)>,
    pub(super) times: BySentence<(Item, time::Value)>,
    pub(super) weapons: BySentence<(Item, weapon::Weapon)>,
    pub(super) roles: BySentence<(Item, roles::Role)>,
    pub(super) places: BySentence<(Item, place::Place)>,
    /// What is stated and denied.
    pub(super) told: BySentence<polarity::Word>,
    pub(super) vocabulary: Vocabulary,
}

impl<'a> Values<'a> {
    pub(super) fn new(documents: &'a [Document<'a>]) -> Self {
        Self {
            documents,
            quantities: BySentence::new(documents),
            plurals: BySentence::new(documents),
            times: BySentence::new(documents),
            weapons: BySentence::new(documents),
            roles: BySentence::new(documents),
            places: BySentence::new(documents),
            told: BySentence::new(documents),
            vocabulary: Vocabulary::default(),
        }
    }
}

/// By article and sentence: what is read in it.
pub(super) struct BySentence<T>(Vec<Vec<OnceCell<Vec<T>>>>);

impl<T> BySentence<T> {
    fn new(documents: &[Document<'_>]) -> Self {
        Self(documents.iter().map(|d| (0..d.sentences.len()).map(|_| OnceCell::new()).collect()).collect())
    }

    /// What is read in one sentence.
    pub(super) fn of(&self, (a, s): Member, read: impl FnOnce() -> Vec<T>) -> &[T] {
        self.0[a][s].get_or_init(read)
    }
}

impl<V> BySentence<(Item, V)> {
    /// The values of some sentences, in their order, each with its place.
    pub(super) fn among(&self, members: &[Member], read: impl Fn(usize, usize) -> Vec<(Item, V)>) -> Vec<(Item, &V)> {
        let all = members.iter().flat_map(|&(a, s)| self.of((a, s), || read(a, s)));
        all.map(|(item, value)| (item.clone(), value)).collect()
    }
}
