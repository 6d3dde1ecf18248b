//! What the README's commands run: set-up, serve, build, test.

fn main() {}
