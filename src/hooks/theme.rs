//! Light, dark, or as the system has it; remembered on this device.

use yew::prelude::*;

use super::document;
use super::stored::{store, stored};

const KEY: &str = "crosscheck-theme";

/// The reader's choice.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word for it, in the page and in the browser's storage.
    pub fn word(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// The theme, and a callback that goes on to the next one.
#[hook]
pub fn use_theme() -> (Theme, Callback<()>) {
    let theme = use_state_eq(Theme::default);
    let set = theme.setter();
    use_effect_with((), move |()| {
        if let Some(theme) = remembered() {
            set.set(theme);
            apply(theme);
        }
    });
    let next = use_callback(theme.clone(), |(), theme| {
        // Asked once: what is set can be read at once.
        let next = theme.next();
        theme.set(next);
        apply(next);
        store(KEY, next.word());
    });
    (*theme, next)
}

fn apply(theme: Theme) -> Option<()> {
    document()?.document_element()?.set_attribute("data-theme", theme.word()).ok()
}

fn remembered() -> Option<Theme> {
    let word = stored(KEY)?;
    [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.word() == word)
}
