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
}

impl<I: Iterator> Gather for I {}
