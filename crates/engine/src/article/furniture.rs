//! Page furniture: what a web page puts around and into an article.
//!
//! What is in a list of phrases (`data/furniture.txt`) is found by its words; the rest by its form: a line without a full stop,
//! a credit between strokes, a line said twice, a paragraph that begins with the writer's name, words to the reader of a page.
//!
//! Gets wrong: site phrases that no list has and no form shows, and captions that are whole sentences without a credit.

use crate::dates;
use crate::gather::Gather;
use crate::letters;
use crate::lexicon;
use crate::page::{ends_sentence, word_count};
use crate::report::FurnitureKind;
use crate::span::Span;
use crate::token::{self, Token, lower_case};

/// Lower case, straight apostrophes, `#` for a number, single spaces, no final punctuation.
fn fold(line: &str) -> String {
    let mut folded = Vec::with_capacity(line.len());
    let mut at = 0;
    loop {
        let plain = |byte: &&u8| matches!(byte, b'!'..=b'/' | b':'..=0x7f);
        let end = at + line.as_bytes()[at..].iter().take_while(plain).count();
        folded.extend_from_slice(&line.as_bytes()[at..end]);
        let Some(c) = line[end..].chars().next() else { break };
        at = end + c.len_utf8();
        match c {
            '’' => folded.push(b'\''),
            '0'..='9' if folded.last() == Some(&b'#') => {}
            '0'..='9' => folded.push(b'#'),
            _ if c.is_whitespace() && folded.last() == Some(&b' ') => {}
            _ if c.is_whitespace() => folded.push(b' '),
            _ => letters::lower(c).for_each(|c| folded.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes())),
        }
    }
    folded.make_ascii_lowercase();
    let mut folded = String::from_utf8(folded).unwrap_or_default();
    let bare = |c: char| {
        matches!(c, '.' | ':' | '*' | '|' | '>' | '»' | '›' | '…' | '-' | '–' | '—' | ' ' | '(' | ')' | '[' | ']')
    };
    folded.truncate(folded.trim_end_matches(bare).len());
    folded.drain(..folded.len() - folded.trim_start_matches(bare).len());
    folded
}

/// What a whole line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) kind: FurnitureKind,
    /// Nothing below it is the article's: readers' comments begin.
    pub(super) foot: bool,
    /// It names what the next line is ("Image caption,").
    pub(super) label: bool,
}

/// The kind of furniture that a whole line is.
pub(super) fn line(text: &str, block: Span) -> Option<Line> {
    line_of(text, block, word_count(text, block))
}

/// The same of a line whose words are counted.
pub(super) fn line_of(text: &str, block: Span, words: usize) -> Option<Line> {
    let printed = block.of(text);
    let of = |kind| Some(Line { kind, foot: false, label: false });
    // Longer ones are no line of a page's; what is cheap on a line is not on a megabyte.
    if block.len() > LONGEST_LINE {
        return None;
    }
    if !printed.contains(|c: char| c.is_alphanumeric() || c == '#') {
        return of(FurnitureKind::Navigation);
    }
    if is_credit(printed) {
        return of(FurnitureKind::Byline);
    }
    // Most paragraphs have more words than a phrase of the list may stand among.
    let folded = if words <= LONGEST_PHRASED { fold(printed) } else { String::new() };
    let begins = |pattern: &str| {
        let (bare, colon) = pattern.strip_suffix(':').map_or((pattern, false), |bare| (bare, true));
        let Some(rest) = folded.strip_prefix(bare) else { return false };
        // "READ: …" needs its colon: "Read a sentence" is prose.
        if colon { rest.starts_with(':') } else { !rest.starts_with(char::is_alphanumeric) }
    };
    let rule = lexicon::furniture().find(&folded, words <= 40, &|rule| match rule.how {
        '=' => folded == rule.words,
        '^' => begins(rule.words),
        _ => words <= 30 && !printed.ends_with('.') && begins(rule.words),
    });
    if let Some(rule) = rule {
        let label = rule.kind == FurnitureKind::Caption && printed.ends_with([',', ':']) && words <= 3;
        return Some(Line { kind: rule.kind, foot: rule.foot, label });
    }
    if is_picture_credit(printed) || ends_in_credit(printed) {
        return of(FurnitureKind::Caption);
    }
    if invites(text, block, &folded) {
        return of(FurnitureKind::Form);
    }
    None
}

