//! Word lists (`data/`), read once. General knowledge only: see `data/README.md`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use crate::calendar::Day;

macro_rules! list {
    ($file:literal) => {
        include_str!(concat!("../data/", $file))
    };
}

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    lines(file).flat_map(str::split_whitespace)
}

/// True for words without content.
pub(crate) fn is_stop_word(lower: &str) -> bool {
    static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| words(list!("stop_words.txt")).collect()).contains(lower)
}

/// The key of the country that a word names (`@iraq` for "Iraqi"). A country is written with a capital.
///
/// Gets wrong: words that are also something else ("Georgia", "Jordan", "Turkey" at the head of a sentence).
pub(crate) fn country(lower: &str, capital: bool) -> Option<&'static str> {
    static MAP: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    if !capital {
        return None;
    }
    let map = MAP.get_or_init(|| {
        let mut map = BTreeMap::new();
        for line in lines(list!("countries.txt")) {
            let key = line.split_whitespace().next().unwrap_or_default();
            for word in line.split_whitespace() {
                map.insert(word.to_owned(), format!("@{key}"));
            }
        }
        map
    });
    map.get(lower).map(String::as_str)
}

/// The base of an irregular or derived form.
pub(crate) fn base_form(lower: &str) -> Option<&'static str> {
    static MAP: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = BTreeMap::new();
        for line in lines(list!("irregular.txt")) {
            let Some((base, forms)) = line.split_once(':') else { continue };
            map.insert(base, base);
            map.extend(forms.split_whitespace().map(|form| (form, base)));
        }
        map
    });
    map.get(lower).copied()
}

/// The classes of words that stand for one another, a line each: `name: words`, `*` in front of kinds of events.
pub(crate) fn class_lines() -> impl Iterator<Item = &'static str> {
    lines(list!("classes.txt"))
}

/// How a verb introduces what somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Say {
    /// A plain report.
    Report,
    /// The writer marks it as unproven.
    Claim,
}

/// Whether a word is a verb of saying.
pub(crate) fn say_verb(lower: &str) -> Option<Say> {
    static MAP: OnceLock<BTreeMap<&'static str, Say>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = BTreeMap::new();
        let mut kind = Say::Report;
        for line in lines(list!("say_verbs.txt")) {
            if line.starts_with('!') {
                kind = Say::Claim;
            } else {
                map.extend(line.split_whitespace().map(|form| (form, kind)));
            }
        }
        map
    });
    map.get(lower).copied()
}

/// True for titles and roles that stand before a name.
pub(crate) fn is_title(lower: &str) -> bool {
    static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| words(list!("titles.txt")).collect()).contains(lower)
}

/// How an abbreviation ends a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Never: a name or number follows.
    Before,
    /// Where a word that opens sentences follows.
    Maybe,
}

/// Whether a word (lower case, without the last full stop) is an abbreviation.
pub(crate) fn abbreviation(lower: &str) -> Option<Abbreviation> {
    static MAP: OnceLock<BTreeMap<&'static str, Abbreviation>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = BTreeMap::new();
        for line in lines(list!("abbreviations.txt")) {
            let Some((kind, members)) = line.split_once(':') else { continue };
            let kind = if kind == "before" { Abbreviation::Before } else { Abbreviation::Maybe };
            map.extend(members.split_whitespace().map(|w| (w, kind)));
        }
        map
    });
    map.get(lower).copied()
}

/// A family of weapons, vehicles or aircraft, and whether the word is a specific one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Weapon {
    pub(crate) family: &'static str,
    pub(crate) specific: bool,
}

/// What weapon a word (or two words joined by `-`) names.
pub(crate) fn weapon(lower: &str) -> Option<Weapon> {
    static MAP: OnceLock<BTreeMap<&'static str, Weapon>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = BTreeMap::new();
        for line in lines(list!("weapons.txt")) {
            let Some((family, members)) = line.split_once(':') else { continue };
            let (generic, specific) = members.split_once('|').unwrap_or((members, ""));
            map.extend(generic.split_whitespace().map(|w| (w, Weapon { family, specific: false })));
            map.extend(specific.split_whitespace().map(|w| (w, Weapon { family, specific: true })));
        }
        map
    });
    map.get(lower).copied()
}

/// Small cardinal numbers in words.
pub(crate) fn number_word(lower: &str) -> Option<u32> {
    const WORDS: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let small = WORDS.iter().position(|w| *w == lower).map(|n| n as u32);
    let small = small.or(matches!(lower, "nought" | "naught").then_some(0));
    small.or_else(|| TENS.iter().position(|w| *w == lower).map(|n| (n as u32 + 2) * 10))
}

