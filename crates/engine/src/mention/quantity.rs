//! Quantities: figures with their hedge, their unit and what they count.
//!
//! Gets wrong: what is counted where the noun stands far from the figure, and verbs taken for nouns where a plural noun
//! in front of them is irregular and not known.

use crate::dates;
use crate::lexicon;
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{self, Kind, Token};

/// A quantity in a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Quantity {
    /// Hedge, figure and what is counted.
    pub(crate) span: Span,
    /// The figure alone.
    pub(crate) figure: Span,
    /// The figure printed; none for "several".
    pub(crate) value: Option<f64>,
    /// The bounds that the words give.
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    /// Normalised unit; none for counts.
    pub(crate) unit: Option<String>,
    pub(crate) hedge: Option<Span>,
    /// The noun that is counted.
    pub(crate) head: Option<Span>,
    /// What is counted, as a class: two quantities of one class may be compared.
    pub(crate) class: String,
    /// A vague count ("several"): how many it is about, as a rank from 1 (a few) to 6 (thousands).
    pub(crate) vague: Option<u8>,
    /// Index of the sentence.
    pub(crate) sentence: usize,
    /// Index of the figure's first token in the sentence.
    pub(crate) token: usize,
}

impl Quantity {
    /// The bounds inside which the value lies, hedges included: about = a tenth up or down.
    pub(crate) fn interval(&self) -> (f64, f64) {
        let about = self.hedge.is_some() && self.min.is_none() && self.max.is_none();
        match self.value {
            Some(v) if about => (v * 0.9, v * 1.1),
            Some(v) if self.min.is_none() && self.max.is_none() => (v, v),
            _ => (self.min.unwrap_or(f64::NEG_INFINITY), self.max.unwrap_or(f64::INFINITY)),
        }
    }

    /// Whether it counts people who were killed or hurt.
    pub(crate) fn is_harm(&self) -> bool {
        self.class.starts_with("harm")
    }
}

/// The quantities of one sentence, in order.
pub(crate) fn find(text: &str, sentence: &Sentence, index: usize) -> Vec<Quantity> {
    let tokens = &sentence.tokens;
    let mut out: Vec<Quantity> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if let Some(date) = dates::written(tokens, i) {
            i += date.tokens;
            continue;
        }
        let Some(number) = number(text, tokens, i) else {
            i += 1;
            continue;
        };
        let after = (i + number.tokens).max(i + 1);
        if is_no_quantity(text, tokens, i, after, &number) {
            i = after;
            continue;
        }
        let quantity = read(tokens, i, &number, index);
        // "32 attacks in one place and 34 in another": the bare figure counts the same.
        let quantity = match out.last() {
            Some(last) if quantity.head.is_none() && quantity.unit.is_none() && number.vague.is_none() => {
                Quantity { class: last.class.clone(), ..quantity }
            }
            _ => quantity,
        };
        out.push(quantity);
        i = after;
    }
    out
}

/// A number as read from some tokens.
struct Number {
    value: Option<f64>,
    min: Option<f64>,
    max: Option<f64>,
    vague: Option<u8>,
    tokens: usize,
    percent: bool,
}

impl Number {
    fn exact(value: f64, tokens: usize) -> Self {
        Self { value: Some(value), min: None, max: None, vague: None, tokens, percent: false }
    }

    fn vague(min: Option<f64>, rank: u8, tokens: usize) -> Self {
        Self { value: None, min, max: None, vague: Some(rank), tokens, percent: false }
    }
}

fn scale(lower: &str) -> Option<f64> {
    Some(match lower {
        "hundred" => 100.0,
        "thousand" | "k" => 1e3,
        "million" | "mln" | "m" => 1e6,
        "billion" | "bn" | "b" => 1e9,
        "trillion" | "tn" => 1e12,
        "dozen" => 12.0,
        _ => return None,
    })
}

