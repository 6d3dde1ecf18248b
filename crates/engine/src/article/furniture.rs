//! Page furniture: what a web page puts around and into an article.
//!
//! Gets wrong: site phrases that no list has, and captions that are whole sentences without a credit.

use crate::lexicon;
use crate::report::FurnitureKind;
use crate::span::Span;
use crate::token::{self, Token};

/// Lower case, straight apostrophes, single spaces, no final punctuation.
fn fold(line: &str) -> String {
    let line = line.to_lowercase().replace('’', "'");
    let words: Vec<&str> = line.split_whitespace().collect();
    words
        .join(" ")
        .trim_matches(|c: char| matches!(c, '.' | ':' | '*' | '|' | '>' | '»' | '›' | '…' | '-' | '–' | '—' | ' '))
        .to_owned()
}

/// The kind of furniture that a whole line is.
pub(super) fn line(text: &str, block: Span) -> Option<FurnitureKind> {
    let printed = block.of(text);
    let folded = fold(printed);
    let words = folded.split(' ').count();
    if folded.is_empty() {
        return Some(FurnitureKind::Navigation);
    }
    if !folded.chars().any(char::is_alphanumeric) {
        return Some(FurnitureKind::Navigation);
    }
    if is_credit(printed) {
        return Some(FurnitureKind::Byline);
    }
    let begins = |pattern: &str| {
        let bare = pattern.trim_end_matches(':');
        let Some(rest) = folded.strip_prefix(bare) else { return false };
        // "READ: …" needs its colon: "Read a sentence" is prose.
        if pattern.ends_with(':') { rest.starts_with(':') } else { !rest.starts_with(char::is_alphanumeric) }
    };
    lexicon::furniture()
        .iter()
        .find(|rule| match rule.how {
            '=' => folded == rule.words,
            '^' => words <= 40 && begins(rule.words),
            _ => words <= 30 && folded.contains(rule.words),
        })
        .map(|rule| rule.kind)
}

/// "(Reporting by … ; Editing by …)"
fn is_credit(line: &str) -> bool {
    let inner = line.trim_start_matches(['(', '[']).to_lowercase();
    ["reporting by ", "additional reporting by ", "editing by ", "writing by ", "compiled by "]
        .iter()
        .any(|p| inner.starts_with(p))
}

/// The name on a byline. Bylines stand at the top or at the end; elsewhere "By …" opens a sentence.
pub(super) fn byline(text: &str, block: Span, at_an_end: bool) -> Option<Span> {
    let printed = block.of(text);
    let words = printed.split_whitespace().count();
    if !at_an_end || !(2..=12).contains(&words) {
        return None;
    }
    let tokens = token::tokens(text, block);
    let lead = match tokens.first() {
        Some(t) if t.is("by") => 1,
        Some(t)
            if t.is_any(&["written", "story", "reported", "author"])
                && tokens.get(1).is_some_and(|t| t.is_any(&["by", ":"])) =>
        {
            2
        }
        _ => return None,
    };
    let ended = printed.ends_with('.') && words > 6;
    let named = tokens.get(lead).is_some_and(|t| t.is_word() && t.capital);
    if ended || !named {
        return None;
    }
    // Up to the first mark: "By Jo Doe, Staff writer | Updated 5 p.m."
    let last = tokens[lead..].iter().take_while(|t| t.is_word() && !t.is("for") || t.is(".")).last()?;
    Some(Span { start: tokens[lead].span.start, end: last.span.end }.trim(text))
}

/// Words that names of outlets carry and names of people do not.
const OUTLET_WORDS: [&str; 42] = [
    "news",
    "times",
    "post",
    "press",
    "agency",
    "media",
    "newspaper",
    "tribune",
    "herald",
    "gazette",
    "journal",
    "chronicle",
    "observer",
    "guardian",
    "telegraph",
    "daily",
    "weekly",
    "magazine",
    "today",
    "monitor",
    "review",
    "english",
    "online",
    "network",
    "tv",
    "television",
    "radio",
    "broadcasting",
    "wire",
    "newswire",
    "newsroom",
    "desk",
    "staff",
    "bureau",
    "reporter",
    "mirror",
    "express",
    "standard",
    "globe",
    "independent",
    "digest",
    "bulletin",
];

/// True where a name carries a word of outlets' names, or is an abbreviation in capitals.
pub(super) fn is_outlet_name(text: &str, name: Span) -> bool {
    let tokens = token::tokens(text, name);
    let words: Vec<&Token> = tokens.iter().filter(|t| t.is_word()).collect();
    let shouted = |t: &Token| (2..=5).contains(&t.span.len()) && t.span.of(text).chars().all(char::is_uppercase);
    words.iter().any(|t| t.is_any(&OUTLET_WORDS)) || (words.len() == 1 && shouted(words[0]))
}

