//! Maps and sets in the order of their keys, once. The standard library's are compiled anew for every type, some six
//! kilobytes each; here one tree of numbers serves all, and only the comparing of keys differs (as in `order`).
//!
//! Nothing is ever taken out of them.

use std::borrow::Borrow;
use std::cmp::Ordering;

use crate::order::settle_items;

/// No child.
const NONE: u32 = u32::MAX;

/// The order of numbered items, as an AA tree (Arne Andersson, Balanced search trees made simple, 1993): a tree in which a
/// right child may be as high as its parent, a left child and a right grandchild may not, and which is thus never deeper than
/// twice the logarithm of its size.
#[derive(Clone, Debug, Default)]
struct Tree {
    root: u32,
    /// Beside the items.
    nodes: Vec<Node>,
}

#[derive(Clone, Copy, Debug)]
struct Node {
    left: u32,
    right: u32,
    height: u8,
}

impl Tree {
    fn root(&self) -> u32 {
        if self.nodes.is_empty() { NONE } else { self.root }
    }

    /// The item at which a key stands; `key(i)` is how the key compares with item `i`.
    fn find(&self, key: &mut dyn FnMut(u32) -> Ordering) -> Option<usize> {
        let mut at = self.root();
        while at != NONE {
            let node = self.nodes[at as usize];
            at = match key(at) {
                Ordering::Less => node.left,
                Ordering::Greater => node.right,
                Ordering::Equal => return Some(at as usize),
            };
        }
        None
    }

    /// The item at which a key stands; where there is none, the next item takes the place of one. And whether it did.
    fn find_or_insert(&mut self, key: &mut dyn FnMut(u32) -> Ordering) -> (usize, bool) {
        if let Some(item) = self.find(key) {
            return (item, false);
        }
        let root = self.root();
        self.root = self.insert_below(root, key);
        (self.nodes.len() - 1, true)
    }

    /// Gives what now stands in the place of `at`.
    fn insert_below(&mut self, at: u32, key: &mut dyn FnMut(u32) -> Ordering) -> u32 {
        if at == NONE {
            self.nodes.push(Node { left: NONE, right: NONE, height: 1 });
            return self.nodes.len() as u32 - 1;
        }
        let Node { left, right, .. } = self.nodes[at as usize];
        if key(at) == Ordering::Less {
            self.nodes[at as usize].left = self.insert_below(left, key);
        } else {
            self.nodes[at as usize].right = self.insert_below(right, key);
        }
        let at = self.lift_left(at);
        self.lift_right(at)
    }

    fn height(&self, at: u32) -> u8 {
        self.nodes.get(at as usize).map_or(0, |node| node.height)
    }

    /// A left child as high as its parent becomes the parent.
    fn lift_left(&mut self, at: u32) -> u32 {
        let Node { left, height, .. } = self.nodes[at as usize];
        if self.height(left) != height {
            return at;
        }
        self.nodes[at as usize].left = self.nodes[left as usize].right;
        self.nodes[left as usize].right = at;
        left
    }

    /// A right child whose right child is as high as its parent becomes the parent, and higher.
    fn lift_right(&mut self, at: u32) -> u32 {
        let Node { right, height, .. } = self.nodes[at as usize];
        if right == NONE || self.height(self.nodes[right as usize].right) != height {
            return at;
        }
        self.nodes[at as usize].right = self.nodes[right as usize].left;
        self.nodes[right as usize].left = at;
        self.nodes[right as usize].height += 1;
        right
    }

    /// All items in the order of their keys.
    fn order(&self) -> Vec<u32> {
        let mut order = Vec::with_capacity(self.nodes.len());
        let mut above = Vec::new();
        let mut at = self.root();
        loop {
            while at != NONE {
                above.push(at);
                at = self.nodes[at as usize].left;
            }
            let Some(next) = above.pop() else { return order };
            order.push(next);
            at = self.nodes[next as usize].right;
        }
    }
}

/// Keys in the order in which they came, and where each stands in their own order. Finding is compiled for each type of key, and
/// not for what a map holds by them.
#[derive(Clone, Debug)]
struct Keys<K> {
    tree: Tree,
    keys: Vec<K>,
}

impl<K: Ord> Keys<K> {
    #[inline(never)]
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        self.tree.find(&mut |item| key.cmp(self.keys[item as usize].borrow()))
    }

    /// Its place, and whether it is new.
    #[inline(never)]
    fn place(&mut self, key: K) -> (usize, bool) {
        let (at, new) = self.tree.find_or_insert(&mut |item| key.cmp(&self.keys[item as usize]));
        if new {
            self.keys.push(key);
        }
        (at, new)
    }
}

impl<K> Keys<K> {
    fn iter(&self) -> Iter<'_, K> {
        Iter { order: self.tree.order().into_iter(), keys: &self.keys }
    }

    /// For each key, in the order in which they came, its place in their own order.
    fn places(&self) -> Vec<u32> {
        let mut places = vec![0; self.keys.len()];
        for (place, item) in self.tree.order().into_iter().enumerate() {
            places[item as usize] = place as u32;
        }
        places
    }
}

impl<K> Default for Keys<K> {
    fn default() -> Self {
        Self { tree: Tree::default(), keys: Vec::new() }
    }
}

/// Keys in their order.
pub(crate) struct Iter<'a, K> {
    order: std::vec::IntoIter<u32>,
    keys: &'a [K],
}

impl<'a, K> Iterator for Iter<'a, K> {
    type Item = &'a K;

    fn next(&mut self) -> Option<Self::Item> {
        Some(&self.keys[self.order.next()? as usize])
    }
}

