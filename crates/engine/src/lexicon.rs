//! Word lists (`data/`), read once. General knowledge only: see `data/README.md`.

use std::sync::OnceLock;

use crate::calendar::Day;
use crate::gather::Gather;
use crate::known::{STOP, known};
use crate::letters::whole;
use crate::order::Order;
use crate::report::FurnitureKind;
use crate::words::Words;

/// A file of `data/` without its comments, which would travel with the program.
macro_rules! list {
    ($file:literal) => {{
        const FILE: &[u8] = include_bytes!(concat!("../data/", $file));
        const LENGTH: usize = without_comments::<0>(FILE).1;
        const TEXT: &[u8] = &without_comments::<LENGTH>(FILE).0;
        const {
            let Ok(text) = std::str::from_utf8(TEXT) else { panic!("lists are UTF-8") };
            text
        }
    }};
}

/// The bytes of the lines that do not begin with `#`, and how many there are.
const fn without_comments<const N: usize>(file: &[u8]) -> ([u8; N], usize) {
    let (mut out, mut length, mut comment, mut i) = ([0; N], 0, false, 0);
    while i < file.len() {
        if i == 0 || file[i - 1] == b'\n' {
            comment = file[i] == b'#';
        }
        if !comment {
            if length < N {
                out[length] = file[i];
            }
            length += 1;
        }
        i += 1;
    }
    (out, length)
}

static COUNTRIES: &str = list!("countries.txt");
static HOLIDAYS: &str = list!("holidays.txt");
static SAY_VERBS: &str = list!("say_verbs.txt");
static WEAPONS: &str = list!("weapons.txt");

fn lines(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().map(str::trim).filter(|line| !line.is_empty())
}

fn words(file: &'static str) -> impl Iterator<Item = &'static str> {
    lines(file).flat_map(str::split_whitespace)
}

/// A list of words, of one kind or with lines that are `kind: words`; read when first asked for.
struct List {
    file: &'static str,
    /// Of a list without kinds none. Where a word has one kind only, the first of these that it is listed under.
    kinds: &'static [&'static str],
    /// Each word with its kinds, a bit each.
    words: OnceLock<Words<u32>>,
}

impl List {
    const fn new(file: &'static str, kinds: &'static [&'static str]) -> Self {
        Self { file, kinds, words: OnceLock::new() }
    }

    fn read(&self) -> Words<u32> {
        let mut read = Words::default();
        for line in lines(self.file) {
            let (kind, words) = line.split_once(':').unwrap_or(("", line));
            let kind = self.kinds.iter().position(|known| *known == kind).unwrap_or_default();
            words.split_whitespace().for_each(|word| *read.or_default(word) |= 1 << kind);
        }
        read
    }

    /// The kinds of a word, a bit each.
    fn get(&self, word: &str) -> Option<u32> {
        self.words.get_or_init(|| self.read()).get(word).copied()
    }

    /// The kind of a word that is of one only.
    fn kind(&self, word: &str) -> Option<&'static str> {
        self.get(word).map(|kinds| self.kinds[kinds.trailing_zeros() as usize])
    }

    fn contains(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Whether a word is of a kind.
    fn is(&self, word: &str, kind: &str) -> bool {
        self.get(word).is_some_and(|kinds| {
            self.kinds.iter().enumerate().any(|(at, known)| kinds & 1 << at != 0 && *known == kind)
        })
    }
}

/// The character that an HTML entity names (`eacute`).
pub(crate) fn entity(name: &str) -> Option<char> {
    static MAP: OnceLock<Words<char>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for line in lines(list!("entities.txt")) {
            let Some((code, names)) = line.split_once(' ') else { continue };
            let Ok(first) = u32::from_str_radix(code, 16) else { continue };
            for (c, names) in (first..).filter_map(char::from_u32).zip(names.split(' ')) {
                map.insert_all(names.split('='), c);
            }
        }
        map
    });
    map.get(name).copied()
}

/// What a part of a page is whose class or id holds these words.
pub(crate) fn page_part(words: &str) -> Option<PagePart> {
    static MAP: OnceLock<Words<PagePart>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for line in lines(list!("page_parts.txt")) {
            let Some((kind, names)) = line.split_once(':') else { continue };
            let part = furniture_kind(kind).map_or(PagePart::Hidden, PagePart::Aside);
            map.insert_all(names.split(',').map(str::trim), part);
        }
        map
    });
    map.get(words).copied()
}

