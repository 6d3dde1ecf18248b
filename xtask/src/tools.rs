//! The tools that build the page, at the versions that are known to work together.
//!
//! A tool of the right version on PATH is used. Any other goes into `target/tools/`, in full view.

use std::fs::{self, File};
use std::path::PathBuf;

use crate::places::{Places, run};

/// 0.22 needs a newer Rust than this workspace.
const TRUNK: &str = "0.21.14";
/// wasm-opt's version is binaryen's. Older ones do not know the WebAssembly features that rustc emits (Debian has 108).
const BINARYEN: &str = "132";
/// Measures the page; in `cargo xtask lighthouse`.
const LIGHTHOUSE: &str = "13.5.0";
/// Lighthouse needs 22.19 or newer, which systems often lack.
const NODE: &str = "22.23.3";
/// Finds what bars readers from the page; in the browser tests.
const AXE: &str = "4.14.1";
/// Drives Firefox.
const GECKODRIVER: &str = "0.36.0";
/// Runs on stable Rust with `--sanitizer none`.
const CARGO_FUZZ: &str = "0.13.1";
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What `serve` needs.
pub(crate) fn for_serve(places: &Places) -> Result<(), String> {
    let _turn = wait_for_turn(places)?;
    wasm_target(places)?;
    trunk(places)?;
    wasm_bindgen(places)?;
    // The installs leave about a gigabyte behind that nothing needs again. Where it stays it only takes room.
    let _ = fs::remove_dir_all(places.tools.join("build"));
    Ok(())
}

/// What `build` needs.
pub(crate) fn for_build(places: &Places) -> Result<(), String> {
    for_serve(places)?;
    let _turn = wait_for_turn(places)?;
    wasm_opt(places)
}

/// What measuring the engine's size needs.
pub(crate) fn for_engine(places: &Places) -> Result<(), String> {
    let _turn = wait_for_turn(places)?;
    wasm_target(places)?;
    wasm_opt(places)
}

/// What the fuzz targets need: cargo-fuzz, and a C++ compiler for libFuzzer.
pub(crate) fn cargo_fuzz(places: &Places) -> Result<(), String> {
    if ["c++", "clang++"].iter().all(|program| places.find_program(program).is_none()) && cfg!(unix) {
        return Err("no C++ compiler on PATH, which libFuzzer needs; on Debian: apt install g++".to_owned());
    }
    let _turn = wait_for_turn(places)?;
    compiled(places, &["cargo-fuzz"], "cargo-fuzz", CARGO_FUZZ, &[], "about half a minute on two cores")
}

/// Two commands may be started at once on a new machine; one of them installs, the other waits and finds all there.
fn wait_for_turn(places: &Places) -> Result<File, String> {
    let failed = |error| format!("cannot lock {}: {error}", places.tools.display());
    fs::create_dir_all(&places.tools).map_err(failed)?;
    let turn = File::create(places.tools.join("lock")).map_err(failed)?;
    if turn.try_lock().is_err() {
        println!("Waiting for another `cargo xtask` that is getting tools");
        turn.lock().map_err(failed)?;
    }
    Ok(turn)
}

/// What `test` needs, but for the browser.
pub(crate) fn for_tests(places: &Places) -> Result<(), String> {
    component(places, "rustfmt", "fmt")?;
    component(places, "clippy", "clippy")?;
    cargo_fuzz(places)?;
    for_build(places)?;
    node(places, "node")?;
    axe(places).map(drop)
}

/// The folder with Lighthouse, and the Node that it needs.
pub(crate) fn lighthouse(places: &Places) -> Result<PathBuf, String> {
    let _turn = wait_for_turn(places)?;
    npm(places, "lighthouse", &[("node", NODE), ("lighthouse", LIGHTHOUSE)])
}

/// The file with axe-core, which the browser tests run in the page.
pub(crate) fn axe(places: &Places) -> Result<PathBuf, String> {
    let _turn = wait_for_turn(places)?;
    let folder = npm(places, "axe", &[("axe-core", AXE)])?;
    Ok(folder.join("node_modules/axe-core/axe.min.js"))
}

/// Drives Firefox in the tests. Gives the program.
pub(crate) fn geckodriver(places: &Places) -> Result<PathBuf, String> {
    let _turn = wait_for_turn(places)?;
    compiled(places, &["geckodriver"], "geckodriver", GECKODRIVER, &[], "about a minute on two cores")?;
    places.find_program("geckodriver").ok_or_else(|| "geckodriver was installed but is not found".to_owned())
}

fn wasm_target(places: &Places) -> Result<(), String> {
    let sysroot = places.command("rustc").args(["--print", "sysroot"]).output();
    let sysroot = sysroot.map_err(|error| format!("rustc does not run ({error}); install Rust with rustup"))?;
    let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
    // Looked up as a folder, so that a Rust that did not come by rustup works as well.
    if places.root.join(sysroot).join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    println!("Adding Rust's {WASM_TARGET} target (about 20 MB, half a minute, once)");
    run(
        places.command("rustup").args(["target", "add", WASM_TARGET]),
        &format!("add the target {WASM_TARGET} to your Rust by hand and try again"),
    )
}