/// How many words a line that begins with a phrase of the list has at most.
const LONGEST_PHRASED: usize = 60;

/// The longest line that is looked at whole, in bytes.
const LONGEST_LINE: u32 = 2000;

/// "Smoke over the hills. Jo Doe/Agency": no full stop at the end, and a stroke between names near it.
///
/// Gets wrong: a line that ends in alternatives with capitals ("the Minsk/Kyiv format").
fn is_picture_credit(line: &str) -> bool {
    let open = !ends_sentence(line);
    let Some(at) = line.rfind('/').filter(|_| open && !line.contains("://")) else { return false };
    let (before, after) = (&line[..at], &line[at + 1..]);
    let named = after.starts_with(char::is_uppercase) && after.split_whitespace().count() <= 4;
    let last = before.split_whitespace().next_back().unwrap_or_default();
    named && before.ends_with(char::is_alphabetic) && last.starts_with(|c: char| c.is_uppercase() || c == '(')
}

/// Words of a picture's credit.
const CREDIT_WORDS: [&str; 17] = [
    "illustration",
    "sketch",
    "archive",
    "photo",
    "photos",
    "photograph",
    "picture",
    "pictures",
    "pic",
    "image",
    "images",
    "file",
    "handout",
    "courtesy",
    "screenshot",
    "video",
    "graphic",
];

/// "People wait at the pier on Monday. PHOTO | JO DOE": behind the last sentence a few words without a full stop,
/// one of them a word of credits, or capitals with a stroke.
///
/// Gets wrong: paragraphs that end in such words and lost their full stop.
fn ends_in_credit(line: &str) -> bool {
    let tail = |at: usize| line[at..].trim_start_matches(['.', '!', '?', '”', '"', '\'', '’', ')']).trim();
    let Some(rest) = line.rfind(['.', '!', '?']).map(tail).filter(|r| !r.is_empty() && !ends_sentence(r)) else {
        return false;
    };
    let words: Vec<&str> = rest.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).gather();
    let credit = |w: &str| CREDIT_WORDS.iter().any(|c| c.eq_ignore_ascii_case(w));
    let shouted = rest.contains(char::is_uppercase) && !rest.contains(char::is_lowercase);
    let first = words.first().is_some_and(|w| w.starts_with(char::is_uppercase));
    let parted = line[..line.len() - rest.len()].ends_with(char::is_whitespace);
    let named = words.iter().copied().any(credit) || shouted && rest.contains(['|', '/']);
    parted && (1..=8).contains(&words.len()) && (shouted || first) && named
}

/// "Companies: Example Inc, Sample Ltd", "Topics: Fire, Weather": a word and what stands under it, no sentence.
pub(super) fn is_index(text: &str, line: Span) -> bool {
    if line.len() > LONGEST_LINE || ends_sentence(line.of(text)) {
        return false;
    }
    let tokens = token::tokens(text, line);
    let Some(colon) = tokens.iter().take(3).position(|t| t.is(":")).filter(|&at| at > 0) else { return false };
    let listed = &tokens[colon + 1..];
    let named = |t: &Token| !t.is_word() || t.capital || t.is_any(&["and", "of", "the", "in"]);
    tokens[0].capital && !listed.is_empty() && listed.iter().all(named) && listed.iter().any(Token::is_word)
}

/// Words that a page uses of itself and of what it asks of its readers.
const SITE_WORDS: [&str; 33] = [
    "subscribe",
    "subscriber",
    "subscribers",
    "subscribing",
    "subscription",
    "newsletter",
    "newsletters",
    "inbox",
    "browser",
    "website",
    "site",
    "cookies",
    "javascript",
    "account",
    "journalism",
    "comments",
    "comment",
    "email",
    "e-mail",
    "app",
    "crossword",
    "articles",
    "membership",
    "donation",
    "settings",
    "login",
    "password",
    "podcast",
    "alerts",
    "notifications",
    "quiz",
    "briefing",
    "page",
];

