//! Lists of words, looked up by a hash that is the same on every machine, and words as numbers. Tables are only ever asked,
//! never walked.

use std::borrow::Cow;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::gather::Gather;
use crate::order::Order;

/// A number for each word, from 0 on in the order in which they came. The one hash table that there is: every further type
/// of key or value would be compiled anew.
type Numbers = HashMap<Cow<'static, str>, u32, BuildHasherDefault<QuickHasher>>;

/// The number of a word, and whether it is a new one.
fn number(numbers: &mut Numbers, word: Cow<'static, str>) -> (usize, bool) {
    let next = numbers.len() as u32;
    let number = *numbers.entry(word).or_insert(next);
    (number as usize, number == next)
}

/// Values by word.
pub(crate) struct Words<V> {
    numbers: Numbers,
    /// By number.
    values: Vec<V>,
}

impl<V> Default for Words<V> {
    fn default() -> Self {
        Self { numbers: Numbers::default(), values: Vec::new() }
    }
}

impl<V> Words<V> {
    pub(crate) fn get(&self, word: &str) -> Option<&V> {
        self.numbers.get(word).map(|&number| &self.values[number as usize])
    }

    /// The value of a word; of a new word this one.
    pub(crate) fn or_insert(&mut self, word: impl Into<Cow<'static, str>>, value: V) -> &mut V {
        let (number, new) = number(&mut self.numbers, word.into());
        if new {
            self.values.push(value);
        }
        &mut self.values[number]
    }

    pub(crate) fn or_default(&mut self, word: impl Into<Cow<'static, str>>) -> &mut V
    where
        V: Default,
    {
        self.or_insert(word, V::default())
    }

    /// In place of the value that was there.
    pub(crate) fn insert(&mut self, word: impl Into<Cow<'static, str>>, value: V) {
        let (number, new) = number(&mut self.numbers, word.into());
        if new {
            self.values.push(value);
        } else {
            self.values[number] = value;
        }
    }

    /// The same value for several words.
    pub(crate) fn insert_all(&mut self, words: impl Iterator<Item = &'static str>, value: V)
    where
        V: Copy,
    {
        words.for_each(|word| self.insert(word, value));
    }
}

/// A multiplicative hash, for words and small numbers: several times faster than the standard one, and weak against keys that
/// somebody chose in order to collide. Its tables are built of the engine's own lists, or of a few words at a time.
#[derive(Clone, Copy, Debug, Default)]
struct QuickHasher(u64);

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
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary(RefCell<Numbers>);

/// What sets the number of a class of words apart from the number of the word that names it.
const CLASS: u32 = 1 << 31;

impl Vocabulary {
    /// The number of a word, from 0 on in the order in which they are asked for.
    pub(crate) fn word(&self, word: &str) -> u32 {
        let mut numbers = self.0.borrow_mut();
        let known = numbers.get(word).copied();
        known.unwrap_or_else(|| number(&mut numbers, word.to_owned().into()).0 as u32)
    }

    /// The number of a word that was asked for before.
    pub(crate) fn known(&self, word: &str) -> Option<u32> {
        self.0.borrow().get(word).copied()
    }

    /// How many words have a number.
    pub(crate) fn len(&self) -> usize {
        self.0.borrow().len()
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
    /// Of numbers in any order, some of them more than once.
    pub(crate) fn new(mut words: Vec<u32>) -> Self {
        words.order();
        words.dedup();
        Self(words)
    }

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
        Self::new(words.into_iter().gather())
    }
}
