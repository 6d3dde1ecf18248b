//! The Report: everything the engine found, as plain serialisable data.
//!
//! It is the only type that crosses a border: the command line prints it as JSON, the build embeds it, the page shows it.
//! All offsets are bytes into the article's own UTF-8 text, half-open, on character borders. Nothing in it is worded by
//! the tool: every text about the event is a span of an article, but for what the host states and is marked as the host's
//! (the title, and what has [`Basis::Host`]).
//!
//! No `skip_serializing_if`, no flattened or untagged enums: the same types travel in a binary format.

use serde::{Deserialize, Serialize};

/// The format number written into every Report. It changes when a reader of an older Report would misread a newer one.
pub const FORMAT: u32 = 2;

/// An article's name: its file name without the ending. Articles are sorted by it, so it also gives the letters A, B, C…
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ArticleId(pub String);

/// A half-open byte range in the text of an article that is known from the context.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Range {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A verbatim piece of one article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Passage {
    /// The article it stands in.
    pub article: ArticleId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words themselves, as printed.
    pub text: String,
}

/// Everything the engine found in a set of articles.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// [`FORMAT`].
    pub format: u32,
    /// What the host calls the story; none where the host does not say.
    pub title: Option<String>,
    /// The articles, sorted by id.
    pub articles: Vec<Article>,
    /// The article whose headline shares most with the others' texts; none when no article has a headline.
    pub central_headline: Option<ArticleId>,
    /// What is claimed. Those that differ come first (sharpest first), then those told by several, then the single ones
    /// in the order of the articles.
    pub facts: Vec<Fact>,
    /// The differences most worth a reader's first look, sharpest first; at most one a fact.
    pub sharpest: Vec<Sharp>,
    /// Statements that are quoted, each with every article that carries it.
    pub quotes: Vec<QuoteGroup>,
    /// Figures that measure the same thing, grouped.
    pub quantities: Vec<QuantityGroup>,
    /// One thing, under all the names it is given.
    pub names: Vec<NameGroup>,
    /// The days that the articles name, in order.
    pub timeline: Vec<Day>,
    /// Passages that several articles print in the same words.
    pub origins: Vec<SharedPassage>,
    /// Pairs of values inside one article that cannot both be right; both values of a pair carry that article.
    pub self_contradictions: Vec<Difference>,
    /// Wholes and their parts that one sentence states, by article and place.
    pub sums: Vec<Sum>,
    /// What the engine could not read or had to bound.
    pub notes: Vec<Note>,
}

/// One article as read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Article {
    /// The file name without its ending.
    pub id: ArticleId,
    /// The file name.
    pub file: String,
    /// Where the article can be read on the web, `http` or `https`: as the host states it.
    pub url: Option<String>,
    /// The outlet, only where the text itself or the host says so.
    pub outlet: Option<String>,
    /// How the outlet is known: [`Basis::Stated`] or [`Basis::Host`]; none exactly where `outlet` is none.
    pub outlet_basis: Option<Basis>,
    /// The headline as printed, or as the host states it.
    pub headline: Option<String>,
    /// Where the headline stands; none for a headline of the host's that the text does not print.
    pub headline_at: Option<Range>,
    /// How the headline is known, as for `outlet`.
    pub headline_basis: Option<Basis>,
    /// The writer, without the "By".
    pub byline: Option<String>,
    /// How the writer is known, as for `outlet`.
    pub byline_basis: Option<Basis>,
    /// The day it was published, `YYYY-MM-DD`.
    pub published: Option<String>,
    /// How that day is known; none exactly where `published` is none.
    pub published_basis: Option<Basis>,
    /// Number of words in the body.
    pub words: u32,
    /// The whole text: of plain text as in the file, of HTML and Markdown what they show. All offsets refer to it.
    pub text: String,
    /// Where words of the text are left out, in order: a space stands there for each byte, so that all other offsets hold. To be
    /// shown as "[…]". Empty unless the host publishes excerpts only.
    pub left_out: Vec<Range>,
    /// What is not the article's own telling: page furniture, by kind, in order. Kept so that it can be shown.
    pub set_aside: Vec<SetAside>,
    /// The sentences of the body, in order. Paragraph breaks lie between them in `text`.
    pub sentences: Vec<Range>,
}

