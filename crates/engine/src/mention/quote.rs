//! Quotations, by their marks.
//!
//! Marks are paired inside a paragraph: “ ”, „ “, « », » «, ‘ ’, the straight ones, and two backticks with two apostrophes. A single mark is an apostrophe
//! unless its closing partner is found; a straight double mark behind a figure is one of inches.
//!
//! Gets wrong: single marks around words that end in s in front of a small word (‘the idiots’ who …), when the paragraph goes on
//! to a surer closing mark; and a term held at a distance in a sentence that somebody says.

use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Token, lower_case};

/// What the marks are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteKind {
    /// All that is given as said, or the rest of it ("A," he said, "b.").
    Direct,
    /// Somebody's words inside a sentence of the article's.
    Mixed,
    /// Marks around what nobody is said to say: a term held at a distance, a nickname, the title of a work.
    Scare,
}

/// Words between quotation marks.
#[derive(Clone, Debug)]
pub(crate) struct Quote {
    /// Inside the marks.
    pub(crate) span: Span,
    /// With the marks.
    pub(crate) outer: Span,
    pub(crate) kind: QuoteKind,
    /// False where no closing mark stands in the paragraph: the next one may go on with it.
    pub(crate) closed: bool,
    /// Index of the sentence in which it begins.
    pub(crate) sentence: usize,
}

/// The quotations of the outermost level, in order. A mark that is never closed quotes up to the end of its paragraph.
///
/// Short ones are held to be terms until a speaker is found for them (`claim`).
pub(crate) fn find(text: &str, paragraphs: &[Span], sentences: &[Sentence]) -> Vec<Quote> {
    let mut out = Vec::new();
    for &paragraph in paragraphs {
        for (outer, inside, closed) in marked(text, paragraph) {
            let span = inside.trim(text);
            let sentence = sentences.partition_point(|s| s.span.end <= outer.start);
            if span.len() == 0 || sentences.get(sentence).is_none_or(|s| s.span.overlap(outer) == 0) {
                continue;
            }
            let kind = kind(text, span, outer, &sentences[sentence]);
            out.push(Quote { span, outer, kind, closed, sentence });
        }
    }
    out
}

/// The characters of a paragraph with their places.
struct Chars {
    all: Vec<(u32, char)>,
    end: usize,
}

impl Chars {
    fn at(&self, i: usize) -> char {
        self.all.get(i).map_or(' ', |c| c.1)
    }

    fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or(' ', |i| self.at(i))
    }

    fn byte(&self, i: usize) -> usize {
        self.all.get(i).map_or(self.end, |c| c.0 as usize)
    }

    /// Whether a mark of `width` characters at `i` stands in front of a word and behind none.
    fn opens(&self, i: usize, width: usize) -> bool {
        !self.before(i).is_alphanumeric() && !self.at(i + width).is_whitespace()
    }

    /// The closing mark that the mark at `i` asks for, and the width of both.
    fn opener(&self, i: usize) -> Option<(Close, usize)> {
        match self.at(i) {
            '“' | '„' => Some((Close::Curly, 1)),
            '«' => Some((Close::Mark('»'), 1)),
            '»' if self.opens(i, 1) => Some((Close::Mark('«'), 1)),
            '"' if self.opens(i, 1) => Some((Close::Straight, 1)),
            '`' if self.at(i + 1) == '`' => Some((Close::Twice, 2)),
            '‘' | '\'' | '‚' if self.opens(i, 1) && !self.elided(i) => self.single(i).map(|k| (Close::At(k), 1)),
            _ => None,
        }
    }

    /// '90s, 'em: an apostrophe in front of what is left of a word.
    fn elided(&self, i: usize) -> bool {
        let word: String = (i + 1..i + 8).map(|k| self.at(k)).take_while(|c| c.is_alphanumeric()).collect();
        word.starts_with(|c: char| c.is_ascii_digit())
            || ["em", "til", "tis", "twas", "cause", "n", "round", "bout"].contains(&lower_case(&word).as_str())
    }

    /// Where the single mark at `i` is closed: behind a mark or in front of one; behind a word where it cannot be an apostrophe.
    fn single(&self, i: usize) -> Option<usize> {
        let mut unsure = None;
        for k in i + 2..self.all.len().min(i + LONGEST_SINGLE) {
            let closer = matches!(self.at(k), '’' | '\'') || self.at(i) == '‚' && self.at(k) == '‘';
            if !closer || self.at(k + 1).is_alphanumeric() || self.before(k).is_whitespace() {
                continue;
            }
            let behind_mark = !self.before(k).is_alphanumeric();
            if behind_mark || self.before(k) != 's' || !self.at(k + 1).is_whitespace() {
                return Some(k);
            }
            unsure = unsure.or(Some(k));
        }
        unsure
    }

    fn closes(&self, close: Close, i: usize) -> Option<usize> {
        let c = self.at(i);
        let closed = match close {
            Close::Curly => c == '”' || c == '“' && !self.opens(i, 1) || c == '"' && !self.opens(i, 1),
            Close::Mark(mark) => c == mark,
            Close::Straight => c == '"' && !self.before(i).is_whitespace(),
            Close::Twice if c == '\'' && self.at(i + 1) == '\'' => return Some(2),
            Close::Twice => c == '"',
            Close::At(k) => i == k,
        };
        closed.then_some(1)
    }
}

