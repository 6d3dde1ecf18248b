//! What one article says on one fact: a button that opens the sentence.

use yew::prelude::*;

use crate::story::Place;

/// What a cell shows.
pub struct Cell {
    /// The article's letter.
    pub article: String,
    /// The value as printed.
    pub value: Html,
    /// A word before the value, where it is less than a value.
    pub label: Option<&'static str>,
    /// Who says so, and how: the line under the value.
    pub how: Html,
    /// Whether its sentence is open.
    pub open: bool,
    /// What it opens.
    pub place: Place,
}

/// A value and who says it. The letter is shown where the columns do not say it.
pub fn cell(shown: Cell) -> Html {
    let Cell { article, value, label, how, open, place } = shown;
    html! {
        <button class="cell" data-article={article.clone()} data-open={place.mark()} aria-expanded={open.to_string()}>
            <span class="src">{ article }</span>
            if let Some(label) = label { <span class="label">{ label }{ " " }</span> }
            <span class="value" dir="auto">{ value }</span>
            { how }
        </button>
    }
}
