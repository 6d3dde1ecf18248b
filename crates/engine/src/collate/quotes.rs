//! Quotations: one statement and every article that carries it.
//!
//! Prints are grouped longest first, each with the first longer one that has most of its words. A word alone is a print only
//! of the same speaker's one statement that has it. What is printed as one sentence, and by others in halves, is two statements.
//! Statements of one speaker that no article prints both are one where they say the same in other words: translated twice.
//!
//! Gets wrong: two statements of one speaker in nearly the same words; a translation that shares neither words nor their order.

use super::passages::Passage;
use crate::classes;
use crate::compare::same_speaker;
use crate::document::Document;
use crate::gather::Gather;
use crate::lexicon;
use crate::mention::quote::QuoteKind;
use crate::mention::spelling;
use crate::order::Order;
use crate::report::{QuoteChange, Voice};
use crate::sorted::{Map, Set};
use crate::span::Span;
use crate::token::{self, Token, lower_case};
use crate::words::{Bag, Vocabulary};

/// One print of a statement: a quotation, or the part of one that lies in one sentence.
#[derive(Clone, Debug)]
pub(crate) struct Print {
    pub(crate) article: usize,
    pub(crate) span: Span,
    pub(crate) change: QuoteChange,
    /// Index of the sentence.
    sentence: usize,
    /// Index of the quotation.
    quote: usize,
    /// As numbers.
    words: Vec<u32>,
    /// Those with content.
    content: Bag,
    /// Where a second statement may begin: behind ", and" and the like.
    joints: Vec<Joint>,
    speaker: Option<String>,
}

/// A place where a sentence goes on with another clause of its own.
#[derive(Clone, Copy, Debug)]
struct Joint {
    /// Index of the first of the print's words behind it, the joining word left out.
    word: usize,
    /// Where the words in front of it end, and those behind it begin.
    end: u32,
    start: u32,
}

/// A statement.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub(crate) speaker: Option<String>,
    /// Sorted by article and place.
    pub(crate) prints: Vec<Print>,
}

/// The fewest words with content that make a quotation worth matching by its words alone.
const LEAST_CONTENT: usize = 2;

/// With how many prints of a statement another one is compared.
const MOST_PRINTS: usize = 4;