/// What the class of an element says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PagePart {
    /// Not shown, or for screen readers only.
    Hidden,
    /// Not the article.
    Aside(FurnitureKind),
}

/// True for words without content.
pub(crate) fn is_stop_word(lower: &str) -> bool {
    known(lower).is(STOP)
}

/// The words without content.
pub(crate) fn stop_words() -> impl Iterator<Item = &'static str> {
    words(list!("stop_words.txt"))
}

/// True for forms of "be", "have" and "do", and for modal verbs.
pub(crate) fn is_auxiliary(lower: &str) -> bool {
    const WORDS: [&str; 26] = [
        "am", "is", "are", "was", "were", "be", "been", "being", "have", "has", "had", "having", "do", "does", "did",
        "done", "doing", "will", "would", "shall", "should", "can", "could", "may", "might", "must",
    ];
    WORDS.contains(&lower)
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
        for line in lines(COUNTRIES) {
            let key = line.split_whitespace().next().unwrap_or_default();
            for word in line.split_whitespace() {
                map.insert(word, format!("@{key}"));
            }
        }
        map
    });
    map.get(lower).map(String::as_str)
}

/// The words that name countries; a hyphen stands for a space.
pub(crate) fn country_words() -> impl Iterator<Item = &'static str> {
    words(COUNTRIES)
}

/// The base of an irregular or derived form.
pub(crate) fn base_form(lower: &str) -> Option<&'static str> {
    static MAP: OnceLock<Words<&'static str>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for line in lines(list!("irregular.txt")) {
            let Some((base, forms)) = line.split_once(':') else { continue };
            map.insert(base, base);
            map.insert_all(forms.split_whitespace(), base);
        }
        map
    });
    map.get(lower).copied()
}

/// What befalls people who are counted, a line each: `harm:death: words`.
pub(crate) fn fate_lines() -> impl Iterator<Item = &'static str> {
    lines(list!("fates.txt"))
}

/// Words for one thing that do not mean the same, a line each: `a step | another step | …`.
pub(crate) fn grade_lines() -> impl Iterator<Item = &'static str> {
    lines(list!("grades.txt"))
}

/// Words of which one excludes the other, a line each: `one side | other side`.
pub(crate) fn opposite_lines() -> impl Iterator<Item = &'static str> {
    lines(list!("opposites.txt"))
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
    /// Only with those or a clause: the verb takes a thing for its object too ("conceded defeat").
    Clause,
    /// Only with quotation marks, a colon or "that": the verb means other things too ("called", "asked").
    Marked,
}

/// Whether a word is a verb that can introduce what somebody said.
pub(crate) fn cue_verb(lower: &str) -> Option<Say> {
    static MAP: OnceLock<Words<Say>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        let mut kind = Say::Report;
        for line in lines(SAY_VERBS) {
            match line.chars().next() {
                Some('!') => kind = Say::Claim,
                Some('=') => kind = Say::Clause,
                Some('?') => kind = Say::Marked,
                _ => map.insert_all(line.split_whitespace(), kind),
            }
        }
        map
    });
    map.get(lower).copied()
}

/// The verbs that can introduce what somebody said.
pub(crate) fn cue_verbs() -> impl Iterator<Item = &'static str> {
    lines(SAY_VERBS).filter(|line| !line.starts_with(['!', '=', '?'])).flat_map(str::split_whitespace)
}

/// Whether a word is a verb of saying wherever it stands as a verb.
pub(crate) fn say_verb(lower: &str) -> Option<Say> {
    cue_verb(lower).filter(|say| *say != Say::Marked)
}

/// What a word shows of when something happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verb {
    /// It lies behind.
    Past,
    /// It lies ahead.
    Ahead,
    /// It lies ahead where "to" follows ("is to").
    BeforeTo,
    /// In the present tense, an appointment ("opens Monday").
    Appointed,
}

/// What a word shows of when something happens; nothing for regular past tenses.
pub(crate) fn tense(lower: &str) -> Option<Verb> {
    static LIST: List = List::new(list!("tenses.txt"), &["past", "ahead", "to", "appointed"]);
    Some(match LIST.kind(lower)? {
        "past" => Verb::Past,
        "ahead" => Verb::Ahead,
        "to" => Verb::BeforeTo,
        _ => Verb::Appointed,
    })
}

/// The words that show when something happens.
pub(crate) fn tense_words() -> impl Iterator<Item = &'static str> {
    lines(list!("tenses.txt")).filter_map(|line| line.split_once(':')).flat_map(|(_, words)| words.split_whitespace())
}

