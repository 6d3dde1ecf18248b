//! The bar that stays in view: sections, filters, order, articles and search.

use crosscheck_engine::report::Field;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::sources_menu::sources_menu;
use crate::components::chips::{Chip, chips};
use crate::state::{Action, Choices, KINDS, SECTIONS, Show, Sort, State};
use crate::story::Story;
use crate::words::{self, Key, say};

/// The bar.
pub fn bar(state: &State, act: &Callback<Action>) -> Html {
    let State { story, choices, .. } = state;
    let chip = |show: Show| Chip {
        key: show.key(),
        word: words::show(show),
        count: story.count(show.standings()),
        on: show == choices.show,
    };
    let search =
        act.reform(|event: InputEvent| Action::Search(event.target_unchecked_into::<HtmlInputElement>().value()));
    html! {
        <div class="bar">
            <div class="wrap">
                <nav aria-label={say(Key::Sections)}>{ for SECTIONS.iter().map(|&id| section(id)) }</nav>
                <div class="tools">
                    { chips(say(Key::Show), &Show::EACH.map(chip), &act.reform(|index: usize| Action::Show(Show::EACH[index]))) }
                    <div class="more-tools">
                    { kinds(story, choices, act) }
                    { orders(choices, act) }
                    { sources_menu(story, choices, act) }
                    <input id="search" type="search" aria-label={say(Key::Search)} placeholder={say(Key::SearchHint)}
                        value={choices.query.clone()} oninput={search} autocomplete="off" />
                    </div>
                </div>
            </div>
        </div>
    }
}

/// The link to a section; which one is being read is marked as one scrolls (`hooks::use_marks`).
fn section(id: &'static str) -> Html {
    let word = say(match id {
        "read" => Key::Read,
        "numbers" => Key::Numbers,
        "names" => Key::Names,
        "quotes" => Key::Quotes,
        "timeline" => Key::Timeline,
        "left-out" => Key::LeftOut,
        "about" => Key::About,
        _ => Key::Claims,
    });
    html! { <a key={id} href={format!("#{id}")}>{ word }</a> }
}

/// The fields that are compared somewhere in this story.
fn kinds(story: &Story, choices: &Choices, act: &Callback<Action>) -> Html {
    let there = |field: &Field| (0..story.facts.len()).any(|fact| story.compares(fact, *field));
    let options = KINDS.iter().filter(|(field, _)| there(field) || choices.kind == Some(*field));
    let onchange = act.reform(|event: Event| {
        let key = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Kind(KINDS.iter().find(|(_, own)| *own == key).map(|(field, _)| *field))
    });
    html! {
        <select id="kind" aria-label={say(Key::Kind)} {onchange}>
            <option value="" selected={choices.kind.is_none()}>{ say(Key::KindAny) }</option>
            { for options.map(|&(field, key)| html! {
                <option {key} value={key} selected={choices.kind == Some(field)}>{ words::field(field) }</option>
            }) }
        </select>
    }
}

fn orders(choices: &Choices, act: &Callback<Action>) -> Html {
    let onchange = act.reform(|event: Event| {
        let key = event.target_unchecked_into::<HtmlSelectElement>().value();
        Action::Sort(Sort::EACH.into_iter().find(|sort| sort.key() == key).unwrap_or_default())
    });
    html! {
        <select id="sort" aria-label={say(Key::Sort)} {onchange}>
            { for Sort::EACH.map(|sort| html! {
                <option value={sort.key()} selected={choices.sort == sort}>{ words::sort(sort) }</option>
            }) }
        </select>
    }
}