/// All statements that are quoted somewhere, in the order of their first print.
pub(crate) fn find(documents: &[Document<'_>], passages: &[Passage]) -> Vec<Statement> {
    let vocabulary = Vocabulary::default();
    let mut prints = divide(documents, &prints(documents, &vocabulary), &vocabulary);
    // Longest first: a fragment joins the fullest print.
    prints.order_by(|a, b| b.words.len().cmp(&a.words.len()).then(a.article.cmp(&b.article)).then(a.span.cmp(&b.span)));
    let (merged, prints): (Vec<Print>, Vec<Print>) = take_merged(prints);
    let mut statements: Vec<Statement> = Vec::new();
    let mut having = Index::default();
    for print in prints {
        // A part may be of a print in other words: "…, the dam would be at risk" where the fullest print has "in danger".
        let of = |s: usize| statements[s].prints.iter().take(MOST_PRINTS).find(|full| same(full, &print));
        let joined = having.sharing(&print).find_map(|s| Some((s, change(&of(s)?.words, &print.words))));
        let joined = joined.or_else(|| {
            let s = single_word(&statements, &having, &print)?;
            Some((s, change(&statements[s].prints[0].words, &print.words)))
        });
        if let Some((s, found)) = joined {
            let full = &statements[s].prints[0].words;
            let change = if found == QuoteChange::Exact { change(full, &print.words) } else { found };
            if change == QuoteChange::Reworded {
                having.add(s, &print);
            }
            statements[s].prints.push(Print { change, ..print });
        } else {
            having.add(statements.len(), &print);
            statements.push(Statement { speaker: None, prints: vec![print] });
        }
    }
    for whole in merged {
        let parts: Vec<usize> = having.sharing(&whole).filter(|&s| inside(&whole, &statements[s].prints[0])).gather();
        for s in parts {
            statements[s].prints.push(Print { change: QuoteChange::Merged, ..whole.clone() });
        }
    }
    let mut statements = retold(documents, statements);
    unmarked(documents, passages, &mut statements);
    reported(documents, &mut statements);
    for statement in &mut statements {
        statement.prints.order_by_key(|a| (a.article, a.span));
        statement.speaker = statement.prints.iter().find_map(|p| p.speaker.clone());
    }
    statements.order_by_key(|s| (s.prints[0].article, s.prints[0].span));
    statements
}

/// Every quotation, cut at the ends of sentences.
fn prints(documents: &[Document<'_>], vocabulary: &Vocabulary) -> Vec<Print> {
    let mut out = Vec::new();
    for (article, document) in documents.iter().enumerate() {
        for (quote, (q, speaker)) in document.quotes.iter().zip(&document.quote_speakers).enumerate() {
            if q.kind == QuoteKind::Scare && q.span.of(document.text).split_whitespace().count() < 2 {
                continue;
            }
            for (sentence, s) in
                document.sentences.iter().enumerate().skip(q.sentence).take_while(|(_, s)| s.span.start < q.span.end)
            {
                let span = Span { start: q.span.start.max(s.span.start), end: q.span.end.min(s.span.end) };
                if span.start < span.end {
                    let speaker = speaker.as_ref().map(|s| s.name.clone());
                    let bare = Print { sentence, quote, ..bare(article, span, speaker) };
                    out.push(Print { change: QuoteChange::Exact, ..with_words(document, bare, vocabulary) });
                }
            }
        }
    }
    out
}

/// Which statements have a word with content.
#[derive(Default)]
struct Index(Vec<Vec<usize>>);

impl Index {
    fn add(&mut self, statement: usize, print: &Print) {
        for word in print.content.words() {
            self.0.resize(self.0.len().max(word as usize + 1), Vec::new());
            self.0[word as usize].push(statement);
        }
    }

    /// Those that have a word.
    fn having(&self, word: u32) -> &[usize] {
        self.0.get(word as usize).map_or(&[], Vec::as_slice)
    }

    /// The statements that share most of a print's words, or have most of theirs in it, in order.
    fn sharing(&self, print: &Print) -> impl Iterator<Item = usize> + use<> {
        let mut shared: Map<usize, usize> = Map::new();
        for &statement in print.content.words().flat_map(|word| self.having(word)) {
            *shared.or_default(statement) += 1;
        }
        shared.into_iter().filter(|(_, n)| *n >= LEAST_CONTENT).map(|(s, _)| s)
    }
}

/// A lone word in marks is a print of the one statement that has it, if its speaker is the same.
fn single_word(statements: &[Statement], having: &Index, print: &Print) -> Option<usize> {
    let word = print.content.words().next().filter(|_| print.content.len() == 1 && print.words.len() <= 2)?;
    let [statement] = having.having(word) else { return None };
    let full = &statements[*statement].prints[0];
    let longer = full.words.len() > 4 && full.article != print.article;
    let by = full.speaker.as_deref().zip(print.speaker.as_deref()).is_some_and(|(l, r)| same_speaker(l, r));
    (longer && by).then_some(*statement)
}

/// Prints by their first three words, to find those that stand whole in a longer one.
struct Heads<'a> {
    prints: &'a [Print],
    heads: Map<&'a [u32], Vec<usize>>,
}

/// How many prints that begin alike are looked at.
const MOST_ALIKE: usize = 64;

impl<'a> Heads<'a> {
    fn new(prints: &'a [Print]) -> Self {
        let mut heads: Map<&[u32], Vec<usize>> = Map::new();
        for (i, print) in prints.iter().enumerate().filter(|(_, p)| p.words.len() >= 4) {
            heads.or_default(&print.words[..3]).push(i);
        }
        Self { prints, heads }
    }

    /// The shorter prints of other articles whose words stand in a print, in order and together, by where in it they begin.
    fn inside(&self, whole: &Print) -> Vec<(usize, &'a Print)> {
        let mut parts = Vec::new();
        for at in 0..whole.words.len().saturating_sub(2) {
            for &i in self.heads.get(&whole.words[at..at + 3]).into_iter().flatten().take(MOST_ALIKE) {
                let part = &self.prints[i];
                let shorter = part.article != whole.article && part.words.len() < whole.words.len();
                if shorter && whole.words[at..].starts_with(&part.words) {
                    parts.push((at, part));
                }
            }
        }
        parts
    }
}

/// Cuts prints where a clause begins of which others print nothing but it, while nothing but the clauses before it is printed by
/// others still: each half is a statement.
fn divide(documents: &[Document<'_>], prints: &[Print], vocabulary: &Vocabulary) -> Vec<Print> {
    let heads = Heads::new(prints);
    let cut = |whole: &Print| {
        let parts = if whole.joints.is_empty() { Vec::new() } else { heads.inside(whole) };
        whole.joints.iter().copied().find(|joint| {
            let before = parts.iter().any(|(at, part)| *at == 0 && at + part.words.len() < joint.word);
            let behind = parts.iter().any(|(at, _)| *at >= joint.word && *at <= joint.word + 1);
            let over = parts.iter().any(|(at, part)| *at < joint.word && at + part.words.len() > joint.word);
            before && behind && !over
        })
    };
    let mut out = Vec::new();
    for print in prints {
        match cut(print) {
            Some(joint) => {
                for span in [Span { end: joint.end, ..print.span }, Span { start: joint.start, ..print.span }] {
                    out.push(with_words(&documents[print.article], Print { span, ..print.clone() }, vocabulary));
                }
            }
            None => out.push(print.clone()),
        }
    }
    out
}

/// Prints that hold, inside one pair of marks, two statements that another article prints apart: apart from the others.
fn take_merged(prints: Vec<Print>) -> (Vec<Print>, Vec<Print>) {
    let heads = Heads::new(&prints);
    let is_merged = |whole: &Print| {
        let parts = heads.inside(whole);
        parts.iter().enumerate().any(|(i, (at, part))| {
            parts[i + 1..].iter().any(|(other_at, other)| {
                let apart = part.quote != other.quote && part.sentence.abs_diff(other.sentence) > 1;
                part.article == other.article && apart && at + part.words.len() <= *other_at
            })
        })
    };
    let found: Vec<bool> = prints.iter().map(is_merged).gather();
    let mut found = found.into_iter();
    prints.into_iter().partition(|_| found.next().unwrap_or(false))
}

/// Whether all words of a print stand in a longer one, in order and together.
fn inside(whole: &Print, part: &Print) -> bool {
    part.article != whole.article && longest_run(&whole.words, &part.words) == part.words.len()
}

/// A print with its words and joints read.
fn with_words(document: &Document<'_>, print: Print, vocabulary: &Vocabulary) -> Print {
    let tokens: Vec<&Token> = document.tokens_in(print.span).gather();
    let mut words = Vec::new();
    let mut content = Vec::new();
    let mut joints = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let pause = i.checked_sub(2).map(|p| tokens[p]).filter(|t| t.is_any(&[",", ";"]));
        if let Some(pause) = pause.filter(|_| tokens[i - 1].is_any(&["and", "but"])) {
            joints.push(Joint { word: words.len(), end: pause.span.start, start: token.span.start });
        }
        if token.kind != token::Kind::Mark {
            let bare = token.lower.contains('.').then(|| token.lower.replace('.', ""));
            let number = vocabulary.word(bare.as_deref().unwrap_or(&token.lower));
            words.push(number);
            if !bare.map_or(token.is_stop_word(), |word| lexicon::is_stop_word(&word)) {
                content.push(number);
            }
        }
    }
    Print { words, content: Bag::new(content), joints, ..print }
}

/// Whether a print says what a fuller one says: most of its content words, and a run of three words.
///
/// Two speakers who are named may still be one; in other words, two of them share more before they say one thing.
fn same(full: &Print, part: &Print) -> bool {
    if full.article == part.article && full.words.len() == part.words.len() {
        return false;
    }
    let r = &part.content;
    let shared = full.content.shared(r);
    let run = longest_run(&full.words, &part.words);
    let two_speakers = full.speaker.as_deref().zip(part.speaker.as_deref()).is_some_and(|(l, r)| !same_speaker(l, r));
    let reworded = run < part.words.len();
    let enough = !(two_speakers && reworded) || shared >= 5;
    let most = shared * 10 >= r.len() * 7 && run >= part.words.len().min(3) && enough;
    // A phrase with one word more, before or behind it.
    let one_run = run >= 4 && run + 1 >= part.words.len() && shared * 10 >= r.len() * 6;
    r.len() >= LEAST_CONTENT && shared >= LEAST_CONTENT && (most || one_run)
}

fn longest_run(left: &[u32], right: &[u32]) -> usize {
    let mut best = 0;
    // Beside each word of `right`: the length of the run that ends there and at the current word of `left`.
    let mut runs = vec![0; right.len() + 1];
    for word in left {
        for k in (0..right.len()).rev() {
            runs[k + 1] = if right[k] == *word { runs[k] + 1 } else { 0 };
            best = best.max(runs[k + 1]);
        }
    }
    best
}

fn change(full: &[u32], part: &[u32]) -> QuoteChange {
    if full == part {
        QuoteChange::Exact
    } else if full.windows(part.len()).any(|w| w == part) {
        QuoteChange::Truncated
    } else {
        QuoteChange::Reworded
    }
}

/// What words say, for comparing them with others of the same speaker.
struct Sense {
    /// Every word in order: by class, by its stem, small words as they are; a figure as its value.
    words: Vec<u32>,
    /// Those with content.
    keys: Bag,
    figures: Bag,
    /// Whether the words deny something an odd number of times.
    denies: bool,
}

impl Sense {
    fn new(document: &Document<'_>, span: Span, vocabulary: &Vocabulary) -> Self {
        let from = document.quantities.partition_point(|q| q.figure.end <= span.start);
        let mut all = document.quantities[from..].iter().peekable();
        let (mut words, mut content, mut figures, mut denies) = (Vec::new(), Vec::new(), Vec::new(), false);
        for token in document.tokens_in(span).filter(|t| t.kind != token::Kind::Mark) {
            while all.next_if(|q| q.figure.end <= token.span.start).is_some() {}
            let figure = all.peek().filter(|q| q.figure.holds(token.span));
            if let Some((figure, value)) = figure.and_then(|q| q.value.map(|v| (q.figure, v))) {
                if figure.start >= token.span.start {
                    // Only ever compared; to print a float would link eight kilobytes.
                    figures.push(vocabulary.word(&value.to_bits().to_string()));
                    words.extend(figures.last());
                }
                continue;
            }
            denies ^= token.is_any(&["not", "no", "never", "nobody", "nothing", "none"])
                || token.lower.ends_with("n't")
                || token.is("cannot");
            if token.is_stop_word() {
                words.push(vocabulary.word(&token.lower));
                continue;
            }
            let crowd = classes::person(&token.lower) == Some(classes::Person::Any);
            for key in token::keys(token) {
                let class = || classes::class(key).map_or(key.as_str(), |c| c.name);
                content.push(vocabulary.word(if crowd { "~people" } else { class() }));
                words.extend(content.last());
            }
        }
        content.extend(&figures);
        Self { words, keys: content.into_iter().collect(), figures: figures.into_iter().collect(), denies }
    }

    fn shared(&self, other: &Self) -> usize {
        self.keys.shared(&other.keys)
    }

    fn with_figure(&self, other: &Self) -> bool {
        self.figures.shared(&other.figures) > 0
    }

    /// Whether one says yes where the other says no, or they give unlike figures.
    fn forbids(&self, other: &Self) -> bool {
        let figures = !self.figures.is_empty() && !other.figures.is_empty();
        self.denies != other.denies || figures && !self.with_figure(other)
    }

    /// How much of what one speaker says here is said there, in thousandths; none where it is not the same. Half of the words
    /// with content, or, of long ones, the order of nearly all the small words: translators put other nouns and verbs into the
    /// same frame.
    fn says(&self, other: &Self) -> Option<usize> {
        let (short, long) = (self.words.len().min(other.words.len()), self.words.len().max(other.words.len()));
        if long > LONGEST || self.forbids(other) {
            return None;
        }
        let shared = self.shared(other);
        let least = self.keys.len().min(other.keys.len());
        let in_order = longest_in_order(&self.words, &other.words);
        let content = shared >= 4 || shared >= 3 && self.with_figure(other);
        let most = content && shared * 2 >= least && in_order * 5 >= short * 2;
        let frame = shared >= 1 && in_order >= 10 && in_order * 10 >= short * 7 && in_order * 20 >= long * 11;
        (most || frame).then(|| shared * 1000 / least.max(1) + in_order * 1000 / short.max(1))
    }
}

/// The longest sentence, in words, that is compared word by word with others in other words.
const LONGEST: usize = 80;

/// How many words stand in both, in the same order.
fn longest_in_order(left: &[u32], right: &[u32]) -> usize {
    let mut best = vec![0; right.len() + 1];
    for word in left {
        let mut before = 0;
        for k in 0..right.len() {
            let above = best[k + 1];
            best[k + 1] = if right[k] == *word { before + 1 } else { above.max(best[k]) };
            before = above;
        }
    }
    best[right.len()]
}

/// Under what a speaker is looked up: the last word of the name, whatever its spelling.
fn surname(name: &str) -> Option<String> {
    let lower = lower_case(name);
    let lower = spelling::fold(&lower);
    let last = lower.split(|c: char| !c.is_alphanumeric()).rfind(|w| !w.is_empty())?;
    Some(spelling::sound(last).unwrap_or_else(|| last.to_owned()))
}

/// Whether two names with one [`surname`] may be one speaker's: one holds the other, or one of the two last words is spelt in
/// two ways and the other is alike, or begins alike.
fn may_be_one(left: &str, right: &str) -> bool {
    let fold = |name: &str| -> Vec<String> {
        let lower = lower_case(name);
        let lower = spelling::fold(&lower);
        lower.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).gather()
    };
    let (l, r) = (fold(left), fold(right));
    let (Some(last_l), Some(last_r)) = (l.last(), r.last()) else { return false };
    let before = |name: &[String]| name.len().checked_sub(2).map(|k| name[k].clone());
    let first = before(&l).zip(before(&r));
    let begins = |l: &str, r: &str| match (l.chars().next(), r.chars().next()) {
        (Some(l), Some(r)) => l == r || "ck".contains(l) && "ck".contains(r),
        _ => false,
    };
    let respelt = if last_l == last_r {
        first.is_some_and(|(l, r)| {
            spelling::skeleton(&l).is_some_and(|l| spelling::skeleton(&r).is_some_and(|r| l == r))
        })
    } else {
        surname(last_l) == surname(last_r) && first.is_none_or(|(l, r)| begins(&l, &r))
    };
    respelt || same_speaker(&l.join(" "), &r.join(" "))
}

