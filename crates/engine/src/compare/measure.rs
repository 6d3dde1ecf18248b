//! What a figure measures, by the words beside it: "a turnout of 61 percent", "the fee is $3 million", "$3 million in fines",
//! "the $3 million fee", "shares fell 4 percent", "Doe won 51 percent", "jailed for six years".
//!
//! Gets wrong: nouns that stand farther away, and two measures under one noun (the price of two things).

use crate::document::Document;
use crate::lexicon;
use crate::mention::quantity::{self, Quantity};
use crate::mention::spelling;
use crate::token::{self, Token};

/// What a figure measures.
pub(super) struct Measure {
    /// Equal where two figures measure the same by their words.
    pub(super) of: String,
    /// How many words must stand near both figures.
    pub(super) enough: usize,
}

/// Words between a noun and its measure.
const LINKS: [&str; 26] = [
    "was", "is", "were", "are", "be", "been", "at", "to", "stood", "stands", "reached", "reaches", "rose", "fell",
    "hit", "climbed", "totalled", "totaled", "totals", "has", "had", "have", "will", "would", "exceeded", "remains",
];

/// Words of what was destroyed or is not earned.
const LOSSES: [&str; 6] = ["loss", "losses", "damage", "damages", "lose", "loses"];

/// Nouns in front of "of" that say nothing of what is measured.
const EMPTY: [&str; 21] = [
    "total", "sum", "average", "mean", "minimum", "maximum", "amount", "part", "rest", "most", "majority", "number",
    "figure", "value", "record", "worth", "period", "out", "one", "first", "list",
];

const FALLS: [&str; 24] = [
    "fell", "fall", "falls", "falling", "dropped", "drop", "drops", "declined", "decline", "slumped", "slump",
    "plunged", "plunge", "sank", "sink", "slid", "slipped", "tumbled", "lost", "down", "lower", "dipped", "shed",
    "loses",
];

const RISES: [&str; 20] = [
    "rose",
    "rise",
    "rises",
    "jumped",
    "jump",
    "jumps",
    "climbed",
    "climbs",
    "gained",
    "gains",
    "gain",
    "surged",
    "surge",
    "soared",
    "up",
    "higher",
    "rallied",
    "advanced",
    "grew",
    "increased",
];

/// Verbs by which somebody gets votes or a share.
const GETS: [&str; 16] = [
    "won",
    "wins",
    "took",
    "takes",
    "got",
    "gets",
    "gave",
    "received",
    "obtained",
    "scored",
    "polled",
    "secured",
    "holds",
    "had",
    "has",
    "collected",
];

/// What `quantity` measures; none where the words beside it do not say.
pub(super) fn of(document: &Document<'_>, quantity: &Quantity) -> Option<Measure> {
    let tokens = &document.sentences[quantity.sentence].tokens;
    let begin = tokens.iter().position(|t| t.span.start >= quantity.span.start)?;
    let end = tokens.iter().position(|t| t.span.start >= quantity.span.end).unwrap_or(tokens.len());
    let unit = quantity.unit.as_deref();
    // "A magnitude of 6.1", "magnitude 6.1", "6.1-magnitude"
    let near = tokens[begin.saturating_sub(2)..begin].iter().any(|t| t.is("magnitude"));
    if unit == Some("magnitude") || unit.is_none() && near {
        return Some(Measure { of: "magnitude".to_owned(), enough: 3 });
    }
    if let Some(unit) = unit {
        if matches!(unit, "year" | "month") {
            return prison(tokens, begin, end);
        }
        if unit == "percent"
            && let Some(way) = moves(tokens, begin, end)
        {
            return Some(way);
        }
    }
    // "The losses in crops at $3 million", "damage was put at $3 million"
    let near_left = tokens[begin.saturating_sub(8)..begin].iter().any(|t| t.is_any(&LOSSES));
    if near_left && unit.is_some_and(quantity::is_money) {
        return Some(Measure { of: format!("{} lost", quantity.class), enough: 1 });
    }
    if let Some(whose) = getter(tokens, begin, end, quantity) {
        return Some(whose);
    }
    let before = begin.checked_sub(1)?;
    if tokens[before].is("of") {
        return named(tokens, before.checked_sub(1)?, quantity);
    }
    unit?;
    // "The reverse termination fee is $260 million"
    let linked = (0..begin).rev().take(4).take_while(|&k| is_link(&tokens[k])).last();
    if let Some(k) = linked.filter(|&k| !tokens[k..begin].iter().all(|t| t.is_any(&["at", "to", "has", "had", "have"])))
    {
        return named(tokens, k.checked_sub(1)?, quantity);
    }
    // "A $180 million break fee"
    let head = quantity.head.and_then(|h| tokens.iter().position(|t| t.span == h));
    let money = unit.is_some_and(quantity::is_money);
    if let Some(measure) = head.filter(|_| money).and_then(|h| named(tokens, h, quantity)) {
        return Some(measure);
    }
    // "$450 million of synergies", "$450 million a year in savings"
    let year = usize::from(tokens.get(end).is_some_and(|t| t.is_any(&["a", "per"]))) * 2;
    let joined = tokens.get(end + year).is_some_and(|t| t.is_any(&["of", "in"]));
    if joined && money {
        let from = end + year + 1;
        let phrase = (from..tokens.len().min(from + 4)).take_while(|&k| tokens[k].is_word() && !tokens[k].capital);
        let last = phrase.take_while(|&k| !lexicon::is_stop_word(&tokens[k].lower)).last()?;
        return named(tokens, last, quantity);
    }
    None
}