/// How something about an article as a whole is known: its day of publication, outlet, headline, writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text says it, or a page's head.
    Stated,
    /// Worked out from what the text says about days ("yesterday", "early Wednesday") together with dates in the articles.
    Inferred,
    /// The host states it, whatever the text says.
    Host,
}

/// A piece of text that is set aside: never a claim, never an agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SetAside {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is.
    pub kind: FurnitureKind,
}

/// Kinds of page furniture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FurnitureKind {
    /// The headline (shown apart).
    Headline,
    /// Who wrote it.
    Byline,
    /// A date line.
    Dateline,
    /// A section label ("Politics") or a label inside a paragraph ("Why it matters:").
    Section,
    /// A link to another story ("READ MORE: …").
    Teaser,
    /// Navigation and sharing ("Source link", "Back to top", "Share this").
    Navigation,
    /// A list of related stories.
    Related,
    /// A form for comments or a newsletter.
    Form,
    /// Copyright and terms of use.
    Copyright,
    /// A picture's or video's caption or credit.
    Caption,
    /// Advertising and sponsors' notices.
    Advert,
    /// The rest of a text that is longer than any article.
    Excess,
}

/// One thing that is claimed, with every article that claims it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fact {
    /// Made from the fact's own words, so that a link to it survives a re-ordering; letters, digits and `-`, usable in `#`.
    pub id: String,
    /// How the articles stand to each other.
    pub status: Status,
    /// The shortest span that states it, verbatim.
    pub label: Passage,
    /// The field on which it is compared; none where nothing is set against anything.
    pub field: Option<Field>,
    /// The words (as printed in `label`'s article) that several mentions share: the heading of the row.
    pub shared_words: Vec<String>,
    /// Who claims it, sorted by article and place. An article may stand here more than once.
    pub mentions: Vec<Mention>,
    /// What differs, sharpest first.
    pub differences: Vec<Difference>,
    /// How many independent origins its mentions rest on, as far as shared wording shows; at most the number of articles.
    pub origins: u32,
    /// Why these mentions stand in one row, strongest reason first.
    pub why: Vec<Reason>,
}

impl Fact {
    /// Whether fewer than two articles state it for certain, so that nothing is to be said of how they stand to each other. An
    /// article without a mention here states it by a value that is set against the mentions; not by who says so. False where only
    /// one article tells it, and where it is tied to different events.
    pub fn is_unsure(&self) -> bool {
        let values = self.differences.iter().filter(|d| d.field != Field::Attribution).flat_map(|d| &d.values);
        let strays = values.map(|v| &v.article).filter(|id| self.mentions.iter().all(|m| m.article != **id));
        let mut sure = self.mentions.iter().filter(|m| m.sure).map(|m| &m.article).chain(strays);
        let first = sure.next();
        !matches!(self.status, Status::Single | Status::DifferentEvents) && sure.all(|id| Some(id) == first)
    }
}

/// How the articles that carry a fact stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Two or more articles say it, and nothing in it was found to differ.
    Agree,
    /// They say it with unlike precision: one value is a less exact way to put the other.
    LessPrecise,
    /// A value differs. Whether both can be true all the same is told by [`Difference::compatible`].
    Differ,
    /// The same thing is tied to different events.
    DifferentEvents,
    /// One article says it.
    Single,
}

/// One place where an article states a fact.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Mention {
    /// The article.
    pub article: ArticleId,
    /// First byte of the smallest span that states the fact.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// Index into the article's `sentences`.
    pub sentence: u32,
    /// Who is said to say so, as printed; none for the outlet itself.
    pub speaker: Option<String>,
    /// Who passed it on from the speaker to the outlet, where the article names them: spans of the article, the one nearest to
    /// the outlet last.
    pub via: Vec<Range>,
    /// In which voice it is said.
    pub voice: Voice,
    /// False where the match is weak: shown as unsure.
    pub sure: bool,
    /// What the cell shows: the value set against the others', or the words that state the fact most shortly.
    pub value: Range,
    /// What this mention shares with the others, strongest first; spans of its own article.
    pub shares: Vec<Shared>,
}

