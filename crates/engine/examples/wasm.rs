//! The least that compares articles: as WebAssembly, its size is the engine's (`cargo xtask score`).

use std::hint::black_box;

use crosscheck_engine::{Options, Source, analyse};

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    // Black boxes: the compiler must not see that there is no article.
    let sources = black_box(Vec::<Source>::new());
    black_box(analyse(&sources, &black_box(Options::default())));
}
