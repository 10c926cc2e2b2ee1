//! What is done at a border in SQLite: a file of its own beside the registry's, with its own formats.
//!
//! A further kind of data is one more file here and one more migration in `migrations/border/`.

mod checks;
mod manifests;
mod presentations;
mod quantities;
mod subscriptions;
mod suspensions;

use crate::private::{Kind, PrivateDatabase};

/// The border's database in a data directory.
pub const BORDER_FILE: &str = "border.sqlite";

/// What is done at a border, in a data directory.
pub type SqliteBorder = PrivateDatabase<Border>;

/// The kind of database that it is.
pub enum Border {}

impl Kind for Border {
    const FILE: &'static str = BORDER_FILE;
    const FORMATS: &'static [&'static str] = &[
        include_str!("../migrations/border/0001_checks.sql"),
        include_str!("../migrations/border/0002_quantities.sql"),
        include_str!("../migrations/border/0003_suspensions.sql"),
        include_str!("../migrations/border/0004_subscriptions.sql"),
        include_str!("../migrations/border/0005_presentations.sql"),
        include_str!("../migrations/border/0006_lines.sql"),
        include_str!("../migrations/border/0007_manifests.sql"),
    ];
}
