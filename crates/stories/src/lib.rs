//! Folders of articles on disk: the one place that reads files for the engine.
