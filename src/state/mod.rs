//! What the reader has chosen to see, and the one function that changes it. Pure: tested without a browser.

pub mod address;
pub mod choices;
mod search;

use std::rc::Rc;

use crosscheck_engine::order::Order;
use crosscheck_engine::report::Field;
use yew::Reducible;

pub use address::Address;
pub use choices::{Choices, KINDS, Show, Sort};

use crate::story::{Place, Story, index_of};

/// The parts of the page that an address can name besides a fact and a sentence, in the order of the page.
pub const SECTIONS: [&str; 8] = ["comparison", "read", "numbers", "names", "quotes", "timeline", "left-out", "about"];

/// Before the letter of the article that is read whole, which an address can name too.
pub const READ: &str = "read-";

/// What the reader sees.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What there is to see.
    pub story: Story,
    /// What is shown of it, and how.
    pub choices: Choices,
    /// The fact, sentence or section that the address names.
    pub at: Option<String>,
    /// What is in the reading pane.
    pub open: Option<Place>,
    /// Whether the pane shows the whole article.
    pub whole: bool,
    /// True where the address named something that is not in this story.
    pub missing: bool,
    /// Whether the list of keys is shown.
    pub help: bool,
    /// Grows each time the page should bring `at`, or else the top of the claims, into view.
    pub jumps: u32,
    /// Grows each time the keyboard should go to the row in `at`.
    pub steps: u32,
    /// Grows each time the reader follows a link on the page to a row or a section.
    pub visits: u32,
}

/// Which rows a step goes along.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Among {
    /// All that are shown.
    Claims,
    /// Those on which articles differ.
    Differences,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An address was loaded or stepped to.
    Arrive(Address),
    /// A filter was chosen.
    Show(Show),
    /// Rows of one field were chosen, or of all.
    Kind(Option<Field>),
    /// An order was chosen.
    Sort(Sort),
    /// Words were typed to search for.
    Search(String),
    /// The columns were chosen anew.
    Columns(Vec<usize>),
    /// An article was taken out of the columns, or put back.
    Toggle(usize),
    /// An article was chosen to be compared with, or none.
    Base(Option<usize>),
    /// All rows and articles are to be shown again.
    Reset,
    /// A sentence is to be read.
    Open(Place),
    /// A row is to be brought into view.
    GoTo(usize),
    /// A section is to be brought into view.
    Section(&'static str),
    /// The next row (`true`) or the one before.
    Step(Among, bool),
    /// The pane was closed.
    Close,
    /// The whole article, or the sentence with its neighbours only.
    Whole(bool),
    /// The list of keys was asked for or put away.
    Help(bool),
}

impl State {
    /// The view before anything was chosen.
    pub fn new(story: Story) -> Self {
        Self {
            story,
            choices: Choices::default(),
            at: None,
            open: None,
            whole: false,
            missing: false,
            help: false,
            jumps: 0,
            steps: 0,
            visits: 0,
        }
    }

    /// The address of this view.
    pub fn address(&self) -> Address {
        let pane = self.open.map(|place| self.story.name(place));
        Address { choices: self.choices.clone(), at: self.at.clone(), pane }
    }

    /// The articles that are shown, in the order of their columns.
    pub fn columns(&self) -> Vec<usize> {
        self.choices.columns(self.story.articles.len())
    }

    /// The indices of the facts that are shown, in their order.
    pub fn shown(&self) -> Vec<usize> {
        self.ordered().into_iter().filter(|&fact| self.shows(fact)).collect()
    }

    /// The indices of all facts in the order that was chosen.
    pub fn ordered(&self) -> Vec<usize> {
        let mut all: Vec<usize> = (0..self.story.facts.len()).collect();
        all.order_by_key(|&fact| match self.choices.sort {
            Sort::Differ => (0, 0),
            Sort::Story => {
                let first = self.story.entries(fact).iter().map(|entry| (entry.article, entry.sentence)).min();
                first.unwrap_or_default()
            }
            Sort::Coverage => (self.story.articles.len() - self.story.carriers(fact).len(), 0),
        });
        all
    }

