//! Sentences, as spans.
//!
//! Gets wrong: an abbreviation that happens to end a sentence before a word that rarely opens one ("… in the U.S. Troops
//! left"), three dots before a capital (a break only where a word that opens sentences follows), and names with a mark of their
//! own before a capital ("Yahoo! Japan").

use crate::gather::Gather;
use crate::letters;
use crate::lexicon::{self, Abbreviation};
use crate::span::Span;
use crate::token::{self, Token, is_apostrophe, lower_case};

/// A sentence of the body, with its tokens.
#[derive(Clone, Debug)]
pub(crate) struct Sentence<'t> {
    pub(crate) span: Span,
    /// Index of its paragraph.
    pub(crate) paragraph: usize,
    pub(crate) tokens: Vec<Token<'t>>,
    /// Whether it goes on in the next one: it was longer than [`LONGEST`].
    pub(crate) cut: bool,
    /// Whether it is too short and too bare to say something by itself: "Not a chance.", "By the numbers:".
    pub(crate) fragment: bool,
}

/// The longest sentence, in bytes. What is longer (a table, a list without stops) is cut between two words, so that steps
/// that look at a sentence's words from each of them cost no more than they would on prose.
pub(crate) const LONGEST: u32 = 2_000;

/// The sentences of all paragraphs, in order.
pub(crate) fn read<'t>(text: &'t str, paragraphs: &[Span]) -> Vec<Sentence<'t>> {
    let mut out = Vec::new();
    for (paragraph, &block) in paragraphs.iter().enumerate() {
        for mut rest in split(text, block) {
            while rest.len() > 0 {
                let span = if rest.len() > LONGEST { beginning(text, rest) } else { rest };
                rest = Span { start: span.end, end: rest.end }.trim(text);
                let tokens = token::tokens(text, span);
                out.push(Sentence { span, paragraph, fragment: is_fragment(&tokens), tokens, cut: rest.len() > 0 });
            }
        }
    }
    out
}

/// The first [`LONGEST`] bytes of a span that begins with a word, up to the last space in them where there is one.
fn beginning(text: &str, span: Span) -> Span {
    let all = span.of(text);
    let most = &all[..all.floor_char_boundary(LONGEST as usize)];
    let kept = most.rfind(char::is_whitespace).map_or(most, |at| &most[..at]);
    Span::new(span.start as usize, span.start as usize + kept.len()).trim(text)
}

/// The most words of a fragment.
const FRAGMENT: usize = 6;

/// Whether a few words hold none that may be a verb: each is a small word, a name or figure, or stands first behind an article,
/// a preposition or the like.
///
/// Gets wrong: misses fragments of two words of content in a row ("A complete disaster."), which may be a noun and its verb.
fn is_fragment(tokens: &[Token]) -> bool {
    let words: Vec<&Token> = tokens.iter().filter(|t| t.kind != token::Kind::Mark).take(FRAGMENT + 1).gather();
    if words.len() > FRAGMENT {
        return false;
    }
    let small = |t: &Token| t.is_stop_word() && !lexicon::is_auxiliary(&t.lower);
    let verb = |k: usize| {
        let noun = k > 0 && words[k - 1].is_word() && small(words[k - 1]);
        let named = words[k].capital && k > 0 || words[k].kind == token::Kind::Figure;
        !small(words[k]) && !named && !noun || lexicon::is_auxiliary(&words[k].lower)
    };
    let subject = ["i", "you", "he", "she", "it", "we", "they", "who", "that", "which", "to"];
    let said = words.iter().any(|t| t.is_any(&subject) || t.lower.contains('\''));
    !words.is_empty() && !said && !(0..words.len()).any(verb)
}

/// Words that open sentences: after one of these an abbreviation before it has ended one.
const OPENERS: [&str; 62] = [
    "a",
    "an",
    "the",
    "this",
    "that",
    "these",
    "those",
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "his",
    "her",
    "its",
    "their",
    "our",
    "my",
    "how",
    "what",
    "when",
    "where",
    "why",
    "who",
    "which",
    "in",
    "on",
    "at",
    "but",
    "and",
    "however",
    "after",
    "before",
    "meanwhile",
    "there",
    "here",
    "all",
    "if",
    "as",
    "for",
    "from",
    "since",
    "while",
    "although",
    "though",
    "so",
    "then",
    "no",
    "not",
    "some",
    "many",
    "most",
    "several",
    "both",
    "one",
    "two",
    "did",
    "do",
    "is",
    "earlier",
];

