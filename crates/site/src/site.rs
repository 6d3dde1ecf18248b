//! The site as a folder of files: a page with its data, the worker that keeps it for the next visit, and the page as one file.

use std::io::Write as _;
use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use crosscheck::Story;
use crosscheck::words::{languages, listed, name_of, speak};
use crosscheck_engine::report::Report;
use flate2::{Compression, GzBuilder};

use crate::assets::{Asset, short_hash};
use crate::page::{self, Drawn, Parts, Shell};
use crate::{head, stories};

/// Served by a server: script and data of its own origin, and after the start nothing at all.
pub(crate) const SERVED: &str = "script-src 'self' 'wasm-unsafe-eval' {inline}; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                      trusted-types crosscheck crosscheck-articles";
/// A page that no program runs on: its theme is set, and that is all.
pub(crate) const STILL: &str = "script-src {inline}; trusted-types 'none'";
/// A page that looks for the site that it is of.
pub(crate) const LOST: &str = "script-src {inline}; connect-src 'self'; trusted-types 'none'";
/// One file: nothing but what stands in it.
const ALONE: &str = "script-src 'wasm-unsafe-eval' {inline}; trusted-types 'none'";

/// A comparison with the name of its folder in the site; empty for one that stands alone.
pub(crate) struct Told {
    pub(crate) id: String,
    pub(crate) report: Report,
}

impl Told {
    /// The editor's title, or else the headline that the page is titled with.
    pub(crate) fn title(&self) -> Option<String> {
        Some(Story::new(self.report.clone()).title()?.1.to_owned())
    }
}

/// The folder of the outer articles where there are others beside them.
const OUTER: &str = "main";
/// The articles whole, as a page that needs no script.
const ARTICLES: &str = "articles.html";
/// The page as one file, beside each page.
const SINGLE: &str = "crosscheck.html";

/// Writes all of it: one story is the site; of several each has a folder, and the site opens with a card for each. Without
/// `offline` no worker keeps the page: while one works on it, it should be new each time.
///
/// # Errors
/// Where a file cannot be read or written, the folder is not as Trunk leaves it, or two stories have one address.
pub(crate) fn write(folder: &Path, stories: &mut [Told], offline: bool) -> Result<(), String> {
    let shell = Shell::read(folder)?;
    let styles = shell.rules.later.clone().into_bytes();
    let styles = Asset::write(folder, &format!("styles-{}.css", short_hash(&styles)), styles)?;
    let mut kept = vec![shell.js.clone(), shell.wasm.clone(), styles.clone()];
    let several = stories.len() > 1;
    if several {
        if stories.iter().any(|story| story.id == OUTER) && stories.iter().any(|story| story.id.is_empty()) {
            return Err(format!(
                "the folder {OUTER:?} has the address of the articles around it; give it another name"
            ));
        }
        stories.iter_mut().filter(|story| story.id.is_empty()).for_each(|story| OUTER.clone_into(&mut story.id));
        let page = stories::index(&shell, stories, offline);
        kept.push(Asset::write(folder, "index.html", page.into_bytes())?);
    }
    for story in stories.iter() {
        kept.extend(comparison(folder, &shell, &styles, story, offline, several)?);
    }
    Asset::write(folder, "404.html", stories::missing(&shell, stories).into_bytes())?;
    // Each story names the words of each language.
    let mut names = std::collections::BTreeSet::new();
    kept.retain(|asset| names.insert(asset.name.clone()));
    if offline {
        kept.push(Asset::write(folder, "manifest.webmanifest", manifest().into_bytes())?);
        worker(folder, &kept)?;
    }
    Ok(())
}