#[derive(Clone, Copy)]
enum Close {
    Curly,
    Straight,
    Twice,
    Mark(char),
    At(usize),
}

/// The marked stretches of a paragraph: with the marks, without, and whether they are closed.
fn marked(text: &str, paragraph: Span) -> Vec<(Span, Span, bool)> {
    let mut out = Vec::new();
    // Most paragraphs have no mark that could open one.
    let words = paragraph.of(text);
    if words.bytes().all(|b| b.is_ascii() && !matches!(b, b'"' | b'\'' | b'`')) {
        return out;
    }
    let base = paragraph.start as usize;
    let mut chars = Chars { all: Vec::with_capacity(words.len()), end: paragraph.end as usize };
    chars.all.extend(words.char_indices().map(|(i, c)| ((base + i) as u32, c)));
    // Where the open one begins, its width, and how it is closed.
    let mut open: Option<(usize, usize, Close)> = None;
    let mut i = 0;
    while i < chars.all.len() {
        match open {
            None if chars.all[i].1.is_ascii_alphanumeric() || chars.all[i].1 == ' ' => {}
            None => {
                if let Some((close, width)) = chars.opener(i) {
                    open = Some((i, width, close));
                    i += width - 1;
                }
            }
            Some((start, width, close)) => {
                if let Some(wide) = chars.closes(close, i) {
                    let outer = Span::new(chars.byte(start), chars.byte(i + wide));
                    out.push((outer, Span::new(chars.byte(start + width), chars.byte(i)), true));
                    open = None;
                    i += wide - 1;
                }
            }
        }
        i += 1;
    }
    if let Some((start, width, _)) = open {
        out.push((Span::new(chars.byte(start), chars.end), Span::new(chars.byte(start + width), chars.end), false));
    }
    out
}

/// The longest quotation, in characters, that single marks are looked for around.
const LONGEST_SINGLE: usize = 600;

/// The most words that are held to be a term where nobody is found to say them.
const TERM: usize = 3;

fn kind(text: &str, span: Span, outer: Span, sentence: &Sentence) -> QuoteKind {
    let inside = span.of(text);
    let ended = inside.ends_with(['.', '!', '?', ',', '…']);
    let heads = outer.start <= sentence.span.start && inside.ends_with([',', '?', '!']);
    let alone = outer.holds(sentence.span) || heads || ended && text[..outer.start as usize].trim_end().ends_with(':');
    let words = inside.split_whitespace().count();
    if (words <= TERM && !alone) || is_term(text, span, outer, sentence) {
        QuoteKind::Scare
    } else if (ended || text[outer.end as usize..].starts_with(',') || alone)
        && inside.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || matches!(c, '…' | '[' | '.' | '‘'))
    {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    }
}

