//! Words of an article.

use yew::prelude::*;

use crate::fold::alike;
use crate::words;

/// Between quotation marks; their own direction of writing is kept.
pub fn quotation(text: &str) -> Html {
    html! { <q class="said" dir="auto" lang={words::of_articles()}>{ text.to_owned() }</q> }
}

/// With every place marked where `query` stands in them, in any case of letters; as they are where it is empty.
pub fn found(text: &str, query: &str) -> Html {
    let mut rest = text;
    let mut parts = Vec::new();
    while let Some((before, hit, after)) = first(rest, query) {
        parts.push(html! { <>{ before.to_owned() }<mark class="hit">{ hit.to_owned() }</mark></> });
        rest = after;
    }
    html! { <>{ for parts }{ rest.to_owned() }</> }
}

/// What stands before the first hit, the hit, and what stands after it.
fn first<'a>(text: &'a str, query: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let wanted = query.trim();
    if wanted.is_empty() {
        return None;
    }
    text.char_indices().find_map(|(at, _)| {
        let length = matched(&text[at..], wanted)?;
        Some((&text[..at], &text[at..at + length], &text[at + length..]))
    })
}

/// How many bytes of the text's beginning are the wanted words.
fn matched(text: &str, wanted: &str) -> Option<usize> {
    let mut own = text.char_indices();
    let mut end = 0;
    for wanted in wanted.chars() {
        let (at, c) = own.next()?;
        let same = alike(c, wanted);
        end = same.then(|| at + c.len_utf8())?;
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn hits_are_found_in_any_case_and_stand_on_character_borders() {
        assert_eq!(first("Über Al Asad", "al  ".trim()), Some(("Über ", "Al", " Asad")));
        assert_eq!(first("ÜBER", "über"), Some(("", "ÜBER", "")));
        assert_eq!(first("abc", ""), None);
        assert_eq!(first("ab", "abc"), None);
    }
}
