//! What runs across the articles beside the facts: shared passages, quotations, quantities, names, days.

pub(crate) mod names;
pub(crate) mod passages;
pub(crate) mod quantities;
pub(crate) mod quotes;
pub(crate) mod timeline;