fn is_link(token: &Token) -> bool {
    token.is_any(&LINKS) || token.lower.ends_with("ly") && !token.capital
}

/// By a common noun.
fn named(tokens: &[Token], k: usize, quantity: &Quantity) -> Option<Measure> {
    let token = &tokens[k];
    let plain = token.is_word() && !(token.capital && k > 0) && !lexicon::is_stop_word(&token.lower);
    (plain && !token.is_any(&EMPTY) && !quantity::is_unit(&token.lower)).then_some(())?;
    Some(Measure { of: format!("{} {}", quantity.class, token::keys(token).last()?), enough: 1 })
}

/// "Fell 4 percent", "was down 4 percent", "4 percent lower": what moves must share more words.
fn moves(tokens: &[Token], begin: usize, end: usize) -> Option<Measure> {
    let by = begin.checked_sub(1).filter(|&k| tokens[k].is("by")).unwrap_or(begin);
    let beside = by.checked_sub(1).map(|k| &tokens[k]).into_iter().chain(tokens.get(end).filter(|t| t.is_word()));
    for token in beside {
        let way = if token.is_any(&FALLS) {
            "falls"
        } else if token.is_any(&RISES) {
            "rises"
        } else {
            continue;
        };
        return Some(Measure { of: way.to_owned(), enough: 1 });
    }
    None
}

/// "Doe won 51 percent", "51 percent for Doe": whose it is.
fn getter(tokens: &[Token], begin: usize, end: usize, quantity: &Quantity) -> Option<Measure> {
    let votes =
        quantity.unit.as_deref() == Some("percent") || quantity.class == "of:~vote" || quantity.class == "of:vote";
    votes.then_some(())?;
    let name =
        |k: usize| tokens.get(k).filter(|t| t.capital && t.is_word() && lexicon::country(&t.lower, true).is_none());
    let verb = begin.checked_sub(1).filter(|&k| tokens[k].is_any(&GETS));
    let front = verb.and_then(|k| k.checked_sub(1)).and_then(name);
    // "Gave Doe 51 percent"
    let given = || {
        let run = (0..begin).rev().take(4).take_while(|&k| name(k).is_some()).last()?;
        run.checked_sub(1)
            .filter(|&k| tokens[k].is_any(&["gave", "give", "gives"]))
            .and(begin.checked_sub(1))
            .and_then(name)
    };
    let behind = || {
        tokens.get(end).filter(|t| t.is("for"))?;
        (end + 1..end + 4).take_while(|&k| name(k).is_some()).last().and_then(name)
    };
    let whose = front.or_else(given).or_else(behind)?;
    Some(Measure { of: format!("{} by {}", quantity.class, spelling::fold(token::keys(whose).last()?)), enough: 1 })
}

/// How long somebody is sent to prison for; what is only asked for, or could be, is another measure.
fn prison(tokens: &[Token], begin: usize, end: usize) -> Option<Measure> {
    let near = &tokens[begin.saturating_sub(8)..tokens.len().min(end + 4)];
    let locked = near.iter().any(|t| {
        t.is_any(&[
            "prison",
            "jail",
            "jailed",
            "imprisoned",
            "imprisonment",
            "sentenced",
            "sentence",
            "bars",
            "custody",
        ])
    });
    locked.then_some(())?;
    let open = tokens[begin.saturating_sub(12)..tokens.len().min(end + 4)].iter().any(|t| {
        t.is_any(&[
            "up",
            "maximum",
            "could",
            "may",
            "might",
            "face",
            "faces",
            "faced",
            "facing",
            "sought",
            "seek",
            "seeking",
            "asked",
            "demanded",
            "requested",
            "suspended",
            "probation",
            "served",
            "serve",
            "serving",
            "minimum",
            "parole",
            "after",
            "ago",
            "later",
        ])
    });
    (!open).then(|| Measure { of: "prison".to_owned(), enough: 2 })
}