/// Splits a paragraph (or any stretch of text) into sentences: trimmed, in order, without gaps other than white space.
/// Never empty ones. A stretch without a full stop is one sentence.
pub(crate) fn split(text: &str, paragraph: Span) -> Vec<Span> {
    if is_one(paragraph.of(text)) {
        return vec![paragraph.trim(text)];
    }
    let base = paragraph.start as usize;
    let mut chars: Vec<(u32, char)> = Vec::with_capacity(paragraph.len() as usize);
    chars.extend(paragraph.of(text).char_indices().map(|(i, c)| ((base + i) as u32, c)));
    let byte = |i: usize| chars.get(i).map_or(paragraph.end, |c| c.0) as usize;
    let scan = Scan { chars: &chars, last_word: chars.iter().rposition(|c| c.1.is_alphanumeric()).unwrap_or(0) };
    let markers = scan.list_markers();
    let mut out = Vec::new();
    let mut begin = 0;
    let mut push = |from: usize, to: usize| {
        let span = Span::new(byte(from), byte(to)).trim(text);
        if span.len() > 0 {
            out.push(span);
        }
    };
    let mut depth = 0_usize;
    let mut i = 0;
    while i < chars.len() {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == ' ';
        if markers.is_empty() && plain(chars[i].1) {
            i += 1;
            continue;
        }
        match scan.at(i) {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if i > begin && markers.binary_search(&i).is_ok() {
            push(begin, i);
            begin = i;
            depth = 0;
        }
        if is_stop(scan.at(i)) && !scan.in_marker(&markers, i) {
            let (end, ends) = scan.judge(begin, i, depth);
            if ends {
                push(begin, end);
                begin = end;
                depth = 0;
            } else {
                let closed = (i..end).filter(|&k| matches!(scan.at(k), ')' | ']')).count();
                depth = depth.saturating_sub(closed);
            }
            i = end.max(i + 1);
        } else {
            i += 1;
        }
    }
    push(begin, chars.len());
    out
}

/// Whether a stretch is certainly one sentence: it begins with a capital, as no list does, and has no stop but at its end.
fn is_one(words: &str) -> bool {
    let body = words.trim_end().trim_end_matches(is_closer).trim_end_matches(is_stop);
    body.starts_with(char::is_uppercase) && !body.contains(is_stop)
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '؟')
}

fn is_closer(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '»')
}

fn is_opener(c: char) -> bool {
    matches!(c, '“' | '‘' | '"' | '\'' | '(' | '[' | '«' | '¿' | '¡' | '-' | '–' | '—')
}

/// How far, in characters, words and addresses are followed from a full stop: keeps the work on any text in proportion to it.
const LONGEST_WORD: usize = 40;
const LONGEST_ADDRESS: usize = 200;

struct Scan<'a> {
    chars: &'a [(u32, char)],
    /// The place of the last letter or digit.
    last_word: usize,
}

