//! How the comparison is made, in plain words, and what was set aside.

use crosscheck_engine::report::{Article, Note, Range};
use yew::prelude::*;

use crate::story::{Story, letter, text};
use crate::words;

/// What is shown.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct AboutProps {
    /// The comparison.
    pub story: Story,
}

/// Shows the section.
#[component]
pub fn About(props: &AboutProps) -> Html {
    let story = &props.story;
    let pieces = story.articles.iter().map(|article| article.set_aside.len()).sum();
    html! {
        <section id="about" class="lens">
            <h2>{ "About this comparison" }</h2>
            <div class="columns">
                <div>
                    <h3>{ "What is shown" }</h3>
                    <p>{ "Each row is one thing that the articles claim. A cell holds an article’s own words, and opens the sentence they stand in. The words in quotation marks that name a row are the shortest that state it." }</p>
                    <p>{ "A row says that articles differ only where a value stands against another: a number, a day, a weapon, how sure they are. “More than 60” beside “66” is less precise, not a difference. “Not found here” says that nothing was found in that article, which counts neither for nor against; it may say it in words that were not matched." }</p>
                </div>
                <div>
                    <h3>{ "What it does not do" }</h3>
                    <p>{ "There are no scores and there is no verdict: the page does not say who is right, and it does not rate outlets. It finds what the wording shows. A claim put in quite other words can be missed, and then stands in two rows." }</p>
                    <h3>{ "Your privacy, their rights" }</h3>
                    <p>{ "Nothing is uploaded. The comparison was made when this page was built, and your reading stays on this device." }</p>
                    <p>{ "The articles belong to their publishers and are quoted here for comparison; the licence of this tool does not cover them." }</p>
                </div>
                <div>
                    <h3>{ "What was set aside" }</h3>
                    <p>
                        { "Headlines, bylines and page furniture are neither claims nor agreement: " }
                        { words::count(pieces, "piece", "pieces") }{ ", kept here." }
                    </p>
                    { for story.articles.iter().enumerate().map(|(index, article)| set_aside(index, article)) }
                    { for story.notes.iter().map(|note| input_note(story, note)) }
                </div>
            </div>
        </section>
    }
}

fn set_aside(index: usize, article: &Article) -> Html {
    let head = html! { <><span class="src">{ letter(index) }</span>{ " " }</> };
    if article.set_aside.is_empty() {
        return html! { <p key={index} class="aside">{ head }{ "nothing" }</p> };
    }
    let pieces = article.set_aside.iter().map(|aside| {
        let words_of = text(article, Range { start: aside.start, end: aside.end }).trim();
        html! {
            <li><span class="meta">{ words::furniture(aside.kind) }</span>{ " " }<span class="said" dir="auto">{ words_of.to_owned() }</span></li>
        }
    });
    html! {
        <details key={index} class="aside">
            <summary>{ head }{ words::count(article.set_aside.len(), "piece", "pieces") }</summary>
            <ul>{ for pieces }</ul>
        </details>
    }
}

fn input_note(story: &Story, known: &Note) -> Html {
    html! {
        <p class="notice">
            if let Some(article) = &known.article { <span class="src">{ story.letter_of(article) }</span>{ " " } }
            { words::input_note(known.kind) }
        </p>
    }
}
