//! Introductions of speakers in a sentence: who, by which verb, and what is said.
//!
//! A verb of saying is looked for outside the quotation marks; its subject is the noun phrase in front of it ("X said", "X,
//! who …, said") or behind it ("…," said X). "According to", "per", a name and a colon, and a name in brackets behind a
//! quotation introduce speakers too.
//!
//! Without a grammar of English, phrases are cut at marks and small words. Gets wrong: a subject joined by "and" to a clause
//! whose verb is unknown, a relative clause taken for the sentence's own verb ("the man who said …"), and adjuncts behind the
//! verb that end in no known word.

use crate::known::SAYS;
use crate::lexicon::{self, Say};
use crate::mention::name::Name;
use crate::mention::quote::{Quote, QuoteKind};
use crate::report::{NameKind, Voice};
use crate::sentence::Sentence;
use crate::span::Span;
use crate::token::{Kind, Token};

/// Who is said to say something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Speaker {
    /// The fullest form that the article printed up to here.
    pub(crate) name: String,
    /// The words that name the speaker, beside the cue.
    pub(crate) span: Span,
    /// The verb or "according to".
    pub(crate) cue: Span,
}

/// An introduction of a speaker.
#[derive(Clone, Debug)]
pub(crate) struct Speech {
    pub(crate) speaker: Speaker,
    pub(crate) voice: Voice,
    /// The tokens that introduce the speaker.
    pub(crate) shell: (usize, usize),
    /// The tokens that give what is said, as far as they stand in the sentence; may be empty.
    pub(crate) content: (usize, usize),
    /// The tokens that name the speaker.
    pub(crate) named: (usize, usize),
}

/// A sentence with what stands in it.
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) sentence: &'a Sentence<'a>,
    /// Those that touch the sentence.
    pub(crate) quotes: &'a [Quote],
    /// Those of the sentence.
    pub(crate) names: &'a [Name],
}

/// A short list of words with blanks between them.
struct Words {
    list: &'static str,
    /// A bit for each length and for each first letter in it: most words are told from all of them by these.
    lengths: u32,
    letters: u32,
}

impl Words {
    const fn new(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let (mut lengths, mut letters, mut begin, mut i) = (0, 0, 0, 0);
        while i <= bytes.len() {
            if i == bytes.len() || bytes[i] == b' ' {
                lengths |= 1_u32.wrapping_shl((i - begin) as u32);
                letters |= 1_u32.wrapping_shl(bytes[begin] as u32);
                begin = i + 1;
            }
            i += 1;
        }
        Self { list, lengths, letters }
    }

    fn has(&self, token: &Token) -> bool {
        let word = token.lower.as_bytes();
        let first = word.first().copied().unwrap_or_default();
        self.lengths >> (word.len() & 31) & 1 == 1
            && self.letters >> (first & 31) & 1 == 1
            && self.list.as_bytes().split(|b| *b == b' ').any(|w| w == word)
    }
}

/// Words that a subject may not reach over to the left.
const BREAKS: Words = Words::new(
    "that and but while because which when where if after before as although since though or whether what how why \
    so yet than until",
);

/// Words that may stand between a subject and its verb, beside adverbs and days.
const BETWEEN: Words = Words::new(
    "also later then earlier has have had who on early late would did does do repeatedly previously first \
    yesterday today again himself herself itself themselves not never once even still both all just only",
);

/// Words in front of a cue that make it a noun, an infinitive, a passive or part of another phrase.
const NO_VERB: Words =
    Words::new("a an the this that to of in be been is was were are no its his her their other by being my");

/// Verbs that may not be the words of a claim: "the speaker will say".
const MODALS: Words = Words::new("will may might could should must can to cannot shall won't wouldn't");

/// Nouns that are spelt like the verb.
const NOUNS: Words =
    Words::new("state states report reports claim claims note notes comments promises estimates remarks quotes posts");

/// Verbs whose past form also follows its noun ("measures announced on Friday").
const PARTICIPLES: Words = Words::new(
    "announced reported quoted cited claimed alleged described confirmed estimated posted disclosed revealed \
    noted predicted promised pledged mentioned",
);

/// Verbs with a hearer as their first object.
const TO_A_HEARER: Words = Words::new(
    "told tells tell telling informed informs assured assures reminded reminds urged urges asked asks advised \
    texted emailed",
);

/// Those of them behind which nobody but the hearer stands.
const HEARER_ONLY: Words =
    Words::new("told tells tell informed informs assured assures reminded reminds texted emailed");

/// Verbs that say that the words are not true: the words alone would say the opposite.
const DENIALS: Words = Words::new("deny denies denied denying");

/// What opens a phrase behind a participle ("the charges brought against him").
const PREPOSITIONS: Words =
    Words::new("by in at on to of against from for with during over under after before as about between into");

/// What opens a clause beside the main one.
const BESIDE: Words = Words::new("after before when while as if although though because since despite following amid");

/// Where words are said: what an adjunct behind the verb ends in.
const CHANNELS: Words = Words::new(
    "statement interview letter email e-mail post posts tweet report speech briefing note filing release \
    conference memo message call phone telephone reporters journalists lawmakers press hearing testimony \
    parliament court twitter x facebook instagram telegram television tv radio video blog study paper remarks \
    broadcast address article text media anonymity news time meeting",
);

/// Words that open an inserted phrase ("…, who runs it, said", "…, 61, of Otley, said").
const INSERTS: Words =
    Words::new("who which whose of from in a an the with speaking writing however also then himself at on for its his");

/// Words that end a noun phrase behind a verb.
const ENDS: Words = Words::new(
    "in on at during to who that as after when while before which because late early earlier published released carried distributed \
    if by",
);

/// Nouns that alone, without an article, mean a speaker.
const SPEAKERS: Words = Words::new(
    "he she they it officials police sources authorities witnesses prosecutors experts analysts doctors rescuers \
    residents researchers scientists firefighters investigators lawyers critics supporters organisers organizers \
    economists traders activists campaigners eyewitnesses neighbours neighbors survivors relatives diplomats \
    lawmakers reports media detectives rebels medics everyone others",
);

