//! Quantities: figures with their hedge, their unit and what they count.
//!
//! What a number says is read in `number`.
//!
//! Gets wrong: what is counted where the noun stands far from the figure, verbs taken for nouns where a plural noun in
//! front of them is irregular and not known, "one in three homes" (three homes), and "half" against "50 percent", which
//! are never compared.

use std::sync::OnceLock;

use crate::dates;
use crate::known::{ARMS, COUNTS};
use crate::lexicon;
use crate::mention::counted::class;
use crate::mention::number::{self, Number, is_currency_sign};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{self, Kind, Token, lower_case};
use crate::words::Words;

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
    /// Whether the figure is loose without a hedge: "a day later".
    pub(crate) loose: bool,
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
        let about = self.is_loose() && self.min.is_none() && self.max.is_none();
        match self.value {
            Some(v) if about => (v - v.abs() * 0.1, v + v.abs() * 0.1),
            Some(v) if self.min.is_none() && self.max.is_none() => (v, v),
            _ => (self.min.unwrap_or(f64::NEG_INFINITY), self.max.unwrap_or(f64::INFINITY)),
        }
    }

    /// Whether the words leave the figure open to both sides.
    pub(crate) fn is_loose(&self) -> bool {
        self.hedge.is_some() || self.loose
    }

    /// Whether it counts people who were killed or hurt.
    pub(crate) fn is_harm(&self) -> bool {
        self.class.starts_with("harm")
    }
}

/// The quantities of one sentence, in order.
pub(crate) fn find(text: &str, sentence: &Sentence, index: usize) -> Vec<Quantity> {
    let tokens = &sentence.tokens;
    let armed = tokens.iter().any(|t| t.known.is(ARMS));
    let mut out: Vec<Quantity> = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        let opens = opens(tokens, i);
        debug_assert!(opens || dates::written(tokens, i).is_none(), "{}", tokens[i].lower);
        if let Some(date) = if opens { dates::written(tokens, i) } else { None } {
            i += date.tokens;
            continue;
        }
        let found = if opens {
            number(text, tokens, i)
        } else {
            let weapons = if armed { of_weapons(tokens, i) } else { None };
            debug_assert_eq!(weapons, number(text, tokens, i), "{}", tokens[i].lower);
            weapons
        };
        let Some(number) = found else {
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
            Some(last)
                if quantity.class == "bare"
                    && quantity.unit.is_none()
                    && number.vague.is_none()
                    && last.value.is_some_and(|v| v > 1.0)
                    && !(i > 0 && tokens[i - 1].is("of"))
                    && !is_age(tokens, i, after) =>
            {
                Quantity { class: last.class.clone(), ..quantity }
            }
            _ => quantity,
        };
        // What a quantity took in behind its noun ("50 cents") is not read again.
        let taken = (after..tokens.len()).take_while(|&k| tokens[k].span.end <= quantity.span.end).last();
        let more = taken.filter(|&k| quantity.unit.as_deref().is_some_and(is_money) && cents(&tokens[k]));
        i = more.map_or(after, |k| k + 1);
        out.push(quantity);
    }
    out
}

/// Whether a date or a number other than of weapons may begin at `i`, by its word: nearly all words of a text begin none.
fn opens(tokens: &[Token], i: usize) -> bool {
    let first = &tokens[i];
    first.kind == Kind::Figure
        || first.known.is(COUNTS)
        || first.is_any(&[".", "-", "−"])
        || first.is("the") && tokens.get(i + 1).is_some_and(|t| t.is("majority"))
}

/// The rank in [`Quantity::vague`] of a plural without a figure.
pub(crate) const UNCOUNTED: u8 = 0;

/// Plurals that nothing counts, with the words that describe them: "early precision strikes" without "some" or a figure. They
/// are no quantities of their own, but a less exact way to put one.
pub(crate) fn plurals(tokens: &[Token], sentence: usize) -> Vec<Quantity> {
    let describes = |t: &Token| t.is_word() && !t.is_stop_word() && !t.lower.ends_with("ly");
    let mut out = Vec::new();
    for i in 0..tokens.len() {
        let token = &tokens[i];
        let plural = describes(token) && !token.capital && token.lower.len() > 3 && token.lower.ends_with('s');
        if !plural || tokens.get(i + 1).is_some_and(|t| describes(t) && !t.lower.ends_with("ed")) {
            continue;
        }
        let mut from = i;
        while from > 0
            && i - from < 2
            && describes(&tokens[from - 1])
            && !is_past(&tokens[from - 1].lower)
            && tokens[from - 1].number_word().is_none()
        {
            from -= 1;
        }
        let counted = from > 0
            && (tokens[from - 1].kind == Kind::Figure
                || tokens[from - 1].number_word().is_some()
                || tokens[from - 1]
                    .is_any(&["of", "several", "some", "many", "few", "both", "other", "more", "no", "any"]));
        if counted {
            continue;
        }
        let class = class(tokens, i, Some(i), None);
        out.push(Quantity {
            span: Span { start: tokens[from].span.start, end: token.span.end },
            figure: token.span,
            value: None,
            min: Some(2.0),
            max: None,
            unit: None,
            hedge: None,
            loose: false,
            head: Some(token.span),
            class,
            vague: Some(UNCOUNTED),
            sentence,
            token: i,
        });
    }
    out
}

