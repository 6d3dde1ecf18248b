//! The page: served while one works on it, built for publishing, and pictured.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::thread;
use std::time::Duration;

use crate::places::{Places, run};
use crate::{browser, tools};

/// Where `serve` serves unless told otherwise.
pub(crate) const PORT: u16 = 8080;

pub(crate) fn parse_port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| format!("expected a port number, found {text:?}"))
}

/// Serves the page and rebuilds it on change, until it is stopped.
pub(crate) fn serve(places: &Places, port: u16) -> Result<(), String> {
    // Before the set-up, which may take minutes.
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        format!(
            "cannot serve on port {port} ({error}); stop what uses it, or take another: cargo xtask serve --port 8081"
        )
    })?;
    tools::for_serve(places)?;
    println!("Building the page (a minute or two the first time, seconds later)");
    let this = std::env::current_exe().map_err(|error| format!("cannot find this very program: {error}"))?;
    let _announcer = Command::new(this).args(["announce", &port.to_string()]).spawn();
    let mut trunk = trunk(places);
    // A folder of its own: what is being tried out never lands in dist/. Trunk clears it, so that only it may be in there.
    let dist = places.target.join("serve");
    trunk.args(["serve", "--public-url", "/", "--dist"]).arg(dist);
    trunk.args(["--port", &port.to_string()]);
    become_program(trunk)
}

/// Turns this process into the given program, so that stopping `cargo xtask serve` stops the server and leaves nothing.
#[cfg(unix)]
fn become_program(mut command: Command) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    let error = command.exec();
    Err(format!("trunk did not start ({error}); delete target/tools and try again"))
}

#[cfg(not(unix))]
fn become_program(mut command: Command) -> Result<(), String> {
    run(&mut command, "see the output above")
}

/// Says when the page answers. Ends with the server that it announces.
pub(crate) fn announce(port: u16) {
    let parent = parent();
    while parent == self::parent() {
        if answers(port) {
            println!("\nCrosscheck is up: http://127.0.0.1:{port}/ (Ctrl-C stops it)\n");
            return;
        }
        thread::sleep(Duration::from_millis(100));
    }
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

/// Trunk listens only once it has built the page; where that failed it answers with an error, and later with the page.
fn answers(port: u16) -> bool {
    let ask = || {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        stream.write_all(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: text/html\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok::<_, std::io::Error>(answer)
    };
    ask()
        .is_ok_and(|answer| answer.split(|byte| *byte == b'\n').next().is_some_and(|line| line.ends_with(b" 200 OK\r")))
}

/// Builds the page for publishing, into `dist/`.
pub(crate) fn build(places: &Places) -> Result<(), String> {
    tools::for_build(places)?;
    println!("Building the page for publishing, into dist/");
    run(&mut build_command(places), "see the output above")
}

fn trunk(places: &Places) -> Command {
    let mut trunk = places.command("trunk");
    trunk.arg("--skip-version-check");
    // What it says is enough; a backtrace would lead through Trunk only.
    trunk.env("RUST_BACKTRACE", "0");
    // By convention any value of it turns colours off; Trunk refuses all but true and false.
    if std::env::var_os("NO_COLOR").is_some() {
        trunk.env("NO_COLOR", "true");
    }
    trunk
}

pub(crate) fn build_command(places: &Places) -> Command {
    let mut trunk = trunk(places);
    // Relative addresses work under any path: /, /REPO/, a folder of another site.
    trunk.args(["build", "--release", "--public-url", "./", "--dist", "dist"]);
    trunk
}

/// Measures the built page.
pub(crate) fn lighthouse(places: &Places) -> Result<(), String> {
    let browser = browser::ensure(places)?;
    let folder = tools::lighthouse(places)?;
    build(places)?;
    let mut command = places.cargo(&["test", "--quiet", "--test", "speed", "--features", "browser-tests"]);
    browser.offer_to(command.env("CROSSCHECK_LIGHTHOUSE", folder));
    run(&mut command, "see the output above; on a busy machine the figures mean nothing")
}

/// Takes pictures of the built page.
pub(crate) fn pictures(places: &Places, arguments: &[&str]) -> Result<(), String> {
    // The program runs in the checkout.
    let full = |argument: &&str| match *argument {
        option if option.starts_with("--") => Ok(option.into()),
        folder => std::path::absolute(folder).map_err(|error| format!("{folder}: {error}")),
    };
    let arguments = arguments.iter().map(full).collect::<Result<Vec<PathBuf>, String>>()?;
    let browser = browser::ensure(places)?;
    build(places)?;
    let mut command = places.cargo(&["test", "--quiet", "--test", "pictures", "--features", "browser-tests"]);
    command.arg("--").args(arguments);
    browser.offer_to(&mut command);
    run(&mut command, "see the output above")
}
