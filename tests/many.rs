//! More articles than letters: all of them are in every part of the page, as HTML text.

mod made;

use crosscheck::Story;
use crosscheck::story::letter;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck::views::top::{Top, TopProps};
use crosscheck_engine::report::{Article, Range, Report, Status};
use made::{article, mention, told};
use yew::ServerRenderer;

const TEXT: &str = "The bridge fell on Monday.";
const MANY: usize = 30;

/// All say the same, each in the words of its own; the last is the only one to tell of something else.
fn report() -> Report {
    let id = |index: usize| format!("article-{index:02}");
    let articles: Vec<Article> = (0..MANY).map(|index| article(&id(index), TEXT)).collect();
    let mut fact = told("c-bridge", &articles[0]);
    fact.status = Status::Agree;
    fact.mentions = (0..MANY).map(|index| mention(&id(index), Range { start: 0, end: TEXT.len() as u32 })).collect();
    let own = told("c-own", &articles[MANY - 1]);
    Report { facts: vec![fact, own], ..made::report(articles) }
}

fn letters() -> Vec<String> {
    (0..MANY).map(letter).collect()
}

#[tokio::test]
async fn each_of_thirty_articles_has_a_cell_in_a_card_and_a_line_in_the_menu() {
    let html = made::claims(report()).await;
    assert!(html.contains("class=\"board many\""), "there is no room for columns: {html}");
    for letter in letters() {
        let name = format!("data-open=\"{letter}1\"");
        let cells = if letter == "AD" { 2 } else { 1 };
        assert_eq!(html.matches(&name).count(), cells, "{name}");
        assert_eq!(html.matches(&format!("aria-label=\"Show {letter}\"")).count(), 1, "{letter}");
    }
    assert!(html.contains("Agree, 30 of 30") && html.contains("Only AD"), "{html}");
}

#[tokio::test]
async fn the_overview_has_a_square_for_each_of_thirty_articles() {
    let html = ServerRenderer::<Top>::with_props(|| TopProps { story: Story::new(report()) }).hydratable(false);
    let html = html.render().await;
    let strip =
        html.split("class=\"strip\"").nth(1).and_then(|rest| rest.split("</nav>").next()).expect("the overview");
    for letter in letters() {
        assert!(strip.contains(&format!("<span>{letter}</span>")), "{letter}");
    }
    assert_eq!(strip.matches("class=\"says\"").count(), MANY + 1);
    assert_eq!(strip.matches("class=\"silent\"").count(), MANY - 1);
}

#[tokio::test]
async fn each_of_thirty_articles_can_be_read_whole() {
    let html = ServerRenderer::<Lenses>::with_props(|| LensesProps { story: Story::new(report()), apart: None })
        .hydratable(false);
    let html = html.render().await;
    for letter in letters() {
        assert_eq!(html.matches(&format!("id=\"read-{letter}\"")).count(), 1, "{letter}");
    }
    assert_eq!(html.matches("class=\"sheet\"").count(), MANY);
    assert!(html.contains(" B C D E F G …\""), "the letters behind a sentence are not all thirty");
}
