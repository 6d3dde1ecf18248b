//! Yes against no: what one article states and another denies, by plain words ("not guilty", "no one was killed", "rose" against
//! "fell"). Never called a contradiction: the two may be said of two things.
//!
//! Guards: only in clauses of one row, with two more words in common, or in its sentences where they share three words in five; a word counts as denied only within four words behind the
//! one that denies it.
//!
//! Gets wrong: double negation, denial by tone or by a verb that is in no list, and "not only".

use super::background::looks_back;
use super::values::Values;
use super::{Found, Item, Part, Relation, item, set_against};
use crate::classes::{self, Sides};
use crate::gather::Gather;
use crate::order::Order;
use crate::report::Field;
use crate::sorted::Map;
use crate::span::Span;
use crate::token::{self, Token};
use crate::words::{Bag, Vocabulary};

/// Words that deny what follows.
pub(super) const DENIES: [&str; 17] = [
    "yet", "not", "no", "none", "nobody", "never", "neither", "nor", "without", "cannot", "didn't", "doesn't",
    "wasn't", "isn't", "weren't", "hasn't", "won't",
];

/// Those that deny a noun: another one of its kind may well be.
const DENIES_NOUNS: [&str; 5] = ["no", "none", "neither", "nor", "without"];

/// Words in front of what may be, or is still to come.
const OPEN: [&str; 9] = ["to", "could", "would", "may", "might", "should", "can", "must", "if"];

/// How far in front of a word they may stand, in tokens.
const OPEN_REACH: usize = 3;

/// How far behind a word that denies its content may stand, in tokens.
const REACH: usize = 5;

/// How many further words both clauses must hold.
const SHARED: usize = 2;

/// How far, in tokens, words count as near a noun.
const NEAR: usize = 12;

/// A word with content, and whether it is denied.
#[derive(Clone)]
pub(super) struct Word {
    /// Its last key.
    key: u32,
    at: Span,
    /// The word that denies it.
    denier: Option<Span>,
    /// Whether it is told as so, or as not so: no name, nothing that could be or is yet to do, no "no" in front of a noun.
    plain: bool,
    /// Where its key stands among words that exclude each other.
    sides: &'static Sides,
}

impl Word {
    fn is_denied(&self) -> bool {
        self.denier.is_some()
    }

    /// From the word that denies it, or the word itself.
    fn span(&self) -> Span {
        self.denier.map_or(self.at, |denier| denier.join(self.at))
    }
}

/// What a clause or a sentence tells.
struct Told {
    words: Vec<Word>,
    keys: Bag,
    /// Whether any word is denied, and whether any has a word that excludes it.
    denies: bool,
    excludes: bool,
}

/// The first pair of clauses of one row of which one denies what the other states; else of whole sentences that are alike.
pub(super) fn in_parts(values: &Values<'_>, parts: &[Part]) -> Option<Found> {
    let whole: Vec<Part> = parts.iter().map(|&((a, s), _)| ((a, s), values.documents[a].claims[s].span)).gather();
    let alike = |left: &Told, right: &Told, shared: usize| 10 * shared >= 6 * left.words.len().min(right.words.len());
    first(values, parts, &|_, _, _| true).or_else(|| first(values, &whole, &alike))
}

fn first(values: &Values<'_>, parts: &[Part], alike: &dyn Fn(&Told, &Told, usize) -> bool) -> Option<Found> {
    let told: Vec<Told> = parts.iter().map(|part| told(values, part)).gather();
    for (i, left) in told.iter().enumerate() {
        for (k, right) in told.iter().enumerate().skip(i + 1) {
            let ((a, s), _) = parts[i];
            let ((b, z), _) = parts[k];
            // Most clauses deny nothing, and have no word that another excludes.
            if a == b || !(left.denies || right.denies || left.excludes && right.excludes) {
                continue;
            }
            let shared = left.keys.shared(&right.keys);
            if shared <= SHARED || !alike(left, right, shared) {
                continue;
            }
            let Some((one, other)) = opposed(&left.words, &right.words) else { continue };
            let mut items = vec![item(a, s, one), Item { way: 1, ..item(b, z, other) }];
            items.order_by_key(|i| i.article);
            return Some(Found { field: Field::Certainty, items, compatible: true, note: None, sharpness: 80 });
        }
    }
    None
}

