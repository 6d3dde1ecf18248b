//! Word lists (`data/`), read once. General knowledge only: see `data/README.md`.

use std::sync::OnceLock;

use crate::calendar::Day;
use crate::words::{WordSet, Words};

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
    static SET: OnceLock<WordSet> = OnceLock::new();
    SET.get_or_init(|| words(list!("stop_words.txt")).collect()).contains(lower)
}

/// The key of the country that a word names (`@iraq` for "Iraqi"). A country is written with a capital.
///
/// Gets wrong: words that are also something else ("Georgia", "Jordan", "Turkey" at the head of a sentence).
pub(crate) fn country(lower: &str, capital: bool) -> Option<&'static str> {
    static MAP: OnceLock<Words<String>> = OnceLock::new();
    if !capital {
        return None;
    }
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for line in lines(list!("countries.txt")) {
            let key = line.split_whitespace().next().unwrap_or_default();
            for word in line.split_whitespace() {
                map.insert(word, format!("@{key}"));
            }
        }
        map
    });
    map.get(lower).map(String::as_str)
}

/// The base of an irregular or derived form.
pub(crate) fn base_form(lower: &str) -> Option<&'static str> {
    static MAP: OnceLock<Words<&'static str>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for line in lines(list!("irregular.txt")) {
            let Some((base, forms)) = line.split_once(':') else { continue };
            map.insert(base, base);
            map.extend(forms.split_whitespace().map(|form| (form, base)));
        }
        map
    });
    map.get(lower).copied()
}

/// What befalls people who are counted, a line each: `harm:death: words`.
pub(crate) fn fate_lines() -> impl Iterator<Item = &'static str> {
    lines(list!("fates.txt"))
}

/// Nouns for people; behind a `+` those that are a part of any crowd.
pub(crate) fn people_lines() -> impl Iterator<Item = &'static str> {
    lines(list!("people.txt"))
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
    static MAP: OnceLock<Words<Say>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
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
    static SET: OnceLock<WordSet> = OnceLock::new();
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
    static MAP: OnceLock<Words<Abbreviation>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
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
    static MAP: OnceLock<Words<Weapon>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
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
    Some(match lower {
        "zero" | "nought" | "naught" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "thirteen" => 13,
        "fourteen" => 14,
        "fifteen" => 15,
        "sixteen" => 16,
        "seventeen" => 17,
        "eighteen" => 18,
        "nineteen" => 19,
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    })
}

/// A month by its name or abbreviation, 1 to 12.
pub(crate) fn month(lower: &str) -> Option<u8> {
    Some(match lower {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sep" | "sept" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// A day of the week by its name or abbreviation, Monday = 0.
pub(crate) fn weekday(lower: &str) -> Option<u8> {
    Some(match lower {
        "monday" | "mon" => 0,
        "tuesday" | "tue" | "tues" => 1,
        "wednesday" | "wed" => 2,
        "thursday" | "thu" | "thur" | "thurs" => 3,
        "friday" | "fri" => 4,
        "saturday" | "sat" => 5,
        "sunday" | "sun" => 6,
        _ => return None,
    })
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

/// The holidays whose name begins with a word, each with the words behind it, those of more words first.
pub(crate) fn holidays(first: &str) -> &'static [(Vec<&'static str>, Holiday)] {
    static MAP: OnceLock<Words<Vec<(Vec<&'static str>, Holiday)>>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut all: Words<Vec<(Vec<&'static str>, Holiday)>> = Words::default();
        for line in lines(list!("holidays.txt")) {
            let Some((names, rule)) = line.split_once('=') else { continue };
            let number = |k: usize| rule.split_whitespace().nth(k).and_then(|n| n.parse::<i64>().ok());
            let holiday =
                match rule.split_whitespace().next() {
                    Some("easter") => number(1).map(Holiday::Easter),
                    Some("nth") => number(1).zip(number(2)).zip(number(3)).map(|((nth, weekday), month)| {
                        Holiday::Nth { nth: nth as u8, weekday: weekday as u8, month: month as u8 }
                    }),
                    _ => number(0).zip(number(1)).map(|(month, day)| Holiday::Fixed(month as u8, day as u8)),
                };
            for name in names.split(',') {
                let mut words = name.split_whitespace().map(|w| w.trim_end_matches("'s"));
                if let (Some(first), Some(holiday)) = (words.next(), holiday) {
                    let own = all.entry(first).or_default();
                    own.push((words.collect(), holiday));
                    own.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
                }
            }
        }
        all
    });
    map.get(first).map_or(&[], Vec::as_slice)
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
