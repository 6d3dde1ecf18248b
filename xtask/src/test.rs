//! Everything that must pass, one step after the other; a step that fails does not hide the next ones.

use std::fs::{self, File};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::places::{Places, shown};
use crate::{browser, budgets, score, site, tools};

/// How much of a failed step's output is shown.
const TAIL_LINES: usize = 80;

/// How long each fuzz target runs: enough to come back to what broke before, not to find what is rare.
const FUZZ_SECONDS: u32 = 30;

/// How a step went.
struct Outcome {
    name: &'static str,
    took: Duration,
    passed: u64,
    failed: u64,
}

/// Runs all steps. The last line says how many tests and checks passed and failed.
pub(crate) fn run(places: &Places) -> Result<ExitCode, String> {
    let logs = places.target.join("test-logs");
    fs::create_dir_all(&logs).map_err(|error| format!("cannot make {}: {error}", logs.display()))?;
    let mut steps = Steps { places, outcomes: Vec::new() };

    steps.check("set-up", || tools::for_tests(places));
    let mut browser = None;
    steps.check("browser", || {
        let firefox = (browser::firefox(places)?, tools::geckodriver(places)?);
        browser = Some((browser::ensure(places)?, firefox, browser::webkit(places), tools::axe(places)?));
        Ok(())
    });
    steps.command("format", &mut places.cargo(&["fmt", "--all", "--check"]));
    let with_browser = ["--features", "crosscheck/browser-tests"];
    let mut lint = places.cargo(&["clippy", "--workspace", "--all-targets"]);
    steps.command("lints", lint.args(with_browser).args(["--", "-D", "warnings"]));
    let engine = ["-p", "crosscheck-engine", "--target", "wasm32-unknown-unknown"];
    steps.command("engine for wasm", places.cargo(&["check"]).args(engine));
    steps.tests("tests", &mut places.cargo(&["test", "--workspace", "--no-fail-fast"]));
    // Unoptimised, they would be too slow to be long.
    let bounds = ["test", "--release", "-p", "crosscheck-engine", "--test", "bounds"];
    steps.tests("long texts", &mut places.cargo(&bounds));
    steps.tests("engine in wasm", places.cargo(&["test"]).args(engine).args(["--test", "wasm"]));
    steps.check("engine size", || score::check_size(places));
    for (name, target) in [("fuzz analyse", "analyse"), ("fuzz inspect", "inspect")] {
        match score::fuzz(places, target, FUZZ_SECONDS) {
            Ok(mut command) => steps.command(name, &mut command),
            Err(message) => steps.check(name, || Err(message)),
        };
    }

    // An old page must not pass for the new one.
    let _ = fs::remove_dir_all(places.root.join("dist"));
    let built = steps.command("page", &mut site::build_command(places));
    steps.check("budgets", || if built { budgets::check(places) } else { Err("the page was not built".to_owned()) });
    match browser {
        Some((browser, (firefox, geckodriver), webkit, axe)) if built => {
            let mut tests = places.cargo(&["test", "--workspace", "--no-fail-fast", "--test", "browser"]);
            browser.offer_to(tests.args(with_browser).env("CROSSCHECK_AXE", axe));
            tests.env("CROSSCHECK_FIREFOX", firefox).env("CROSSCHECK_GECKODRIVER", geckodriver);
            if !webkit {
                tests.args(["--", "--skip", "::webkit::"]);
            }
            // They would lead through the test's own machinery only.
            tests.env("RUST_BACKTRACE", "0");
            steps.tests("tests in the browser", &mut tests);
        }
        _ => {
            steps.check("tests in the browser", || Err("they need the browser and the built page".to_owned()));
        }
    }
    Ok(steps.report())
}

struct Steps<'a> {
    places: &'a Places,
    outcomes: Vec<Outcome>,
}

