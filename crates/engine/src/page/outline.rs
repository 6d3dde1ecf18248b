//! A web page as the text that it shows, and which part of it is the article.
//!
//! Three passes, none of them recursive: tags and text into blocks and the elements around them; what each element is (a menu,
//! a caption, the article's body) by its tag, its class, and how much of the page's prose it holds; blocks with their roles.
//! A block's own words are judged later, as in plain text.
//!
//! The body is the innermost element that holds nearly all prose outside of what is plainly furniture (after Kohlschütter,
//! Fankhauser and Nejdl, "Boilerplate detection using shallow text features", 2010: length and share of links tell most).
//! What is called a menu or a comment form and holds a third of the prose all the same is kept: a word lost is worse than a
//! line too many.
//!
//! Gets wrong: pages with more prose in comments than in the article, where no tag or class says "comments"; several
//! articles on one page, which are read as one; text that only a script would put there.

use std::borrow::Cow;

use super::html::{self, Token, Tokens};
use super::stated::Stated;
use super::{Block, Page, Role, ends_sentence, is_prose, word_count};
use crate::gather::Gather;
use crate::lexicon::{self, PagePart};
use crate::report::FurnitureKind;
use crate::span::Span;
use crate::token::lower_case;

/// How much of the prose the body holds at least, in hundredths.
const BODY_SHARE: u64 = 75;

/// How much of the prose a part may hold at most that is set aside for its class, in hundredths.
const CLASS_SHARE: u64 = 30;

/// How much of the prose a part may hold at most that is set aside for its tag, in hundredths.
const TAG_SHARE: u64 = 50;

/// How much of a block's text is links where it is nothing else, in hundredths.
const ALL_LINKS: u64 = 80;

/// The most words of a line of links above the body that may be a writer or a section rather than a menu.
const LINKED_NAMES: usize = 8;

/// Elements that may hold a body.
const CONTAINERS: [&str; 9] = ["article", "body", "center", "div", "form", "main", "section", "table", "td"];

/// How many times the body is widened to its parent.
const WIDEN: usize = 3;

/// How many open elements an inline end tag looks through for its start.
const INLINE_REACH: usize = 64;

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Breaks the text before and after it.
    Block,
    /// Part of a line, kept because its class may say something.
    Inline,
    /// Its text is not shown.
    Hidden,
    /// Furniture by what the tag means.
    Aside(FurnitureKind),
}

/// Elements that are kept track of, sorted by name. All others are looked through.
const ELEMENTS: [(&str, Kind); 59] = [
    ("address", Kind::Block),
    ("article", Kind::Block),
    ("aside", Kind::Aside(FurnitureKind::Related)),
    ("audio", Kind::Hidden),
    ("blockquote", Kind::Block),
    ("body", Kind::Block),
    ("button", Kind::Aside(FurnitureKind::Navigation)),
    ("canvas", Kind::Hidden),
    ("caption", Kind::Aside(FurnitureKind::Caption)),
    ("center", Kind::Block),
    ("datalist", Kind::Hidden),
    ("dd", Kind::Block),
    ("details", Kind::Block),
    ("dialog", Kind::Aside(FurnitureKind::Navigation)),
    ("div", Kind::Block),
    ("dl", Kind::Block),
    ("dt", Kind::Block),
    ("em", Kind::Inline),
    ("fieldset", Kind::Block),
    ("figcaption", Kind::Aside(FurnitureKind::Caption)),
    ("figure", Kind::Block),
    ("footer", Kind::Aside(FurnitureKind::Navigation)),
    ("form", Kind::Aside(FurnitureKind::Form)),
    ("h1", Kind::Block),
    ("h2", Kind::Block),
    ("h3", Kind::Block),
    ("h4", Kind::Block),
    ("h5", Kind::Block),
    ("h6", Kind::Block),
    ("header", Kind::Block),
    ("hgroup", Kind::Block),
    ("li", Kind::Block),
    ("main", Kind::Block),
    ("math", Kind::Hidden),
    ("menu", Kind::Block),
    ("nav", Kind::Aside(FurnitureKind::Navigation)),
    ("noscript", Kind::Hidden),
    ("object", Kind::Hidden),
    ("ol", Kind::Block),
    ("p", Kind::Block),
    ("pre", Kind::Block),
    ("search", Kind::Aside(FurnitureKind::Form)),
    ("section", Kind::Block),
    ("select", Kind::Hidden),
    ("small", Kind::Inline),
    ("span", Kind::Inline),
    ("summary", Kind::Block),
    ("svg", Kind::Hidden),
    ("table", Kind::Block),
    ("tbody", Kind::Block),
    ("td", Kind::Inline),
    ("template", Kind::Hidden),
    ("tfoot", Kind::Block),
    ("th", Kind::Inline),
    ("thead", Kind::Block),
    ("time", Kind::Inline),
    ("tr", Kind::Block),
    ("ul", Kind::Block),
    ("video", Kind::Hidden),
];

