//! Lists of words, looked up by a hash that is the same on every machine. They are only ever asked, never walked.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

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
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.mix(chunk.iter().rev().fold(0, |value, &byte| value << 8 | u64::from(byte)));
        }
        self.mix(chunks.remainder().iter().rev().fold(bytes.len() as u64, |value, &byte| value << 8 | u64::from(byte)));
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
