//! Numbers: how much some tokens say, and how many tokens say it. No hedge, no unit, nothing that is counted.
//!
//! Left out on purpose, as news means something else by them: the parts of an address or a version ("192.168.1.2"), of a
//! designation ("B-52") and of a list in one word ("22,24,26"); "G" for a billion ("5G"); a minus that does not touch its
//! figure (a dash or a bullet); "12 over 3" and "nine out of ten" as divisions (years, and a count, behind a figure).
//!
//! Gets wrong: dates written as "3/4" alone, a decimal comma in a list of two ("1,3"), and two figures that stand side by
//! side by chance where the second has three digits ("in ward 12 300 beds").

use crate::gather::Gather;
use crate::letters::whole;
use crate::lexicon;
use crate::token::{Kind, Token};

/// What some tokens say as a number.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Number {
    /// The number; none for ranges and vague counts.
    pub(crate) value: Option<f64>,
    pub(crate) min: Option<f64>,
    pub(crate) max: Option<f64>,
    /// A vague count ("several"): its rank from 1 (a few) to 6 (thousands).
    pub(crate) vague: Option<u8>,
    pub(crate) tokens: usize,
    /// What its last token says behind the number: "mile" in "six-mile".
    pub(crate) rest: Option<String>,
    /// Whether it is a fraction of something: "half", "two thirds".
    pub(crate) part: bool,
    /// Whether it is as loose as a figure with "about", though no hedge says so: one in "a day later".
    pub(crate) loose: bool,
}

impl Number {
    pub(crate) fn exact(value: f64, tokens: usize) -> Self {
        Self { value: Some(value), min: None, max: None, vague: None, tokens, rest: None, part: false, loose: false }
    }

    pub(crate) fn vague(min: Option<f64>, rank: u8, tokens: usize) -> Self {
        Self { value: None, min, max: None, vague: Some(rank), tokens, rest: None, part: false, loose: false }
    }
}

/// The number that begins at `tokens[i]`: a figure, a number in words, a fraction, or a range of two of them.
pub(crate) fn read(text: &str, tokens: &[Token], i: usize) -> Option<Number> {
    let between = i > 0 && tokens[i - 1].is("between");
    let lower = single(text, tokens, i, !between)?;
    if lower.rest.is_none()
        && let Some(range) = range(text, tokens, i, &lower)
    {
        return Some(range);
    }
    Some(Number { rest: lower.rest, part: lower.part, ..Number::exact(lower.value, lower.tokens) })
}

/// Counts in words that give no figure: the words, the least they mean, and their rank.
/// Least: several 3 and a number 2 after common usage; dozens is two dozen, hundreds two hundred, and so on.
const VAGUE: [(&[&str], Option<f64>, u8); 22] = [
    (&["a", "number", "of"], Some(2.0), 2),
    (&["a", "handful", "of"], Some(2.0), 1),
    (&["a", "couple", "of"], Some(2.0), 1),
    (&["a", "couple"], Some(2.0), 1),
    (&["a", "few"], Some(2.0), 1),
    (&["scores", "of"], Some(40.0), 4),
    (&["tens", "of"], Some(20.0), 4),
    (&["dozens"], Some(24.0), 4),
    (&["hundreds"], Some(200.0), 5),
    (&["thousands"], Some(2e3), 6),
    (&["millions"], Some(2e6), 6),
    (&["billions"], Some(2e9), 6),
    (&["several"], Some(3.0), 2),
    (&["some"], Some(2.0), 2),
    (&["many"], Some(3.0), 3),
    (&["numerous"], Some(3.0), 3),
    (&["multiple"], Some(2.0), 2),
    (&["most", "of"], None, 5),
    (&["a", "majority", "of"], None, 5),
    (&["the", "majority", "of"], None, 5),
    (&["few"], Some(2.0), 1),
    (&["a", "series", "of"], Some(2.0), 2),
];

/// Words that make several events one: "a wave of attacks" is two attacks or more.
const ROWS: [&str; 9] = ["round", "wave", "string", "spate", "barrage", "volley", "flurry", "succession", "host"];

/// The vague count that begins at `tokens[i]`, with what multiplies it: "several", "several hundred", "tens of thousands of".
///
/// Gets wrong: "a round of talks", which is one.
pub(crate) fn vague(tokens: &[Token], i: usize) -> Option<Number> {
    let get = |k: usize| tokens.get(i + k);
    if get(0)?.is("a")
        && get(1).is_some_and(|t| t.is_any(&ROWS))
        && get(2).is_some_and(|t| t.is("of"))
        && (3..6).map_while(|k| get(k).filter(|t| t.is_word() && !t.is_stop_word())).any(|t| t.lower.ends_with('s'))
    {
        return Some(Number::vague(Some(2.0), 2, 3));
    }
    let (words, min, rank) =
        VAGUE.iter().find(|(words, ..)| words.iter().enumerate().all(|(k, w)| get(k).is_some_and(|t| t.is(w))))?;
    let (mut min, mut rank, mut used) = (*min, *rank, words.len());
    loop {
        let of = usize::from(get(used).is_some_and(|t| t.is("of")));
        let Some(factor) = get(used + of).and_then(|t| scale(t.lower.trim_end_matches('s'))) else { break };
        min = min.map(|m| m * factor);
        rank = rank.max(3 + [10.0, 100.0, 1000.0].iter().filter(|power| factor >= **power).count() as u8);
        used += of + 1;
    }
    if used > words.len() || words.len() == 1 {
        used += usize::from(get(used).is_some_and(|t| t.is("of")) && words[0].ends_with('s') && rank >= 4);
    }
    // "some" and "many" count only what follows: "some 200", "some said".
    let next = get(used)?;
    let verb = next.is_word() && next.say_verb().is_some();
    let hedges_a_figure = next.kind == Kind::Figure
        || lexicon::number_word(next.lower.split('-').next().unwrap_or_default()).is_some()
        || next.is("half")
        || next.is("a") && get(used + 1).is_some_and(|t| scale(&t.lower).is_some());
    (!verb && !hedges_a_figure).then(|| Number::vague(min, rank, used))
}

/// Whether two numbers that were counted up are the same one.
fn same(left: f64, right: f64) -> bool {
    (left - right).abs() < f64::EPSILON
}