/// Whether a word looks like a verb in the past or its participle.
fn is_past(lower: &str) -> bool {
    lower.len() > 4 && lower.ends_with("ed") || lexicon::tense(lower) == Some(lexicon::Verb::Past)
}

/// The number that begins at `tokens[i]`: said, vague, or told by an article or a plural alone.
fn number(text: &str, tokens: &[Token], i: usize) -> Option<Number> {
    both(tokens, i)
        .or_else(|| nobody(tokens, i))
        .or_else(|| of_weapons(tokens, i))
        .or_else(|| number::vague(tokens, i))
        .or_else(|| of_units(tokens, i))
        .or_else(|| number::read(text, tokens, i))
}

/// "Both sides" are two; "both Iraq and Syria" are not counted.
fn both(tokens: &[Token], i: usize) -> Option<Number> {
    let get = |k: usize| tokens.get(i + k);
    let counts = get(0)?.is("both")
        && (1..4)
            .take_while(|&k| get(k).is_some_and(|t| t.is_word() && !t.is("and")))
            .any(|k| get(k).is_some_and(|t| t.lower.ends_with('s')));
    counts.then(|| Number::exact(2.0, 1))
}

/// "No injuries", "no further deaths": none.
fn nobody(tokens: &[Token], i: usize) -> Option<Number> {
    const HARM: [&str; 8] =
        ["injury", "injuries", "death", "deaths", "casualty", "casualties", "fatality", "fatalities"];
    let near = || (i + 1..tokens.len().min(i + 4)).take_while(|&k| tokens[k].is_word());
    (tokens[i].is("no") && near().any(|k| tokens[k].is_any(&HARM))).then(|| Number::exact(0.0, 1))
}

/// "A day after", "within a week", "about a mile": an article in front of a unit says one, where something measures by it.
/// "Three times a day" and "a year" alone do not.
fn of_units(tokens: &[Token], i: usize) -> Option<Number> {
    if !tokens[i].is_any(&["a", "an"]) || tokens.get(i + 1).is_none_or(|t| unit(&t.lower).is_none()) {
        return None;
    }
    let before = i.checked_sub(1).is_some_and(|k| {
        tokens[k].is_any(&["about", "around", "within", "nearly", "almost", "roughly", "over", "under", "than"])
    });
    let after = tokens.get(i + 2).is_some_and(|t| {
        t.is_any(&["after", "before", "earlier", "later", "ago", "away"])
            || t.is("or") && tokens.get(i + 3).is_some_and(|t| t.is_any(&["so", "more", "less"]))
    });
    // "half an hour later"
    let told = i.checked_sub(1).is_some_and(|k| tokens[k].is_any(&["half", "quarter"]));
    (!told && (before || after)).then(|| Number { loose: true, ..Number::exact(1.0, 1) })
}

/// Weapons and vehicles are counted by their article and number too: "a missile" and "the missile" are one,
/// bare "missiles" are two or more.
///
/// Gets wrong: "the missile" that stands for its kind ("the missile was banned in 1987"), and misses one with its verb right
/// behind it ("a missile fell"), which looks like "a missile attack".
fn of_weapons(tokens: &[Token], i: usize) -> Option<Number> {
    let first = &tokens[i];
    let noun = |from: usize| {
        let last = (from..tokens.len().min(from + 6))
            .take_while(|&k| tokens[k].is_word() && !tokens[k].is_stop_word())
            .last()?;
        tokens[last].known.is(ARMS).then_some(last)
    };
    if first.is_any(&["a", "an", "the"]) {
        let last = noun(i + 1)?;
        // "The third missile" is not one, "the aircraft" may be several.
        if first.is("the")
            && (tokens[i + 1].is_any(&["first", "second", "third", "fourth", "fifth", "last", "final"])
                || tokens[last].is_any(&["aircraft", "artillery", "unmanned"]))
        {
            return None;
        }
        return (!tokens[last].lower.ends_with('s')).then(|| Number::exact(1.0, 1));
    }
    // Only at the head of its phrase: behind a verb or a preposition, with nothing that counts in front.
    let head = i == 0
        || tokens[i - 1].is_stop_word()
            && !tokens[i - 1].is_any(&[
                "a", "an", "the", "this", "that", "these", "those", "no", "some", "many", "several", "both", "few",
                "more", "all", "other",
            ]);
    let plural = head
        && first.is_word()
        && !first.is_stop_word()
        && lexicon::number_word(first.lower.split('-').next().unwrap_or_default()).is_none()
        && noun(i).is_some_and(|last| tokens[last].lower.ends_with('s'));
    plural.then(|| Number::vague(Some(2.0), 2, 0))
}

/// "Jane Roe, 45, said", "aged 29".
fn is_age(tokens: &[Token], i: usize, after: usize) -> bool {
    let aged = i > 0 && tokens[i - 1].is_any(&["aged", "age"]);
    let set_off = i > 1
        && tokens[i - 1].is(",")
        && tokens[i - 2].capital
        && tokens.get(after).is_none_or(|t| t.is_any(&[",", "."]));
    aged || set_off
}

/// "In the morning", "at night" behind a figure: it is a time of day.
fn is_by_the_clock(tokens: &[Token], from: usize) -> bool {
    let get = |k: usize| tokens.get(from + k);
    get(0).is_some_and(|t| t.is("in"))
        && get(1).is_some_and(|t| t.is("the"))
        && get(2).is_some_and(|t| t.is_any(&["morning", "afternoon", "evening"]))
        || get(0).is_some_and(|t| t.is("at")) && get(1).is_some_and(|t| t.is("night"))
}

