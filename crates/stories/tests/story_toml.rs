//! `story.toml`: what it says, and every mistake in it.

use crosscheck_engine::report::Basis;
use crosscheck_engine::{HostArticle, HostStory};
use crosscheck_stories::{Publish, Settings, Story, read_stories};

mod support;
use support::Folder;

const ARTICLES: [(&str, &str); 2] =
    [("ferry.txt", "The ferry sank in the bay on Monday."), ("gale.html", "<p>A gale sank the ferry.</p>")];

/// The story of the articles with a `story.toml` beside them.
fn read(toml: &str) -> (Folder, Story) {
    let folder = Folder::of(&[ARTICLES[0], ARTICLES[1], ("notes.docx", "PK"), ("story.toml", toml)]);
    let story = read_stories(folder.path()).expect("the folder is there").stories.remove(0);
    (folder, story)
}

#[test]
fn what_it_states_goes_into_the_report() {
    let (_folder, story) = read("title = \"\"\"\n  The\n ferry\"\"\"");
    assert_eq!(story.settings.expect("it is right").host.title.as_deref(), Some("The ferry"), "on one line");
    let (_folder, story) = read(
        "title = \"The ferry\"\npublish = \"excerpts\"\n\n[articles.\"gale.html\"]\noutlet = \"The Gull\"\nheadline = \"Sunk\"\n\
         byline = \"Jo Doe\"\npublished = 2022-05-03\nurl = \"https://example.org/a?b=c#d\"\n",
    );
    let some = |words: &str| Some(words.to_owned());
    let gale = HostArticle {
        outlet: some("The Gull"),
        headline: some("Sunk"),
        byline: some("Jo Doe"),
        published: some("2022-05-03"),
        url: some("https://example.org/a?b=c#d"),
    };
    let host = HostStory { title: some("The ferry"), articles: [("gale.html".to_owned(), gale)].into() };
    assert_eq!(story.settings, Ok(Settings { host, publish: Publish::Excerpts }));
    assert_eq!(story.warnings, []);
    let report = story.published().expect("it is right");
    assert_eq!(report.title.as_deref(), Some("The ferry"));
    assert_eq!(
        (report.articles[1].outlet.as_deref(), report.articles[1].outlet_basis),
        (Some("The Gull"), Some(Basis::Host))
    );
}

#[test]
fn excerpts_are_published_where_it_says_so_and_whole_articles_otherwise() {
    let long = "The ferry sank in the bay on Monday, police said, as a brass band of forty pensioners struck up on the far pier.";
    let other = "Police said the ferry sank in the bay on Sunday.";
    for (toml, whole) in [("", true), ("publish = \"whole\"", true), ("publish = \"excerpts\"", false)] {
        let folder = Folder::of(&[("a.txt", long), ("b.txt", other), ("story.toml", toml)]);
        let story = read_stories(folder.path()).expect("the folder is there").stories.remove(0);
        let report = story.published().expect("it is right");
        assert_eq!(report.articles[0].text.contains("pier"), whole, "{toml}");
        assert!(report.articles[0].text.contains("on Monday"), "{toml}");
    }
}

#[test]
fn a_day_may_be_written_as_words() {
    for toml in ["2022-05-03", "\"2022-05-03\"", "\" 2022-05-03 \""] {
        let (_folder, story) = read(&format!("[articles.\"ferry.txt\"]\npublished = {toml}"));
        let settings = story.settings.expect("it is right");
        assert_eq!(settings.host.articles["ferry.txt"].published.as_deref(), Some("2022-05-03"));
    }
}

