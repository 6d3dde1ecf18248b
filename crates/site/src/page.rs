//! Trunk's `index.html` filled: the rendered page, its head, its styles, what starts it, and what it may do.

use std::path::Path;

use crosscheck::views::claim_row::ClaimRow;
use crosscheck::views::lens::{Lenses, LensesProps};
use crosscheck::views::masthead::{Masthead, MastheadProps};
use crosscheck::views::read::{Articles, ArticlesProps};
use crosscheck::views::top::{Top, TopProps};
use crosscheck::words::{Key, say};
use crosscheck::{App, AppProps, Story};
use crosscheck_engine::report::Report;
use yew::{AttrValue, LocalServerRenderer};

use crate::assets::{Asset, policy_hash};
use crate::style::{self, Rules};

/// What Trunk built, as its `pattern_script` (Trunk.toml) names it: `<!--built JS WASM-->`.
pub(crate) struct Shell {
    html: String,
    /// The page's styles.
    pub(crate) rules: Rules,
    /// The program's script and the program itself.
    pub(crate) js: Asset,
    pub(crate) wasm: Asset,
}

const MARK: (&str, &str) = ("<!--built ", "-->");

impl Shell {
    /// Reads `index.html` and the files that it names.
    ///
    /// # Errors
    /// Where the mark is not there, because the page is finished already or is not Trunk's, and where a file cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self, String> {
        let index = Asset::read(folder, "index.html")?;
        let html = String::from_utf8_lossy(&index.bytes).into_owned();
        let built = html.split_once(MARK.0).and_then(|(before, after)| {
            let (names, rest) = after.split_once(MARK.1)?;
            Some((format!("{before}<!--start-->{rest}"), names.split_once(' ')?))
        });
        let Some((marked, (js, wasm))) = built else {
            let file = folder.join("index.html");
            return Err(format!(
                "{}: expected `{}JS WASM{}` as Trunk writes it; build the page again",
                file.display(),
                MARK.0,
                MARK.1
            ));
        };
        let (html, rules) = style::gather(&without_raw(&marked));
        // Neither empty lines nor what is said to those who write the shell.
        let kept = html.lines().filter(|line| !(line.is_empty() || line.starts_with("<!-- ")));
        let html: String = kept.flat_map(|line| [line, "\n"]).collect();
        let script = Asset::read(folder, js)?;
        let script = Asset::write(folder, js, compact(&String::from_utf8_lossy(&script.bytes)).into_bytes())?;
        Ok(Self { js: script, wasm: Asset::read(folder, wasm)?, html, rules })
    }
}

/// Takes out what is there for those who see the shell as it is, because a host serves the repository instead of the built page.
fn without_raw(html: &str) -> String {
    let parts = html
        .split_once("<!--raw-->")
        .and_then(|(before, rest)| Some((before, rest.split_once("<!--/raw-->")?.1.trim_start())));
    parts.map_or_else(|| html.to_owned(), |(before, after)| format!("{before}{after}"))
}

/// What goes into the places of the shell.
#[derive(Default)]
pub(crate) struct Parts<'a> {
    /// The tab's title.
    pub(crate) title: &'a str,
    /// The page's language, as a tag; empty for English.
    pub(crate) language: &'a str,
    /// The file with the styles that come later; none where they stand in the page.
    pub(crate) later: Option<String>,
    /// More for the head, as HTML: the manifest, what search engines read.
    pub(crate) head: String,
    /// What is drawn, as HTML.
    pub(crate) drawn: Drawn,
    /// What stands under it, as HTML.
    pub(crate) foot: String,
    /// A script that runs before anything is drawn.
    pub(crate) first: &'a str,
    /// Scripts that stand in the page: type, and text.
    pub(crate) scripts: Vec<(&'static str, String)>,
    /// Data that stands in the page, as HTML.
    pub(crate) data: String,
    /// What the page may do besides showing itself; `{inline}` are the hashes of its scripts.
    pub(crate) policy: &'a str,
}

/// A page as HTML, in the order in which it stands there.
#[derive(Clone, Default)]
pub(crate) struct Drawn {
    pub(crate) masthead: String,
    /// What stands still above the claims.
    pub(crate) top: String,
    /// The part that the program takes over, with the marks by which it does.
    pub(crate) page: String,
    /// What stands still below them.
    pub(crate) lenses: String,
}

/// Sets the theme that is remembered before anything is drawn.
const THEME: &str = "try { const theme = localStorage.getItem(\"crosscheck-theme\"); \
                     if (theme) document.documentElement.dataset.theme = theme; } catch {}";

