//! The top line: the tool's name, the other languages, the keys and the theme.

use yew::prelude::*;

use crate::words::{Key, say};

/// What the top line needs.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct MastheadProps {
    /// The page in each other language: the language's tag, its own name for itself, and the page's address.
    pub languages: Vec<(&'static str, &'static str, String)>,
}

/// The top line. It is not drawn again in the browser: what its buttons do is marked with `data-do`.
#[component]
pub fn Masthead(props: &MastheadProps) -> Html {
    let themes = [("auto", Key::ThemeAuto), ("light", Key::ThemeLight), ("dark", Key::ThemeDark)];
    html! {
        <>
            <a class="skip" href="#comparison">{ say(Key::Skip) }</a>
            <header class="wrap">
                <div class="mast">
                    <b>{ "Crosscheck" }</b>
                    <span class="tools">
                        { for props.languages.iter().map(|(tag, name, address)| html! {
                            <a href={address.clone()} lang={*tag} hreflang={*tag}>{ *name }</a>
                        }) }
                        <button data-do="help">{ say(Key::KeysHelp) }</button>
                        <button data-do="theme">
                            <span aria-hidden="true">{ "◐ " }</span>{ say(Key::Theme) }{ ": " }
                            { for themes.map(|(theme, word)| html! { <span class={theme}>{ say(word) }</span> }) }
                        </button>
                    </span>
                </div>
            </header>
        </>
    }
}