#[test]
fn every_mistake_is_told_with_its_line_what_was_expected_and_the_way_out() {
    let article = |line: &str| format!("title = \"The ferry\"\n\n[articles.\"ferry.txt\"]\n{line}\n");
    for (toml, told) in [
        (
            "title = 7".to_owned(),
            "line 1: title is 7, expected words: write title = \"What the story is called\", or delete the line",
        ),
        (
            "\ntitle = \" \"".to_owned(),
            "line 2: title is empty, expected words: write title = \"What the story is called\", or delete the line",
        ),
        (
            "title = The ferry".to_owned(),
            "line 1: this is no TOML (string values must be quoted, expected literal string): write each line as key = \"words in quotation marks\"",
        ),
        (
            "title = \"a\"\ntitle = \"b\"".to_owned(),
            "line 2: this is no TOML (duplicate key): write each line as key = \"words in quotation marks\"",
        ),
        (
            "publish = \"exerpts\"".to_owned(),
            "line 1: publish is \"exerpts\", expected \"whole\" or \"excerpts\": write publish = \"excerpts\" to publish no whole article",
        ),
        (
            "publish = false".to_owned(),
            "line 1: publish is false, expected \"whole\" or \"excerpts\": write publish = \"excerpts\" to publish no whole article",
        ),
        (
            "publsh = \"excerpts\"".to_owned(),
            "line 1: publsh is no key here, and publish seems to be meant: write publish = \"whole\" or publish = \"excerpts\"",
        ),
        (
            "outlet = \"The Gull\"".to_owned(),
            "line 1: outlet belongs to an article: write it below a line [articles.\"ferry.txt\"]",
        ),
        (
            "articles = \"ferry.txt\"".to_owned(),
            "line 1: articles is \"ferry.txt\", expected tables: write a line [articles.\"ferry.txt\"] and below it what you state of that file",
        ),
        (
            "[[articles]]\noutlet = \"The Gull\"".to_owned(),
            "line 1: articles is a list, expected tables: write a line [articles.\"ferry.txt\"] and below it what you state of that file",
        ),
        (
            "[articles]\n\"ferry.txt\" = \"The Gull\"".to_owned(),
            "line 2: \"ferry.txt\" is \"The Gull\", expected a table: write a line [articles.\"ferry.txt\"] and below it outlet = \"Who published it\"",
        ),
        (
            "[articles.\"fery.txt\"]".to_owned(),
            "line 1: no article beside this file is called \"fery.txt\": did you mean [articles.\"ferry.txt\"]?",
        ),
        (
            "[articles.ferry]".to_owned(),
            "line 1: no article beside this file is called \"ferry\": did you mean [articles.\"ferry.txt\"]?",
        ),
        (
            "[articles.gale.html]\noutlet = \"x\"".to_owned(),
            "line 1: no article beside this file is called \"gale\": did you mean [articles.\"gale.html\"]?",
        ),
        (
            "[articles.\"quake.txt\"]".to_owned(),
            "line 1: no article beside this file is called \"quake.txt\": name the file with its ending in quotation marks, as in [articles.\"ferry.txt\"]",
        ),
        (
            article("outlet = [\"a\", \"b\"]"),
            "line 4: outlet is a list, expected words: write outlet = \"Who published it\", or delete the line",
        ),
        (
            article("byline = 2022-05-03"),
            "line 4: byline is 2022-05-03, expected words: write byline = \"Who wrote it\", or delete the line",
        ),
        (
            article("headline = \"\""),
            "line 4: headline is empty, expected words: write headline = \"The headline\", or delete the line",
        ),
        (
            article("published = \"3 May 2022\""),
            "line 4: published is \"3 May 2022\", expected a day of the calendar as YYYY-MM-DD: write published = 2022-05-03",
        ),
        (
            article("published = \"2022-02-30\""),
            "line 4: published is \"2022-02-30\", expected a day of the calendar as YYYY-MM-DD: write published = 2022-05-03",
        ),
        (
            article("published = 2022-05-03T10:00:00Z"),
            "line 4: published is 2022-05-03T10:00:00Z, expected a day of the calendar as YYYY-MM-DD: write published = 2022-05-03",
        ),
        (
            article("published = 20220503"),
            "line 4: published is 20220503, expected a day of the calendar as YYYY-MM-DD: write published = 2022-05-03",
        ),
        (
            article("url = \"www.example.org\""),
            "line 4: url is \"www.example.org\", expected an address of the web: write url = \"https://…\" as the browser's address bar has it",
        ),
        (
            article("url = \"javascript:alert(1)\""),
            "line 4: url is \"javascript:alert(1)\", expected an address of the web: write url = \"https://…\" as the browser's address bar has it",
        ),
        (
            article("url = \"https://\""),
            "line 4: url is \"https://\", expected an address of the web: write url = \"https://…\" as the browser's address bar has it",
        ),
        (
            article("url = \"https://a.org/\\\"onclick=\""),
            "line 4: url is \"https://a.org/\\\"onclick=\", expected an address of the web: write url = \"https://…\" as the browser's address bar has it",
        ),
        (
            article("url = \"https://bank.org@evil.org/\""),
            "line 4: url is \"https://bank.org@evil.org/\", expected an address of the web: write url = \"https://…\" as the browser's address bar has it",
        ),
        (
            article("url = \"https://a.org/a b\""),
            "line 4: url is \"https://a.org/a b\", expected an address of the web: write url = \"https://…\" as the browser's address bar has it",
        ),
    ] {
        let (folder, story) = read(&toml);
        let mistakes = story.settings.as_ref().expect_err(&toml);
        let said: Vec<String> = mistakes.iter().map(|m| folder.told(m)).collect();
        assert_eq!(said, [format!("story.toml, {told}")], "{toml}");
        assert!(story.published().is_err(), "a story with a mistake is not published: {toml}");
    }
}

