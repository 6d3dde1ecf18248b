//! Two prints of one statement, word by word: what one has of the other, what it lacks, and what it has that the other has not.

/// Pairs of words that are compared at the most; of longer texts nothing is said.
const MOST: usize = 160_000;
/// Bytes of a word that, alone between words that are unlike, counts as one of them ("on" in a sentence put otherwise).
const ISLAND: usize = 3;

/// How a run of words stands to the fullest print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Both prints have it.
    Same,
    /// The fullest print has it, this one does not.
    Lacks,
    /// This print has it, the fullest does not.
    Has,
}

/// A run of words as printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// How it stands to the fullest print.
    pub mark: Mark,
    /// How many words it is.
    pub words: usize,
    /// The words: what is lacking as the fullest print has it, all else as this one does.
    pub text: &'a str,
}

/// A print against the fullest one, in the order of reading; where words stand in place of others, those that are lacking come
/// first. None where less than half of the shorter text is common to both, so that marks would show nothing, and where they are
/// very long.
pub fn against<'a>(full: &'a str, print: &'a str) -> Option<Vec<Run<'a>>> {
    let (all, own) = (words(full), words(print));
    if all.len() * own.len() > MOST {
        return None;
    }
    // For each pair of places: how many words the rests from there on have in common.
    let width = own.len() + 1;
    let mut common = vec![0_u16; (all.len() + 1) * width];
    for i in (0..all.len()).rev() {
        for j in (0..own.len()).rev() {
            let at = i * width + j;
            common[at] = if all[i].folded == own[j].folded {
                common[at + width + 1] + 1
            } else {
                common[at + width].max(common[at + 1])
            };
        }
    }
    if usize::from(common[0]) * 2 < all.len().min(own.len()) {
        return None;
    }
    let same = |i: usize, j: usize| i < all.len() && j < own.len() && all[i].folded == own[j].folded;
    // What is unlike between two runs of common words: from and to, in the fullest print and in this one.
    let mut unlike: Vec<[usize; 4]> = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < all.len() || j < own.len() {
        if same(i, j) {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        let (from, own_from) = (i, j);
        while (i < all.len() || j < own.len()) && !same(i, j) {
            let at = i * width + j;
            if j == own.len() || i < all.len() && common[at + width] >= common[at + 1] {
                i += 1;
            } else {
                j += 1;
            }
        }
        match unlike.last_mut() {
            Some(last)
                if last[1] + 1 == from
                    && all[last[1]].folded.len() <= ISLAND
                    && long(last)
                    && long(&[from, i, own_from, j]) =>
            {
                (last[1], last[3]) = (i, j);
            }
            _ => unlike.push([from, i, own_from, j]),
        }
    }
    let mut runs = Vec::new();
    let mut at = 0;
    for [from, to, own_from, own_to] in unlike {
        push(&mut runs, Mark::Same, print, &own[at..own_from]);
        push(&mut runs, Mark::Lacks, full, &all[from..to]);
        push(&mut runs, Mark::Has, print, &own[own_from..own_to]);
        at = own_to;
    }
    push(&mut runs, Mark::Same, print, &own[at..]);
    Some(runs)
}

/// Whether so much is unlike that a small word beside it is common by chance.
fn long([from, to, own_from, own_to]: &[usize; 4]) -> bool {
    to - from >= 3 || own_to - own_from >= 3
}

/// A text in the form in which prints of it are the same: less case of letters, marks between words, and points in initials.
pub fn folded(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded + " ").collect()
}

/// How many words a text has.
pub fn length(text: &str) -> usize {
    words(text).len()
}

struct Word {
    start: usize,
    end: usize,
    folded: String,
}

