//! What the lists know of a word, in one look. A token looks when it is made; readers that try every word of a sentence ask it
//! first, for most words open nothing.

use std::sync::OnceLock;

use crate::lexicon;
use crate::words::Words;

/// What a word is known for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known {
    kinds: u16,
    /// The number, month or weekday that it names.
    value: u8,
}

/// Without content ([`lexicon::is_stop_word`]).
pub(crate) const STOP: u16 = 1;
const NUMBER: u16 = 1 << 1;
const MONTH: u16 = 1 << 2;
const WEEKDAY: u16 = 1 << 3;
/// Introduces what somebody said ([`lexicon::cue_verb`]).
pub(crate) const SAYS: u16 = 1 << 4;
/// May be the first word of a time.
pub(crate) const TIME: u16 = 1 << 5;
/// The same, where a word of time follows soon ("in the early morning").
pub(crate) const LEADS: u16 = 1 << 6;
/// May be the first word of a number, a vague count or a date.
pub(crate) const COUNTS: u16 = 1 << 7;
/// A weapon or vehicle that is counted by its article and number too.
pub(crate) const ARMS: u16 = 1 << 8;
/// The first of two words that may name a country.
pub(crate) const COUNTRY: u16 = 1 << 9;
/// May be the first word of a weapon's name ([`lexicon::weapon`]).
pub(crate) const WEAPON: u16 = 1 << 11;
/// Shows when something happens ([`lexicon::tense`]).
pub(crate) const TENSED: u16 = 1 << 10;

/// Small cardinal numbers.
const NUMBERS: [(&str, u8); 30] = [
    ("zero", 0),
    ("nought", 0),
    ("naught", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
];

/// Months from 1, and weekdays from Monday = 0: names and abbreviations, a line each.
const MONTHS: &str = "january jan\nfebruary feb\nmarch mar\napril apr\nmay\njune jun\njuly jul\naugust aug\n\
    september sep sept\noctober oct\nnovember nov\ndecember dec";
const WEEKDAYS: &str =
    "monday mon\ntuesday tue tues\nwednesday wed\nthursday thu thur thurs\nfriday fri\nsaturday sat\nsunday sun";

/// First words of times, beside numbers, months, weekdays and holidays.
const TIMES: &str = "noon midday noonish midnight half quarter ½ ¼ ¾ \
    early mid late earlier later beginning start middle end \
    morning mornings dawn dawns daybreak daybreaks sunrise sunrises afternoon afternoons evening evenings dusk dusks \
    sunset sunsets night nights overnight overnights yesterday today tonight tonite tomorrow now \
    last past previous current next coming upcoming following first final recent latest most \
    few several many numerous dozens hundreds thousands couple once twice times \
    hourly daily everyday nightly weekly biweekly fortnightly monthly quarterly annually yearly annual \
    spring summer fall autumn winter w \
    second seconds minute minutes hour hours day days week weeks weekend month months year years yearend decade decades \
    century centuries sec secs min mins hr hrs wk wks yr yrs \
    twenties thirties forties fifties sixties seventies eighties nineties \
    currently presently nowadays recently lately formerly previously soon near foreseeable distant immediate future fiscal \
    mondays tuesdays wednesdays thursdays fridays saturdays sundays";

/// Words that a time may begin with, though they are none of time themselves.
const LEADING: &str =
    "the a an in at before from between this that these those its their his her all any some another each every so too";

/// The ordinals that name days of a month.
const ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth \
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth";

/// First words of numbers and vague counts, beside small numbers.
const COUNTING: &str = "a an half both no minus negative \
    scores tens dozens hundreds thousands millions billions several some many numerous multiple most few";

/// Vehicles that are no weapons.
const VEHICLES: &str = "vehicle vehicles tank ship boat";

/// What a word, in lower case, is known for. Of a word with a hyphen that is in no list: whether its first part counts
/// or may begin a weapon's name.
pub(crate) fn known(lower: &str) -> Known {
    static MAP: OnceLock<Words<Known>> = OnceLock::new();
    let map = MAP.get_or_init(read);
    match map.get(lower) {
        Some(known) => *known,
        None => match lower.as_bytes().iter().position(|b| *b == b'-') {
            Some(at) => {
                Known { kinds: map.get(&lower[..at]).map_or(0, |first| first.kinds & (COUNTS | WEAPON)), value: 0 }
            }
            None => Known::default(),
        },
    }
}

fn read() -> Words<Known> {
    let mut map: Words<Known> = Words::default();
    let mut add = |word: &'static str, kinds: u16, value: u8| {
        let known = map.or_default(word);
        known.kinds |= kinds;
        known.value = known.value.max(value);
    };
    for (word, n) in NUMBERS {
        add(word, NUMBER | TIME | COUNTS, n);
    }
    for (list, kind, first) in [(MONTHS, MONTH, 1), (WEEKDAYS, WEEKDAY, 0)] {
        for (value, line) in list.lines().enumerate() {
            line.split(' ')
                .for_each(|word| add(word, kind | TIME | if kind == MONTH { COUNTS } else { 0 }, value as u8 + first));
        }
    }
    let arms = lexicon::weapon_words().filter(|word| lexicon::weapon(word).is_some_and(|w| w.family != "gun"));
    let pairs = lexicon::country_words().filter_map(|word| word.split_once('-').map(|pair| pair.0));
    let lists: [(&mut dyn Iterator<Item = &'static str>, u16); 13] = [
        (&mut ORDINALS.split_whitespace(), TIME | COUNTS),
        (&mut TIMES.split_whitespace(), TIME),
        (&mut lexicon::holiday_words(), TIME),
        (&mut LEADING.split(' '), LEADS),
        (&mut COUNTING.split_whitespace(), COUNTS),
        (&mut VEHICLES.split(' '), ARMS),
        (&mut { arms }, ARMS),
        (&mut lexicon::weapon_words(), WEAPON),
        (&mut lexicon::weapon_words().filter_map(|word| word.split('-').next()), WEAPON),
        (&mut { pairs }, COUNTRY),
        (&mut lexicon::stop_words(), STOP),
        (&mut lexicon::cue_verbs(), SAYS),
        (&mut lexicon::tense_words(), TENSED),
    ];
    for (words, kind) in lists {
        words.for_each(|word| add(word, kind, 0));
    }
    map
}

impl Known {
    /// Whether it is of one of some kinds.
    pub(crate) fn is(self, kinds: u16) -> bool {
        self.kinds & kinds != 0
    }

    /// The number that it names.
    pub(crate) fn number(self) -> Option<u32> {
        self.is(NUMBER).then_some(u32::from(self.value))
    }

    /// The month, from 1.
    pub(crate) fn month(self) -> Option<u8> {
        self.is(MONTH).then_some(self.value)
    }

    /// The day of the week, Monday = 0.
    pub(crate) fn weekday(self) -> Option<u8> {
        self.is(WEEKDAY).then_some(self.value)
    }
}