/// Words in front of marks around a term.
const BEFORE_TERM: [&str; 10] =
    ["so-called", "dubbed", "nicknamed", "titled", "entitled", "named", "codenamed", "code-named", "word", "term"];

/// Works that have titles.
const WORKS: [&str; 27] = [
    "book",
    "memoir",
    "novel",
    "song",
    "film",
    "movie",
    "album",
    "show",
    "series",
    "play",
    "episode",
    "essay",
    "poem",
    "podcast",
    "documentary",
    "musical",
    "single",
    "track",
    "painting",
    "magazine",
    "comedy",
    "drama",
    "thriller",
    "opera",
    "exhibition",
    "bestseller",
    "ballad",
];

/// Whether the words in front of the marks say that they hold a term or a title.
pub(crate) fn is_term(text: &str, span: Span, outer: Span, sentence: &Sentence) -> bool {
    let behind = sentence.tokens.partition_point(|t| t.span.end <= outer.start);
    let mut before = sentence.tokens[..behind].iter().rev().filter(|t| t.is_word());
    let last = before.next();
    if last.is_some_and(|t| t.is_any(&BEFORE_TERM)) {
        return true;
    }
    let title = span.of(text).split_whitespace().all(|w| {
        w.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '(') || crate::lexicon::is_stop_word(w)
    });
    let work = |t: Option<&Token>| t.is_some_and(|t| t.is_any(&WORKS));
    title && (work(last) || work(before.next()) || work(before.next()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sentence;

    fn quotes(text: &str) -> Vec<(&str, QuoteKind)> {
        let whole = [Span::new(0, text.len())];
        find(text, &whole, &sentence::read(text, &whole)).into_iter().map(|q| (q.span.of(text), q.kind)).collect()
    }

    #[test]
    fn straight_curly_and_nested_marks_are_paired() {
        assert_eq!(quotes("He said: \"We won’t go.\""), [("We won’t go.", QuoteKind::Direct)]);
        assert_eq!(
            quotes("“She called it ‘a day’ and left,” he said."),
            [("She called it ‘a day’ and left,", QuoteKind::Direct)]
        );
    }

    #[test]
    fn one_or_two_words_in_marks_are_no_quotation() {
        assert_eq!(quotes("The so-called “experts” were wrong."), [("experts", QuoteKind::Scare)]);
        assert_eq!(quotes("They hit \"Tom's\" house."), [("Tom's", QuoteKind::Scare)]);
    }

    #[test]
    fn an_unclosed_mark_quotes_to_the_end_of_its_paragraph() {
        assert_eq!(quotes("He said: “We go on and on"), [("We go on and on", QuoteKind::Mixed)]);
    }

    #[test]
    fn single_marks_are_told_from_apostrophes() {
        assert_eq!(
            quotes("‘The players’ heads dropped a bit,’ he said. It’s the players’ day."),
            [("The players’ heads dropped a bit,", QuoteKind::Direct)]
        );
        assert_eq!(quotes("'We don't know yet', he said of the '90s."), [("We don't know yet", QuoteKind::Direct)]);
        assert_eq!(quotes("Rock 'n' roll is the workers' music."), []);
    }

    #[test]
    fn marks_of_other_languages_and_of_old_wires_are_paired() {
        assert_eq!(quotes("„Wir gehen heute weg,“ he said."), [("Wir gehen heute weg,", QuoteKind::Direct)]);
        assert_eq!(quotes("« Nous restons encore ici », he said."), [("Nous restons encore ici", QuoteKind::Direct)]);
        assert_eq!(quotes("``We will not go,'' he said."), [("We will not go,", QuoteKind::Direct)]);
    }

    #[test]
    fn feet_and_inches_are_no_quotation() {
        assert_eq!(quotes("The 6' 2\" keeper and the 5' 10\" winger left."), []);
    }

    #[test]
    fn titles_of_works_are_no_quotation() {
        assert_eq!(
            quotes("Her memoir, “The Long Road to Nowhere,” is out."),
            [("The Long Road to Nowhere,", QuoteKind::Scare)]
        );
    }
}