/// By article and what a speaker is called there: what the speaker is called where another prints the same long statement.
type Also<'a> = Map<(usize, &'a str), Set<&'a str>>;

fn also(statements: &[Statement]) -> Also<'_> {
    let mut out = Also::new();
    for statement in statements {
        let full = &statement.prints[0];
        let long = |p: &&Print| p.words.len() >= LEAST_WORDS && p.words == full.words;
        let alike: Vec<&Print> = statement.prints.iter().filter(long).take(MOST_ALIKE).gather();
        for (l, r) in
            alike.iter().flat_map(|l| alike.iter().map(move |r| (l, r))).filter(|(l, r)| l.article != r.article)
        {
            if let (Some(own), Some(other)) = (&l.speaker, &r.speaker) {
                out.or_default((l.article, own.as_str())).insert(other.as_str());
            }
        }
    }
    out
}

/// All that the speaker of a statement is called.
fn speakers<'a>(statement: &'a Statement, also: &Also<'a>) -> Set<&'a str> {
    let own = statement.prints.iter().filter_map(|p| Some((p.article, p.speaker.as_deref()?)));
    own.flat_map(|at| also.get(&at).into_iter().flatten().copied().chain([at.1])).collect()
}

/// Joins the statements of one speaker that say the same in other words, best first, unless one article prints both.
fn retold(documents: &[Document<'_>], statements: Vec<Statement>) -> Vec<Statement> {
    let vocabulary = Vocabulary::default();
    let sense = |print: &Print| Sense::new(&documents[print.article], print.span, &vocabulary);
    let senses: Vec<Sense> = statements.iter().map(|s| sense(&s.prints[0])).gather();
    let also = also(&statements);
    let speakers: Vec<Set<&str>> = statements.iter().map(|s| speakers(s, &also)).collect();
    // By surname and word: the statements so far.
    let mut having: Map<(String, u32), Vec<usize>> = Map::new();
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for s in (0..statements.len()).filter(|&s| senses[s].words.len() >= LEAST_WORDS) {
        let mut others = Set::new();
        for surname in speakers[s].iter().filter_map(|name| surname(name)).collect::<Set<_>>() {
            for key in senses[s].keys.words() {
                let same = having.or_default((surname.clone(), key));
                others.extend(same.iter().copied().take(MOST_ALIKE));
                same.push(s);
            }
        }
        for other in others.into_iter().filter(|&o| o != s) {
            if speakers[other].iter().any(|l| speakers[s].iter().any(|r| may_be_one(l, r))) {
                pairs.extend(senses[other].says(&senses[s]).map(|score| (score, other, s)));
            }
        }
    }
    pairs.order_by(|l, r| r.0.cmp(&l.0).then(l.1.cmp(&r.1)).then(l.2.cmp(&r.2)));
    let mut statements: Vec<Option<Statement>> = statements.into_iter().map(Some).gather();
    let mut home: Vec<usize> = (0..statements.len()).gather();
    for (_, into, from) in pairs {
        let (into, from) = (home[into].min(home[from]), home[into].max(home[from]));
        let articles =
            |s: usize| -> Set<usize> { statements[s].iter().flat_map(|s| &s.prints).map(|p| p.article).collect() };
        if into == from || !articles(into).is_disjoint(&articles(from)) {
            continue;
        }
        let Some(moved) = statements[from].take() else { continue };
        for place in &mut home {
            if *place == from {
                *place = into;
            }
        }
        if let Some(kept) = &mut statements[into] {
            let other = |p: &Print| if p.change == QuoteChange::Merged { p.change } else { QuoteChange::Reworded };
            moved.prints.into_iter().map(|p| Print { change: other(&p), ..p }).gather_into(&mut kept.prints);
        }
    }
    statements.into_iter().gather_all(|statement| statement)
}

/// The fewest words that are one statement in other words: shorter ones are soon said twice.
const LEAST_WORDS: usize = 8;

/// The same speaker's statement elsewhere as reported speech: at least half of the content of the shorter of the two, and a
/// figure or three other words among it.
fn reported(documents: &[Document<'_>], statements: &mut [Statement]) {
    struct Told<'a> {
        article: usize,
        sentence: usize,
        speaker: &'a str,
        sense: Sense,
    }
    let vocabulary = Vocabulary::default();
    let mut told: Map<String, Vec<Told<'_>>> = Map::new();
    for (article, document) in documents.iter().enumerate() {
        for (sentence, claim) in document.claims.iter().enumerate().filter(|(_, c)| c.voice == Voice::Reported) {
            let speaker = claim.speaker.as_ref().map(|s| s.name.as_str());
            if let Some((speaker, surname)) = speaker.and_then(|name| Some((name, surname(name)?))) {
                let sense = Sense::new(document, claim.span, &vocabulary);
                told.or_default(surname).push(Told { article, sentence, speaker, sense });
            }
        }
    }
    for statement in statements {
        let full = &statement.prints[0];
        let Some(speaker) = full.speaker.clone() else { continue };
        let Some(elsewhere) = surname(&speaker).and_then(|name| told.get(&name)) else { continue };
        let said = Sense::new(&documents[full.article], full.span, &vocabulary);
        let mut found = Vec::new();
        for t in elsewhere.iter().filter(|t| t.article != full.article) {
            let document = &documents[t.article];
            let whole = document.sentences[t.sentence].span;
            if statement.prints.iter().any(|p| p.article == t.article && p.span.overlap(whole) > 0) {
                continue;
            }
            let shared = said.shared(&t.sense);
            let enough = shared >= 4 || shared >= 3 && said.with_figure(&t.sense);
            let most = shared * 2 >= said.keys.len().min(t.sense.keys.len());
            if enough && most && !said.forbids(&t.sense) && may_be_one(&speaker, t.speaker) {
                found.push(bare(t.article, document.claims[t.sentence].span, Some(speaker.clone())));
            }
        }
        statement.prints.extend(found);
    }
}

/// A print without marks.
fn bare(article: usize, span: Span, speaker: Option<String>) -> Print {
    let (words, content, joints) = (Vec::new(), Bag::new(Vec::new()), Vec::new());
    Print { article, span, change: QuoteChange::Unmarked, sentence: 0, quote: 0, words, content, joints, speaker }
}

/// The same words elsewhere without marks.
fn unmarked(documents: &[Document<'_>], passages: &[Passage], statements: &mut [Statement]) {
    // By article: where its prints stand, and of which statement; in order, as they do not overlap but for the merged.
    let mut places: Vec<Vec<(Span, usize)>> = vec![Vec::new(); documents.len()];
    for (s, statement) in statements.iter().enumerate() {
        for print in &statement.prints {
            places[print.article].push((print.span, s));
        }
    }
    for places in &mut places {
        places.order();
    }
    let touching = |article: usize, span: Span| {
        let all: &[(Span, usize)] = &places[article];
        let from = all.partition_point(|p| p.0.end <= span.start);
        all[from..].iter().take_while(move |p| p.0.start < span.end)
    };
    let mut found: Set<(usize, usize, Span)> = Set::new();
    for passage in passages {
        let carried: Set<usize> = passage
            .places
            .iter()
            .flat_map(|&(a, span)| touching(a, span).filter(move |p| p.0.overlap(span) * 2 > p.0.len()).map(|p| p.1))
            .collect();
        for &(article, span) in &passage.places {
            let quotes = &documents[article].quotes;
            let next = quotes.partition_point(|q| q.outer.end <= span.start);
            let marked = quotes.get(next).is_some_and(|q| q.outer.overlap(span) > 0);
            if !marked && touching(article, span).next().is_none() {
                found.extend(carried.iter().map(|&s| (s, article, span)));
            }
        }
    }
    for (s, article, span) in found {
        if !statements[s].prints.iter().any(|p| p.article == article && p.span.overlap(span) > 0) {
            statements[s].prints.push(bare(article, span, None));
        }
    }
}
