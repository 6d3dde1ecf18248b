//! A row of switches of which one is on.

use yew::prelude::*;

/// One switch.
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

/// Shows the switches with their counts; `on_pick` gets the index of the chosen one.
pub fn chips(label: &'static str, chips: &[Chip], on_pick: &Callback<usize>) -> Html {
    let chip = |(index, chip): (usize, &Chip)| {
        let onclick = on_pick.reform(move |_: MouseEvent| index);
        html! {
            <button key={chip.key} data-show={chip.key} aria-pressed={chip.on.to_string()} {onclick}>
                { chip.word }{ " " }<span class="n">{ chip.count }</span>
            </button>
        }
    };
    html! { <div class="chips" role="group" aria-label={label}>{ for chips.iter().enumerate().map(chip) }</div> }
}