/// A paragraph that speaks to the reader of the page itself: "You have 2 free articles left. Subscribe to keep reading."
///
/// Gets wrong: advice about websites ("Change your password, the bank said"), unless it is quoted or says who says it.
fn invites(text: &str, block: Span, folded: &str) -> bool {
    // What neither speaks to a reader nor orders need not be cut into words.
    let mut pieces = folded.as_bytes().split(|b| !b.is_ascii_alphanumeric());
    let first = pieces.next().unwrap_or_default();
    let orders = [&ORDERS[..], &AMBIGUOUS_ORDERS].iter().any(|list| list.iter().any(|order| order.as_bytes() == first));
    let speaks = |piece: &[u8]| matches!(piece, b"you" | b"your" | b"our" | b"us" | b"my" | b"please");
    if !orders && !speaks(first) && !pieces.any(speaks) {
        return false;
    }
    // "E-mail" is two here.
    let mut pieces = folded.split(|c: char| !c.is_alphanumeric());
    if !folded.contains('@') && !pieces.any(|piece| piece == "mail" || SITE_WORDS.contains(&piece)) {
        return false;
    }
    let Some(tokens) = unreported(text, block) else { return false };
    let site = tokens.iter().any(|t| t.is_any(&SITE_WORDS)) || block.of(text).contains('@');
    let order = tokens.first().is_some_and(|t| t.is_any(&ORDERS) || t.is_any(&AMBIGUOUS_ORDERS));
    site && (speaks_to_reader(&tokens) || order)
}

/// Below the article: a sentence that orders, beside one that speaks to the reader or short ("Get the Brief."), or an address
/// to write to. Inside an article the same words may be advice that it reports.
///
/// Gets wrong: an article that ends with its own advice ("Follow the signs.").
pub(super) fn addresses(text: &str, block: Span) -> bool {
    let opens = |word: &str| ORDERS.iter().chain(&REQUESTS).any(|order| order.eq_ignore_ascii_case(word));
    let printed = block.of(text);
    let mut words = printed.split(|c: char| !c.is_alphanumeric()).filter(|w| w.starts_with(char::is_uppercase));
    if !printed.contains('@') && !words.any(opens) {
        return false;
    }
    let Some(tokens) = unreported(text, block) else { return false };
    let ends = |t: &Token| t.is_any(&[".", "?", "!"]);
    let mut starts = (0..tokens.len()).filter(|&i| i == 0 || ends(&tokens[i - 1]));
    let order = |i: usize| {
        let length = tokens[i..].iter().take_while(|t| !ends(t)).count();
        let reader = speaks_to_reader(&tokens);
        tokens[i].capital
            && (tokens[i].is_any(&ORDERS) && (length <= 6 || reader) || reader && tokens[i].is_any(&REQUESTS))
    };
    starts.any(order) || block.of(text).contains('@')
}

/// The words of a short paragraph that neither quotes nor says who says it.
fn unreported(text: &str, block: Span) -> Option<Vec<Token<'_>>> {
    if word_count(text, block) > 45 {
        return None;
    }
    let tokens = token::tokens(text, block);
    let quoted = tokens.iter().any(|t| t.is_any(&["\"", "“", "”", "‘", "«", "„"]));
    let says = |i: usize| tokens[i].is_word() && tokens[i].say_verb().is_some();
    // "Tell us what you think" is no report.
    let told = (1..tokens.len()).any(|i| says(i) && tokens[i - 1].is_word());
    (!quoted && !told).then_some(tokens)
}

fn speaks_to_reader(tokens: &[Token]) -> bool {
    tokens.iter().any(|t| t.is_any(&["you", "your", "our", "us", "my", "please"]))
}

/// Verbs that open an order to a reader, and hardly another sentence.
const ORDERS: [&str; 20] = [
    "subscribe",
    "sign",
    "log",
    "join",
    "download",
    "become",
    "register",
    "follow",
    "get",
    "try",
    "enter",
    "enjoy",
    "scroll",
    "click",
    "tap",
    "please",
    "activate",
    "contact",
    "donate",
    "listen",
];

/// Verbs that ask something of a reader where the paragraph speaks to one.
const REQUESTS: [&str; 16] = [
    "email", "write", "send", "call", "text", "help", "give", "read", "watch", "visit", "check", "tell", "support",
    "share", "got", "have",
];

/// Those that may be nouns: "Support for the plan fell".
const AMBIGUOUS_ORDERS: [&str; 5] = ["support", "play", "need", "want", "share"];

/// A heading put as a question above the paragraphs that answer it.
///
/// Gets wrong: a paragraph that is a question of a few words; a question claims nothing.
pub(super) fn is_question(text: &str, block: Span) -> bool {
    let printed = block.of(text);
    printed.ends_with('?')
        && printed.starts_with(|c: char| c.is_alphanumeric())
        && word_count(text, block) <= 9
        && !printed.contains(['.', '!', '"', '“', '”', ':'])
}