/// One number, without a range.
struct Single {
    value: f64,
    tokens: usize,
    rest: Option<String>,
    part: bool,
    /// What the words at its end multiply it by, 1 where none do: what "5" takes over in "5 to 10 million".
    scale: f64,
}

fn single(text: &str, tokens: &[Token], i: usize, ands: bool) -> Option<Single> {
    let (sign, skip) = sign(tokens, i);
    let at = i + skip;
    let figures = tokens.get(at)?.kind != Kind::Word;
    let mut found = if figures { in_figures(text, tokens, at)? } else { in_words(tokens, at, ands)? };
    // "one over three", "one out of three": a fraction only where nothing is counted behind it ("one over 30 years").
    let link =
        |k: usize, words: &[&str]| words.iter().enumerate().all(|(n, w)| tokens.get(k + n).is_some_and(|t| t.is(w)));
    let end = at + found.tokens;
    let links = if link(end, &["over"]) { 1 } else { 2 * usize::from(link(end, &["out", "of"])) };
    if same(found.value, 1.0)
        && links > 0
        && let Some(below) = unsigned(text, tokens, end + links).filter(|b| b.value > 1.0)
        && tokens.get(end + links + below.tokens).is_none_or(|t| t.kind == Kind::Mark)
    {
        found = Single { value: 1.0 / below.value, tokens: found.tokens + links + below.tokens, part: true, ..found };
    }
    // "tested negative two days later"
    let end = tokens.get(at + found.tokens);
    let moment = |t: &Token| {
        ["second", "minute", "hour", "day", "week", "month", "year", "time"].contains(&t.lower.trim_end_matches('s'))
    };
    if skip > 0 && tokens[i].is("negative") && end.is_some_and(moment) {
        return None;
    }
    found.value *= sign;
    found.tokens += skip;
    found.value.is_finite().then_some(found)
}

fn unsigned(text: &str, tokens: &[Token], i: usize) -> Option<Single> {
    let word = tokens.get(i)?.kind == Kind::Word;
    if word { in_words(tokens, i, true) } else { in_figures(text, tokens, i) }.filter(|found| found.value.is_finite())
}

/// The sign in front of a number, and how many tokens it takes: a minus that touches its figure, or the word.
fn sign(tokens: &[Token], i: usize) -> (f64, usize) {
    let (first, next) = (tokens.get(i), tokens.get(i + 1));
    let before = i.checked_sub(1).and_then(|k| tokens.get(k));
    let Some((first, next)) = first.zip(next) else { return (1.0, 0) };
    let apart = before.is_none_or(|b| b.kind != Kind::Figure && (b.span.end < first.span.start || b.is("(")));
    let minus = first.is_any(&["-", "−"]) && first.span.end == next.span.start && next.kind != Kind::Word && apart;
    // "five minus two" takes away.
    let taken = before.is_some_and(|b| b.kind == Kind::Figure || b.number_word().is_some());
    let word = first.is_any(&["minus", "negative"]) && !taken;
    if minus || word { (-1.0, 1) } else { (1.0, 0) }
}

/// Words in front of a figure by which something went up or down: "to" behind it tells where it went.
const CHANGES: &[&str] = &[
    "up",
    "down",
    "rose",
    "rise",
    "rises",
    "rising",
    "fell",
    "fall",
    "falls",
    "falling",
    "gained",
    "gain",
    "lost",
    "added",
    "climbed",
    "dropped",
    "drop",
    "jumped",
    "slipped",
    "increased",
    "decreased",
    "grew",
    "declined",
    "soared",
    "plunged",
    "tumbled",
    "surged",
    "sank",
    "eased",
    "slid",
    "edged",
];

/// "10-15", "10 to 15 million", "10% to 15%", "two or three"; "between 10 and 15".
/// "Rose from 10 to 15" and "fell $2 to $80" are no range but two figures, and so is "5 and 10".
fn range(text: &str, tokens: &[Token], i: usize, lower: &Single) -> Option<Number> {
    let get = |k: usize| tokens.get(i + k);
    let before = |k: usize| i.checked_sub(k).and_then(|k| tokens.get(k));
    let mut used = lower.tokens;
    let share = percent(tokens, i + used);
    used += share.map_or(0, |p| p.1);
    let link = get(used)?;
    let between = before(1).is_some_and(|t| t.is("between"));
    let from = before(1).is_some_and(|t| t.is("from"))
        && !before(2)
            .is_some_and(|t| t.is_any(&["anywhere", "range", "ranges", "ranged", "ranging", "vary", "varying"]));
    let either = link.is("or");
    if !(link.is_any(&["-", "–"]) || link.is("to") && !from || between && link.is("and") || either) {
        return None;
    }
    used += 1;
    // "Rose 10% to $5": two measures.
    let money = get(used).is_some_and(is_currency_sign);
    used += usize::from(money);
    let upper = unsigned(text, tokens, i + used).filter(|u| u.rest.is_none())?;
    // Part of a longer chain, such as a telephone's number.
    let own_unit =
        |t: &Token| t.is_any(CHANGES) && percent(tokens, i + used + upper.tokens).is_none_or(|_| share.is_some());
    let changed =
        link.is("to") && before(1 + usize::from(before(1).is_some_and(is_currency_sign))).is_some_and(own_unit);
    let touches = before(1).is_some_and(|t| t.is_any(&["-", "/"]) && t.span.end == tokens[i].span.start);
    if touches
        || changed
        || money && !before(1).is_some_and(is_currency_sign)
        || share.is_some_and(|s| percent(tokens, i + used + upper.tokens).is_none_or(|u| u.0 != s.0))
    {
        return None;
    }
    // "5 to 10 million"
    let same_scale = same(lower.scale, 1.0) && upper.scale > 1.0 && lower.value < upper.value / upper.scale;
    let least = if same_scale { lower.value * upper.scale } else { lower.value };
    let most = upper.value;
    let fits = if either { (most - least - upper.scale).abs() < 1e-9 && !lower.part } else { most > least };
    fits.then(|| Number {
        value: None,
        min: Some(least),
        max: Some(most),
        vague: None,
        tokens: used + upper.tokens,
        rest: None,
        part: upper.part,
        loose: false,
    })
}