    /// The fact that is nearest to the one that the address names in vain: the one whose id shares most words with it.
    pub fn nearest(&self) -> Option<usize> {
        let gone = self.at.as_deref().filter(|_| self.missing)?;
        let shared =
            |id: &str| id.split('-').filter(|word| word.len() > 2 && gone.split('-').any(|w| w == *word)).count();
        let all = self.story.facts.iter().enumerate().map(|(index, fact)| (shared(&fact.id), std::cmp::Reverse(index)));
        all.max().filter(|(words, _)| *words > 0).map(|(_, index)| index.0)
    }

    fn shows(&self, fact: usize) -> bool {
        let Choices { show, kind, query, columns, .. } = &self.choices;
        show.standings().contains(&self.story.standing(fact))
            && kind.is_none_or(|kind| self.story.compares(fact, kind))
            && columns
                .as_ref()
                .is_none_or(|columns| self.story.entries(fact).iter().any(|e| columns.contains(&e.article)))
            && (query.trim().is_empty() || search::holds(&self.story, fact, &self.columns(), query.trim()))
    }

    fn arrived(&self, address: Address) -> Self {
        let Address { choices, pane, at } = address;
        let choices = choices.among(self.story.articles.len());
        let sentence = at.as_deref().and_then(|id| self.story.sentence_by_id(id));
        if let Some(place) = sentence.and_then(|(article, sentence)| self.story.place_in(article, sentence)) {
            let next = Self { choices, ..self.at(at) };
            return Self { open: Some(place), jumps: self.jumps + 1, ..next }.widened(Some(place.fact));
        }
        let fact = at.as_deref().and_then(|id| self.story.fact_index(id));
        let section = at.as_deref().is_some_and(|id| self.is_section(id));
        let open = match (fact, &pane) {
            (Some(fact), Some(pane)) => self.story.named(fact, pane),
            // Beside a section stays open what is.
            (None, Some(pane)) if section => self.open.filter(|place| self.story.name(*place) == *pane),
            _ => None,
        };
        let missing = !section && (at.is_some() && fact.is_none() || pane.is_some() && open.is_none());
        let jumps = self.jumps + u32::from(fact.is_some() || section || missing);
        Self { choices, open, missing, jumps, ..self.at(at) }.widened(fact)
    }

    fn is_section(&self, id: &str) -> bool {
        let article = id.strip_prefix(READ).and_then(index_of);
        SECTIONS.contains(&id) || article.is_some_and(|article| article < self.story.articles.len())
    }

    fn at(&self, at: Option<String>) -> Self {
        Self { at, missing: false, ..self.clone() }
    }

    fn gone_to(&self, fact: usize, open: Option<Place>) -> Option<Self> {
        let id = self.story.facts.get(fact)?.id.clone();
        Some(Self { open, jumps: self.jumps + 1, ..self.at(Some(id)) }.widened(Some(fact)))
    }

    /// A row that the reader asks for is shown, whatever was filtered, and so is the article whose sentence is open.
    fn widened(self, fact: Option<usize>) -> Self {
        let entry = self.open.and_then(|place| self.story.entries(place.fact).get(place.entry));
        let hidden = entry.is_some_and(|entry| !self.columns().contains(&entry.article));
        if !hidden && fact.is_none_or(|fact| self.shows(fact)) {
            return self;
        }
        let Choices { sort, base, .. } = self.choices;
        Self { choices: Choices { sort, base, ..Choices::default() }, ..self }
    }

