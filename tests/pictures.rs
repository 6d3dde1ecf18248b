//! Takes pictures of the built page: `cargo xtask pictures` into `target/pictures/`, and with `--readme` the README's.
//!
//! With `--against FOLDER` they are compared with earlier ones, of the same machine: fonts draw otherwise on another, so that no
//! pictures are kept in the repository to compare with.

#[allow(dead_code, reason = "the browser tests share it and use another part of it")]
mod support;

use std::fs;
use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};
use support::{Page, View};
use thirtyfour::prelude::*;

const SECTIONS: [&str; 8] = ["comparison", "read", "numbers", "names", "quotes", "timeline", "left-out", "about"];

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> WebDriverResult<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = Page::open(View::WIDE, "").await?;
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if arguments.iter().any(|argument| argument == "--readme") {
        return save(&page, &root.join("docs/picture.png")).await;
    }
    let folder =
        std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from).join("pictures");
    let earlier = arguments.iter().position(|argument| argument == "--against").map(|at| {
        let earlier = PathBuf::from(arguments.get(at + 1).expect("--against FOLDER"));
        assert!(earlier.is_dir(), "{} is no folder", earlier.display());
        assert_ne!(earlier.canonicalize().ok(), folder.canonicalize().ok(), "the new pictures go there; copy it first");
        earlier
    });
    // Pictures of what is no longer there would pass for new ones.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    take(&page, &folder).await?;
    match earlier {
        Some(earlier) => compare(&page, &earlier, &folder).await,
        None => Ok(()),
    }
}

/// Every section and an open sentence, in three widths and both themes.
async fn take(page: &Page, folder: &Path) -> WebDriverResult<()> {
    for (width, height) in [(1440, 900), (820, 1180), (390, 844)] {
        for (dark, colours) in [(false, "light"), (true, "dark")] {
            page.look(View { width, height, dark }).await?;
            let file = |view: &str| folder.join(format!("{width}-{colours}-{view}.png"));
            page.go("").await?;
            save(page, &file("top")).await?;
            page.click("#claims button.cell").await?;
            page.until("document.querySelector('#pane mark.sentence') !== null").await?;
            save(page, &file("open")).await?;
            for section in SECTIONS {
                page.go(&format!("#{section}")).await?;
                save(page, &file(section)).await?;
            }
        }
    }
    Ok(())
}

/// Saves what the window shows, once fonts and drawing have come to rest.
async fn save(page: &Page, file: &Path) -> WebDriverResult<()> {
    page.browser.execute("return document.fonts.ready.then(() => true);", Vec::new()).await?;
    page.until("document.getAnimations().length === 0").await?;
    page.drawn().await?;
    page.browser.screenshot(file).await?;
    eprintln!("{}", file.display());
    Ok(())
}

/// How many pixels of two pictures are unlike, and in which box; the browser knows how to read pictures.
const UNLIKE: &str = "const pixels = async (data) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
    const place = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
    place.drawImage(picture, 0, 0);
    return place.getImageData(0, 0, picture.width, picture.height);
};
return Promise.all([...arguments].map(pixels)).then(([before, now]) => {
    if (before.width !== now.width || before.height !== now.height) return { size: true };
    let [count, left, top, right, bottom] = [0, Infinity, Infinity, 0, 0];
    for (let at = 0; at < now.data.length; at += 4) {
        if ([0, 1, 2].every(part => Math.abs(before.data[at + part] - now.data[at + part]) < 4)) continue;
        const [x, y] = [at / 4 % now.width, Math.floor(at / 4 / now.width)];
        [count, left, top, right, bottom] = [count + 1, Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
    }
    return { count, share: count / (now.width * now.height) * 100, left, top, right, bottom };
});";

/// Lists the pictures that are not as they were. It is for a human to say whether they should be.
async fn compare(page: &Page, earlier: &Path, folder: &Path) -> WebDriverResult<()> {
    let names = |folder: &Path| -> std::io::Result<Vec<String>> {
        let names = fs::read_dir(folder)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        let mut names = names.collect::<std::io::Result<Vec<_>>>()?;
        names.retain(|name| Path::new(name).extension().is_some_and(|ending| ending == "png"));
        names.sort();
        Ok(names)
    };
    let (before, now) = (names(earlier)?, names(folder)?);
    before.iter().filter(|name| !now.contains(name)).for_each(|name| eprintln!("gone     {name}"));
    // Where no policy forbids it.
    page.browser.goto("about:blank").await?;
    let mut same = 0;
    for name in &now {
        if !before.contains(name) {
            eprintln!("new      {name}");
            continue;
        }
        let (old, new) = (fs::read(earlier.join(name))?, fs::read(folder.join(name))?);
        if old == new {
            same += 1;
            continue;
        }
        let both = [old, new].map(|bytes| json!(BASE64_STANDARD.encode(bytes)));
        let unlike: Value = page.browser.execute(UNLIKE, both.to_vec()).await?.json().clone();
        if unlike["size"] == true {
            eprintln!("changed  {name}: another size");
        } else if unlike["count"] == 0 {
            same += 1;
        } else {
            let [left, top, right, bottom] =
                ["left", "top", "right", "bottom"].map(|side| unlike[side].as_i64().unwrap_or(0));
            let share = unlike["share"].as_f64().unwrap_or(0.0);
            eprintln!("changed  {name}: {share:.2} % of its pixels, from {left},{top} to {right},{bottom}");
        }
    }
    eprintln!("{same} of {} as they were", now.len());
    Ok(())
}
