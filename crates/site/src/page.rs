//! Trunk's `index.html` filled with the page and with what starts it.

use std::path::Path;

use crosscheck::words::{Key, say};
use crosscheck::{App, AppProps, Story};
use crosscheck_engine::report::Report;
use yew::ServerRenderer;

use crate::assets::{self, Asset};

/// What Trunk built, as its `pattern_script` (Trunk.toml) names it: `<!--built JS WASM-->`.
pub(crate) struct Built {
    mark: String,
    js: String,
    wasm: String,
}

const MARK: (&str, &str) = ("<!--built ", "-->");
/// Where the rendered page goes.
const PLACE: &str = "<!--page-->";

impl Built {
    /// # Errors
    /// Where the mark is not there: the page is finished already, or is not Trunk's.
    pub(crate) fn find(shell: &str, index: &Path) -> Result<Self, String> {
        let found = shell.find(MARK.0).and_then(|start| {
            let mark = &shell[start..];
            let mark = &mark[..mark.find(MARK.1)? + MARK.1.len()];
            let (js, wasm) = mark[MARK.0.len()..mark.len() - MARK.1.len()].split_once(' ')?;
            Some(Self { mark: mark.to_owned(), js: js.to_owned(), wasm: wasm.to_owned() })
        });
        found.ok_or_else(|| {
            format!(
                "{}: expected `{}JS WASM{}` as Trunk writes it; build the page again",
                index.display(),
                MARK.0,
                MARK.1
            )
        })
    }

    /// The script that loads program and data side by side and starts the page.
    ///
    /// # Errors
    /// Where a file that Trunk named cannot be read.
    pub(crate) fn start_script(&self, folder: &Path, data: &Asset) -> Result<String, String> {
        let wasm = assets::find(folder, &self.wasm)?;
        Ok(include_str!("start.js")
            .replace("{js}", &self.js)
            .replace("{wasm}", &wasm.name)
            .replace("{wasm-integrity}", &wasm.integrity)
            .replace("{story}", &data.name)
            .replace("{story-integrity}", &data.integrity))
    }
}

/// The page with everything in it.
pub(crate) fn fill(shell: &str, built: &Built, start: &Asset, report: Report) -> String {
    let script = format!(r#"<script type="module" src="./{}" integrity="{}"></script>"#, start.name, start.integrity);
    let words = [("<!--stuck-->", Key::Stuck), ("<!--no-script-->", Key::NoScript)];
    let shell =
        words.into_iter().fold(shell.replace(&built.mark, &script), |html, (place, key)| html.replace(place, say(key)));
    shell.replace(PLACE, &render(report))
}

/// The page as HTML text, with the marks by which it is taken over in the browser.
fn render(report: Report) -> String {
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("one thread needs nothing");
    runtime.block_on(ServerRenderer::<App>::with_props(move || AppProps { story: Story::new(report) }).render())
}
