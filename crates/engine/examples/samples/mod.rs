//! The sample articles, for programs that open no file.

use crosscheck_engine::Source;

macro_rules! sample {
    ($name:literal) => {
        Source { name: $name.to_owned(), text: include_str!(concat!("../../tests/samples/", $name)).to_owned() }
    };
}

/// All of them.
pub(crate) fn all() -> [Source; 5] {
    [
        sample!("000_4dcc974faf351ba3.txt"),
        sample!("001_9885046dbb15e4b4.txt"),
        sample!("002_b1466df253441a78.txt"),
        sample!("003_b3f819ec6e2feb12.txt"),
        sample!("004_82cdb60a220d4a58.txt"),
    ]
}