/// Parses the digits of a figure; none for ordinals, decades and chains such as version numbers.
fn figure(token: &Token) -> Option<f64> {
    let digits = token.lower.as_str();
    if digits.ends_with(char::is_alphabetic) || digits.matches('.').count() > 1 {
        return None;
    }
    let grouped = digits.split('.').next()?.split(',').skip(1).all(|group| group.len() == 3);
    grouped.then(|| digits.replace(',', "").parse().ok()).flatten()
}

/// Counts in words that give no figure: the words, the least they mean, and their rank.
/// Least: several 3 and a number 2 after common usage; dozens is two dozen, hundreds two hundred, and so on.
const VAGUE: [(&[&str], Option<f64>, u8); 22] = [
    (&["a", "number", "of"], Some(2.0), 2),
    (&["a", "handful", "of"], Some(2.0), 1),
    (&["a", "couple", "of"], Some(2.0), 1),
    (&["a", "few"], Some(2.0), 1),
    (&["scores", "of"], Some(40.0), 4),
    (&["dozens", "of"], Some(24.0), 4),
    (&["dozens"], Some(24.0), 4),
    (&["tens", "of", "thousands", "of"], Some(20_000.0), 6),
    (&["hundreds", "of", "thousands", "of"], Some(200_000.0), 6),
    (&["hundreds", "of"], Some(200.0), 5),
    (&["hundreds"], Some(200.0), 5),
    (&["thousands", "of"], Some(2_000.0), 6),
    (&["thousands"], Some(2_000.0), 6),
    (&["millions", "of"], Some(2e6), 6),
    (&["several"], Some(3.0), 2),
    (&["some"], Some(2.0), 2),
    (&["many"], Some(3.0), 3),
    (&["numerous"], Some(3.0), 3),
    (&["multiple"], Some(2.0), 2),
    (&["most", "of"], None, 5),
    (&["few"], Some(2.0), 1),
    (&["a", "series", "of"], Some(2.0), 2),
];

fn number(text: &str, tokens: &[Token], i: usize) -> Option<Number> {
    let get = |k: usize| tokens.get(i + k);
    let first = get(0)?;
    if first.is("both")
        && (1..4)
            .take_while(|&k| get(k).is_some_and(|t| t.is_word() && !t.is("and")))
            .any(|k| get(k).is_some_and(|t| t.lower.ends_with('s')))
    {
        return Some(Number::exact(2.0, 1));
    }
    if let Some(number) = of_weapons(tokens, i) {
        return Some(number);
    }
    for (words, min, rank) in VAGUE {
        if words.iter().enumerate().all(|(k, w)| get(k).is_some_and(|t| t.is(w))) {
            // "some" and "many" count only what follows: "some 200", "some said".
            let followed =
                get(words.len()).is_some_and(|t| t.is_word() && lexicon::say_verb(&t.lower).is_none() || !t.is_word());
            let hedges_a_figure =
                get(words.len()).is_some_and(|t| t.kind == Kind::Figure || lexicon::number_word(&t.lower).is_some());
            return (followed && !hedges_a_figure).then(|| Number::vague(min, rank, words.len()));
        }
    }
    let (mut value, mut used) = match first.kind {
        Kind::Figure => (figure(first)?, 1),
        Kind::Word => in_words(tokens, i)?,
        Kind::Mark => return None,
    };
    // "2.5 million", "1,2 bn"
    while let Some(factor) = get(used).filter(|_| first.kind == Kind::Figure).and_then(|t| scale(&t.lower)) {
        // "5 m" is five metres; million only where it is glued to the figure or a currency stands before.
        let short = get(used).is_some_and(|t| t.lower.len() <= 2);
        let glued = get(used).zip(get(used - 1)).is_some_and(|(unit, fig)| unit.span.start == fig.span.end);
        if short && !(glued && i > 0 && is_currency_sign(&tokens[i - 1])) {
            break;
        }
        value *= factor;
        used += 1;
    }
    let mut number = Number::exact(value, used);
    // Ranges: "10-15", "10 to 15", "between 10 and 15"
    let between = i > 0 && tokens[i - 1].is("between");
    let range = get(used).is_some_and(|t| t.is_any(&["-", "–", "to"]) || between && t.is("and"));
    if range
        && let Some(upper) = get(used + 1)
            .and_then(
                |t| if t.kind == Kind::Figure { figure(t) } else { lexicon::number_word(&t.lower).map(f64::from) },
            )
            .filter(|u| *u > value)
    {
        number =
            Number { value: None, min: Some(value), max: Some(upper), vague: None, tokens: used + 2, percent: false };
    }
    let next = get(number.tokens);
    if next.is_some_and(|t| t.is_any(&["%", "percent", "percentage", "pc"])) {
        number.percent = true;
        number.tokens += 1;
    } else if next.is_some_and(|t| t.is("per")) && get(number.tokens + 1).is_some_and(|t| t.is("cent")) {
        number.percent = true;
        number.tokens += 2;
    }
    let _ = text;
    Some(number)
}