/// True for titles and roles that stand before a name.
pub(crate) fn is_title(lower: &str) -> bool {
    static LIST: List = List::new(list!("titles.txt"), &[]);
    LIST.contains(lower)
}

/// Whether a word of a name shows a kind (`data/name_words.txt`): "organisation", "place", "event", "company" (an ending),
/// "institution", "locality", "civic".
pub(crate) fn is_name_word(word: &str, kind: &str) -> bool {
    static LIST: List = List::new(
        list!("name_words.txt"),
        &["organisation", "place", "event", "company", "institution", "locality", "civic"],
    );
    LIST.is(word, kind)
}

/// Whether a word says what a "person", "body" or "place" is, beside its name.
pub(crate) fn is_role(word: &str, kind: &str) -> bool {
    static LIST: List = List::new(list!("roles.txt"), &["person", "body", "place"]);
    LIST.is(word, kind)
}

/// Whether a name is a well-known place's; a hyphen stands for a space.
pub(crate) fn is_place(lower: &str) -> bool {
    static LIST: List = List::new(list!("places.txt"), &[]);
    LIST.contains(lower)
}

/// Whether a word is a frequent given name.
pub(crate) fn is_first_name(lower: &str) -> bool {
    static LIST: List = List::new(list!("first_names.txt"), &[]);
    LIST.contains(lower)
}

/// Whether a noun is one of which a story mostly has one.
pub(crate) fn is_single_thing(lower: &str) -> bool {
    static LIST: List = List::new(list!("things.txt"), &[]);
    LIST.contains(lower)
}

/// Well-known bodies: a line each, its names parted by `=`.
pub(crate) fn institutions() -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    lines(list!("institutions.txt")).map(|line| line.split('=').map(str::trim))
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
    static LIST: List = List::new(list!("abbreviations.txt"), &["maybe", "before"]);
    LIST.kind(lower).map(|kind| if kind == "before" { Abbreviation::Before } else { Abbreviation::Maybe })
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
        for line in lines(WEAPONS) {
            let Some((family, members)) = line.split_once(':') else { continue };
            let (generic, specific) = members.split_once('|').unwrap_or((members, ""));
            map.insert_all(generic.split_whitespace(), Weapon { family, specific: false });
            map.insert_all(specific.split_whitespace(), Weapon { family, specific: true });
        }
        map
    });
    map.get(lower).copied()
}

/// The words for weapons, with the names of their families.
pub(crate) fn weapon_words() -> impl Iterator<Item = &'static str> {
    words(WEAPONS)
}

/// Small cardinal numbers in words.
pub(crate) fn number_word(lower: &str) -> Option<u32> {
    known(lower).number()
}

/// A month by its name or abbreviation, 1 to 12.
pub(crate) fn month(lower: &str) -> Option<u8> {
    known(lower).month()
}

/// A day of the week by its name or abbreviation, Monday = 0.
pub(crate) fn weekday(lower: &str) -> Option<u8> {
    known(lower).weekday()
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
        for line in lines(HOLIDAYS) {
            let Some((names, rule)) = line.split_once('=') else { continue };
            let number = |k: usize| rule.split_whitespace().nth(k).and_then(whole::<i64>);
            let holiday =
                match rule.split_whitespace().next() {
                    Some("easter") => number(1).map(Holiday::Easter),
                    Some("nth") => number(1).zip(number(2)).zip(number(3)).map(|((nth, weekday), month)| {
                        Holiday::Nth { nth: nth as u8, weekday: weekday as u8, month: month as u8 }
                    }),
                    _ => number(0).zip(number(1)).map(|(month, day)| Holiday::Fixed(month as u8, day as u8)),
                };
            for name in names.split(',') {
                let mut words = name.split_whitespace().map(|w| w.strip_suffix("'s").unwrap_or(w));
                if let (Some(first), Some(holiday)) = (words.next(), holiday) {
                    let own = all.or_default(first);
                    own.push((words.gather(), holiday));
                    own.order_by_key(|(words, _)| std::cmp::Reverse(words.len()));
                }
            }
        }
        all
    });
    map.get(first).map_or(&[], Vec::as_slice)
}

/// The first words of the names of holidays.
pub(crate) fn holiday_words() -> impl Iterator<Item = &'static str> {
    let names = lines(HOLIDAYS).filter_map(|line| line.split_once('=')).flat_map(|(names, _)| names.split(','));
    names.filter_map(|name| name.split_whitespace().next()).map(|word| word.strip_suffix("'s").unwrap_or(word))
}