/// Parts "Headline | Outlet" and "Headline - Outlet News".
pub(super) fn site_name(text: &str, line: Span) -> (Span, Option<Span>) {
    let printed = line.of(text);
    for separator in [" | ", " - ", " – ", " — "] {
        let Some(at) = printed.rfind(separator) else { continue };
        let name = Span::new(line.start as usize + at + separator.len(), line.end as usize).trim(text);
        let head = Span::new(line.start as usize, line.start as usize + at).trim(text);
        let words = name.of(text).split_whitespace().count();
        if (1..=5).contains(&words) && head.of(text).split_whitespace().count() >= 3 && is_outlet_name(text, name) {
            return (head, Some(name));
        }
    }
    (line, None)
}

/// Who holds the copyright: "Copyright 2023 Someone Inc. All rights reserved."
pub(super) fn copyright_holder(text: &str, block: Span) -> Option<Span> {
    let tokens = token::tokens(text, block);
    let mut i = 0;
    while tokens.get(i).is_some_and(|t| !t.is_word() || t.is_any(&["copyright", "c", "by"])) {
        i += 1;
    }
    // Only a line that names a year or says "copyright" in front of the name.
    (i > 0).then_some(())?;
    let first = tokens.get(i)?;
    let mut end = first.span.end;
    let mut words = 0;
    for token in &tokens[i..] {
        let part_of_name = token.is_word() && token.capital && !token.is("all") || token.is_any(&["&", "of", "the"]);
        if !part_of_name || words == 6 {
            // "Inc." keeps its full stop.
            if token.is(".") && tokens[i..].iter().any(|t| t.span.end == end && t.is_any(&["inc", "co", "corp", "ltd"]))
            {
                end = token.span.end;
            }
            break;
        }
        words += 1;
        end = token.span.end;
    }
    (words > 0 && first.capital).then_some(Span { start: first.span.start, end })
}

/// A place and agency in front of a paragraph.
pub(super) struct Dateline {
    pub(super) span: Span,
    pub(super) agency: Option<Span>,
}

/// "LONDON, Nov 22 (Agency) - " or "LONDON — " at the head of a paragraph.
pub(super) fn dateline(text: &str, block: Span) -> Option<Dateline> {
    let tokens = token::opening(text, block, 16);
    let shouted = tokens
        .first()
        .is_some_and(|t| t.is_word() && t.span.len() > 2 && t.span.of(text).chars().all(char::is_uppercase));
    let dash = tokens.iter().take(16).position(|t| t.is_any(&["-", "–", "—"]))?;
    let open = tokens[..dash].iter().position(|t| t.is("("));
    let close = tokens[..dash].iter().position(|t| t.is(")"));
    let spaced = text[..tokens[dash].span.start as usize].ends_with([' ', '\u{a0}', ')', '-']);
    let agency = match (open, close) {
        (Some(open), Some(close)) if close + 1 == dash || close + 2 == dash => {
            (open + 1 < close).then(|| Span { start: tokens[open + 1].span.start, end: tokens[close - 1].span.end })
        }
        _ => None,
    };
    let place_only = tokens[..open.unwrap_or(dash)].iter().all(|t| !t.is_word() || t.capital);
    let fits = spaced && place_only && (agency.is_some() || shouted && dash <= 6);
    fits.then(|| Dateline { span: Span { start: block.start, end: tokens[dash].span.end }, agency })
}

/// Words that make a line of capitalised words before a colon a label rather than a speaker.
const LABEL_WORDS: [&str; 22] = [
    "why",
    "what",
    "how",
    "when",
    "where",
    "who",
    "more",
    "the",
    "it",
    "context",
    "background",
    "key",
    "facts",
    "update",
    "takeaways",
    "details",
    "note",
    "summary",
    "analysis",
    "context",
    "news",
    "next",
];

/// "Why It Matters:" in front of a paragraph.
pub(super) fn label(text: &str, block: Span) -> Option<Span> {
    let tokens = token::opening(text, block, 7);
    let colon = tokens.iter().take(6).position(|t| t.is(":"))?;
    let words = &tokens[..colon];
    let titled = words.iter().all(|t| t.is_word() && t.capital)
        || words.first().is_some_and(|t| t.capital) && words.len() > 1 && words[0].is_any(&LABEL_WORDS);
    let label = (1..=5).contains(&words.len()) && titled && words.iter().any(|t| t.is_any(&LABEL_WORDS));
    let goes_on = tokens.get(colon + 1).is_some_and(|t| t.capital || !t.is_word());
    (label && goes_on).then(|| Span { start: block.start, end: tokens[colon].span.end })
}

/// "READ MORE HERE" or "READ: …" behind the last sentence of a paragraph.
pub(super) fn closing_teaser(text: &str, block: Span) -> Option<Span> {
    const LEADS: [&str; 8] =
        ["READ MORE", "READ:", "READ ALSO", "ALSO READ", "SEE ALSO", "WATCH:", "Read more", "Read also"];
    let printed = block.of(text);
    let at = LEADS.iter().filter_map(|lead| printed.rfind(lead)).max()?;
    let head = printed[..at].trim_end();
    let ended = head.is_empty() || head.ends_with(['.', '!', '?', '”', '"', '’', ')', '…']);
    (ended && printed[at..].split_whitespace().count() <= 20)
        .then(|| Span::new(block.start as usize + at, block.end as usize))
}