impl Scan<'_> {
    fn at(&self, i: usize) -> char {
        self.chars.get(i).map_or('\0', |c| c.1)
    }

    /// The word that ends right before `i`, lower case, with its inner full stops; and where it begins.
    fn word_before(&self, begin: usize, i: usize) -> (String, usize) {
        let mut from = i;
        while from > begin
            && i - from < LONGEST_WORD
            && (self.at(from - 1).is_alphanumeric()
                || self.at(from - 1) == '°'
                || self.at(from - 1) == '.' && from - 1 > begin && self.at(from - 2).is_alphabetic())
        {
            from -= 1;
        }
        (lower_case(&(from..i).map(|k| self.at(k)).collect::<String>()), from)
    }

    /// The word that begins at `i`, lower case.
    fn word_at(&self, mut i: usize) -> String {
        let mut out = String::new();
        while self.at(i).is_alphanumeric() || (is_apostrophe(self.at(i)) && self.at(i + 1).is_alphabetic()) {
            out.extend(letters::lower(self.at(i)));
            i += 1;
        }
        out
    }

    /// Whether the stop at `i` ends the sentence that began at `begin`; and the position behind the stop and its closing marks.
    fn judge(&self, begin: usize, i: usize, depth: usize) -> (usize, bool) {
        // The run of stops, also spaced (". . ."): how many, and whether the first is attached to a word.
        let attached = i > begin && !self.at(i - 1).is_whitespace();
        let mut dots = 1;
        let mut end = i + 1;
        if self.at(i) == '…' {
            dots = 3;
        }
        while is_stop(self.at(end)) {
            dots += if self.at(end) == '…' { 3 } else { 1 };
            end += 1;
        }
        let mut spaced = end;
        let mut spaced_dots = 0;
        while self.at(spaced) == ' ' && self.at(spaced + 1) == '.' {
            spaced += 2;
            spaced_dots += 1;
        }
        if spaced_dots > 0 {
            // "compounds. . . . The": a full stop, then three dots that open the next sentence, if any words follow.
            if attached && dots == 1 && spaced_dots == 3 && spaced <= self.last_word {
                return (end, true);
            }
            end = spaced;
            dots += spaced_dots;
        }
        let mut closed_quote = false;
        let mut inside = depth;
        while is_closer(self.at(end)) {
            let c = self.at(end);
            // A straight mark in front of a letter opens rather than closes.
            if matches!(c, '"' | '\'') && self.at(end + 1).is_alphanumeric() {
                break;
            }
            if matches!(c, ')' | ']') {
                inside = inside.saturating_sub(1);
            } else {
                closed_quote = true;
            }
            end += 1;
        }
        // "[...]" is a gap.
        if dots == 3 && i > begin && self.at(i - 1) == '[' && self.at(i + 3).eq(&']') | self.at(i + 1).eq(&']') {
            return (end, false);
        }
        let only_dot = dots == 1 && self.at(i) == '.';
        let mut next = end;
        while self.at(next).is_whitespace() {
            next += 1;
        }
        if next >= self.chars.len() {
            return (end, true);
        }
        if inside > 0 && depth > 0 {
            return (end, false);
        }
        if next == end {
            return (end, dots == 1 && !closed_quote && self.glued(begin, i, end));
        }
        let mut first = next;
        while is_opener(self.at(first)) {
            first += 1;
        }
        let c = self.at(first);
        if c.is_lowercase() || (first == next && matches!(c, ',' | ';' | ':')) {
            return (end, false);
        }
        if dots == 3 && !self.at(i).eq(&'?') && !self.at(i).eq(&'!') && !closed_quote {
            // "He waited... Then he left."
            let opens = first == next && spaced_dots == 0 && OPENERS.contains(&self.word_at(first).as_str());
            return (end, attached && opens);
        }
        // “Are you coming?” Smith asked.
        if closed_quote && first == next && (self.at(i) != '.') && self.speech_follows(next) {
            return (end, false);
        }
        (end, !only_dot || closed_quote || self.full_stop(begin, i, first))
    }

    /// Whether a full stop in front of `first` ends a sentence, by the word before it.
    fn full_stop(&self, begin: usize, i: usize, first: usize) -> bool {
        let (word, from) = self.word_before(begin, i);
        let next = self.word_at(first);
        let opens = OPENERS.contains(&next.as_str()) && self.at(first).is_uppercase();
        let letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
        if letter && self.at(from).is_uppercase() {
            // An initial, unless a small word stands before it: "you and I. Did you", "plan B. It works".
            let mut k = from;
            while k > begin && self.at(k - 1).is_whitespace() {
                k -= 1;
            }
            let (before, at) = self.word_before(begin, k);
            let after_small_word = !before.is_empty() && self.at(at).is_lowercase();
            let initial = next.chars().count() == 1 && self.at(first + 1) == '.';
            return after_small_word && opens && !initial;
        }
        match lexicon::abbreviation(&word) {
            // "est. 1900", but "6 p.m. EST."
            Some(Abbreviation::Before) => word == "est" && self.at(from).is_uppercase(),
            // "At 5 a.m. Mr. Smith went" against "He left at 6 p.m. Mr. Smith then went".
            Some(Abbreviation::Maybe) if matches!(word.as_str(), "a.m" | "p.m") => {
                opens || !self.dates_go_on(first, &next) && self.words_between(begin, from) > 3
            }
            Some(Abbreviation::Maybe) => opens,
            // "J.P."; but "example.com" is a whole word.
            None if word.contains('.') => opens || word.split('.').any(|part| part.chars().count() > 3),
            None => true,
        }
    }

    /// Whether what follows a time of day belongs to it: its day or its time zone ("6 p.m. Tuesday", "6 p.m. EST").
    fn dates_go_on(&self, first: usize, next: &str) -> bool {
        let capitals = (first..first + next.chars().count()).all(|k| self.at(k).is_uppercase());
        lexicon::weekday(next).is_some()
            || lexicon::month(next).is_some()
            || matches!(next, "eastern" | "central" | "pacific" | "mountain" | "greenwich")
            || capitals && (2..=4).contains(&next.chars().count())
    }

    fn words_between(&self, from: usize, to: usize) -> usize {
        (from..to).filter(|&k| self.at(k).is_alphanumeric() && !self.at(k + 1).is_alphanumeric()).count()
    }

    /// "world.Today": a full stop without a space, between a word and a capitalised one. Not in addresses.
    fn glued(&self, begin: usize, i: usize, end: usize) -> bool {
        let before = self.at(i.saturating_sub(1));
        let capital =
            self.at(end).is_uppercase() && (self.at(end + 1).is_lowercase() || self.at(end + 1).is_whitespace());
        if !capital || !(before.is_lowercase() || before.is_ascii_digit()) {
            return false;
        }
        let (word, _) = self.word_before(begin, i);
        // An address has its mark within a few dozen characters; what is longer without a space is none.
        let mut k = end;
        while k < self.chars.len().min(end + LONGEST_ADDRESS) && !self.at(k).is_whitespace() {
            if matches!(self.at(k), '@' | '/') {
                return false;
            }
            k += 1;
        }
        let mut k = i;
        while k > begin && k + LONGEST_ADDRESS > i && !self.at(k - 1).is_whitespace() {
            k -= 1;
            if matches!(self.at(k), '@' | '/') {
                return false;
            }
        }
        word.chars().count() > 1 && lexicon::abbreviation(&word) != Some(Abbreviation::Before)
    }

    /// A capitalised word or two and a verb of saying.
    fn speech_follows(&self, mut i: usize) -> bool {
        for _ in 0..4 {
            let word = self.word_at(i);
            if lexicon::cue_verb(&word).is_some() {
                return true;
            }
            if word.is_empty() || !self.at(i).is_uppercase() {
                return false;
            }
            i += word.chars().count();
            while self.at(i) == ' ' || self.at(i) == '.' {
                i += 1;
            }
        }
        false
    }

    /// Where the items of a list begin ("1. … 2. …", "a) … b) …", "• …"), when the text opens with one and counts on.
    fn list_markers(&self) -> Vec<usize> {
        let mut out = Vec::new();
        let mut expected: Option<(char, u32)> = None;
        let mut i = 0;
        while i < self.chars.len() {
            let at_word = i == 0 || self.at(i - 1).is_whitespace();
            if at_word && let Some((shape, value, width)) = self.marker(i) {
                match expected {
                    None if out.is_empty() && (0..i).all(|k| self.at(k).is_whitespace()) => {
                        out.push(i);
                        expected = Some((shape, value + 1));
                    }
                    Some((s, v)) if s == shape && v == value => {
                        out.push(i);
                        expected = Some((shape, value + 1));
                    }
                    _ => {}
                }
                i += width;
            } else if out.is_empty() && !self.at(i).is_whitespace() {
                return Vec::new();
            } else {
                i += 1;
            }
        }
        if out.len() < 2 { Vec::new() } else { out }
    }

    /// A list marker at `i`: its shape, its number and its width.
    fn marker(&self, i: usize) -> Option<(char, u32, usize)> {
        let mut k = i;
        let bullet = matches!(self.at(k), '•' | '⁃' | '‣' | '◦');
        if bullet {
            k += 1;
            while self.at(k) == ' ' {
                k += 1;
            }
        }
        let begin = k;
        let mut value = 0_u32;
        while self.at(k).is_ascii_digit() && k < begin + 3 {
            value = value * 10 + self.at(k).to_digit(10).unwrap_or_default();
            k += 1;
        }
        let mut shape = '1';
        if k == begin && self.at(k).is_ascii_lowercase() {
            value = self.at(k) as u32 - 'a' as u32;
            shape = 'a';
            k += 1;
        }
        let digits = k > begin;
        let stops = k;
        while matches!(self.at(k), '.' | ')') && k < stops + 2 {
            k += 1;
        }
        if !digits || k == stops || !self.at(k).is_whitespace() {
            return None;
        }
        Some((if bullet { '•' } else { shape }, value, k - i))
    }

    fn in_marker(&self, markers: &[usize], i: usize) -> bool {
        let last = markers.partition_point(|&m| m <= i).checked_sub(1).map(|at| markers[at]);
        last.is_some_and(|m| self.marker(m).is_some_and(|(_, _, width)| i < m + width))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        split(text, Span::new(0, text.len())).into_iter().map(|s| s.of(text)).collect()
    }

    #[test]
    fn abbreviations_do_not_end_sentences_unless_an_opener_follows() {
        assert_eq!(sentences("On 21 Nov. an aide spoke. He left."), ["On 21 Nov. an aide spoke.", "He left."]);
        assert_eq!(sentences("They live in the U.S. They work."), ["They live in the U.S.", "They work."]);
        assert_eq!(sentences("The U.S. Army met Dr. Who."), ["The U.S. Army met Dr. Who."]);
    }

    #[test]
    fn a_time_of_day_goes_on_to_its_day_and_zone() {
        let text = "The vote is at 6 p.m. EST. The count is due at 8 p.m. Tuesday in Ohio.";
        assert_eq!(sentences(text), ["The vote is at 6 p.m. EST.", "The count is due at 8 p.m. Tuesday in Ohio."]);
        assert_eq!(sentences("He left at six at 6 p.m. Mr. Smith stayed.").len(), 2);
    }

    #[test]
    fn brackets_that_close_are_closed() {
        let text = "The fund (run by Acme Ltd.) grew. Costs (in the U.S.) fell. All was well.";
        assert_eq!(
            sentences(text),
            ["The fund (run by Acme Ltd.) grew.", "Costs (in the U.S.) fell.", "All was well."]
        );
        assert_eq!(sentences("He [...] left (\"Go!\") it. She stayed.").len(), 2);
    }

    #[test]
    fn addresses_letters_and_gaps_end_sentences_where_one_opens() {
        assert_eq!(sentences("It is at https://example.com/a_b.html. Please look.").len(), 2);
        assert_eq!(sentences("I agree with plan B. It works.").len(), 2);
        assert_eq!(sentences("He met J. A. Smith there.").len(), 1);
        assert_eq!(sentences("He waited... Then he left.").len(), 2);
        assert_eq!(sentences("He waited ... Leeds won.").len(), 1);
        assert_eq!(sentences("They won!The crowd sang.Nobody left.").len(), 3);
    }

    #[test]
    fn a_few_words_without_a_verb_are_a_fragment() {
        let fragment = |text: &str| read(text, &[Span::new(0, text.len())])[0].fragment;
        for text in ["Not a chance.", "Why now?", "By the numbers:", "Never.", "No, not at the moment."] {
            assert!(fragment(text), "{text}");
        }
        for text in
            ["Police arrived.", "It works.", "Residents flee.", "The crowd cheer.", "That is it.", "Leeds won.", "Run."]
        {
            assert!(!fragment(text), "{text}");
        }
    }

    #[test]
    fn a_question_inside_marks_goes_on_to_its_speaker() {
        assert_eq!(
            sentences("“Are you in?” Smith asked. “Yes.” He was."),
            ["“Are you in?” Smith asked.", "“Yes.”", "He was."]
        );
    }

    #[test]
    fn what_is_longer_than_any_sentence_is_cut_between_words_and_inside_a_word_only_where_it_must() {
        let cut = |text: &str| -> Vec<(usize, bool)> {
            read(text, &[Span::new(0, text.len())]).iter().map(|s| (s.span.of(text).len(), s.cut)).collect()
        };
        assert_eq!(cut(&"seven, ".repeat(500)), [(1994, true), (1504, false)]);
        assert_eq!(cut(&"é".repeat(1500)), [(2000, true), (1000, false)]);
        assert_eq!(cut(&"a ".repeat(1000)), [(1999, false)]);
    }

    #[test]
    fn a_full_stop_before_a_small_letter_ends_nothing() {
        assert_eq!(sentences("It hit Syria. against armed men."), ["It hit Syria. against armed men."]);
    }
}