/// Whether a line says again what the line before said, or goes on from the same words: the title of a film or picture and
/// the words below it.
pub(super) fn repeats(text: &str, before: Span, block: Span) -> bool {
    if before.len() > LONGEST_LINE || block.len() > LONGEST_LINE || word_count(text, before) < 3 {
        return false;
    }
    let (before, line) = (fold(before.of(text)), fold(block.of(text)));
    let bare =
        before.split_once(": ").filter(|(label, _)| !label.contains(' ')).map_or(before.as_str(), |(_, rest)| rest);
    line.starts_with(&before) || line == bare
}

/// "Jo Doe covers the courts for the Herald.": what begins with the writer's name below the article tells of the writer.
pub(super) fn is_about_writer(text: &str, block: Span, byline: Span) -> bool {
    let name = byline.of(text);
    let rest = block.of(text).get(..name.len()).filter(|start| start.eq_ignore_ascii_case(name));
    rest.is_some() && word_count(text, byline) > 1 && word_count(text, block) <= 80
}

/// The most words and marks of a line of writers.
const LONGEST_CREDIT: usize = 14;

/// A line of writers without "By": the first of "Ana Ruiz in Lisbon and agencies"; both of "Ana Ruiz and Bo Lee".
pub(super) fn writers(text: &str, block: Span, below: Option<Span>) -> Option<Span> {
    let tokens = token::opening(text, block, LONGEST_CREDIT + 1);
    let name = |from: usize| tokens.iter().skip(from).take_while(|t| t.is_word() && t.capital).count();
    let first = name(0);
    let place = first + 1;
    let placed = tokens.get(first).is_some_and(|t| t.is("in")) && name(place) > 0;
    // "Ana Ruiz and Bo Lee", "Ana Ruiz, Bo Lee": names and nothing else.
    let after = |at: usize| tokens.get(at).is_some_and(|t| t.is_any(&["and", "&", ","])).then(|| name(at + 1));
    let second = after(first).unwrap_or(0);
    if (2..=3).contains(&first)
        && (2..=3).contains(&second)
        && place + second == tokens.len()
        && !is_outlet_name(text, block)
    {
        let known = |at: usize| lexicon::is_first_name(&tokens[at].lower);
        let signed = known(0)
            || known(place)
            || below.is_some_and(|b| super::stamp(text, b, word_count(text, b)).is_some() || signs(text, b));
        return signed.then_some(block);
    }
    let joins = |t: &Token| {
        !t.is_word() && !t.is(".") || t.is_word() && t.capital || t.is_any(&["and", "agencies", "in", "for"])
    };
    ((2..=3).contains(&first) && placed && tokens.iter().skip(place).all(joins) && tokens.len() <= LONGEST_CREDIT)
        .then(|| Span { start: tokens[0].span.start, end: tokens[first - 1].span.end })
}

/// A line that is a person's name and nothing else, as far as its form tells: two or three words, each with a capital.
pub(super) fn is_name(text: &str, block: Span) -> bool {
    let tokens = token::tokens(text, block);
    let named = |t: &Token| {
        let printed = t.span.of(text);
        t.is("-") || t.is(".") || t.is_word() && t.capital && !t.is_stop_word() && printed.chars().count() > 1
    };
    (2..=3).contains(&word_count(text, block)) && tokens.iter().all(named) && !is_outlet_name(text, block)
}

/// "(Reporting by … ; Editing by …)"
fn is_credit(line: &str) -> bool {
    // "Additional reporting by", "Translated and edited by"
    let done = ["reporting", "editing", "writing", "compiled", "edited", "translated", "translation", "graphics"];
    let mut before = "";
    for word in line.trim_start_matches(['(', '[']).split_whitespace().take(6) {
        if word.eq_ignore_ascii_case("by") {
            return done.iter().any(|d| d.eq_ignore_ascii_case(before));
        }
        before = word;
    }
    false
}

/// What a byline begins with; all but the first with "by" or a colon behind it.
const BY: [&str; 9] = ["by", "written", "story", "reported", "author", "posted", "published", "words", "text"];

