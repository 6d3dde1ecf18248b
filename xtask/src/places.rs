//! The folders that the tasks work in, and how programs are found and run from there.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The folders that the tasks work in.
pub(crate) struct Places {
    /// The checkout.
    pub(crate) root: PathBuf,
    /// Cargo's target folder.
    pub(crate) target: PathBuf,
    /// Where missing tools are put; below `target`.
    pub(crate) tools: PathBuf,
    /// Flags for every build for WebAssembly.
    flags: Option<String>,
}

/// Keeps the folders of this machine out of what is built for WebAssembly (panics name source files), so that the same sources give
/// the same bytes on every machine. None where rustc does not answer, and where a folder has a space, which flags cannot have.
fn without_folders(root: &Path) -> Option<String> {
    let told = |argument: &str| {
        let output = Command::new("rustc").args(argument.split(' ')).current_dir(root).output().ok()?;
        String::from_utf8(output.stdout).ok()
    };
    let sysroot = told("--print sysroot")?;
    let version = told("-vV")?;
    let commit = version.lines().find_map(|line| line.strip_prefix("commit-hash: "))?;
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")))?;
    // A crate by its name and version, the standard library by its own name for its sources, which it uses where they are not
    // installed. The last that fits counts.
    let registries = home.join("registry/src").read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    let mut folders = vec![(home.clone(), "/cargo".to_owned())];
    folders.extend(registries.map(|folder| (folder, String::new())));
    folders.push((Path::new(sysroot.trim()).join("lib/rustlib/src/rust"), format!("/rustc/{commit}")));
    let flag = |(folder, name): (PathBuf, String)| {
        let folder = folder.to_str().filter(|folder| !folder.contains(' '))?;
        Some(format!("--remap-path-prefix={folder}={name}"))
    };
    folders.into_iter().map(flag).collect::<Option<Vec<_>>>().map(|flags| flags.join(" "))
}

impl Places {
    pub(crate) fn find() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask/ lies in the checkout").to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |folder| root.join(folder));
        let tools = target.join("tools");
        let flags = without_folders(&root);
        Self { root, target, tools, flags }
    }

    /// Folders with programs: our own tools first, then PATH.
    fn folders(&self) -> Vec<PathBuf> {
        let mut folders = vec![self.tools.join("bin"), self.tools.join("npm/node_modules/.bin")];
        folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
        folders
    }

    /// The PATH that every started program gets.
    fn path(&self) -> OsString {
        env::join_paths(self.folders()).unwrap_or_else(|_| env::var_os("PATH").unwrap_or_default())
    }

    /// The program that would run under this name.
    pub(crate) fn find_program(&self, name: &str) -> Option<PathBuf> {
        let name = format!("{name}{}", env::consts::EXE_SUFFIX);
        self.folders().into_iter().map(|folder| folder.join(&name)).find(|file| file.is_file())
    }

    /// A program that runs in the checkout and finds our tools.
    pub(crate) fn command(&self, program: &str) -> Command {
        // The full name: a bare one would be looked up in our own PATH, not in the one that is set here.
        let file = self.find_program(program).unwrap_or_else(|| program.into());
        let mut command = Command::new(file);
        command.current_dir(&self.root).env("PATH", self.path());
        if let Some(flags) = &self.flags {
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags);
        }
        command
    }

    /// The cargo that runs this task.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command("cargo");
        command.args(arguments);
        command
    }

    /// The version a program reports: the first word of `--version` that starts with a digit. None where it does not run.
    pub(crate) fn version_of(&self, program: &str) -> Option<String> {
        let output = self.command(program).arg("--version").stdin(Stdio::null()).output().ok()?;
        if !output.status.success() {
            return None;
        }
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        text.split_whitespace()
            .map(|word| word.trim_start_matches('v'))
            .find(|word| word.starts_with(|c: char| c.is_ascii_digit()))
            .map(str::to_owned)
    }
}

/// Runs a command in full view; `way_out` ends the line when it fails.
pub(crate) fn run(command: &mut Command, way_out: &str) -> Result<(), String> {
    let shown = shown(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{shown}` failed ({status}); {way_out}")),
        Err(error) => Err(format!("`{shown}` did not start ({error}); {way_out}")),
    }
}

/// A command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    std::iter::once(program).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
