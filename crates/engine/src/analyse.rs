//! The one entry: sources in, Report out. It runs the steps in order and puts what they found into the Report.

use std::collections::BTreeMap;

use crate::align::{self, Group, Story};
use crate::article::{self, Reading};
use crate::calendar;
use crate::clause::{clauses, tidy, whole};
use crate::collate::{names, passages, quantities, quotes, sums, timeline};
use crate::compare::{self, Found};
use crate::document::{self, Document};
use crate::gather::{Gather, Keep};
use crate::lexicon;
use crate::order::Order;
use crate::page::{self, Page};
use crate::report::{
    Article, ArticleId, Basis, Day, Difference, DifferenceNote, FORMAT, Fact, Field, Mention, NameForm, NameGroup,
    Note, NoteKind, Passage, QuantityGroup, QuantityValue, QuoteGroup, QuoteMention, Reason, ReasonKind, Report,
    SetAside, Shared, SharedPassage, Sharp, Status, Sum, Value,
};
use crate::sorted::{Map, Set};
use crate::source::Source;
use crate::span::Span;
use crate::token::lower_case;

/// What the caller may choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Treat headlines as sentences that assert. By default they are kept apart.
    pub headlines_claim: bool,
    /// What the host states of the story. By default nothing.
    pub host: HostStory,
}

/// What a host states of a story: it goes before what the texts say, and is marked as the host's ([`Basis::Host`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostStory {
    /// What the story is called.
    pub title: Option<String>,
    /// What is stated of articles, by [`Source::name`]. A name that no source has is passed over.
    pub articles: BTreeMap<String, HostArticle>,
}

/// What a host states of one article. What is none is left to its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostArticle {
    /// Who published it.
    pub outlet: Option<String>,
    /// Its headline. A paragraph of the text with just these words is the headline and no claim.
    pub headline: Option<String>,
    /// Who wrote it, without the "By".
    pub byline: Option<String>,
    /// The day it was published, `YYYY-MM-DD`: "yesterday" is counted from it. What is no day is passed over.
    pub published: Option<String>,
    /// Where it can be read on the web.
    pub url: Option<String>,
}

/// How far above the threshold a match is sure, in thousandths.
const SURE_ABOVE: u32 = 120;

/// How much of the row's clause a sure match says, in thousandths.
const SURE_COVER: u32 = 400;

/// How much of the row's clause a clause says whose values are set against the row's, in thousandths.
const COMPARED_COVER: u32 = 200;

/// How many differences are put forward as the sharpest.
const SHARPEST: usize = 6;

/// Reads and compares `sources`. Their order does not matter. Of several with the same text the first by name is read, the
/// others are noted and left out.
pub fn analyse(sources: &[Source], options: &Options) -> Report {
    let (sources, mut notes) = distinct(sources);
    let pages: Vec<&Page<'_>> = sources.iter().map(|source| &source.2).gather();
    let mut readings: Vec<Reading> = pages.iter().map(|page| article::read(page)).gather();
    article::template::set_aside(&mut readings, &pages);
    let host = |file: &str| options.host.articles.get(file);
    for ((_, file, page), reading) in sources.iter().zip(&mut readings) {
        if let Some(headline) = host(file).and_then(|h| h.headline.as_deref()) {
            reading.headline_is(&page.text, headline);
        }
    }
    let mut documents: Vec<Document<'_>> = sources
        .iter()
        .zip(readings)
        .map(|((id, name, page), reading)| Document::read(id.clone(), name, page, reading, options.headlines_claim))
        .gather();
    for document in &mut documents {
        let day = host(document.file).and_then(|h| calendar::Day::parse(h.published.as_deref()?));
        document.published = day.map(|day| (day, Basis::Host)).or(document.published);
    }
    document::date_all(&mut documents);
    let story = Story::read(&documents);
    let alignment = align::group(&story);
    let passages = passages::find(&documents);
    let members = |group: &Group| -> Vec<(usize, usize)> {
        group.units.iter().map(|&u| (story.units[u].article, story.units[u].sentence)).gather()
    };
    // Values are looked for in the close groups and in the rows themselves: what a row holds must not differ unseen. Articles
    // that tell of two events are no measure of one another.
    let all: Vec<Vec<(usize, usize)>> = alignment
        .all
        .iter()
        .chain(&alignment.groups)
        .gather_all(|group| story.of_one_event(members(group)))
        .into_iter()
        .filter(|m| count_articles(m) > 1)
        .gather();
    let values = compare::Values::new(&documents);
    let quantities = quantities::group(&documents, &values, &all);
    let rows: Vec<Vec<compare::Part>> = alignment.groups.iter().map(|group| parts(group, &story, &documents)).gather();

    // Each comparison is a row of its own; what is left of a group is what its articles tell in common.
    let builder = Builder {
        documents: &documents,
        values: &values,
        story: &story,
        passages: &passages,
        reaching: passages::by_sentence(&passages, &documents),
        threshold: alignment.threshold,
    };
    let mut compared = compare::conflations(&documents);
    compared.append(&mut compare::aspects(&values, &story.events(), &all, &rows, &quantities));
    let mut held: Vec<Vec<(usize, u32)>> = vec![Vec::new(); story.units.len()];
    for (g, group) in alignment.all.iter().enumerate() {
        for (&unit, &score) in group.units.iter().zip(&group.scores) {
            held[unit].push((g, score));
        }
    }
    let mut rows: Vec<(Group, Option<Found>)> =
        compared.into_iter().map(|found| (builder.group_of(&found, &held), Some(found))).gather();
    let compared: Set<usize> = rows.iter().flat_map(|(group, _)| group.units.iter().copied()).collect();
    // By article and sentence: the comparisons of its values.
    let mut comparisons: Map<(usize, usize), Set<usize>> = Map::new();
    for (row, (_, found)) in rows.iter().enumerate() {
        for item in found.iter().flat_map(|f| &f.items) {
            comparisons.or_default((item.article, item.sentence)).insert(row);
        }
    }
    for group in alignment.groups.iter().cloned() {
        // What a comparison shows is not told by one source alone.
        if matches!(group.units[..], [only] if compared.contains(&only)) {
            continue;
        }
        let center = group.around.as_ref().map(|around| &story.units[group.units[around.unit]]);
        let near = center.and_then(|unit| comparisons.get(&(unit.article, unit.sentence)));
        let is_about = |row: &&usize| rows[**row].1.as_ref().is_some_and(|f| builder.is_about(&group, f));
        match near.into_iter().flatten().find(is_about) {
            Some(&row) => rows[row].0.absorb(group),
            None => rows.push((group, None)),
        }
    }
    let row = |(group, found): &(Group, Option<Found>)| {
        let (fact, labels) = builder.fact(group, found.as_ref());
        Row { fact, labels, sharpness: found.as_ref().map_or(0, |f| f.sharpness) }
    };
    let mut facts: Vec<Row> = rows.iter().map(row).gather();
    order(&documents, &mut facts);
    label_apart(&mut facts);
    let mut facts: Vec<Fact> = facts.into_iter().map(|row| row.fact).gather();
    name_apart(&mut facts);
    let sharpest = sharpest(&facts);

    for document in &documents {
        if document.sentences.is_empty() {
            notes.push(Note { article: Some(document.id.clone()), kind: NoteKind::NothingLeft });
        }
        if document.too_long {
            notes.push(Note { article: Some(document.id.clone()), kind: NoteKind::TooLong });
        }
    }
    if documents.len() > 1 && !facts.iter().any(|f| f.status != Status::Single) {
        notes.push(Note { article: None, kind: NoteKind::LittleInCommon });
    }
    Report {
        format: FORMAT,
        title: options.host.title.clone(),
        central_headline: central_headline(&documents, &story, &options.host),
        facts,
        sharpest,
        quotes: quote_groups(&documents, &passages),
        quantities: quantity_groups(&documents, &quantities),
        names: name_groups(&documents, &passages, &story.apart),
        timeline: days(&documents, &rows.iter().filter_map(|r| r.1.as_ref()).gather()),
        origins: shared_passages(&documents, &passages),
        self_contradictions: compare::within(&values).iter().map(|found| builder.difference(found)).gather(),
        sums: documents.iter().gather_all(stated_sums),
        articles: documents.iter().map(|d| article(d, host(d.file))).gather(),
        notes,
    }
}

