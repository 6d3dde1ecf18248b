//! A folder that lasts as long as a test.
#![allow(dead_code, reason = "each test uses what it needs of it")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A temporary folder.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// With these files, by their paths inside of it.
    pub(crate) fn of(files: &[(&str, &str)]) -> Self {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let name = format!("crosscheck-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let folder = Self(std::env::temp_dir().join(name));
        fs::create_dir_all(&folder.0).expect("a temporary folder");
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("a temporary folder");
            fs::write(path, text).expect("a temporary file");
        }
        folder
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// A message without the folder's own path.
    pub(crate) fn told(&self, message: &impl ToString) -> String {
        message.to_string().replace(&format!("{}/", self.0.display()), "")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
