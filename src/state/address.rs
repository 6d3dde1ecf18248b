//! A view as the part of an address after the path: `?show=differ&pane=E15#c-hurt-21-nov`.

use std::fmt;

use super::Show;

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// Which facts are shown.
    pub show: Show,
    /// The sentence in the reading pane, in the row of the fact in `at`.
    pub pane: Option<Pane>,
    /// A fact's id or a section, as it stands after the `#`.
    pub at: Option<String>,
}

/// A sentence as an address names it: article and number, so that a link survives a re-ordering of the facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pane {
    /// The article's letter.
    pub letter: String,
    /// The sentence, counted from 1.
    pub sentence: u32,
    /// Which of the row's entries in that sentence, counted from 1.
    pub nth: u32,
}

impl Address {
    /// Reads the query and the fragment, each with or without its `?` and `#`. What it does not know it passes over.
    pub fn parse(query: &str, fragment: &str) -> Self {
        let mut address = Self::default();
        for (key, value) in query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "show" => address.show = Show::EACH.into_iter().find(|show| show.key() == value).unwrap_or_default(),
                "pane" => address.pane = Pane::parse(value),
                _ => {}
            }
        }
        let fragment = fragment.trim_start_matches('#');
        address.at = (!fragment.is_empty()).then(|| fragment.to_owned());
        address
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut mark = '?';
        if self.show != Show::All {
            write!(f, "{mark}show={}", self.show.key())?;
            mark = '&';
        }
        if let Some(pane) = &self.pane {
            write!(f, "{mark}pane={pane}")?;
        }
        match &self.at {
            Some(at) => write!(f, "#{at}"),
            None => Ok(()),
        }
    }
}

impl Pane {
    fn parse(text: &str) -> Option<Self> {
        let digits = text.find(|c: char| !c.is_ascii_uppercase())?;
        let (letter, rest) = text.split_at(digits);
        let (sentence, nth) = rest.split_once('.').unwrap_or((rest, "1"));
        let letter = (!letter.is_empty()).then(|| letter.to_owned())?;
        Some(Self { letter, sentence: sentence.parse().ok()?, nth: nth.parse().ok()? })
    }
}

impl fmt::Display for Pane {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.letter, self.sentence)?;
        if self.nth > 1 { write!(f, ".{}", self.nth) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        for text in ["", "?show=differ", "#c-one", "?show=one&pane=E15#c-one", "?pane=AA3.2#c-one", "#about"] {
            let (query, fragment) = text.split_at(text.find('#').unwrap_or(text.len()));
            assert_eq!(Address::parse(query, fragment).to_string(), text);
        }
    }

    #[test]
    fn what_an_address_does_not_mean_is_passed_over() {
        for query in ["?show=everything", "?pane=15", "?pane=E", "?pane=Ex", "?utm=1&show", "?pane=E-1", "?show=all"] {
            assert_eq!(Address::parse(query, "#"), Address::default(), "{query}");
        }
    }
}
