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
const LEAST: [(&str, u32); 4] = [("performance", 100), ("accessibility", 100), ("best-practices", 100), ("seo", 100)];
const RUNS: usize = 5;
/// What it measures besides, with what is most, on a network and a processor that are computed to be slow (`simulate`), or are
/// slowed down (`devtools`): milliseconds, and the share of the screen that shifts.
const MOST: [(&str, &[(&str, f64)]); 2] = [
    (
        "simulate",
        &[
            ("first-contentful-paint", 1000.0),
            ("largest-contentful-paint", 1000.0),
            ("total-blocking-time", 50.0),
            ("cumulative-layout-shift", 0.0),
        ],
    ),
    ("devtools", &[("first-contentful-paint", 1000.0), ("largest-contentful-paint", 1000.0), ("interactive", 2500.0)]),
];

#[tokio::main(flavor = "multi_thread", worker_threads = 1)]
async fn main() -> ExitCode {
    let mut missed = Vec::new();
    for (throttling, metrics) in MOST {
        let reports: Vec<Value> = (0..RUNS).map(|_| lighthouse(throttling)).collect();
        if throttling == "simulate" {
            not_passed(&reports[0]);
            for (category, least) in LEAST {
                let all = sorted(&reports, |report| 100.0 * number(&report["categories"][category]["score"]));
                println!("{category:16} {:>4.0}  (at least {least}; {all:.0?})", all[RUNS / 2]);
                if all[RUNS / 2].round() < f64::from(least) {
                    missed.push(category);
                }
            }
        }
        for (metric, most) in metrics {
            let all = sorted(&reports, |report| number(&report["audits"][metric]["numericValue"]));
            println!("{throttling}: {metric} {:.3}  (at most {most}; {all:.3?})", all[RUNS / 2]);
            if all[RUNS / 2] > *most {
                missed.push(metric);
            }
        }
    }
    for (what, mut times) in reactions().await.expect("the page does what it is told") {
        times.sort_by(f64::total_cmp);
        let at = |share: usize| times[(times.len() * share).div_ceil(100) - 1];
        println!("{what:16} {:>4.0} ms, 98 of 100 within {:.0} ms (processor four times slower)", at(50), at(98));
    }
    if missed.is_empty() {
        return ExitCode::SUCCESS;
    }
    eprintln!("missed: {}", missed.join(", "));
    ExitCode::FAILURE
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

fn sorted(reports: &[Value], of: impl Fn(&Value) -> f64) -> Vec<f64> {
    let mut all: Vec<f64> = reports.iter().map(of).collect();
    all.sort_by(f64::total_cmp);
    all
}

/// Names what is short of full marks.
fn not_passed(report: &Value) {
    for audit in report["audits"].as_object().into_iter().flat_map(|audits| audits.values()) {
        if audit["scoreDisplayMode"] == "binary" && audit["score"] == 0 {
            println!("not passed: {}", audit["title"].as_str().unwrap_or_default());
        }
    }
}

/// One run over a page that was never loaded before: Lighthouse's report.
fn lighthouse(throttling: &str) -> Value {
    let folder = PathBuf::from(std::env::var_os("CROSSCHECK_LIGHTHOUSE").expect("`cargo xtask lighthouse` gets it"));
    let site = Site::start();
    let output = Command::new(folder.join("node_modules/node/bin/node"))
        .arg(folder.join("node_modules/lighthouse/cli/index.js"))
        .args([&site.address, "--quiet", "--no-enable-error-reporting", "--output=json"])
        .arg(format!("--throttling-method={throttling}"))
        // It asks for robots.txt from within the page, which lets nothing out after its start.
        .arg("--skip-audits=robots-txt")
        .arg(
            "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run \
             --disable-background-networking --disable-component-update",
        )
        .env("CHROME_PATH", std::env::var_os("CROSSCHECK_CHROME").unwrap_or_else(|| "chromium".into()))
        .output()
        .expect("Lighthouse starts");
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)))
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
