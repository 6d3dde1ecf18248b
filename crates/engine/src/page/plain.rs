//! Paragraphs and lines of a text, and what makes one of them prose.

use crate::span::Span;

/// Paragraphs as laid out: lines, or blank-line blocks where lines are hard-wrapped.
pub(crate) fn blocks(text: &str) -> Vec<Span> {
    let mut lines: Vec<(Span, bool)> = Vec::new();
    let mut at = 0;
    let mut blank = true;
    let ends =
        |c: char| !(' '..='\u{7f}').contains(&c) && matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
    for piece in text.split_inclusive(ends) {
        let span = Span::new(at, at + piece.len()).trim(text);
        at += piece.len();
        if span.len() == 0 {
            // "\r\n" ends with an empty piece: only a piece that is a line of its own parts blocks.
            blank |= piece != "\n" || text[..at - 1].ends_with('\n');
        } else {
            lines.push((span, blank));
            blank = false;
        }
    }
    let wrapped = |i: usize| i + 1 < lines.len() && !lines[i + 1].1;
    let inner = (0..lines.len()).filter(|&i| wrapped(i)).count();
    let unfinished = (0..lines.len())
        .filter(|&i| wrapped(i) && !ends_sentence(lines[i].0.of(text)) && (45..=100).contains(&lines[i].0.len()))
        .count();
    let hard_wrapped = inner >= 4 && unfinished * 2 > inner;
    let mut out: Vec<Span> = Vec::new();
    for (i, &(span, after_blank)) in lines.iter().enumerate() {
        let cut = i > 0 && !after_blank && out.last().is_some_and(|last| continues(text, *last, span));
        match out.last_mut() {
            Some(last) if !after_blank && (hard_wrapped || cut) => *last = last.join(span),
            _ => out.push(span),
        }
    }
    out
}

/// A line that goes on in the next: unfinished, and the next begins with a small letter and ends a sentence.
fn continues(text: &str, line: Span, next: Span) -> bool {
    let next = next.of(text);
    !ends_sentence(line.of(text)) && next.starts_with(char::is_lowercase) && ends_sentence(next)
}

/// True where a line ends with a mark that ends sentences, closing marks aside.
pub(crate) fn ends_sentence(line: &str) -> bool {
    let line =
        line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»'));
    line.ends_with(['.', '!', '?', '…', '。', '؟', ':', ';'])
}

/// Number of words at a place.
pub(crate) fn word_count(text: &str, span: Span) -> usize {
    let words = span.of(text);
    let (mut count, mut between) = (0, true);
    for c in words.chars() {
        if c.is_whitespace() {
            between = true;
        } else {
            count += usize::from(between);
            between = false;
        }
    }
    count
}

/// Prose: at least one ended sentence of some length, or many words.
pub(crate) fn is_prose(block: Span, text: &str) -> bool {
    is_prose_of(word_count(text, block), block.of(text))
}

/// The same of words that are counted.
pub(crate) fn is_prose_of(words: usize, printed: &str) -> bool {
    let ended = || ends_sentence(printed);
    words > 25 || (words > 3 && ended()) || (words > 1 && printed.ends_with(['.', '”', '"']) && ended())
}