/// One story: its data, what a reader can take along, and its page in each language, English in the story's folder and the others
/// below it. Gives what a second visit needs.
fn comparison(
    folder: &Path,
    shell: &Shell,
    styles: &Asset,
    story: &Told,
    offline: bool,
    several: bool,
) -> Result<Vec<Asset>, String> {
    let below = if several { format!("{}/", story.id) } else { String::new() };
    let put = |name: &str, bytes: Vec<u8>| Asset::write(folder, &format!("{below}{name}"), bytes);
    let report = &story.report;
    let data = crosscheck::carried(report);
    let mut kept = vec![put(&format!("story-{}.bin", short_hash(&data)), data)?];
    for (name, text) in [
        ("comparison.csv", crosscheck_export::csv(report)),
        ("comparison.json", crosscheck_export::json(report)),
        ("comparison.md", crosscheck_export::markdown(report)),
        ("comparison.jsonld", crosscheck_export::json_ld(report)),
    ] {
        put(name, text.into_bytes())?;
    }
    for language in languages() {
        speak(language);
        let up = if language == ENGLISH { "./" } else { "../" };
        let here = if language == ENGLISH { String::new() } else { format!("{language}/") };
        let root = match (several, up) {
            (false, up) => up,
            (true, "./") => "../",
            (true, _) => "../../",
        };
        let words = Asset::write(folder, &words_file(language), listed(language).into_bytes())?;
        let title = story.title().map_or_else(|| "Crosscheck".to_owned(), |title| format!("{title} · Crosscheck"));
        let others = languages().filter(|other| *other != language).map(|other| {
            (
                other,
                name_of(other),
                format!("{up}{}", if other == ENGLISH { String::new() } else { format!("{other}/") }),
            )
        });
        let drawn = Drawn::of(report, others.collect(), Some(ARTICLES));
        let alone = Drawn::of(report, Vec::new(), None);
        let articles = page::articles(report);
        put(&format!("{here}{ARTICLES}"), stories::articles(shell, &title, language, &articles).into_bytes())?;
        let hash = short_hash(articles.as_bytes());
        let articles = put(&format!("{here}articles-{hash}.html"), articles.into_bytes())?;
        put(&format!("{here}{SINGLE}"), single(shell, language, &kept[0], &words, &title, alone)?.into_bytes())?;
        let story_file = kept[0].name.trim_start_matches(&below);
        let near = (&*format!("{up}{story_file}"), &kept[0]);
        let start = started(shell, root, near, (&format!("./articles-{hash}.html"), &articles), &words);
        let map = format!("{{\"integrity\":{{\"{root}{}\":\"{}\"}}}}", shell.js.name, shell.js.integrity());
        let parts = Parts {
            title: &title,
            language,
            later: Some(format!("{root}{}", styles.name)),
            head: head::head(&title, report, root),
            drawn,
            foot: stories::foot(several, root, up),
            first: FAR,
            scripts: vec![("importmap", map), ("module", start.replace("{offline}", &keeper(root, offline)))],
            policy: SERVED,
            ..Parts::default()
        };
        kept.push(put(&format!("{here}index.html"), shell.fill(&parts).into_bytes())?);
        kept.extend([words, articles]);
    }
    speak(ENGLISH);
    Ok(kept)
}

/// The language of the page in the story's own folder.
const ENGLISH: &str = "en";

fn words_file(language: &str) -> String {
    format!("words-{language}-{}.txt", short_hash(listed(language).as_bytes()))
}

/// The start script with the files that it loads.
fn started(shell: &Shell, root: &str, story: (&str, &Asset), articles: (&str, &Asset), words: &Asset) -> String {
    let files = [
        ("js", format!("{root}{}", shell.js.name), &shell.js),
        ("wasm", format!("{root}{}", shell.wasm.name), &shell.wasm),
        ("words", format!("{root}{}", words.name), words),
        ("story", story.0.to_owned(), story.1),
        ("articles", articles.0.to_owned(), articles.1),
    ];
    files.into_iter().fold(with_settle(include_str!("start.js")), |script, (place, address, asset)| {
        let script = script.replace(&format!("{{{place}}}"), &address);
        script.replace(&format!("{{{place}-integrity}}"), &asset.integrity())
    })
}

