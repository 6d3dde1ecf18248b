//! What single keys mean.

use crate::state::Among;

/// What a reader wants by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// The next row (`true`) or the one before.
    Step(Among, bool),
    /// The next cell of the row (`true`) or the one before.
    Beside(bool),
    /// The whole article instead of the sentence, or back.
    Whole,
    /// Takes the article at an index out of the columns, or puts it back.
    Column(usize),
    /// Compares with the next article.
    Base,
    /// The next filter.
    Filter,
    /// To the search field.
    Search,
    /// To a section.
    Section(&'static str),
    /// The list of keys.
    Help,
}

/// What became of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressed {
    /// It means something.
    Shortcut(Shortcut),
    /// It opens a pair: the next key names a section.
    Go,
    /// It means nothing here.
    Nothing,
}

/// What a key means, as the browser names it; `go` where the one before opened a pair.
pub fn pressed(go: bool, key: &str) -> Pressed {
    let shortcut = match key {
        _ if go => match section(key) {
            Some(section) => Shortcut::Section(section),
            None => return Pressed::Nothing,
        },
        "g" => return Pressed::Go,
        "j" => Shortcut::Step(Among::Claims, true),
        "k" => Shortcut::Step(Among::Claims, false),
        "n" => Shortcut::Step(Among::Differences, true),
        "p" => Shortcut::Step(Among::Differences, false),
        "ArrowRight" => Shortcut::Beside(true),
        "ArrowLeft" => Shortcut::Beside(false),
        "r" => Shortcut::Whole,
        "b" => Shortcut::Base,
        "f" => Shortcut::Filter,
        "/" => Shortcut::Search,
        "?" => Shortcut::Help,
        _ => match key.parse::<usize>() {
            Ok(digit @ 1..=9) if key.len() == 1 => Shortcut::Column(digit - 1),
            _ => return Pressed::Nothing,
        },
    };
    Pressed::Shortcut(shortcut)
}

fn section(key: &str) -> Option<&'static str> {
    Some(match key {
        "c" => "comparison",
        "r" => "read",
        "u" => "numbers",
        "n" => "names",
        "q" => "quotes",
        "t" => "timeline",
        "l" => "left-out",
        "a" => "about",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::SECTIONS;

    #[test]
    fn every_section_has_a_key_of_its_own() {
        let mut reached: Vec<_> =
            "abcdefghijklmnopqrstuvwxyz".chars().filter_map(|key| section(&key.to_string())).collect();
        let mut all = SECTIONS.to_vec();
        reached.sort_unstable();
        all.sort_unstable();
        assert_eq!(reached, all);
    }

    #[test]
    fn a_pair_that_names_no_section_means_nothing() {
        assert_eq!(pressed(false, "g"), Pressed::Go);
        assert_eq!(pressed(true, "n"), Pressed::Shortcut(Shortcut::Section("names")));
        assert_eq!(pressed(true, "j"), Pressed::Nothing);
        assert_eq!(pressed(false, "n"), Pressed::Shortcut(Shortcut::Step(Among::Differences, true)));
        for key in ["0", "10", "+1", "x", "Enter", "F1", "Shift"] {
            assert_eq!(pressed(false, key), Pressed::Nothing, "{key}");
        }
    }
}