/// Weapons and vehicles are counted by their article and number too: "a missile" is one, bare "missiles" are two or more.
fn of_weapons(tokens: &[Token], i: usize) -> Option<Number> {
    let counted = |t: &Token| {
        lexicon::weapon(&t.lower).is_some_and(|w| w.family != "gun")
            || t.is_any(&["vehicle", "vehicles", "tank", "ship", "boat"])
    };
    let first = &tokens[i];
    let noun = |from: usize| {
        let last = (from..tokens.len().min(from + 6))
            .take_while(|&k| tokens[k].is_word() && !lexicon::is_stop_word(&tokens[k].lower))
            .last()?;
        counted(&tokens[last]).then_some(last)
    };
    if first.is_any(&["a", "an"]) {
        let last = noun(i + 1)?;
        return (!tokens[last].lower.ends_with('s')).then(|| Number::exact(1.0, 1));
    }
    // Only at the head of its phrase: behind a verb or a preposition, with nothing that counts in front.
    let head = i == 0
        || lexicon::is_stop_word(&tokens[i - 1].lower)
            && !tokens[i - 1].is_any(&[
                "a", "an", "the", "this", "that", "these", "those", "no", "some", "many", "several", "both", "few",
                "more", "all", "other",
            ]);
    let plural = head
        && first.is_word()
        && !lexicon::is_stop_word(&first.lower)
        && in_words(tokens, i).is_none()
        && noun(i).is_some_and(|last| tokens[last].lower.ends_with('s'));
    plural.then_some(Number { value: None, min: Some(2.0), max: None, vague: Some(2), tokens: 0, percent: false })
}

/// "twenty-one", "two hundred and five", "three million"
fn in_words(tokens: &[Token], i: usize) -> Option<(f64, usize)> {
    let simple = |t: &Token| -> Option<f64> {
        let mut sum = 0.0;
        for part in t.lower.split('-') {
            sum += f64::from(lexicon::number_word(part)?);
        }
        Some(sum)
    };
    let first = tokens.get(i)?;
    let mut total = 0.0;
    let mut current = match simple(first) {
        Some(n) => n,
        None if first.is("a")
            && tokens.get(i + 1).is_some_and(|t| t.is_any(&["hundred", "thousand", "million", "billion", "dozen"])) =>
        {
            1.0
        }
        None if first.is_any(&["hundred", "thousand", "million", "dozen"]) => return None,
        None => return None,
    };
    let mut used = 1;
    while let Some(token) = tokens.get(i + used) {
        if let Some(factor) = scale(&token.lower).filter(|_| token.lower.len() > 2) {
            if factor >= 1000.0 {
                total += current * factor;
                current = 0.0;
            } else {
                current *= factor;
            }
        } else if let Some(n) = simple(token).filter(|_| used > 0 && (current >= 20.0 || current == 0.0)) {
            current += n;
        } else if token.is("and") && current >= 100.0 && tokens.get(i + used + 1).and_then(simple).is_some() {
            // the "and" of "two hundred and five"
        } else {
            break;
        }
        used += 1;
    }
    Some((total + current, used))
}

