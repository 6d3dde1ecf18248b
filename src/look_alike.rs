//! Names that look alike and were not found to be one thing.

use crosscheck_engine::report::{NameGroup, NameKind, NameTie};

/// Words inside names that tell nothing by themselves.
const SMALL: &str =
    " the of and for in on at to a an al el la le los las de del der den di da du van von bin ibn st mr mrs ms dr ";

/// For each thing one of whose names stands whole inside another thing's name ("Hezbollah" in "Kataib Hezbollah"), by index:
/// itself, and those others. Descriptions are no names. The things are of one kind, or of one of them it is not known; what only
/// bears a place's name, as "Iraqi Resistance" does, is no look-alike of the place.
pub fn look_alikes(groups: &[NameGroup]) -> Vec<(usize, Vec<usize>)> {
    let names: Vec<Vec<Vec<String>>> = groups.iter().map(names).collect();
    let inside = |part: usize, whole: usize| {
        let whole = &names[whole];
        names[part].iter().any(|part| whole.iter().any(|whole| part.iter().all(|word| whole.contains(word))))
    };
    let mut found = Vec::new();
    for one in 0..groups.len() {
        // Of two with the very same words, the first has the other.
        let others = |&other: &usize| {
            other != one
                && may_be_one(groups[one].kind, groups[other].kind)
                && inside(one, other)
                && (one < other || !inside(other, one))
        };
        let others: Vec<usize> = (0..groups.len()).filter(others).collect();
        if !others.is_empty() {
            found.push((one, others));
        }
    }
    found
}

fn may_be_one(one: NameKind, other: NameKind) -> bool {
    let open = |a, b| a == NameKind::Other && b != NameKind::Place;
    one == other || open(one, other) || open(other, one)
}

/// The words of each of a thing's names that tell something: those with a capital or a figure.
fn names(group: &NameGroup) -> Vec<Vec<String>> {
    let mut names: Vec<Vec<String>> = Vec::new();
    for form in &group.forms {
        if matches!(form.tie, NameTie::Apposition | NameTie::Description) {
            continue;
        }
        let words = form.text.split(|c: char| c.is_whitespace() || "-–,()/".contains(c)).filter_map(telling).collect();
        if !names.contains(&words) {
            names.push(words);
        }
    }
    names.retain(|words| !words.is_empty());
    names
}

fn telling(word: &str) -> Option<String> {
    let bare = word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word);
    let folded: String = bare.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    let tells = folded.chars().nth(1).is_some() && !bare.starts_with(char::is_lowercase);
    (tells && !SMALL.contains(&[" ", &folded, " "].concat())).then_some(folded)
}

#[cfg(test)]
mod tests {
    use super::look_alikes;
    use crosscheck_engine::report::NameKind::{Organisation, Other, Person, Place};
    use crosscheck_engine::report::NameTie::{Description, Name, Part};
    use crosscheck_engine::report::{ArticleId, NameForm, NameGroup, NameKind, NameTie};

    fn group(kind: NameKind, forms: &[(&str, NameTie)]) -> NameGroup {
        let form = |&(text, tie): &(&str, NameTie)| NameForm {
            article: ArticleId("a".into()),
            start: 0,
            end: 0,
            text: text.into(),
            tie,
        };
        NameGroup { kind, forms: forms.iter().map(form).collect() }
    }

    #[test]
    fn a_name_inside_the_name_of_another_thing_is_found_and_told_once() {
        let groups = [
            group(Other, &[("Kataib Hezbollah", Name)]),
            group(Organisation, &[("Iraqi Hezbollah Brigades", Name)]),
            group(Other, &[("Hezbollah", Name)]),
            group(Other, &[("HEZBOLLAH’s", Name)]),
        ];
        assert_eq!(look_alikes(&groups), [(2, vec![0, 1, 3]), (3, vec![0, 1])]);
    }

    #[test]
    fn a_part_of_a_name_counts_and_a_description_does_not() {
        let whole = group(Other, &[("Islamic Resistance", Name)]);
        let part = group(Other, &[("Iraqi Resistance", Name), ("Resistance", Part)]);
        let described = group(Other, &[("Iraqi Resistance", Name), ("the Resistance", Description)]);
        assert_eq!(look_alikes(&[whole.clone(), part]), [(1, vec![0])]);
        assert_eq!(look_alikes(&[whole, described]), []);
    }

    #[test]
    fn one_word_in_common_is_not_enough() {
        let of = |kind, name| group(kind, &[(name, Name)]);
        assert_eq!(look_alikes(&[of(Organisation, "US Army"), of(Organisation, "Syrian Arab Army")]), []);
        assert_eq!(look_alikes(&[of(Place, "Al Asad"), of(Place, "al-Shadadi")]), []);
    }

    #[test]
    fn things_of_unlike_kinds_are_not_set_beside_each_other() {
        let of = |kind, name| group(kind, &[(name, Name)]);
        assert_eq!(look_alikes(&[of(Place, "Washington"), of(Person, "Denzel Washington")]), []);
        assert_eq!(look_alikes(&[of(Place, "Iraq"), of(Other, "Syria And Iraq")]), []);
        assert_eq!(look_alikes(&[of(Other, "Washington"), of(Person, "Denzel Washington")]), [(0, vec![1])]);
    }
}
