//! The reading pane: a sentence where it stands, who says it, and why it is in its row.

use yew::prelude::*;

use super::pane_facts::pane_facts;
use super::pane_text::pane_text;
use super::within::within;
use crate::hooks::{focus_cell, use_copy, use_mark_in_view};
use crate::matrix::{cells, read_at};
use crate::state::address::encoded;
use crate::state::{Action, Address};
use crate::story::{Place, Story, letter};
use crate::words::{self, Key, fill, say};

/// What is read.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ReadingPaneProps {
    /// The comparison.
    pub story: Story,
    /// What is open.
    pub place: Place,
    /// Whether the whole article is shown.
    pub whole: bool,
    /// What the reader did.
    pub act: Callback<Action>,
}

/// Shows the pane.
#[component]
pub fn ReadingPane(props: &ReadingPaneProps) -> Html {
    let ReadingPaneProps { story, place, whole, act } = props;
    use_mark_in_view((*place, *whole));
    let (copied, copy) = use_copy(*place);
    let entry = &story.entries(place.fact)[place.entry];
    let article = entry.article;
    let source = &story.articles[article];
    let value = read_at(story, place.fact, place.entry).value;
    let n = entry.sentence + 1;
    html! {
        <aside id="pane" tabindex="-1" aria-label={say(Key::Pane)}>
            <header>
                <span class="src">{ letter(article) }</span>
                <span><bdi>{ words::source(source) }</bdi>{ " · " }{ fill(Key::PaneWhere, &[("n", &n), ("all", &source.sentences.len())]) }</span>
                <button class="close" aria-label={say(Key::Close)} onclick={act.reform(|_: MouseEvent| Action::Close)}>
                    { "×" }
                </button>
            </header>
            { pane_text(story, article, entry.sentence, value, *whole) }
            { pane_facts(story, *place) }
            { within(story, article) }
            { steps(props, article) }
            <div class="links">
                if let Some(url) = &source.url { { live(url, story.text(article, source.sentences[entry.sentence])) } }
                { link(Key::CopyClaim, Address::of(&story.facts[place.fact].id), &copy) }
                { link(Key::CopySentence, Address::of(&story.sentence_id(article, entry.sentence)), &copy) }
                <span role="status">{ copied.map(|done| say(if done { Key::Copied } else { Key::CopyFailed })) }</span>
            </div>
            <button class="plain to-cell" onclick={to_cell(props, article)}>{ say(Key::ToCell) }</button>
        </aside>
    }
}

/// The article where it was published, at this sentence: the browser looks for its first and last words there.
/// Source: <https://wicg.github.io/scroll-to-text-fragment/>
fn live(url: &str, sentence: &str) -> Html {
    let words: Vec<&str> = sentence.split_whitespace().collect();
    let quoted = |words: &[&str]| encoded(&words.join(" ")).replace('+', "%20").replace('-', "%2D");
    let text = match words.len() {
        0..=8 => quoted(&words),
        n => format!("{},{}", quoted(&words[..4]), quoted(&words[n - 4..])),
    };
    let mark = if url.contains('#') { "" } else { "#" };
    html! {
        <a href={format!("{url}{mark}:~:text={text}")} target="_blank" rel="noopener noreferrer">{ say(Key::LiveArticle) }{ " ↗" }</a>
    }
}

fn link(key: Key, address: Address, copy: &Callback<String>) -> Html {
    let onclick = copy.reform(move |_: MouseEvent| address.to_string());
    html! { <button class="plain" {onclick}>{ say(key) }</button> }
}

/// The pane stands after the table: the way back to where the keyboard came from, without closing it.
fn to_cell(props: &ReadingPaneProps, article: usize) -> Callback<MouseEvent> {
    let fact = props.story.facts[props.place.fact].id.clone();
    Callback::from(move |_| focus_cell(&fact, &letter(article)))
}

/// To the neighbouring articles that carry the fact, and to the whole of this one.
fn steps(props: &ReadingPaneProps, article: usize) -> Html {
    let ReadingPaneProps { story, place, whole, act } = props;
    let carriers: Vec<(usize, usize)> =
        cells(story, place.fact).into_iter().flatten().map(|said| (said.article, said.entry)).collect();
    let here = carriers.iter().position(|&(index, _)| index == article).unwrap_or(0);
    let step = |class: &'static str, label: Key, (before, after): (&'static str, &'static str), by: usize| {
        let (index, entry) = carriers[(here + by) % carriers.len()];
        let to = Place { entry, ..*place };
        html! {
            <button key={class} {class} aria-label={fill(label, &[("letter", &letter(index))])} data-open={to.mark()}>
                { before }{ letter(index) }{ after }
            </button>
        }
    };
    let toggle = {
        let whole = *whole;
        act.reform(move |_: MouseEvent| Action::Whole(!whole))
    };
    html! {
        <div class="steps">
            if carriers.len() > 1 {
                { step("previous", Key::PreviousSource, ("‹ ", ""), carriers.len() - 1) }
                { step("next", Key::NextSource, ("", " ›"), 1) }
            }
            <button key="whole" class="whole" aria-pressed={whole.to_string()} onclick={toggle}>
                { say(Key::WholeArticle) }
            </button>
        </div>
    }
}
