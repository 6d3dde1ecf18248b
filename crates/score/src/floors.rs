//! `[samples]`, `[stories]`, `[elsewhere]` and `[cost]` of `budgets.toml`: how far a figure may fall, and where it should be.

use std::collections::BTreeMap;
use std::fs;

use serde::Deserialize;

use crate::{Figure, root};

/// How far a figure may fall (`least`) or rise (`most`), and where it should be.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bound {
    /// Below this it fails.
    pub least: Option<f64>,
    /// Above this it fails.
    pub most: Option<f64>,
    /// What must hold before a release.
    pub gate: Option<f64>,
    /// Where it should get.
    pub aim: Option<f64>,
}

/// The bounds of one kind of figures, by the figure's name.
pub type Bounds = BTreeMap<String, Bound>;

/// All bounds; the sizes of the page are `cargo xtask`'s.
#[derive(Clone, Debug, Deserialize)]
pub struct Budgets {
    /// The sample articles.
    pub samples: Bounds,
    /// The mean over the other stories.
    pub stories: Bounds,
    /// Other people's data.
    pub elsewhere: Bounds,
    /// Time and size.
    pub cost: Bounds,
}

/// Reads `budgets.toml`.
///
/// # Errors
/// Where it cannot be read, or holds something else.
pub fn read() -> Result<Budgets, String> {
    let path = root().join("budgets.toml");
    let text = fs::read_to_string(&path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
    toml::from_str(&text).map_err(|error| format!("budgets.toml: {error}"))
}

/// What falls short of its floor, one line each. A bound whose figure is gone is a line as well, so that none is lost unseen.
pub fn broken(figures: &[Figure], bounds: &Bounds) -> Vec<String> {
    let mut out = Vec::new();
    for (name, bound) in bounds {
        let Some(figure) = figures.iter().find(|f| f.name == *name) else {
            out.push(format!("{name}: has bounds in budgets.toml, but is no figure"));
            continue;
        };
        // As printed: a floor is set from what was printed.
        let now = (figure.now.number() * 1000.0).round() / 1000.0;
        if bound.least.is_some_and(|least| now < least) || bound.most.is_some_and(|most| now > most) {
            out.push(format!("{name}: {} breaks {}", figure.now, shown(*bound)));
        }
    }
    out
}

/// A floor in words: `at least .7`.
pub fn shown(bound: Bound) -> String {
    match (bound.least, bound.most) {
        (Some(least), _) => format!("≥ {least}"),
        (None, Some(most)) => format!("≤ {most}"),
        (None, None) => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Now;

    #[test]
    fn a_figure_beyond_its_bound_and_a_bound_without_a_figure_are_told() {
        let bounds: Bounds =
            toml::from_str("f = { least = 0.7 }\nt = { most = 2 }\ngone = { least = 1 }\n").expect("bounds");
        let figures = |f, t| [Figure::new("f", Now::Share(f)), Figure::new("t", Now::Of(t, 22))];
        assert_eq!(broken(&figures(0.7, 2), &bounds), ["gone: has bounds in budgets.toml, but is no figure"]);
        let told = broken(&figures(0.699, 3), &bounds);
        assert_eq!(told[0], "f: 0.699 breaks ≥ 0.7");
        assert_eq!(told[2], "t: 3/22 breaks ≤ 2");
    }
}