/// Figures that measure nothing: years, clock times, parts of designations, list numbers, "one" as a pronoun.
fn is_no_quantity(text: &str, tokens: &[Token], i: usize, after: usize, number: &Number) -> bool {
    let before = i.checked_sub(1).and_then(|k| tokens.get(k));
    let next = tokens.get(after);
    let glued = |t: &Token, side: u32| t.span.start == side || t.span.end == side;
    let first = &tokens[i];
    if before.is_some_and(|t| {
        t.is_any(&["no", "number", "page", "flight", "route", "highway", "chapter", "article", "section", "#"])
            && number.value.is_some()
            && !t.is("no")
    }) {
        return true;
    }
    if first.kind == Kind::Figure {
        let year =
            first.lower.len() == 4 && number.tokens == 1 && number.value.is_some_and(|v| (1500.0..2100.0).contains(&v));
        let year_shown = before.is_none_or(|t| {
            t.is_any(&[
                "in", "since", "of", "from", "until", "by", "to", ",", "the", "(", "-", "–", "and", "between",
                "during", "late", "early", "mid", "before", "after",
            ]) || t.capital
        }) && next.is_none_or(|t| !t.is_word() || lexicon::is_stop_word(&t.lower) || t.capital);
        let clock = next.is_some_and(|t| t.is(":") && glued(t, first.span.end))
            || before.is_some_and(|t| t.is(":") && glued(t, first.span.start))
            || next.is_some_and(|t| t.is_any(&["a.m", "p.m", "am", "pm", "o'clock"]));
        let joined = before.is_some_and(|t| {
            t.is_any(&["/", "-", "_", "@", "."])
                && glued(t, first.span.start)
                && t.span.start > 0
                && text[..t.span.start as usize].ends_with(char::is_alphanumeric)
                && number.max.is_none()
        });
        let ordinal_list = next.is_some_and(|t| t.is("/") && glued(t, first.span.end));
        return year && year_shown || clock || joined || ordinal_list;
    }
    // "one" stands for a noun more often than it counts.
    if first.is("one") && number.tokens == 1 {
        let counts = next.is_some_and(|t| {
            t.is_word()
                && !lexicon::is_stop_word(&t.lower)
                && lexicon::say_verb(&t.lower).is_none()
                && !t.is_any(&["in", "day", "thing", "another"])
        });
        let the = before
            .is_some_and(|t| t.is_any(&["the", "this", "that", "no", "any", "each", "every", "another", "which"]));
        return the || !counts;
    }
    before.is_some_and(|t| t.is_any(&["the", "those", "these"]))
        && number.vague.is_some()
        && first.is_any(&["few", "many", "some"])
}

fn is_currency_sign(token: &Token) -> bool {
    token.is_any(&["$", "€", "£", "¥", "₹", "₽", "₪"])
}

/// Units by their words: normal name and the words for it.
const UNITS: [(&str, &[&str]); 34] = [
    ("kilometre", &["kilometre", "kilometres", "kilometer", "kilometers", "km", "kms"]),
    ("metre", &["metre", "metres", "meter", "meters"]),
    ("centimetre", &["centimetre", "centimetres", "centimeter", "centimeters", "cm"]),
    ("mile", &["mile", "miles"]),
    ("yard", &["yard", "yards"]),
    ("foot", &["foot", "feet", "ft"]),
    ("inch", &["inch", "inches"]),
    ("acre", &["acre", "acres"]),
    ("hectare", &["hectare", "hectares"]),
    ("ton", &["ton", "tons", "tonne", "tonnes"]),
    ("kilogram", &["kilogram", "kilograms", "kg", "kilo", "kilos"]),
    ("pound-weight", &["lb", "lbs"]),
    ("ounce", &["ounce", "ounces"]),
    ("litre", &["litre", "litres", "liter", "liters"]),
    ("gallon", &["gallon", "gallons"]),
    ("barrel", &["barrel", "barrels"]),
    ("degree", &["degree", "degrees", "°"]),
    ("magnitude", &["magnitude"]),
    ("second", &["second", "seconds"]),
    ("minute", &["minute", "minutes"]),
    ("hour", &["hour", "hours"]),
    ("day", &["day", "days"]),
    ("week", &["week", "weeks"]),
    ("month", &["month", "months"]),
    ("year", &["year", "years"]),
    ("USD", &["dollar", "dollars", "$", "usd"]),
    ("EUR", &["euro", "euros", "€", "eur"]),
    ("GBP", &["£", "gbp", "sterling", "pounds"]),
    ("JPY", &["yen", "¥", "jpy"]),
    ("INR", &["rupee", "rupees", "₹", "inr"]),
    ("RUB", &["rouble", "roubles", "ruble", "rubles", "₽"]),
    ("CNY", &["yuan", "renminbi", "cny"]),
    ("ILS", &["shekel", "shekels", "₪"]),
    ("megawatt", &["megawatt", "megawatts", "mw"]),
];