/// The share that a figure is of a hundred or a thousand: its unit, and how many tokens say it.
pub(crate) fn percent(tokens: &[Token], i: usize) -> Option<(&'static str, usize)> {
    let get = |k: usize| tokens.get(i + k);
    let first = get(0)?;
    let two = first.is("per") && get(1).is_some_and(|t| t.is_any(&["cent", "mille", "mil"]));
    let (name, used) = if first.is("‰") || first.is("permille") || two && !get(1)?.is("cent") {
        ("permille", 1 + usize::from(two))
    } else if first.is_any(&["%", "percent", "percents", "percentage", "pc", "pct"]) || two {
        ("percent", 1 + usize::from(two))
    } else {
        return None;
    };
    // Up by two percentage points is another measure than up by two percent.
    let point = name == "percent" && get(used).is_some_and(|t| t.is_any(&["point", "points"]));
    Some(if point { ("percentage point", used + 1) } else { (name, used) })
}

/// A sign of money.
pub(crate) fn is_currency_sign(token: &Token) -> bool {
    token.is_any(&["$", "€", "£", "¥", "₹", "₽", "₪", "₩", "₺", "₴", "₦", "₫", "元"])
}

/// Words that multiply.
fn scale(lower: &str) -> Option<f64> {
    Some(match lower {
        "dozen" | "dozens" | "doz" | "dozs" | "dz" | "dzs" => 12.0,
        "hundred" => 100.0,
        "thousand" => 1e3,
        "lakh" | "lakhs" => 1e5,
        "million" | "millions" | "mln" | "mil" => 1e6,
        "crore" | "crores" => 1e7,
        "billion" | "billions" | "bn" | "bln" => 1e9,
        "trillion" | "trillions" | "tn" | "trn" | "tln" => 1e12,
        "quadrillion" => 1e15,
        _ => return None,
    })
}

// ---- Figures ----

/// The digits of a figure as Rust reads them; none for ordinals, decades, lists and chains such as version numbers.
fn digits(token: &Token) -> Option<String> {
    let digits = token.lower.as_str();
    if token.kind != Kind::Figure || digits.ends_with(char::is_alphabetic) || digits.matches('.').count() > 1 {
        return None;
    }
    let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
    if fraction.is_some_and(|f| f.contains(',')) {
        return None;
    }
    if whole.split(',').skip(1).all(|group| group.len() == 3) {
        return Some(digits.replace(',', ""));
    }
    // "1,3": a decimal comma, as most of Europe prints it.
    let comma = whole.split_once(',').filter(|(_, f)| f.len() <= 2 && fraction.is_none());
    comma.map(|(w, f)| format!("{w}.{f}"))
}

/// The value of `digits[.digits][e[+-]digits]`; the point may stand at either end.
///
/// As `str::parse`, whose tables of powers alone would be a tenth of the engine's download. The same to the last bit up to
/// 15 digits and powers of ten up to 22 (Clinger, How to Read Floating Point Numbers Accurately, 1990); beyond, the last bits
/// may differ, though never from machine to machine.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let (digits, power) = match text.split_once('e') {
        Some((digits, power)) => (digits, i32::from(whole::<i16>(power)?)),
        None => (text, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let digit = |value: f64, b: u8| b.is_ascii_digit().then(|| value * 10.0 + f64::from(b - b'0'));
    // Zeros at the end of the part would cost exactness for nothing.
    let shown = part.trim_end_matches('0');
    let value = whole.bytes().chain(shown.bytes()).try_fold(0.0, digit)?;
    let power = power - shown.len() as i32;
    let ten = (0..power.unsigned_abs()).fold(1.0, |ten, _| ten * 10.0);
    Some(match power {
        _ if value == 0.0 || value.is_infinite() => value,
        ..0 => value / ten,
        0.. => value * ten,
    })
}

/// As `Display` writes a number that is not negative, with six decimals at most.
pub(crate) fn written(n: f64) -> String {
    let whole = n as u64;
    let millionths = libm::round((n - whole as f64) * 1e6) as u64;
    match millionths {
        0 => whole.to_string(),
        1_000_000.. => (whole + 1).to_string(),
        _ => format!("{whole}.{millionths:06}").trim_end_matches('0').to_owned(),
    }
}

/// A whole number below a thousand, plain digits: what fractions are made of.
fn small(token: Option<&Token>) -> Option<f64> {
    let token = token.filter(|t| t.kind == Kind::Figure && t.lower.len() <= 3)?;
    whole::<u32>(&token.lower).map(f64::from)
}

