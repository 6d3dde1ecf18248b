//! Quotations, by their marks.
//!
//! Gets wrong: quotations without marks, and single straight marks (taken for apostrophes).

use crate::lexicon;
use crate::sentence::Sentence;
use crate::span::Span;

/// What the marks are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum QuoteKind {
    /// Whole sentences of somebody's.
    Direct,
    /// Somebody's words inside a sentence of the article's.
    Mixed,
    /// A term held at a distance: up to three words that nobody is said to have said.
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
    /// Index of the sentence in which it begins.
    pub(crate) sentence: usize,
}

/// The quotations of the outermost level, in order. A mark that is never closed quotes up to the end of its paragraph.
pub(crate) fn find(text: &str, paragraphs: &[Span], sentences: &[Sentence]) -> Vec<Quote> {
    let mut out = Vec::new();
    for &paragraph in paragraphs {
        for outer in marked(text, paragraph) {
            let open = outer.of(text).chars().next().map_or(1, char::len_utf8);
            let closed = outer.of(text).ends_with(['”', '"', '»', '’']) && outer.of(text).chars().count() > 1;
            let close = if closed { outer.of(text).chars().next_back().map_or(0, char::len_utf8) } else { 0 };
            let span = Span {
                start: outer.start + open as u32,
                end: (outer.end - close as u32).max(outer.start + open as u32),
            }
            .trim(text);
            let sentence = sentences.partition_point(|s| s.span.end <= outer.start);
            if sentences.get(sentence).is_none_or(|s| s.span.overlap(outer) == 0) {
                continue;
            }
            if span.len() > 0 {
                out.push(Quote { span, outer, kind: kind(text, span, &sentences[sentence]), sentence });
            }
        }
    }
    out
}

fn marked(text: &str, paragraph: Span) -> Vec<Span> {
    let base = paragraph.start as usize;
    let chars: Vec<(usize, char)> = paragraph.of(text).char_indices().map(|(i, c)| (base + i, c)).collect();
    let at = |i: usize| chars.get(i).map_or(' ', |c| c.1);
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for i in 0..chars.len() {
        let c = at(i);
        let before = if i == 0 { ' ' } else { at(i - 1) };
        let opens_here = !before.is_alphanumeric() && !at(i + 1).is_whitespace();
        match open {
            None => {
                let closer = match c {
                    '“' | '„' => '”',
                    '«' => '»',
                    '"' if opens_here => '"',
                    '‘' if opens_here && closes_single(&at, i, chars.len()) => '’',
                    _ => continue,
                };
                open = Some((chars[i].0, closer));
            }
            Some((start, closer)) => {
                let closes = match closer {
                    '”' => c == '”' || c == '“' && !opens_here,
                    '’' => c == '’' && !at(i + 1).is_alphanumeric(),
                    '"' => c == '"' && !before.is_whitespace(),
                    other => c == other,
                };
                if closes {
                    out.push(Span::new(start, chars[i].0 + c.len_utf8()));
                    open = None;
                }
            }
        }
    }
    if let Some((start, _)) = open {
        out.push(Span::new(start, paragraph.end as usize));
    }
    out
}

/// The longest quotation, in characters, that single marks are looked for around.
const LONGEST_SINGLE: usize = 600;

/// Whether a single opening mark finds its closing one in front of a mark or a space: else it is an apostrophe.
fn closes_single(at: &impl Fn(usize) -> char, i: usize, len: usize) -> bool {
    (i + 2..len.min(i + LONGEST_SINGLE)).any(|k| at(k) == '’' && !at(k + 1).is_alphanumeric() && at(k - 1) != 's')
}

fn kind(text: &str, span: Span, sentence: &Sentence) -> QuoteKind {
    let inside = span.of(text);
    let words = inside.split_whitespace().count();
    let ended = inside.ends_with(['.', '!', '?', ',', '…']);
    let says = sentence.tokens.iter().any(|t| !span.holds(t.span) && lexicon::say_verb(&t.lower).is_some());
    if words <= 3 && !(ended && words > 1 && says) {
        QuoteKind::Scare
    } else if ended
        && inside.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || c == '…' || c == '[' || c == '.')
    {
        QuoteKind::Direct
    } else {
        QuoteKind::Mixed
    }
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
}