/// Figures that measure nothing: years, clock times, parts of designations, list numbers, "one" as a pronoun.
fn is_no_quantity(text: &str, tokens: &[Token], i: usize, after: usize, number: &Number) -> bool {
    let before = i.checked_sub(1).and_then(|k| tokens.get(k));
    let next = tokens.get(after);
    let glued = |t: &Token, side: u32| t.span.start == side || t.span.end == side;
    let first = &tokens[i];
    // "Six-mile" measures; "one-on-one" and "three-way" do not.
    if let Some(rest) = &number.rest {
        return hung_unit(rest).is_none();
    }
    if before.is_some_and(|t| {
        t.is_any(&["no", "number", "page", "flight", "route", "highway", "chapter", "article", "section", "#"])
            && number.value.is_some()
            && !t.is("no")
    }) {
        return true;
    }
    // "AK 47", "MH 370": a short name in capitals takes the figure into it.
    let capitals = |t: &Token| {
        let word = t.span.of(text);
        (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
    };
    if first.kind == Kind::Figure
        && before.is_some_and(|t| capitals(t) && unit(&t.lower).is_none() && lexicon::country(&t.lower, true).is_none())
    {
        return true;
    }
    if first.kind == Kind::Figure {
        let last = &tokens[after - 1];
        let is_year = |v: Option<f64>| v.is_some_and(|v| (1500.0..2100.0).contains(&v) && v.fract() == 0.0);
        // "1990", "1990–2000", "between 1990 and 2000"
        let year = first.lower.len() == 4
            && (number.tokens == 1 && is_year(number.value)
                || number.tokens == 3 && is_year(number.min) && is_year(number.max));
        let year_shown = before.is_none_or(|t| {
            t.is_any(&[
                "in", "since", "of", "from", "until", "by", "to", ",", "the", "(", "-", "–", "and", "between",
                "during", "late", "early", "mid", "before", "after",
            ]) || t.capital
        }) && next.is_none_or(|t| !t.is_word() || t.is_stop_word() || t.capital);
        let clock = is_by_the_clock(tokens, after)
            || next.is_some_and(|t| t.is(":") && glued(t, last.span.end))
            || before.is_some_and(|t| t.is(":") && glued(t, first.span.start))
            || next.is_some_and(|t| t.is_any(&["a.m", "p.m", "am", "pm", "o'clock"]));
        let joined = before.is_some_and(|t| {
            t.is_any(&["/", "-", "–", "_", "@", "."])
                && glued(t, first.span.start)
                && t.span.start > 0
                && text[..t.span.start as usize].ends_with(char::is_alphanumeric)
                && number.max.is_none()
        });
        let ordinal_list = next.is_some_and(|t| t.is("/") && glued(t, last.span.end));
        // "in 2019 turnout fell": a year; "in 2019 homes" is a number.
        let dated = year
            && number.tokens == 1
            && before.is_some_and(|t| t.is_any(&["in", "since", "during", "until"]))
            && next.is_none_or(|t| !t.lower.ends_with('s'));
        // "555-1234", "020": digits that are no number; "3-1", "52-48": a result
        let dashed = tokens.get(i + 1).is_some_and(|t| t.is_any(&["-", "–"]) && t.span.start == first.span.end);
        let second = tokens.get(i + 2).filter(|t| {
            dashed && t.kind == Kind::Figure && t.span.start == tokens[i + 1].span.end && !t.lower.contains(['.', ','])
        });
        let plain = !first.lower.contains(['.', ',']);
        let digits = plain && first.lower.len() > 1 && first.lower.starts_with('0')
            || second.is_some_and(|t| plain && first.lower.len() == 3 && t.lower.len() == 4);
        let result = second.zip(dates::plain_number(first)).is_some_and(|(t, high)| {
            plain && first.lower.len() <= 3 && dates::plain_number(t).is_some_and(|low| low <= high)
        });
        if dated || digits || result {
            return true;
        }
        // "the 2019-20 season" has one year in its figure, "the 2019-2020 season" two.
        let season = year && number.min.zip(number.max).is_some_and(|(from, to)| to - from < 1.5);
        return season || year && year_shown || clock || joined || ordinal_list;
    }
    // "At two in the morning"
    if is_by_the_clock(tokens, after)
        && before.is_some_and(|t| t.is_any(&["at", "about", "around", "by", "before", "after"]))
    {
        return true;
    }
    // "one" stands for a noun more often than it counts.
    if first.is("one") && number.tokens == 1 {
        let counts = next.is_some_and(|t| {
            t.is_word() && !t.is_stop_word() && t.say_verb().is_none() && !t.is_any(&["in", "day", "thing", "another"])
        });
        let the = before
            .is_some_and(|t| t.is_any(&["the", "this", "that", "no", "any", "each", "every", "another", "which"]));
        return the || !counts;
    }
    before.is_some_and(|t| t.is_any(&["the", "those", "these", "as", "how", "so", "too"]))
        && number.vague.is_some()
        && first.is_any(&["few", "many", "some"])
}

/// Units by their words: normal name and the words for it.
///
/// Gets wrong: "pounds" that weigh, and "dollars" that are not American where no adjective says so.
const UNITS: &[(&str, &[&str])] = &[
    ("kilometre", &["kilometre", "kilometres", "kilometer", "kilometers", "km", "kms"]),
    ("metre", &["metre", "metres", "meter", "meters", "m"]),
    ("centimetre", &["centimetre", "centimetres", "centimeter", "centimeters", "cm"]),
    ("millimetre", &["millimetre", "millimetres", "millimeter", "millimeters", "mm"]),
    ("mile", &["mile", "miles"]),
    ("yard", &["yard", "yards"]),
    ("foot", &["foot", "feet", "ft"]),
    ("inch", &["inch", "inches"]),
    ("kilometre per hour", &["kph", "kmh", "kmph"]),
    ("mile per hour", &["mph"]),
    ("knot", &["knot", "knots"]),
    ("acre", &["acre", "acres"]),
    ("hectare", &["hectare", "hectares"]),
    ("ton", &["ton", "tons"]),
    ("tonne", &["tonne", "tonnes"]),
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
    ("USD", &["dollar", "dollars", "$", "usd", "us$"]),
    ("EUR", &["euro", "euros", "€", "eur"]),
    ("GBP", &["£", "gbp", "sterling", "pounds", "quid"]),
    ("JPY", &["yen", "¥", "jpy"]),
    ("INR", &["rupee", "rupees", "₹", "inr", "rs"]),
    ("RUB", &["rouble", "roubles", "ruble", "rubles", "₽"]),
    ("CNY", &["yuan", "renminbi", "cny", "rmb", "元"]),
    ("ILS", &["shekel", "shekels", "₪"]),
    ("KRW", &["₩", "krw"]),
    ("TRY", &["lira", "liras", "₺"]),
    ("UAH", &["hryvnia", "hryvnias", "₴", "uah"]),
    ("NGN", &["naira", "₦", "ngn"]),
    ("VND", &["₫", "vnd"]),
    ("CHF", &["chf", "francs"]),
    ("krone", &["krone", "kroner", "krona", "kronor", "crowns"]),
    ("SEK", &["sek"]),
    ("NOK", &["nok"]),
    ("DKK", &["dkk"]),
    ("PLN", &["pln", "zloty", "zlotys"]),
    ("ZAR", &["zar", "rand"]),
    ("BRL", &["brl", "reais"]),
    ("THB", &["thb", "baht"]),
    ("IDR", &["idr", "rupiah"]),
    ("MYR", &["myr", "ringgit"]),
    ("BDT", &["bdt", "taka"]),
    ("ETB", &["etb", "birr"]),
    ("HUF", &["huf", "forint", "forints"]),
    ("peso", &["peso", "pesos", "₱"]),
    ("shilling", &["shilling", "shillings"]),
    ("dinar", &["dinar", "dinars"]),
    ("dirham", &["dirham", "dirhams"]),
    ("riyal", &["riyal", "riyals", "rial", "rials"]),
    ("AUD", &["aud", "a$", "au$"]),
    ("CAD", &["cad", "c$", "ca$"]),
    ("NZD", &["nzd", "nz$"]),
    ("HKD", &["hkd", "hk$"]),
    ("SGD", &["sgd", "s$"]),
    ("cent", &["cent", "cents"]),
    ("penny", &["penny", "pence"]),
    ("megawatt", &["megawatt", "megawatts", "mw"]),
];

/// What a unit measures, and how much of it, so that figures in two units can be held against each other. Tons, gallons and
/// barrels are not the same everywhere, and money changes from day to day: they stay what they are.
pub(crate) fn dimension(unit: &str) -> Option<(&'static str, f64)> {
    Some(match unit {
        "kilometre" => ("length", 1000.0),
        "metre" => ("length", 1.0),
        "centimetre" => ("length", 0.01),
        "millimetre" => ("length", 0.001),
        "mile" => ("length", 1609.344),
        "nautical mile" => ("length", 1852.0),
        "yard" => ("length", 0.9144),
        "foot" => ("length", 0.3048),
        "inch" => ("length", 0.0254),
        "kilometre per hour" => ("speed", 1.0),
        "mile per hour" => ("speed", 1.609_344),
        "metre per second" => ("speed", 3.6),
        "knot" => ("speed", 1.852),
        "hectare" => ("area", 10_000.0),
        "acre" => ("area", 4046.856),
        "square kilometre" => ("area", 1e6),
        "square metre" => ("area", 1.0),
        "square mile" => ("area", 2_589_988.0),
        "square foot" => ("area", 0.092_903),
        "tonne" => ("mass", 1000.0),
        "kilogram" => ("mass", 1.0),
        "pound-weight" => ("mass", 0.453_592),
        "second" => ("time", 1.0),
        "minute" => ("time", 60.0),
        "hour" => ("time", 3600.0),
        "day" => ("time", 86_400.0),
        "week" => ("time", 604_800.0),
        "month" => ("months", 1.0),
        "year" => ("months", 12.0),
        _ => return None,
    })
}

/// Areas, volumes and miles at sea have two words: "200 square kilometres", "seven nautical miles".
fn of_two_words(before: &Token, unit: &'static str) -> Option<&'static str> {
    Some(match (before.lower.as_str(), unit) {
        ("square" | "sq", "kilometre") => "square kilometre",
        ("square" | "sq", "metre") => "square metre",
        ("square" | "sq", "mile") => "square mile",
        ("square" | "sq", "foot") => "square foot",
        ("nautical", "mile") => "nautical mile",
        ("cubic", "metre") => "cubic metre",
        ("cubic", "foot") => "cubic foot",
        _ => return None,
    })
}

/// Whether a word is one of a unit.
pub(crate) fn is_unit(lower: &str) -> bool {
    unit(lower).is_some()
}

fn unit(lower: &str) -> Option<&'static str> {
    static MAP: OnceLock<Words<&'static str>> = OnceLock::new();
    let map = MAP.get_or_init(|| {
        let mut map = Words::default();
        for (name, words) in UNITS {
            map.insert_all(words.iter().copied(), *name);
        }
        map
    });
    map.get(lower).copied()
}

/// The unit that hangs on a number in words: "mile" of "six-mile", "year" of "six-year-old".
fn hung_unit(rest: &str) -> Option<&'static str> {
    rest.split('-').next().and_then(unit)
}