fn unit(lower: &str) -> Option<&'static str> {
    UNITS.iter().find(|(_, words)| words.contains(&lower)).map(|(name, _)| *name)
}

/// Hedges in front of a figure: the words, and which bounds they give ('>' more than, '≥' at least, '<' less than, '≤' at most, '~' none).
const HEDGES: [(&[&str], char); 30] = [
    (&["more", "than"], '>'),
    (&["over"], '>'),
    (&["above"], '>'),
    (&["upwards", "of"], '>'),
    (&["well", "over"], '>'),
    (&["exceeding"], '>'),
    (&["at", "least"], '≥'),
    (&["no", "fewer", "than"], '≥'),
    (&["no", "less", "than"], '≥'),
    (&["not", "less", "than"], '≥'),
    (&["a", "minimum", "of"], '≥'),
    (&["fewer", "than"], '<'),
    (&["less", "than"], '<'),
    (&["under"], '<'),
    (&["below"], '<'),
    (&["up", "to"], '≤'),
    (&["as", "many", "as"], '≤'),
    (&["as", "much", "as"], '≤'),
    (&["at", "most"], '≤'),
    (&["no", "more", "than"], '≤'),
    (&["a", "maximum", "of"], '≤'),
    (&["nearly"], '<'),
    (&["almost"], '<'),
    (&["about"], '~'),
    (&["around"], '~'),
    (&["approximately"], '~'),
    (&["roughly"], '~'),
    (&["some"], '~'),
    (&["an", "estimated"], '~'),
    (&["estimated"], '~'),
];

fn read(tokens: &[Token], i: usize, number: &Number, sentence: usize) -> Quantity {
    // Bare plurals have no token of their own that counts: the noun stands for it.
    let figure = Span { start: tokens[i].span.start, end: tokens[(i + number.tokens).max(i + 1) - 1].span.end };
    let mut begin = i;
    let mut named_unit: Option<&str> = None;
    if begin > 0 && is_currency_sign(&tokens[begin - 1]) {
        named_unit = unit(&tokens[begin - 1].lower);
        begin -= 1;
    }
    let figure = Span { start: tokens[begin].span.start, ..figure };
    let (mut min, mut max) = (number.min, number.max);
    let hedge = HEDGES.iter().find(|(words, _)| {
        begin >= words.len() && words.iter().enumerate().all(|(k, w)| tokens[begin - words.len() + k].is(w))
    });
    let mut hedge_span = None;
    if let Some((words, bound)) = hedge {
        let value = number.value.unwrap_or_default();
        let whole = number.value.is_some_and(|v| v.fract() == 0.0);
        let step = if whole && named_unit.is_none() { 1.0 } else { 0.0 };
        match bound {
            '>' if number.value.is_some() => min = Some(value + step),
            '≥' if number.value.is_some() => min = Some(value),
            '<' if number.value.is_some() => max = Some(value - step),
            '≤' if number.value.is_some() => max = Some(value),
            _ => {}
        }
        hedge_span = Some(Span { start: tokens[begin - words.len()].span.start, end: tokens[begin - 1].span.end });
        begin -= words.len();
    }
    let mut end = (i + number.tokens).max(i + 1);
    let counted = noun(tokens, i + number.tokens, number);
    let mut head = None;
    if let Some((_, last)) = counted {
        head = Some(last);
        end = last + 1;
    }
    if named_unit.is_none()
        && let Some(last) = head
    {
        named_unit = unit(&tokens[last].lower).or_else(|| tokens.get(i + number.tokens).and_then(|t| unit(&t.lower)));
    }
    let unit_name = if number.percent { Some("percent") } else { named_unit };
    let class = class(tokens, i, head, unit_name);
    Quantity {
        span: Span { start: tokens[begin].span.start, end: tokens[end - 1].span.end },
        figure,
        value: number.value,
        min,
        max,
        unit: unit_name.map(str::to_owned),
        hedge: hedge_span,
        head: head.map(|h| tokens[h].span),
        class,
        vague: number.vague,
        sentence,
        token: i,
    }
}

