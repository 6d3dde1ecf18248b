//! Lists of words, looked up by a hash that is the same on every machine, and words as numbers. Tables are only ever asked,
//! never walked.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use crate::order::Order;

/// Values by word.
pub(crate) type Words<V> = HashMap<&'static str, V, Quick>;

/// A list of words.
pub(crate) type WordSet = HashSet<&'static str, Quick>;

/// Builds [`QuickHasher`].
pub(crate) type Quick = BuildHasherDefault<QuickHasher>;

/// A multiplicative hash, for words and small numbers: several times faster than the standard one, and weak against keys that
/// somebody chose in order to collide. Its tables are built of the engine's own lists, or of a few words at a time.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, value: u64) {
        // The odd constant next to 2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (chunks, rest) = bytes.as_chunks::<8>();
        for chunk in chunks {
            self.mix(u64::from_le_bytes(*chunk));
        }
        self.mix(rest.iter().fold(bytes.len() as u64, |value, &byte| value << 8 | u64::from(byte)));
    }

    fn write_u8(&mut self, value: u8) {
        self.mix(u64::from(value));
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    fn write_usize(&mut self, value: usize) {
        self.mix(value as u64);
    }

    fn finish(&self) -> u64 {
        // A table takes its low bits, which the multiplication mixes least.
        self.0 ^ self.0 >> 32
    }
}

/// The words of a story, each with a number, by which they are compared.
#[derive(Default)]
pub(crate) struct Vocabulary(RefCell<HashMap<String, u32, Quick>>);

/// What sets the number of a class of words apart from the number of the word that names it.
const CLASS: u32 = 1 << 31;

impl Vocabulary {
    /// The number of a word.
    pub(crate) fn word(&self, word: &str) -> u32 {
        let mut numbers = self.0.borrow_mut();
        let next = numbers.len() as u32;
        match numbers.get(word) {
            Some(&number) => number,
            None => *numbers.entry(word.to_owned()).or_insert(next),
        }
    }

    /// The number of a class of words, by its name.
    pub(crate) fn class(&self, name: &str) -> u32 {
        self.word(name) | CLASS
    }
}

/// A set of words, as sorted numbers of one [`Vocabulary`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Bag(Vec<u32>);

impl Bag {
    /// How many words are in both.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        let (mut i, mut k, mut count) = (0, 0, 0);
        while let (Some(left), Some(right)) = (self.0.get(i), other.0.get(k)) {
            let order = left.cmp(right);
            count += usize::from(order == Ordering::Equal);
            i += usize::from(order != Ordering::Greater);
            k += usize::from(order != Ordering::Less);
        }
        count
    }

    /// The numbers.
    pub(crate) fn words(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().copied()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn is_subset(&self, other: &Self) -> bool {
        self.shared(other) == self.len()
    }

    /// Whether it holds another word than this one.
    pub(crate) fn says_more_than(&self, word: u32) -> bool {
        self.0.iter().any(|&own| own != word)
    }

    /// The words of both.
    pub(crate) fn join(&self, other: &Self) -> Self {
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
