//! Sorting, once. The standard library's sorts are compiled anew for every type, some six kilobytes each; here one sort of
//! numbers serves all, and only the comparing and the swapping differ. The page is downloaded, so its bytes count. Every
//! sort here is stable.
//!
//! A comparison costs a call through a pointer; what is sorted already, as most short lists are, costs one pass and no memory.

use crate::gather::Gather;
use std::cmp::Ordering;

/// Runs of this many are sorted by insertion before they are merged.
const RUN: usize = 8;

/// Sorting as `slice::sort` and its kin do it, with the same results.
pub trait Order<T> {
    /// As `sort`.
    fn order(&mut self)
    where
        T: Ord,
    {
        self.order_by(T::cmp);
    }

    /// As `sort_by_key`.
    fn order_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.order_by(|a, b| key(a).cmp(&key(b)));
    }

    /// As `sort_by`.
    fn order_by(&mut self, compare: impl FnMut(&T, &T) -> Ordering);

    /// As `sort_by_cached_key`.
    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Order<T> for [T] {
    #[inline(never)]
    fn order_by(&mut self, mut compare: impl FnMut(&T, &T) -> Ordering) {
        let places = places(self.len(), &mut |a, b| {
            // Both are there; to say so costs less than two bounds checks.
            let both = self.get(a as usize).zip(self.get(b as usize));
            both.is_some_and(|(a, b)| compare(a, b).is_gt())
        });
        settle_items(self, places);
    }

    fn order_by_cached_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K) {
        let keys: Vec<K> = self.iter().map(key).gather();
        let places = places(keys.len(), &mut |a, b| keys[a as usize] > keys[b as usize]);
        settle_items(self, places);
    }
}

/// For each type of item, where the comparing is for each sort.
#[inline(never)]
pub(crate) fn settle_items<T>(items: &mut [T], places: Vec<u32>) {
    settle(places, &mut |a, b| items.swap(a as usize, b as usize));
}

/// Where each of `len` items goes; none where all stand in order. `after(a, b)` is whether item `a` must come after item `b`.
fn places(len: usize, after: &mut dyn FnMut(u32, u32) -> bool) -> Vec<u32> {
    if (1..len).all(|i| !after(i as u32 - 1, i as u32)) {
        return Vec::new();
    }
    let mut order: Vec<u32> = (0..len as u32).gather();
    for run in order.chunks_mut(RUN) {
        for i in 1..run.len() {
            let mut at = i;
            while at > 0 && after(run[at - 1], run[at]) {
                run.swap(at - 1, at);
                at -= 1;
            }
        }
    }
    let mut other = order.clone();
    let mut width = RUN;
    while width < len {
        for (from, to) in order.chunks(2 * width).zip(other.chunks_mut(2 * width)) {
            let (left, right) = from.split_at(width.min(from.len()));
            let (mut l, mut r) = (0, 0);
            for place in to {
                let first = r == right.len() || l < left.len() && !after(left[l], right[r]);
                *place = if first { left[l] } else { right[r] };
                *(if first { &mut l } else { &mut r }) += 1;
            }
        }
        std::mem::swap(&mut order, &mut other);
        width *= 2;
    }
    // Where an item goes, from which item comes where.
    for (place, &item) in order.iter().enumerate() {
        other[item as usize] = place as u32;
    }
    other
}

/// Puts each item where it goes, one swap an item.
fn settle(mut places: Vec<u32>, swap: &mut dyn FnMut(u32, u32)) {
    for i in 0..places.len() {
        while places[i] as usize != i {
            let to = places[i];
            swap(i as u32, to);
            places.swap(i, to as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Order;

    /// All lengths around the borders of runs, with many equal keys: the same as the standard library's stable sort.
    #[test]
    fn sorts_as_the_standard_library() {
        let mut state = 1_u32;
        for len in (0..70).chain([127, 128, 129, 1000]) {
            let items: Vec<(u32, usize)> = (0..len)
                .map(|i| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, i)
                })
                .collect();
            let (mut ours, mut theirs) = (items.clone(), items);
            ours.order_by_key(|item| item.0);
            theirs.sort_by_key(|item| item.0);
            assert_eq!(ours, theirs);
            ours.order_by(|a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            assert_eq!(ours, theirs);
            ours.order();
            theirs.sort_unstable();
            assert_eq!(ours, theirs);
        }
    }
}
