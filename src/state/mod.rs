//! What the reader has chosen to see, and the one function that changes it. Pure: tested without a browser.

pub mod address;

use std::rc::Rc;

use yew::Reducible;

pub use address::{Address, Pane};

use crate::standing::Standing;
use crate::story::{Entry, Story, letter};

/// Which facts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Show {
    /// Every one; those that are unsure stand nowhere else.
    #[default]
    All,
    /// Those on which articles differ.
    Differ,
    /// Those on which articles agree, less precisely said ones included.
    Agree,
    /// Those that one article tells.
    One,
}

impl Show {
    /// In the order of the chips.
    pub const EACH: [Self; 4] = [Self::All, Self::Differ, Self::Agree, Self::One];

    /// The word for it in addresses and in the page's attributes.
    pub fn key(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Differ => "differ",
            Self::Agree => "agree",
            Self::One => "one",
        }
    }

    /// What it lets through.
    pub fn standings(self) -> &'static [Standing] {
        match self {
            Self::All => &Standing::EACH,
            Self::Differ => &[Standing::Differ, Standing::DifferentEvents],
            Self::Agree => &[Standing::Agree, Standing::LessPrecise],
            Self::One => &[Standing::Single],
        }
    }
}

/// Something to read, by the index of its fact and its own index among the fact's entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Index of the fact.
    pub fact: usize,
    /// Index of the entry.
    pub entry: usize,
}

/// The parts of the page that an address can name besides a fact.
pub const SECTIONS: [&str; 2] = ["comparison", "about"];

/// What the reader sees.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What there is to see.
    pub story: Story,
    /// Which facts are shown.
    pub show: Show,
    /// The fact or section that the address names.
    pub at: Option<String>,
    /// What is in the reading pane.
    pub open: Option<Place>,
    /// Whether the pane shows the whole article.
    pub whole: bool,
    /// True where the address named something that is not in this story.
    pub missing: bool,
    /// Grows each time the page should bring `at`, or else the top of the claims, into view.
    pub jumps: u32,
}

/// What can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// An address was loaded or stepped to.
    Arrive(Address),
    /// Another filter was chosen.
    Show(Show),
    /// A sentence is to be read.
    Open(Place),
    /// A row is to be brought into view.
    GoTo(usize),
    /// The pane was closed.
    Close,
    /// The whole article, or the sentence with its neighbours only.
    Whole(bool),
}

impl State {
    /// The view before anything was chosen.
    pub fn new(story: Story) -> Self {
        Self { story, show: Show::All, at: None, open: None, whole: false, missing: false, jumps: 0 }
    }

    /// The address of this view.
    pub fn address(&self) -> Address {
        Address { show: self.show, at: self.at.clone(), pane: self.open.and_then(|place| self.pane_of(place)) }
    }

    /// The indices of the facts that are shown.
    pub fn shown(&self) -> Vec<usize> {
        (0..self.story.facts.len()).filter(|&fact| self.shows(fact)).collect()
    }

    fn shows(&self, fact: usize) -> bool {
        self.show.standings().contains(&self.story.standing(fact))
    }

    fn arrived(&self, address: Address) -> Self {
        let fact = address.at.as_deref().and_then(|id| self.story.fact_index(id));
        let section = address.at.as_deref().is_some_and(|id| SECTIONS.contains(&id));
        let open = fact.zip(address.pane.as_ref()).and_then(|(fact, pane)| self.find(fact, pane));
        let missing = !section && (address.at.is_some() && fact.is_none() || address.pane.is_some() && open.is_none());
        let jumps = self.jumps + u32::from(fact.is_some() || section);
        Self { show: address.show, open, missing, jumps, ..self.at(address.at) }.widened(fact)
    }

    fn at(&self, at: Option<String>) -> Self {
        Self { at, missing: false, whole: self.whole, ..self.clone() }
    }

    fn gone_to(&self, fact: usize, open: Option<Place>) -> Option<Self> {
        let id = self.story.facts.get(fact)?.id.clone();
        Some(Self { open, jumps: self.jumps + 1, ..self.at(Some(id)) }.widened(Some(fact)))
    }

    /// A row that the reader asks for is shown, whatever the filter was.
    fn widened(self, fact: Option<usize>) -> Self {
        let show = if fact.is_none_or(|fact| self.shows(fact)) { self.show } else { Show::All };
        Self { show, ..self }
    }

    fn filtered(&self, show: Show) -> Self {
        let next = Self { show, missing: false, jumps: self.jumps + 1, ..self.clone() };
        if self.missing {
            return Self { at: None, ..next };
        }
        let kept = self.at.as_deref().and_then(|id| self.story.fact_index(id)).is_none_or(|fact| next.shows(fact));
        if kept { next } else { Self { at: None, open: None, whole: false, ..next } }
    }

    fn pane_of(&self, place: Place) -> Option<Pane> {
        self.story.facts.get(place.fact)?;
        let entries = self.story.entries(place.fact);
        let entry = entries.get(place.entry)?;
        let same = |other: &&Entry| (other.article, other.sentence) == (entry.article, entry.sentence);
        Some(Pane {
            letter: letter(entry.article),
            sentence: entry.sentence as u32 + 1,
            nth: entries[..place.entry].iter().filter(same).count() as u32 + 1,
        })
    }

    fn find(&self, fact: usize, pane: &Pane) -> Option<Place> {
        let all = 0..self.story.entries(fact).len();
        all.map(|entry| Place { fact, entry }).find(|&place| self.pane_of(place).as_ref() == Some(pane))
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match action {
            Action::Arrive(address) => self.arrived(address).into(),
            Action::Show(show) if show == self.show => self,
            Action::Show(show) => self.filtered(show).into(),
            Action::Open(place) if self.open == Some(place) => self,
            Action::Open(place) => self.gone_to(place.fact, Some(place)).map_or(self, Rc::new),
            Action::GoTo(fact) => self.gone_to(fact, None).map_or(self, Rc::new),
            Action::Close if self.open.is_none() => self,
            Action::Close => Self { open: None, whole: false, ..(*self).clone() }.into(),
            Action::Whole(whole) if whole == self.whole => self,
            Action::Whole(whole) => Self { whole, ..(*self).clone() }.into(),
        }
    }
}

#[cfg(test)]
mod tests;
