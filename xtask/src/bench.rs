//! How fast the engine is: times, growth, and instructions.

use crate::places::{Places, run as go};

/// The sample articles that instructions are counted on.
const SAMPLES: &str = "crates/engine/tests/samples";

/// Runs the benchmarks; then counts instructions, which are the same on a busy machine, where valgrind is installed.
pub(crate) fn run(places: &Places) -> Result<(), String> {
    let bench = ["bench", "--package", "crosscheck-engine", "--bench", "engine", "--bench", "growth"];
    go(&mut places.cargo(&bench), "see the output above")?;
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