    /// Other choices; the open sentence and the named row stay where their row does.
    fn chosen(&self, choices: Choices) -> Option<Self> {
        let choices = choices.among(self.story.articles.len());
        if choices == self.choices {
            return None;
        }
        let next = Self { choices, missing: false, jumps: self.jumps + 1, ..self.clone() };
        let fact = self.open.map(|place| place.fact).or_else(|| self.story.fact_index(self.at.as_deref()?));
        let hidden = self
            .open
            .and_then(|place| self.story.entries(place.fact).get(place.entry))
            .is_some_and(|entry| !next.columns().contains(&entry.article));
        // What is chosen is seen in the claims: an address that names something else names it no more.
        let kept = fact.is_some_and(|fact| next.shows(fact)) && !hidden;
        Some(if kept {
            Self { at: fact.map(|fact| self.story.facts[fact].id.clone()), ..next }
        } else {
            Self { at: None, open: None, whole: false, ..next }
        })
    }

    fn toggled(&self, article: usize) -> Choices {
        let mut columns = self.columns();
        match columns.iter().position(|&index| index == article) {
            // The last one stays: there would be nothing to see.
            Some(at) if columns.len() > 1 => drop(columns.remove(at)),
            Some(_) => {}
            None => columns.insert(columns.iter().position(|&index| index > article).unwrap_or(columns.len()), article),
        }
        Choices { columns: Some(columns), ..self.choices.clone() }
    }

    /// The row after the one that the address names, or before it; the first where it names none that is shown.
    fn stepped(&self, among: Among, on: bool) -> Option<usize> {
        let differs = |fact: usize| Show::Differ.standings().contains(&self.story.standing(fact));
        let shown = self.shown();
        let here = self.at.as_deref().and_then(|id| shown.iter().position(|&fact| self.story.facts[fact].id == id));
        let fits = |fact: &&usize| among == Among::Claims || differs(**fact);
        match here {
            None => shown.iter().find(fits),
            Some(here) if on => shown[here + 1..].iter().find(fits),
            Some(here) => shown[..here].iter().rev().find(fits),
        }
        .copied()
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let choices = || self.choices.clone();
        let next = match action {
            Action::Arrive(address) => Some(self.arrived(address)).filter(|next| *next != *self),
            Action::Show(show) => self.chosen(Choices { show, ..choices() }),
            Action::Kind(kind) => self.chosen(Choices { kind, ..choices() }),
            Action::Sort(sort) => self.chosen(Choices { sort, ..choices() }),
            Action::Search(query) => {
                self.chosen(Choices { query, ..choices() }).map(|next| Self { jumps: self.jumps, ..next })
            }
            Action::Columns(columns) => self
                .chosen(Choices { columns: Some(columns), ..choices() })
                .map(|next| Self { jumps: self.jumps, ..next }),
            Action::Toggle(article) => {
                self.chosen(self.toggled(article)).map(|next| Self { jumps: self.jumps, ..next })
            }
            Action::Base(base) => {
                self.chosen(Choices { base, ..choices() }).map(|next| Self { jumps: self.jumps, ..next })
            }
            Action::Reset => self.chosen(Choices::default()),
            Action::Open(place) if self.open == Some(place) => None,
            Action::Open(place) => self.gone_to(place.fact, Some(place)),
            // The keyboard goes along.
            Action::GoTo(fact) => {
                self.gone_to(fact, None).map(|next| Self { visits: self.visits + 1, steps: self.steps + 1, ..next })
            }
            Action::Section(section) => {
                Some(Self { jumps: self.jumps + 1, visits: self.visits + 1, ..self.at(Some(section.to_owned())) })
            }
            Action::Step(among, on) => {
                let to = self.stepped(among, on);
                to.and_then(|fact| self.gone_to(fact, None)).map(|next| Self { steps: self.steps + 1, ..next })
            }
            Action::Close if self.open.is_none() => None,
            Action::Close => Some(Self { open: None, whole: false, ..(*self).clone() }),
            Action::Whole(whole) if whole == self.whole => None,
            Action::Whole(whole) => Some(Self { whole, ..(*self).clone() }),
            Action::Help(help) if help == self.help => None,
            Action::Help(help) => Some(Self { help, ..(*self).clone() }),
        };
        // What changes nothing draws nothing: Yew takes the same pointer for that.
        next.map_or(self, Rc::new)
    }
}

#[cfg(test)]
mod tests;
