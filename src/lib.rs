//! The page: what readers see.
