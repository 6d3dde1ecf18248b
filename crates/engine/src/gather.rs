//! Collecting into a list. The standard library's way asks an iterator for its first item, makes room, and goes on from there:
//! all steps of the iterator are compiled twice. Here they are compiled once.

/// See [`Gather::gather`].
pub(crate) trait Gather: Iterator + Sized {
    /// As `collect` into a `Vec`.
    fn gather(self) -> Vec<Self::Item> {
        let mut out = Vec::with_capacity(self.size_hint().0);
        self.for_each(|item| out.push(item));
        out
    }

    /// As `flat_map(lists).collect()` into a `Vec`, without what that keeps for lists that are read from both ends.
    fn gather_all<T, L: IntoIterator<Item = T>>(self, mut lists: impl FnMut(Self::Item) -> L) -> Vec<T> {
        let mut out = Vec::new();
        self.for_each(|item| out.extend(lists(item)));
        out
    }
}

impl<I: Iterator> Gather for I {}