/// Money of several countries under one name, which has no code.
const SHARED_MONEY: [&str; 6] = ["krone", "peso", "shilling", "dinar", "dirham", "riyal"];

/// Whether a unit is money: its name is a code of three capitals, or one of those that several countries share.
pub(crate) fn is_money(unit: &str) -> bool {
    unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase()) || SHARED_MONEY.contains(&unit)
}

/// "5 million US dollars", "3 Australian dollars": whose they are, and the token of the money.
fn whose_dollars(tokens: &[Token], from: usize) -> Option<(&'static str, usize)> {
    let whose = tokens.get(from).filter(|t| t.capital)?;
    tokens.get(from + 1).filter(|t| t.is_any(&["dollar", "dollars"]))?;
    let unit = match whose.lower.as_str() {
        "us" | "u.s" | "u.s." | "american" | "united-states" => "USD",
        "australian" => "AUD",
        "canadian" => "CAD",
        "singapore" => "SGD",
        _ => return None,
    };
    Some((unit, from + 1))
}

/// Lengths told by the hour or the second are speeds: "215 kilometres an hour", "49 metres per second".
fn speed(tokens: &[Token], last: usize, unit: &str) -> Option<(&'static str, usize)> {
    let by = tokens.get(last + 1).is_some_and(|t| t.is_any(&["a", "an", "per", "/"]));
    let per = tokens.get(last + 2).filter(|_| by)?;
    let name = match (unit, per.lower.as_str()) {
        ("kilometre", "hour" | "h") => "kilometre per hour",
        ("mile", "hour" | "h") => "mile per hour",
        ("metre", "second" | "s") => "metre per second",
        _ => return None,
    };
    Some((name, last + 2))
}