/// The words of a text with the marks around them. A mark that stands alone belongs to the word before it.
fn words(text: &str) -> Vec<Word> {
    let mut all: Vec<Word> = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive(char::is_whitespace) {
        let printed = piece.trim_end();
        let end = start + printed.len();
        let folded = fold(printed);
        match all.last_mut() {
            _ if printed.is_empty() => {}
            Some(last) if folded.is_empty() => last.end = end,
            Some(last) if last.folded.is_empty() => (last.end, last.folded) = (end, folded),
            _ => all.push(Word { start, end, folded }),
        }
        start += piece.len();
    }
    all.retain(|word| !word.folded.is_empty());
    all
}

/// A figure keeps its points: 1.5 is not 15.
fn fold(word: &str) -> String {
    let bare = word.trim_matches(|c: char| ".,;:!?…\"'“”„‘’‚«»()[]".contains(c));
    let figure = bare.contains(|c: char| c.is_ascii_digit());
    bare.chars().filter(|c| figure || c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn push<'a>(runs: &mut Vec<Run<'a>>, mark: Mark, text: &'a str, words: &[Word]) {
    if let [first, ..] = words {
        let text = &text[first.start..words[words.len() - 1].end];
        runs.push(Run { mark, words: words.len(), text });
    }
}

#[cfg(test)]
mod tests {
    use super::Mark::{Has, Lacks, Same};
    use super::{MOST, Mark, against, folded, length};

    fn marks<'a>(full: &'a str, print: &'a str) -> Vec<(Mark, &'a str)> {
        let runs = against(full, print).expect("much is common");
        runs.into_iter().map(|run| (run.mark, run.text)).collect()
    }

    #[test]
    fn words_that_are_cut_changed_and_added_are_told_from_those_that_stay() {
        let full = "The strikes were in direct response to the attacks by Iran";
        assert_eq!(
            marks(full, "direct response to attacks"),
            [
                (Lacks, "The strikes were in"),
                (Same, "direct response to"),
                (Lacks, "the"),
                (Same, "attacks"),
                (Lacks, "by Iran"),
            ]
        );
        assert_eq!(
            marks("about 66 times since", "approximately 66 times now since then"),
            [
                (Lacks, "about"),
                (Has, "approximately"),
                (Same, "66 times"),
                (Has, "now"),
                (Same, "since"),
                (Has, "then"),
            ]
        );
    }

    #[test]
    fn a_small_word_alone_between_much_that_is_unlike_is_not_common() {
        let full = "by the groups such as those here on the day that it was";
        assert_eq!(
            marks(full, "by the groups on US and other forces"),
            [
                (Same, "by the groups"),
                (Lacks, "such as those here on the day that it was"),
                (Has, "on US and other forces"),
            ]
        );
        assert_eq!(marks("they hit on Monday", "they fell on Tuesday")[3], (Same, "on"));
    }

    #[test]
    fn case_marks_and_kinds_of_quotation_marks_make_no_other_words() {
        let full = "The U.S. forces – “don’t” stop, he’d said … so.";
        let print = "the US forces \"don't\" stop; he'd said so";
        assert_eq!(marks(full, print), [(Same, print)]);
        assert_eq!(folded(full), folded(print));
        assert_eq!(length(full), 8);
        assert_eq!(marks("It took 1.5 hours", "It took 15 hours")[1..3], [(Lacks, "1.5"), (Has, "15")]);
    }

    #[test]
    fn all_words_of_both_prints_stand_in_the_runs_in_their_order() {
        let (full, print) = ("one two three four five six", "zero two four three five seven six");
        let runs = against(full, print).expect("much is common");
        let of = |one: Mark| {
            let own = runs.iter().filter(|run| run.mark == Same || run.mark == one);
            own.map(|run| run.text).collect::<Vec<_>>().join(" ")
        };
        assert_eq!((of(Lacks).as_str(), of(Has).as_str()), (full, print));
    }

    #[test]
    fn nothing_is_marked_in_texts_that_share_little_or_are_very_long() {
        assert_eq!(against("one two three four", "one five six seven"), None);
        let long = "word ".repeat(MOST.isqrt() + 1);
        assert_eq!(against(&long, &long), None);
        assert_eq!(against("", "…"), Some(Vec::new()));
    }
}
