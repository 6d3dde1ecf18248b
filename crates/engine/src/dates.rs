//! Dates written out ("22 November 2023", "Nov. 22", "2023-11-22", "11/22/2023"), wherever they stand.

use crate::calendar::Day;
use crate::lexicon;
use crate::token::{Kind, Token};

/// A date as printed: parts that are not printed are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) year: Option<i32>,
    pub(crate) month: u8,
    pub(crate) day: Option<u8>,
    /// Number of tokens it takes.
    pub(crate) tokens: usize,
}

impl Written {
    /// The day, with the year nearest to `reference` where none is printed. None where the date has no day, or no year can be known.
    pub(crate) fn resolve(self, reference: Option<Day>) -> Option<Day> {
        let day = self.day?;
        if let Some(year) = self.year {
            return Day::new(year, self.month, day);
        }
        let near = reference?;
        (-1..=1).filter_map(|d| Day::new(near.year() + d, self.month, day)).min_by_key(|d| d.since(near).abs())
    }
}

/// The number of a figure token, without an ordinal ending; none for figures with separators.
pub(crate) fn plain_number(token: &Token) -> Option<u32> {
    (token.kind == Kind::Figure).then_some(())?;
    token.lower.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok()
}

fn year(token: Option<&Token>) -> Option<i32> {
    let token = token?;
    (token.lower.len() == 4).then_some(())?;
    plain_number(token).filter(|n| (1200..2200).contains(n)).map(|n| n as i32)
}

fn day(token: Option<&Token>) -> Option<u8> {
    plain_number(token?).filter(|n| (1..=31).contains(n)).map(|n| n as u8)
}

/// A month's name; "may" and "march" only with a capital.
fn month(token: Option<&Token>) -> Option<u8> {
    let token = token?;
    (token.is_word() && token.capital).then(|| lexicon::month(&token.lower)).flatten()
}

/// The date that begins at `tokens[i]`.
pub(crate) fn written(tokens: &[Token], i: usize) -> Option<Written> {
    let get = |k: usize| tokens.get(i + k);
    let mark = |k: usize, m: &str| get(k).is_some_and(|t| t.is(m));
    // 2023-11-22, 2023/11/22
    if let Some(y) = year(get(0)) {
        let joined = mark(1, "-") && mark(3, "-") || mark(1, "/") && mark(3, "/");
        if joined
            && let (Some(m), Some(d)) = (get(2).and_then(plain_number).filter(|m| (1..=12).contains(m)), day(get(4)))
        {
            return Some(Written { year: Some(y), month: m as u8, day: Some(d), tokens: 5 });
        }
    }
    // 11/22/2023: the American order unless only the other is possible.
    if mark(1, "/")
        && mark(3, "/")
        && let (Some(a), Some(b), Some(y)) = (day(get(0)), day(get(2)), year(get(4)))
    {
        let (m, d) = if a > 12 { (b, a) } else { (a, b) };
        if m <= 12 {
            return Some(Written { year: Some(y), month: m, day: Some(d), tokens: 5 });
        }
    }
    // 22 November 2023, 22nd of Nov., 2023
    if let Some(d) = day(get(0)) {
        let of = usize::from(get(1).is_some_and(|t| t.is("of")));
        if let Some(m) = month(get(1 + of)) {
            let mut k = 2 + of;
            k += usize::from(mark(k, ".") && get(k - 1).is_some_and(|t| t.lower.len() <= 4));
            let after_comma = k + usize::from(mark(k, ","));
            if let Some(y) = year(get(after_comma)) {
                return Some(Written { year: Some(y), month: m, day: Some(d), tokens: after_comma + 1 });
            }
            return Some(Written { year: None, month: m, day: Some(d), tokens: 2 + of });
        }
    }
    // November 22, 2023; Nov. 22; November 2023
    let m = month(get(0))?;
    let k = 1 + usize::from(mark(1, ".") && get(0).is_some_and(|t| t.lower.len() <= 4));
    let k = k + usize::from(get(k).is_some_and(|t| t.is("the")));
    if let Some(d) = day(get(k)) {
        let after_comma = k + 1 + usize::from(mark(k + 1, ","));
        if let Some(y) = year(get(after_comma)) {
            return Some(Written { year: Some(y), month: m, day: Some(d), tokens: after_comma + 1 });
        }
        return Some(Written { year: None, month: m, day: Some(d), tokens: k + 1 });
    }
    year(get(k)).map(|y| Written { year: Some(y), month: m, day: None, tokens: k + 1 })
}