/// The money in front of a figure ("$", "US$", "USD", "Rs."): its unit and its first token.
fn money_before(tokens: &[Token], i: usize) -> Option<(&'static str, usize)> {
    let at = |back: usize| i.checked_sub(back).map(|k| (k, &tokens[k]));
    let (k, last) = at(1)?;
    if is_currency_sign(last) {
        // "US$5", "C$ 5": the letters say whose.
        let whose = at(2).filter(|(_, t)| t.is_word() && t.capital);
        // "A $5 deal" is not in Australian dollars.
        let whose = whose.filter(|(_, t)| t.lower.len() > 1 || t.span.end == last.span.start);
        let own = whose.and_then(|(w, t)| unit(&format!("{}{}", t.lower.replace('.', ""), last.lower)).map(|u| (u, w)));
        return own.or_else(|| unit(&last.lower).map(|u| (u, k)));
    }
    let glued = last.capital && last.span.end == tokens[i].span.start;
    if let Some(unit) = token::money_letters(&last.lower).filter(|_| glued) {
        return Some((unit, k));
    }
    let (k, code) = if last.is(".") { at(2)? } else { (k, last) };
    let is_code = code.capital && (code.lower.len() == 3 && !last.is(".") || code.is("rs"));
    unit(&code.lower).filter(|u| is_code && is_money(u) && (code.is("rs") || code.is(&lower_case(u)))).map(|u| (u, k))
}

/// What a hedge says of the figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    MoreThan,
    AtLeast,
    LessThan,
    AtMost,
    /// Near it, on either side.
    About,
}

use Bound::{About, AtLeast, AtMost, LessThan, MoreThan};

/// Hedges in front of a figure. The longest that fits counts: "no more than" is not "more than".
///
/// Gets wrong: "over" and "under" that are places ("the bridge over 12 lanes").
const HEDGES: &[(&[&str], Bound)] = &[
    (&["more", "than"], MoreThan),
    (&["over"], MoreThan),
    (&["above"], MoreThan),
    (&["upwards", "of"], MoreThan),
    (&["upward", "of"], MoreThan),
    (&["north", "of"], MoreThan),
    (&["in", "excess", "of"], MoreThan),
    (&["well", "over"], MoreThan),
    (&["well", "above"], MoreThan),
    (&["just", "over"], MoreThan),
    (&["a", "little", "over"], MoreThan),
    (&["slightly", "more", "than"], MoreThan),
    (&["exceeding"], MoreThan),
    (&["greater", "than"], MoreThan),
    (&["at", "least"], AtLeast),
    (&["no", "fewer", "than"], AtLeast),
    (&["no", "less", "than"], AtLeast),
    (&["not", "less", "than"], AtLeast),
    (&["a", "minimum", "of"], AtLeast),
    (&["as", "few", "as"], AtLeast),
    (&["as", "little", "as"], AtLeast),
    (&["as", "low", "as"], AtLeast),
    (&["fewer", "than"], LessThan),
    (&["less", "than"], LessThan),
    (&["under"], LessThan),
    (&["just", "under"], LessThan),
    (&["well", "under"], LessThan),
    (&["well", "below"], LessThan),
    (&["just", "short", "of"], LessThan),
    (&["below"], LessThan),
    (&["nearly"], LessThan),
    (&["almost"], LessThan),
    (&["up", "to"], AtMost),
    (&["as", "many", "as"], AtMost),
    (&["as", "much", "as"], AtMost),
    (&["as", "high", "as"], AtMost),
    (&["at", "most"], AtMost),
    (&["no", "more", "than"], AtMost),
    (&["not", "more", "than"], AtMost),
    (&["a", "maximum", "of"], AtMost),
    (&["about"], About),
    (&["around"], About),
    (&["approximately"], About),
    (&["roughly"], About),
    (&["circa"], About),
    (&["some"], About),
    (&["close", "to"], About),
    (&["in", "the", "region", "of"], About),
    (&["an", "estimated"], About),
    (&["estimated"], About),
    (&["~"], About),
];

