//! An article cut into paragraphs of sentences and what lies between them, for reading a sentence where it stands.

use crosscheck_engine::report::{Article, FurnitureKind, Range};

/// A run of text and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Where it stands in the article.
    pub at: Range,
    /// What it is.
    pub role: Role,
}

/// What a run of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A sentence of the body, by index.
    Sentence(usize),
    /// Page furniture.
    SetAside(FurnitureKind),
    /// What lies between.
    Between,
}

/// The whole text in paragraphs; a line break outside of a sentence ends a paragraph.
pub fn whole(article: &Article) -> Vec<Vec<Piece>> {
    cut(article, 0, article.text.len() as u32, 0..article.sentences.len())
}

/// A sentence with its neighbours.
pub fn around(article: &Article, sentence: usize) -> Vec<Vec<Piece>> {
    let from = sentence.saturating_sub(1);
    let to = (sentence + 2).min(article.sentences.len());
    match article.sentences.get(from..to) {
        Some([first, .., last]) => cut(article, first.start, last.end, from..to),
        Some([only]) => cut(article, only.start, only.end, from..to),
        _ => Vec::new(),
    }
}

/// How many letters are shown on either side of words in their sentence.
const REACH: usize = 70;

/// What stands before and after words in their sentence, cut between words where it is long.
pub fn stretch(before: &str, after: &str) -> (String, String) {
    let mut shown = (before.to_owned(), after.to_owned());
    if let Some((cut, _)) = before.char_indices().rev().nth(REACH) {
        let from = before[cut..].find(' ').map_or(before.len(), |space| cut + space);
        shown.0 = ["…", &before[from..]].concat();
    }
    if let Some((cut, _)) = after.char_indices().nth(REACH) {
        shown.1 = [&after[..after[..cut].rfind(' ').unwrap_or(0)], " …"].concat();
    }
    shown
}

fn cut(article: &Article, from: u32, to: u32, sentences: std::ops::Range<usize>) -> Vec<Vec<Piece>> {
    let mut paragraphs = vec![Vec::new()];
    let mut cursor = from;
    for index in sentences {
        let at = article.sentences[index];
        gap(article, Range { start: cursor, end: at.start }, &mut paragraphs);
        push(&mut paragraphs, Piece { at, role: Role::Sentence(index) });
        cursor = at.end;
    }
    gap(article, Range { start: cursor, end: to }, &mut paragraphs);
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Furniture is cut to the gap, so that a sentence always stays in one piece.
fn gap(article: &Article, gap: Range, paragraphs: &mut Vec<Vec<Piece>>) {
    let mut cursor = gap.start;
    for aside in &article.set_aside {
        let at = Range { start: aside.start.max(cursor), end: aside.end.min(gap.end) };
        if at.start < at.end {
            lines(article, Range { start: cursor, end: at.start }, Role::Between, paragraphs);
            lines(article, at, Role::SetAside(aside.kind), paragraphs);
            cursor = at.end;
        }
    }
    lines(article, Range { start: cursor, end: gap.end }, Role::Between, paragraphs);
}

fn lines(article: &Article, at: Range, role: Role, paragraphs: &mut Vec<Vec<Piece>>) {
    let mut start = at.start;
    for (index, line) in crate::story::text(article, at).split('\n').enumerate() {
        if index > 0 {
            paragraphs.push(Vec::new());
        }
        let end = start + line.len() as u32;
        let opens = paragraphs.last().is_none_or(Vec::is_empty);
        if start < end && !(opens && line.trim().is_empty()) {
            push(paragraphs, Piece { at: Range { start, end }, role });
        }
        start = end + 1;
    }
}

fn push(paragraphs: &mut [Vec<Piece>], piece: Piece) {
    if let Some(last) = paragraphs.last_mut() {
        last.push(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::text;
    use crosscheck_engine::report::{ArticleId, SetAside};

    fn article(body: &str, sentences: &[&str], aside: &[&str]) -> Article {
        let at = |words: &&str| {
            let start = body.find(words).expect("the words stand in the body") as u32;
            Range { start, end: start + words.len() as u32 }
        };
        Article {
            id: ArticleId("a".into()),
            file: "a.txt".into(),
            text: body.into(),
            set_aside: aside
                .iter()
                .map(at)
                .map(|Range { start, end }| SetAside { start, end, kind: FurnitureKind::Teaser })
                .collect(),
            sentences: sentences.iter().map(at).collect(),
            ..Article::default()
        }
    }

    fn shown<'a>(article: &'a Article, paragraphs: &[Vec<Piece>]) -> Vec<Vec<&'a str>> {
        paragraphs.iter().map(|paragraph| paragraph.iter().map(|piece| text(article, piece.at)).collect()).collect()
    }

    #[test]
    fn a_line_break_between_sentences_starts_a_paragraph() {
        let a = article("One. Two.\n\nThree.\n", &["One.", "Two.", "Three."], &[]);
        assert_eq!(shown(&a, &whole(&a)), [vec!["One.", " ", "Two."], vec!["Three."]]);
    }

    #[test]
    fn the_neighbours_of_a_sentence_come_with_it() {
        let a = article("One. Two. Three. Four.", &["One.", "Two.", "Three.", "Four."], &[]);
        assert_eq!(shown(&a, &around(&a, 2)), [vec!["Two.", " ", "Three.", " ", "Four."]]);
        assert_eq!(shown(&a, &around(&a, 0)), [vec!["One.", " ", "Two."]]);
    }

    #[test]
    fn words_are_shown_in_a_stretch_of_their_sentence_that_ends_between_words() {
        let (before, after) = (["früh "; 40].concat(), [" spät"; 40].concat());
        let cut = (["…", &[" früh"; 14].concat(), " "].concat(), [&[" spät"; 13].concat(), " …"].concat());
        assert_eq!(stretch(&before, &after), cut);
        assert_eq!(stretch("It fell ", "."), ("It fell ".to_owned(), ".".to_owned()));
        assert_eq!(stretch("", &"ö".repeat(200)), (String::new(), " …".to_owned()));
    }

    #[test]
    fn furniture_never_cuts_a_sentence() {
        let a = article("READ MORE. One here.", &["One here."], &["READ MORE. One"]);
        let paragraphs = whole(&a);
        assert_eq!(shown(&a, &paragraphs), [vec!["READ MORE. ", "One here."]]);
        assert_eq!(paragraphs[0][0].role, Role::SetAside(FurnitureKind::Teaser));
    }
}