/// "1,200.5", ".08", "40 000", "1e10", "2^3", "3/4", "2 1/4", "2½", "2 and a half", each with what multiplies it.
fn in_figures(text: &str, tokens: &[Token], i: usize) -> Option<Single> {
    let get = |k: usize| tokens.get(i + k);
    let glued = |k: usize| get(k).zip(k.checked_sub(1).and_then(get)).is_some_and(|(t, b)| t.span.start == b.span.end);
    if let Some(part) = printed_fraction(tokens, i) {
        return Some(Single { value: part, tokens: 3, rest: None, part: true, scale: 1.0 });
    }
    let first = get(0)?;
    let (mut written, mut used) = if first.is(".") {
        let apart = i == 0 || tokens[i - 1].span.end < first.span.start;
        let tail = get(1).filter(|_| apart && glued(1)).filter(|t| t.lower.bytes().all(|b| b.is_ascii_digit()))?;
        (format!("0.{}", tail.lower), 2)
    } else {
        (digits(first)?, 1)
    };
    // "40 000": groups of three behind one space.
    // "A Boeing 737 800" is a name.
    let named = i > 1 && tokens[i - 1].is_word() && tokens[i - 1].capital && tokens[i - 1].lower.len() != 3;
    if used == 1 && !named && first.lower.len() <= 3 && !first.lower.starts_with('0') && !first.is(".") {
        // Five groups more are a million million million.
        while used < 7
            && let (Some(group), Some(last)) = (get(used), get(used - 1))
        {
            let gap = text.get(last.span.end as usize..group.span.start as usize).unwrap_or_default();
            let fits = group.kind == Kind::Figure
                && group.lower.split('.').next().is_some_and(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
                && matches!(gap, " " | "\u{a0}" | "\u{202f}" | "\u{2009}")
                && !written.contains('.');
            let Some(more) = digits(group).filter(|_| fits) else { break };
            written.push_str(&more);
            used += 1;
        }
    }
    // "1e10", "1e-1", "1e+10"
    if let Some(power) = get(used).filter(|t| glued(used) && t.lower.starts_with('e')).map(|t| &t.lower[1..]) {
        if whole::<i16>(power).is_some() {
            written = format!("{written}e{power}");
            used += 1;
        } else if power.is_empty()
            && let (Some(sign), Some(power)) = (get(used + 1).filter(|t| t.is_any(&["+", "-"])), small(get(used + 2)))
        {
            written = format!("{written}e{}{}", sign.lower, power as u32);
            used += 3;
        }
    }
    let mut value = decimal(&written)?;
    if get(used).is_some_and(|t| t.is("^")) && glued(used) {
        let sign = usize::from(get(used + 1).is_some_and(|t| t.is_any(&["+", "-"])));
        if let Some(power) = small(get(used + 1 + sign)) {
            // Multiplied out, as the result of `powi` may differ from machine to machine.
            let raised = (0..power as u32).fold(1.0, |product, _| product * value);
            value = if get(used + 1).is_some_and(|t| t.is("-")) { 1.0 / raised } else { raised };
            used += 2 + sign;
        }
    }
    if let Some(part) = printed_fraction(tokens, i + used).filter(|_| value.fract() == 0.0 && !glued(used)) {
        value += part;
        used += 3;
    } else if let Some(part) = get(used).and_then(|t| vulgar(&t.lower)) {
        value += part;
        used += 1;
    } else if let Some((part, more)) = and_fraction(&parts(tokens, i + used).0, 0) {
        value += part;
        used += more;
    }
    let mut found = Single { value, tokens: used, rest: None, part: false, scale: 1.0 };
    let money = i.checked_sub(1).is_some_and(|k| is_currency_sign(&tokens[k]));
    multiply(tokens, i, money, &mut found);
    Some(found)
}

/// "3/4": a fraction below one, with a denominator that people use. So "9/11", "24/7" and "1/6" stay what they are.
fn printed_fraction(tokens: &[Token], i: usize) -> Option<f64> {
    let get = |k: usize| tokens.get(i + k);
    let (above, below) = (small(get(0))?, small(get(2))?);
    let joined = get(0)?.span.end == get(1)?.span.start && get(1)?.span.end == get(2)?.span.start;
    let chain = get(3).is_some_and(|t| t.is("/") && t.span.start == get(2).map_or(0, |t| t.span.end));
    let used = [2.0, 3.0, 4.0, 5.0, 8.0, 16.0].contains(&below) && above > 0.0 && above < below;
    (get(1)?.is("/") && joined && used && !chain).then_some(above / below)
}

fn vulgar(lower: &str) -> Option<f64> {
    Some(match lower {
        "½" => 0.5,
        "¼" => 0.25,
        "¾" => 0.75,
        "⅓" => 1.0 / 3.0,
        "⅔" => 2.0 / 3.0,
        "⅛" => 0.125,
        "⅜" => 0.375,
        "⅝" => 0.625,
        "⅞" => 0.875,
        _ => return None,
    })
}

/// Takes in the words and letters that multiply a figure: "2.5 million", "£5-million", "10bn", "10k", "13 lakh".
fn multiply(tokens: &[Token], i: usize, money: bool, found: &mut Single) {
    loop {
        let used = found.tokens;
        let hyphen = usize::from(tokens.get(i + used).is_some_and(|t| t.is("-")));
        let Some(token) = tokens.get(i + used + hyphen).filter(|t| t.is_word()) else { return };
        let touches = token.span.start == tokens[i + used + hyphen - 1].span.end;
        let (word, rest) = token.lower.split_once('-').map_or((token.lower.as_str(), None), |(w, r)| (w, Some(r)));
        let factor = if hyphen == 1 && (!touches || word.len() < 4) {
            None
        } else {
            scale(word).or_else(|| letter(tokens, i + used, money, touches, found.value).filter(|_| rest.is_none()))
        };
        let Some(factor) = factor else { return };
        found.value *= factor;
        found.scale *= factor;
        found.tokens += 1 + hyphen;
        if rest.is_some() {
            found.rest = rest.map(str::to_owned);
            return;
        }
    }
}

/// Letters that multiply, where they cannot be a unit: "£10m", "10M", "10k", "1.2b" and "10m people"; "10m", "a 10k run",
/// "4K video" and "flat 7B" are metres, kilometres, pixels and a door.
fn letter(tokens: &[Token], at: usize, money: bool, glued: bool, value: f64) -> Option<f64> {
    let token = tokens.get(at)?;
    let next = tokens.get(at + 1).filter(|t| t.is_word());
    let race = next.is_some_and(|t| {
        t.is_any(&[
            "run", "runner", "runners", "race", "races", "video", "tv", "screen", "screens", "hurdles", "metres",
        ])
    });
    let many = next.is_some_and(|t| t.is("people") || t.lower.ends_with('s') && t.lower.len() > 3) && !race;
    match token.lower.as_str() {
        "k" if !race => Some(1e3),
        "m" if money && glued || token.capital || glued && many => Some(1e6),
        "mm" | "mn" if money => Some(1e6),
        "b" if glued && (money || many || value.fract() != 0.0) => Some(1e9),
        "t" if money && glued => Some(1e12),
        _ => None,
    }
}

// ---- Words ----

/// What a word, or a part of a hyphened word, adds to a number in words.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Part {
    /// Zero to ninety.
    Count(f64),
    Hundred,
    Dozen,
    /// A thousand or more.
    Scale(f64),
    Half,
    Quarter {
        plural: bool,
    },
    /// "third", "fifths": a denominator, from three on; behind twenty and the like from one on.
    Nth {
        n: f64,
        plural: bool,
    },
    A,
    And,
    Of,
    Point,
}

/// What a part multiplies by.
fn factor(part: Part) -> Option<f64> {
    match part {
        Part::Scale(factor) => Some(factor),
        Part::Hundred => Some(100.0),
        Part::Dozen => Some(12.0),
        _ => None,
    }
}

