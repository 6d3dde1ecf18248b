//! The top line: the tool's name, the language and the theme.

use yew::prelude::*;

use crate::hooks::Theme;
use crate::words::{self, Key, fill, say};

/// The top line; `next` goes on to the next theme, `on_help` gets true.
pub fn masthead(theme: Theme, next: &Callback<()>, on_language: &Callback<String>, on_help: &Callback<bool>) -> Html {
    let theme = say(match theme {
        Theme::Auto => Key::ThemeAuto,
        Theme::Light => Key::ThemeLight,
        Theme::Dark => Key::ThemeDark,
    });
    html! {
        <header class="wrap">
            <div class="mast">
                <b>{ "Crosscheck" }</b>
                <span class="tools">
                    { for words::languages().filter(|tag| *tag != words::language()).map(|tag| language(on_language, tag)) }
                    <button type="button" class="help" onclick={on_help.reform(|_: MouseEvent| true)}>{ say(Key::KeysHelp) }</button>
                    <button type="button" onclick={next.reform(|_: MouseEvent| ())}>
                        <span aria-hidden="true">{ "◐ " }</span>{ fill(Key::Theme, &[("theme", &theme)]) }
                    </button>
                </span>
            </div>
        </header>
    }
}

fn language(on_language: &Callback<String>, tag: &'static str) -> Html {
    let onclick = on_language.reform(move |_: MouseEvent| tag.to_owned());
    html! { <button type="button" class="language" lang={tag} {onclick}>{ words::name_of(tag) }</button> }
}
