//! The pages around comparisons: the site's first page where it has several stories, the one for an address that leads nowhere,
//! and what stands at a comparison's foot.

use crosscheck::Story;
use crosscheck::state::Show;
use crosscheck::words::{Key, count, fill, say};

use crate::page::{Drawn, Parts, Shell, escaped};
use crate::site::{LOST, SERVED, STILL, Told, keeper};

/// The top line of pages that are no comparison.
const MASTHEAD: &str = "<header class=\"wrap\"><div class=\"mast\"><b>Crosscheck</b></div></header>";

/// A card for each story, in the order of the folders.
pub(crate) fn index(shell: &Shell, stories: &[Told], offline: bool) -> String {
    let cards = cards(stories);
    let page = format!(
        "<div class=\"wrap stories\"><h1>{}</h1>\n{cards}\n<p class=\"meta\">{}</p></div>",
        count(Key::Stories, stories.len()),
        say(Key::Promise),
    );
    let head = "<link rel=\"manifest\" href=\"./manifest.webmanifest\">".to_owned();
    let keep = keeper("./", offline);
    let scripts = if keep.is_empty() { Vec::new() } else { vec![("module", keep)] };
    let drawn = Drawn { masthead: MASTHEAD.to_owned(), top: page, ..Drawn::default() };
    shell.fill(&Parts { title: "Crosscheck", head, drawn, scripts, policy: SERVED, ..Parts::default() })
}

fn cards(stories: &[Told]) -> String {
    let several = stories.len() > 1;
    let cards =
        stories.iter().map(|story| card(story, &if several { format!("./{}/", story.id) } else { "./".to_owned() }));
    format!("<ul>\n{}</ul>", cards.collect::<String>())
}

fn card(story: &Told, address: &str) -> String {
    let shown = Story::new(story.report.clone());
    let title = story.title().unwrap_or_else(|| count(Key::NoHeadlineAtAll, story.report.articles.len()));
    let outlets: Vec<&str> = story.report.articles.iter().filter_map(|article| article.outlet.as_deref()).collect();
    let counts = [
        count(Key::Articles, story.report.articles.len()),
        count(Key::CountsAgree, shown.count(Show::Agree.standings())),
        count(Key::CountsDiffer, shown.count(Show::Differ.standings())),
        count(Key::CountsOne, shown.count(Show::One.standings())),
    ];
    format!(
        "<li><h2><a class=\"said\" href=\"{address}\" dir=\"auto\">{}</a></h2><p>{}</p><p class=\"meta\">{}</p></li>\n",
        escaped(&title),
        counts.join(" · "),
        escaped(&outlets.join(" · ")),
    )
}

/// The articles of a story whole, for readers without scripts and for links to them.
pub(crate) fn articles(shell: &Shell, title: &str, language: &str, articles: &str) -> String {
    let read = say(Key::Read);
    let page = format!(
        "<div class=\"wrap\"><section id=\"read\" class=\"lens\"><h1>{read}</h1><p class=\"intro\">{} <a href=\"./\">{}</a></p>\
         {articles}</section></div>",
        say(Key::ReadIntro),
        say(Key::ReadHome),
    );
    let drawn = Drawn { masthead: MASTHEAD.to_owned(), lenses: page, ..Drawn::default() };
    shell.fill(&Parts { title: &format!("{read} · {title}"), language, drawn, policy: STILL, ..Parts::default() })
}

/// For an address that leads nowhere: the stories that there are. It is served at any depth, so a script finds the way to them;
/// without it, the links are right in the site's own folder.
pub(crate) fn missing(shell: &Shell, stories: &[Told]) -> String {
    let page = format!(
        "<div class=\"wrap stories\"><h1>{}</h1><p>{}</p>\n{}</div>",
        say(Key::NoStory),
        say(Key::NoStoryBut),
        cards(stories)
    );
    let drawn = Drawn { masthead: MASTHEAD.to_owned(), top: page, ..Drawn::default() };
    let scripts = vec![("module", include_str!("missing.js").replace("{file}", &shell.js.name))];
    shell.fill(&Parts { title: "Crosscheck", drawn, scripts, policy: LOST, ..Parts::default() })
}

/// What a reader can take along, and the way to the other stories; `root` and `story` lead to the folders of site and story. Plain links: nothing is fetched until one is followed.
pub(crate) fn foot(several: bool, root: &str, story: &str) -> String {
    let link = |file: &str, word: &str| format!("<a href=\"{file}\" download>{word}</a>");
    let files = [
        link("./crosscheck.html", say(Key::TakeFile)),
        link(&format!("{story}comparison.csv"), "CSV"),
        link(&format!("{story}comparison.json"), "JSON"),
        link(&format!("{story}comparison.md"), "Markdown"),
        link(&format!("{story}comparison.jsonld"), "JSON-LD"),
    ];
    let back =
        if several { format!("<p><a href=\"{root}\">{}</a></p>", say(Key::OtherStories)) } else { String::new() };
    format!("<footer class=\"wrap foot\"><p>{}</p>{back}</footer>", fill(Key::Take, &[("files", &files.join(" · "))]))
}