/// The kind of furniture that a list names.
fn furniture_kind(name: &str) -> Option<FurnitureKind> {
    Some(match name {
        "byline" => FurnitureKind::Byline,
        "dateline" => FurnitureKind::Dateline,
        "section" => FurnitureKind::Section,
        "teaser" => FurnitureKind::Teaser,
        "navigation" => FurnitureKind::Navigation,
        "related" => FurnitureKind::Related,
        "form" => FurnitureKind::Form,
        "copyright" => FurnitureKind::Copyright,
        "caption" => FurnitureKind::Caption,
        "advert" => FurnitureKind::Advert,
        _ => return None,
    })
}

/// A line pattern of page furniture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FurnitureRule {
    pub(crate) kind: FurnitureKind,
    /// Readers' comments begin: nothing below is the article.
    pub(crate) foot: bool,
    /// `=` the whole line, `^` its beginning, `-` the beginning of one without a full stop, `~` anywhere.
    pub(crate) how: char,
    pub(crate) words: &'static str,
}

/// The patterns of page furniture, in the order of the file.
pub(crate) struct Furniture {
    rules: Vec<FurnitureRule>,
    /// The rules whose words must stand at the beginning: the first two bytes, and the place in `rules`. Sorted.
    begins: Vec<([u8; 2], usize)>,
    /// The same of the others.
    anywhere: Vec<([u8; 2], usize)>,
    /// By [`pair`]: whether words of `anywhere` may begin so.
    pairs: Vec<bool>,
}

/// The first two bytes.
fn opening(words: &str) -> [u8; 2] {
    [0, 1].map(|k| words.as_bytes().get(k).copied().unwrap_or_default())
}

/// A number below 1024 for two bytes that follow each other.
fn pair([first, second]: [u8; 2]) -> usize {
    (usize::from(first) << 5 ^ usize::from(second)) & 1023
}

/// The places of the rules that begin with two bytes, in the order of the file.
fn beginning(rules: &[([u8; 2], usize)], bytes: [u8; 2]) -> impl Iterator<Item = usize> + '_ {
    let from = rules.partition_point(|rule| rule.0 < bytes);
    rules[from..].iter().take_while(move |rule| rule.0 == bytes).map(|rule| rule.1)
}

impl Furniture {
    /// The first rule that fits a line: of those whose words must stand at its beginning where `fits` says so, of the others,
    /// which are asked where `anywhere` is set, where the line holds their words.
    pub(crate) fn find(
        &self,
        line: &str,
        anywhere: bool,
        fits: &dyn Fn(&FurnitureRule) -> bool,
    ) -> Option<&FurnitureRule> {
        let mut found = beginning(&self.begins, opening(line)).into_iter().find(|&rule| fits(&self.rules[rule]));
        let bytes = if anywhere { line.as_bytes() } else { &[] };
        for (at, bytes) in bytes.windows(2).enumerate().filter(|(_, bytes)| self.pairs[pair([bytes[0], bytes[1]])]) {
            let here = beginning(&self.anywhere, [bytes[0], bytes[1]])
                .into_iter()
                .find(|&rule| line.as_bytes()[at..].starts_with(self.rules[rule].words.as_bytes()));
            found = here.into_iter().chain(found).min();
        }
        found.map(|rule| &self.rules[rule])
    }
}

/// The patterns of page furniture.
pub(crate) fn furniture() -> &'static Furniture {
    static RULES: OnceLock<Furniture> = OnceLock::new();
    RULES.get_or_init(|| {
        let read = |line: &'static str| {
            let (kind, rest) = line.split_once(' ')?;
            let (how, words) = rest.split_once(' ')?;
            let foot = kind == "comments";
            let kind = if foot { FurnitureKind::Form } else { furniture_kind(kind)? };
            Some(FurnitureRule { kind, foot, how: how.chars().next()?, words })
        };
        let rules: Vec<FurnitureRule> = lines(list!("furniture.txt")).filter_map(read).gather();
        let (mut begins, mut anywhere) = (Vec::new(), Vec::new());
        let mut pairs = vec![false; 1024];
        for (at, rule) in rules.iter().enumerate() {
            let bytes = opening(rule.words);
            if matches!(rule.how, '=' | '^' | '-') {
                begins.push((bytes, at));
            } else {
                anywhere.push((bytes, at));
                pairs[pair(bytes)] = true;
            }
        }
        begins.order();
        anywhere.order();
        Furniture { rules, begins, anywhere, pairs }
    })
}
