//! The parts of the page: what a reader sees of a comparison.

pub mod about;
pub mod bar;
pub mod board;
pub mod claim_heading;
pub mod claim_row;
pub mod keys_help;
pub mod left_out;
pub mod lens;
pub mod masthead;
pub mod names;
pub mod numbers;
pub mod origins;
pub mod pane;
pub mod pane_facts;
pub mod pane_text;
pub mod quotes;
pub mod read;
pub mod set_against;
pub mod sharpest;
pub mod sources_menu;
pub mod story_header;
pub mod strip;
pub mod timeline;
pub mod top;
pub mod within;
