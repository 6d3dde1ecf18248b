//! Files under names that change with their content, and the hashes that browsers hold them to.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use sha2::{Digest, Sha256, Sha384};

/// A file in the page's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asset {
    /// Its name in that folder.
    pub(crate) name: String,
    /// What `integrity` says of it.
    pub(crate) integrity: String,
}

/// Writes a file under a name with eight bytes of its hash, as Trunk does: `story-0123456789abcdef.bin`.
///
/// # Errors
/// Where the folder cannot be written.
pub(crate) fn write(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Asset, String> {
    let mut name = format!("{stem}-");
    for byte in &Sha256::digest(bytes)[..8] {
        write!(name, "{byte:02x}").expect("a String takes any text");
    }
    write!(name, ".{ending}").expect("a String takes any text");
    let file = folder.join(&name);
    fs::write(&file, bytes).map_err(|error| format!("cannot write {}: {error}", file.display()))?;
    Ok(Asset { name, integrity: integrity(bytes) })
}

/// A file that lies there already.
///
/// # Errors
/// Where it cannot be read.
pub(crate) fn find(folder: &Path, name: &str) -> Result<Asset, String> {
    let file = folder.join(name);
    let bytes = fs::read(&file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    Ok(Asset { name: name.to_owned(), integrity: integrity(&bytes) })
}

fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(bytes)))
}