/// What befell people by one article and did not by another, over a whole story: "nobody has been arrested", "police arrested
/// two men".
///
/// Guards: [`SHARED`] words in common in the two sentences besides; nothing of long before; no article that says both.
pub(super) fn of_fates(values: &Values<'_>, articles: &[usize]) -> Vec<Found> {
    // By what befell them: article, value, words of the sentence, whether it is denied.
    let mut fates: Map<&str, Vec<(Item, Bag, bool)>> = Map::new();
    for (a, document) in articles.iter().map(|&a| (a, &values.documents[a])) {
        for (s, sentence) in document.sentences.iter().enumerate() {
            let tokens = &sentence.tokens;
            let verbs = tokens.iter().filter(|t| t.lower.ends_with("ed") || t.is("dead") || t.is("died"));
            let fate = verbs.filter_map(|t| Some((t.span, token::keys(t).iter().find_map(|key| classes::fate(key))?)));
            let Some((at, fate)) = fate.last().filter(|_| !looks_back(document, s)) else { continue };
            let all = values.told.of((a, s), || words(tokens, &values.vocabulary));
            let Some(word) = all.iter().find(|word| word.at == at) else { continue };
            let keys = Bag::new(all.iter().filter(|w| w.at != at).map(|w| w.key).gather());
            let value = item(a, s, word.span());
            fates.or_default(fate).push((value, keys, word.is_denied()));
        }
    }
    let mut out = Vec::new();
    for told in fates.into_values() {
        let says = |article: usize, denied: bool| told.iter().any(|(i, _, d)| i.article == article && *d == denied);
        for (no, keys, _) in told.iter().filter(|(i, _, denied)| *denied && !says(i.article, false)) {
            let stated =
                |(i, own, denied): &&(Item, Bag, bool)| !denied && !says(i.article, true) && own.shared(keys) >= SHARED;
            let Some((yes, ..)) = told.iter().find(stated) else { continue };
            let mut items = vec![no.clone(), Item { way: 1, ..yes.clone() }];
            items.order_by_key(|i| i.article);
            out.push(Found { field: Field::Certainty, items, compatible: true, note: None, sharpness: 79 });
            break;
        }
    }
    out
}

/// A noun with a word in front that excludes others there.
struct Described {
    contrary: &'static Sides,
    around: Bag,
}

/// Words in front of what is wanted, feared or left out, and not told.
const NOT_TOLD: [&str; 26] = [
    "demand",
    "demands",
    "demanded",
    "demanding",
    "want",
    "wants",
    "wanted",
    "seek",
    "seeks",
    "sought",
    "call",
    "calls",
    "called",
    "calling",
    "ask",
    "asked",
    "instead",
    "rather",
    "refused",
    "refuses",
    "rejected",
    "request",
    "requested",
    "if",
    "whether",
    "without",
];

/// A noun that one article calls full and another partial, over a whole story: the first article of each kind.
///
/// Guards: [`SHARED`] words in common near the two; nothing that is wanted or denied; no article that prints both.
pub(super) fn of_nouns(values: &Values<'_>, articles: &[usize]) -> Vec<Found> {
    let mut nouns: Map<String, Vec<(Item, Described)>> = Map::new();
    for (a, document) in articles.iter().map(|&a| (a, &values.documents[a])) {
        for (s, sentence) in document.sentences.iter().enumerate() {
            let tokens = &sentence.tokens;
            for i in 1..tokens.len() {
                let (Some(word), Some(noun)) = (token::keys(&tokens[i - 1]).last(), token::keys(&tokens[i]).last())
                else {
                    continue;
                };
                let contrary = classes::contraries(word);
                let plain = tokens[i - 1].is_word() && tokens[i].is_word() && !contrary.is_empty();
                let from = i.saturating_sub(REACH + 2);
                if !plain || tokens[from..i].iter().any(|t| t.is_any(&NOT_TOLD) || t.is_any(&DENIES)) {
                    continue;
                }
                let near = tokens[i.saturating_sub(NEAR)..tokens.len().min(i + NEAR)].iter().filter(|t| t.is_word());
                let around = token::bag(near, &values.vocabulary);
                let span = Span { start: tokens[i - 1].span.start, end: tokens[i].span.end };
                let described = Described { contrary, around };
                nouns.or_default(noun.clone()).push((item(a, s, span), described));
            }
        }
    }
    let relation = |l: &Described, r: &Described| {
        // The noun is one of them.
        if l.around.shared(&r.around) <= SHARED {
            Relation::Unrelated
        } else if classes::exclude(l.contrary, r.contrary) {
            Relation::Unlike
        } else {
            Relation::Equal
        }
    };
    let found = |items| Found { field: Field::Scope, items, compatible: true, note: None, sharpness: 78 };
    nouns.into_values().filter_map(|told| set_against(&told, relation).map(|(items, _)| found(items))).gather()
}

