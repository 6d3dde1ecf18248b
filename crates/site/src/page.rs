//! Trunk's `index.html` filled: the rendered page, its head, its one style sheet, what starts it, and what it may do.

use std::path::Path;

use crosscheck::words::{Key, say};
use crosscheck::{App, AppProps, Story};
use crosscheck_engine::report::Report;
use yew::ServerRenderer;

use crate::assets::{Asset, policy_hash};
use crate::style;

/// What Trunk built, as its `pattern_script` (Trunk.toml) names it: `<!--built JS WASM-->`.
pub(crate) struct Shell {
    html: String,
    /// The page's one style sheet.
    rules: String,
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
        let (html, rules) = style::gather(&marked);
        Ok(Self { js: Asset::read(folder, js)?, wasm: Asset::read(folder, wasm)?, html, rules })
    }
}

/// What goes into the places of the shell.
pub(crate) struct Parts<'a> {
    /// The tab's title.
    pub(crate) title: &'a str,
    /// More for the head, as HTML: the manifest, what search engines read.
    pub(crate) head: String,
    /// The rendered page, as HTML.
    pub(crate) page: &'a str,
    /// What stands under it, as HTML.
    pub(crate) foot: String,
    /// Scripts that stand in the page: type, and text.
    pub(crate) scripts: Vec<(&'static str, String)>,
    /// Data that stands in the page, as HTML.
    pub(crate) data: String,
    /// What the page may do besides showing itself; `{inline}` are the hashes of its scripts.
    pub(crate) policy: &'a str,
}

impl Shell {
    /// The page as it is written. Its policy comes first, so that nothing stands before it.
    pub(crate) fn fill(&self, parts: &Parts) -> String {
        let inline = parts.scripts.iter().map(|(_, text)| policy_hash(text)).collect::<Vec<_>>().join(" ");
        // Trunk's own script that reloads the page while one works on it.
        let own =
            self.html.split("<script>").skip(1).filter_map(|rest| Some(policy_hash(rest.split_once("</script>")?.0)));
        let inline = own.fold(inline, |all, hash| format!("{all} {hash}"));
        let policy = format!(
            "default-src 'none'; img-src data: 'self'; style-src {}; base-uri 'none'; form-action 'none'; \
             require-trusted-types-for 'script'; {}",
            policy_hash(&self.rules),
            parts.policy.replace("{inline}", &inline),
        );
        let scripts: String =
            parts.scripts.iter().map(|(kind, text)| format!("<script type=\"{kind}\">{text}</script>\n")).collect();
        let places = [
            (
                "<meta charset=\"utf-8\">",
                format!("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
            ),
            ("<title>Crosscheck</title>", format!("<title>{}</title>", escaped(parts.title))),
            ("<!--head-->", format!("{}\n<style>{}</style>", parts.head, self.rules)),
            ("<!--start-->", String::new()),
            ("<!--stuck-->", say(Key::Stuck).to_owned()),
            ("<!--no-script-->", say(Key::NoScript).to_owned()),
            ("<!--newer-->", say(Key::Newer).to_owned()),
            ("<!--newer-now-->", say(Key::NewerNow).to_owned()),
            ("<!--foot-->", parts.foot.clone()),
            ("<!--scripts-->", format!("{}{scripts}", parts.data)),
            // Last: what it holds is not looked through again.
            ("<!--page-->", parts.page.to_owned()),
        ];
        places.iter().fold(self.html.clone(), |html, (place, with)| html.replacen(place, with, 1))
    }
}

/// The page as HTML text, with the marks by which it is taken over in the browser.
pub(crate) fn render(report: &Report) -> String {
    let report = report.clone();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("one thread needs nothing");
    runtime.block_on(ServerRenderer::<App>::with_props(move || AppProps { story: Story::new(report) }).render())
}

/// Text as it stands in HTML.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