/// Plural nouns without an -s, and adjectives that count people.
const PLURALS: [&str; 20] = [
    "people",
    "men",
    "women",
    "children",
    "personnel",
    "police",
    "troops",
    "dead",
    "wounded",
    "injured",
    "missing",
    "others",
    "aircraft",
    "survivors",
    "servicemen",
    "fishermen",
    "feet",
    "kia",
    "each",
    "percent",
];

/// The noun phrase that a figure counts: its first and last token. The first plural in a run of words, else its last word.
fn noun(tokens: &[Token], from: usize, number: &Number) -> Option<(usize, usize)> {
    let mut from = from;
    if tokens.get(from).is_some_and(|t| t.is("-")) {
        from += 1;
    }
    if tokens.get(from).is_some_and(|t| t.is("of")) && number.vague.is_none() {
        // "two of the men", "66 of them"
        from += 1;
        while tokens.get(from).is_some_and(|t| t.is_any(&["the", "its", "their", "his", "her", "those", "these"])) {
            from += 1;
        }
    }
    // An opening quotation mark between figure and noun: “some” hostile fatalities, a number of “armed men”.
    while tokens.get(from).is_some_and(|t| t.is_any(&["“", "”", "\"", "the", "more", "other", "additional"])) {
        from += 1;
    }
    let mut last = None;
    let several = number.value.is_none_or(|v| v > 1.0);
    for (k, token) in tokens.iter().enumerate().skip(from).take(5) {
        if !token.is_word() || lexicon::is_stop_word(&token.lower) || lexicon::say_verb(&token.lower).is_some() {
            break;
        }
        let past = token.lower.ends_with("ed") && token.lower.len() > 4;
        if past && last.is_some() && !PLURALS.contains(&token.lower.as_str()) {
            break;
        }
        last = Some(k);
        let plural = token.lower.ends_with('s')
            && !["ss", "us", "is"].iter().any(|e| token.lower.ends_with(e))
            && token.lower.len() > 3
            || PLURALS.contains(&token.lower.as_str());
        let next_plural = tokens.get(k + 1).is_some_and(|t| {
            PLURALS.contains(&t.lower.as_str())
                && t.lower.len() > 3
                && !t.is_any(&["wounded", "injured", "missing", "dead"])
        });
        if plural && several && !next_plural && token.lower != "others" {
            break;
        }
    }
    last.map(|l| (from, l))
}