impl Steps<'_> {
    /// A step that is one check of our own.
    fn check(&mut self, name: &'static str, check: impl FnOnce() -> Result<(), String>) -> bool {
        println!("\n== {name}");
        let start = Instant::now();
        let result = check();
        if let Err(message) = &result {
            println!("error: {message}");
        }
        let passed = result.is_ok();
        self.record(name, start.elapsed(), u64::from(passed), u64::from(!passed))
    }

    /// A step that is one check by another program.
    fn command(&mut self, name: &'static str, command: &mut Command) -> bool {
        let (passed, _, took) = self.logged(name, command);
        self.record(name, took, u64::from(passed), u64::from(!passed))
    }

    /// A step that runs tests and counts them.
    fn tests(&mut self, name: &'static str, command: &mut Command) -> bool {
        let (success, log, took) = self.logged(name, command);
        let (passed, failed) = count(&log);
        // A crash or a compile error has no count of its own; a run that finds nothing to run has gone wrong as well.
        let failed = if failed == 0 && (!success || passed == 0) { 1 } else { failed };
        self.record(name, took, passed, failed)
    }

    /// Runs a command with its output in a log file, whose end is shown when it fails.
    fn logged(&self, name: &str, command: &mut Command) -> (bool, String, Duration) {
        println!("\n== {name}: {}", shown(command));
        let log = self.places.target.join("test-logs").join(format!("{}.log", name.replace(' ', "-")));
        let start = Instant::now();
        let success = File::create(&log).and_then(|out| {
            let status = command.stdin(Stdio::null()).stdout(out.try_clone()?).stderr(out).status()?;
            Ok(status.success())
        });
        let took = start.elapsed();
        let text = fs::read(&log).unwrap_or_default();
        let text = String::from_utf8_lossy(&text).into_owned();
        let passed = match success {
            Ok(success) => success,
            Err(error) => {
                println!("error: it did not start: {error}");
                false
            }
        };
        if !passed {
            let lines: Vec<&str> = text.lines().collect();
            println!("{}", lines[lines.len().saturating_sub(TAIL_LINES)..].join("\n"));
            println!("error: {name} failed; all of its output is in {}", log.display());
        }
        (passed, text, took)
    }

    fn record(&mut self, name: &'static str, took: Duration, passed: u64, failed: u64) -> bool {
        println!("-- {name}: {passed} passed, {failed} failed, {:.1} s", took.as_secs_f32());
        self.outcomes.push(Outcome { name, took, passed, failed });
        failed == 0
    }

    fn report(&self) -> ExitCode {
        println!("\n{:22} {:>7} {:>7} {:>8}", "", "passed", "failed", "seconds");
        for Outcome { name, took, passed, failed } in &self.outcomes {
            println!("{name:22} {passed:>7} {failed:>7} {:>8.1}", took.as_secs_f32());
        }
        let passed: u64 = self.outcomes.iter().map(|outcome| outcome.passed).sum();
        let failed: u64 = self.outcomes.iter().map(|outcome| outcome.failed).sum();
        println!("\n{passed} passed, {failed} failed");
        if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Sums what Rust's test harness reports: `test result: ok. 3 passed; 0 failed; …`, one line a test program.
fn count(log: &str) -> (u64, u64) {
    let number = |line: &str, word: &str| {
        let before = line.split(word).next()?.trim_end();
        before.rsplit(' ').next()?.parse::<u64>().ok()
    };
    let results = log.lines().filter_map(|line| line.trim().strip_prefix("test result:"));
    results.fold((0, 0), |(passed, failed), line| {
        (passed + number(line, "passed;").unwrap_or(0), failed + number(line, "failed;").unwrap_or(0))
    })
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn results_of_all_test_programs_are_summed() {
        let log = "running 3 tests\n\
                   test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
                   test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n";
        assert_eq!(count(log), (13, 2));
    }

    #[test]
    fn a_log_without_results_counts_nothing() {
        assert_eq!(count("error: could not compile"), (0, 0));
    }
}