/// In whose voice something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// Inside quotation marks.
    Quoted,
    /// Given as somebody's words, without quotation marks.
    Reported,
    /// The outlet's own voice.
    Outlet,
    /// A claim of responsibility or an assertion that the outlet marks as a claim ("claimed", "alleged").
    Claimed,
}

/// What a mention shares with mentions in other articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Shared {
    /// What kind of thing is shared.
    pub kind: ReasonKind,
    /// First byte, in the mention's article.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The articles it is shared with, sorted.
    pub with: Vec<ArticleId>,
}

/// Why mentions were put into one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reason {
    /// What kind of thing is shared.
    pub kind: ReasonKind,
    /// The thing, as printed in the first article that has it.
    pub text: String,
}

/// Kinds of things that mentions share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// A run of words printed alike.
    Passage,
    /// A name.
    Name,
    /// A figure.
    Number,
    /// A day.
    Day,
    /// A word that is rare in this story.
    Word,
}

/// Values of one field that a reader should see against each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Difference {
    /// What is compared.
    pub field: Field,
    /// One value an article, sorted by article. Where the same thing is tied to different events, also those of articles
    /// that do not claim the fact.
    pub values: Vec<Value>,
    /// True where all of it can be true at once (less precise, another time zone, another scope).
    pub compatible: bool,
    /// What the engine can say about the difference without judging it.
    pub note: Option<DifferenceNote>,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A count or amount.
    Number,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// Where.
    Place,
    /// Who did it.
    Actor,
    /// With what.
    Weapon,
    /// To whom or what.
    Target,
    /// Dead, hurt, missing.
    Casualty,
    /// How sure.
    Certainty,
    /// How much of it.
    Scope,
    /// What it is called.
    Name,
    /// How it is put.
    Wording,
    /// Who says so.
    Attribution,
}

/// One article's value in a difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// The article.
    pub article: ArticleId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The value as printed.
    pub text: String,
    /// Who is said to say so, as printed; none for the outlet itself.
    pub speaker: Option<String>,
    /// In which voice the value itself is given.
    pub voice: Voice,
    /// Of a time, the day it was resolved to (`YYYY-MM-DD`, or `YYYY-MM-DD/YYYY-MM-DD` for a range); of a thing that is tied to
    /// different events, the day of its event; none for other values.
    pub resolved: Option<String>,
    /// True where that day stands in an earlier sentence of the article and is carried on to this one.
    pub carried: bool,
    /// Articles with an equal value carry the same number here, counted from 0 in the order of first appearance.
    pub way: u32,
}

/// What can be said about a difference from the texts alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DifferenceNote {
    /// Two neighbouring days that may be one moment in two time zones.
    MaybeTimeZones,
    /// The same thing is tied to events on different days.
    DifferentEvents,
    /// One value is a less exact way to put the other.
    LessPrecise,
}

/// A difference worth a first look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sharp {
    /// [`Fact::id`].
    pub fact: String,
    /// Index into the fact's `differences`.
    pub difference: u32,
}

/// One statement and every article that carries it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteGroup {
    /// Who said it, as the first article that names a speaker prints it.
    pub speaker: Option<String>,
    /// Who carries it, sorted by article and place.
    pub mentions: Vec<QuoteMention>,
}

/// One article's print of a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuoteMention {
    /// The article.
    pub article: ArticleId,
    /// First byte, inside the quotation marks.
    pub start: u32,
    /// One past the last byte, inside the quotation marks.
    pub end: u32,
    /// How it stands to the fullest print of it.
    pub change: QuoteChange,
}

/// How one print of a quotation stands to the fullest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum QuoteChange {
    /// The same words.
    Exact,
    /// A part of the words.
    Truncated,
    /// Other words inside the marks.
    Reworded,
    /// The same words without quotation marks.
    Unmarked,
    /// Inside one pair of marks with another statement, which others print apart from it. Such a print stands in the group of
    /// each of them.
    Merged,
}

/// Figures that measure the same thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuantityGroup {
    /// What is counted or measured, as printed with the first figure.
    pub what: String,
    /// The figures, sorted by article and place.
    pub values: Vec<QuantityValue>,
}

