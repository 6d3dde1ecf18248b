//! Under the text in the reading pane: who says so, which day is meant, why it is in this row, what else is said.

use crosscheck_engine::report::{Field, Range, Status, Voice};
use yew::prelude::*;

use super::lens::opens;
use super::set_against::set_against;
use crate::components::how::{Day, meant};
use crate::components::letters::letters;
use crate::components::quotation::quotation;
use crate::components::ways::ways;
use crate::matrix::read_at;
use crate::standing::Standing;
use crate::story::{Entry, Place, Story};
use crate::words::{self, Key, count, fill, phrase, say};

/// What is known of the open sentence.
pub fn pane_facts(story: &Story, place: Place) -> Html {
    let entry = &story.entries(place.fact)[place.entry];
    html! {
        <>
            <dl class="facts">
                <dt>{ say(Key::Who) }</dt>
                <dd>{ who(story, place, entry) }{ via(story, entry) }</dd>
                { day(story, place, entry) }
                <dt>{ say(Key::Why) }</dt>
                <dd>{ why(story, place, entry) }</dd>
                { also(story, place, entry) }
            </dl>
            { differences(story, place) }
        </>
    }
}

fn who(story: &Story, place: Place, entry: &Entry) -> Html {
    let said = read_at(story, place.fact, place.entry);
    let voice = words::voice(said.voice);
    let who = match (&said.speaker, said.voice) {
        (Some(name), _) => {
            phrase(Key::WhoNamed, 1, &[("name", html! { <bdi>{ name.clone() }</bdi> }), ("voice", html! { voice })])
        }
        (None, Voice::Outlet) => html! { say(Key::WhoOutlet) },
        (None, _) => html! { fill(Key::WhoUnnamed, &[("voice", &voice)]) },
    };
    html! { <>{ who }if !entry.sure { { " · " }{ say(Key::WhoUnsure) } }</> }
}

/// Those who passed it on from the speaker to the outlet.
fn via(story: &Story, entry: &Entry) -> Html {
    let link =
        |(index, at): (usize, &Range)| html! { <>if index > 0 { { " ← " } }{ opens(story, entry.article, *at) }</> };
    html! {
        if !entry.via.is_empty() {
            <p class="via">{ say(Key::Via) }{ " " }{ for entry.via.iter().rev().enumerate().map(link) }</p>
        }
    }
}

/// The day that is meant, with the words that say so where they are words for a day.
fn day(story: &Story, place: Place, entry: &Entry) -> Html {
    let id = &story.articles[entry.article].id;
    let own = story.facts[place.fact].differences.iter().find_map(|difference| {
        let value = difference.values.iter().find(|value| value.article == *id)?;
        let here = story.entry_of(place.fact, value) == Some(place.entry);
        here.then_some((difference.field, value, value.resolved.as_ref()?))
    });
    html! {
        if let Some((field, value, resolved)) = own {
            <dt>{ say(Key::When) }</dt>
            <dd>
                if matches!(field, Field::Date | Field::Time) { { quotation(&value.text) }{ " " } }
                { meant(&Day::new(resolved, value.carried)) }
            </dd>
        }
    }
}

fn why(story: &Story, place: Place, entry: &Entry) -> Html {
    let fact = &story.facts[place.fact];
    if fact.status == Status::Single {
        return html! { say(Key::WhySingle) };
    }
    let what = |kind, text: &str| html! { <>{ words::reason(kind) }{ " " }{ quotation(text) }</> };
    let shared = entry.shares.iter().map(|shared| {
        let text = story.text(entry.article, Range { start: shared.start, end: shared.end });
        let places = [("what", what(shared.kind, text)), ("letters", letters(&story.letters_of(&shared.with)))];
        html! { <li>{ phrase(Key::WhyWith, 1, &places) }</li> }
    });
    let of_row = fact.why.iter().map(|reason| {
        html! { <li>{ phrase(Key::WhyRow, 1, &[("what", what(reason.kind, &reason.text))]) }</li> }
    });
    let standing = story.standing(place.fact);
    let shares = !entry.shares.is_empty();
    let reasons = !fact.why.is_empty() && place.entry < fact.mentions.len();
    html! {
        <>
            if standing == Standing::DifferentEvents || !shares && !reasons { <p>{ words::rule(standing) }</p> }
            if shares {
                { say(Key::WhyShares) }<ul>{ for shared }</ul>
            } else if reasons {
                <ul>{ for of_row }</ul>
            }
        </>
    }
}

/// The article's other sentences in the same row.
fn also(story: &Story, place: Place, entry: &Entry) -> Html {
    let all = story.entries(place.fact).iter().enumerate();
    let others = all.filter(|(index, other)| other.article == entry.article && *index != place.entry);
    let buttons: Vec<_> = others
        .map(|(index, other)| {
            let to = Place { entry: index, ..place };
            html! {
                <button key={index} data-open={to.mark()}>
                    { count(Key::SentenceN, other.sentence + 1) }
                </button>
            }
        })
        .collect();
    html! {
        if !buttons.is_empty() { <dt>{ say(Key::AlsoIn) }</dt><dd class="also">{ for buttons }</dd> }
    }
}

fn differences(story: &Story, place: Place) -> Html {
    let fact = &story.facts[place.fact];
    let each = fact.differences.iter().map(|difference| {
        html! {
            <div>
                <h3>{ words::field(difference.field) }</h3>
                { ways(&set_against(story, place.fact, difference)) }
                if let Some(remark) = words::remark(fact, difference) { <p class="meta">{ remark }</p> }
            </div>
        }
    });
    html! {
        if !fact.differences.is_empty() {
            <details class="against" key={fact.id.clone()}>
                <summary>{ count(Key::Compared, fact.differences.len()) }</summary>
                { for each }
            </details>
        }
    }
}