/// The place of a tag's name in [`ELEMENTS`].
fn known(name: &str) -> Option<usize> {
    // No known name is longer: what comes from the page is bounded before it is folded.
    let lower = (name.len() <= 10).then(|| name.to_ascii_lowercase())?;
    ELEMENTS.binary_search_by(|(known, _)| (*known).cmp(lower.as_str())).ok()
}

/// An element that was opened, the page itself the first.
#[derive(Clone, Debug)]
struct Element {
    parent: usize,
    tag: usize,
    /// What its class or role says.
    part: Option<FurnitureKind>,
    hidden: bool,
    /// Bytes of prose in it, what lies deeper included.
    prose: u64,
    /// A first-level heading lies in it.
    headed: bool,
    /// A number that elements of one class share.
    class: u32,
    /// How many runs were read before it.
    runs_before: usize,
}

/// A run of text that no element breaks.
#[derive(Clone, Debug)]
struct Run {
    span: Span,
    element: usize,
    /// Bytes of it that are links.
    linked: u32,
    /// 1 to 6.
    heading: Option<u8>,
    item: bool,
}

/// Reads a web page. Any text is fine.
pub(super) fn read(html: &str) -> Page<'static> {
    let mut reader = Reader::new(html.len());
    for token in Tokens::new(html) {
        reader.take(token);
    }
    reader.end_run();
    reader.page()
}

/// What has been read so far.
struct Reader {
    text: String,
    runs: Vec<Run>,
    elements: Vec<Element>,
    /// The open elements, the page first.
    open: Vec<usize>,
    /// How many of each of [`ELEMENTS`] are open.
    count: [usize; ELEMENTS.len()],
    /// How many hidden elements are open.
    hidden: usize,
    /// White space is owed before the next character.
    space: bool,
    /// Where the run began, and its links.
    run: usize,
    linked: u32,
    /// Where the open link began, and how many elements were open then.
    link: Option<(usize, usize)>,
    /// The last link that ended in this run.
    last_link: Span,
    stated: Stated,
    /// Dates in `<time>`, with the number of runs before.
    times: Vec<(usize, String)>,
    /// Where the words of an open `<time>` without a value begin.
    titled: Option<String>,
}

impl Reader {
    fn new(length: usize) -> Self {
        let root = Element {
            parent: 0,
            tag: usize::MAX,
            part: None,
            hidden: false,
            prose: 0,
            headed: false,
            class: 0,
            runs_before: 0,
        };
        Self {
            text: String::with_capacity(length / 4),
            runs: Vec::new(),
            elements: vec![root],
            open: vec![0],
            count: [0; ELEMENTS.len()],
            hidden: 0,
            space: false,
            run: 0,
            linked: 0,
            link: None,
            last_link: Span::new(0, 0),
            stated: Stated::default(),
            times: Vec::new(),
            titled: None,
        }
    }

    fn take(&mut self, token: Token<'_>) {
        match token {
            Token::Text(text) => self.words(text),
            Token::Open { name, attributes, raw } => self.start(name, attributes, raw),
            Token::Close(name) => self.close(name),
        }
    }