/// The name on a byline. Bylines stand at the top or at the end; elsewhere "By …" opens a sentence.
pub(super) fn byline(text: &str, block: Span, at_an_end: bool) -> Option<Span> {
    let printed = block.of(text);
    let first = printed.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    if !at_an_end || !BY.iter().any(|lead| lead.eq_ignore_ascii_case(first)) {
        return None;
    }
    let words = word_count(text, block);
    if !(2..=12).contains(&words) {
        return None;
    }
    let tokens = token::tokens(text, block);
    let lead = match tokens.first() {
        Some(t) if t.is("by") => 1,
        Some(t) if t.is_any(&BY[1..]) && tokens.get(1).is_some_and(|t| t.is_any(&["by", ":"])) => 2,
        _ => return None,
    };
    let ended = printed.ends_with('.') && words > 6;
    let named = tokens.get(lead).is_some_and(|t| t.is_word() && t.capital);
    if ended || !named {
        return None;
    }
    // Up to the first mark: "By Jo Doe, Staff writer | Updated 5 p.m."
    let part_of_name = |i: &usize| {
        let t = &tokens[*i];
        (t.is_word() && !t.is("for") || t.is(".")) && dates::written(&tokens, *i).is_none()
    };
    let last = (lead..tokens.len()).take_while(part_of_name).last().map(|i| &tokens[i])?;
    Some(Span { start: tokens[lead].span.start, end: last.span.end }.trim(text))
}

/// Words that names of outlets carry and names of people do not.
const OUTLET_WORDS: [&str; 49] = [
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
    "courier",
    "examiner",
    "dispatch",
    "enquirer",
    "sentinel",
    "argus",
    "echo",
];

/// True where a name carries a word of outlets' names, or is an abbreviation in capitals.
pub(super) fn is_outlet_name(text: &str, name: Span) -> bool {
    let tokens = token::tokens(text, name);
    let words: Vec<&Token> = tokens.iter().filter(|t| t.is_word()).gather();
    let shouted = |t: &Token| (2..=5).contains(&t.span.len()) && t.span.of(text).chars().all(char::is_uppercase);
    words.iter().any(|t| t.is_any(&OUTLET_WORDS)) || (words.len() == 1 && shouted(words[0]))
}

/// Words for those who write for an outlet without a name, of several languages.
const NEWSROOM: [&str; 12] = [
    "desk",
    "newsroom",
    "staff",
    "team",
    "bureau",
    "editors",
    "redacción",
    "redaktion",
    "rédaction",
    "redazione",
    "redação",
    "reporters",
];

/// The outlet whose newsroom signs: "Example Courier desk", "Redacción El Ejemplo"; not "Sports desk".
pub(super) fn newsroom(text: &str, name: Span) -> Option<Span> {
    let tokens = token::tokens(text, name);
    let (first, last) = (tokens.first()?, tokens.last()?);
    let rest = if last.is_any(&NEWSROOM) {
        Span { start: name.start, end: last.span.start }
    } else if first.is_any(&NEWSROOM) {
        Span { start: first.span.end, end: name.end }
    } else {
        return None;
    };
    let rest = rest.trim(text);
    let own = |t: &Token| {
        t.is_word()
            && t.capital
            && !is_section(&t.lower)
            && !t.is_any(&OUTLET_WORDS)
            && !t.is_any(&["web", "digital", "foreign", "city"])
    };
    let tokens = token::tokens(text, rest);
    let titled = tokens.iter().all(|t| !t.is_word() || t.capital || t.is_any(&["of", "the", "and", "de", "la"]));
    (titled && tokens.iter().any(own)).then_some(rest)
}

/// Whether a newsroom signs, named or not.
pub(super) fn is_newsroom(text: &str, name: Span) -> bool {
    let tokens = token::tokens(text, name);
    [tokens.first(), tokens.last()].into_iter().flatten().any(|t| t.is_any(&NEWSROOM))
}

/// Words of what a writer is.
const ROLES: [&str; 12] = [
    "reporter",
    "correspondent",
    "editor",
    "writer",
    "staff",
    "producer",
    "columnist",
    "journalist",
    "desk",
    "team",
    "bureau",
    "chief",
];

/// A line below a writer's name that says who they write for or what they are.
pub(super) fn signs(text: &str, line: Span) -> bool {
    let tokens = token::tokens(text, line);
    word_count(text, line) <= 6 && (is_outlet_name(text, line) || tokens.iter().any(|t| t.is_any(&ROLES)))
}

