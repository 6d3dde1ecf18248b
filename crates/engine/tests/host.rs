//! What the host states goes before what the texts say, and is marked as the host's.
#![cfg(not(target_arch = "wasm32"))]

use crosscheck_engine::report::{Article, Basis, Field, FurnitureKind, Report};
use crosscheck_engine::{HostArticle, HostStory, Options, Source, analyse};

const FIRE: &str = "Four hurt in mill fire\n\nBy Jo Doe\n\nMay 3, 2022\n\nThe fire at the paper mill in Leeds hurt four workers \
                    yesterday, police said.\n\nThe mill had stood empty since the spring, the owner told reporters.\n";

fn compared(texts: &[(&str, &str)], stated: &[(&str, HostArticle)]) -> Report {
    let source = |(name, text): &(&str, &str)| Source { name: (*name).to_owned(), text: (*text).to_owned() };
    let sources: Vec<Source> = texts.iter().map(source).collect();
    let articles = stated.iter().map(|(name, stated)| ((*name).to_owned(), stated.clone())).collect();
    analyse(&sources, &Options { host: HostStory { title: None, articles }, ..Options::default() })
}

fn read(text: &str, stated: HostArticle) -> (Article, Report) {
    let report = compared(&[("a.txt", text)], &[("a.txt", stated)]);
    (report.articles[0].clone(), report)
}

#[test]
fn what_the_host_does_not_state_is_left_to_the_text() {
    let (article, report) = read(FIRE, HostArticle::default());
    assert_eq!(article.headline.as_deref(), Some("Four hurt in mill fire"));
    assert_eq!(article.published.as_deref(), Some("2022-05-03"));
    let known = [article.headline_basis, article.byline_basis, article.published_basis, article.outlet_basis];
    assert_eq!(known, [Some(Basis::Stated), Some(Basis::Stated), Some(Basis::Stated), None]);
    assert_eq!((report.title, article.url), (None, None));
}

#[test]
fn what_the_host_states_goes_before_the_text_and_is_marked() {
    let stated = HostArticle {
        outlet: Some("The Herald".to_owned()),
        headline: Some("Mill burns".to_owned()),
        byline: Some("Ann Roe".to_owned()),
        published: Some("2022-05-04".to_owned()),
        url: Some("https://example.org/mill".to_owned()),
    };
    let (article, _) = read(FIRE, stated.clone());
    assert_eq!(article.outlet, stated.outlet);
    assert_eq!(article.headline, stated.headline);
    assert_eq!(article.byline, stated.byline);
    assert_eq!(article.published, stated.published);
    assert_eq!(article.url, stated.url);
    assert_eq!(article.headline_at, None, "the text does not print it");
    let known = [article.headline_basis, article.byline_basis, article.published_basis, article.outlet_basis];
    assert_eq!(known, [Some(Basis::Host); 4]);
}

#[test]
fn yesterday_is_counted_from_the_day_that_the_host_states() {
    let day = |published: Option<&str>| {
        let (_, report) = read(FIRE, HostArticle { published: published.map(str::to_owned), ..HostArticle::default() });
        let named: Vec<String> = report.timeline.into_iter().map(|day| day.from).collect();
        named
    };
    assert!(day(None).contains(&"2022-05-02".to_owned()));
    assert!(day(Some("2022-06-11")).contains(&"2022-06-10".to_owned()));
    assert_eq!(day(Some("2022-02-30")), day(None), "what is no day is passed over");
}

#[test]
fn the_weekdays_of_an_undated_article_are_read_from_a_day_that_the_host_states() {
    let second =
        "The blaze broke out on Monday, the owner of the mill said. It was out on Tuesday morning, he said today.";
    let stated = HostArticle { published: Some("2022-05-03".to_owned()), ..HostArticle::default() };
    let report = compared(
        &[("a.txt", "The fire at the paper mill in Leeds hurt four."), ("b.txt", second)],
        &[("a.txt", stated)],
    );
    let published: Vec<_> = report.articles.iter().map(|a| (a.published.as_deref(), a.published_basis)).collect();
    assert_eq!(published[0], (Some("2022-05-03"), Some(Basis::Host)));
    let monday = report.timeline.iter().flat_map(|d| &d.mentions).any(|m| m.text.contains("Monday"));
    assert!(monday && report.timeline.iter().any(|d| d.from == "2022-05-02"), "{:#?}", report.timeline);
}

#[test]
fn a_paragraph_with_the_words_of_the_hosts_headline_is_the_headline_and_no_claim() {
    let text = "A river rose in the night and nobody was warned of it.\n\nThe river Aire flooded 40 houses in Leeds.\n\n\
                The council opened a school to those who had to leave their homes.";
    let line = "A river rose in the night and nobody was warned of it.";
    let told = |report: &Report| report.facts.iter().any(|fact| fact.label.text.contains("nobody was warned"));
    let (article, report) = read(text, HostArticle::default());
    assert!(article.headline.as_deref() != Some(line) && told(&report), "it is a paragraph until the host says more");
    let (article, report) = read(text, HostArticle { headline: Some(line.to_owned()), ..HostArticle::default() });
    assert!(!told(&report));
    assert_eq!(article.headline_at.map(|at| &article.text[at.start as usize..at.end as usize]), Some(line));
    assert!(article.set_aside.iter().any(|s| s.start == 0 && s.kind == FurnitureKind::Headline));
}

#[test]
fn a_text_that_is_nothing_but_the_hosts_headline_still_tells() {
    let line = "The river Aire flooded 40 houses in Leeds on Monday.";
    let (article, report) = read(line, HostArticle { headline: Some(line.to_owned()), ..HostArticle::default() });
    assert_eq!((article.sentences.len(), report.facts.len()), (1, 1));
}

#[test]
fn weekdays_of_articles_that_the_host_dates_are_days_like_stated_ones() {
    let texts = [
        ("a.txt", "The ferry Linnea sank in the bay of Turku on Monday, police said."),
        ("b.txt", "Police said the ferry Linnea sank in the bay of Turku on Friday."),
    ];
    let dated = |day: &str| HostArticle { published: Some(day.to_owned()), ..HostArticle::default() };
    let report = compared(&texts, &[("a.txt", dated("2022-05-07")), ("b.txt", dated("2022-05-07"))]);
    let stated = texts.map(|(name, text)| (name, format!("May 7, 2022\n\n{text}")));
    let alike = compared(&stated.each_ref().map(|(name, text)| (*name, text.as_str())), &[]);
    let days = |report: &Report| -> Vec<_> {
        let differences = report.facts.iter().flat_map(|fact| &fact.differences);
        differences.map(|d| (d.field, d.compatible, d.note, d.values[0].resolved.clone())).collect()
    };
    assert_eq!(alike.articles[0].published_basis, Some(Basis::Stated));
    assert_eq!(days(&report), days(&alike));
    assert!(days(&report).iter().any(|d| d.0 == Field::Date && !d.1), "{:?}", days(&report));
}