fn component(places: &Places, component: &str, subcommand: &str) -> Result<(), String> {
    let works = places.cargo(&[subcommand, "--version"]).output().is_ok_and(|output| output.status.success());
    if works {
        return Ok(());
    }
    println!("Adding Rust's {component} (a few MB, seconds, once)");
    run(
        places.command("rustup").args(["component", "add", component]),
        &format!("add {component} to your Rust by hand and try again"),
    )
}

fn trunk(places: &Places) -> Result<(), String> {
    // Without its default features it does not look for newer versions of itself, and builds in half the time.
    let features = ["--no-default-features", "--features", "rustls"];
    compiled(places, &["trunk"], "trunk", TRUNK, &features, "about 3 minutes on two cores")
}

fn wasm_bindgen(places: &Places) -> Result<(), String> {
    // The test runner is a second program of the same package.
    let programs = ["wasm-bindgen", "wasm-bindgen-test-runner"];
    compiled(places, &programs, "wasm-bindgen-cli", &wasm_bindgen_version(places)?, &[], "about a minute on two cores")
}

/// The command line and the library must be the very same version, so the number stands in one place only.
fn wasm_bindgen_version(places: &Places) -> Result<String, String> {
    let file = places.root.join("Cargo.lock");
    let lock = fs::read_to_string(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    locked_version(&lock, "wasm-bindgen")
        .map(str::to_owned)
        .ok_or_else(|| "Cargo.lock names no wasm-bindgen; restore it with git and try again".to_owned())
}

fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

/// Sees to a package of command-line programs from the Rust registry.
fn compiled(
    places: &Places,
    programs: &[&str],
    package: &str,
    version: &str,
    features: &[&str],
    how_long: &str,
) -> Result<(), String> {
    let found = |program: &&str| places.version_of(program).as_deref() == Some(version);
    if programs.iter().all(found) {
        return Ok(());
    }
    let root = places.tools.to_string_lossy().into_owned();
    if places.find_program("cargo-binstall").is_some() {
        println!("Getting {package} {version} with cargo-binstall, into {root} (seconds, once)");
        let mut command = places.cargo(&["binstall", "--no-confirm", "--disable-strategies", "compile"]);
        command.args(["--root", &root, &format!("{package}@{version}")]);
        if command.status().is_ok_and(|status| status.success()) && programs.iter().all(found) {
            return Ok(());
        }
        println!("cargo-binstall did not get it");
    }
    println!("Compiling {package} {version} into {root} ({how_long}, once)");
    let mut command = places.cargo(&["install", "--locked", "--debug", "--force", "--root", &root]);
    command.args(["--version", &format!("={version}"), package]).args(features);
    // One folder for all of them, so that what they share is compiled once.
    command.env("CARGO_TARGET_DIR", places.tools.join("build")).env("CARGO_PROFILE_DEV_DEBUG", "0");
    run(&mut command, &format!("check the network, or install {package} {version} by hand"))?;
    match programs.iter().find(|program| !found(program)) {
        None => Ok(()),
        Some(program) => {
            Err(format!("{program} was installed but does not report version {version}; delete {root} and try again"))
        }
    }
}

fn wasm_opt(places: &Places) -> Result<(), String> {
    if places.version_of("wasm-opt").as_deref() == Some(BINARYEN) {
        return Ok(());
    }
    npm(places, "npm", &[("binaryen", BINARYEN)])?;
    if places.version_of("wasm-opt").as_deref() == Some(BINARYEN) {
        return Ok(());
    }
    let node = places.version_of("node").unwrap_or_else(|| "missing".to_owned());
    Err(format!("wasm-opt was installed but does not run under Node {node}; install Node 20 or newer"))
}

/// Sees to packages from the npm registry, in a folder of their own below our tools; gives the folder.
fn npm(places: &Places, folder: &str, packages: &[(&str, &str)]) -> Result<PathBuf, String> {
    let folder = places.tools.join(folder);
    let installed = |(name, version): &(&str, &str)| {
        let own = folder.join("node_modules").join(name).join("package.json");
        fs::read_to_string(own).is_ok_and(|text| text.contains(&format!("\"version\": \"{version}")))
    };
    if packages.iter().all(installed) {
        return Ok(folder);
    }
    node(places, "npm")?;
    let failed = |error| format!("cannot make {}: {error}", folder.display());
    fs::create_dir_all(&folder).map_err(failed)?;
    // npm would otherwise install into the nearest folder above that looks like a package.
    fs::write(folder.join("package.json"), "{ \"private\": true }\n").map_err(failed)?;
    let named: Vec<String> = packages.iter().map(|(name, version)| format!("{name}@{version}")).collect();
    let named = named.join(" ");
    println!("Getting {named} with npm, into {} (half a minute, once)", folder.display());
    let mut command = places.command("npm");
    command.args(["install", "--no-audit", "--no-fund", "--no-save"]).args(named.split(' '));
    run(command.current_dir(&folder), &format!("check the network, or install {named} by hand"))?;
    Ok(folder)
}

fn node(places: &Places, program: &str) -> Result<(), String> {
    match places.version_of(program) {
        Some(_) => Ok(()),
        None => Err(format!("{program} was not found; install Node 20 or newer (on Debian: apt install nodejs npm)")),
    }
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn a_version_is_read_from_the_lock_file_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.126\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.126"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
