//! What one article says on one fact: a button that opens the sentence.

use yew::prelude::*;

/// What a cell shows.
pub struct Cell {
    /// The article's letter.
    pub article: String,
    /// The value as printed.
    pub value: Html,
    /// The value's language, where it is another than the page's.
    pub lang: Option<&'static str>,
    /// A word before the value, where it is less than a value.
    pub label: Option<&'static str>,
    /// Who says so, and how: the line under the value.
    pub how: Html,
    /// Whether its sentence is open.
    pub open: bool,
    /// The sentence that it opens, by its name in the row. It is printed as a note.
    pub sentence: String,
}

/// A value and who says it. The letter is shown where the columns do not say it.
pub fn cell(shown: Cell) -> Html {
    let Cell { article, value, lang, label, how, open, sentence } = shown;
    html! {
        <button class="cell" data-article={article.clone()} data-open={sentence} aria-expanded={open.to_string()}>
            <span class="src">{ article }</span>
            if let Some(label) = label { <span class="label">{ label }{ " " }</span> }
            <span class="value" dir="auto" {lang}>{ value }</span>
            { how }
        </button>
    }
}
