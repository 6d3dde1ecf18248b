//! How fast the built page is: `cargo xtask lighthouse`. It needs a machine that does nothing else, so that it is no test.
#![expect(clippy::print_stdout, reason = "it prints what it measured")]

#[allow(dead_code, reason = "the browser tests share it and use another part of it")]
mod support;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use serde_json::{Value, json};
use support::{Page, Site, View};
use thirtyfour::prelude::*;

/// Lighthouse's categories with what is least.
const LEAST: [(&str, u32); 4] = [("performance", 95), ("accessibility", 100), ("best-practices", 100), ("seo", 100)];
const RUNS: usize = 5;

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> ExitCode {
    let mut low = Vec::new();
    let scores: Vec<[u32; LEAST.len()]> = (0..RUNS).map(lighthouse).collect();
    for (index, (category, least)) in LEAST.into_iter().enumerate() {
        let mut all: Vec<u32> = scores.iter().map(|scores| scores[index]).collect();
        all.sort_unstable();
        let median = all[RUNS / 2];
        println!("{category:16} {median:>4}  (at least {least}; {all:?})");
        if median < least {
            low.push(category);
        }
    }
    for (what, mut times) in reactions().await.expect("the page does what it is told") {
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times[(times.len() * share).div_ceil(100) - 1];
        println!("{what:16} {:>4.0} ms, 98 of 100 within {:.0} ms (processor four times slower)", at(50), at(98));
    }
    if low.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("too low: {}", low.join(", "));
    ExitCode::FAILURE
}

/// One run over a page that was never loaded before; the scores out of 100, in the order of [`LEAST`].
fn lighthouse(run: usize) -> [u32; LEAST.len()] {
    let folder = PathBuf::from(std::env::var_os("CROSSCHECK_LIGHTHOUSE").expect("`cargo xtask lighthouse` gets it"));
    let site = Site::start();
    let output = Command::new(folder.join("node_modules/node/bin/node"))
        .arg(folder.join("node_modules/lighthouse/cli/index.js"))
        .args([&site.address, "--quiet", "--no-enable-error-reporting", "--output=json"])
        // It asks for robots.txt from within the page, which lets nothing out after its start.
        .arg("--skip-audits=robots-txt")
        .arg(
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
             --disable-background-networking --disable-component-update",
        )
        .env("CHROME_PATH", std::env::var_os("CROSSCHECK_CHROME").unwrap_or_else(|| "chromium".into()))
        .output()
        .expect("Lighthouse starts");
    let report: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    if run == 0 {
        // What is short of full marks is named once.
        for audit in report["audits"].as_object().into_iter().flat_map(|audits| audits.values()) {
            if audit["scoreDisplayMode"] == "binary" && audit["score"] == 0 {
                println!("not passed: {}", audit["title"].as_str().unwrap_or_default());
            }
        }
    }
    LEAST.map(|(category, _)| (report["categories"][category]["score"].as_f64().unwrap_or(0.0) * 100.0).round() as u32)
}

/// Milliseconds from an event until the frame that shows what it did, by what was done; on a processor four times slower.
async fn reactions() -> WebDriverResult<Vec<(&'static str, Vec<f64>)>> {
    let page = Page::open(View::WIDE, "").await?;
    page.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    // After the frame is drawn a message comes through.
    let timed = |act: &str| {
        format!(
            "return new Promise(done => requestAnimationFrame(() => {{
                const start = performance.now();
                {act};
                requestAnimationFrame(() => {{
                    const channel = new MessageChannel();
                    channel.port1.onmessage = () => done(performance.now() - start);
                    channel.port2.postMessage(0);
                }});
            }}));"
        )
    };
    let filter = "const all = [...document.querySelectorAll('button[data-show]')];
        all[(all.findIndex(one => one.ariaPressed === 'true') + 1) % all.length].click()";
    let open = "const cells = [...document.querySelectorAll('#claims button.cell')];
        cells[Math.floor(Math.random() * cells.length)].click()";
    let search = "const field = document.querySelector('#search');
        field.value = field.value.length > 3 ? '' : field.value + 'attack'[field.value.length];
        field.dispatchEvent(new InputEvent('input', { bubbles: true }))";
    let mut all = Vec::new();
    for (what, act) in [("filter", filter), ("open", open), ("search", search)] {
        let mut times = Vec::new();
        for _ in 0..100 {
            let time = page.browser.execute(timed(act), Vec::new()).await?.json().as_f64().unwrap_or(f64::INFINITY);
            times.push(time);
        }
        all.push((what, times));
        page.go("").await?;
    }
    Ok(all)
}
