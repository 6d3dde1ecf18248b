//! Made-up stories, the same on every machine: articles that tell much the same in other words, figures and days, with marks of
//! other scripts in between.

use crosscheck_engine::report::Report;
use crosscheck_engine::{Options, Source, analyse};

/// How many stories, of how many articles each: 200 articles.
pub(crate) const STORIES: u64 = 50;
const ARTICLES: u64 = 4;

const WHO: [&str; 12] = [
    "Mayor Ana Duarte",
    "the fire brigade",
    "Björn Åkesson",
    "Dr. O’Neill",
    "the U.N.",
    "Zürich’s council",
    "فاطمة الزهراء",
    "李明",
    "the Workers’ Union (WU)",
    "two officials",
    "a spokeswoman",
    "Judge Nkechi van der Berg",
];
const WHAT: [&str; 12] = [
    "the fire in the harbour",
    "a ferry to Oslo",
    "the election in Peru",
    "the merger of the two banks",
    "an earthquake of magnitude",
    "the verdict against the club",
    "the bridge over the Dee",
    "the strike at the plant",
    "the flood",
    "the final in Porto",
    "the tax on sugar",
    "a landslide near Kathmandu",
];
const DID: [&str; 12] = [
    "killed",
    "injured",
    "cost",
    "displaced",
    "delayed",
    "left without power",
    "was attended by",
    "was reported by",
    "hurt at least",
    "saved",
    "closed",
    "reached",
];
const MANY: [&str; 16] = [
    "12",
    "about 1,200",
    "more than forty",
    "two-thirds of",
    "several",
    "dozens of",
    "$2.5 million from",
    "€3bn from",
    "7.1 and",
    "between 5 and 9",
    "up to 60",
    "nearly 40 per cent of",
    "½ of",
    "no",
    "a hundred and five",
    "١٢",
];
const WHOM: [&str; 10] = [
    "people",
    "workers",
    "homes",
    "passengers",
    "voters",
    "miles of road",
    "tonnes of fish",
    "supporters",
    "children",
    "shops",
];
const WHEN: [&str; 14] = [
    "on Tuesday",
    "on Wednesday night",
    "last week",
    "yesterday",
    "at 5:30 p.m. on March 3",
    "on 3 March 2021",
    "early on Monday, March 1",
    "since 2019",
    "in mid-October",
    "two days ago",
    "by the weekend",
    "between Monday and Thursday",
    "next Easter",
    "tonight",
];
const ODD: [&str; 14] =
    ["\u{202e}", "\u{200f}", "\u{feff}", "\u{a0}", "😀", "e\u{301}", "…", "—", "(", ")", "“", "‘", "\u{2028}", "ﬁ"];

/// Xorshift: a number after the other from a seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % sides
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.roll(from.len() as u64) as usize]
    }
}

/// The articles of a story.
pub(crate) fn story(seed: u64) -> Vec<Source> {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ (seed + 1));
    // What all of its articles tell, each in its own way.
    let plot: Vec<[&str; 6]> = (0..8)
        .map(|_| {
            [dice.pick(&WHO), dice.pick(&WHAT), dice.pick(&DID), dice.pick(&MANY), dice.pick(&WHOM), dice.pick(&WHEN)]
        })
        .collect();
    let article = |dice: &mut Dice| {
        let mut text = format!("News of {} {}\nBy {}\n\n", dice.pick(&WHAT), dice.pick(&WHEN), dice.pick(&WHO));
        for beat in &plot {
            let [who, what, did, mut many, whom, mut when] = *beat;
            if dice.roll(3) == 0 {
                many = dice.pick(&MANY);
            }
            if dice.roll(3) == 0 {
                when = dice.pick(&WHEN);
            }
            let sentence = match dice.roll(6) {
                0 => format!("{who} said {what} {did} {many} {whom} {when}."),
                1 => format!("“{what} {did} {many} {whom},” {who} said {when}."),
                2 => format!("{when}, {what} {did} {many} {whom}, according to {who}."),
                3 => format!("It {did} {many} {whom} {when}, {who} claimed. \"We saw {what},\" they added."),
                4 => format!("{what} {did} {many} {whom}; {who} denied it {when}!"),
                _ => String::new(),
            };
            text += &sentence;
            text += match dice.roll(8) {
                0 => "\n\n",
                1 => dice.pick(&ODD),
                2 => "\r\n",
                _ => " ",
            };
        }
        text
    };
    (0..ARTICLES).map(|i| Source { name: format!("{i}.txt"), text: article(&mut dice) }).collect()
}

/// The Report of a story.
pub(crate) fn report(seed: u64) -> Report {
    analyse(&story(seed), &Options::default())
}

/// A story's line: a hash of its Report's bytes.
pub(crate) fn digest(seed: u64, report: &Report) -> String {
    let json = serde_json::to_string(report).expect("a Report is JSON");
    // FNV-1a, 64 bits.
    let hash = |h: u64, b: u8| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3);
    format!("story {seed}: {:016x}\n", json.bytes().fold(0xcbf2_9ce4_8422_2325, hash))
}