/// Names of sections with marks between them: "Sports | Pro Cycling", "Home > News > Europe", "Menu   Search   Log in".
pub(super) fn is_path(line: &str) -> bool {
    let marked: Vec<&str> = line.split(['|', '>', '»', '›', '•', '·']).map(str::trim).gather();
    let spaced: Vec<&str> = line.split("  ").map(str::trim).filter(|part| !part.is_empty()).gather();
    let short = |parts: &[&str], most: usize| parts.iter().all(|part| part.split_whitespace().count() <= most);
    let bars = line.matches('|').count() > 1 && !ends_sentence(line);
    bars || marked.len() > 1 && short(&marked, 2)
        || [marked, spaced].iter().any(|parts| parts.len() > 2 && short(parts, 3))
}

/// Names of sections and links without marks between them: "Home News Politics Sport Culture".
pub(super) fn is_menu(text: &str, line: Span) -> bool {
    // A small word is most often enough to tell.
    let small = |word: &str| {
        let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.starts_with(|c: char| c.is_ascii_lowercase()) && !matches!(word, "in" | "us" | "and")
    };
    let mut words = line.of(text).split_whitespace();
    if line.len() > LONGEST_LINE || words.any(small) || !(3..=20).contains(&word_count(text, line)) {
        return false;
    }
    let tokens = token::tokens(text, line);
    let words: Vec<&Token> = tokens.iter().filter(|t| t.is_word()).gather();
    let linked = words.iter().filter(|t| is_section(&t.lower)).count();
    words.iter().all(|t| t.capital || t.is_any(&["in", "us", "and"])) && linked * 2 >= words.len() && linked > 1
}

/// Whether a word alone on a line is the name of a section or a link.
fn is_section(lower: &str) -> bool {
    lexicon::furniture().find(lower, false, &|rule| rule.how == '=' && rule.words == lower).is_some()
}

/// Whether the text below a masthead speaks of the paper by that name, or by its last word: "told the Chronicle".
pub(super) fn is_named_below(text: &str, name: Span) -> bool {
    let tokens = token::tokens(text, name);
    let own = |t: &&Token| t.is_word() && !t.is_any(&OUTLET_WORDS) && !t.is_stop_word() && !is_section(&t.lower);
    let named = tokens.len() > 1 && tokens.iter().any(|t| own(&t));
    let Some(last) = tokens.iter().rfind(|t| t.is_word()).filter(|_| named) else {
        return false;
    };
    let below = &text[name.end as usize..];
    let shorter = lower_case(last.span.of(text));
    let whole = below.contains(name.of(text));
    whole
        || below.split_whitespace().zip(below.split_whitespace().skip(1)).any(|(before, word)| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            before.eq_ignore_ascii_case("the") && word.starts_with(char::is_uppercase) && lower_case(word) == shorter
        })
}

/// A line that is an outlet's name and nothing else: every word with a capital, one of them a word of outlets' names.
pub(super) fn is_masthead(text: &str, line: Span) -> bool {
    let tokens = token::tokens(text, line);
    let titled = tokens.iter().all(|t| !t.is_word() || t.capital || t.is_any(&["of", "and", "the"]));
    let role = tokens.iter().any(|t| t.is_any(&ROLES));
    titled && !role && word_count(text, line) <= 5 && is_outlet_name(text, line)
}

/// The outlet behind a writer's name: "By Jo Doe | The Example".
pub(super) fn signed_for(text: &str, line: Span, name: Span) -> Option<Span> {
    let rest = Span::new(name.end as usize, line.end as usize).trim(text);
    let behind = rest.of(text).strip_prefix('|')?;
    let outlet = Span::new(line.end as usize - behind.len(), line.end as usize).trim(text);
    let tokens = token::tokens(text, outlet);
    let titled = tokens.iter().all(|t| t.is_word() && (t.capital || t.is_any(&["of", "and", "the"])));
    let role = tokens.iter().any(|t| t.is_any(&ROLES) || t.is_any(&NEWSROOM));
    (titled && !role && (1..=4).contains(&tokens.len())).then_some(outlet)
}

/// Where `words` stand last. As `rfind`, whose search from behind is a kilobyte more to download.
fn last(line: &str, words: &str) -> Option<usize> {
    line.char_indices().rev().map(|(at, _)| at).find(|&at| line[at..].starts_with(words))
}

