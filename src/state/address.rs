//! A view as the part of an address after the path: `?show=differ&pane=E15#c-hurt-21-nov`.

use std::fmt;

use super::choices::{Choices, KINDS, Show, Sort};
use crate::story::{index_of, letter};

/// What an address says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What is shown and how.
    pub choices: Choices,
    /// The sentence in the reading pane, by its name in the row of the fact in `at` ([`crate::Story::name`]).
    pub pane: Option<String>,
    /// A fact's id, a sentence's or a section's, as it stands after the `#`.
    pub at: Option<String>,
}

impl Address {
    /// The address of a fact, a sentence or a section, with nothing chosen.
    pub fn of(at: &str) -> Self {
        Self { at: Some(at.to_owned()), ..Self::default() }
    }

    /// Reads the query and the fragment, each with or without its `?` and `#`. What it does not know it passes over.
    pub fn parse(query: &str, fragment: &str) -> Self {
        let mut address = Self::default();
        let choices = &mut address.choices;
        for (key, value) in query.trim_start_matches('?').split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "show" => choices.show = Show::EACH.into_iter().find(|show| show.key() == value).unwrap_or_default(),
                "kind" => choices.kind = KINDS.iter().find(|(_, key)| *key == value).map(|(field, _)| *field),
                "sort" => choices.sort = Sort::EACH.into_iter().find(|sort| sort.key() == value).unwrap_or_default(),
                "q" => choices.query = decoded(value),
                "src" => choices.columns = value.split('.').map(index_of).collect(),
                "base" => choices.base = index_of(value),
                "pane" => address.pane = Some(value.to_owned()),
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
        let Choices { show, kind, sort, query, columns, base } = &self.choices;
        let kind =
            kind.and_then(|kind| KINDS.iter().find(|(field, _)| *field == kind)).map(|(_, key)| (*key).to_owned());
        let columns = columns.as_ref().map(|all| all.iter().map(|&index| letter(index)).collect::<Vec<_>>().join("."));
        let pairs = [
            ("show", (*show != Show::default()).then(|| show.key().to_owned())),
            ("kind", kind),
            ("sort", (*sort != Sort::default()).then(|| sort.key().to_owned())),
            ("q", (!query.is_empty()).then(|| encoded(query))),
            ("src", columns),
            ("base", base.map(letter)),
            ("pane", self.pane.clone()),
        ];
        let mut mark = '?';
        for (key, value) in pairs.into_iter().filter_map(|(key, value)| Some((key, value?))) {
            write!(f, "{mark}{key}={value}")?;
            mark = '&';
        }
        match &self.at {
            Some(at) => write!(f, "#{at}"),
            None => Ok(()),
        }
    }
}

/// As it can stand in a query: all but letters, digits and `-._~` as `%XX`, a space as `+`.
pub fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        match byte {
            b' ' => out.push('+'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(char::from(byte)),
            _ => {
                out.push('%');
                for digit in [byte >> 4, byte & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
                }
            }
        }
    }
    out
}

/// What was encoded; what is no UTF-8 comes out as the sign for that.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = |at: usize| after.get(at).and_then(|&byte| char::from(byte).to_digit(16));
        let (byte, taken) = match (first, hex(0), hex(1)) {
            (b'%', Some(high), Some(low)) => ((high * 16 + low) as u8, 2),
            (b'+', ..) => (b' ', 0),
            _ => (first, 0),
        };
        bytes.push(byte);
        rest = &after[taken..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_as_it_was_written() {
        for text in [
            "",
            "?show=differ",
            "#c-one",
            "?show=one&pane=E15#c-one",
            "?pane=AA3.2#c-one",
            "#about",
            "?kind=casualty&sort=story&q=at+%22Al+Asad%22+%C3%BC+1%2B1%3D2%26&src=E.A.AB&base=E#s-x",
        ] {
            let (query, fragment) = text.split_at(text.find('#').unwrap_or(text.len()));
            assert_eq!(Address::parse(query, fragment).to_string(), text);
        }
        assert_eq!(Address::parse("?q=at+%22Al+Asad%22+%C3%BC+1%2B1", "").choices.query, "at \"Al Asad\" ü 1+1");
    }

    #[test]
    fn what_an_address_does_not_mean_is_passed_over() {
        for query in
            ["?show=everything", "?utm=1&show", "?show=all", "?kind=mood", "?sort=up", "?src=A.b", "?base=1", "?q="]
        {
            assert_eq!(Address::parse(query, "#"), Address::default(), "{query}");
        }
        for query in ["%", "%2", "%zz", "%ff", "+"] {
            assert!(!Address::parse(&format!("?q={query}"), "").choices.query.is_empty(), "{query}");
        }
    }
}
