//! The figures of the sample articles and of the other stories stay above their floors (`budgets.toml`).

use crosscheck_score::{floors, gold, root};

#[test]
fn the_reading_of_the_samples_stays_above_its_floors() {
    let tests = root().join("crates/engine/tests");
    let figures = gold::score_story(&tests.join("gold/seeds.json"), &tests.join("samples")).expect("the gold reading");
    let bounds = floors::read().expect("budgets.toml").samples;
    let broken = floors::broken(&figures, &bounds);
    assert!(broken.is_empty(), "{broken:#?}\n`cargo xtask score -v` lists what is missed and what is wrong");
}

#[test]
fn the_reading_of_the_other_stories_stays_above_its_floors_on_average() {
    let stories =
        gold::score_stories(&root().join("crates/engine/tests/stories")).expect("every story has its articles");
    let all: Vec<_> = stories.into_iter().map(|story| story.1).collect();
    let bounds = floors::read().expect("budgets.toml").stories;
    let broken = floors::broken(&gold::mean(&all), &bounds);
    assert!(broken.is_empty(), "{broken:#?}\n`cargo xtask score -v` lists what is missed and what is wrong");
}
