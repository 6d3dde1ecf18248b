//! CSV, Markdown and JSON-LD, as other programs read them.

use std::collections::BTreeMap;

use crosscheck_engine::report::{Report, Status};
use crosscheck_engine::{HostArticle, HostStory, Options, excerpts};
use crosscheck_export::{csv, json_ld, markdown};
use serde_json::Value;

mod support;
use support::{compared, samples};

const FIRE: [&str; 3] = [
    "The fire at the paper mill in Leeds hurt eight workers, police said.",
    "Police said the fire at the paper mill in Leeds hurt six workers. Rain fell in York.",
    "The fire at the paper mill in Leeds hurt eight workers, said police.",
];

fn fire() -> Report {
    compared(&FIRE, &Options::default())
}

/// A CSV file as RFC 4180 has it.
fn table(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut inside) = (Vec::new(), Vec::new(), String::new(), false);
    let mut chars = csv.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if inside && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => inside = !inside,
            ',' if !inside => row.push(std::mem::take(&mut cell)),
            '\r' if !inside => {
                assert_eq!(chars.next(), Some('\n'), "a line ends with both");
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => {
                assert!(inside || c != '\n', "a line break stands between quotation marks");
                cell.push(c);
            }
        }
    }
    assert!(!inside && row.is_empty() && cell.is_empty(), "the last line ends");
    rows
}

/// Each line by the names of the columns.
fn lines(csv: &str) -> Vec<BTreeMap<String, String>> {
    let mut rows = table(csv).into_iter();
    let head = rows.next().expect("the names of the columns");
    let named = |row: Vec<String>| {
        assert_eq!(row.len(), head.len());
        head.iter().cloned().zip(row).collect()
    };
    rows.map(named).collect()
}

#[test]
fn csv_has_a_line_for_each_place_that_says_where_it_is() {
    let report = samples();
    let lines = lines(&csv(&report));
    let told: usize = report.facts.iter().map(|fact| fact.mentions.len()).sum();
    assert!(lines.len() >= told, "{} lines for {told} mentions", lines.len());
    for line in &lines {
        let article = report.articles.iter().find(|a| a.id.0 == line["id"]).expect("the article");
        let at = |key: &str| line[key].parse::<usize>().expect("a number");
        let value: Vec<&str> = article.text[at("start")..at("end")].split_whitespace().collect();
        assert_eq!(value.join(" "), line["value"].trim_start_matches('\''));
        let sentence = article.sentences[at("sentence_number") - 1];
        assert!(sentence.start as usize <= at("start") && at("end") <= sentence.end as usize, "{line:?}");
        assert!(report.facts.iter().any(|fact| fact.id == line["fact"]));
    }
}

#[test]
fn csv_tells_who_says_what_and_whose_values_are_equal() {
    let lines = lines(&csv(&fire()));
    let cells: Vec<[&str; 7]> = lines
        .iter()
        .filter(|line| line["field"] == "casualty")
        .map(|l| {
            ["article", "status", "value", "speaker", "voice", "way", "sentence_number"].map(|key| l[key].as_str())
        })
        .collect();
    assert_eq!(
        cells,
        [
            ["A", "differ", "eight workers", "police", "reported", "0", "1"],
            ["B", "differ", "six workers", "Police", "reported", "1", "1"],
            ["C", "differ", "eight workers", "police", "reported", "0", "1"],
        ]
    );
    let single = lines.iter().find(|line| line["status"] == "single").expect("the rain");
    assert_eq!([&single["field"], &single["speaker"], &single["way"]], ["", "", ""]);
}

#[test]
fn what_a_spreadsheet_would_take_for_a_formula_is_guarded_and_quoting_is_undone_by_any_reader() {
    let article = |outlet: &str, url: &str| HostArticle {
        outlet: Some(outlet.to_owned()),
        url: Some(url.to_owned()),
        ..HostArticle::default()
    };
    for (outlet, guarded) in [
        ("=HYPERLINK(\"http://x\",\"y\")", true),
        ("+1+1", true),
        ("-2+3", true),
        ("@SUM(A1)", true),
        ("＝1+1", true),
        ("The \"Herald\", Leeds", false),
        ("a=b", false),
        ("'quoted'", false),
    ] {
        let articles = [("a.txt".to_owned(), article(outlet, "https://example.org/?a=1,2"))].into();
        let host = HostStory { title: None, articles };
        let report = compared(&FIRE[..1], &Options { host, ..Options::default() });
        let lines = lines(&csv(&report));
        let want = if guarded { format!("'{outlet}") } else { outlet.to_owned() };
        assert_eq!((&lines[0]["outlet"], lines[0]["url"].as_str()), (&want, "https://example.org/?a=1,2"));
    }
}

