//! The commands as a host types them.

use std::path::Path;
use std::process::{Command, Output};

#[path = "../../stories/tests/support/mod.rs"]
mod support;
use support::Folder;

const ONE: &str = "Eight workers hurt as mill burns\n\nMay 3, 2022\n\nThe fire at the paper mill in Leeds hurt eight workers, police said.\n\n\
                   The owner of the mill wept when he saw what was left of it.\n\nREAD MORE: Ten things to know about the fire brigade\n";
const TWO: &str =
    "Police said the fire at the paper mill in Leeds hurt six workers.\n\nRain fell in York in the afternoon.\n";

/// Runs a command inside of a folder.
fn run(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_crosscheck")).current_dir(folder).args(arguments).output().expect("it runs")
}

/// What it prints where it is right.
fn prints(folder: &Folder, arguments: &[&str]) -> String {
    let out = run(folder.path(), arguments);
    let (said, told) = (String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr));
    assert!(out.status.success(), "{arguments:?}: {said}{told}");
    said.into_owned()
}

/// What it tells as an error.
fn fails(folder: &Folder, arguments: &[&str]) -> String {
    let out = run(folder.path(), arguments);
    assert_eq!((out.status.code(), String::from_utf8_lossy(&out.stdout).as_ref()), (Some(1), ""), "{arguments:?}");
    String::from_utf8_lossy(&out.stderr).into_owned()
}

/// Two stories: the folder's own with its title, and one of which excerpts are published.
fn stories() -> Folder {
    Folder::of(&[
        ("seeds/a.txt", ONE),
        ("seeds/b.txt", TWO),
        (
            "seeds/story.toml",
            "title = \"The mill\"\n[articles.\"b.txt\"]\noutlet = \"The Gull\"\npublished = 2022-05-03\n",
        ),
        (
            "seeds/Mill Fire/c.txt",
            &format!(
                "{ONE}The gulls over the harbour were quiet, and so was a brass band of pensioners on the humpback bridge.\n"
            ),
        ),
        ("seeds/Mill Fire/d.txt", TWO),
        ("seeds/Mill Fire/story.toml", "publish = \"excerpts\"\n"),
    ])
}

#[test]
fn compare_reads_what_story_toml_says() {
    let text = prints(&stories(), &["compare", "seeds"]);
    assert!(text.contains("B  The Gull · no headline in the text · 2022-05-03 · "), "{text}");
    assert!(text.contains("≠ casualty: A: eight workers | B: six workers"), "{text}");
    let text = prints(&stories(), &["compare", "seeds/a.txt", "seeds/b.txt"]);
    assert!(text.contains("B  outlet not stated"), "files are compared as they are: {text}");
}

#[test]
fn a_story_is_named_by_its_id_and_compared_whole() {
    let text = prints(&stories(), &["compare", "seeds", "--story", "mill-fire", "--format", "json"]);
    assert!(text.contains("c.txt") && text.contains("humpback") && !text.contains("a.txt"), "{text}");
}

#[test]
fn export_writes_each_format_of_what_is_published() {
    let folder = stories();
    for (format, beginning) in [
        ("csv", "fact,status,field,label,article,"),
        ("json", "{\"format\":2,\"title\":\"The mill\","),
        ("markdown", "# The mill\n"),
        ("json-ld", "{\"@context\":\"https://schema.org\","),
    ] {
        let text = prints(&folder, &["export", "seeds", "--format", format]);
        assert!(text.starts_with(beginning) && text.contains("wept"), "{format}: {text}");
        let text = prints(&folder, &["export", "seeds", "--format", format, "--story", "mill-fire"]);
        assert!(text.contains("eight workers") && !text.contains("humpback"), "{format}: {text}");
        assert_eq!(prints(&folder, &["export", "seeds", "--format", format, "-o", "out"]), "");
        let written = std::fs::read_to_string(folder.path().join("out")).expect("it is written");
        assert!(written.starts_with(beginning), "{format}: {written}");
    }
}

