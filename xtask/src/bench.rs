//! How fast the engine is: times here and in a browser, growth, and instructions.

use std::fs;

use crate::places::{Places, run as go};
use crate::{browser, score};

/// The sample articles that instructions are counted on.
const SAMPLES: &str = "crates/engine/tests/samples";

/// What is timed as WebAssembly: an example of the engine's, and what it does. The benchmark `engine` does the same here.
const TIMED: [(&str, &str); 2] = [("timed_compare", "five_samples"), ("timed_read", "read_samples")];

/// Runs the benchmarks; then the same in Chromium; then counts instructions, which are the same on a busy machine, where
/// valgrind is installed.
pub(crate) fn run(places: &Places) -> Result<(), String> {
    let bench = ["bench", "--package", "crosscheck-engine", "--bench", "engine", "--bench", "growth"];
    go(&mut places.cargo(&bench), "see the output above")?;
    match browser::ensure(places) {
        Ok(browser) => in_browser(places, &browser)?,
        Err(missing) => println!("Not timed as WebAssembly: {missing}"),
    }
    if places.find_program("valgrind").is_none() {
        println!("Instructions are not counted: valgrind is not installed (on Debian: apt install valgrind)");
        return Ok(());
    }
    go(&mut places.cargo(&["build", "--release", "--package", "crosscheck-cli"]), "see the output above")?;
    let program = places.target.join("release").join(format!("crosscheck{}", std::env::consts::EXE_SUFFIX));
    let mut count = places.command("valgrind");
    count
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", places.target.join("callgrind.out").display()));
    let output = count
        .arg(program)
        .args(["compare", SAMPLES, "--format", "json"])
        .output()
        .map_err(|error| format!("valgrind did not start ({error})"))?;
    let log = String::from_utf8_lossy(&output.stderr);
    let counted = log.lines().find_map(|line| line.split_once("Collected :")).map(|(_, count)| count.trim());
    let counted = counted.ok_or_else(|| format!("valgrind counted nothing: {}", log.trim()))?;
    println!("{counted} instructions: five sample articles, from files to JSON (callgrind)");
    Ok(())
}

/// Times the samples as WebAssembly, built as the page is: how long a first run takes in a fresh browser, which compiles as it
/// goes, and the fastest of many.
fn in_browser(places: &Places, browser: &browser::Browser) -> Result<(), String> {
    for (example, name) in TIMED {
        let bytes = score::as_wasm(places, example)?;
        let page = places.target.join("timed.html");
        fs::write(&page, include_str!("timed.html").replace("BYTES", &format!("{bytes:?}")))
            .map_err(|error| format!("cannot write {}: {error}", page.display()))?;
        let output = browser.open(places, &page).output().map_err(|error| format!("no browser started ({error})"))?;
        let shown = String::from_utf8_lossy(&output.stdout);
        // The script, which holds such a mark too, stands in front.
        let times = shown.rsplit_once("<p>").and_then(|(_, rest)| rest.split_once("</p>")).map(|(times, _)| times);
        println!("{name} as WebAssembly in Chromium: {}", times.ok_or("the browser showed no times")?);
    }
    Ok(())
}
