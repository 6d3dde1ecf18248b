//! Which line at the top of a page is the headline.
//!
//! Above it may stand menus, a masthead, a slogan, the weather, a section's name; below it a standfirst, the writer, the date.
//! A headline is about what the article is about: of the lines above the first paragraph that tells something it is the first
//! whose words come again below. A label of few words right above another such line is a label.
//!
//! Gets wrong: headlines in other words than the article's below a line in the article's words; labels of four words and
//! more that name the subject ("The war in the north").

use super::{furniture, stamp};
use crate::gather::Gather;
use crate::page::{Block, ends_sentence, is_prose_of, word_count};
use crate::report::FurnitureKind;
use crate::sorted::Set;
use crate::span::Span;
use crate::token;

/// How many blocks from the top are looked through.
const REACH: usize = 16;

/// The most words of a headline.
const LONGEST: usize = 30;

/// The most words of a label above a headline.
const LABEL: usize = 3;

/// How many blocks of the article are read for its words.
const BODY: usize = 60;

/// The place of the headline among the blocks of a page that does not mark it, and of the first paragraph below it. `words`:
/// how many each block has.
pub(super) fn find(text: &str, blocks: &[Block], words: &[usize]) -> (Option<usize>, usize) {
    let tells = |i: usize| blocks[i].role.is_none() && is_prose_of(words[i], blocks[i].span.of(text));
    if blocks.iter().any(|b| b.role == Some(super::Role::Headline)) {
        return (None, (0..blocks.len()).find(|&i| tells(i)).unwrap_or(blocks.len()));
    }
    let top = &blocks[..blocks.len().min(REACH)];
    let signed = |i: usize| {
        let mut next = top[i + 1..].iter().zip(&words[i + 1..]).take(2);
        next.any(|(b, words)| stamp(text, b.span, *words).is_some() || furniture::byline(text, b.span, true).is_some())
    };
    let mut lines: Vec<usize> = Vec::new();
    let mut end = top.len();
    let mut written = false;
    for (i, block) in top.iter().enumerate() {
        let span = block.span;
        let words = words[i];
        if block.role.is_some() {
            continue;
        }
        if stamp(text, span, words).is_some() || furniture::byline(text, span, true).is_some() {
            written |= !lines.is_empty();
            continue;
        }
        let prose = is_prose_of(words, span.of(text));
        let asks = words <= LONGEST && span.of(text).ends_with(['?', '!']);
        // "Two die in fire." is a headline where the writer or the day follows, the first paragraph else.
        let stopped = lines.is_empty() && words <= 15 && signed(i);
        if prose && !asks && !stopped {
            end = i;
            break;
        }
        if !is_furniture(text, span, words) && words > 1 && words <= LONGEST && !(asks && written) {
            lines.push(i);
        }
    }
    let body = (end..blocks.len()).find(|&i| tells(i)).unwrap_or(blocks.len());
    // Where there is one line, there is no choice.
    if let [only] = lines[..]
        && words[only] > 2
    {
        return (Some(only), body);
    }
    let below = keys(text, blocks[end..].iter().filter(|b| b.role.is_none()).take(BODY).map(|b| b.span));
    let about = |i: &usize| {
        let own = keys(text, std::iter::once(blocks[*i].span));
        let again = own.shared(&below);
        again >= 2 && again * 4 >= own.len()
    };
    let words = |i: usize| words[i];
    let named: Vec<usize> = lines.iter().copied().filter(about).gather();
    let label = |i: usize| words(i) <= LABEL || is_shouted(blocks[i].span.of(text)) && words(i) <= LABEL + 1;
    let found = match named[..] {
        [first, second, ..] if label(first) && second == first + 1 && words(second) > words(first) => Some(second),
        [first, ..] => Some(first),
        [] => None,
    };
    (found.or_else(|| lines.iter().copied().find(|&i| words(i) > 2)), body)
}

/// What no headline is.
fn is_furniture(text: &str, line: Span, words: usize) -> bool {
    let printed = line.of(text);
    // "Explainer: what the ruling means" may well be one.
    let known = furniture::line_of(text, line, words).is_some_and(|l| l.kind != FurnitureKind::Teaser || words < 5);
    // "09.15 Result announced" is an entry of a live page.
    let clock = token::opening(text, line, 2)
        .first()
        .is_some_and(|t| t.kind == token::Kind::Figure && t.lower.contains(['.', ':']));
    known
        || clock
        || furniture::is_path(printed)
        || furniture::is_menu(text, line)
        || furniture::is_masthead(text, line)
        || banner(text, line).is_some()
        || !printed.contains(char::is_alphabetic)
}

/// The name on a banner, an outlet's name and what it says of itself, or a section: "THE EXAMPLE — news from the harbour", "The
/// Example | Opinion".
pub(super) fn banner(text: &str, line: Span) -> Option<Span> {
    let printed = line.of(text);
    let (at, mark) = [" — ", " – ", " | ", " - "].iter().find_map(|m| printed.find(m).map(|at| (at, m)))?;
    let name = Span::new(line.start as usize, line.start as usize + at).trim(text);
    let says = &printed[at + mark.len()..];
    let titled = token::tokens(text, name).iter().all(|t| !t.is_word() || t.capital || t.is_any(&["of", "and", "the"]));
    let is_section = |line: Span| furniture::line(text, line).is_some_and(|l| l.kind == FurnitureKind::Section);
    let section = Span::new(line.end as usize - says.len(), line.end as usize).trim(text);
    if *mark == " | " && titled && word_count(text, name) <= 4 && is_section(section) && !is_section(name) {
        return Some(name);
    }
    let fits = titled && word_count(text, name) <= 4 && says.starts_with(char::is_lowercase) && !ends_sentence(says);
    (fits && (is_shouted(name.of(text)) || furniture::is_outlet_name(text, name))).then_some(name)
}

/// In capitals only.
fn is_shouted(printed: &str) -> bool {
    printed.contains(char::is_uppercase) && !printed.contains(char::is_lowercase)
}

/// The beginnings of the words that say something: "capsizes" and "capsized" meet.
fn keys(text: &str, spans: impl Iterator<Item = Span>) -> Set<String> {
    let mut found = Set::new();
    for span in spans {
        for token in token::opening(text, span, 200) {
            let long = token.lower.chars().count() > 2 || !token.is_word();
            if long && token.lower.contains(char::is_alphanumeric) && !token.is_stop_word() {
                found.insert(token.lower.chars().take(5).collect());
            }
        }
    }
    found
}