fn part(word: &str) -> Option<Part> {
    if let Some(n) = lexicon::number_word(word) {
        return Some(Part::Count(f64::from(n)));
    }
    Some(match word {
        "a" | "an" => Part::A,
        "and" => Part::And,
        "of" => Part::Of,
        "point" => Part::Point,
        "half" => Part::Half,
        "quarter" => Part::Quarter { plural: false },
        "quarters" => Part::Quarter { plural: true },
        _ => match scale(word) {
            Some(12.0) => Part::Dozen,
            Some(100.0) => Part::Hundred,
            Some(factor) => Part::Scale(factor),
            None => {
                let n = ordinal(word.strip_suffix('s').unwrap_or(word))?;
                Part::Nth { n, plural: word.ends_with('s') }
            }
        },
    })
}

/// "third" → 3, "twentieth" → 20, "thousandth" → 1000.
fn ordinal(word: &str) -> Option<f64> {
    const IRREGULAR: [(&str, f64); 7] = [
        ("first", 1.0),
        ("second", 2.0),
        ("third", 3.0),
        ("fifth", 5.0),
        ("eighth", 8.0),
        ("ninth", 9.0),
        ("twelfth", 12.0),
    ];
    if let Some((_, n)) = IRREGULAR.iter().find(|(w, _)| *w == word) {
        return Some(*n);
    }
    if let Some(tens) = word.strip_suffix("ieth") {
        return lexicon::number_word(&format!("{tens}y")).map(f64::from);
    }
    let stem = word.strip_suffix("th")?;
    lexicon::number_word(stem).map(f64::from).filter(|n| *n >= 4.0).or_else(|| scale(stem).filter(|s| *s >= 100.0))
}

/// A part and where it stands: how many tokens are used up to here, none inside a token.
struct Placed {
    part: Part,
    used: Option<usize>,
}

/// Longest run of parts that is looked at.
const LONGEST: usize = 32;

/// What a division leaves, of whole numbers: `%` of floats brings two kilobytes of code for the exact rest of any two.
fn remainder(value: f64, by: f64) -> f64 {
    value - by * (value / by).floor()
}

/// The parts of the words from `tokens[i]` on, and what the first token says behind its number ("mile" in "six-mile").
fn parts(tokens: &[Token], i: usize) -> (Vec<Placed>, Option<String>) {
    let mut out: Vec<Placed> = Vec::new();
    let mut k = i;
    while let Some(token) = tokens.get(k).filter(|_| out.len() < LONGEST) {
        // "fifty - two", "one - fourth", as some wires print it; "fifty - two of them" is a dash.
        if token.is_any(&["-", "–"]) {
            let next = tokens.get(k + 1).and_then(|t| part(t.lower.split('-').next().unwrap_or_default()));
            let tens = matches!(out.last(), Some(Placed { part: Part::Count(n), .. }) if *n >= 20.0 && remainder(*n, 10.0) == 0.0);
            let joins = match next {
                Some(Part::Count(n)) => tens && (1.0..10.0).contains(&n),
                Some(Part::Nth { n, .. }) => n >= 3.0 && !out.is_empty(),
                _ => false,
            };
            if !joins || tokens.get(k + 2).is_some_and(|t| t.is("of")) {
                break;
            }
            k += 1;
            continue;
        }
        if !token.is_word() {
            break;
        }
        if token.lower.split('-').next().and_then(part).is_none() {
            break;
        }
        let pieces: Vec<&str> = token.lower.split('-').gather();
        let known: Vec<Part> = pieces.iter().map_while(|p| part(p)).gather();
        if known.len() < pieces.len() {
            let counts = matches!(known.last(), Some(Part::Count(_) | Part::Hundred | Part::Scale(_) | Part::Half));
            if out.is_empty() && counts {
                known.iter().map(|&part| Placed { part, used: None }).gather_into(&mut out);
                out.last_mut().expect("a known part was put in").used = Some(1);
                return (out, Some(pieces[known.len()..].join("-")));
            }
            break;
        }
        k += 1;
        let last = known.len() - 1;
        out.extend(known.into_iter().enumerate().map(|(n, part)| Placed { part, used: (n == last).then_some(k - i) }));
    }
    (out, None)
}

fn at(parts: &[Placed], p: usize) -> Option<Part> {
    parts.get(p).map(|placed| placed.part)
}

/// "twenty-one", "two hundred and five", "half a million", "two thirds", "one and a half", "two point five".
/// `ands`: whether "and" may join ("between one hundred and two hundred" must not).
fn in_words(tokens: &[Token], i: usize, ands: bool) -> Option<Single> {
    let (parts, rest) = parts(tokens, i);
    let at = |p: usize| at(&parts, p);
    let used_at = |p: usize| p.checked_sub(1).and_then(|p| parts[p].used);
    let of_whole = |p: usize| {
        let token = |k: Option<usize>| k.and_then(|k| tokens.get(k));
        stands_for_a_share(token(i.checked_sub(1)), token(used_at(p).map(|used| i + used)))
    };
    let alone = one_share(&parts);
    let (mut value, mut p, mut is_part) = alone.map_or((0.0, 0, false), |(value, next)| (value, next, true));
    if alone.is_none() {
        let whole = cardinal(&parts, ands)?;
        (value, p) = (whole.value, whole.next);
        if let Some((below, _, next)) = denominator(&parts, p).filter(|&(below, plural, next)| {
            let quarters = matches!(at(next - 1), Some(Part::Quarter { .. }));
            let in_one = parts[next - 1].used == Some(1);
            let sense = if plural { value >= 2.0 } else { same(value, 1.0) };
            // "two quarters" are half a year, "two halves" a match.
            sense
                && (below > 2.0 || same(value, 1.0))
                && (!quarters || (same(remainder(value, 100.0), 3.0) || same(value, 1.0)) && (in_one || of_whole(next)))
        }) {
            // "a hundred and three quarters" is 100.75, "a hundred and thirty fifths" 26.
            let mixed = whole.tail.filter(|&tail| tail < below);
            value = mixed.map_or(value / below, |tail| value - tail + tail / below);
            (p, is_part) = (next, mixed.is_none());
        } else if let Some((part, next)) = and_fraction(&parts, p).filter(|_| ands) {
            // "A million and a half" is one and a half million.
            value += if same(part, 0.5) && whole.scale >= 1e3 { part * whole.scale } else { part };
            p = next_part(&parts, next);
        } else if at(p) == Some(Part::Point)
            && !(same(value, 1.0) && i > 0 && tokens[i - 1].is("at"))
            && let Some((tail, next)) = decimals(&parts, p + 1)
        {
            value = decimal(&format!("{}.{tail}", written(value)))?;
            p = next;
        }
    }
    // "half a million", "three quarters of a million", "one and a half million"
    let of = usize::from(is_part && at(p) == Some(Part::Of));
    let a = of + usize::from(is_part && at(p + of) == Some(Part::A));
    if (a > of || of == 0)
        && let Some(factor) = at(p + a).and_then(factor).filter(|_| is_part || value.fract() != 0.0)
    {
        (value, p, is_part) = (value * factor, p + a + 1, false);
    }
    // Only where a number fills whole tokens: "fifty-fifty" says none.
    let used = used_at(p)?;
    let share = alone.is_none() || !is_part || rest.is_some() || of_whole(p);
    let scale = (0..p).rev().map_while(|k| at(k).and_then(factor)).product();
    share.then_some(Single { value, tokens: used, rest, part: is_part, scale })
}