    fn words(&mut self, text: &str) {
        if self.hidden > 0 {
            return;
        }
        for c in html::decoded(text) {
            match c {
                ' ' | '\n' | '\t' | '\r' | '\u{c}' => self.space = true,
                // Where a word may be broken: not part of it.
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                _ => {
                    if self.space && self.text.len() > self.run {
                        self.text.push(' ');
                    }
                    self.space = false;
                    self.text.push(c);
                }
            }
        }
    }

    /// Ends the run of text: what follows is another line.
    fn end_run(&mut self) {
        self.space = false;
        if let Some((from, depth)) = self.link {
            self.linked += (self.text.len() - from.max(self.run)) as u32;
            self.link = Some((self.text.len(), depth));
        }
        let linked = std::mem::take(&mut self.linked);
        let span = Span::new(self.run, self.text.len()).trim(&self.text);
        let behind = std::mem::replace(&mut self.last_link, Span::new(0, 0));
        if span.len() > 0 {
            let inside = |names: &[&str]| {
                let found = self.open.iter().rev().take(4).find_map(|&e| {
                    let name = ELEMENTS.get(self.elements[e].tag)?.0;
                    names.iter().position(|n| *n == name)
                });
                found.map(|at| at as u8 + 1)
            };
            let heading = inside(&["h1", "h2", "h3", "h4", "h5", "h6"]);
            let item = inside(&["li", "dd", "dt"]).is_some();
            let element = self.open[self.open.len() - 1];
            let run = |span: Span, linked: u32| Run { span, element, linked, heading, item };
            // "A storm hit the coast. Read more: the storms of May": a link behind the last sentence is a line of its own.
            let before = Span { start: span.start, end: behind.start.clamp(span.start, span.end) }.trim(&self.text);
            let teaser = Span { start: before.end, end: span.end }.trim(&self.text);
            let split = before.len() > 0
                && ends_sentence(before.of(&self.text))
                && behind.end == span.end
                && word_count(&self.text, teaser) >= 3
                && !ends_sentence(teaser.of(&self.text));
            if split {
                self.runs.push(run(before, linked.saturating_sub(teaser.len())));
                self.runs.push(run(teaser, teaser.len()));
            } else {
                self.runs.push(run(span, linked));
            }
            self.text.push_str("\n\n");
        }
        self.run = self.text.len();
        if let Some((from, _)) = &mut self.link {
            *from = self.run;
        }
    }