#[test]
fn of_an_unsure_row_no_format_says_that_it_differs() {
    let mut report = fire();
    for mention in report.facts.iter_mut().flat_map(|fact| &mut fact.mentions) {
        mention.sure = false;
    }
    assert!(report.facts.iter().any(|fact| fact.status == Status::Differ), "{:#?}", report.facts);
    assert!(lines(&csv(&report)).iter().all(|line| line["status"] != "differ"));
    let text = markdown(&report);
    assert!(text.contains("### ? Unsure") && !text.contains('≠'), "{text}");
}

#[test]
fn markdown_sets_values_against_each_other_and_names_the_silent() {
    let text = markdown(&compared(&[FIRE[0], FIRE[1], FIRE[2], "The minister resigned in Oslo."], &Options::default()));
    let line = |with: &str| text.lines().find(|line| line.contains(with)).unwrap_or_else(|| panic!("{with}: {text}"));
    assert_eq!(
        line("- casualty"),
        "- casualty: **A** “eight workers” (police), **C** “eight workers” (police) ≠ **B** “six workers” (Police)"
    );
    assert!(line("### ≠ Differ").contains("casualty · “"));
    assert!(
        line("| B | “six workers”")
            .ends_with("| reported, Police | Police said the fire at the paper mill in Leeds hurt six workers. |")
    );
    assert!(text.contains("\nNot found in D.\n"));
    assert!(line("Rain fell").starts_with("- **B** “Rain fell in York"));
    assert!(line("claims: ").contains("1 differ"));
}

#[test]
fn markdown_shows_words_as_they_are_whatever_they_look_like() {
    let odd = "*Bold* _words_ [link](javascript:x) <script>alert(1)</script> `code` | cell & entity&amp; ~~struck~~ $x$ \
               https://evil.example \\ end";
    let article = HostArticle {
        headline: Some(odd.to_owned()),
        outlet: Some("1. Herald".to_owned()),
        byline: Some("# Jo".to_owned()),
        url: Some("https://example.org/a?b=(c)".to_owned()),
        ..HostArticle::default()
    };
    let host = HostStory { title: Some(odd.to_owned()), articles: [("a.txt".to_owned(), article)].into() };
    let text = markdown(&compared(&FIRE[..1], &Options { host, ..Options::default() }));
    let escaped = "\\*Bold\\* \\_words\\_ \\[link\\](javascript:x) \\<script\\>alert(1)\\</script\\> \\`code\\` \\| cell \\& \
                   entity\\&amp; \\~\\~struck\\~\\~ \\$x\\$ https\\://evil.example \\\\ end";
    assert!(text.starts_with(&format!("# {escaped}\n")), "{text}");
    let row = format!(
        "| A | 1\\. Herald (as the host states) | [{escaped} (as the host states)](<https://example.org/a?b=(c)>) | not stated | \
         \\# Jo (as the host states) |"
    );
    assert!(text.contains(&row), "{text}\n{row}");
}

#[test]
fn markdown_links_to_nothing_but_the_web() {
    for url in ["javascript:alert(1)", "https://a.org/>x", "https://a.org/a b"] {
        let mut report = fire();
        report.articles[0].headline = Some("Fire".to_owned());
        report.articles[0].url = Some(url.to_owned());
        assert!(!markdown(&report).contains("]("), "{url}");
    }
}

#[test]
fn each_table_of_markdown_has_as_many_cells_in_each_line() {
    let text = markdown(&samples());
    for table in text.split("\n\n").filter(|block| block.starts_with('|')) {
        let cells = |line: &str| line.replace("\\|", "").matches('|').count();
        let widths: Vec<usize> = table.lines().map(cells).collect();
        assert!(widths.windows(2).all(|w| w[0] == w[1]), "{table}");
    }
}

fn linked(report: &Report) -> Vec<Value> {
    let text = json_ld(report);
    let mut data: Value = serde_json::from_str(&text).expect("it is JSON");
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array_mut().map(std::mem::take).expect("a graph")
}

fn claims<'a>(graph: &'a [Value], identifier: &str) -> Vec<(&'a str, Vec<&'a str>, Option<&'a str>)> {
    graph
        .iter()
        .filter(|node| node["@type"] == "Claim" && node["identifier"] == identifier)
        .map(|node| {
            let appearance = node["appearance"].as_array().expect("it appears somewhere");
            let ids = appearance.iter().filter_map(|work| work["@id"].as_str()).collect();
            (node["text"].as_str().expect("a text"), ids, node["firstAppearance"]["@id"].as_str())
        })
        .collect()
}