/// Short titles that stand for nothing but a name behind them, also a surname alone.
const HONORIFICS: Words = Words::new(
    "mr mrs ms miss dr prof sir dame lord lady sen rep gov gen lt col maj capt sgt adm cmdr rev smt shri \
    professor",
);

/// How many tokens are looked at, at most, for what belongs to a speaker: keeps the work on any sentence in proportion to it.
const FAR: usize = 80;

/// Whether a full stop behind a word shortens it: "Sen.", "Inc."
fn shortens(token: &Token) -> bool {
    lexicon::is_title(&token.lower) || lexicon::abbreviation(&token.lower).is_some()
}

impl Context<'_> {
    fn tokens(&self) -> &[Token<'_>] {
        &self.sentence.tokens
    }

    fn token(&self, k: usize) -> Option<&Token<'_>> {
        self.tokens().get(k)
    }

    fn is(&self, k: usize, words: &[&str]) -> bool {
        self.token(k).is_some_and(|t| t.is_any(words))
    }

    fn in_list(&self, k: usize, words: &Words) -> bool {
        self.token(k).is_some_and(|t| words.has(t))
    }

    /// The quotation that a token touches; quotations do not overlap.
    fn quote_at(&self, token: &Token) -> Option<&Quote> {
        let next = self.quotes.partition_point(|q| q.outer.end <= token.span.start);
        self.quotes.get(next).filter(|q| q.outer.overlap(token.span) > 0)
    }

    /// Whether a token stands inside a quotation, its marks included.
    fn quoted(&self, token: &Token) -> bool {
        self.quote_at(token).is_some_and(|q| q.kind != QuoteKind::Scare && q.outer.holds(token.span))
    }

    /// Whether the token at `k` is the last of a quotation, or a comma right behind one.
    fn ends_quote(&self, k: usize) -> bool {
        let Some(token) = self.token(k) else { return false };
        let ends = |t: &Token| self.quote_at(t).is_some_and(|q| q.closed && q.outer.end == t.span.end);
        ends(token) || token.is(",") && k > 0 && ends(&self.tokens()[k - 1])
    }

    /// Whether a quotation begins at the token at `k`.
    fn begins_quote(&self, k: usize) -> bool {
        self.token(k).is_some_and(|t| self.quote_at(t).is_some_and(|q| q.outer.start == t.span.start))
    }

    /// How many words stand between two tokens, counted up to some dozens.
    fn words(&self, from: usize, to: usize) -> usize {
        self.tokens()[from.min(to)..to].iter().take(FAR).filter(|t| t.kind != Kind::Mark).count()
    }

    /// All introductions of speakers in the sentence, in order.
    pub(crate) fn speeches(&self) -> Vec<Speech> {
        let mut out: Vec<Speech> = Vec::new();
        let mut k = 0;
        while k < self.tokens().len() {
            if let Some(speech) = self.speech_at(k, &out) {
                k = k.max(speech.named.1);
                out.push(speech);
            }
            k += 1;
        }
        if out.is_empty() {
            out.extend(self.colon().or_else(|| self.in_brackets()).or_else(|| self.beside_quote()));
        }
        out
    }

    fn speech_at(&self, k: usize, earlier: &[Speech]) -> Option<Speech> {
        let token = self.token(k)?;
        let may = token.known.is(SAYS) || token.is_any(&["according", "per"]);
        if !may || !token.is_word() || self.quoted(token) {
            return None;
        }
        if token.is("according") && self.is(k + 1, &["to"]) {
            return self.according(k, 2);
        }
        if token.is("per") && (k == 0 || self.is(k - 1, &[","]) || self.ends_quote(k - 1)) {
            return self.according(k, 1);
        }
        let say = token.cue_verb()?;
        // "United States", "Associated Press reports": a capital inside the sentence is a name's.
        if token.capital && k > 0 || self.is_noun(k) {
            return None;
        }
        self.said(k, say, earlier)
    }

    /// "According to X, …" and "…, according to X"; `cue` is the number of words of the cue.
    fn according(&self, k: usize, cue: usize) -> Option<Speech> {
        let tokens = self.tokens();
        let from = k + cue;
        let (named, to) = self.phrase_behind(from, true)?;
        let to = self.carrier(to).map_or(to, |(_, end)| end);
        let unit =
            ["cent", "person", "day", "year", "capita", "month", "week", "hour", "litre", "share", "head", "barrel"];
        if cue == 1 && self.is(from, &unit) {
            return None;
        }
        let cue = Span { start: tokens[k].span.start, end: tokens[from - 1].span.end };
        let end = self.last_word();
        let shell = if k == 0 { (0, to) } else { (k, if to + 2 >= tokens.len() { tokens.len() } else { to }) };
        let content =
            if k == 0 || self.words(to.min(end), end) > self.words(0, k) { (to.min(end), end) } else { (0, k) };
        Some(self.build(named, cue, Voice::Reported, shell, content))
    }

    fn build(
        &self,
        named: (usize, usize),
        cue: Span,
        voice: Voice,
        shell: (usize, usize),
        content: (usize, usize),
    ) -> Speech {
        let tokens = self.tokens();
        let span = Span { start: tokens[named.0].span.start, end: tokens[named.1 - 1].span.end };
        let printed = span.of(self.text);
        let cut = printed.strip_suffix("’s").or_else(|| printed.strip_suffix("'s")).unwrap_or(printed).len();
        let span = Span { end: span.start + cut as u32, ..span };
        Speech { speaker: Speaker { name: span.of(self.text).to_owned(), span, cue }, voice, shell, content, named }
    }

    /// One past the last token that is no mark ("%" is a word).
    fn last_word(&self) -> usize {
        self.tokens().iter().rposition(|t| t.kind != Kind::Mark || t.is("%")).map_or(0, |k| k + 1)
    }

    fn said(&self, k: usize, say: Say, earlier: &[Speech]) -> Option<Speech> {
        let verb = &self.tokens()[k];
        let that = self.is(k + 1, &["that", "whether"]);
        let passive = k > 0 && self.is(k - 1, &["was", "were", "is", "are", "been"]);
        if passive && verb.is_any(&["quoted", "cited"]) {
            return self.quoted_as(k);
        }
        if passive && self.is(k + 1, &["by"]) {
            return self.by_agent(k);
        }
        // A noun ("in a statement", "the report", "no comment"), an infinitive, a passive ("was reported by", "believed to be").
        let to = self.is(k + 1, &["to"]) && !verb.is_any(&["said", "says"]);
        let by = self.is(k + 1, &["by"]) && !self.is(k + 2, &["phone", "telephone", "email", "text", "video"]);
        if k > 0 && self.in_list(k - 1, &NO_VERB) || to || by {
            return None;
        }
        if self.is(k + 1, &["nothing", "little", "goodbye", "yes", "no"]) {
            return None;
        }
        let introduced = that || self.is(k + 1, &[":"]) || self.begins_quote(k + 1);
        if verb.lower.ends_with("ing") && !introduced && !verb.is_any(&["citing", "quoting"]) {
            return None;
        }
        let claimed = say == Say::Claim || self.claims_responsibility(k);
        let voice = if claimed { Voice::Claimed } else { Voice::Reported };
        if verb.is_any(&["quoted", "cited", "quotes", "cites", "citing", "quoting"]) && !that {
            return self.quoting(k, voice);
        }
        // "Dismissed claims that", "after reports that": the noun.
        let verb_before =
            |t: &Token| !t.capital && (t.lower.ends_with("ed") || t.lower.ends_with("ing") || t.cue_verb().is_some());
        if NOUNS.has(verb) && k > 0 && verb_before(&self.tokens()[k - 1]) {
            return None;
        }
        let mut speech = self.spoken(k, voice, earlier)?;
        if say == Say::Clause && !self.is_told(k, &speech) {
            return None;
        }
        if DENIALS.has(verb) && speech.shell.0 < k {
            speech.shell.1 = k;
        }
        let quote_within =
            (k + 1..self.tokens().len().min(k + 9)).take_while(|&i| !self.is_cue(i)).any(|i| self.begins_quote(i));
        let behind_quote = speech.shell.0 > 0 && self.ends_quote(speech.shell.0 - 1);
        let marked = that || self.is(self.after(k).0.saturating_sub(1), &["that", ":"]) || quote_within || behind_quote;
        let pronoun =
            self.is(speech.named.0, &["he", "she", "it", "they"]) || self.tokens()[speech.named.1 - 1].capital;
        let doubtful = say == Say::Marked
            || NOUNS.has(verb) && k > 0 && self.is(k - 1, &[","])
            || NOUNS.has(verb) && !pronoun
            || verb.is_any(&["added", "adds"]) && self.token(k + 1).is_some_and(|t| t.kind == Kind::Figure)
            || PARTICIPLES.has(verb) && self.is_participle(k, &speech);
        (marked || !doubtful).then_some(speech)
    }

    /// Whether a verb of saying stands at `i`, and no noun of its form.
    fn is_cue(&self, i: usize) -> bool {
        let token = &self.tokens()[i];
        let noun = || i > 0 && NO_VERB.has(&self.tokens()[i - 1]) || self.is_noun(i);
        token.known.is(SAYS) && !noun() && !self.quoted(token)
    }

    /// "The city's state fund", "a partial recount", "the official report": no verb; but "he's said", "the police report".
    fn is_noun(&self, k: usize) -> bool {
        let Some(before) = k.checked_sub(1).map(|b| &self.tokens()[b]) else { return false };
        let token = &self.tokens()[k];
        let verb = &token.lower;
        let past = verb.ends_with("ed") || token.tense() == Some(lexicon::Verb::Past);
        let owned = ["'s", "’s"].iter().any(|s| before.span.of(self.text).ends_with(s));
        // One does not "report": behind a noun for one, and an article, the bare form is a noun.
        let bare = !verb.ends_with('s') && !verb.ends_with("ing");
        let one = !before.capital
            && before.is_word()
            && !before.lower.ends_with('s')
            && !before
                .is_any(&["police", "people", "men", "women", "children", "public", "two", "both", "few", "many"]);
        let article = k > 1 && self.is(k - 2, &["a", "an", "the", "its", "his", "her", "their"]);
        !past && (owned || bare && one && article)
    }

    /// "Measures announced on Friday will …": an adjunct behind the verb, and the sentence goes on.
    fn is_participle(&self, k: usize, speech: &Speech) -> bool {
        let adjunct = self
            .is(k + 1, &["on", "in", "at", "last", "this", "yesterday", "earlier", "so", "during", "from"])
            || self.token(k + 1).is_some_and(|t| t.weekday().is_some());
        adjunct && speech.content.0 > k
    }

    /// The speech around the verb at `k`, by where its subject stands.
    fn spoken(&self, k: usize, voice: Voice, earlier: &[Speech]) -> Option<Speech> {
        let tokens = self.tokens();
        let cue = tokens[k].span;
        let end = self.last_word();
        let after_quote = k > 0 && self.ends_quote(k - 1);
        let after_comma = k > 2 && self.is(k - 1, &[","]);
        // “…,” said X; …, said X.
        if (after_quote || after_comma || k == 0)
            && !(HEARER_ONLY.has(&tokens[k]) || k == 0 && TO_A_HEARER.has(&tokens[k]))
            && let Some((named, to)) = self.phrase_behind(k + 1, false)
            && !self.is_clause(k + 1, to)
        {
            let closed = to >= end || self.is(to, &[","]) && self.in_list(to + 1, &INSERTS);
            let last = closed && to - k <= 9 && !self.is(k + 1, &["he", "she", "they", "it"]);
            let inserted = after_comma && (self.insert_begins(k - 1) || self.is_apposed(k - 1));
            if after_quote || k == 0 && self.is(to, &[":", ","]) || last && !inserted && self.words(0, k) > 3 {
                let goes_on = self.goes_on(to);
                return Some(self.build(named, cue, voice, (k, goes_on.unwrap_or(tokens.len())), (0, k)));
            }
        }
        // "The bank announced a sale, adding that …": the subject is that of the verb before.
        if after_comma && tokens[k].lower.ends_with("ing") {
            let before =
                || (k.saturating_sub(FAR)..k).rev().find(|&i| self.is_cue(i) && !tokens[i].lower.ends_with("ing"));
            let own = || before().and_then(|i| self.subject(i)).map(|(_, named)| named);
            let named = earlier.last().map(|s| s.named).or_else(own).or_else(|| self.leading())?;
            let after = self.after(k).0;
            return Some(self.build(named, cue, voice, (k, after.min(tokens.len())), (after.min(end), end)));
        }
        if let Some((phrase, named)) = self.subject(k) {
            let (shell, content) = self.parts(phrase, k);
            return Some(self.build(named, cue, voice, shell, content));
        }
        // "He shook his head and said": the subject is that of the verb before.
        let mut joint = k;
        while joint > 0 && self.is_between(joint - 1) {
            joint -= 1;
        }
        if joint > 1 && self.is(joint - 1, &["and", "but"]) && !self.quoted(&tokens[joint - 1]) {
            let named = earlier.last().map(|s| s.named).or_else(|| self.leading())?;
            let after = self.after(k).0;
            return Some(self.build(named, cue, voice, (joint, after.min(tokens.len())), (after.min(end), end)));
        }
        None
    }

    /// Whether a finite verb stands in the stretch, in front of any relative clause. Regular and short past tenses count where they
    /// cannot be participles of a noun ("a man hurt in the crash"). Gets wrong: present tenses without an auxiliary.
    fn is_clause(&self, from: usize, to: usize) -> bool {
        let tokens = &self.tokens()[from.min(to)..to];
        let relative = |t: &Token| t.is_any(&["who", "which", "whose", "that", "where", "when"]);
        tokens.iter().enumerate().skip(1).take_while(|(_, t)| !relative(t)).any(|(i, t)| {
            let plain = ["be", "been", "being", "having", "done", "doing"];
            let finite = lexicon::is_auxiliary(&t.lower) && !t.is_any(&plain) && !tokens[i - 1].is("to");
            let past = t.lower.len() > 3 && t.lower.ends_with("ed") || t.tense() == Some(lexicon::Verb::Past);
            let next = self.token(from + i + 1);
            let participle = next.is_none_or(|n| PREPOSITIONS.has(n));
            let noun_before = tokens[i - 1].is_word() && !NO_VERB.has(&tokens[i - 1]);
            !t.capital && (finite || past && !participle && noun_before)
        })
    }

    /// Whether the stretch that ends with the comma at `comma` is a name between commas behind a noun phrase: "The driver, Joe Bell,".
    fn is_apposed(&self, comma: usize) -> bool {
        let tokens = self.tokens();
        let from = self.begin_of(comma);
        let name = from > 1 && from < comma && tokens[from].capital && tokens[comma - 1].capital;
        if !name || !tokens[from - 1].is(",") {
            return false;
        }
        let head = self.begin_of(from - 1);
        let counted = |t: &Token| t.kind == Kind::Figure || t.number_word().is_some();
        head < from - 1 && from - head <= 10 && !counted(&tokens[head]) && !self.is_clause(head, from - 1)
    }

    /// Whether a verb that also takes a thing for its object ("conceded defeat", "announced an appeal") introduces words: a
    /// quotation, "that" or a clause behind it, or a clause in front of its subject.
    fn is_told(&self, k: usize, speech: &Speech) -> bool {
        let tokens = self.tokens();
        let (from, to) = speech.content;
        if to <= from {
            return false;
        }
        if from < k {
            let behind_quote = speech.shell.0 > 0 && self.ends_quote(speech.shell.0 - 1);
            let clause = self.is_clause(from, to) || !self.in_list(from, &PREPOSITIONS) && self.words(from, to) > 3;
            return behind_quote || !self.in_list(from, &BESIDE) && clause;
        }
        let pause = (from..to).find(|&i| tokens[i].kind == Kind::Mark && !self.quoted(&tokens[i])).unwrap_or(to);
        self.is(from - 1, &["that", "whether", ":"])
            || self.is(from, &["whether", "he", "she", "it", "they", "there"])
            || self.begins_quote(from)
            || self.is_clause(from, pause)
    }

    /// The pronoun or name that the sentence begins with, titles aside.
    fn leading(&self) -> Option<(usize, usize)> {
        if self.is(0, &["he", "she", "they"]) {
            return Some((0, 1));
        }
        // "The union's secretary, Jo Doe, stood up and said".
        let first = self.names.iter().find(|n| n.kind == NameKind::Person || n.tokens.1 - n.tokens.0 >= 2)?;
        let behind = self.token(first.tokens.1);
        let subject = first.tokens.0 <= 8 && behind.is_some_and(|t| !t.capital && !t.is_any(&["and", "or"]));
        subject.then_some(first.tokens)
    }

    /// "X was quoted by Y as saying (that) …": X speaks.
    fn quoted_as(&self, k: usize) -> Option<Speech> {
        let tokens = self.tokens();
        let saying = (k + 1..tokens.len().min(k + 14)).find(|&i| tokens[i].is("saying") && tokens[i - 1].is("as"))?;
        let (_, named) = self.subject(k - 1)?;
        let after = saying + 1 + usize::from(self.is(saying + 1, &["that", ":"]));
        let end = self.last_word();
        let behind = self.ends_quote(named.0.saturating_sub(1)) && after >= end;
        let content = if behind { (0, named.0) } else { (after.min(end), end) };
        let shell = if behind { (named.0, tokens.len()) } else { (0, after) };
        Some(self.build(named, tokens[k].span, Voice::Reported, shell, content))
    }

    /// "…, citing X", "Y quoted X as saying …": X speaks.
    fn quoting(&self, k: usize, voice: Voice) -> Option<Speech> {
        let tokens = self.tokens();
        let as_at = (k + 1..tokens.len().min(k + 20)).find(|&i| tokens[i].is("as") && self.is(i + 1, &["saying"]));
        let to = as_at.unwrap_or_else(|| {
            (k + 1..tokens.len().min(k + 16)).find(|&i| !tokens[i].is_word()).unwrap_or(tokens.len().min(k + 16))
        });
        let end = self.last_word();
        let named = self.trimmed(k + 1, to)?;
        Some(match as_at {
            Some(at) => {
                let after = at + 2 + usize::from(self.is(at + 2, &["that", ":"]));
                self.build(named, tokens[k].span, voice, (0, after), (after.min(end), end))
            }
            None => self.build(named, tokens[k].span, voice, (k, tokens.len().min(to + 1)), (0, k)),
        })
    }

    /// "Described by X as “…”": X speaks, where quotation marks follow.
    fn by_agent(&self, k: usize) -> Option<Speech> {
        let tokens = self.tokens();
        let (named, to) = self.phrase_behind(k + 2, false)?;
        let quote = (to..tokens.len().min(to + 4)).find(|&i| self.begins_quote(i))?;
        // The article's own words go on around the marks.
        Some(self.build(named, tokens[k].span, Voice::Reported, (named.0, named.0), (quote.min(k), self.last_word())))
    }

    fn claims_responsibility(&self, k: usize) -> bool {
        self.tokens()[k..].iter().take(4).any(|t| t.is_any(&["responsibility", "credit"]))
    }

    /// Whether a token may stand between a subject and its verb.
    fn is_between(&self, i: usize) -> bool {
        let t = &self.tokens()[i];
        t.is_word()
            && !self.quoted(t)
            && (BETWEEN.has(t)
                || t.lower.ends_with("ly") && !t.capital && t.lower.len() > 4
                || t.lower.ends_with("n't")
                || t.weekday().is_some())
    }

    /// Where the phrase that ends at `to` begins.
    fn begin_of(&self, to: usize) -> usize {
        let tokens = self.tokens();
        let mut from = to;
        // "the Central Bank (CB) said", "Jo Doe (D-Calif.) said"
        if from > 2 && tokens[from - 1].is(")") {
            from = (from.saturating_sub(8)..from).rev().find(|&i| tokens[i].is("(")).unwrap_or(from);
        }
        while from > 0 && to - from < 16 {
            let t = &tokens[from - 1];
            let title_stop = t.is(".") && from > 1 && shortens(&tokens[from - 2]);
            let part = t.kind != Kind::Mark || title_stop || t.is_any(&["&", "%", "£", "$", "€", "₹", "/"]);
            if !part || self.quoted(t) || BREAKS.has(t) {
                break;
            }
            from -= 1;
        }
        from
    }

    /// Whether the stretch that ends with the comma at `comma` is an inserted phrase.
    fn insert_begins(&self, comma: usize) -> bool {
        let from = self.begin_of(comma);
        let participle = |t: &Token| !t.capital && ["ed", "en", "ing"].iter().any(|e| t.lower.ends_with(e));
        from > 0
            && from < comma
            && (self.in_list(from, &INSERTS)
                || participle(&self.tokens()[from])
                || self.is(from - 1, &["who", "which", "whose"])
                || self.tokens()[from].kind == Kind::Figure)
    }

    /// The noun phrase in front of the verb at `k`: where it begins, and the tokens of it that name the speaker.
    fn subject(&self, k: usize) -> Option<(usize, (usize, usize))> {
        let tokens = self.tokens();
        let mut to = k;
        while to > 0 && self.is_between(to - 1) {
            to -= 1;
        }
        // What is not said is no statement; nor is what will be.
        let not = |t: &Token| t.is_any(&["not", "never"]) || t.lower.ends_with("n't");
        if to == 0 || tokens[to..k].iter().any(not) || self.in_list(to - 1, &MODALS) {
            return None;
        }
        let from = self.begin_of(to);
        if from < to {
            let joined = self.joined(from, to);
            let named = match joined {
                Some(first) => (first, to),
                None => self.trimmed(from, to)?,
            };
            return Some((joined.unwrap_or(from), named));
        }
        tokens[to - 1].is(",").then(|| self.over_inserts(to - 1)).flatten()
    }

    /// "A and B said": where A begins, if it is a phrase without a verb at the head of the sentence or behind a mark.
    fn joined(&self, from: usize, to: usize) -> Option<usize> {
        let tokens = self.tokens();
        if from < 2 || !tokens[from - 1].is("and") || to - from > 8 {
            return None;
        }
        let first = self.begin_of(from - 1);
        let left = &tokens[first..from - 1];
        let verb = |t: &Token| {
            !t.capital
                && (t.lower.ends_with("ed")
                    || t.lower.ends_with("ing")
                    || t.is_any(&["is", "was", "were", "are", "has", "have", "had", "will", "in", "on", "for", "to"])
                    || lexicon::base_form(&t.lower).is_some())
        };
        let opens = first == 0 || tokens[first - 1].kind == Kind::Mark || tokens[first - 1].is("that");
        let noun = left.last().is_some_and(|t| t.capital || t.is_word());
        let starts = left.first().is_some_and(|t| {
            t.capital || t.is_any(&["the", "a", "an", "both", "his", "her", "their", "its"]) || left.len() == 1
        });
        (opens && noun && starts && left.len() <= 8 && !left.iter().any(verb)).then_some(first)
    }

    /// The speaker in front of inserted phrases that end with the comma at `comma`: "X, a spokesman, said", "X, who …, said".
    fn over_inserts(&self, comma: usize) -> Option<(usize, (usize, usize))> {
        let tokens = self.tokens();
        let mut to = comma;
        let mut fallback = None;
        for _ in 0..5 {
            let from = self.begin_of(to);
            if from == to {
                break;
            }
            let relative = from > 0 && self.is(from - 1, &["who", "which", "whose", "when", "where", "while", "as"]);
            let opens = if relative { from - 1 } else { from };
            // "The Central Bank, Cebank, said": a single name behind a longer one is its short form.
            let short = to - from == 1 && opens > 0 && tokens[opens - 1].is(",") && {
                let left = self.begin_of(opens - 1);
                // "The governor of Graz, Huber, said": a person's name behind what the person is.
                let head = tokens[left..opens - 1].iter().take_while(|t| !t.is("of")).last();
                let person = head.is_some_and(|t| lexicon::is_role(&t.lower, "person") || lexicon::is_title(&t.lower));
                !person && left + 1 < opens - 1 && tokens[left + 1..opens - 1].iter().any(|t| t.capital)
            };
            if !self.insert_begins(to) && !relative && !short {
                if let Some(named) = self.trimmed(from, to) {
                    // "The driver, Joe Bell, said": the subject begins in front of the name.
                    let apposed = to == comma && self.is_apposed(to);
                    return Some((if apposed { self.begin_of(from - 1) } else { from }, named));
                }
            } else if !relative && fallback.is_none() && to == comma {
                fallback = self.trimmed(from, to).map(|named| (from, named));
            }
            if opens == 0 || !tokens[opens - 1].is(",") {
                // The leftmost phrase is the head, whatever it begins with: "The ministry, which …, said".
                return if relative {
                    fallback
                } else {
                    self.trimmed(from, to).map(|named| (from, named)).or(fallback)
                };
            }
            to = opens - 1;
        }
        fallback
    }

    /// The noun phrase that begins at `from`, behind a verb: the tokens of it that name the speaker, and its end. With its place
    /// ("the ministry in Rome") if asked.
    fn phrase_behind(&self, from: usize, with_place: bool) -> Option<((usize, usize), usize)> {
        let tokens = self.tokens();
        let mut to = from;
        while to < tokens.len() {
            let t = &tokens[to];
            let title_stop = t.is(".") && to > from && shortens(&tokens[to - 1]) && to + 1 < tokens.len();
            let part = t.kind != Kind::Mark || title_stop || t.is_any(&["&", "@"]);
            let place =
                with_place && t.is("in") && self.token(to + 1).is_some_and(|n| n.capital && n.month().is_none());
            if !part || self.quoted(t) || ENDS.has(t) && !place || t.weekday().is_some() || to - from > 14 {
                break;
            }
            to += 1;
        }
        if to == from || tokens[from].is_any(&["it", "this", "there", "i", "we", "you", "so", "nothing"]) {
            return None;
        }
        // "the mayor of Graz, Eva Huber"
        if self.is(to, &[","]) && !tokens[from].capital {
            let mut end = to + 1;
            while end < tokens.len() && tokens[end].is_word() && tokens[end].capital {
                end += 1;
            }
            let closed = end >= tokens.len() || tokens[end].kind == Kind::Mark;
            if closed && (2..=4).contains(&(end - to - 1)) {
                return Some(((to + 1, end), end));
            }
        }
        self.trimmed(from, to).map(|named| (named, to))
    }

    /// The tokens of a noun phrase that name the speaker: without what stands in front of the phrase proper ("on Tuesday"); of a
    /// person with titles and roles, the name.
    fn trimmed(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let tokens = self.tokens();
        let mut from = from;
        let skip = ["earlier", "later", "meanwhile", "however", "also", "yesterday", "today", "separately"];
        loop {
            let day = |i: usize| self.token(i).is_some_and(|t| t.weekday().is_some() || t.month().is_some());
            if from < to && (tokens[from].is_any(&skip) || day(from) || tokens[from].is("on")) {
                from += 1;
            } else {
                break;
            }
        }
        (from < to).then_some(())?;
        // Prepositions inside a subject belong to it ("the head of the agency"), in front of it they do not.
        if tokens[from].is_any(&["in", "at", "from", "for", "with", "to", "of", "by", "during", "under", "over"]) {
            return None;
        }
        if tokens[from].is_any(&["neither", "nobody", "none", "no", "nothing", "anyone"]) {
            return None;
        }
        let bracket = (from..to).find(|&i| tokens[i].is("(")).filter(|&i| i > from && tokens[to - 1].is(")"));
        if let Some(name) = self.person(from, bracket.unwrap_or(to)) {
            return Some(name);
        }
        // "the Central Bank (CB)" is a name with its short form; other brackets are no part of it.
        let to = bracket.filter(|&i| to - i > 3 || tokens[i + 1].lower.contains('-')).unwrap_or(to);
        // A lone lower-case word is a noun of another clause unless it means a speaker.
        let speaks = to - from > 1 || tokens[from].capital || SPEAKERS.has(&tokens[from]);
        let pronoun = tokens[from]
            .is_any(&["i", "we", "you", "which", "this", "these", "those", "there", "what", "that"])
            && to - from == 1;
        let last = &tokens[to - 1];
        (speaks && !pronoun && (last.is_word() || last.is_any(&[")", "."]))).then_some((from, to))
    }

    /// The name at the end of a phrase, where titles or a role stand in front of it: "police chief Jo Doe", "Mr Doe".
    fn person(&self, from: usize, to: usize) -> Option<(usize, usize)> {
        let tokens = self.tokens();
        let cased = |i: usize| tokens[i].is_word() && tokens[i].capital;
        let joins = |i: usize| {
            tokens[i].is_any(&["de", "la", "van", "von", "der", "bin", "ibn", "al", "el", "da", "di", "du", "dos"])
                || tokens[i].lower.starts_with("al-")
        };
        let mut run = to;
        while run > from && (cased(run - 1) || run < to && joins(run - 1)) {
            run -= 1;
        }
        while run < to && !cased(run) && !tokens[run].lower.starts_with("al-") {
            run += 1;
        }
        let title = (run..to).rev().skip(1).find(|&i| lexicon::is_title(&tokens[i].lower));
        let begin = title.map_or(run, |t| t + 1);
        let length = to - begin;
        let dotted = begin > from + 1 && tokens[begin - 1].is(".");
        let before = if dotted { begin.checked_sub(2) } else { begin.checked_sub(1) }.filter(|&b| b >= from);
        let honoured = before.is_some_and(|b| HONORIFICS.has(&tokens[b]));
        let titled = before.is_some_and(|b| lexicon::is_title(&tokens[b].lower));
        // "striker Jo Doe", not "the Football Association".
        let role = before.is_some_and(|b| tokens[b].is_word() && !tokens[b].capital && !tokens[b].is_stop_word());
        let body =
            self.names.iter().any(|n| n.kind == NameKind::Organisation && n.tokens.1 == to && n.tokens.0 <= begin);
        let known = self
            .names
            .iter()
            .any(|n| n.kind == NameKind::Person && n.tokens.1 == to && n.tokens.0 == begin && length >= 2);
        let named = (2..=5).contains(&length) && (titled || role || known) && !body || length >= 1 && honoured;
        named.then_some((begin, to))
    }

    /// The end of what belongs to the verb at `k` besides its subject: the hearer, when and where it was said, "that" or a colon.
    /// And whether one of those two stands there.
    fn after(&self, k: usize) -> (usize, bool) {
        let tokens = self.tokens();
        let mut i = k + 1;
        if TO_A_HEARER.has(&tokens[k]) {
            i = self.hearer_end(i);
        }
        let day = |t: &Token| {
            t.weekday().is_some()
                || t.is_any(&[
                    "yesterday",
                    "today",
                    "tonight",
                    "late",
                    "early",
                    "later",
                    "earlier",
                    "separately",
                    "again",
                ])
        };
        while let Some(t) = tokens.get(i) {
            if t.is_any(&["that", ":"]) {
                return (i + 1, true);
            }
            if self.quoted(t) || !t.is_word() {
                break;
            }
            if day(t) {
                i += 1;
                continue;
            }
            if !t.is_any(&[
                "in",
                "on",
                "at",
                "by",
                "via",
                "during",
                "through",
                "to",
                "from",
                "before",
                "after",
                "carried",
                "published",
                "released",
                "last",
                "this",
                "of",
                "when",
            ]) {
                break;
            }
            let stretch =
                || (i + 1..tokens.len().min(i + 9)).take_while(|&j| !self.quoted(&tokens[j]) && !tokens[j].is(","));
            let ends = |j: &usize| {
                let t = &tokens[*j];
                CHANNELS.has(t) || t.weekday().is_some() || t.is_any(&["week", "month", "year", "night"])
            };
            let marked = stretch().find(|&j| tokens[j].is_any(&["that", ":"]));
            match stretch().find(ends).filter(|&e| marked.is_none_or(|m| e < m)) {
                Some(end) => i = end + 1,
                None => return marked.map_or((i, false), |m| (m + 1, true)),
            }
        }
        (i, false)
    }

    /// The end of the hearer that begins at `from`.
    fn hearer_end(&self, from: usize) -> usize {
        let tokens = self.tokens();
        let Some(first) = tokens.get(from).filter(|t| t.is_word() && !self.quoted(t) && !t.is("that")) else {
            return from;
        };
        let mut to = from + 1;
        if first.is_any(&["him", "her", "them", "us", "me", "it", "you"]) {
            return to;
        }
        let content = [
            "that", "he", "she", "it", "they", "we", "i", "the", "a", "an", "his", "her", "its", "their", "there",
            "in", "on", "at", "to", "by", "about", "how", "why", "what", "no", "some", "all",
        ];
        let determined = first.is_any(&["the", "a", "an", "his", "her", "its", "their", "this"]);
        let most = from + if determined || first.capital { 6 } else { 2 };
        while let Some(t) = tokens.get(to) {
            let capital_run = !first.capital || t.capital || t.is("of");
            let goes = t.is_word() && !self.quoted(t) && !t.is_any(&content) && capital_run && !t.lower.ends_with("ed");
            let day = t.weekday().is_some();
            if !goes || day || to >= most {
                break;
            }
            to += 1;
        }
        to
    }

    /// Where the sentence goes on behind a speaker: with a quotation, behind a semicolon, or behind a comma that opens no inserted
    /// phrase, if enough of it does.
    fn goes_on(&self, from: usize) -> Option<usize> {
        let tokens = self.tokens();
        let far = tokens.len().min(from + FAR);
        let quote = (from..far).find(|&i| self.begins_quote(i));
        // "Officials said; nobody was hurt": what follows is as much of a sentence as what stands in front.
        let parted = |i: &usize| tokens[*i].is(";") && self.words(*i, tokens.len()) > 2;
        let pauses = |i: &usize| parted(i) || tokens[*i].is(",") && !self.in_list(i + 1, &INSERTS);
        let pause = quote.or_else(|| (from..far).find(pauses))?;
        (quote.is_some() || parted(&pause) || self.words(pause, tokens.len()) > 3).then_some(pause)
    }

    /// The shell and the content of a speech whose subject begins at `phrase` and whose verb is at `k`.
    fn parts(&self, phrase: usize, k: usize) -> ((usize, usize), (usize, usize)) {
        let tokens = self.tokens();
        let (after, introduced) = self.after(k);
        let end = self.last_word();
        let lead = self.words(0, phrase);
        let left = self.words(after.min(tokens.len()), tokens.len());
        let behind_quote = phrase > 0 && self.ends_quote(phrase - 1);
        let behind_comma = phrase > 0 && tokens[phrase - 1].is_any(&[",", "—", "–", "-"]);
        let pauses = tokens.get(after).is_none_or(|t| t.kind == Kind::Mark && !self.begins_quote(after));
        let begins_clause = tokens.get(after).is_some_and(|t| {
            t.capital
                || t.kind == Kind::Figure
                || t.number_word().is_some()
                || t.is_any(&["the", "a", "an", "he", "she", "it", "they", "there", "his", "her", "its", "their"])
                || t.is_any(&["more", "some", "many", "about", "nearly", "all", "no", "most", "several", "both"])
        });
        let trailing = behind_quote
            || behind_comma && lead >= 3 && !introduced && (left == 0 || pauses)
            || behind_comma && lead >= 6 && !introduced && !begins_clause && tokens.len() - k <= 16;
        if trailing {
            let shell_end = self.goes_on(after).unwrap_or(tokens.len());
            return ((phrase, shell_end), (0, phrase));
        }
        // What stands far in front of the speaker is told too.
        let begin = if lead > 5 { phrase } else { 0 };
        ((begin, after.min(tokens.len())), (after.min(end), end))
    }

    /// A speaker in brackets behind a quotation: “…” (Ministry of Defence).
    fn in_brackets(&self) -> Option<Speech> {
        let tokens = self.tokens();
        let open = tokens.iter().rposition(|t| t.is("("))?;
        let close = tokens.iter().rposition(|t| t.is(")"))?;
        let named = close > open + 1 && tokens[open + 1].capital && close + 2 >= tokens.len();
        (open > 0 && self.ends_quote(open - 1) && named)
            .then(|| self.build((open + 1, close), tokens[open].span, Voice::Reported, (open, tokens.len()), (0, open)))
    }

    /// A name, a colon and a quotation.
    fn colon(&self) -> Option<Speech> {
        let tokens = self.tokens();
        let colon = (1..tokens.len().min(10)).find(|&i| tokens[i].is(":"))?;
        let named = self.begins_quote(colon + 1)
            && tokens[..colon].iter().all(|t| t.is_word() || t.is("."))
            && tokens[colon - 1].capital;
        // "Governor Jo Doe was blunt: “…”"
        let led = || self.leading().filter(|led| led.1 < colon && self.begins_quote(colon + 1));
        let named = named.then(|| self.trimmed(0, colon)).flatten().or_else(led)?;
        Some(self.build(named, tokens[colon].span, Voice::Reported, (0, colon + 1), (colon + 1, self.last_word())))
    }

    /// A verb that no list holds, right beside a quotation that pauses for it: “…,” shrugged X; “…,” X shrugged.
    fn beside_quote(&self) -> Option<Speech> {
        let tokens = self.tokens();
        let end = self.last_word();
        let past = |i: usize| {
            self.token(i).is_some_and(|t| t.is_word() && !t.capital && t.lower.len() > 3 && t.lower.ends_with("ed"))
        };
        for i in 1..tokens.len() {
            let pauses = self.quotes.iter().any(|q| {
                q.closed
                    && q.outer.end <= tokens[i].span.start
                    && q.outer.end >= tokens[i - 1].span.start
                    && (q.span.of(self.text).ends_with([',', '?', '!']) || tokens[i - 1].is(","))
            });
            if !pauses || self.quoted(&tokens[i]) || !tokens[i].is_word() {
                continue;
            }
            if past(i) && self.token(i + 1).is_some_and(|t| t.capital) {
                let (named, to) = self.phrase_behind(i + 1, false)?;
                let shell = (i, self.goes_on(to).unwrap_or(tokens.len()));
                return Some(self.build(named, tokens[i].span, Voice::Reported, shell, (0, i)));
            }
            let verb = (i + 1..tokens.len().min(i + 5)).find(|&v| past(v))?;
            let subject = tokens[i].capital || tokens[i].is_any(&["he", "she", "they"]);
            let named = subject.then(|| self.trimmed(i, verb)).flatten()?;
            let shell = (i, self.goes_on(verb + 1).unwrap_or(tokens.len()));
            return Some(self.build(named, tokens[verb].span, Voice::Reported, shell, (0, i.min(end))));
        }
        None
    }

    /// Who passed on what a speaker says, nearest to the outlet last: the hearer in "told Reuters", the body in "a statement carried by
    /// the news agency", the one who says so of it all at the end ("…, the ministry said, Reuters reported").
    ///
    /// Hearers and carriers count where they have a name that is no person's: "told the crowd" passes nothing on. Gets wrong: a body
    /// that was only informed ("told Parliament").
    pub(crate) fn carriers(&self, speech: &Speech, later: &[Speech]) -> Vec<Span> {
        let tokens = self.tokens();
        let span = |from: usize, to: usize| Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
        let mut out = Vec::new();
        let (from, to) = speech.shell;
        for k in from..to.min(tokens.len()) {
            let told = tokens[k].span == speech.speaker.cue && TO_A_HEARER.has(&tokens[k]);
            let heard = if told { self.carrier_end(k + 1).map(|end| (k + 1, end)) } else { self.carrier(k) };
            out.extend(heard.map(|(begin, end)| span(begin, end)));
        }
        // Behind all that the first speaker says, with nothing told but that.
        for next in later.iter().filter(|next| next.content.0 == 0 && next.named.0 > speech.named.0) {
            let whole = next.content.1 > speech.named.1 || next.shell.0 >= speech.named.1;
            if whole && next.speaker.name != speech.speaker.name && !self.is(next.named.0, &["he", "she", "it", "they"])
            {
                out.push(next.speaker.span);
            }
        }
        out.dedup();
        out
    }

    /// The one who carries what stands in front of `k`: "(a statement) carried by the news agency Anpa".
    fn carrier(&self, k: usize) -> Option<(usize, usize)> {
        let carried = self.is(k, &["carried", "published", "distributed"]) && self.is(k + 1, &["by"]);
        let end = self.carrier_end(k + 2).filter(|_| carried && !self.quoted(&self.tokens()[k]))?;
        Some((k + 2, end))
    }

    /// The end of a body's name that begins at `from`, behind words of what it is ("the state news agency Anpa"); none where a
    /// person or nobody by name stands there.
    fn carrier_end(&self, from: usize) -> Option<usize> {
        let tokens = self.tokens();
        let lead = (from..tokens.len().min(from + 6)).take_while(|&k| tokens[k].is_word() && !tokens[k].capital).last();
        let name = lead.map_or(from, |k| k + 1);
        let plain = |k: &usize| tokens[*k].is_word() && tokens[*k].capital && !self.quoted(&tokens[*k]);
        let end = (name..tokens.len()).take_while(plain).last()? + 1;
        // "Reporters in Rome" are no body.
        let placed = (from..name).any(|k| ENDS.has(&tokens[k]) || tokens[k].is_any(&["of", "from", "outside"]));
        let person = self.names.iter().any(|n| n.kind == NameKind::Person && n.tokens.0 < end && n.tokens.1 > name);
        let day = tokens[name].weekday().is_some() || tokens[name].month().is_some();
        (!person && !day && !placed).then_some(end)
    }

    /// Whether the sentence passes something on without saying whose it is: "reportedly", "is said to", "it was reported that".
    pub(crate) fn is_hearsay(&self) -> bool {
        let tokens = self.tokens();
        (0..tokens.len()).any(|k| {
            let t = &tokens[k];
            let passive = t.is_any(&[
                "said",
                "reported",
                "alleged",
                "claimed",
                "believed",
                "thought",
                "understood",
                "rumoured",
                "rumored",
                "feared",
            ]);
            let hearsay = t.is_any(&["reportedly", "allegedly", "supposedly", "purportedly", "unconfirmed"])
                || passive
                    && self.is(k + 1, &["to", "that"])
                    && (k.saturating_sub(2)..k).any(|b| self.is(b, &["is", "are", "was", "were", "been"]));
            hearsay && !self.quoted(t)
        })
    }
}