fn stated_sums(document: &Document<'_>) -> Vec<Sum> {
    let range = |q: usize| document.quantities[q].span.into();
    let of = |sum: sums::Sum| Sum {
        article: document.id.clone(),
        whole: range(sum.whole),
        parts: sum.parts.iter().map(|&q| range(q)).gather(),
        complete: sum.complete,
        holds: sum.holds,
    };
    sums::find(document).into_iter().map(of).gather()
}

/// Pages by id, sorted, with the names of their files, without those that repeat another's text.
fn distinct(sources: &[Source]) -> (Vec<(ArticleId, &str, Page<'_>)>, Vec<Note>) {
    let mut by_name: Vec<&Source> = sources.iter().gather();
    by_name.order_by(|a, b| (&a.name, &a.text).cmp(&(&b.name, &b.text)));
    let mut kept: Vec<(ArticleId, &str, Page<'_>)> = Vec::new();
    let mut notes = Vec::new();
    for source in by_name {
        let stem = source.name.rsplit_once('.').map_or(source.name.as_str(), |(stem, _)| stem);
        let mut id = ArticleId(stem.to_owned());
        // "a.txt" and "a.md" are two articles.
        if kept.iter().any(|k| k.0 == id) {
            id = ArticleId(source.name.clone());
        }
        let mut copy = 2;
        while kept.iter().any(|k| k.0 == id) {
            id = ArticleId(format!("{}-{copy}", source.name));
            copy += 1;
        }
        let page = page::read(&source.name, &source.text);
        if kept.iter().any(|k| k.2.text.trim() == page.text.trim()) {
            notes.push(Note { article: Some(id), kind: NoteKind::SameText });
        } else {
            kept.push((id, &source.name, page));
        }
    }
    kept.order_by(|a, b| a.0.cmp(&b.0));
    (kept, notes)
}

/// The clauses of a row around a clause, without those of which it is unsure that they say the same.
fn parts(group: &Group, story: &Story, documents: &[Document<'_>]) -> Vec<compare::Part> {
    let Some(around) = &group.around else { return Vec::new() };
    let clauses = group.units.iter().zip(&around.clauses);
    clauses
        .filter(|(_, (_, cover))| *cover >= COMPARED_COVER)
        .map(|(&unit, &((from, to), _))| {
            let unit = &story.units[unit];
            let tokens = &documents[unit.article].sentences[unit.sentence].tokens;
            let span = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
            ((unit.article, unit.sentence), span)
        })
        .gather()
}

fn article(document: &Document<'_>, host: Option<&HostArticle>) -> Article {
    let reading = &document.reading;
    let text = |span: Span| document.words(span).to_owned();
    let words = document
        .sentences
        .iter()
        .map(|s| s.tokens.iter().filter(|t| t.kind != crate::token::Kind::Mark).count() as u32)
        .sum();
    let known =
        |read: Option<Span>, stated: fn(&HostArticle) -> &Option<String>| match host.and_then(|h| stated(h).clone()) {
            Some(stated) => (Some(stated), Some(Basis::Host)),
            None => (read.map(text), read.map(|_| Basis::Stated)),
        };
    let printed = |words: &str, headline: &Option<String>| {
        headline.as_ref().is_some_and(|h| h.split_whitespace().eq(words.split_whitespace()))
    };
    let (outlet, outlet_basis) = known(reading.outlet, |h| &h.outlet);
    let (headline, headline_basis) = known(reading.headline, |h| &h.headline);
    let (byline, byline_basis) = known(reading.byline, |h| &h.byline);
    Article {
        id: document.id.clone(),
        file: document.file.to_owned(),
        url: host.and_then(|h| h.url.clone()),
        headline_at: reading.headline.filter(|&at| printed(document.words(at), &headline)).map(Into::into),
        outlet,
        outlet_basis,
        headline,
        headline_basis,
        byline,
        byline_basis,
        published: document.published.map(|p| p.0.to_string()),
        published_basis: document.published.map(|p| p.1),
        words,
        text: document.text.to_owned(),
        left_out: Vec::new(),
        set_aside: reading
            .set_aside
            .iter()
            .map(|&(span, kind)| SetAside { start: span.start, end: span.end, kind })
            .gather(),
        sentences: document.sentences.iter().map(|s| s.span.into()).gather(),
    }
}

fn passage(document: &Document<'_>, span: Span) -> Passage {
    Passage { article: document.id.clone(), start: span.start, end: span.end, text: document.words(span).to_owned() }
}

/// Makes facts of groups.
struct Builder<'a> {
    documents: &'a [Document<'a>],
    values: &'a compare::Values<'a>,
    story: &'a Story,
    passages: &'a [passages::Passage],
    /// By article and sentence: the passages that reach into it.
    reaching: Vec<Vec<Vec<usize>>>,
    threshold: u32,
}

/// By what two words are alike: as one word, as words of one class, as names in unlike spellings.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Likeness {
    Word(usize),
    Class(usize),
    Name(usize),
}

