//! Made-up stories of any number of articles, the same each time: for measuring how the cost grows.

/// How the articles of a story hang together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    /// All of one event, with sentences of their own.
    OneEvent,
    /// Groups of five, each of an event of its own.
    GroupsOfFive,
    /// Near copies of one article, which is the worst case: each sentence has its like in all others.
    NearCopies,
}

const THINGS: [&str; 12] = [
    "warehouse",
    "bridge",
    "factory",
    "ferry",
    "stadium",
    "hospital",
    "school",
    "tunnel",
    "market",
    "library",
    "refinery",
    "hotel",
];
const TOWNS: [&str; 12] =
    ["Leeds", "Porto", "Ghent", "Malmo", "Bilbao", "Cork", "Turin", "Lodz", "Graz", "Split", "Varna", "Tampere"];
const NAMES: [&str; 8] = ["Miller", "Costa", "Lund", "Byrne", "Rossi", "Nowak", "Huber", "Virtanen"];
const DONE: [&str; 6] = ["burned", "collapsed", "flooded", "closed", "reopened", "exploded"];
const DAYS: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
const PEOPLE: [&str; 14] = [
    "council",
    "residents",
    "engineers",
    "inspectors",
    "volunteers",
    "neighbours",
    "drivers",
    "students",
    "nurses",
    "traders",
    "fishermen",
    "insurers",
    "firefighters",
    "families",
];
const VERBS: [&str; 12] = [
    "inspected",
    "repaired",
    "praised",
    "criticised",
    "cleared",
    "blocked",
    "searched",
    "measured",
    "rebuilt",
    "reviewed",
    "postponed",
    "opened",
];
const OBJECTS: [&str; 14] = [
    "road", "roof", "wall", "budget", "report", "gate", "pier", "kitchen", "archive", "fence", "permit", "alarm",
    "crane", "sewer",
];
const KINDS: [&str; 10] =
    ["old", "large", "small", "new", "crowded", "public", "private", "northern", "southern", "wooden"];

/// A linear congruential generator (the constants of Knuth's MMIX): no randomness is needed, only variety.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % sides as u64) as usize
    }

    fn of<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.roll(words.len())]
    }
}

/// The texts of `count` articles.
pub(crate) fn story(kind: Kind, count: usize) -> Vec<String> {
    (0..count)
        .map(|i| match kind {
            Kind::OneEvent => article(0, i, i),
            Kind::GroupsOfFive => article(i / 5, i, i),
            Kind::NearCopies => article(0, 0, i) + &format!("Article number {i} ends here.\n"),
        })
        .collect()
}

/// One article: of an event, with what its own outlet adds; `copy` changes a word here and there.
fn article(event: usize, outlet: usize, copy: usize) -> String {
    let mut of_event = Dice(event as u64 + 1000);
    let (thing, town, done) = (of_event.of(&THINGS), of_event.of(&TOWNS), of_event.of(&DONE));
    let (name, day) = (of_event.of(&NAMES), of_event.of(&DAYS));
    let (dead, hurt, cost) = (3 + of_event.roll(27), 31 + of_event.roll(60), 2 + of_event.roll(80));
    let mut own = Dice(outlet as u64 + 31);
    let people = |dice: &mut Dice, n: usize| if dice.roll(5) > 0 { n } else { n + 1 + dice.roll(2) };
    let mut sentences = vec![
        format!(
            "At least {} people were killed when a {thing} {done} in {town} on {day}, officials said.",
            people(&mut own, dead)
        ),
        format!("About {} people were injured, according to the health ministry.", people(&mut own, hurt)),
        format!("“We will find out why the {thing} {done},” said Jo {name}, the mayor of {town}."),
        format!("Mayor Jo {name} said that the {thing} had been inspected in May."),
        format!("The damage was put at {} million euros by the interior ministry.", people(&mut own, cost)),
        format!("Rescue workers searched the {thing} until dawn, and {} brought food to them.", own.of(&PEOPLE)),
        format!("The interior minister will visit {town} later this week."),
    ];
    sentences.retain(|_| own.roll(10) < 7);
    for _ in 0..12 + own.roll(8) {
        sentences.push(format!(
            "Some {} {} {} the {} {} near the {} in March, because {} {} a {} for {} euros.",
            own.of(&KINDS),
            own.of(&PEOPLE),
            own.of(&VERBS),
            own.of(&KINDS),
            own.of(&OBJECTS),
            own.of(&THINGS),
            own.of(&PEOPLE),
            own.of(&VERBS),
            own.of(&OBJECTS),
            2 + own.roll(900),
        ));
    }
    let mut changes = Dice(copy as u64 + 7);
    let mut out = format!("The {thing} of {town}, number {copy}\n\nMarch {}, 2024\n\n", 3 + outlet % 3);
    for pair in sentences.chunks(2) {
        let changed = if changes.roll(3) == 0 { pair.join(" ").replacen(" the ", " that ", 1) } else { pair.join(" ") };
        out += &changed;
        out += "\n\n";
    }
    out
}