#[test]
fn the_schema_is_printed_as_it_is_published() {
    let published =
        std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/report.schema.json"));
    assert_eq!(prints(&stories(), &["schema"]), published.expect("it is published"));
}

#[test]
fn every_error_names_what_was_wrong_and_the_way_out() {
    let folder = stories();
    let more = [
        ("none/README.md", "Nothing."),
        ("inner/one/a.txt", ONE),
        ("wrong/a.txt", ONE),
        ("wrong/b.txt", TWO),
        ("wrong/story.toml", "publish = 1\ntitle = 2\n"),
        ("same/Fire/a.txt", ONE),
        ("same/fire!/a.txt", ONE),
    ];
    for (path, text) in more {
        let path = folder.path().join(path);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a temporary folder");
        std::fs::write(path, text).expect("a temporary file");
    }
    for (arguments, told) in [
        (
            &["compare", "seeds", "--story", "mil-fire"][..],
            "error: seeds holds no story \"mil-fire\": name one of mill-fire\n",
        ),
        (
            &["compare", "none", "--story", "x"],
            "error: none holds no story \"x\": none of its subfolders holds an article\n",
        ),
        (
            &["compare", "inner"],
            "error: no article lies directly in inner, but it holds stories: name one with --story, of one\n",
        ),
        (
            &["compare", "none"],
            "error: no article could be read from none: name .txt, .md or .html files, one an article, or a folder that holds some\n",
        ),
        (
            &["compare", "seeds/a.txt", "seeds/b.txt", "--story", "x"],
            "error: --story names a subfolder: give the one folder in which it lies, and no file\n",
        ),
        (
            &["compare", "nowhere"],
            "error: cannot open nowhere: No such file or directory (os error 2); name a folder with .txt, .md or .html files, or such files\n",
        ),
        (
            &["export", "same", "--format", "csv"],
            "error: the stories same/Fire and same/fire! would both have the address \"fire\": rename one of the two folders\n",
        ),
        (
            &["export", "wrong", "--format", "csv"],
            "error: wrong/story.toml, line 1: publish is 1, expected \"whole\" or \"excerpts\": write publish = \"excerpts\" to publish no whole article\n\
          error: wrong/story.toml, line 2: title is 2, expected words: write title = \"What the story is called\", or delete the line\n",
        ),
        (
            &["export", "seeds", "--format", "csv", "-o", "no/such/out"],
            "error: cannot write no/such/out: No such file or directory (os error 2); name a file in a folder that is there and may be written\n",
        ),
    ] {
        assert_eq!(fails(&folder, arguments), told, "{arguments:?}");
    }
}

#[test]
fn check_tells_what_was_read_and_what_looks_wrong() {
    let text = prints(&stories(), &["check", "seeds"]);
    let want = "the folder's own articles · The mill · seeds · whole articles are published
  A  a.txt · outlet not stated · Eight workers hurt as mill burns (in the text) · writer not stated · 2022-05-03 (in the text)
     2 sentences in 2 claims
     set aside, link to another story: READ MORE: Ten things to know about the …
     warning: the text does not name its outlet: if you know it, write outlet = \"…\" below [articles.\"a.txt\"] in story.toml
  B  b.txt · The Gull (story.toml) · no headline · writer not stated · 2022-05-03 (story.toml)
     2 sentences in 2 claims

mill-fire · seeds/Mill Fire · excerpts are published
";
    assert!(text.starts_with(want), "{text}");
    assert!(text.ends_with("\n2 stories: 0 errors, 6 warnings\n"), "{text}");
    let link = "warning: only excerpts are published and readers get no link to the rest: write url = \"https://…\" below [articles.\"c.txt\"] in story.toml";
    assert!(text.contains(link) && text.contains(" % of its letters\n"), "{text}");
}