/// Whether what is far from the screen is skipped from the first frame on, with a guessed size: on a plain visit only. Where the browser
/// is to find a place in the page, or does not hold it while what is above grows, it must have been laid out.
const FAR: &str = include_str!("far.js");

/// A start script with what lays the page out.
fn with_settle(script: &str) -> String {
    script.replace("{settle}", include_str!("settle.js"))
}

/// The script that has the worker keep the site; `root` leads there from the page.
pub(crate) fn keeper(root: &str, offline: bool) -> String {
    let script = include_str!("offline.js").replace("{worker}", &format!("{root}worker.js")).replace("{root}", root);
    if offline { script } else { String::new() }
}

/// Everything in one file that opens from disk. Browsers load no WebAssembly and no modules from there, so all stands in it:
/// packed, as letters, unpacked by the browser.
fn single(
    shell: &Shell,
    language: &str,
    data: &Asset,
    words: &Asset,
    title: &str,
    drawn: Drawn,
) -> Result<String, String> {
    let packed = |id: &str, bytes: &[u8]| {
        // Without a time and a name: the same bytes each time.
        let mut packer = GzBuilder::new().write(Vec::new(), Compression::best());
        packer.write_all(bytes).expect("a Vec takes any bytes");
        let bytes = packer.finish().expect("a Vec takes any bytes");
        format!("<script type=\"application/gzip\" id=\"{id}\">{}</script>\n", BASE64_STANDARD.encode(bytes))
    };
    let glue = String::from_utf8_lossy(&shell.js.bytes).into_owned();
    // A script that stands in the page exports nothing.
    let Some((glue, _)) = glue.rsplit_once("\nexport {") else {
        return Err(format!("{}: expected one export at its end, as wasm-bindgen writes it", shell.js.name));
    };
    let glue = glue.replace("\nexport function", "\nfunction").replace("\nexport class", "\nclass");
    let start = format!("{glue}\n{}", with_settle(include_str!("single.js")));
    let data = packed("program", &shell.wasm.bytes) + &packed("story", &data.bytes) + &packed("words", &words.bytes);
    let scripts = vec![("module", start)];
    let parts = Parts { title, language, drawn, first: FAR, scripts, data, policy: ALONE, ..Parts::default() };
    Ok(shell.fill(&parts))
}

/// The worker that keeps these files. A page stands under its folder's address.
fn worker(folder: &Path, kept: &[Asset]) -> Result<(), String> {
    let mut all = Vec::new();
    let files: Vec<String> = kept
        .iter()
        .map(|asset| {
            all.extend_from_slice(asset.integrity().as_bytes());
            let address = asset.name.strip_suffix("index.html").unwrap_or(&asset.name);
            format!("[\"./{address}\",\"{}\"]", asset.integrity())
        })
        .collect();
    let script = include_str!("worker.js");
    all.extend_from_slice(script.as_bytes());
    let script = script.replace("{version}", &short_hash(&all)).replace("{files}", &format!("[{}]", files.join(",")));
    Asset::write(folder, "worker.js", script.into_bytes()).map(drop)
}

fn manifest() -> String {
    let icon = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' fill='%2316181d'/%3E%3Cpath d='M4 6.5h8M4 9.5h8M10 4 6 12' stroke='%23fbfaf6' stroke-width='1.4' fill='none'/%3E%3C/svg%3E";
    format!(
        "{{\"name\":\"Crosscheck\",\"start_url\":\"./\",\"scope\":\"./\",\"display\":\"standalone\",\"background_color\":\"#fbfaf6\",\
         \"theme_color\":\"#fbfaf6\",\"icons\":[{{\"src\":\"{icon}\",\"sizes\":\"any\",\"type\":\"image/svg+xml\",\"purpose\":\"any maskable\"}}]}}\n"
    )
}