/// Parts "Headline | Outlet", "Headline - Outlet News" and "Outlet News - Headline".
pub(super) fn site_name(text: &str, line: Span) -> (Span, Option<Span>) {
    let printed = line.of(text);
    for separator in [" | ", " - ", " – ", " — "] {
        if let Some(at) = printed.find(separator) {
            let name = Span::new(line.start as usize, line.start as usize + at).trim(text);
            let head = Span::new(line.start as usize + at + separator.len(), line.end as usize).trim(text);
            if is_masthead(text, name) && word_count(text, name) > 1 && word_count(text, head) >= 3 {
                return (head, Some(name));
            }
        }
        let Some(at) = last(printed, separator) else { continue };
        let name = Span::new(line.start as usize + at + separator.len(), line.end as usize).trim(text);
        let head = Span::new(line.start as usize, line.start as usize + at).trim(text);
        let words = name.of(text).split_whitespace().count();
        if (1..=5).contains(&words) && head.of(text).split_whitespace().count() >= 3 && is_outlet_name(text, name) {
            return (head, Some(name));
        }
    }
    (line, None)
}

/// Who holds the copyright: "Copyright 2023 Someone Inc. All rights reserved.", "Someone Ltd, registered in Wales. All rights
/// reserved."
pub(super) fn copyright_holder(text: &str, block: Span) -> Option<Span> {
    const FORMS: [&str; 7] = ["inc", "co", "corp", "ltd", "limited", "llc", "plc"];
    let tokens = token::tokens(text, block);
    let mut i = 0;
    while tokens.get(i).is_some_and(|t| !t.is_word() || t.is_any(&["copyright", "c", "by"])) {
        i += 1;
    }
    let first = tokens.get(i)?;
    let mut end = first.span.end;
    let mut words = 0;
    let mut company = false;
    for token in &tokens[i..] {
        let part_of_name = token.is_word() && token.capital && !token.is_any(&["all", "reproduction"])
            || token.is_any(&["&", "of", "the"]);
        if !part_of_name || words == 6 {
            // "Inc." keeps its full stop.
            if token.is(".") && tokens[i..].iter().any(|t| t.span.end == end && t.is_any(&FORMS)) {
                end = token.span.end;
            }
            break;
        }
        words += 1;
        end = token.span.end;
        company |= token.is_any(&FORMS);
    }
    // Only a line that names a year or says "copyright" in front of the name, or names a company.
    if i == 0
        && let Some(form) = tokens[1..].iter().find(|t| t.is_any(&FORMS))
    {
        end = end.min(form.span.start);
    }
    ((i > 0 || company) && words > 0 && first.capital).then(|| Span { start: first.span.start, end }.trim(text))
}

/// A place and agency in front of a paragraph.
pub(super) struct Dateline {
    pub(super) span: Span,
    pub(super) agency: Option<Span>,
}

/// "LONDON, Nov 22 (Agency) - " or "LONDON — " at the head of a paragraph.
pub(super) fn dateline(text: &str, block: Span) -> Option<Dateline> {
    // Most paragraphs have no such dash.
    let mut before = ' ';
    let dash = |c: char| {
        let before = std::mem::replace(&mut before, c);
        matches!(c, '-' | '–' | '—') && matches!(before, ' ' | '\u{a0}' | ')' | '-')
    };
    block.of(text).chars().any(dash).then_some(())?;
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
    let (before, _) = block.of(text).split_once(':')?;
    (before.split_whitespace().count() <= 5).then_some(())?;
    let tokens = token::opening(text, block, 7);
    let colon = tokens.iter().take(6).position(|t| t.is(":"))?;
    let words = &tokens[..colon];
    let titled = words.iter().all(|t| t.is_word() && t.capital)
        || words.first().is_some_and(|t| t.capital) && words.len() > 1 && words[0].is_any(&LABEL_WORDS);
    let label = (1..=5).contains(&words.len()) && titled && words.iter().any(|t| t.is_any(&LABEL_WORDS));
    let goes_on = tokens.get(colon + 1).is_some_and(|t| t.capital || !t.is_word());
    (label && goes_on).then(|| Span { start: block.start, end: tokens[colon].span.end })
}