/// What is counted. Harm first: "62 wounded" and "62 soldiers were wounded" count the same.
fn class(tokens: &[Token], i: usize, head: Option<usize>, unit: Option<&str>) -> String {
    if let Some(unit) = unit {
        return format!("unit:{unit}");
    }
    let Some(head) = head else { return "bare".to_owned() };
    let key_of = |k: usize| token::keys(&tokens[k]).into_iter().last().unwrap_or_default();
    let key = key_of(head);
    if let Some(harm) = harm(&tokens[head]) {
        return format!("harm:{harm}");
    }
    let person = lexicon::class(&key)
        .is_some_and(|c| matches!(c.name, "force" | "official" | "police" | "child" | "group"))
        || tokens[head].is_any(&[
            "people",
            "civilians",
            "americans",
            "men",
            "women",
            "victims",
            "passengers",
            "workers",
            "residents",
            "others",
            "students",
            "protesters",
            "fighters",
            "militants",
        ])
        || lexicon::country(&tokens[head].lower, tokens[head].capital).is_some();
    if person {
        // The verb may stand on either side, never across "and" or a comma.
        let stop = |t: &Token| t.is_any(&["and", "but", "while"]) || !t.is_word() && !t.is_any(&["“", "”", "\""]);
        let right =
            (head + 1..tokens.len().min(head + 6)).take_while(|&k| !stop(&tokens[k])).find_map(|k| harm(&tokens[k]));
        let left = (i.saturating_sub(5)..i).rev().take_while(|&k| !stop(&tokens[k])).find_map(|k| harm(&tokens[k]));
        if let Some(harm) = right.or(left) {
            return format!("harm:{harm}");
        }
        return "people".to_owned();
    }
    if tokens[head].is_any(&["times", "time"]) {
        // "attacked 66 times" counts attacks.
        let verb = (0..i).rev().take(8).map(key_of).find_map(|key| lexicon::class(&key).filter(|c| c.event));
        return verb.map_or_else(|| "times".to_owned(), |c| format!("of:{}", c.name));
    }
    lexicon::class(&key).map_or_else(|| format!("of:{key}"), |class| format!("of:{}", class.name))
}

fn harm(token: &Token) -> Option<&'static str> {
    let keys = token::keys(token);
    let key = keys.last()?;
    if token.is_any(&["casualty", "casualties"]) {
        return Some("casualty");
    }
    match key.as_str() {
        "kill" | "die" | "fatality" | "kia" => Some("death"),
        "injure" | "wound" | "hurt" => Some("injury"),
        "missing" => Some("missing"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence;

    fn one(text: &str) -> Quantity {
        let all = all(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all.into_iter().next().expect("one was found")
    }

    fn all(text: &str) -> Vec<Quantity> {
        let sentences = sentence::read(text, &[Span::new(0, text.len())]);
        sentences.iter().enumerate().flat_map(|(i, s)| find(text, s, i)).collect()
    }

    #[test]
    fn hedges_become_bounds() {
        let q = one("The group was hit by more than 60 attacks on bases.");
        assert_eq!((q.value, q.min, q.max, q.class.as_str()), (Some(60.0), Some(61.0), None, "of:attack"));
        let q = one("At least 62 soldiers were wounded.");
        assert_eq!((q.value, q.min, q.class.as_str()), (Some(62.0), Some(62.0), "harm:injury"));
        let q = one("About 2,500 troops are there.");
        assert_eq!((q.value, q.min, q.class.as_str()), (Some(2500.0), None, "people"));
    }

    #[test]
    fn times_count_the_verb_before_them() {
        assert_eq!(one("They have been attacked 66 times.").class, "of:attack");
    }

    #[test]
    fn words_and_scales_are_figures_too() {
        assert_eq!(one("It cost $2.5 million to build.").value, Some(2_500_000.0));
        assert_eq!(one("Twenty-one ships sank.").value, Some(21.0));
        assert_eq!(one("Two hundred and five ships sank.").value, Some(205.0));
        assert_eq!(one("Some 40% voted.").unit.as_deref(), Some("percent"));
    }

    #[test]
    fn dates_years_clock_times_designations_and_pronouns_count_nothing() {
        for text in [
            "It was on November 22.",
            "It was in 2019.",
            "At 5 p.m. he left.",
            "The B-52 flew.",
            "This one was it.",
            "At 12:30 it ended.",
        ] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
    }

    #[test]
    fn a_bare_figure_counts_what_its_sister_counts() {
        let found = all("They saw 32 attacks in Leeds and 34 in York.");
        assert_eq!(found.iter().map(|q| q.class.as_str()).collect::<Vec<_>>(), ["of:attack", "of:attack"]);
    }
}
