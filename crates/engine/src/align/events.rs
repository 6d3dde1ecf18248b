//! Whether the articles of a story tell of two different events of one kind (two earthquakes, say), and which tells of which.
//!
//! Gets wrong: more than two events, and an event that only one article tells of: then nothing is told apart.

use crate::gather::Gather;

/// Up to this likeness across the split, as a part of the likeness inside its halves, the halves are different events, and from
/// [`ONE_EVENT`] on they are one. Two events stay below .5 in 5 of 6 stories tried; five articles on one event fall below it in
/// 1 of 6, most of them short pieces of two agencies.
const TWO_EVENTS: f64 = 0.3;
const ONE_EVENT: f64 = 0.5;

/// How often each article may change sides after the first split.
const ROUNDS: usize = 10;

/// How sure it is that two articles tell of different events, from 0 to 1, from the articles' likeness.
pub(super) fn apart(likeness: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = likeness.len();
    let none = vec![vec![0.0; n]; n];
    // Two articles against one would be told apart by chance.
    if n < 4 {
        return none;
    }
    let whole: Vec<Vec<i64>> =
        likeness.iter().map(|row| row.iter().map(|l| (l * 1e6).round() as i64).gather()).gather();
    let side = split(&whole);
    let far = side.iter().filter(|s| **s).count();
    if far < 2 || n - far < 2 {
        return none;
    }
    let mean = |same: bool| {
        let pairs = (0..n).flat_map(|a| (0..a).map(move |b| (a, b))).filter(|&(a, b)| (side[a] == side[b]) == same);
        mean(pairs.map(|(a, b)| whole[a][b])) as f64
    };
    let ratio = mean(false) / mean(true).max(1.0);
    let sure = ((ONE_EVENT - ratio) / (ONE_EVENT - TWO_EVENTS)).clamp(0.0, 1.0);
    (0..n).map(|a| (0..n).map(|b| if side[a] == side[b] { 0.0 } else { sure }).gather()).gather()
}

/// Mean in whole numbers, so that the same articles fall apart the same way on every machine.
fn mean(values: impl Iterator<Item = i64>) -> i64 {
    let (sum, count) = values.fold((0, 0), |(sum, count), v| (sum + v, count + 1));
    sum / count.max(1)
}

/// Splits articles in two: the two groups with the highest mean likeness join until two are left, then each article goes to
/// the side that it is more like.
fn split(likeness: &[Vec<i64>]) -> Vec<bool> {
    let n = likeness.len();
    // Of two groups: the sum of the likeness of their pairs.
    let mut sums: Vec<Vec<i64>> = likeness.to_vec();
    let mut groups: Vec<Vec<usize>> = (0..n).map(|a| vec![a]).gather();
    while groups.len() > 2 {
        let mut best = (i64::MIN, 0, 1);
        for b in 0..groups.len() {
            for a in 0..b {
                let mean = sums[a][b] / (groups[a].len() * groups[b].len()) as i64;
                if mean > best.0 {
                    best = (mean, a, b);
                }
            }
        }
        let (_, a, b) = best;
        let gone = groups.swap_remove(b);
        groups[a].extend(gone);
        for g in 0..sums.len() {
            let more = sums[g][b];
            sums[g][a] += more;
            if g != a {
                sums[a][g] = sums[g][a];
            }
        }
        sums.swap_remove(b);
        for row in &mut sums {
            row.swap_remove(b);
        }
    }
    let mut side = vec![false; n];
    for &a in groups.get(1).into_iter().flatten() {
        side[a] = true;
    }
    for _ in 0..ROUNDS {
        let mut moved = false;
        for a in 0..n {
            let others = |on: bool| (0..n).filter(|&b| b != a && side[b] == on).gather();
            let (own, across) = (others(side[a]), others(!side[a]));
            let to = |group: &[usize]| mean(group.iter().map(|&b| likeness[a][b]));
            if !own.is_empty() && !across.is_empty() && to(&across) > to(&own) {
                side[a] = !side[a];
                moved = true;
            }
        }
        if !moved {
            break;
        }
    }
    side
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness(n: usize, like: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
        (0..n).map(|a| (0..n).map(|b| if a == b { 1.0 } else { like(a, b) }).collect()).collect()
    }

    #[test]
    fn two_events_are_told_apart_whatever_the_order_of_the_articles() {
        let found = apart(&likeness(6, |a, b| if a % 2 == b % 2 { 0.6 } else { 0.1 }));
        for a in 0..6 {
            for b in 0..6 {
                assert_eq!(found[a][b] > 0.9, a % 2 != b % 2, "{a} {b}");
            }
        }
    }

    #[test]
    fn one_event_stays_whole_and_so_does_a_story_with_one_odd_article() {
        let whole = |m: Vec<Vec<f64>>| m.iter().flatten().all(|v| *v == 0.0);
        assert!(whole(apart(&likeness(6, |_, _| 0.4))));
        assert!(whole(apart(&likeness(5, |a, b| if a.max(b) == 4 { 0.05 } else { 0.5 }))));
        assert!(whole(apart(&likeness(3, |a, b| if a.max(b) == 2 { 0.01 } else { 0.9 }))));
    }
}
