//! The small parts: plain functions from what they show to what is drawn. They know neither the state nor the browser.
//!
//! They are no components in Yew's sense: each of those adds kilobytes to the download and a scope to every place where it
//! stands. What is worth being drawn apart from its surroundings is a component, in `views`.

pub mod badge;
pub mod cell;
pub mod chips;
pub mod how;
pub mod letters;
pub mod quotation;
pub mod ways;
