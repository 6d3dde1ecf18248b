//! The words of the format for the Report's enums: those of its JSON.

use crosscheck_engine::report::{Fact, Field, Status, Voice};

/// How a row stands. Of one that fewer than two articles state for certain it is not said that they agree or differ.
pub(crate) fn standing(fact: &Fact) -> &'static str {
    match fact.status {
        _ if fact.is_unsure() => "unsure",
        Status::Agree => "agree",
        Status::LessPrecise => "less_precise",
        Status::Differ => "differ",
        Status::DifferentEvents => "different_events",
        Status::Single => "single",
    }
}

pub(crate) fn field(field: Field) -> &'static str {
    match field {
        Field::Number => "number",
        Field::Date => "date",
        Field::Time => "time",
        Field::Place => "place",
        Field::Actor => "actor",
        Field::Weapon => "weapon",
        Field::Target => "target",
        Field::Casualty => "casualty",
        Field::Certainty => "certainty",
        Field::Scope => "scope",
        Field::Name => "name",
        Field::Wording => "wording",
        Field::Attribution => "attribution",
    }
}

pub(crate) fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Quoted => "quoted",
        Voice::Reported => "reported",
        Voice::Outlet => "outlet",
        Voice::Claimed => "claimed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::to_value;

    #[test]
    fn they_are_the_words_of_the_reports_json() {
        for each in [Voice::Quoted, Voice::Reported, Voice::Outlet, Voice::Claimed] {
            assert_eq!(to_value(each).expect("a word"), voice(each));
        }
        let each: [Field; 13] = [
            Field::Number,
            Field::Date,
            Field::Time,
            Field::Place,
            Field::Actor,
            Field::Weapon,
            Field::Target,
            Field::Casualty,
            Field::Certainty,
            Field::Scope,
            Field::Name,
            Field::Wording,
            Field::Attribution,
        ];
        for each in each {
            assert_eq!(to_value(each).expect("a word"), field(each));
        }
    }
}