/// The time of day in front of an entry of a live page: "14:32 The judge …", "2:45 pm IST: The judge …".
///
/// Gets wrong: a sentence that opens with a time of day and goes on with a name ("7.30 Mass was cancelled").
pub(super) fn live_stamp(text: &str, block: Span) -> Option<Span> {
    block.of(text).bytes().take(16).any(|b| b.is_ascii_digit()).then_some(())?;
    let tokens = token::opening(text, block, 8);
    let figure = |k: usize| tokens.get(k).filter(|t| t.kind == token::Kind::Figure);
    let dotted = figure(0)?.lower.split_once('.').is_some_and(|(h, m)| h.len() <= 2 && m.len() == 2);
    let joined = tokens.get(1).is_some_and(|t| t.is(":")) && figure(2).is_some_and(|t| t.lower.len() == 2);
    let mut k = if dotted { 1 } else { 3 };
    (dotted || joined && tokens[0].lower.len() <= 2).then_some(())?;
    let zone = |t: &Token| {
        t.is_any(&["am", "pm", "a.m", "p.m", "a.m.", "p.m."]) || {
            let word = t.span.of(text);
            (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
        }
    };
    while tokens.get(k).is_some_and(|t| zone(t) || t.is(".")) {
        k += 1;
    }
    k += usize::from(tokens.get(k).is_some_and(|t| t.is_any(&[":", "-", "–", "—", "|"])));
    let next = tokens.get(k).filter(|t| t.capital || t.is_any(&["“", "\""]))?;
    Some(Span { start: block.start, end: next.span.start })
}

/// More bytes than any phrase of the list has.
const LONGEST_PHRASE: usize = 120;

/// The most bytes of a line that closes a paragraph.
const LONGEST_CLOSING: usize = 240;

/// A line of the page behind the last sentence of a paragraph, in brackets or as a sentence of its own: "(With inputs from
/// agencies)", "More to follow.", "Share this article". Only what the list of phrases knows, or a credit.
pub(super) fn closing_line(text: &str, block: Span) -> Option<(Span, FurnitureKind)> {
    let printed = block.of(text);
    // In the last bytes only, on a character's border.
    let from =
        (printed.len().saturating_sub(LONGEST_CLOSING)..=printed.len()).find(|&at| printed.is_char_boundary(at))?;
    let tail = &printed[from..];
    let body = tail.trim_end();
    let bracket = [('(', ')'), ('[', ']')].into_iter().find(|(_, close)| body.ends_with(*close));
    let begin = if let Some((open, _)) = bracket {
        body.rfind(open)?
    } else {
        let inner = body.trim_end_matches(['.', '!', '?']);
        let mut ends = inner.rmatch_indices(['.', '!', '?']).map(|(at, _)| at + 1);
        ends.find(|&at| inner[at..].starts_with(' '))? + 1
    };
    let ended = body[..begin].trim_end().ends_with(['.', '!', '?', '”', '"', '’', ')', ']']);
    let inside = body[begin..].trim_matches(['(', ')', '[', ']', ' ']);
    let folded = fold(&inside[..inside.floor_char_boundary(LONGEST_PHRASE)]);
    // Of one word only the whole: "Share" is a line, "Share prices fell" is not.
    let known = lexicon::furniture().find(&folded, false, &|rule| match rule.how {
        '=' => folded == rule.words,
        '^' | '-' => folded.starts_with(rule.words) && (bracket.is_some() || rule.words.contains(' ')),
        _ => false,
    });
    let credit = is_credit(&body[begin..]);
    let kind = known.map(|rule| rule.kind).or(credit.then_some(FurnitureKind::Byline))?;
    let start = block.start as usize + from + begin;
    let span = Span::new(start, block.end as usize);
    let prints = bracket.is_some() || credit || unreported(text, span).is_some();
    (ended && begin > 0 && prints).then_some((span, kind))
}

/// "READ MORE HERE" or "READ: …" behind the last sentence of a paragraph.
pub(super) fn closing_teaser(text: &str, block: Span) -> Option<Span> {
    const LEADS: [&str; 8] =
        ["READ MORE", "READ:", "READ ALSO", "ALSO READ", "SEE ALSO", "WATCH:", "Read more", "Read also"];
    let printed = block.of(text);
    let may = printed.contains("EA") || printed.contains("WATCH:") || printed.contains("Read ");
    let at = LEADS.iter().filter(|_| may).filter_map(|lead| last(printed, lead)).max()?;
    let head = printed[..at].trim_end();
    let ended = head.is_empty() || head.ends_with(['.', '!', '?', '”', '"', '’', ')', '…']);
    (ended && printed[at..].split_whitespace().count() <= 20)
        .then(|| Span::new(block.start as usize + at, block.end as usize))
}
