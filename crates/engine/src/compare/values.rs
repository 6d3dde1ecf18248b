//! The values that sentences hold, each sentence read once however many groups hold it.

use std::cell::{OnceCell, RefCell};
use std::cmp::Ordering;
use std::collections::HashMap;

use super::{Item, Member, place, quantity, roles, time, weapon};
use crate::document::Document;
use crate::mention::quantity::Quantity;
use crate::order::Order;
use crate::words::Quick;

/// The values of all sentences, read when first asked for.
pub(super) struct Values<'a> {
    pub(super) documents: &'a [Document<'a>],
    pub(super) quantities: BySentence<quantity::Value<'a>>,
    /// Plurals without a figure.
    pub(super) plurals: BySentence<Quantity>,
    pub(super) times: BySentence<time::Value>,
    pub(super) weapons: BySentence<weapon::Weapon>,
    pub(super) roles: BySentence<roles::Role>,
    pub(super) places: BySentence<place::Place>,
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
            vocabulary: Vocabulary::default(),
        }
    }
}

/// The words of a story, each with a number, by which they are compared.
#[derive(Default)]
pub(crate) struct Vocabulary(RefCell<HashMap<String, u32, Quick>>);

/// What sets the number of a class of words apart from the number of the word that names it.
const CLASS: u32 = 1 << 31;

impl Vocabulary {
    /// The number of a word.
    pub(super) fn word(&self, word: &str) -> u32 {
        let mut numbers = self.0.borrow_mut();
        let next = numbers.len() as u32;
        match numbers.get(word) {
            Some(&number) => number,
            None => *numbers.entry(word.to_owned()).or_insert(next),
        }
    }

    /// The number of a class of words, by its name.
    pub(super) fn class(&self, name: &str) -> u32 {
        self.word(name) | CLASS
    }
}

/// A set of words, as sorted numbers of one [`Vocabulary`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bag(Vec<u32>);

impl Bag {
    /// How many words are in both.
    pub(super) fn shared(&self, other: &Self) -> usize {
        let (mut i, mut k, mut count) = (0, 0, 0);
        while let (Some(left), Some(right)) = (self.0.get(i), other.0.get(k)) {
            let order = left.cmp(right);
            count += usize::from(order == Ordering::Equal);
            i += usize::from(order != Ordering::Greater);
            k += usize::from(order != Ordering::Less);
        }
        count
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn is_subset(&self, other: &Self) -> bool {
        self.shared(other) == self.len()
    }

    /// Whether it holds another word than this one.
    pub(super) fn says_more_than(&self, word: u32) -> bool {
        self.0.iter().any(|&own| own != word)
    }

    /// The words of both.
    pub(super) fn join(&self, other: &Self) -> Self {
        self.0.iter().chain(&other.0).copied().collect()
    }
}

impl FromIterator<u32> for Bag {
    fn from_iter<I: IntoIterator<Item = u32>>(words: I) -> Self {
        let mut bag: Vec<u32> = words.into_iter().collect();
        bag.order();
        bag.dedup();
        Self(bag)
    }
}

/// By article and sentence: values of one field, each with its place.
pub(super) struct BySentence<T>(Vec<Vec<OnceCell<Vec<(Item, T)>>>>);

impl<T> BySentence<T> {
    fn new(documents: &[Document<'_>]) -> Self {
        Self(documents.iter().map(|d| (0..d.sentences.len()).map(|_| OnceCell::new()).collect()).collect())
    }

    /// The values of one sentence.
    pub(super) fn of(&self, (a, s): Member, read: impl FnOnce() -> Vec<(Item, T)>) -> &[(Item, T)] {
        self.0[a][s].get_or_init(read)
    }

    /// The values of some sentences, in their order.
    pub(super) fn among(&self, members: &[Member], read: impl Fn(usize, usize) -> Vec<(Item, T)>) -> Vec<(Item, &T)> {
        let all = members.iter().flat_map(|&(a, s)| self.of((a, s), || read(a, s)));
        all.map(|(item, value)| (item.clone(), value)).collect()
    }
}
