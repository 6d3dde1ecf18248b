//! Lists, with each step compiled once. The standard library compiles the steps of an iterator twice where it collects (it asks
//! for the first item, makes room, and goes on from there) and a condition twice where it retains.

/// Collecting into a list.
pub(crate) trait Gather: Iterator + Sized {
    /// As `collect` into a `Vec`.
    fn gather(self) -> Vec<Self::Item> {
        let mut out = Vec::with_capacity(self.size_hint().0);
        self.gather_into(&mut out);
        out
    }

    /// As `list.extend(self)`.
    fn gather_into(self, list: &mut Vec<Self::Item>) {
        self.for_each(|item| push(list, item));
    }

    /// As `flat_map(lists).collect()` into a `Vec`, without what that keeps for lists that are read from both ends.
    fn gather_all<T, L: IntoIterator<Item = T>>(self, mut lists: impl FnMut(Self::Item) -> L) -> Vec<T> {
        let mut out = Vec::new();
        self.for_each(|item| out.extend(lists(item)));
        out
    }
}

impl<I: Iterator> Gather for I {}

/// Where the program is downloaded, a call for each item instead of the growing of the list at each place.
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn push<T>(list: &mut Vec<T>, item: T) {
    list.push(item);
}

/// Keeping some items of a list.
pub(crate) trait Keep<T> {
    /// As `retain`.
    fn keep(&mut self, fits: impl FnMut(&T) -> bool);
}

impl<T> Keep<T> for Vec<T> {
    fn keep(&mut self, mut fits: impl FnMut(&T) -> bool) {
        let mut kept = 0;
        for i in 0..self.len() {
            if fits(&self[i]) {
                self.swap(kept, i);
                kept += 1;
            }
        }
        self.truncate(kept);
    }
}