/// Hedges behind a figure or behind what it counts: "66 or more", "a dozen or so people", "a mile or so".
const HEDGES_BEHIND: &[(&[&str], Bound)] = &[
    (&["or", "more"], AtLeast),
    (&["or", "above"], AtLeast),
    (&["or", "higher"], AtLeast),
    (&["and", "counting"], AtLeast),
    (&["at", "least"], AtLeast),
    (&["+"], AtLeast),
    (&["-", "plus"], AtLeast),
    (&["plus"], AtLeast),
    (&["or", "less"], AtMost),
    (&["or", "fewer"], AtMost),
    (&["or", "under"], AtMost),
    (&["at", "most"], AtMost),
    (&["or", "so"], About),
    (&["or", "thereabouts"], About),
    (&["-", "odd"], About),
    (&["odd"], About),
];

fn hedge_before(tokens: &[Token], end: usize) -> Option<(usize, Bound)> {
    let fits = |words: &[&str]| {
        end >= words.len() && words.iter().enumerate().all(|(k, w)| tokens[end - words.len() + k].is(w))
    };
    let longest = HEDGES.iter().filter(|(words, _)| fits(words)).max_by_key(|(words, _)| words.len());
    longest.map(|(words, bound)| (words.len(), *bound))
}

fn hedge_behind(tokens: &[Token], from: usize) -> Option<(usize, Bound)> {
    let fits = |words: &[&str]| {
        // "Five or more than ten", "five plus two", "40 + 2" hedge nothing; nor does "5 at least 3 of whom".
        let goes_on = |t: &Token| t.is("than") || t.kind == Kind::Figure || t.number_word().is_some();
        words.iter().enumerate().all(|(k, w)| tokens.get(from + k).is_some_and(|t| t.is(w)))
            && !tokens.get(from + words.len()).is_some_and(goes_on)
    };
    HEDGES_BEHIND.iter().find(|(words, _)| fits(words)).map(|(words, bound)| (words.len(), *bound))
}

fn read(tokens: &[Token], i: usize, number: &Number, sentence: usize) -> Quantity {
    // Bare plurals have no token of their own that counts: the noun stands for it.
    let behind = i + number.tokens;
    let mut begin = i;
    let mut named_unit = number.rest.as_deref().and_then(hung_unit);
    if let Some((unit, first)) = money_before(tokens, i) {
        named_unit = Some(unit);
        begin = first;
    }
    let figure = Span { start: tokens[begin].span.start, end: tokens[behind.max(i + 1) - 1].span.end };
    let share = number::percent(tokens, behind);
    let mut from = behind + share.map_or(0, |s| s.1);
    let mut end = from.max(i + 1);
    let mut hedges = Vec::new();
    if let Some((words, bound)) = hedge_behind(tokens, from).filter(|_| number.tokens > 0) {
        hedges.push((from, from + words, bound));
        from += words;
        end = from;
    }
    // "an additional 300 troops", "another 34": more of the same, and no hedge.
    let adds = begin.checked_sub(1).filter(|&k| tokens[k].is_any(&["additional", "another", "further"]));
    if let Some(k) = adds.filter(|_| number.tokens > 0) {
        begin = k - usize::from(k > 0 && tokens[k - 1].is_any(&["a", "an"]));
    }
    if number.min.is_some() && number.max.is_some() && begin > 0 && tokens[begin - 1].is("between") {
        begin -= 1;
    }
    if let Some((words, bound)) = hedge_before(tokens, begin) {
        hedges.insert(0, (begin - words, begin, bound));
        begin -= words;
    }
    let mut head = None;
    let mut first = from;
    if let Some((unit, last)) = whose_dollars(tokens, from) {
        named_unit = Some(unit);
        (head, end) = (Some(last), last + 1);
    } else if let Some((noun, last)) = noun(tokens, from, number) {
        (head, first) = (Some(last), noun);
        end = last + 1;
        if hedges.is_empty()
            && number.tokens > 0
            && let Some((words, bound)) = hedge_behind(tokens, end).filter(|h| h.1 != AtMost || h.0 > 1)
        {
            hedges.push((end, end + words, bound));
            end += words;
        }
    }
    if named_unit.is_none() {
        named_unit = head.and_then(|last| unit(&tokens[last].lower));
        // "1.5 million barrels a day", "half an hour later", and "100m", of which the unit is no noun.
        // "A second missile" lasts none.
        if let Some(unit) = tokens
            .get(first)
            .filter(|t| named_unit.is_none() && number.tokens > 0 && !(t.is("second") && head.is_some()))
            .and_then(|t| unit(&t.lower))
        {
            named_unit = Some(unit);
            end = end.max(first + 1);
        }
    }
    if let Some(unit) = named_unit.filter(|_| end >= 2).and_then(|unit| of_two_words(&tokens[end - 2], unit)) {
        named_unit = Some(unit);
    }
    if let Some((unit, last)) = named_unit.and_then(|unit| speed(tokens, end - 1, unit)) {
        named_unit = Some(unit);
        end = last + 1;
    }
    let unit_name = share.map(|s| s.0).or(named_unit);
    let mut value = number.value;
    // "3 dollars and 50 cents", "£3 and 20 pence"
    if let Some((more, last)) = small_change(tokens, end, unit_name, value) {
        value = value.map(|v| v + more);
        end = last + 1;
    }
    let (mut min, mut max) = (number.min, number.max);
    if let (Some((_, _, bound)), Some(value)) = (hedges.first(), value) {
        // More than 60 men are 61 at least; more than 60 miles may be 60 and a bit.
        let step = if value.fract() == 0.0 && unit_name.is_none() && !number.part { 1.0 } else { 0.0 };
        match bound {
            MoreThan => min = Some(value + step),
            AtLeast => min = Some(value),
            LessThan => max = Some(value - step),
            AtMost => max = Some(value),
            About => {}
        }
    }
    let class = match (unit_name, class(tokens, i, head, unit_name)) {
        // Half of the men are no number of men.
        (None, class) if number.part && class != "bare" => format!("share:{class}"),
        (_, class) => class,
    };
    Quantity {
        span: Span { start: tokens[begin].span.start, end: tokens[end - 1].span.end },
        figure,
        value,
        min,
        max,
        unit: unit_name.map(str::to_owned),
        hedge: hedges.first().map(|&(a, b, _)| Span { start: tokens[a].span.start, end: tokens[b - 1].span.end }),
        loose: number.loose,
        head: head.map(|h| tokens[h].span),
        class,
        vague: number.vague,
        sentence,
        token: i,
    }
}

