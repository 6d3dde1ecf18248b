//! Embeds the comparison of the articles in `seeds/`.

fn main() {}