/// "half", "a half", "a third": the share, and the next part.
fn one_share(parts: &[Placed]) -> Option<(f64, usize)> {
    let a = usize::from(at(parts, 0)? == Part::A);
    let (below, plural, next) = denominator(parts, a).filter(|_| a == 1 || at(parts, 0) == Some(Part::Half))?;
    (!plural).then_some((1.0 / below, next))
}

/// How many parts lie inside the first `used` tokens.
fn next_part(parts: &[Placed], used: usize) -> usize {
    parts.iter().position(|placed| placed.used == Some(used)).map_or(0, |p| p + 1)
}

/// Whether "half", "a third" and the like say how much, by the words on both sides: "a third of the town", "fell by a
/// third" and "more than half"; "a third man", "the second half" and "four died and a fifth was hurt" say no share.
fn stands_for_a_share(before: Option<&Token>, next: Option<&Token>) -> bool {
    let led = before.is_none_or(|t| {
        t.is_any(&[
            "by",
            "than",
            "nearly",
            "almost",
            "about",
            "around",
            "over",
            "under",
            "roughly",
            "approximately",
            "only",
            "some",
        ])
    });
    let whole = next.is_some_and(|t| {
        t.is_any(&["of", "a", "an", "the", "its", "their", "his", "her", "our", "my", "this", "that", "these", "those"])
    });
    let fixed = before.is_some_and(|t| {
        t.is_any(&[
            "past", "previous", "next", "the", "first", "second", "third", "other", "better", "last", "opening",
            "every", "in",
        ])
    });
    !fixed && (whole || led && (before.is_some() || next.is_none()))
}

/// A whole number in words.
struct Whole {
    value: f64,
    /// Index of the part behind it.
    next: usize,
    /// What "and" added last: 3 of "a hundred and three".
    tail: Option<f64>,
    scale: f64,
}

/// Groups below a thousand, each with its scale, scales falling: "two million three hundred thousand and five".
fn cardinal(parts: &[Placed], ands: bool) -> Option<Whole> {
    let mut whole = Whole { value: 0.0, next: 0, tail: None, scale: f64::INFINITY };
    loop {
        let first = whole.next == 0;
        let and = !first && at(parts, whole.next) == Some(Part::And);
        if and && !ands {
            break;
        }
        let Some((mut value, mut next, mut tail)) = group(parts, whole.next + usize::from(and), first, ands) else {
            break;
        };
        let mut scale = 1.0;
        while let Some(Part::Scale(factor)) = at(parts, next) {
            scale *= factor;
            next += 1;
        }
        if scale > 1.0 {
            value *= scale;
            tail = None;
        }
        if !first && value >= whole.scale {
            break;
        }
        if and && same(scale, 1.0) && tail.is_none() {
            tail = Some(value);
        }
        whole = Whole { value: whole.value + value, next, tail, scale };
        if same(scale, 1.0) {
            break;
        }
    }
    (whole.next > 0).then_some(whole)
}

/// "ninety-nine", "two hundred and five", "twenty-five hundred", "a hundred", "three dozen": value, next part, and what
/// "and" added.
fn group(parts: &[Placed], p: usize, first: bool, ands: bool) -> Option<(f64, usize, Option<f64>)> {
    let a = first && at(parts, p) == Some(Part::A);
    if a && matches!(at(parts, p + 1), Some(Part::Scale(_))) {
        return Some((1.0, p + 1, None));
    }
    let (mut value, mut next) = if a { (1.0, p + 1) } else { below_hundred(parts, p)? };
    let mut tail = None;
    if at(parts, next) == Some(Part::Hundred) {
        value *= 100.0;
        next += 1;
        let and = usize::from(at(parts, next) == Some(Part::And));
        // "one hundred thirty-fifths" is 100/35, "one hundred and thirty fifths" 130/5.
        let denominator = and == 0 && tens_and_nth(parts, next).is_some();
        if let Some((more, after)) = below_hundred(parts, next + and).filter(|_| (and == 0 || ands) && !denominator)
            && at(parts, after) != Some(Part::Hundred)
        {
            let dozen = at(parts, after) == Some(Part::Dozen);
            let more = if dozen { more * 12.0 } else { more };
            value += more;
            next = after + usize::from(dozen);
            tail = (and == 1).then_some(more);
        }
    } else if at(parts, next) == Some(Part::Dozen) {
        value *= 12.0;
        next += 1;
    } else if a {
        return None;
    }
    Some((value, next, tail))
}

fn below_hundred(parts: &[Placed], p: usize) -> Option<(f64, usize)> {
    let Some(Part::Count(first)) = at(parts, p) else { return None };
    match at(parts, p + 1) {
        Some(Part::Count(unit)) if first >= 20.0 && (1.0..10.0).contains(&unit) => Some((first + unit, p + 2)),
        _ => Some((first, p + 1)),
    }
}