impl Likeness {
    /// Words before all else, in their order.
    fn number(self) -> u64 {
        let (kind, number) = match self {
            Self::Word(word) => (0, word),
            Self::Class(class) => (1, class),
            Self::Name(name) => (2, name),
        };
        kind << 32 | number as u64
    }
}

/// Which articles of a group hold words alike: the number of the likeness and in the last bits the article, sorted.
struct Held(Vec<u64>);

/// How many bits an article has in [`Held`].
const ARTICLE: u32 = 24;

impl Held {
    /// The articles, of which there may be repeats.
    fn articles(&self, by: Likeness) -> impl Iterator<Item = usize> + '_ {
        let by = by.number();
        let from = self.0.partition_point(|held| held >> ARTICLE < by);
        let held = self.0[from..].iter().take_while(move |held| **held >> ARTICLE == by);
        held.map(|held| (held & ((1 << ARTICLE) - 1)) as usize)
    }
}

impl Builder<'_> {
    /// The sentences of a comparison's values, each with its best score in a group that holds several of them. `held`: the groups
    /// of each sentence and its scores there.
    fn group_of(&self, found: &Found, held: &[Vec<(usize, u32)>]) -> Group {
        let mut units: Vec<usize> = found
            .items
            .iter()
            .filter_map(|i| {
                self.story.units.binary_search_by_key(&(i.article, i.sentence), |u| (u.article, u.sentence)).ok()
            })
            .gather();
        // Of a thing that is tied to different events only the sentence that stands apart claims the fact.
        if found.note == Some(DifferenceNote::DifferentEvents) {
            let odd = |way: u32| found.items.iter().filter(|i| i.way == way).count() == 1;
            let apart = found.items.iter().position(|i| odd(i.way)).unwrap_or_default();
            units = units.get(apart).copied().into_iter().gather();
        }
        units.order();
        units.dedup();
        let mut groups: Vec<usize> = units.iter().gather_all(|&u| held[u].iter().map(|h| h.0));
        groups.order();
        let several = |g: usize| groups.partition_point(|&k| k <= g) - groups.partition_point(|&k| k < g) > 1;
        let score = |unit: usize| held[unit].iter().filter(|h| several(h.0)).map(|h| h.1).max().unwrap_or(1000);
        Group { scores: units.iter().map(|&u| score(u)).gather(), units, around: None }
    }

    /// Whether a row around a clause is about the words that a comparison sets against each other: then it is that
    /// comparison's row, for it would call an agreement what the comparison calls a difference.
    fn is_about(&self, group: &Group, found: &Found) -> bool {
        let Some(around) = group.around.as_ref().filter(|_| found.note != Some(DifferenceNote::DifferentEvents)) else {
            return false;
        };
        let inside = |at: usize| {
            let unit = &self.story.units[group.units[at]];
            let tokens = &self.documents[unit.article].sentences[unit.sentence].tokens;
            let (from, to) = around.clauses[at].0;
            let clause = Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
            found
                .items
                .iter()
                .any(|i| (i.article, i.sentence) == (unit.article, unit.sentence) && clause.overlap(i.span) > 0)
        };
        let held = (0..group.units.len()).filter(|&at| inside(at)).count();
        inside(around.unit) && held >= 2 && 2 * held >= found.items.len()
    }

    /// A row, and the clauses that may stand for it, best first.
    fn fact(&self, group: &Group, compared: Option<&Found>) -> (Fact, Vec<Passage>) {
        let members: Vec<(usize, usize)> =
            group.units.iter().map(|&u| (self.story.units[u].article, self.story.units[u].sentence)).gather();
        let members = members.as_slice();
        let mut found: Vec<Found> = compared.into_iter().cloned().gather();
        // Whoever gives another figure is somebody else: each value has its speaker.
        let counts = |i: &compare::Item| {
            let quantities = self.documents[i.article].quantities_in(i.sentence);
            quantities.iter().any(|q| q.span == i.span && q.value.is_some())
        };
        let unlike = |f: &Found| f.note.is_none() && f.items.iter().all(counts);
        let held = self.held(group);
        let mentions: Vec<Mention> = (0..group.units.len()).map(|at| self.mention(group, &held, at, compared)).gather();
        if !compared.is_some_and(unlike) {
            // Who says what is not known to be the same is no matter of who says it.
            let sure = members.iter().zip(&mentions).filter(|(_, m)| m.sure);
            let sure: Vec<(usize, usize)> = sure.map(|(&member, _)| member).gather();
            found.extend(compare::attribution(self.values, &sure));
        }
        let found = found.as_slice();
        let status = status(count_articles(members), found);
        let differences: Vec<Difference> = found.iter().map(|f| self.difference(f)).gather();
        let mut labels = self.labels(group, &held, compared);
        let (why, shared_words) = self.why(group, &held, members);
        let label = labels.first().cloned().expect("a group is never empty");
        let fact = Fact {
            id: String::new(),
            status,
            field: compared.map(|f| f.field),
            shared_words,
            mentions,
            differences,
            origins: passages::origins(self.passages, &self.reaching, self.documents, members),
            why,
            label,
        };
        labels.truncate(LABELS);
        (fact, labels)
    }

    fn difference(&self, found: &Found) -> Difference {
        let values = found
            .items
            .iter()
            .map(|item| {
                let document = &self.documents[item.article];
                let span = whole(document.text, item.span);
                Value {
                    article: document.id.clone(),
                    start: span.start,
                    end: span.end,
                    text: document.words(span).to_owned(),
                    speaker: document.claims[item.sentence].speaker.as_ref().map(|s| s.name.clone()),
                    voice: document.voice_of(item.sentence, item.span),
                    resolved: item.resolved.clone(),
                    carried: item.carried,
                    way: item.way,
                }
            })
            .gather();
        Difference { field: found.field, values, compatible: found.compatible, note: found.note }
    }

    /// The mention of the group's sentence at place `at`.
    fn mention(&self, group: &Group, held: &Held, at: usize, compared: Option<&Found>) -> Mention {
        let (unit, score) = (group.units[at], group.scores[at]);
        let (a, s) = (self.story.units[unit].article, self.story.units[unit].sentence);
        let document = &self.documents[a];
        let claim = &document.claims[s];
        let shares = self.shares(group, held, unit);
        // Beside a comparison, a sentence without a value of its own may be about something near it.
        let beside = compared.is_some();
        let compared = compared
            .and_then(|f| f.items.iter().find(|i| i.article == a && i.sentence == s))
            .map(|i| whole(document.text, i.span));
        let clause = group.around.as_ref().map(|around| around.clauses[at]);
        let told = || match clause {
            Some((tokens, _)) => tidy(document.text, self.cut(unit, tokens, CELL_WORDS)),
            None => tidy(document.text, self.clause(group, held, unit, CELL_WORDS).1),
        };
        let set_against = compared.is_some();
        let value = compared.unwrap_or_else(told);
        let covered = clause.is_none_or(|(_, cover)| cover >= SURE_COVER);
        Mention {
            article: document.id.clone(),
            start: claim.span.start,
            end: claim.span.end,
            sentence: s as u32,
            speaker: claim.speaker.as_ref().map(|s| s.name.clone()),
            via: claim.via.iter().map(|&span| span.into()).gather(),
            voice: document.voice_of(s, value),
            sure: group.units.len() == 1
                || covered
                    && !(document.sentences[s].fragment || beside && !set_against || self.is_spoken_against(group, at))
                    && score >= (self.threshold + SURE_ABOVE).min(900),
            value: value.into(),
            shares,
        }
    }

    /// Whether a row cannot call its clause at place `at` the same as the one that it stands around.
    fn is_spoken_against(&self, group: &Group, at: usize) -> bool {
        let Some(around) = group.around.as_ref().filter(|around| around.unit != at) else { return false };
        let part = |at: usize| {
            let unit = &self.story.units[group.units[at]];
            let tokens = &self.documents[unit.article].sentences[unit.sentence].tokens;
            let (from, to) = around.clauses[at].0;
            ((unit.article, unit.sentence), Span { start: tokens[from].span.start, end: tokens[to - 1].span.end })
        };
        compare::speaks_against(self.documents, &part(around.unit), &part(at))
    }

    /// By what a word may be like another.
    fn likenesses(&self, term: &align::Term) -> impl Iterator<Item = Likeness> + use<> {
        let word = &self.story.words[term.word];
        let name = word.skeleton.filter(|_| term.capital).map(Likeness::Name);
        [Likeness::Word(term.word)].into_iter().chain(word.class.map(|c| Likeness::Class(c.0))).chain(name)
    }

    /// Which articles of a group hold which words.
    fn held(&self, group: &Group) -> Held {
        let mut held = Vec::new();
        if group.units.len() > 1 {
            for unit in group.units.iter().map(|&u| &self.story.units[u]) {
                for term in &unit.terms {
                    let numbers = self.likenesses(term).map(Likeness::number);
                    numbers.map(|by| by << ARTICLE | unit.article as u64).gather_into(&mut held);
                }
            }
            held.order();
        }
        Held(held)
    }

    /// What the mention shares with those of other articles: passages, names, figures, days, rare words; strongest first.
    fn shares(&self, group: &Group, held: &Held, unit: usize) -> Vec<Shared> {
        let own = &self.story.units[unit];
        let document = &self.documents[own.article];
        let ids = |articles: Vec<usize>| -> Vec<ArticleId> {
            let mut articles = articles;
            articles.order();
            articles.dedup();
            articles.into_iter().map(|a| self.documents[a].id.clone()).gather()
        };
        let sentence = document.sentences[own.sentence].span;
        let mut out = Vec::new();
        for &p in &self.reaching[own.article][own.sentence] {
            let others = group.units.iter().map(|&u| &self.story.units[u]).filter(|o| o.article != own.article);
            let reached = others.filter(|o| self.reaching[o.article][o.sentence].binary_search(&p).is_ok());
            let with: Vec<usize> = reached.map(|o| o.article).gather();
            let place = self.passages[p].places.iter().find(|(a, _)| *a == own.article);
            let Some(&(_, span)) = place.filter(|_| !with.is_empty()) else { continue };
            let span = Span { start: span.start.max(sentence.start), end: span.end.min(sentence.end) };
            out.push(Shared { kind: ReasonKind::Passage, start: span.start, end: span.end, with: ids(with) });
        }
        let with = |term: &align::Term| {
            // Of the classes only those of events.
            let event = self.story.words[term.word].class.is_some_and(|c| c.1);
            let by = self.likenesses(term).filter(move |by| event || !matches!(by, Likeness::Class(_)));
            by.flat_map(|by| held.articles(by)).filter(|a| *a != own.article)
        };
        let mut terms: Vec<&align::Term> = own.terms.iter().filter(|term| with(term).next().is_some()).gather();
        terms.order_by(|a, b| b.weight.total_cmp(&a.weight).then(a.token.cmp(&b.token)));
        let mut used: Vec<Span> = Vec::new();
        for term in terms.into_iter().take(8) {
            let token = &document.sentences[own.sentence].tokens[term.token];
            let name = document.names_in(own.sentence).iter().find(|n| n.span.holds(token.span)).map(|n| n.span);
            // A length or a repetition shared is a word shared: no day.
            let mut times = document.times_in(own.sentence).iter().filter(|t| t.days.is_some());
            let time = times.find(|t| t.span.overlap(token.span) > 0).map(|t| t.span);
            let figure =
                document.quantities_in(own.sentence).iter().find(|q| q.figure.overlap(token.span) > 0).map(|q| q.span);
            let (kind, span) = if let Some(span) = time {
                (ReasonKind::Day, span)
            } else if let Some(span) = figure {
                (ReasonKind::Number, span)
            } else if let Some(span) = name {
                (ReasonKind::Name, span)
            } else {
                (ReasonKind::Word, token.span)
            };
            if used.iter().all(|u| u.overlap(span) == 0) {
                used.push(span);
                out.push(Shared { kind, start: span.start, end: span.end, with: ids(with(term).gather()) });
            }
        }
        out
    }

    /// The clause of a mention that carries most of what it shares, of at most `most` words, and how much of it that is; of a
    /// mention on its own, its first clause.
    fn clause(&self, group: &Group, held: &Held, unit: usize, most: usize) -> (f64, Span) {
        let own = &self.story.units[unit];
        let document = &self.documents[own.article];
        let tokens = &document.sentences[own.sentence].tokens;
        let claim = document.claims[own.sentence].span;
        let mut weights = vec![0.0; tokens.len()];
        for term in &own.terms {
            let mut by = self.likenesses(term).filter(|by| !matches!(by, Likeness::Name(_)));
            let elsewhere = by.any(|by| held.articles(by).any(|article| article != own.article));
            if elsewhere {
                weights[term.token] = term.weight;
            }
        }
        let mut best: Option<(f64, Span)> = None;
        let clauses = clauses(tokens, claim, most);
        let of = |(from, to): (usize, usize)| Span { start: tokens[from].span.start, end: tokens[to - 1].span.end };
        for &(from, to) in &clauses {
            let span = of((from, to));
            let weight: f64 = weights[from..to].iter().sum();
            // Of two clauses with much the same weight the shorter one says it better.
            let score = weight - 0.25 * (to - from) as f64;
            if best.is_none_or(|b| score > b.0 + 1e-9) {
                best = Some((score, span));
            }
        }
        let single = group.units.len() == 1;
        match best {
            Some(best) if !single => best,
            _ => (0.0, clauses.into_iter().find(|c| c.1 - c.0 >= 4).map_or(claim, of)),
        }
    }

    /// The clauses that may stand for a row, best first: one of each mention, of the compared value where there is one, and the
    /// same from the beginning of what is said, where that is short enough.
    fn labels(&self, group: &Group, held: &Held, compared: Option<&Found>) -> Vec<Passage> {
        let mut all: Vec<((i64, i64), usize, Span)> = Vec::new();
        for (at, (&unit, &score)) in group.units.iter().zip(&group.scores).enumerate() {
            let own = &self.story.units[unit];
            let document = &self.documents[own.article];
            let value = compared
                .and_then(|f| f.items.iter().find(|i| (i.article, i.sentence) == (own.article, own.sentence)))
                .map(|i| i.span);
            let (weight, span) = match (&group.around, value) {
                (_, Some(value)) => self.clause_with(unit, value),
                (Some(around), None) => {
                    (f64::from(around.clauses[at].1), self.cut(unit, around.clauses[at].0, LABEL_WORDS))
                }
                (None, None) => self.clause(group, held, unit, LABEL_WORDS),
            };
            let center = group.around.as_ref().is_some_and(|around| around.unit == at);
            let sure = score >= self.threshold + SURE_ABOVE;
            let rank = 6 * i64::from(sure) + 4 * i64::from(center) + 12 * i64::from(value.is_some());
            // What a verb of saying introduces in the middle of a sentence is told with the words that introduce it.
            let claim = document.claims[own.sentence].span;
            let opens = claim.of(document.text).starts_with(|c: char| !c.is_lowercase());
            let begin = if opens { claim.start } else { document.sentences[own.sentence].span.start };
            let from_begin = Span { start: begin, end: span.end };
            let short = begin < span.start && from_begin.of(document.text).split_whitespace().count() <= LABEL_WORDS;
            for span in std::iter::once(span).chain(short.then_some(from_begin)) {
                let span = tidy(document.text, span);
                let fit = rank + stands_alone(document, own.sentence, span);
                all.push(((fit, (weight * 1000.0) as i64), own.article, span));
            }
        }
        all.order_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(&b.2)));
        all.into_iter().map(|(_, article, span)| passage(&self.documents[article], span)).gather()
    }

    /// A clause, cut to `most` words.
    fn cut(&self, unit: usize, clause: (usize, usize), most: usize) -> Span {
        let own = &self.story.units[unit];
        let tokens = &self.documents[own.article].sentences[own.sentence].tokens;
        let whole = Span { start: tokens[clause.0].span.start, end: tokens[clause.1 - 1].span.end };
        let first = clauses(tokens, whole, most).first().copied();
        first.map_or(whole, |(from, to)| Span { start: tokens[from].span.start, end: tokens[to - 1].span.end })
    }

    /// The clause around a compared value, or the words next to it; the nearer to ten words, the better it says it.
    fn clause_with(&self, unit: usize, value: Span) -> (f64, Span) {
        let own = &self.story.units[unit];
        let document = &self.documents[own.article];
        let tokens = &document.sentences[own.sentence].tokens;
        let sentence = document.sentences[own.sentence].span;
        let holds = |&(from, to): &(usize, usize)| {
            tokens[from].span.start <= value.start && value.end <= tokens[to - 1].span.end
        };
        let around = clauses(tokens, sentence, LABEL_WORDS).into_iter().find(|c| holds(c) && c.1 - c.0 >= 4);
        let (from, to) = around.unwrap_or_else(|| {
            let first = tokens.iter().position(|t| t.span.end > value.start).unwrap_or_default();
            let last = tokens.iter().rposition(|t| t.span.start < value.end).unwrap_or(first);
            (first.saturating_sub(BESIDE), tokens.len().min(last + 1 + BESIDE))
        });
        let words = (to - from) as f64;
        (
            100.0 - (words - 10.0).abs() - if around.is_some() { 0.0 } else { 50.0 },
            Span { start: tokens[from].span.start, end: tokens[to - 1].span.end },
        )
    }

    /// Why the mentions stand together, and the heading's words.
    fn why(&self, group: &Group, held: &Held, members: &[(usize, usize)]) -> (Vec<Reason>, Vec<String>) {
        if count_articles(members) < 2 {
            return (Vec::new(), Vec::new());
        }
        let articles = count_articles(members);
        let mut scored: Vec<(f64, usize, &str, bool)> = Vec::new();
        let words = held.0.chunk_by(|l, r| l >> ARTICLE == r >> ARTICLE);
        for held in words.take_while(|held| held[0] >> ARTICLE < Likeness::Class(0).number()) {
            let word = (held[0] >> ARTICLE) as usize;
            let in_articles = held.chunk_by(|l, r| l == r).count();
            if in_articles < 2 {
                continue;
            }
            let share = in_articles as f64 / articles as f64;
            let share = share * share;
            let first = group.units.iter().find_map(|&u| {
                let unit = &self.story.units[u];
                let at = unit.terms.binary_search_by_key(&word, |t| t.word).ok()?;
                Some((unit, unit.terms[at]))
            });
            let Some((unit, term)) = first else { continue };
            let token = &self.documents[unit.article].sentences[unit.sentence].tokens[term.token];
            let text = self.documents[unit.article].words(token.span);
            scored.push((self.story.words[word].weight * share, term.token, text, token.capital));
        }
        scored.order_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)).then(a.2.cmp(b.2)));
        scored.dedup_by(|a, b| a.2 == b.2);
        let kind = |text: &str, capital: bool| {
            if text.starts_with(|c: char| c.is_ascii_digit()) {
                ReasonKind::Number
            } else if capital {
                ReasonKind::Name
            } else {
                ReasonKind::Word
            }
        };
        let why = scored
            .iter()
            .take(6)
            .map(|(_, _, text, capital)| Reason { kind: kind(text, *capital), text: (*text).to_owned() })
            .gather();
        // The heading: words that read as topics, not figures.
        let heading = scored
            .iter()
            .filter(|(_, _, text, _)| text.chars().all(|c| !c.is_ascii_digit()))
            .take(3)
            .map(|s| s.2.to_owned())
            .gather();
        (why, heading)
    }
}