#[test]
fn check_warns_of_all_that_looks_wrong_and_fails_for_errors_only() {
    let long = "The mayor spoke. ".repeat(2_500);
    let menu = "Share this\n\nBack to top\n\nSource link\n";
    for (files, told, wrong) in [
        (&[("a.txt", TWO)][..], "warning: one article is no comparison: add a second one on the same event", false),
        (
            &[("a.txt", ONE), ("b.txt", "A minister resigned in Oslo over a loan.")],
            "warning: the articles share little and may be about different events: make a folder for each event",
            false,
        ),
        (
            &[("a.txt", TWO), ("b.txt", TWO)],
            "warning: b.txt is left out: it has the same text as a.txt; delete one of the two",
            false,
        ),
        (
            &[("a.txt", TWO), ("b.html", &format!("<p>{}</p>", TWO.trim().replace("\n\n", "</p><p>")))],
            "warning: b shows the same text as another file and is counted once: delete one of the two",
            false,
        ),
        (
            &[("a.txt", TWO), ("b.txt", &long)],
            "warning: it is longer than any article and not all of it is compared: keep only the article's text",
            false,
        ),
        (
            &[("a.txt", TWO), ("b.txt", menu)],
            "warning: nothing but page furniture was found: paste the article's text into the file",
            false,
        ),
        (
            &[("a.txt", TWO), ("b.docx", "PK")],
            "warning: b.docx is left out: only .txt, .md and .html files are read; save the article as one of these",
            false,
        ),
        (
            &[("a.txt", TWO), ("b.txt", "")],
            "warning: b.txt is left out: there is no text in it: paste the article into it, or delete the file",
            false,
        ),
        (
            &[("a.txt", TWO)],
            "warning: no day of publication, so that \"yesterday\" cannot be resolved: if you know it, write published = YYYY-MM-DD below [articles.\"a.txt\"] in story.toml",
            false,
        ),
        (
            &[
                ("a.txt", ONE),
                (
                    "b.txt",
                    "The fire at the paper mill in Leeds broke out yesterday. Yesterday, on Tuesday, it burnt until night, police said.",
                ),
            ],
            "warning: the day of publication is inferred from what the text says about days: if you know it, write published = YYYY-MM-DD below [articles.\"b.txt\"] in story.toml",
            false,
        ),
        (
            &[("a.txt", TWO), ("story.toml", "titel = \"x\"")],
            "warning: story.toml, line 1: titel is not known and is passed over; did you mean title?",
            false,
        ),
        (
            &[("a.txt", TWO), ("story.toml", "title = 1")],
            "error: story.toml, line 1: title is 1, expected words: write title = \"What the story is called\", or delete the line",
            true,
        ),
        (
            &[("fire/story.toml", "")],
            "error: no article could be read in fire: put .txt, .md or .html files there, one an article",
            true,
        ),
        (
            &[("README.md", "Nothing.")],
            "error: . holds no article: put .txt, .md or .html files there, one an article, or folders of such files, one a story",
            true,
        ),
        (
            &[("fire/old/a.txt", TWO), ("fire/a.txt", ONE)],
            "warning: fire/old is left out: a story is a folder directly in the outer one; move this folder up, or its articles",
            false,
        ),
    ] {
        let folder = Folder::of(files);
        let out = run(folder.path(), &["check", "."]);
        let text = String::from_utf8_lossy(&out.stdout).replace("./", "");
        assert!(text.lines().any(|line| line.trim() == told), "{told}\n{text}");
        assert_eq!(out.status.code(), Some(i32::from(wrong)), "{text}");
    }
}

#[test]
fn check_prints_nothing_that_a_terminal_obeys() {
    let text = format!("Mill \u{1b}[31mburns\n\n{TWO}");
    let folder = Folder::of(&[("a.txt", &text), ("b.txt", &ONE.replace("READ MORE:", "READ MORE: \u{1b}]0;x\u{7}"))]);
    let printed = prints(&folder, &["check", "."]);
    assert!(printed.contains("burns") && !printed.contains(|c: char| c.is_control() && c != '\n'), "{printed:?}");
}
