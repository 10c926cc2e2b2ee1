//! Our extension.

/// Where a registry serves the context of the extension, below its own URL.
pub const CONTEXT_PATH: &str = "/ns/conformity/v1";
