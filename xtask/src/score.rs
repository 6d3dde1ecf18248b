//! The engine's figures, its size as WebAssembly, and texts nobody thought of: what is measured about the engine itself.

use std::fs;
use std::process::Command;

use crate::places::{Places, run};
use crate::{budgets, tools};

/// Prints all figures beside their bounds. Fails where one is beyond its floor.
pub(crate) fn score(places: &Places, arguments: &[&str]) -> Result<(), String> {
    let size = engine_size(places)?.to_string();
    let mut command = places.cargo(&["run", "--quiet", "--release", "-p", "crosscheck-score", "--", "--wasm-gzip"]);
    run(command.arg(size).args(arguments), "see the output above")
}

/// Refuses an engine that is over its budget as WebAssembly.
pub(crate) fn check_size(places: &Places) -> Result<(), String> {
    budgets::check_engine(places, engine_size(places)?)
}

/// Bytes of the engine as WebAssembly, as they travel.
fn engine_size(places: &Places) -> Result<u64, String> {
    Ok(budgets::gzipped(&as_wasm(places, "wasm")?))
}

/// An example of the engine as WebAssembly, built and optimised as the page is.
pub(crate) fn as_wasm(places: &Places, example: &str) -> Result<Vec<u8>, String> {
    tools::for_engine(places)?;
    let mut build =
        places.cargo(&["build", "--quiet", "--profile", "page", "-p", "crosscheck-engine", "--example", example]);
    run(build.args(["--target", tools::WASM_TARGET]), "see the output above")?;
    let built = places.target.join(tools::WASM_TARGET).join(format!("page/examples/{example}.wasm"));
    let small = built.with_extension("opt.wasm");
    // As Trunk calls it for the page (`data-wasm-opt` and its parameters in index.html).
    let mut optimise = places.command("wasm-opt");
    optimise.args(["-Oz", "--converge", "--strip-producers", "--strip-target-features"]);
    optimise.args(["--skip-pass=inlining-optimizing", "--dealign", "--reorder-functions-by-name"]);
    run(optimise.arg(&built).arg("-o").arg(&small), "see the output above")?;
    fs::read(&small).map_err(|error| format!("cannot read {}: {error}", small.display()))
}

/// The command that makes up texts for `seconds`, from those of the cases on, and looks for one on which the engine panics,
/// takes seconds, or gives a Report that cannot be. What it finds it leaves in `target/fuzz/`, and names it.
pub(crate) fn fuzz(places: &Places, target: &str, seconds: u32) -> Result<Command, String> {
    tools::cargo_fuzz(places)?;
    let folder = places.target.join("fuzz");
    let corpus = folder.join(target);
    fs::create_dir_all(&corpus).map_err(|error| format!("cannot make {}: {error}", corpus.display()))?;
    let mut command = places.cargo(&["fuzz", "run", "--fuzz-dir", "crates/engine/fuzz", "--target-dir"]);
    // Without a sanitizer it needs no nightly Rust; in an engine without `unsafe` one would find nothing.
    command.arg(folder.join("build")).args(["--sanitizer", "none", target]).arg(corpus);
    command.args(["crates/engine/tests/cases", "--", "-seed=1", "-max_len=4096", "-timeout=10", "-rss_limit_mb=2048"]);
    command.arg(format!("-artifact_prefix={}/{target}-", folder.display()));
    command.arg(format!("-max_total_time={seconds}"));
    Ok(command)
}