impl Shell {
    /// The page as it is written. Its policy comes first, so that nothing stands before it.
    pub(crate) fn fill(&self, parts: &Parts) -> String {
        let Rules { first, later } = &self.rules;
        let rules = if parts.later.is_some() { first.clone() } else { format!("{first}{later}") };
        let link = parts.later.as_ref().map(|file| format!("<link rel=\"stylesheet\" href=\"{file}\">"));
        let scripts: Vec<(&str, String)> = parts.scripts.iter().map(|(kind, text)| (*kind, compact(text))).collect();
        let first = format!("{THEME} {}", parts.first.trim_end());
        let inline = scripts.iter().map(|(_, text)| policy_hash(text)).collect::<Vec<_>>().join(" ");
        // Trunk's own script that reloads the page while one works on it.
        let own =
            self.html.split("<script>").skip(1).filter_map(|rest| Some(policy_hash(rest.split_once("</script>")?.0)));
        let inline = own.chain([policy_hash(&first)]).fold(inline, |all, hash| format!("{all} {hash}"));
        let policy = format!(
            "default-src 'none'; img-src data: 'self'; style-src {}{}; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; {}",
            policy_hash(&rules),
            if parts.later.is_some() { " 'self'" } else { "" },
            parts.policy.replace("{inline}", &inline),
        );
        let script = |html: String, (kind, text): &(&str, String)| {
            html + &format!("<script type=\"{kind}\" async>{text}</script>\n")
        };
        let scripts = scripts.iter().fold(String::new(), script);
        let language = if parts.language.is_empty() { "en" } else { parts.language };
        let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        let Drawn { masthead, top, page, lenses } = &parts.drawn;
        let places = [
            ("<html lang=\"en\">", format!("<html lang=\"{language}\">")),
            ("<meta charset=\"utf-8\">", format!("<meta charset=\"utf-8\">\n{policy}\n<script>{first}</script>")),
            ("<title>Crosscheck</title>", format!("<title>{}</title>", escaped(parts.title))),
            // What is to be loaded is asked for before the page is read; behind a style sheet, scripts would wait for it.
            (
                "<!--head-->",
                format!("{}\n{}<style>{rules}</style>", parts.head, if link.is_some() { &scripts } else { "" }),
            ),
            ("<!--start-->", String::new()),
            ("<!--stuck-->", say(Key::Stuck).to_owned()),
            ("<!--no-script-->", say(Key::NoScript).to_owned()),
            ("<!--newer-->", say(Key::Newer).to_owned()),
            ("<!--newer-now-->", say(Key::NewerNow).to_owned()),
            ("<!--masthead-->", masthead.clone()),
            ("<!--scripts-->", if link.is_some() { String::new() } else { format!("{}{scripts}", parts.data) }),
            ("<!--foot-->", parts.foot.clone()),
            // Last, from the end on: what an article says is not looked through for places.
            ("<!--lenses-->", format!("{}\n{lenses}", link.unwrap_or_default())),
            ("<!--page-->", page.clone()),
            ("<!--top-->", top.clone()),
        ];
        places.iter().fold(self.html.clone(), |html, (place, with)| html.replacen(place, with, 1))
    }
}

impl Drawn {
    /// Draws a comparison in the language that is spoken; `languages` are its pages in the others, and `apart` is the address of the
    /// page with the articles whole, where they do not stand in this one.
    pub(crate) fn of(
        report: &Report,
        languages: Vec<(&'static str, &'static str, String)>,
        apart: Option<&'static str>,
    ) -> Self {
        // Words are a thread's own, and so is everything here.
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("one thread needs nothing");
        let story = Story::new(report.clone());
        runtime.block_on(async {
            let mut rows = Vec::new();
            for row in crosscheck::rows(&story) {
                rows.push(AttrValue::from(LocalServerRenderer::<ClaimRow>::with_props(row).render().await));
            }
            let (rows, top, page, lenses) = (rows.into(), story.clone(), story.clone(), story);
            Self {
                masthead: LocalServerRenderer::<Masthead>::with_props(MastheadProps { languages })
                    .hydratable(false)
                    .render()
                    .await,
                top: LocalServerRenderer::<Top>::with_props(TopProps { story: top }).hydratable(false).render().await,
                page: LocalServerRenderer::<App>::with_props(AppProps { rows, story: page }).render().await,
                lenses: LocalServerRenderer::<Lenses>::with_props(LensesProps { story: lenses, apart })
                    .hydratable(false)
                    .render()
                    .await,
            }
        })
    }
}

/// The articles whole, as they are put into the page once it is there.
pub(crate) fn articles(report: &Report) -> String {
    let props = ArticlesProps { story: Story::new(report.clone()) };
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("one thread needs nothing");
    runtime.block_on(LocalServerRenderer::<Articles>::with_props(props).hydratable(false).render())
}

/// A script without what only its readers need: lines that are comments, and the room before lines. Neither wasm-bindgen nor ours
/// have text over several lines.
fn compact(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| {
        !(line.is_empty()
            || line.starts_with("//")
            || line.starts_with("/**")
            || line.starts_with("* ")
            || line.starts_with("*/"))
    });
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Text as it stands in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