/// One figure.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuantityValue {
    /// The article.
    pub article: ArticleId,
    /// First byte, the hedge included.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The figure printed; none for "several".
    pub value: Option<f64>,
    /// The lower bound that the words give ("more than 60" → 61).
    pub min: Option<f64>,
    /// The upper bound that the words give ("up to 60" → 60).
    pub max: Option<f64>,
    /// The unit, normalised ("kilometre", "USD", "percent"); none for plain counts.
    pub unit: Option<String>,
    /// The hedge as printed ("about", "more than").
    pub hedge: Option<String>,
}

/// A whole and its parts, as one sentence states them ("32 in Leeds and 34 in York, 66 in all"). Where they do not add up, that is
/// said of the print and of nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Sum {
    /// The article.
    pub article: ArticleId,
    /// The figure of the whole with what it counts.
    pub whole: Range,
    /// The figures of the parts, in the order of the text.
    pub parts: Vec<Range>,
    /// Whether the parts are said to be all of the whole; otherwise they only cannot be more.
    pub complete: bool,
    /// Whether the figures add up, with what their hedges leave open.
    pub holds: bool,
}

/// One thing under all its names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NameGroup {
    /// What kind of thing.
    pub kind: NameKind,
    /// Every form, sorted by article and place; one entry for each form an article uses.
    pub forms: Vec<NameForm>,
}

/// What an article calls a thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NameForm {
    /// The article.
    pub article: ArticleId,
    /// First byte of the first place where the article has this form.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// The words themselves, as printed.
    pub text: String,
    /// How the form is known to mean the thing.
    pub tie: NameTie,
}

/// How a form is known to mean the same as the others of its group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NameTie {
    /// The same words, less titles, marks over letters and endings such as "Inc."
    Name,
    /// A part of a fuller name: a surname, a company's first word, a country's body without the country.
    Part,
    /// Another spelling of the same sounds.
    Spelling,
    /// Initials or a blend, introduced by an article or made of the words.
    Abbreviation,
    /// Another name that is known to everybody: a seat of government, a body's name in its own language.
    KnownAs,
    /// A description set beside the name: "the mayor" in "Jo Doe, the mayor".
    Apposition,
    /// A description that tells which by itself, or that fits one thing only in this story.
    Description,
}

/// Kinds of named things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NameKind {
    /// A human being.
    Person,
    /// A body of people.
    Organisation,
    /// A place.
    Place,
    /// A weapon or vehicle type.
    Weapon,
    /// A named event.
    Event,
    /// Not known.
    Other,
}

/// A day or run of days that the articles name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Day {
    /// First day, `YYYY-MM-DD`.
    pub from: String,
    /// Last day, `YYYY-MM-DD`.
    pub to: String,
    /// True where mentions of one fact give unlike days.
    pub disputed: bool,
    /// The words that name it, sorted by article and place.
    pub mentions: Vec<Passage>,
}

/// Words that several articles print alike.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SharedPassage {
    /// The articles, sorted.
    pub articles: Vec<ArticleId>,
    /// Where it stands, one an article.
    pub mentions: Vec<Passage>,
    /// Length of the shared run, in words.
    pub words: u32,
    /// The first speaker named for it, by a proper name if any article gives one; none where no article names one.
    pub speaker: Option<String>,
}

/// What the engine could not read, or had to bound, or what a reader should know of the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// The article it is about; none for all of them.
    pub article: Option<ArticleId>,
    /// What it is.
    pub kind: NoteKind,
}

/// Kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// Nothing but furniture was found.
    NothingLeft,
    /// Another article has the same text; it is counted once.
    SameText,
    /// The articles share so little that they may be about different events.
    LittleInCommon,
    /// The text is longer than any article: sentences were cut, or not all of it is compared (its rest is
    /// [`FurnitureKind::Excess`], or holds more figures, days or names than are looked at).
    TooLong,
}

/// The letter that the article at an index goes by: A to Z, then AA, AB…
///
/// # Examples
/// ```
/// use crosscheck_engine::report::letter;
/// assert_eq!([0, 4, 25, 26, 27, 701, 702].map(letter), ["A", "E", "Z", "AA", "AB", "ZZ", "AAA"]);
/// ```
pub fn letter(index: usize) -> String {
    let last = char::from(b'A' + (index % 26) as u8);
    match index / 26 {
        0 => last.to_string(),
        before => letter(before - 1) + last.encode_utf8(&mut [0; 4]),
    }
}