#[test]
fn values_that_differ_are_never_one_claim_of_json_ld() {
    let report = fire();
    let graph = linked(&report);
    let differ = report.facts.iter().find(|fact| fact.status == Status::Differ).expect("one differs");
    let found = claims(&graph, &differ.id);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(found.iter().all(|(_, works, _)| works.len() == 1));
    assert!(found.iter().all(|(text, works, _)| (works[0] == "#article-b") == text.contains("six")), "{found:?}");
}

#[test]
fn what_agrees_is_one_claim_of_json_ld_and_the_first_is_told_only_where_days_are_stated() {
    let text = "The fire at the paper mill in Leeds hurt eight workers, police said.";
    let other = "Police said the fire at the paper mill in Leeds hurt eight workers. Rain fell in York.";
    let day = |published: Option<&str>, url: &str| HostArticle {
        published: published.map(str::to_owned),
        url: Some(url.to_owned()),
        outlet: Some("The Herald".to_owned()),
        ..HostArticle::default()
    };
    let (one, two) = ("https://one.example/a", "https://two.example/b");
    for (days, first) in [
        ([Some("2022-05-04"), Some("2022-05-03")], Some(two)),
        ([Some("2022-05-03"), Some("2022-05-03")], None),
        ([Some("2022-05-03"), None], None),
    ] {
        let articles = [("a.txt".to_owned(), day(days[0], one)), ("b.txt".to_owned(), day(days[1], two))].into();
        let host = HostStory { title: None, articles };
        let report = compared(&[text, other], &Options { host, ..Options::default() });
        let fact = report.facts.iter().find(|fact| fact.status == Status::Agree).expect("they agree");
        let graph = linked(&report);
        assert_eq!(claims(&graph, &fact.id), [(fact.label.text.as_str(), vec![one, two], first)], "{days:?}");
        assert_eq!(graph[0]["@type"], "NewsArticle");
        assert_eq!(graph[0]["url"], one);
        assert_eq!(graph[0]["publisher"]["name"], "The Herald");
        assert_eq!(graph[0]["datePublished"].as_str(), days[0]);
    }
}

#[test]
fn json_ld_rates_nothing_appears_only_where_sure_and_can_stand_in_a_page() {
    let text = "Police said “</script><!-- the fire hurt eight workers in Leeds” on Monday.";
    let report = compared(&[text, FIRE[1]], &Options::default());
    let text = json_ld(&report);
    assert!(!text.contains('<') && text.contains("\\u003c/script>"), "{text}");
    assert!(!text.to_lowercase().contains("rating"));
    let mut report = fire();
    for mention in report.facts.iter_mut().flat_map(|fact| &mut fact.mentions) {
        mention.sure = mention.article.0 != "b";
    }
    let graph = linked(&report);
    let works = graph.iter().filter_map(|node| node["appearance"].as_array()).flatten();
    assert!(works.clone().count() > 0);
    assert!(works.into_iter().all(|work| work["@id"] != "#article-b"));
}

#[test]
fn ids_of_json_ld_are_addresses_and_unique() {
    let graph = linked(&samples());
    let mut ids: Vec<&str> = graph.iter().filter_map(|node| node["@id"].as_str()).collect();
    let all = ids.len();
    assert!(all > 20 && ids.iter().all(|id| !id.contains(char::is_whitespace)));
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn words_that_are_left_out_are_in_no_format_and_their_place_is_shown() {
    let texts = [
        "The fire at the paper mill in Leeds hurt eight workers, police said, while a gloomy crowd watched from the bridge.",
        FIRE[1],
    ];
    let report = excerpts(&compared(&texts, &Options::default()));
    for text in [csv(&report), markdown(&report), json_ld(&report), crosscheck_export::json(&report)] {
        assert!(text.contains("eight workers") && !text.contains("bridge"), "{text}");
    }
    let lines = lines(&csv(&report));
    let cell = lines.iter().find(|line| line["article"] == "A").expect("a cell of A");
    assert!(cell["sentence"].ends_with(" […]") && !cell["sentence"].contains("  "), "{cell:?}");
    assert!(markdown(&report).contains("Excerpts: “[…]” stands where words of an article are left out."));
}

#[test]
fn nothing_gives_files_with_nothing_in_them() {
    let report = compared(&[], &Options::default());
    assert!(lines(&csv(&report)).is_empty());
    assert!(linked(&report).is_empty());
    assert!(markdown(&report).starts_with("# 0 articles\n"));
}
