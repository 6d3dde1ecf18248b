//! The section on names, rendered to HTML text.

mod made;

use crosscheck::Story;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck_engine::report::{ArticleId, NameForm, NameGroup, NameKind, NameTie, Range, Report};
use made::{each_told, range};

const TEXTS: [&str; 3] = [
    "Mayor Jo Doe spoke for Hezbollah Brigades. <Doe> left Leeds.",
    "Joe Doe spoke near Leeds. HEZBOLLAH did not.",
    "جو في ليدز.",
];

fn id(article: usize) -> ArticleId {
    ArticleId(["a", "b", "c"][article].into())
}

fn form(article: usize, words: &str, tie: NameTie) -> NameForm {
    let Range { start, end } = range(TEXTS[article], words);
    NameForm { article: id(article), start, end, text: words.into(), tie }
}

fn group(kind: NameKind, forms: Vec<NameForm>) -> NameGroup {
    NameGroup { kind, forms }
}

/// Each article is one sentence, and a fact of its own, so that it can be opened.
fn report(names: Vec<NameGroup>) -> Report {
    Report { names, ..each_told(&TEXTS) }
}

fn doe() -> NameGroup {
    let forms = vec![
        form(0, "Mayor Jo Doe", NameTie::Name),
        form(0, "Doe", NameTie::Part),
        form(1, "Joe Doe", NameTie::Spelling),
    ];
    group(NameKind::Person, forms)
}

fn leeds() -> NameGroup {
    let forms = vec![form(0, "Leeds", NameTie::Name), form(1, "Leeds", NameTie::Name)];
    group(NameKind::Place, forms)
}

async fn section(names: Vec<NameGroup>) -> String {
    let html = yew::ServerRenderer::<Lenses>::with_props(move || LensesProps {
        story: Story::new(report(names)),
        apart: None,
    });
    let html = html.hydratable(false).render().await;
    part(&html, "<section id=\"names\"", "</section>").to_owned()
}

/// From the first `start` to the next `end`.
fn part<'a>(html: &'a str, start: &str, end: &str) -> &'a str {
    let from = html.find(start).unwrap_or_else(|| panic!("{start} stands in {html}"));
    let to = html[from..].find(end).unwrap_or_else(|| panic!("{end} follows {start}"));
    &html[from..from + to]
}

#[tokio::test]
async fn a_row_is_headed_by_the_fullest_name_with_its_letter_and_its_kind() {
    let html = section(vec![doe()]).await;
    let head = part(&html, "<th scope=\"row\"", "</th>");
    assert!(head.contains(">person<") && head.contains(">Mayor Jo Doe<") && head.contains(">A<"), "{head}");
}

#[tokio::test]
async fn every_form_is_printed_as_it_stands_and_opens_its_sentence_and_says_how_it_is_known() {
    let html = section(vec![doe()]).await;
    let cells: Vec<&str> = part(&html, "<tbody>", "</tbody>").split("<td").skip(1).collect();
    assert_eq!(cells.len(), 3);
    assert_eq!(cells[0].matches("data-open=\"0.0\"").count(), 2, "{}", cells[0]);
    assert!(cells[0].contains("part of the name") && !cells[0].contains("another spelling"));
    assert!(cells[1].contains("data-open=\"1.0\"") && cells[1].contains("another spelling"));
    assert!(cells[2].contains("not found here") && !cells[2].contains("<button"));
}

#[tokio::test]
async fn a_tie_that_all_forms_have_is_told_once() {
    let all = vec![form(0, "Mayor Jo", NameTie::Description), form(1, "Joe", NameTie::Description)];
    let html = section(vec![group(NameKind::Person, all)]).await;
    assert_eq!(html.matches("description").count(), 1);
    assert!(html.contains("person · description"));
}

#[tokio::test]
async fn things_that_articles_call_unlike_come_first_and_those_all_call_alike_are_folded() {
    let shared = vec![form(0, "Leeds", NameTie::Name), form(0, "left", NameTie::Part), form(1, "Leeds", NameTie::Name)];
    let html = section(vec![leeds(), group(NameKind::Event, shared), doe()]).await;
    let heads: Vec<&str> = html.split("<th scope=\"row\"").skip(1).collect();
    assert_eq!(heads.len(), 2);
    assert!(heads[0].contains("Mayor Jo Doe") && heads[1].contains(">event<"));
    let alike = part(&html, "<details>", "</details>");
    assert!(alike.contains("1 thing called the same by every article that names it"));
    assert!(alike.contains("data-open=\"0.0\"") && alike.contains("data-open=\"1.0\""));
}

#[tokio::test]
async fn a_thing_with_one_form_in_one_article_is_left_out() {
    let html = section(vec![group(NameKind::Place, vec![form(0, "Leeds", NameTie::Name)])]).await;
    assert!(html.contains("No name was found") && !html.contains("<table") && !html.contains("Leeds"));
}

#[tokio::test]
async fn of_many_things_the_rest_is_folded() {
    let html = section(vec![doe(); 15]).await;
    assert_eq!(part(&html, "<tbody>", "</tbody>").matches("<tr>").count(), 12);
    let rest = part(&html, "<details>", "</details>");
    assert!(rest.contains("3 more things") && rest.matches("<th scope=\"row\"").count() == 3);
}

#[tokio::test]
async fn names_that_look_alike_are_said_to_be_kept_apart_and_no_more_than_that() {
    let one = group(NameKind::Organisation, vec![form(0, "Hezbollah Brigades", NameTie::Name)]);
    let other = group(NameKind::Other, vec![form(1, "HEZBOLLAH", NameTie::Name)]);
    let html = section(vec![one, other]).await;
    let list = &html[html.find("<ul class=\"apart\">").expect("the list")..];
    let at = |words: &str| list.find(words).unwrap_or_else(|| panic!("{words} is shown"));
    assert!(at("HEZBOLLAH") < at("beside") && at("beside") < at("Hezbollah Brigades"));
    assert!(html.contains("they may be one all the same") && !html.contains('≠'));
    assert!(!section(vec![leeds()]).await.contains("Kept apart"));
}

#[tokio::test]
async fn names_keep_their_direction_and_are_never_markup() {
    let forms = vec![form(0, "<Doe>", NameTie::Name), form(2, "جو", NameTie::Name)];
    let html = section(vec![group(NameKind::Other, forms)]).await;
    assert!(html.contains("dir=\"auto\"") && html.contains("&lt;Doe&gt;") && !html.contains("<Doe>"));
    assert!(part(&html, "<th scope=\"row\"", "</th>").contains("<span class=\"topic\"></span>"));
}
