//! Numbers: what measures the same on a scale of its own, the sums that articles print, and all other figures as a list.

use crosscheck_engine::order::Order;
use crosscheck_engine::report::{Range, Sum};
use yew::prelude::*;

use super::lens::{lens, opens};
use super::prints::prints;
use super::scale::{heading, legend, scale};
use crate::components::letters::source;
use crate::quantity::{Point, Spot, gather};
use crate::story::Story;
use crate::words::{self, Key, count, say};

/// How many quantities are shown before the rest is folded.
const FIRST: usize = 12;

/// The section.
pub fn numbers(story: &Story) -> Html {
    let Sorted { scales, alike, others } = sorted(story);
    let sums: Vec<Html> = story.sums.iter().filter_map(|sum| stated(story, sum)).collect();
    if scales.is_empty() && alike.is_empty() && others.is_empty() && sums.is_empty() {
        return lens("numbers", say(Key::Numbers), html! { say(Key::NumbersNone) }, Html::default());
    }
    let intro = if scales.is_empty() {
        Html::default()
    } else {
        html! { say(Key::NumbersIntro) }
    };
    let content = html! {
        <>
            if !scales.is_empty() {
                { legend() }
                { folded(&scales, "nums") }
            }
            if !sums.is_empty() {
                <h3 class="part">{ say(Key::Sums) }</h3>
                <ul class="sums">{ for sums }</ul>
            }
            if !alike.is_empty() {
                <h3 class="part">{ say(Key::NumbersAlike) }</h3>
                { folded(&alike, "alike") }
            }
            if !others.is_empty() {
                <details class="others">
                    <summary>{ count(Key::NumbersOthers, others.len()) }</summary>
                    { prints(story, &others) }
                </details>
            }
        </>
    };
    lens("numbers", say(Key::Numbers), intro, content)
}

/// What is shown how.
struct Sorted {
    /// Unlike figures of several articles: drawn.
    scales: Vec<Html>,
    /// The same figure in several articles, or such in unlike units.
    alike: Vec<Html>,
    /// What one article prints, and what says no more than that there is one or some of a thing.
    others: Vec<Spot>,
}

fn sorted(story: &Story) -> Sorted {
    let mut sorted = Sorted { scales: Vec::new(), alike: Vec::new(), others: Vec::new() };
    let mut drawn = Vec::new();
    for quantity in gather(story) {
        let points = quantity.points(story);
        let spots = quantity.spots(story);
        let tells = |point: &Point| point.figure.is_some_and(|figure| figure.low != 1.0 || figure.high != 1.0);
        if quantity.articles() < 2 || !points.iter().any(tells) {
            sorted.others.extend(spots);
            continue;
        }
        let unlike = points.len() > 1 && quantity.has_one_unit();
        if let Some(scale) = unlike.then(|| scale(story, &quantity, &points)).flatten() {
            sorted.scales.push(scale);
            drawn.extend(spots);
        } else {
            let name = heading(story, quantity.name, None);
            sorted.alike.push(html! { <div class="num">{ name }{ prints(story, &spots) }</div> });
        }
    }
    sorted.others.retain(|spot| !drawn.contains(spot));
    sorted.others.order_by_key(|(article, at)| (*article, at.start));
    sorted
}

/// The first ones, the rest on demand.
fn folded(all: &[Html], class: &'static str) -> Html {
    let (first, rest) = all.split_at(all.len().min(FIRST));
    html! {
        <>
            <div {class}>{ for first.iter().cloned() }</div>
            if !rest.is_empty() {
                <details>
                    <summary>{ count(Key::MoreQuantities, rest.len()) }</summary>
                    <div {class}>{ for rest.iter().cloned() }</div>
                </details>
            }
        </>
    }
}

/// Parts and whole, and whether they add up as printed.
fn stated(story: &Story, sum: &Sum) -> Option<Html> {
    let article = story.index(&sum.article)?;
    let part = |(index, at): (usize, &Range)| html! { <>if index > 0 { { " + " } }{ opens(story, article, *at) }</> };
    let (sign, mark, word) = match (sum.holds, sum.complete) {
        (true, true) => (" = ", "✓ ", say(Key::SumHolds)),
        (true, false) => (" ≤ ", "✓ ", say(Key::SumFits)),
        (false, complete) => (if complete { " ≠ " } else { " > " }, "≠ ", words::sum(complete)),
    };
    Some(html! {
        <li class={if sum.holds { "" } else { "off" }}>
            { source(&story.letter_of(&sum.article)) }{ " " }
            <span>
                { for sum.parts.iter().enumerate().map(part) }
                <span class="sign">{ sign }</span>
                { opens(story, article, sum.whole) }{ " " }
                <small><span class="sign" aria-hidden="true">{ mark }</span>{ word }</small>
            </span>
        </li>
    })
}