#[test]
fn all_mistakes_are_told_at_once_in_the_order_of_the_lines() {
    let (_folder, story) =
        read("[articles.\"gale.html\"]\nurl = \"x\"\noutlet = 1\n[articles.\"ferry.txt\"]\nbyline = 2\n");
    let lines: Vec<_> = story.settings.expect_err("three mistakes").iter().map(|m| m.line).collect();
    assert_eq!(lines, [Some(2), Some(3), Some(5)]);
}

#[test]
fn what_is_not_known_is_passed_over_with_a_warning_that_names_the_nearest_key() {
    for (toml, told) in [
        ("titel = \"The ferry\"", "line 1: titel is not known and is passed over; did you mean title?"),
        ("colour = \"red\"", "line 1: colour is not known and is passed over; known here are title, publish, articles"),
        (
            "[articles.\"ferry.txt\"]\nOutlets = \"The Gull\"",
            "line 2: Outlets is not known and is passed over; did you mean outlet?",
        ),
        (
            "[articles.\"ferry.txt\"]\ndate = 2022-05-03",
            "line 2: date is not known and is passed over; known here are outlet, headline, byline, published, url",
        ),
        (
            "[articles.\"notes.docx\"]\noutlet = \"The Gull\"",
            "line 1: \"notes.docx\" is left out of the comparison, so that nothing is stated of it",
        ),
    ] {
        let (folder, story) = read(toml);
        assert!(story.settings.is_ok(), "{toml}");
        let said: Vec<String> = story.warnings.iter().map(|w| folder.told(w)).collect();
        assert_eq!(said, [format!("story.toml, {told}")], "{toml}");
    }
}

#[test]
fn a_file_that_is_no_text_is_a_mistake_as_a_whole() {
    let folder = Folder::of(&ARTICLES);
    std::fs::write(folder.path().join("story.toml"), b"title = \"caf\xe9\"").expect("a temporary file");
    let story = read_stories(folder.path()).expect("the folder is there").stories.remove(0);
    let mistakes = story.settings.expect_err("it is no text");
    let said: Vec<String> = mistakes.iter().map(|m| folder.told(m)).collect();
    assert_eq!(said, ["story.toml: it is not UTF-8: open it in an editor and save it with the encoding UTF-8"]);
}