/// A month by its name or abbreviation, 1 to 12.
pub(crate) fn month(lower: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let short = |name: &str| lower == "sept" && name == "september" || lower.len() == 3 && name.starts_with(lower);
    MONTHS.iter().position(|name| *name == lower || short(name)).map(|i| i as u8 + 1)
}

/// A day of the week by its name or abbreviation, Monday = 0.
pub(crate) fn weekday(lower: &str) -> Option<u8> {
    const DAYS: [(&str, &[&str]); 7] = [
        ("monday", &["mon"]),
        ("tuesday", &["tue", "tues"]),
        ("wednesday", &["wed"]),
        ("thursday", &["thu", "thur", "thurs"]),
        ("friday", &["fri"]),
        ("saturday", &["sat"]),
        ("sunday", &["sun"]),
    ];
    DAYS.iter().position(|(name, short)| *name == lower || short.contains(&lower)).map(|i| i as u8)
}

/// A day with a name that comes every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holiday {
    /// Month and day.
    Fixed(u8, u8),
    /// The nth weekday (Monday = 0) of a month; the last where it is 5.
    Nth { month: u8, weekday: u8, nth: u8 },
    /// Days from Easter Sunday of the western churches.
    Easter(i64),
}

impl Holiday {
    /// Month and day where they are the same every year.
    pub(crate) fn fixed(self) -> Option<(u8, u8)> {
        if let Self::Fixed(month, day) = self { Some((month, day)) } else { None }
    }

    /// Its day in a year.
    pub(crate) fn day(self, year: i32) -> Option<Day> {
        match self {
            Self::Fixed(month, day) => Day::new(year, month, day),
            Self::Nth { month, weekday, nth } => {
                let first = Day::new(year, month, 1)?;
                let day = first.plus(i64::from((weekday + 7 - first.weekday()) % 7) + 7 * (i64::from(nth) - 1));
                Some(if day.month() == month { day } else { day.plus(-7) })
            }
            Self::Easter(days) => easter(year).map(|day| day.plus(days)),
        }
    }
}

/// Easter Sunday, after the rule that is known as the anonymous Gregorian algorithm.
fn easter(year: i32) -> Option<Day> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let n = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
    Day::new(year, (n / 31) as u8, (n % 31) as u8 + 1)
}

/// The holidays, each with its words, those of more words first.
pub(crate) fn holidays() -> &'static [(Vec<&'static str>, Holiday)] {
    static LIST: OnceLock<Vec<(Vec<&'static str>, Holiday)>> = OnceLock::new();
    LIST.get_or_init(|| {
        let mut all: Vec<(Vec<&str>, Holiday)> = lines(list!("holidays.txt"))
            .filter_map(|line| {
                let (names, rule) = line.split_once('=')?;
                let number = |k: usize| rule.split_whitespace().nth(k).and_then(|n| n.parse::<i64>().ok());
                let holiday = match rule.split_whitespace().next()? {
                    "easter" => Holiday::Easter(number(1)?),
                    "nth" => Holiday::Nth { nth: number(1)? as u8, weekday: number(2)? as u8, month: number(3)? as u8 },
                    _ => Holiday::Fixed(number(0)? as u8, number(1)? as u8),
                };
                Some(
                    names
                        .split(',')
                        .map(move |name| (name.split_whitespace().map(|w| w.trim_end_matches("'s")).collect(), holiday))
                        .collect::<Vec<_>>(),
                )
            })
            .flatten()
            .collect();
        all.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        all
    })
}

/// A line pattern of page furniture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FurnitureRule {
    pub(crate) kind: crate::report::FurnitureKind,
    /// `=` the whole line, `^` its beginning, `~` anywhere.
    pub(crate) how: char,
    pub(crate) words: &'static str,
}

/// The patterns of page furniture, in the order of the file.
pub(crate) fn furniture() -> &'static [FurnitureRule] {
    use crate::report::FurnitureKind as K;
    static RULES: OnceLock<Vec<FurnitureRule>> = OnceLock::new();
    RULES.get_or_init(|| {
        lines(list!("furniture.txt"))
            .filter_map(|line| {
                let (kind, rest) = line.split_once(' ')?;
                let (how, words) = rest.split_once(' ')?;
                let kind = match kind {
                    "related" => K::Related,
                    "teaser" => K::Teaser,
                    "form" => K::Form,
                    "copyright" => K::Copyright,
                    "caption" => K::Caption,
                    "advert" => K::Advert,
                    "section" => K::Section,
                    _ => K::Navigation,
                };
                Some(FurnitureRule { kind, how: how.chars().next()?, words })
            })
            .collect()
    })
}