    fn start(&mut self, name: &str, inside: &str, raw: &str) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        if is("br") || is("hr") {
            return self.end_run();
        }
        if is("meta") {
            return self.meta(inside);
        }
        if is("title") {
            if self.hidden == 0 && self.titled.is_none() {
                let title: String = html::decoded(raw).collect();
                self.titled = Some(title.split_whitespace().gather().join(" "));
            }
            return;
        }
        if is("script") && has(inside, "type", |v| v.to_ascii_lowercase().contains("ld+json")) {
            self.stated.json(raw);
        }
        if is("a") {
            self.end_link();
            self.link = has(inside, "href", |_| true).then_some((self.text.len(), self.open.len()));
            return;
        }
        let Some(tag) = known(name) else { return };
        let kind = ELEMENTS[tag].1;
        let breaks = matches!(kind, Kind::Block | Kind::Aside(_));
        if breaks {
            // A picture drawn in the page ends where a block begins, and so does a paragraph.
            self.pop_to(known("svg"));
            self.pop_to(known("math"));
            if self.hidden == 0 {
                self.pop_to(known("p"));
            }
        }
        let same = self.open.last().is_some_and(|&e| self.elements[e].tag == tag);
        if same && ["li", "dd", "dt", "td", "th", "tr"].contains(&ELEMENTS[tag].0) {
            self.pop_to(Some(tag));
        }
        if breaks {
            self.end_run();
        }
        if ["td", "th"].contains(&ELEMENTS[tag].0) {
            self.space = true;
        }
        let Called { part, mut hidden, class } = called(inside);
        hidden |= kind == Kind::Hidden;
        if is("time") && self.hidden == 0 {
            let value = html::attributes(inside).find(|(n, _)| n.eq_ignore_ascii_case("datetime"));
            if let Some((_, value)) = value {
                self.times.push((self.runs.len(), value.to_owned()));
            }
        }
        // A part that its class sets aside is a line of its own, also where its tag breaks no line.
        if part.is_some() && !breaks && !hidden {
            self.end_run();
        }
        let parent = self.open[self.open.len() - 1];
        self.elements.push(Element {
            parent,
            tag,
            part,
            hidden,
            prose: 0,
            headed: false,
            class,
            runs_before: self.runs.len(),
        });
        self.open.push(self.elements.len() - 1);
        self.count[tag] += 1;
        self.hidden += usize::from(hidden);
    }

    fn meta(&mut self, inside: &str) {
        let value =
            |wanted: &str| html::attributes(inside).find(|(n, _)| n.eq_ignore_ascii_case(wanted)).map(|(_, v)| v);
        if let Some(content) = value("content") {
            for name in ["property", "name", "itemprop"].into_iter().filter_map(value) {
                self.stated.meta(name, content);
            }
        }
    }

    fn end_link(&mut self) {
        if let Some((from, _)) = self.link.take() {
            self.last_link = Span::new(from.max(self.run).min(self.text.len()), self.text.len());
            self.linked += self.text.len().saturating_sub(from.max(self.run)) as u32;
        }
    }

    fn close(&mut self, name: &str) {
        if name.eq_ignore_ascii_case("a") {
            return self.end_link();
        }
        if name.eq_ignore_ascii_case("br") {
            return self.end_run();
        }
        let Some(tag) = known(name) else { return };
        // An inline element does not reach through the block it stands in.
        if ELEMENTS[tag].1 == Kind::Inline {
            let inline = |e: usize| ELEMENTS.get(self.elements[e].tag).is_some_and(|k| k.1 == Kind::Inline);
            let mut near = self.open.iter().rev().take(INLINE_REACH).take_while(|&&e| inline(e));
            if !near.any(|&e| self.elements[e].tag == tag) {
                return;
            }
        }
        self.pop_to(Some(tag));
    }

    /// Closes the open elements down to the innermost one of this tag, if there is one.
    fn pop_to(&mut self, tag: Option<usize>) {
        let Some(tag) = tag.filter(|&t| self.count[t] > 0) else { return };
        while self.open.len() > 1 {
            let element = self.open[self.open.len() - 1];
            let Element { tag: own, part, hidden, .. } = self.elements[element];
            if ELEMENTS[own].1 != Kind::Inline && ELEMENTS[own].1 != Kind::Hidden || part.is_some() && !hidden {
                self.end_run();
            }
            self.open.pop();
            self.count[own] -= 1;
            self.hidden -= usize::from(hidden);
            if self.link.is_some_and(|(_, depth)| depth > self.open.len()) {
                self.end_link();
            }
            if own == tag {
                break;
            }
        }
    }

    fn is_prose(&self, run: &Run) -> bool {
        is_prose(run.span, &self.text) && 2 * u64::from(run.linked) < u64::from(run.span.len())
    }

    /// Sums up prose and first-level headings from the inside out; runs in `except` count nothing.
    fn weigh(&mut self, except: &[Option<Outside>]) {
        for element in &mut self.elements {
            (element.prose, element.headed) = (0, false);
        }
        for i in 0..self.runs.len() {
            let run = &self.runs[i];
            let element = run.element;
            if except.get(element).is_none_or(Option::is_none) {
                let prose = if self.is_prose(run) { u64::from(run.span.len()) } else { 0 };
                let headed = run.heading == Some(1);
                self.elements[element].prose += prose;
                self.elements[element].headed |= headed;
            }
        }
        for i in (1..self.elements.len()).rev() {
            let Element { parent, prose, headed, .. } = self.elements[i];
            self.elements[parent].prose += prose;
            self.elements[parent].headed |= headed;
        }
    }

    /// For each element the furniture that it belongs to.
    fn outside(&self) -> Vec<Option<Outside>> {
        let total = self.elements[0].prose;
        let mut outside: Vec<Option<Outside>> = vec![None; self.elements.len()];
        // Comments may be longer than the article, but they follow it.
        let told = self.runs.iter().enumerate().filter(|(_, r)| self.is_prose(r)).nth(1).map_or(usize::MAX, |(i, _)| i);
        for i in 1..self.elements.len() {
            let element = &self.elements[i];
            let below = |share: u64| element.prose * 100 <= total * share;
            let by_tag = match ELEMENTS[element.tag] {
                (_, Kind::Aside(kind)) if below(TAG_SHARE) && !element.headed => Some(kind),
                // A page's own head holds its menu; an article's holds the headline.
                ("header", _) if element.prose == 0 && !element.headed && !self.is_inside(i, &["article", "main"]) => {
                    Some(FurnitureKind::Navigation)
                }
                _ => None,
            };
            let fits =
                |kind: FurnitureKind| below(CLASS_SHARE) || kind == FurnitureKind::Form && element.runs_before > told;
            let by_class = element.part.filter(|&kind| fits(kind) && !element.headed);
            outside[i] = outside[element.parent].or_else(|| by_class.or(by_tag).map(|kind| Outside { kind, root: i }));
        }
        outside
    }

    /// Whether an element of one of these names lies around this one.
    fn is_inside(&self, mut i: usize, names: &[&str]) -> bool {
        // Headers are few and pages that nest thousands deep are none: a bound keeps odd input cheap.
        for _ in 0..INLINE_REACH {
            i = self.elements[i].parent;
            if i == 0 {
                return false;
            }
            if names.contains(&ELEMENTS[self.elements[i].tag].0) {
                return true;
            }
        }
        false
    }

    /// The innermost element that holds nearly all of the prose. Where it is one of several alike side by side (a box around
    /// each paragraph, the parts between advertisements), what holds them all.
    fn body(&self) -> usize {
        let total = self.elements[0].prose;
        let holds = |i: usize| {
            let container = ELEMENTS.get(self.elements[i].tag).is_none_or(|k| CONTAINERS.contains(&k.0));
            container && self.elements[i].prose * 100 >= total * BODY_SHARE
        };
        let mut body = (0..self.elements.len()).rev().find(|&i| total > 0 && holds(i)).unwrap_or(0);
        for _ in 0..WIDEN {
            let own = &self.elements[body];
            let alike = |(i, e): (usize, &Element)| {
                i != body && i > 0 && e.parent == own.parent && (e.tag, e.class) == (own.tag, own.class) && e.prose > 0
            };
            if body == 0 || !self.elements.iter().enumerate().any(alike) {
                break;
            }
            body = own.parent;
        }
        body
    }

    fn page(mut self) -> Page<'static> {
        self.weigh(&[]);
        let outside = self.outside();
        self.weigh(&outside);
        let body = self.body();
        let mut in_body = vec![false; self.elements.len()];
        for i in 0..self.elements.len() {
            in_body[i] = i == body || i > 0 && in_body[self.elements[i].parent];
        }
        let kept = |run: &Run| outside[run.element].is_none();
        let first_prose = self.runs.iter().position(|r| in_body[r.element] && kept(r) && self.is_prose(r));
        let headline = self.headline(first_prose.unwrap_or(self.runs.len()), &outside);
        // Between the headline and the body stand standfirst, writer and date.
        let head = headline.or(self.runs.iter().position(|r| in_body[r.element])).unwrap_or(0);
        let roles: Vec<Option<Outside>> = self
            .runs
            .iter()
            .enumerate()
            .map(|(i, run)| {
                let mere_links = u64::from(run.linked) * 100 >= u64::from(run.span.len()) * ALL_LINKS;
                let of = |kind| Some(Outside { kind, root: usize::MAX });
                match outside[run.element] {
                    Some(outside) => Some(outside),
                    None if Some(i) == headline => None,
                    None if i < head => of(FurnitureKind::Navigation),
                    None if in_body[run.element] || first_prose.is_some_and(|first| i < first) => {
                        if mere_links && run.item {
                            of(FurnitureKind::Related)
                        } else if mere_links && first_prose.is_some_and(|first| i > first) && run.heading.is_none() {
                            of(FurnitureKind::Teaser)
                        } else if mere_links && word_count(&self.text, run.span) > LINKED_NAMES {
                            of(FurnitureKind::Navigation)
                        } else {
                            None
                        }
                    }
                    None => of(FurnitureKind::Related),
                }
            })
            .gather();
        for (at, value) in std::mem::take(&mut self.times) {
            if roles.get(at).is_some_and(Option::is_none) && at >= head && first_prose.is_none_or(|first| at < first) {
                self.stated.time(&value);
            }
        }
        if let Some(site) = self.site().map(str::to_owned) {
            self.stated.meta("site", &site);
        }
        if let Some(title) = self.titled.take() {
            self.stated.title(&title);
        }
        self.lay_out(headline, first_prose, &roles)
    }

    /// The run that is the headline: a first-level heading above the prose, the one most like what the head states; without
    /// one, a line that the head states word by word.
    fn headline(&self, first_prose: usize, outside: &[Option<Outside>]) -> Option<usize> {
        let stated = self.stated.headline().or(self.titled.as_deref()).map(lower_case);
        let likeness = |run: &Run| {
            let words = lower_case(run.span.of(&self.text));
            let found = stated.as_ref().map_or(0, |s| words.split_whitespace().filter(|w| s.contains(w)).count());
            found * 100 / words.split_whitespace().count().max(1)
        };
        let above = || {
            (0..first_prose.min(self.runs.len())).filter(|&i| {
                let words = word_count(&self.text, self.runs[i].span);
                outside[self.runs[i].element].is_none() && (2..=60).contains(&words)
            })
        };
        let site = self.site().map(lower_case);
        let is_site = |i: usize| site.as_ref().is_some_and(|s| lower_case(self.runs[i].span.of(&self.text)) == *s);
        above()
            .filter(|&i| self.runs[i].heading == Some(1) && !is_site(i))
            .max_by_key(|&i| (likeness(&self.runs[i]), i))
            .or_else(|| {
                let named = |i: &usize| {
                    let words = lower_case(self.runs[*i].span.of(&self.text));
                    words.contains(' ')
                        && stated.as_ref().is_some_and(|s| s.contains(&words) && 2 * words.len() > s.len())
                };
                above().find(named)
            })
    }

    /// The site's name where `<title>` gives it beside a longer headline and the page shows it as a first-level heading.
    fn site(&self) -> Option<&str> {
        let title = self.titled.as_deref()?;
        let part = |run: &&Run| {
            let words = run.span.of(&self.text);
            let rest = title.strip_suffix(words).or_else(|| title.strip_prefix(words)).unwrap_or_default();
            let marked =
                rest.trim_end().ends_with(['-', '|', '–', '—']) || rest.trim_start().starts_with(['-', '|', '–', '—']);
            run.heading == Some(1) && marked && rest.len() > words.len()
        };
        self.runs.iter().find(part).map(|run| run.span.of(&self.text))
    }

    /// The page's text: lines of what only its head states, then all runs.
    fn lay_out(self, headline: Option<usize>, first_prose: Option<usize>, roles: &[Option<Outside>]) -> Page<'static> {
        let mut text = String::new();
        let mut blocks = Vec::new();
        let mut line = |words: &str, role: Role| {
            let span = Span::new(text.len(), text.len() + words.len());
            text.push_str(words);
            text.push_str("\n\n");
            blocks.push(Block { span, role: Some(role) });
            span
        };
        if let (None, Some(stated)) = (headline, self.stated.headline()) {
            line(stated, Role::Headline);
        }
        let outlet = self.stated.outlet().map(|words| line(words, Role::Aside(FurnitureKind::Byline)));
        let printed = |words: &str| {
            let short = |run: &&Run| word_count(&self.text, run.span) <= 20;
            let mut head = self.runs[..first_prose.unwrap_or(self.runs.len())].iter().filter(short);
            head.find_map(|r| r.span.of(&self.text).find(words).map(|at| r.span.start as usize + at))
        };
        let author = self.stated.author().map(|words| match printed(words) {
            Some(at) => (true, Span::new(at, at + words.len())),
            None => (false, line(words, Role::Aside(FurnitureKind::Byline))),
        });
        let published = self.stated.published().map(|(words, day)| {
            line(words, Role::Aside(FurnitureKind::Dateline));
            day
        });
        let before = text.len() as u32;
        let shifted = |span: Span| Span { start: span.start + before, end: span.end + before };
        let byline = author.map(|(inside, span)| if inside { shifted(span) } else { span });
        let mut last = None;
        for (i, (run, outside)) in self.runs.iter().zip(roles).enumerate() {
            let span = shifted(run.span);
            // A menu is one thing that is set aside, not thirty.
            let root = outside.map(|o| o.root).filter(|&r| r != usize::MAX);
            if root.is_some()
                && root == last
                && let Some(block) = blocks.last_mut()
            {
                block.span = block.span.join(span);
                continue;
            }
            last = root;
            let role = match outside {
                Some(outside) => Some(Role::Aside(outside.kind)),
                None if Some(i) == headline => Some(Role::Headline),
                None => run.heading.map(|_| Role::Heading),
            };
            blocks.push(Block { span, role });
        }
        text.push_str(&self.text);
        text.truncate(text.trim_end().len());
        Page { text: Cow::Owned(text), blocks, outlet, byline, published }
    }
}

