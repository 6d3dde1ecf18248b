//! Quotes.

use yew::prelude::*;

use super::lens::lens;
use crate::story::Story;
use crate::words::{Key, say};

/// The section.
pub fn quotes(story: &Story) -> Html {
    let _ = story;
    lens("quotes", say(Key::Quotes), Html::default(), Html::default())
}
