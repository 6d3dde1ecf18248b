//! A row of switches of which one is on.

use yew::prelude::*;

/// One switch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Written into `data-show`.
    pub key: &'static str,
    /// The word.
    pub word: &'static str,
    /// How many there are of it.
    pub count: usize,
    /// Whether it is on.
    pub on: bool,
}

/// Which switches.
#[derive(Clone, Debug, PartialEq, Properties)]
pub struct ChipsProps {
    /// In the order they are shown.
    pub chips: Vec<Chip>,
    /// The reader chose the one at this index.
    pub on_pick: Callback<usize>,
}

/// Shows the switches with their counts.
#[component]
pub fn Chips(props: &ChipsProps) -> Html {
    let chip = |(index, chip): (usize, &Chip)| {
        let onclick = props.on_pick.reform(move |_: MouseEvent| index);
        html! {
            <button key={chip.key} type="button" data-show={chip.key} aria-pressed={chip.on.to_string()} {onclick}>
                { chip.word }{ " " }<span class="n">{ chip.count }</span>
            </button>
        }
    };
    html! { <div class="chips" role="group" aria-label="Show">{ for props.chips.iter().enumerate().map(chip) }</div> }
}