/// The denominator at `p`: its value, whether it is a plural, and the next part.
fn denominator(parts: &[Placed], p: usize) -> Option<(f64, bool, usize)> {
    match at(parts, p)? {
        Part::Half => Some((2.0, false, p + 1)),
        Part::Quarter { plural } => Some((4.0, plural, p + 1)),
        Part::Nth { n, plural } if n >= 3.0 => Some((n, plural, p + 1)),
        _ => tens_and_nth(parts, p),
    }
}

/// "twenty-firsts", "thirty fifth"
fn tens_and_nth(parts: &[Placed], p: usize) -> Option<(f64, bool, usize)> {
    match (at(parts, p)?, at(parts, p + 1)?) {
        (Part::Count(tens), Part::Nth { n, plural }) if tens >= 20.0 && n < 10.0 => Some((tens + n, plural, p + 2)),
        _ => None,
    }
}

/// "and a half", "and two thirds": the fraction, and how many tokens of these parts it ends behind.
fn and_fraction(parts: &[Placed], p: usize) -> Option<(f64, usize)> {
    (at(parts, p)? == Part::And).then_some(())?;
    let (above, next) = match at(parts, p + 1)? {
        Part::A => (1.0, p + 2),
        Part::Count(_) => below_hundred(parts, p + 1)?,
        _ => return None,
    };
    let (below, plural, next) = denominator(parts, next)?;
    // "... 10 and a third of the rest"
    let sense = if plural { above >= 2.0 } else { same(above, 1.0) } && at(parts, next) != Some(Part::Of);
    (sense && above < below).then_some(())?;
    parts[next - 1].used.map(|used| (above / below, used))
}