fn told(values: &Values<'_>, &(member, clause): &Part) -> Told {
    let all =
        values.told.of(member, || words(&values.documents[member.0].sentences[member.1].tokens, &values.vocabulary));
    let words: Vec<Word> = all.iter().filter(|word| clause.holds(word.at)).cloned().gather();
    Told {
        keys: Bag::new(words.iter().map(|word| word.key).gather()),
        denies: words.iter().any(Word::is_denied),
        excludes: words.iter().any(|word| !word.sides.is_empty()),
        words,
    }
}

/// The words with content of a sentence.
fn words(tokens: &[Token], vocabulary: &Vocabulary) -> Vec<Word> {
    let content = |t: &&Token| t.is_word() && !t.is_stop_word();
    let mut out = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(key) = Some(token).filter(content).and_then(|t| token::keys(t).last()) else { continue };
        let from = i.saturating_sub(REACH);
        // "No fewer than 12" denies nothing.
        let denies = |&k: &usize| {
            tokens[k].is_any(&DENIES)
                // "Have yet to", and not "yet another".
                && (!tokens[k].is("yet") || tokens.get(k + 1).is_some_and(|t| t.is("to")))
                && !tokens.get(k + 1).is_some_and(|t| t.is_any(&["fewer", "less", "more", "only", "later", "doubt"]))
                // "No one but the mayor" is the mayor.
                && !(k + 1..k + 3).any(|k| tokens.get(k).is_some_and(|t| t.is_any(&["but", "except"])))
        };
        // Only the first word with content behind it: "not named by the clinic" denies the naming.
        let counts = |t: &Token| content(&t) && t.number_word().is_none();
        let denier =
            (from..i).rev().take_while(|&k| tokens[k].is_word() && (!counts(&tokens[k]) || denies(&k))).find(denies);
        // "Had we not opened the gates, the dam would be gone": what did not happen is neither stated nor denied.
        // Who does not think so denies it, though not the word.
        let unreal = denier.is_some() && tokens.iter().any(|t| t.is_any(&["if", "unless"]) || t.is("would"))
            || denied_thought(tokens, i);
        if unreal {
            continue;
        }
        // "Could harm", "to sign": neither so nor not so.
        let open = tokens[i.saturating_sub(OPEN_REACH)..i].iter().any(|t| t.is_any(&OPEN));
        let noun = denier.is_some_and(|k| tokens[k].is_any(&DENIES_NOUNS));
        out.push(Word {
            key: vocabulary.word(key),
            at: token.span,
            denier: denier.map(|k| tokens[k].span),
            plain: !(noun || token.capital && i > 0 || open && denier.is_none()),
            sides: classes::opposites(key),
        });
    }
    out
}

/// Whether somebody does not think or believe what the word at a token says.
fn denied_thought(tokens: &[Token], i: usize) -> bool {
    let thinks = |k: &usize| tokens[*k].is_any(&["think", "believe", "expect", "know", "thought", "believed"]);
    let denied = |k: usize| {
        tokens[k.saturating_sub(2)..k]
            .iter()
            .any(|t| t.is_any(&DENIES) || t.lower.ends_with("n't") || t.lower.ends_with("n’t"))
    };
    (0..i).rev().take(2 * REACH).find(thinks).is_some_and(denied)
}

/// A word that one clause denies and the other states, or two words that exclude each other.
fn opposed<'w>(left: &'w [Word], right: &'w [Word]) -> Option<(Span, Span)> {
    let states = |words: &[Word], key: u32, denied: bool| words.iter().any(|w| w.key == key && w.is_denied() == denied);
    let plain_words = |words: &'w [Word]| words.iter().filter(|w| w.plain);
    for l in plain_words(left) {
        for r in plain_words(right) {
            let denied = l.key == r.key && l.is_denied() != r.is_denied();
            // A clause that both states and denies a word tells of two things.
            let plain = || !states(left, l.key, !l.is_denied()) && !states(right, r.key, !r.is_denied());
            let excluded = !l.is_denied() && !r.is_denied() && classes::exclude(l.sides, r.sides);
            let apart = || !right.iter().any(|w| w.key == l.key) && !left.iter().any(|w| w.key == r.key);
            if denied && plain() || excluded && apart() {
                return Some((l.span(), r.span()));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::classes;

    #[test]
    fn words_exclude_those_across_the_bar_and_not_those_beside_them() {
        let are_opposites =
            |left: &str, right: &str| classes::exclude(classes::opposites(left), classes::opposites(right));
        assert!(are_opposites("acquit", "convict") && are_opposites("convict", "acquit"));
        assert!(
            !are_opposites("acquit", "acquit") && !are_opposites("rise", "increas") && !are_opposites("rise", "acquit")
        );
    }
}