fn count_articles(members: &[(usize, usize)]) -> usize {
    let mut articles: Vec<usize> = members.iter().map(|m| m.0).gather();
    articles.order();
    articles.dedup();
    articles.len()
}

fn status(articles: usize, found: &[Found]) -> Status {
    // Who says so, on its own, makes no difference in what is said.
    let mut content = found.iter().filter(|f| f.field != Field::Attribution).peekable();
    if found.iter().any(|f| f.note == Some(DifferenceNote::DifferentEvents)) {
        Status::DifferentEvents
    } else if articles < 2 {
        Status::Single
    } else if content.peek().is_none() {
        Status::Agree
    } else if content.all(|f| f.note == Some(DifferenceNote::LessPrecise)) {
        Status::LessPrecise
    } else {
        Status::Differ
    }
}

/// The most words that a cell and a label show.
const CELL_WORDS: usize = 14;
const LABEL_WORDS: usize = 18;

/// How many tokens on each side of a value stand for it where no clause holds it.
const BESIDE: usize = 5;

/// An id from a label and what is compared: the label's first words and a hash of all of it.
fn slug(label: &str, field: Option<Field>) -> String {
    let words: Vec<String> = label
        .split(|c: char| !c.is_alphanumeric())
        .map(lower_case)
        .filter(|w| w.len() > 2 && !lexicon::is_stop_word(w) && w.is_ascii())
        .take(3)
        .gather();
    // FNV-1a, 32 bits: stable across machines and versions, which the standard hasher is not.
    let field = field.map(|field| format!("{field:?}")).unwrap_or_default();
    let hash =
        label.bytes().chain(field.bytes()).fold(0x811c_9dc5_u32, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
    let mut id = words.join("-");
    if !id.is_empty() {
        id.push('-');
    }
    format!("{id}{:04x}", hash >> 16 ^ hash & 0xffff)
}

/// A fact on its way into the Report.
struct Row {
    fact: Fact,
    /// The clauses that may stand for it, best first.
    labels: Vec<Passage>,
    sharpness: u32,
}

/// How many clauses are kept that may stand for a row.
const LABELS: usize = 8;

/// How well a clause stands for a sentence by itself: one from the beginning that has a verb and is neither short nor long nor
/// cut off.
///
/// Gets wrong: verbs in the present, which look like nouns, and participles taken for verbs.
fn stands_alone(document: &Document<'_>, sentence: usize, span: Span) -> i64 {
    let claim = document.claims[sentence].span;
    let tokens = &document.sentences[sentence].tokens;
    let inside = |t: &&crate::token::Token| span.holds(t.span) && t.is_word();
    let verb = tokens
        .iter()
        .filter(inside)
        .any(|t| lexicon::is_auxiliary(&t.lower) || t.tense().is_some() || t.lower.ends_with("ed"));
    let words = span.of(document.text).split_whitespace().count();
    let first = tokens.iter().find(inside);
    let hangs = first.is_none_or(|t| {
        t.is_stop_word()
            && !t.is_any(&[
                "the", "a", "an", "its", "their", "his", "her", "he", "she", "it", "they", "we", "no", "more", "most",
                "all",
            ])
    });
    let length = match words {
        0..=2 => -10,
        3 => -5,
        4..=14 => 0,
        _ => -2,
    };
    // What is said ends with a mark, or with the words.
    let behind = document.text[span.end as usize..claim.end.max(span.end) as usize].trim_start();
    let cut = behind.starts_with(|c: char| c.is_alphanumeric()) && words + 2 >= LABEL_WORDS;
    5 * i64::from(verb)
        + if span.start <= claim.start {
            5
        } else if hangs {
            -4
        } else {
            0
        }
        + length
        - 4 * i64::from(cut)
        - 20 * i64::from(is_torn(span.of(document.text)))
}

/// Whether words close a quotation that they do not open, or open one that they do not close.
fn is_torn(words: &str) -> bool {
    let mut open = 0_i32;
    for c in words.chars() {
        match c {
            '“' | '«' | '„' => open += 1,
            '”' | '»' => open -= 1,
            _ => {}
        }
        if open < 0 {
            return true;
        }
    }
    open != 0 || words.matches('"').count() % 2 == 1
}

/// Gives rows labels of their own, in their order: of two that may have the same words the later one takes its next best. Where
/// it has no other, both have the same.
fn label_apart(rows: &mut [Row]) {
    let mut shown: Set<String> = Set::new();
    for row in rows {
        let label = row.labels.iter().find(|label| !shown.contains(&label.text)).or(row.labels.first());
        row.fact.label = label.cloned().unwrap_or_else(|| row.fact.label.clone());
        row.fact.id = slug(&row.fact.label.text, row.fact.field);
        shown.insert(row.fact.label.text.clone());
    }
}

/// Facts with one label get numbers behind their ids, in order.
fn name_apart(facts: &mut [Fact]) {
    let mut seen: Map<String, u32> = Map::new();
    for fact in facts {
        let count = seen.or_default(fact.id.clone());
        *count += 1;
        if *count > 1 {
            fact.id = format!("{}-{count}", fact.id);
        }
    }
}

/// Sharp ones first, then those of several articles (more articles first), then the single ones in the order of the articles.
fn order(documents: &[Document<'_>], facts: &mut [Row]) {
    let at = |id: &ArticleId| documents.iter().position(|d| d.id == *id).unwrap_or_default();
    facts.order_by_cached_key(|Row { fact, sharpness, .. }| {
        let rank = match fact.status {
            Status::DifferentEvents => 0,
            Status::Differ => 1,
            Status::LessPrecise => 2,
            Status::Agree => 3,
            Status::Single => 4,
        };
        let mut articles: Vec<usize> = fact.mentions.iter().map(|m| at(&m.article)).gather();
        articles.dedup();
        let weight = if rank <= 1 {
            u32::MAX - sharpness
        } else if rank == 4 {
            0
        } else {
            u32::MAX - articles.len() as u32 * 100 - sharpness
        };
        let first = fact.mentions.first().map(|m| (at(&m.article), m.start));
        (rank, weight, first, fact.label.text.clone())
    });
}

/// The first differences worth a look: contradictions first, then the sharpest others; one value pair is shown once.
fn sharpest(facts: &[Fact]) -> Vec<Sharp> {
    let mut out: Vec<(u32, Sharp, Vec<String>)> = Vec::new();
    for fact in facts {
        for (d, difference) in fact.differences.iter().enumerate() {
            // Who says so is no difference in what is said; parts are found less surely than figures and days.
            if matches!(difference.field, Field::Attribution | Field::Actor | Field::Target | Field::Place) {
                continue;
            }
            let rank = match (difference.note, difference.compatible, difference.field) {
                (Some(DifferenceNote::DifferentEvents), ..) => 0,
                (_, false, _) => 1,
                (Some(DifferenceNote::MaybeTimeZones), ..) => 3,
                (Some(DifferenceNote::LessPrecise), ..) => 4,
                _ => 2,
            };
            let values: Vec<String> = difference.values.iter().map(|v| format!("{}{}", v.article.0, v.start)).gather();
            out.push((rank, Sharp { fact: fact.id.clone(), difference: d as u32 }, values));
        }
    }
    out.order_by_key(|s| s.0);
    let mut shown: Vec<String> = Vec::new();
    let mut seen: Vec<String> = Vec::new();
    out.keep(|(_, sharp, values)| {
        let fresh = values.iter().filter(|v| !shown.contains(v)).count();
        let keep = fresh * 2 > values.len() && !seen.contains(&sharp.fact);
        if keep {
            values.iter().cloned().gather_into(&mut shown);
            seen.push(sharp.fact.clone());
        }
        keep
    });
    out.into_iter().take(SHARPEST).map(|s| s.1).gather()
}

/// The headline whose words weigh most in the other articles.
fn central_headline(documents: &[Document<'_>], story: &Story, host: &HostStory) -> Option<ArticleId> {
    let mut best: Option<(f64, &ArticleId)> = None;
    for (a, document) in documents.iter().enumerate() {
        let stated = host.articles.get(document.file).and_then(|h| h.headline.as_deref());
        let printed = document.reading.headline.map(|at| document.words(at));
        let Some(headline) = stated.or(printed) else { continue };
        let tokens = crate::token::tokens(headline, Span::new(0, headline.len()));
        let mut keys: Vec<&String> = tokens.iter().flat_map(crate::token::keys).gather();
        keys.order();
        keys.dedup();
        let found: f64 = keys
            .iter()
            .map(|key| {
                let Some(word) = story.vocabulary.known(key) else { return 0.0 };
                let articles = &story.words[word as usize].articles;
                (articles.len() - usize::from(articles.binary_search(&a).is_ok())) as f64
            })
            .sum();
        let score = found / (keys.len().max(4) as f64);
        if best.is_none_or(|b| score > b.0 + 1e-9) {
            best = Some((score, &document.id));
        }
    }
    best.map(|b| b.1.clone())
}

fn quote_groups(documents: &[Document<'_>], passages: &[passages::Passage]) -> Vec<QuoteGroup> {
    let mention = |p: &quotes::Print| QuoteMention {
        article: documents[p.article].id.clone(),
        start: p.span.start,
        end: p.span.end,
        change: p.change,
    };
    quotes::find(documents, passages)
        .into_iter()
        .map(|s| QuoteGroup { mentions: s.prints.iter().map(mention).gather(), speaker: s.speaker })
        .gather()
}

fn quantity_groups(documents: &[Document<'_>], groups: &[Vec<compare::Figure>]) -> Vec<QuantityGroup> {
    let value = |&(a, q): &(usize, usize)| {
        let document = &documents[a];
        let quantity = &document.quantities[q];
        QuantityValue {
            article: document.id.clone(),
            start: quantity.span.start,
            end: quantity.span.end,
            value: quantity.value,
            min: quantity.min,
            max: quantity.max,
            unit: quantity.unit.clone(),
            hedge: quantity.hedge.map(|h| document.words(h).to_owned()),
        }
    };
    let what = |&(a, q): &(usize, usize)| {
        let quantity = &documents[a].quantities[q];
        documents[a].words(quantity.head.unwrap_or(quantity.figure)).to_owned()
    };
    // "A missile" counts as one where other articles tell of missiles; by itself it is no figure.
    let article = |&(a, q): &compare::Figure| {
        let quantity = &documents[a].quantities[q];
        let figure = documents[a].words(quantity.figure);
        quantity.hedge.is_none() && ["a", "an", "the"].iter().any(|word| figure.eq_ignore_ascii_case(word))
    };
    let told =
        |group: &&Vec<compare::Figure>| !group.iter().all(article) || group.iter().any(|(a, _)| *a != group[0].0);
    groups
        .iter()
        .filter(told)
        .map(|group| QuantityGroup { what: what(&group[0]), values: group.iter().map(value).gather() })
        .gather()
}

fn name_groups(documents: &[Document<'_>], passages: &[passages::Passage], apart: &[Vec<f64>]) -> Vec<NameGroup> {
    names::find(documents, passages, apart)
        .into_iter()
        .map(|thing| NameGroup {
            kind: thing.kind,
            forms: thing.forms.iter().map(|form| name_form(&documents[form.article], form)).gather(),
        })
        .gather()
}

fn name_form(document: &Document<'_>, form: &names::Form) -> NameForm {
    let Passage { article, start, end, text } = passage(document, form.span);
    NameForm { article, start, end, text, tie: form.tie }
}

/// A day is disputed where a fact's leading date difference holds one of its mentions.
fn days(documents: &[Document<'_>], compared: &[&Found]) -> Vec<Day> {
    let disputed: Vec<(usize, Span)> = compared
        .iter()
        .filter(|f| f.field == Field::Date && f.note != Some(DifferenceNote::LessPrecise))
        .flat_map(|f| f.items.iter().map(|i| (i.article, i.span)))
        .gather();
    timeline::find(documents)
        .into_iter()
        .map(|((from, to), places)| Day {
            from: from.to_string(),
            to: to.to_string(),
            disputed: places.iter().any(|p| disputed.contains(p)),
            mentions: places.iter().map(|&(a, span)| passage(&documents[a], span)).gather(),
        })
        .gather()
}

fn shared_passages(documents: &[Document<'_>], passages: &[passages::Passage]) -> Vec<SharedPassage> {
    passages
        .iter()
        .map(|run| {
            let named = run.places.iter().filter_map(|&(a, span)| {
                let document = &documents[a];
                let sentence = document.sentences.iter().position(|s| s.span.overlap(span) > 0)?;
                document.claims[sentence].speaker.as_ref().map(|s| s.name.clone())
            });
            let speakers: Vec<String> = named.gather();
            // A proper name before "the statement".
            let proper = |name: &&String| {
                name.split(' ').skip_while(|w| w.eq_ignore_ascii_case("the")).any(|w| w.starts_with(char::is_uppercase))
            };
            let speaker = speakers.iter().find(proper).or(speakers.first()).cloned();
            SharedPassage {
                articles: run.places.iter().map(|&(a, _)| documents[a].id.clone()).gather(),
                mentions: run.places.iter().map(|&(a, span)| passage(&documents[a], span)).gather(),
                words: run.words as u32,
                speaker,
            }
        })
        .gather()
}