fn cents(token: &Token) -> bool {
    token.is_any(&["cent", "cents", "penny", "pence"])
}

/// The hundredths behind an amount of money, and their last token.
fn small_change(tokens: &[Token], from: usize, unit: Option<&str>, value: Option<f64>) -> Option<(f64, usize)> {
    unit.filter(|u| is_money(u)).zip(value.filter(|v| v.fract() == 0.0))?;
    let at = from + usize::from(tokens.get(from).is_some_and(|t| t.is("and")));
    let small = number::read("", tokens, at)?;
    let last = at + small.tokens;
    let cents = cents(tokens.get(last)?);
    small.value.filter(|v| cents && (1.0..100.0).contains(v)).map(|v| (v / 100.0, last))
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
        while tokens
            .get(from)
            .is_some_and(|t| t.is_any(&["the", "its", "their", "his", "her", "our", "my", "your", "those", "these"]))
        {
            from += 1;
        }
        // "two of the three men"
        from += usize::from(tokens.get(from).is_some_and(|t| t.kind == Kind::Figure || t.number_word().is_some()));
    }
    // "half an hour", "half the country"
    let whole = number.part || number.value.is_some_and(|v| v.fract() != 0.0);
    while whole && tokens.get(from).is_some_and(|t| t.is_any(&["a", "an", "the", "its", "their", "his", "her"])) {
        from += 1;
    }
    // An opening quotation mark between figure and noun: “some” hostile fatalities, a number of “armed men”.
    while tokens.get(from).is_some_and(|t| t.is_any(&["“", "”", "\"", "the", "more", "other", "additional"])) {
        from += 1;
    }
    let mut last = None;
    let several = number.part || number.value.is_none_or(|v| v > 1.0);
    for (k, token) in tokens.iter().enumerate().skip(from).take(5) {
        if !token.is_word()
            || token.is_stop_word() && !token.is("others")
            || token.number_word().is_some()
            || token.say_verb().is_some()
            || token.is_any(&["roughly", "nearly", "approximately", "almost", "barely"])
        {
            break;
        }
        // "A heavily-armed ship": only a word of one part may be a verb.
        if is_past(&token.lower)
            && !token.lower.contains('-')
            && last.is_some()
            && !PLURALS.contains(&token.lower.as_str())
        {
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
        if plural && several && !next_plural && !token.is("others") {
            break;
        }
    }
    last.map(|l| (from, l))
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
    fn a_hedge_may_stand_behind_the_figure_or_behind_what_it_counts() {
        for (text, value, min, max) in [
            ("It hurt 66 or more people.", 66.0, Some(66.0), None),
            ("It hurt 66 people or more.", 66.0, Some(66.0), None),
            ("It hurt 60-plus men.", 60.0, Some(60.0), None),
            ("It hurt a dozen or so people.", 12.0, None, None),
            ("It is a mile or so away.", 1.0, None, None),
            ("It hurt 60-odd men.", 60.0, None, None),
            ("It hurt 66 people or fewer.", 66.0, None, Some(66.0)),
        ] {
            let q = one(text);
            assert_eq!((q.value, q.min, q.max, q.hedge.is_some()), (Some(value), min, max, true), "{text}");
        }
        // What follows is another figure, or no hedge.
        for text in ["It hurt 66 people or nobody.", "It hurt 66 people, more or less."] {
            assert!(one(text).hedge.is_none(), "{text}");
        }
    }

    #[test]
    fn the_longest_hedge_counts() {
        for (text, min, max) in [
            ("No more than 50 guests came.", None, Some(50.0)),
            ("More than 50 guests came.", Some(51.0), None),
            ("As few as 50 guests came.", Some(50.0), None),
            ("As many as 50 guests came.", None, Some(50.0)),
            ("In excess of 50 guests came.", Some(51.0), None),
            ("Just under 50 guests came.", None, Some(49.0)),
            ("Close to 50 guests came.", None, None),
            ("More than 50 miles burned.", Some(50.0), None),
            ("More than 50% came.", Some(50.0), None),
        ] {
            let q = one(text);
            assert_eq!((q.min, q.max, q.hedge.is_some()), (min, max, true), "{text}");
        }
        let q = one("An additional 50 guests came.");
        assert_eq!((q.hedge, q.span.start, q.value), (None, 0, Some(50.0)));
    }

    #[test]
    fn money_is_told_by_sign_code_or_word_on_either_side() {
        for (text, value, unit) in [
            ("It cost US$2.5m in all.", 2.5e6, "USD"),
            ("It cost A$5 in all.", 5.0, "AUD"),
            ("A $5-million deal.", 5e6, "USD"),
            ("It cost USD 300 million.", 3e8, "USD"),
            ("It cost 300 SEK.", 300.0, "SEK"),
            ("It cost Rs. 500 crore.", 5e9, "INR"),
            ("It cost £2.4bn.", 2.4e9, "GBP"),
            ("It was a 10 million-dollar home.", 1e7, "USD"),
            ("It cost 3 dollars and 50 cents.", 3.5, "USD"),
            ("It cost 50 cents.", 50.0, "cent"),
        ] {
            let q = one(text);
            assert_eq!((q.value, q.unit.as_deref()), (Some(value), Some(unit)), "{text}");
        }
        // Dollars, and something else.
        assert_eq!(all("It cost 3 dollars and 50 men.").len(), 2);
    }

    #[test]
    fn a_count_out_of_others_counts_what_they_are() {
        let found = all("Two of the three soldiers were killed.");
        assert_eq!(found.iter().map(|q| (q.value, q.class.as_str())).next(), Some((Some(2.0), "harm:death")));
        let found = all("A second missile was fired.");
        assert!(found.iter().all(|q| q.unit.is_none()), "{found:?}");
    }

    #[test]
    fn shares_and_points_are_measures_of_their_own() {
        for (text, value, unit, class) in [
            ("Half of the voters came.", 0.5, None, "share:people"),
            ("Some 50 voters came.", 50.0, None, "people"),
            ("It fell by 5 percent.", 5.0, Some("percent"), "unit:percent"),
            ("It fell by 5 percentage points.", 5.0, Some("percentage point"), "unit:percentage point"),
            ("It holds 5 per mille.", 5.0, Some("permille"), "unit:permille"),
            ("It took half an hour.", 0.5, Some("hour"), "unit:time"),
            ("It was a six-mile trip.", 6.0, Some("mile"), "unit:length"),
        ] {
            let q = one(text);
            assert_eq!((q.value, q.unit.as_deref(), q.class.as_str()), (Some(value), unit, class), "{text}");
        }
        for text in ["It was a three-way fight.", "They spoke one-on-one.", "The second half was dull."] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
    }

    #[test]
    fn an_article_counts_one_weapon_and_one_unit() {
        for text in ["A missile was fired.", "The missile was fired.", "It came a day after.", "It lasted about a day."]
        {
            assert_eq!(one(text).value, Some(1.0), "{text}");
        }
        for text in ["The third missile was fired.", "The aircraft was lost.", "It fell on a day in May."] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
        // "A day" and "about a day" say the same.
        assert!(one("It came a day after.").is_loose() && one("It lasted about a day.").is_loose());
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
            "It grew in 1990-2000.",
            "The 2019-2020 season ended.",
            "The 9/11 attack shook it.",
        ] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
    }

    #[test]
    fn ages_digits_results_and_years_count_nothing_that_was_counted_before() {
        let found = all("It hurt 12 people, among them Jane Roe, 45, of Hull.");
        assert_eq!(found.iter().map(|q| q.class.as_str()).collect::<Vec<_>>(), ["harm:injury", "age:jane roe"]);
        for text in ["Call 555-1234 now.", "They won 3-1 at home.", "In 2019 turnout fell."] {
            assert!(all(text).is_empty(), "{text}: {:?}", all(text));
        }
        assert_eq!(one("It burned 5-7 homes.").max, Some(7.0));
        assert_eq!(one("It counted in 1990 homes.").value, Some(1990.0));
    }

    #[test]
    fn no_injuries_are_none() {
        let q = one("No further injuries were reported.");
        assert_eq!((q.value, q.class.as_str()), (Some(0.0), "harm:injury"));
        assert!(all("No minister was there.").is_empty());
    }

    #[test]
    fn a_bare_figure_counts_what_its_sister_counts() {
        let found = all("They saw 32 attacks in Leeds and 34 in York.");
        assert_eq!(found.iter().map(|q| q.class.as_str()).collect::<Vec<_>>(), ["of:attack", "of:attack"]);
    }
}
