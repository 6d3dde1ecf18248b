//! Files under names that change with their content, and the hashes that browsers hold them to.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// A file in the site's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asset {
    /// Its name in that folder.
    pub(crate) name: String,
    /// What is in it.
    pub(crate) bytes: Vec<u8>,
}

impl Asset {
    /// Writes a file, and the folders that its name names.
    ///
    /// # Errors
    /// Where the folder cannot be written.
    pub(crate) fn write(folder: &Path, name: &str, bytes: Vec<u8>) -> Result<Self, String> {
        let file = folder.join(name);
        let parent = file.parent().unwrap_or(folder);
        let written = fs::create_dir_all(parent).and_then(|()| fs::write(&file, &bytes));
        written.map_err(|error| format!("cannot write {}: {error}", file.display()))?;
        Ok(Self { name: name.to_owned(), bytes })
    }

    /// A file that lies there already.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(crate) fn read(folder: &Path, name: &str) -> Result<Self, String> {
        let file = folder.join(name);
        let bytes = fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
        Ok(Self { name: name.to_owned(), bytes })
    }

    /// What `integrity` says of it.
    pub(crate) fn integrity(&self) -> String {
        format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&self.bytes)))
    }
}

/// As a content security policy names a script or a style that stands in the page.
pub(crate) fn policy_hash(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// Eight bytes of a hash, in hexadecimal digits.
pub(crate) fn short_hash(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in &Sha256::digest(bytes)[..8] {
        write!(text, "{byte:02x}").expect("a String takes any text");
    }
    text
}