/// As `BTreeMap`.
#[derive(Clone, Debug)]
pub(crate) struct Map<K, V> {
    keys: Keys<K>,
    /// Beside the keys.
    values: Vec<V>,
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { keys: Keys::default(), values: Vec::new() }
    }
}

impl<K: Ord, V> Map<K, V> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.keys.find(key).is_some()
    }

    pub(crate) fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.keys.find(key).map(|at| &self.values[at])
    }

    /// As `entry(key).or_insert_with(value)`.
    pub(crate) fn or_insert_with(&mut self, key: K, value: impl FnOnce() -> V) -> &mut V {
        let (at, new) = self.keys.place(key);
        if new {
            self.values.push(value());
        }
        &mut self.values[at]
    }

    /// As `entry(key).or_insert(value)`.
    pub(crate) fn or_insert(&mut self, key: K, value: V) -> &mut V {
        self.or_insert_with(key, || value)
    }

    /// As `entry(key).or_default()`.
    pub(crate) fn or_default(&mut self, key: K) -> &mut V
    where
        V: Default,
    {
        self.or_insert_with(key, V::default)
    }

    /// In place of the value that was there.
    pub(crate) fn insert(&mut self, key: K, value: V) {
        let (at, new) = self.keys.place(key);
        if new {
            self.values.push(value);
        } else {
            self.values[at] = value;
        }
    }

    /// Keys and values, in the order of the keys.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        let order = self.keys.tree.order().into_iter();
        order.map(|item| (&self.keys.keys[item as usize], &self.values[item as usize]))
    }

    /// In order.
    pub(crate) fn keys(&self) -> Iter<'_, K> {
        self.keys.iter()
    }

    /// In the order of the keys.
    pub(crate) fn values(&self) -> Iter<'_, V> {
        Iter { order: self.keys.tree.order().into_iter(), keys: &self.values }
    }

    /// In no order that means anything.
    pub(crate) fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.values.iter_mut()
    }

    /// In the order of the keys.
    pub(crate) fn into_values(mut self) -> std::vec::IntoIter<V> {
        settle_items(&mut self.values, self.keys.places());
        self.values.into_iter()
    }
}

impl<K: Ord, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = std::iter::Zip<std::vec::IntoIter<K>, std::vec::IntoIter<V>>;

    fn into_iter(mut self) -> Self::IntoIter {
        settle_items(&mut self.values, self.keys.places());
        Set(self.keys).into_iter().zip(self.values)
    }
}

impl<K: Ord + Borrow<Q>, V, Q: Ord + ?Sized> std::ops::Index<&Q> for Map<K, V> {
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("a known key")
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, items: I) {
        items.into_iter().for_each(|(key, value)| self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(items: I) -> Self {
        let mut map = Self::new();
        map.extend(items);
        map
    }
}

/// As `BTreeSet`.
#[derive(Clone, Debug)]
pub(crate) struct Set<K>(Keys<K>);

impl<K> Default for Set<K> {
    fn default() -> Self {
        Self(Keys::default())
    }
}

impl<K: Ord> Set<K> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn len(&self) -> usize {
        self.0.keys.len()
    }

    /// Whether it was not there.
    pub(crate) fn insert(&mut self, key: K) -> bool {
        self.0.place(key).1
    }

    pub(crate) fn contains<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.find(key).is_some()
    }

    /// In order.
    pub(crate) fn iter(&self) -> Iter<'_, K> {
        self.0.iter()
    }

    pub(crate) fn first(&self) -> Option<&K> {
        self.iter().next()
    }

    /// How many are in both.
    pub(crate) fn shared(&self, other: &Self) -> usize {
        self.0.keys.iter().filter(|key| other.contains(*key)).count()
    }

    pub(crate) fn is_disjoint(&self, other: &Self) -> bool {
        self.shared(other) == 0
    }
}

impl<'a, K: Ord> IntoIterator for &'a Set<K> {
    type Item = &'a K;
    type IntoIter = Iter<'a, K>;

    /// In order.
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<K> IntoIterator for Set<K> {
    type Item = K;
    type IntoIter = std::vec::IntoIter<K>;

    /// In order.
    fn into_iter(mut self) -> Self::IntoIter {
        let places = self.0.places();
        settle_items(&mut self.0.keys, places);
        self.0.keys.into_iter()
    }
}

impl<K: Ord> Extend<K> for Set<K> {
    fn extend<I: IntoIterator<Item = K>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| {
            self.insert(key);
        });
    }
}

impl<K: Ord> FromIterator<K> for Set<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        let mut set = Self::new();
        set.extend(keys);
        set
    }
}

#[cfg(test)]
mod tests {
    use super::Map;
    use std::collections::BTreeMap;

    /// Keys that rise, fall, and come in no order, many of them twice: the same as the standard library's map, and shallow.
    #[test]
    fn keeps_what_the_standard_library_keeps() {
        let rules: [fn(u32) -> u32; 3] = [|i| i, |i| 5000 - i, |i| i.wrapping_mul(2_654_435_761) >> 20];
        for rule in rules {
            let (mut ours, mut theirs) = (Map::<u32, u32>::new(), BTreeMap::<u32, u32>::new());
            for i in 0..5000 {
                *ours.or_default(rule(i)) += i;
                *theirs.entry(rule(i)).or_default() += i;
            }
            assert!(ours.iter().eq(&theirs));
            assert!((0..6000).all(|key| ours.get(&key) == theirs.get(&key)));
            let mut steps = 0;
            ours.keys.tree.find(&mut |_| {
                steps += 1;
                std::cmp::Ordering::Greater
            });
            assert!(steps <= 26, "{steps} steps");
            assert!(ours.into_iter().eq(theirs));
        }
    }
}
