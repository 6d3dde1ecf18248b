//! What stands in a sentence, one file a kind: quotations, quantities, times, names.

pub(crate) mod counted;
pub(crate) mod description;
pub(crate) mod name;
pub(crate) mod number;
pub(crate) mod quantity;
pub(crate) mod quote;
pub(crate) mod spelling;
pub(crate) mod time;
