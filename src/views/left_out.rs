//! For each article, what at least two others carry and was not found in it.

use crosscheck_engine::order::Order;
use yew::prelude::*;

use super::lens::lens;
use crate::components::letters::{letters, source};
use crate::components::quotation::quotation;
use crate::state::Address;
use crate::story::{Entry, Story, letter};
use crate::words::{self, Key, count, say};

/// How many are shown before the rest is folded.
const FIRST: usize = 5;

/// The section.
pub fn left_out(story: &Story) -> Html {
    let few = story.articles.len() < 3;
    let content = html! {
        if few {
            <p class="empty">{ say(Key::LeftOutFew) }</p>
        } else {
            <div class="columns">{ for (0..story.articles.len()).map(|article| of(story, article)) }</div>
        }
    };
    let intro = if few { "" } else { say(Key::LeftOutIntro) };
    lens("left-out", say(Key::LeftOut), html! { intro }, content)
}

/// The facts that at least two articles carry for certain, with these, and that were not found in this one; those that most
/// carry first.
pub fn lacking(story: &Story, article: usize) -> Vec<(usize, Vec<usize>)> {
    let mut all: Vec<(usize, Vec<usize>)> = (0..story.facts.len())
        .filter(|&fact| story.entries(fact).iter().all(|entry| entry.article != article))
        .filter(|&fact| !told_elsewhere(story, fact, article))
        .map(|fact| (fact, story.sure_carriers(fact)))
        .filter(|(_, carriers)| carriers.len() > 1)
        .collect();
    all.order_by_key(|(_, carriers)| std::cmp::Reverse(carriers.len()));
    all
}

/// Whether another row, which the article stands in for certain, is about the very words that name this one: then the article does
/// tell of it there.
fn told_elsewhere(story: &Story, fact: usize, article: usize) -> bool {
    let label = &story.facts[fact].label;
    let about = |entry: &Entry| {
        let shared = entry.at.end.min(label.end).saturating_sub(entry.at.start.max(label.start));
        story.articles[entry.article].id == label.article && 2 * shared >= label.end - label.start
    };
    let tells = |entry: &Entry| entry.article == article && entry.sure;
    let mut others = (0..story.facts.len()).filter(|&other| other != fact);
    others.any(|other| story.entries(other).iter().any(about) && story.entries(other).iter().any(tells))
}

fn of(story: &Story, article: usize) -> Html {
    let lacking = lacking(story, article);
    let (first, rest) = lacking.split_at(lacking.len().min(FIRST));
    let points =
        |points: &[(usize, Vec<usize>)]| html! { <ul>{ for points.iter().map(|point| line(story, point)) }</ul> };
    html! {
        <section>
            <h3>{ source(&letter(article)) }<bdi>{ words::source(&story.articles[article]) }</bdi></h3>
            if first.is_empty() {
                <p class="meta">{ say(Key::LeftOutNone) }</p>
            } else {
                <p class="meta">{ count(Key::LeftOutPoints, lacking.len()) }</p>
                { points(first) }
            }
            if !rest.is_empty() {
                <details>
                    <summary>{ count(Key::LeftOutMore, rest.len()) }</summary>
                    { points(rest) }
                </details>
            }
        </section>
    }
}

fn line(story: &Story, (fact, carriers): &(usize, Vec<usize>)) -> Html {
    let Some(known) = story.facts.get(*fact) else { return Html::default() };
    let carriers: Vec<String> = carriers.iter().map(|&index| letter(index)).collect();
    html! {
        <li>
            <a href={Address::of(&known.id).to_string()} data-go={fact.to_string()}>{ quotation(&known.label.text) }</a>
            { " " }{ letters(&carriers) }
        </li>
    }
}