/// The furniture that an element belongs to: its kind, and the outermost element of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Outside {
    kind: FurnitureKind,
    root: usize,
}

/// Whether an attribute is there with a value that fits.
fn has(inside: &str, wanted: &str, fits: impl Fn(&str) -> bool) -> bool {
    html::attributes(inside).any(|(name, value)| name.eq_ignore_ascii_case(wanted) && fits(value))
}

/// What the attributes of an element say of it.
struct Called {
    /// The furniture that it is.
    part: Option<FurnitureKind>,
    hidden: bool,
    /// A number for the class, as printed.
    class: u32,
}

/// What class, id, role and style say of an element.
fn called(inside: &str) -> Called {
    let mut called = Called { part: None, hidden: false, class: 0 };
    for (name, value) in html::attributes(inside) {
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "hidden" => called.hidden = true,
            "style" => {
                let style: String = value.chars().filter(|c| !c.is_whitespace()).collect();
                called.hidden |= style.to_ascii_lowercase().contains("display:none");
            }
            "role" => {
                let part = match value {
                    "navigation" | "banner" | "contentinfo" | "dialog" | "alertdialog" | "menu" | "toolbar" => {
                        FurnitureKind::Navigation
                    }
                    "complementary" => FurnitureKind::Related,
                    "search" => FurnitureKind::Form,
                    _ => continue,
                };
                called.part = called.part.or(Some(part));
            }
            "class" | "id" => {
                if name == "class" {
                    // FNV-1a: any spread will do.
                    called.class = value.bytes().fold(0x811c_9dc5, |h, b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193));
                }
                match words_of(value) {
                    Some(PagePart::Hidden) => called.hidden = true,
                    Some(PagePart::Aside(kind)) => called.part = called.part.or(Some(kind)),
                    None => {}
                }
            }
            _ => {}
        }
    }
    called
}

/// The first word, or two words beside each other, that the list of page parts knows.
fn words_of(value: &str) -> Option<PagePart> {
    for name in value.split_whitespace().take(24) {
        let mut last = String::new();
        let mut words = 0;
        let mut rest = name;
        while !rest.is_empty() && words < 12 {
            rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
            // A word goes up to a mark or the next capital ("relatedStories").
            let small = |c: char| c.is_ascii_alphanumeric() && !c.is_ascii_uppercase();
            let capitals = rest.find(|c: char| !c.is_ascii_uppercase()).unwrap_or(rest.len());
            let end = capitals + rest[capitals..].find(|c| !small(c)).unwrap_or(rest.len() - capitals);
            let word = rest[..end].to_ascii_lowercase();
            rest = &rest[end..];
            words += 1;
            if word.is_empty() {
                break;
            }
            let pair = format!("{last} {word}");
            if let Some(part) = lexicon::page_part(&pair).or_else(|| lexicon::page_part(&word)) {
                return Some(part);
            }
            last = word;
        }
    }
    None
}
