//! Takes pictures of the built page: `cargo xtask pictures` into `target/pictures/`, and with `--readme` the README's.

#[allow(dead_code, reason = "browser.rs shares it and uses another part of it")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use support::{Page, View};
use thirtyfour::prelude::*;

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> WebDriverResult<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = Page::open(View::WIDE, "").await?;
    if std::env::args().any(|argument| argument == "--readme") {
        return save(&page, &root.join("docs/picture.png")).await;
    }
    let folder =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("pictures");
    fs::create_dir_all(&folder)?;
    for (width, height) in [(1440, 900), (820, 1180), (390, 844)] {
        for (dark, colours) in [(false, "light"), (true, "dark")] {
            page.look(View { width, height, dark }).await?;
            page.go("").await?;
            save(&page, &folder.join(format!("{width}-{colours}.png"))).await?;
            let visible = "[...document.querySelectorAll('button.cell')].find(cell => cell.getClientRects().length)";
            page.value(&format!("{visible}.click()")).await?;
            page.until("document.querySelector('#pane mark.sentence') !== null").await?;
            save(&page, &folder.join(format!("{width}-{colours}-open.png"))).await?;
        }
    }
    Ok(())
}

/// Saves what the window shows, once fonts and drawing have come to rest.
async fn save(page: &Page, file: &Path) -> WebDriverResult<()> {
    let rest = "await document.fonts.ready; await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));";
    page.browser.execute(format!("return (async () => {{ {rest} }})();"), Vec::new()).await?;
    page.browser.screenshot(file).await?;
    eprintln!("{}", file.display());
    Ok(())
}
