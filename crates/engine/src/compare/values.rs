//! The values that sentences hold, each sentence read once however many groups hold it.

use std::cell::OnceCell;

use super::{Item, Member, place, polarity, quantity, roles, speaker, time, weapon};
use crate::document::Document;
use crate::gather::Gather;
use crate::mention::quantity::Quantity;
use crate::words::Vocabulary;

/// The values of all sentences, read when first asked for.
pub(crate) struct Values<'a> {
    pub(super) documents: &'a [Document<'a>],
    /// Beside the quantities of each article.
    figures: Vec<Vec<OnceCell<quantity::Value<'a>>>>,
    /// Plurals without a figure.
    pub(super) plurals: BySentence<(Item, Quantity)>,
    pub(super) times: BySentence<(Item, time::Value)>,
    pub(super) weapons: BySentence<(Item, weapon::Weapon)>,
    pub(super) roles: BySentence<(Item, roles::Role)>,
    pub(super) places: BySentence<(Item, place::Place)>,
    pub(super) said: BySentence<(Item, speaker::Said)>,
    pub(super) channels: BySentence<(Item, usize)>,
    /// What is stated and denied.
    pub(super) told: BySentence<polarity::Word>,
    pub(super) vocabulary: Vocabulary,
}

impl<'a> Values<'a> {
    pub(crate) fn new(documents: &'a [Document<'a>]) -> Self {
        Self {
            documents,
            figures: documents.iter().map(|d| d.quantities.iter().map(|_| OnceCell::new()).gather()).gather(),
            plurals: BySentence::new(documents),
            times: BySentence::new(documents),
            weapons: BySentence::new(documents),
            roles: BySentence::new(documents),
            places: BySentence::new(documents),
            said: BySentence::new(documents),
            channels: BySentence::new(documents),
            told: BySentence::new(documents),
            vocabulary: Vocabulary::default(),
        }
    }
}

impl<'a> Values<'a> {
    /// A quantity of an article, by its place among them, with what is needed to hold it against others.
    pub(super) fn figure(&self, a: usize, at: usize) -> &quantity::Value<'a> {
        let document = &self.documents[a];
        self.figures[a][at].get_or_init(|| quantity::value(document, &document.quantities[at], &self.vocabulary))
    }

    /// The same, for the quantities of a sentence that are more than a bare figure.
    pub(super) fn figures_in(&self, (a, s): Member) -> impl Iterator<Item = &quantity::Value<'a>> {
        let all = &self.documents[a].quantities;
        let from = all.partition_point(|q| q.sentence < s);
        let own = (from..all.len()).take_while(move |&at| all[at].sentence == s);
        own.filter(|&at| all[at].class != "bare").map(move |at| self.figure(a, at))
    }
}

/// By article and sentence: what is read in it.
pub(super) struct BySentence<T> {
    /// By article, where its sentences begin.
    begins: Vec<usize>,
    read: Vec<OnceCell<Vec<T>>>,
}

impl<T> BySentence<T> {
    fn new(documents: &[Document<'_>]) -> Self {
        let mut begins = Vec::with_capacity(documents.len());
        let mut all = 0;
        for document in documents {
            begins.push(all);
            all += document.sentences.len();
        }
        let mut read = Vec::new();
        read.resize_with(all, OnceCell::new);
        Self { begins, read }
    }

    /// What is read in one sentence.
    pub(super) fn of(&self, (a, s): Member, read: impl FnOnce() -> Vec<T>) -> &[T] {
        self.read[self.begins[a] + s].get_or_init(read)
    }
}

impl<V> BySentence<(Item, V)> {
    /// The values of some sentences, in their order, each with its place.
    pub(super) fn among(&self, members: &[Member], read: impl Fn(usize, usize) -> Vec<(Item, V)>) -> Vec<(Item, &V)> {
        let of = |&(a, s): &Member| self.of((a, s), || read(a, s)).iter().map(|(item, value)| (item.clone(), value));
        members.iter().gather_all(of)
    }
}
