//! The small parts: props in, callbacks out. They know neither the state nor the browser.

pub mod badge;
pub mod cell;
pub mod chips;
pub mod how;
pub mod letters;
pub mod marked;
pub mod meant;
pub mod quotation;
pub mod ways;
