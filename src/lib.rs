//! The page: what readers see.
//!
//! Rendering is pure but for the language, which is the thread's, and a row's count of its drawings: the browser is touched in
//! `hooks` only, so the same components are rendered to HTML when the site is built.

pub mod app;
pub mod carried;
pub mod components;
pub mod days;
pub mod excerpt;
pub mod figure;
pub mod fold;
pub mod hooks;
pub mod look_alike;
pub mod marks;
pub mod matrix;
pub mod quantity;
pub mod shortcuts;
pub mod standing;
pub mod state;
pub mod story;
pub mod views;
pub mod word_diff;
pub mod words;

pub use app::{App, AppProps, rows};
pub use story::Story;

pub use carried::{carried, read_report};