/// The digits behind "point": "zero three" → "03", "seventy-one" → "71".
fn decimals(parts: &[Placed], p: usize) -> Option<(String, usize)> {
    let (mut out, mut next) = (String::new(), p);
    while let Some((n, after)) = below_hundred(parts, next) {
        out.push_str(&written(n));
        next = after;
    }
    (!out.is_empty()).then_some((out, next))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;
    use crate::token;

    /// The first number in a text, and the words it takes.
    fn first(text: &str) -> Option<(Number, String)> {
        let tokens = token::tokens(text, Span::new(0, text.len()));
        (0..tokens.len()).find_map(|i| {
            let number = read(text, &tokens, i)?;
            let span = Span { start: tokens[i].span.start, end: tokens[i + number.tokens - 1].span.end };
            Some((number, span.of(text).to_owned()))
        })
    }

    fn value(text: &str) -> Option<f64> {
        first(text).and_then(|(number, _)| number.value)
    }

    fn all_say(cases: &[(&str, f64)]) {
        for (text, expected) in cases {
            let found = value(text).unwrap_or_else(|| panic!("{text}: no number"));
            assert!((found - expected).abs() <= 1e-9 * expected.abs().max(1e-9), "{text}: {found}, not {expected}");
        }
    }

    fn bounds(text: &str) -> Option<(f64, f64)> {
        first(text).and_then(|(number, _)| number.min.zip(number.max))
    }

    #[test]
    fn figures_say_their_value_however_they_are_grouped() {
        all_say(&[
            ("1,200.5", 1200.5),
            (".08", 0.08),
            ("40 000 people", 40_000.0),
            ("1\u{202f}234\u{202f}567.89", 1_234_567.89),
            ("1,3", 1.3),
            ("1e10", 1e10),
            ("12.32e+14", 12.32e14),
            ("12e-1", 1.2),
            ("2.5^-1", 0.4),
        ]);
        // One space and three digits, or it is another number.
        assert_eq!(value("40 00"), Some(40.0));
        assert_eq!(value("2020 300"), Some(2020.0));
    }

    #[test]
    fn addresses_ordinals_decades_and_lists_are_no_numbers() {
        for text in ["192.168.1.2", "17th", "1990s", "22,24,26,31", "9/11", "24/7", "1/6"] {
            assert!(first(text).is_none_or(|(_, words)| words != text), "{text}");
        }
        assert_eq!(value("192.168.1.2"), None);
        assert_eq!(value("22,24,26,31"), None);
    }

    #[test]
    fn a_minus_counts_where_it_touches_its_figure() {
        all_say(&[
            ("-5 degrees", -5.0),
            ("it fell to -4/5", -0.8),
            ("minus five", -5.0),
            ("negative one over 20", -0.05),
        ]);
        all_say(&[("ten - 5 of them", 10.0), ("- 5 people", 5.0), ("tested negative two days later", 2.0)]);
        assert_eq!(bounds("10-15"), Some((10.0, 15.0)));
    }

    #[test]
    fn magnitudes_may_be_glued_shortened_or_hyphened() {
        all_say(&[
            ("2.5 million", 2.5e6),
            ("10bn", 1e10),
            ("$10m", 1e7),
            ("10M", 1e7),
            ("10m people", 1e7),
            ("10k", 1e4),
            ("1.2b", 1.2e9),
            ("$ 1MM", 1e6),
            ("2mil", 2e6),
            ("10 tln", 1e13),
            ("$5-million", 5e6),
            ("13 lakh", 1.3e6),
            ("three lakh crore", 3e12),
            ("3 dzs", 36.0),
        ]);
        // Metres, a race, a network, a door.
        all_say(&[("10m", 10.0), ("5 m", 5.0), ("a 10k run", 10.0), ("5G", 5.0), ("flat 7B", 7.0), ("7.62mm", 7.62)]);
    }

    #[test]
    fn words_add_up_as_they_are_said() {
        all_say(&[
            ("twenty-one", 21.0),
            ("fifty - two", 52.0),
            ("two hundred and five", 205.0),
            ("two hundred and two thousand", 202_000.0),
            ("two thousand and two hundred", 2200.0),
            ("twenty-five hundred", 2500.0),
            ("twenty-one trillion three hundred", 21e12 + 300.0),
            ("half a dozen", 6.0),
            ("three dozens", 36.0),
            ("a dozen", 12.0),
            ("two hundred point zero three", 200.03),
            ("nought point eleven", 0.11),
            ("two point five million", 2.5e6),
        ]);
        // Two numbers, not one.
        all_say(&[("five million and six million", 5e6), ("twenty and three", 20.0), ("at one point two men", 1.0)]);
        all_say(&[("one hundred and two hundred", 100.0), ("fifty - two of them", 50.0)]);
        for text in ["one-on-one", "twenty-first", "fifty-fifty", "a missile"] {
            assert!(first(text).is_none_or(|(n, _)| n.rest.is_some()), "{text}: {:?}", first(text));
        }
    }

    #[test]
    fn fractions_are_read_with_their_whole() {
        all_say(&[
            ("two thirds", 2.0 / 3.0),
            ("two-thirds", 2.0 / 3.0),
            ("three quarters", 0.75),
            ("3/4", 0.75),
            ("2 1/4", 2.25),
            ("2½", 2.5),
            ("one and a half", 1.5),
            ("2 and a half", 2.5),
            ("three and a fifth", 3.2),
            ("twenty-three fifths", 4.6),
            ("a hundred and three quarters", 100.75),
            ("a hundred and thirty fifths", 26.0),
            ("a hundred thirty-fifths", 100.0 / 35.0),
            ("half a million", 5e5),
            ("three quarters of a million", 7.5e5),
            ("one and a half million", 1.5e6),
            ("a million and a half", 1.5e6),
            ("one over three", 1.0 / 3.0),
            ("one out of three", 1.0 / 3.0),
        ]);
        // Years, fiscal quarters and parts of a match are counted.
        all_say(&[
            ("one over 30 years", 1.0),
            ("$2000 over 3 years", 2000.0),
            ("two quarters", 2.0),
            ("the first three quarters profits fell", 3.0),
            ("a Boeing 737 800", 737.0),
            ("ten seconds", 10.0),
        ]);
    }

    #[test]
    fn half_a_third_and_a_quarter_are_shares_only_of_something() {
        all_say(&[
            ("a third of the town", 1.0 / 3.0),
            ("a quarter of voters", 0.25),
            ("fell by a fifth", 0.2),
            ("half of them", 0.5),
            ("half the town", 0.5),
            ("more than half people", 0.5),
        ]);
        for text in ["a third man", "and a fifth was hurt", "the second half of it", "cut in half", "a quarter final"] {
            assert_eq!(value(text), None, "{text}");
        }
    }

    #[test]
    fn a_unit_may_hang_on_a_number_in_words() {
        let (number, _) = first("a six-mile trip").expect("a number");
        assert_eq!((number.value, number.rest.as_deref()), (Some(6.0), Some("mile")));
        let (number, _) = first("a 10 million-dollar deal").expect("a number");
        assert_eq!((number.value, number.rest.as_deref()), (Some(1e7), Some("dollar")));
    }

    #[test]
    fn ranges_have_two_ends() {
        for (text, expected) in [
            ("10-15", (10.0, 15.0)),
            ("10 to 15", (10.0, 15.0)),
            ("between 10 and 15", (10.0, 15.0)),
            ("between one hundred and two hundred", (100.0, 200.0)),
            ("5 to 10 million", (5e6, 1e7)),
            ("two to three hundred thousand", (2e5, 3e5)),
            ("five or six hundred", (500.0, 600.0)),
            ("between ninety and one hundred", (90.0, 100.0)),
            ("$5 million to $10 million", (5e6, 1e7)),
            ("10% to 15%", (10.0, 15.0)),
            ("two or three", (2.0, 3.0)),
            ("ranging from 10 to 15", (10.0, 15.0)),
            ("rose 10 to 15 percent", (10.0, 15.0)),
        ] {
            assert_eq!(bounds(text), Some(expected), "{text}");
        }
        // Two figures each: a change, a list, a choice.
        for text in [
            "fell $2 to $80",
            "rose 15 to 400",
            "rose 15% to $400",
            "rose 15% to 400 tons",
            "rose from 10 to 15",
            "10 and 15",
            "ten or twenty",
            "15 to 10",
        ] {
            assert_eq!(bounds(text), None, "{text}");
        }
    }

    #[test]
    fn vague_counts_are_multiplied_too() {
        for (text, min, rank, words) in [
            ("several men", Some(3.0), 2, 1),
            ("several hundred men", Some(300.0), 5, 2),
            ("a few dozen men", Some(24.0), 4, 3),
            ("dozens of men", Some(24.0), 4, 2),
            ("tens of thousands of men", Some(2e4), 6, 4),
            ("hundreds of millions of men", Some(2e8), 6, 4),
            ("a majority of men", None, 5, 3),
            ("a wave of attacks", Some(2.0), 2, 3),
        ] {
            let tokens = token::tokens(text, Span::new(0, text.len()));
            let found = vague(&tokens, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found.min, found.vague, found.tokens), (min, Some(rank), words), "{text}");
        }
        for text in ["some 200 men", "some said so", "some half a dozen men", "a wave of anger"] {
            assert!(vague(&token::tokens(text, Span::new(0, text.len())), 0).is_none(), "{text}");
        }
    }

    /// To the last bit what the standard library makes of it.
    #[test]
    fn decimals_are_exact() {
        let shown = [
            "0",
            "7",
            "0.5",
            ".5",
            "5.",
            "3.14",
            "0.1",
            "2.675",
            "999999999999999",
            "0.000000000000001",
            "1.10000000000000000000000000",
        ];
        for digits in shown {
            for power in ["", "e0", "e1", "e-1", "e+7", "e-7", "e22", "e-7"] {
                let text = format!("{digits}{power}");
                assert_eq!(decimal(&text), text.parse().ok(), "{text}");
            }
        }
        for n in 0..100_000 {
            let text = format!("{}.{:03}", n / 1000, n % 1000);
            assert_eq!(decimal(&text), text.parse().ok(), "{text}");
        }
        for text in ["", ".", "e5", "1e", "1.2.3", "1,2", "-1", "1e99999", "one"] {
            assert_eq!(decimal(text), None, "{text}");
        }
        assert_eq!(decimal("0e999"), Some(0.0));
        assert_eq!(decimal("1e999"), Some(f64::INFINITY));
    }

    #[test]
    fn numbers_are_written_as_display_does() {
        for n in [0.0, 1.0, 1.5, 0.25, 12.125, 0.1, 1e15, 99.999_999] {
            assert_eq!(written(n), n.to_string());
        }
        assert_eq!((written(1.0 / 3.0), written(0.999_999_9)), ("0.333333".to_owned(), "1".to_owned()));
    }
}
