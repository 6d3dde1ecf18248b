//! What the reader has chosen to see of a comparison. A link restores all of it.

use crosscheck_engine::report::Field;

use crate::standing::Standing;

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

    /// The one after it, the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::EACH.iter().position(|&show| show == self).unwrap_or_default();
        Self::EACH[(at + 1) % Self::EACH.len()]
    }
}

/// The order of the rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// The Report's own: what differs first, the sharpest before the others.
    #[default]
    Differ,
    /// As the articles tell it, A before B.
    Story,
    /// What most articles tell first.
    Coverage,
}

impl Sort {
    /// In the order of the menu.
    pub const EACH: [Self; 3] = [Self::Differ, Self::Story, Self::Coverage];

    /// The word for it in addresses and in the page's attributes.
    pub fn key(self) -> &'static str {
        match self {
            Self::Differ => "differ",
            Self::Story => "story",
            Self::Coverage => "coverage",
        }
    }
}

/// The fields that rows are filtered by, in the order of the menu, with their words in addresses.
pub const KINDS: [(Field, &str); 13] = [
    (Field::Number, "number"),
    (Field::Casualty, "casualty"),
    (Field::Date, "date"),
    (Field::Time, "time"),
    (Field::Place, "place"),
    (Field::Actor, "actor"),
    (Field::Weapon, "weapon"),
    (Field::Target, "target"),
    (Field::Certainty, "certainty"),
    (Field::Scope, "scope"),
    (Field::Name, "name"),
    (Field::Wording, "wording"),
    (Field::Attribution, "attribution"),
];

/// All that a reader can choose. The default shows everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// Which rows, by how they stand.
    pub show: Show,
    /// Which rows, by what is compared in them; none for all.
    pub kind: Option<Field>,
    /// In which order.
    pub sort: Sort,
    /// Words that the rows hold, as typed.
    pub query: String,
    /// The articles that are shown, by index, in the order of their columns; none for all as they are.
    pub columns: Option<Vec<usize>>,
    /// The article that the others are shown against.
    pub base: Option<usize>,
}

impl Choices {
    /// The articles that are shown of `n`, in the order of their columns.
    pub fn columns(&self, n: usize) -> Vec<usize> {
        self.columns.clone().unwrap_or_else(|| (0..n).collect())
    }

    /// Without what means nothing among `n` articles. At least one is shown, and all in their order is no choice.
    #[must_use]
    pub fn among(mut self, n: usize) -> Self {
        let mut seen = Vec::new();
        for index in self.columns.take().unwrap_or_default() {
            if index < n && !seen.contains(&index) {
                seen.push(index);
            }
        }
        self.columns = (!seen.is_empty() && !seen.iter().copied().eq(0..n)).then_some(seen);
        self.base = self.base.filter(|base| self.columns(n).contains(base));
        self
    }
}
