//! Which folders are stories, and what they go by.

use crosscheck_stories::{Story, read_stories};

mod support;
use support::Folder;

const TEXT: &str = "The ferry sank in the bay on Monday.";

fn stories(files: &[(&str, &str)]) -> (Folder, Vec<Story>, Vec<String>) {
    let folder = Folder::of(files);
    let read = read_stories(folder.path()).expect("the folder is there");
    let told = read.problems.iter().map(|p| folder.told(p)).collect();
    (folder, read.stories, told)
}

/// What each story goes by, and its files.
fn names(stories: &[Story]) -> Vec<String> {
    let files = |story: &Story| story.folder.sources.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(" ");
    stories.iter().map(|story| format!("{}: {}", story.id, files(story))).collect()
}

#[test]
fn the_folders_own_articles_are_a_story_and_each_subfolder_is_one() {
    let (_folder, found, told) = stories(&[
        ("a.txt", TEXT),
        ("README.md", "Articles."),
        ("Zug 12/b.md", TEXT),
        ("The_Mill--Fire!/c.html", "<p>Fire.</p>"),
        (".git/d.txt", TEXT),
        ("pictures/e.png", ""),
        ("empty/README.md", "Nothing."),
    ]);
    assert_eq!(names(&found), [": a.txt", "the-mill-fire: c.html", "zug-12: b.md"]);
    assert_eq!(
        told,
        ["pictures/e.png is left out: only .txt, .md and .html files are read; save the article as one of these"]
    );
}

#[test]
fn a_folder_without_articles_of_its_own_may_hold_stories_only() {
    let (_folder, found, told) = stories(&[("one/a.txt", TEXT), ("two/b.txt", TEXT)]);
    assert_eq!(found.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["one", "two"]);
    assert!(told.is_empty(), "{told:?}");
    let (_folder, found, _) = stories(&[(".hidden", "")]);
    assert!(found.is_empty());
}

#[test]
fn a_story_toml_makes_a_story_though_no_article_lies_beside_it() {
    let (_folder, found, _) = stories(&[("fire/story.toml", "title = \"The fire\"")]);
    assert_eq!(names(&found), ["fire: "]);
}

#[test]
fn the_folder_that_a_browser_saves_beside_a_page_is_no_story() {
    let files =
        [("fire.html", "<p>Fire.</p>"), ("fire_files/advert.html", "<p>Buy.</p>"), ("fire-Dateien/x.htm", "<p>X.</p>")];
    let (_folder, found, told) = stories(&files);
    assert_eq!(names(&found), [": fire.html"]);
    assert!(told.is_empty());
    let (_folder, found, _) = stories(&files[1..]);
    assert_eq!(found.len(), 2, "without the page it is a folder like others");
}

#[test]
fn a_folder_inside_of_a_story_is_left_out_where_it_holds_articles() {
    let (folder, found, told) = stories(&[
        ("fire/a.txt", TEXT),
        ("fire/old/b.txt", TEXT),
        ("fire/art/c.png", ""),
        ("archive/2021/d.txt", TEXT),
    ]);
    let said: Vec<String> = found[0].folder.problems.iter().map(|p| folder.told(p)).collect();
    let way_out = "is left out: a story is a folder directly in the outer one; move this folder up, or its articles";
    assert_eq!(said, [format!("fire/old {way_out}")]);
    assert_eq!((found.len(), told), (1, vec![format!("archive/2021 {way_out}")]));
}

#[test]
fn two_folders_with_one_address_are_an_error_that_names_both() {
    let folder = Folder::of(&[("Mill Fire/a.txt", TEXT), ("mill_fire/b.txt", TEXT), ("other/c.txt", TEXT)]);
    let error = read_stories(folder.path()).expect_err("one address cannot lead to both");
    assert_eq!(
        folder.told(&error),
        "the stories Mill Fire and mill_fire would both have the address \"mill-fire\": rename one of the two folders"
    );
}

#[test]
fn a_name_of_which_no_address_can_be_made_is_an_error() {
    let folder = Folder::of(&[("火事/a.txt", TEXT)]);
    let error = read_stories(folder.path()).expect_err("nothing is left of the name");
    assert_eq!(
        folder.told(&error),
        "the name of the folder 火事 holds no letter from a to z and no digit of which an address could be made: rename it"
    );
    let folder = Folder::of(&[("火事/a.png", "")]);
    assert!(read_stories(folder.path()).is_ok(), "it is no story");
}

#[test]
fn a_folder_that_is_not_there_is_an_error_with_its_name() {
    let error = read_stories(std::path::Path::new("no/such/folder")).expect_err("there is none");
    assert!(error.to_string().starts_with("cannot open no/such/folder: "), "{error}");
}
