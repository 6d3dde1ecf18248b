//! The parts of the page, each made of components.

pub mod about;
pub mod bar;
pub mod board;
pub mod claim_card;
pub mod claim_heading;
pub mod claim_row;
pub mod failure;
pub mod masthead;
pub mod origins;
pub mod pane;
pub mod pane_facts;
pub mod pane_text;
pub mod set_against;
pub mod sharpest;
pub mod story_header;
pub mod strip;
pub mod within;
