//! Tiles: the tree cut into files of 256 hashes, and their paths (C2SP tlog-tiles).

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::hash::HASH_BYTES;
use crate::tree::{HashReader, NodeId, ReadError, TREE_SIZE_MAX, read_all};

/// Levels of the tree that one tile spans.
pub const TILE_HEIGHT: u8 = 8;

/// Hashes in a full tile, and entries in a full bundle.
pub const TILE_WIDTH: u16 = 256;

/// Length of a full tile in bytes.
pub const TILE_BYTES: usize = TILE_WIDTH as usize * HASH_BYTES;

/// The highest level a path may name (C2SP tlog-tiles, "Merkle Tree"). Levels above 7 do not exist
/// in a tree of at most [`TREE_SIZE_MAX`] entries.
pub const TILE_LEVEL_MAX: u8 = 63;

/// Longest path that is read: the highest index at a level, with a partial width, is shorter.
pub const TILE_PATH_BYTES_MAX: usize = 64;

/// The highest index of a tile: the last of level 0 in the largest tree.
const TILE_INDEX_MAX: u64 = TREE_SIZE_MAX >> TILE_HEIGHT;

const PREFIX: &str = "tile/";
const ENTRIES: &str = "entries";
const PARTIAL: &str = ".p/";

/// Which kind of file a tile path names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TileKind {
    /// 256 hashes of the tree, of subtrees of height `8 · level`.
    Hashes {
        /// Level of the tile, 0 for leaf hashes.
        level: u8,
    },
    /// The bundle of the entries below the tile of level 0 with the same index.
    Entries,
}

/// The coordinates of a tile or of an entry bundle.
///
/// INVARIANT: the level is at most [`TILE_LEVEL_MAX`], the width is between 1 and [`TILE_WIDTH`],
/// and the index exists in a tree of at most [`TREE_SIZE_MAX`] entries at level 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tile {
    kind: TileKind,
    index: u64,
    width: u16,
}

/// Why coordinates or a path do not name a tile.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TileError {
    /// The path is longer than any path of a tile.
    #[error("the tile path has {got} bytes; the limit is {TILE_PATH_BYTES_MAX}")]
    PathTooLong {
        /// Length found, in bytes.
        got: usize,
    },
    /// The path does not have the form of C2SP tlog-tiles.
    #[error("`{path}` is not a tile path; write it as `tile/0/x001/x234/067` or `tile/entries/000.p/5`")]
    Path {
        /// The path found.
        path: String,
    },
    /// The level is above [`TILE_LEVEL_MAX`].
    #[error("tile level {level} is too high; the limit is {TILE_LEVEL_MAX}")]
    Level {
        /// The level found.
        level: u8,
    },
    /// The index is beyond the largest tree.
    #[error("tile index {index} is beyond the largest tree")]
    Index {
        /// The index found.
        index: u64,
    },
    /// The width is not between 1 and 256.
    #[error("tile width {width} is not between 1 and {TILE_WIDTH}")]
    Width {
        /// The width found.
        width: u16,
    },
}

impl Tile {
    /// The tile of hashes at `level` and `index` with `width` hashes (256 for a full one).
    ///
    /// # Errors
    /// When a coordinate is out of its range.
    pub fn hashes(level: u8, index: u64, width: u16) -> Result<Self, TileError> {
        if level > TILE_LEVEL_MAX {
            return Err(TileError::Level { level });
        }
        Self::new(TileKind::Hashes { level }, index, width)
    }

    /// The entry bundle at `index` with `width` entries (256 for a full one).
    ///
    /// # Errors
    /// When a coordinate is out of its range.
    pub fn entries(index: u64, width: u16) -> Result<Self, TileError> {
        Self::new(TileKind::Entries, index, width)
    }

    fn new(kind: TileKind, index: u64, width: u16) -> Result<Self, TileError> {
        if index > TILE_INDEX_MAX {
            return Err(TileError::Index { index });
        }
        if width == 0 || width > TILE_WIDTH {
            return Err(TileError::Width { width });
        }
        Ok(Self { kind, index, width })
    }

    /// Whether it holds hashes (and of which level) or entries.
    #[must_use]
    pub const fn kind(&self) -> TileKind {
        self.kind
    }

    /// Position from the left among the tiles of this level.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// Number of hashes or entries.
    #[must_use]
    pub const fn width(&self) -> u16 {
        self.width
    }

    /// Whether the tile is partial, that is, on the right edge of a tree.
    #[must_use]
    pub const fn is_partial(&self) -> bool {
        self.width < TILE_WIDTH
    }

    /// The full tile at the same place.
    #[must_use]
    pub const fn full(self) -> Self {
        Self { width: TILE_WIDTH, ..self }
    }

    /// Whether all hashes or entries of the tile are there in a tree of `size` entries.
    #[must_use]
    pub fn is_complete_in(&self, size: u64) -> bool {
        self.index * u64::from(TILE_WIDTH) + u64::from(self.width) <= count_at(self.level(), size)
    }

    /// The tile at the same place as it stands in a tree of `size` entries: full, partial, or
    /// None when nothing of it is there.
    #[must_use]
    pub fn in_tree(self, size: u64) -> Option<Self> {
        let before = self.index * u64::from(TILE_WIDTH);
        let there = count_at(self.level(), size).checked_sub(before)?.min(u64::from(TILE_WIDTH)) as u16;
        (there > 0).then_some(Self { width: there, ..self })
    }

    /// The index of the first entry of a bundle, or of the first node of a tile at its own level.
    #[must_use]
    pub const fn first(&self) -> u64 {
        self.index * TILE_WIDTH as u64
    }

    /// Where the hashes of the tile stand in the tree; for a bundle, the leaf hashes of its entries.
    /// None for levels that no tree has.
    #[must_use]
    pub fn nodes(&self) -> Option<Vec<NodeId>> {
        let level = self.level().checked_mul(TILE_HEIGHT).filter(|level| u32::from(*level) < u64::BITS)?;
        let first = self.first();
        Some((0..u64::from(self.width)).map(|i| NodeId::new(level, first + i)).collect())
    }

    /// The bytes of the tile, its hashes one after the other; for a bundle, the leaf hashes.
    ///
    /// # Errors
    /// When the hashes cannot be read or no tree has such a tile.
    pub fn read<R: HashReader>(&self, reader: &R) -> Result<Vec<u8>, ReadError<R::Error>> {
        let ids = self.nodes().ok_or(ReadError::NoSuchTile(*self))?;
        let hashes = read_all(reader, &ids)?;
        Ok(hashes.iter().flat_map(|hash| hash.0).collect())
    }

    const fn level(&self) -> u8 {
        match self.kind {
            TileKind::Hashes { level } => level,
            TileKind::Entries => 0,
        }
    }
}

/// The tiles of hashes that a tree of `new_size` entries has and one of `old_size` has not: what is
/// to be published after growth, level by level. Empty tiles are never among them.
pub fn tiles_changed(old_size: u64, new_size: u64) -> impl Iterator<Item = Tile> {
    let levels = (u64::BITS / u32::from(TILE_HEIGHT)) as u8;
    (0..levels).flat_map(move |level| changed(TileKind::Hashes { level }, level, old_size, new_size))
}

/// The entry bundles that a log of `new_size` entries has and one of `old_size` has not.
pub fn bundles_changed(old_size: u64, new_size: u64) -> impl Iterator<Item = Tile> {
    changed(TileKind::Entries, 0, old_size, new_size)
}

fn changed(kind: TileKind, level: u8, old_size: u64, new_size: u64) -> impl Iterator<Item = Tile> {
    let width = u64::from(TILE_WIDTH);
    let old = count_at(level, old_size.min(TREE_SIZE_MAX));
    let new = count_at(level, new_size.min(TREE_SIZE_MAX));
    let indices = if new > old { old / width..new.div_ceil(width) } else { 0..0 };
    indices.map(move |index| Tile { kind, index, width: (new - index * width).min(width) as u16 })
}

/// Number of complete subtrees of height `8 · level` in a tree of `size` entries.
fn count_at(level: u8, size: u64) -> u64 {
    size.checked_shr(u32::from(level) * u32::from(TILE_HEIGHT)).unwrap_or(0)
}

impl fmt::Display for Tile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            TileKind::Hashes { level } => write!(f, "{PREFIX}{level}/")?,
            TileKind::Entries => write!(f, "{PREFIX}{ENTRIES}/")?,
        }
        write_index(f, self.index)?;
        if self.is_partial() {
            write!(f, "{PARTIAL}{}", self.width)?;
        }
        Ok(())
    }
}

/// Groups of three digits, all but the last with an `x` in front, so that no file has the name of a folder.
fn write_index(f: &mut fmt::Formatter<'_>, index: u64) -> fmt::Result {
    let mut unit = 1;
    while index / unit >= 1000 {
        unit *= 1000;
    }
    while unit > 1 {
        write!(f, "x{:03}/", index / unit % 1000)?;
        unit /= 1000;
    }
    write!(f, "{:03}", index % 1000)
}

impl FromStr for Tile {
    type Err = TileError;

    fn from_str(path: &str) -> Result<Self, TileError> {
        if path.len() > TILE_PATH_BYTES_MAX {
            return Err(TileError::PathTooLong { got: path.len() });
        }
        let bad = || TileError::Path { path: path.to_owned() };
        let (kind, rest) = path.strip_prefix(PREFIX).and_then(|rest| rest.split_once('/')).ok_or_else(bad)?;
        let (index, width) = match rest.split_once(PARTIAL) {
            Some((index, width)) => (index, parse_digits(width).ok_or_else(bad)?),
            None => (rest, u64::from(TILE_WIDTH)),
        };
        let index = parse_index(index).ok_or_else(bad)?;
        let width = u16::try_from(width).map_err(|_| bad())?;
        let tile = match kind {
            ENTRIES => Self::entries(index, width)?,
            level => {
                let level = parse_digits(level).and_then(|level| level.try_into().ok()).ok_or_else(bad)?;
                Self::hashes(level, index, width)?
            }
        };
        // One tile has one path: leading zeros, empty groups and `.p/256` do not print back.
        if tile.to_string() == path { Ok(tile) } else { Err(bad()) }
    }
}

fn parse_index(text: &str) -> Option<u64> {
    let mut index: u64 = 0;
    for group in text.split('/') {
        let digits = group.strip_prefix('x').unwrap_or(group);
        if digits.len() != 3 {
            return None;
        }
        index = index.checked_mul(1000)?.checked_add(parse_digits(digits)?)?;
    }
    Some(index)
}

/// Decimal digits and nothing else: `u64::from_str` alone would take a plus sign.
fn parse_digits(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_specification() {
        assert_eq!(Tile::hashes(0, 1_234_067, 256).unwrap().to_string(), "tile/0/x001/x234/067");
        assert_eq!(Tile::hashes(1, 0, 17).unwrap().to_string(), "tile/1/000.p/17");
        assert_eq!(Tile::entries(273, 112).unwrap().to_string(), "tile/entries/273.p/112");
        let longest = Tile::hashes(63, TILE_INDEX_MAX, 255).unwrap().to_string();
        assert!(longest.len() <= TILE_PATH_BYTES_MAX, "{longest}");
    }

    #[test]
    fn a_path_that_is_not_canonical_is_refused() {
        let bad = [
            "",
            "tile",
            "tile/",
            "tile/0",
            "tile/0/",
            "tile/0/0",
            "tile/00/000",
            "tile/+0/000",
            "/tile/0/000",
            "tile/0/000/",
            "tile/0/x000/000",
            "tile/0/001/000",
            "tile/0/x001",
            "tile/0/000.p/0",
            "tile/0/000.p/256",
            "tile/0/000.p/01",
            "tile/0/000.p/",
            "tile/0/000.p",
            "tile/64/000",
            "tile/-1/000",
            "tile/8/0/000/..",
            "tile/entries/1",
            "tile/Entries/000",
            "tile/0/x999/x999/x999/x999/x999/999",
            "tile/0/０００",
        ];
        for path in bad {
            assert!(path.parse::<Tile>().is_err(), "{path}");
        }
        let long = format!("tile/0/{}000", "x000/".repeat(1000));
        assert_eq!(long.parse::<Tile>(), Err(TileError::PathTooLong { got: long.len() }));
    }

    #[test]
    fn a_tree_of_70000_has_the_tiles_of_the_specification() {
        let tiles: Vec<Tile> = tiles_changed(0, 70_000).collect();
        let of = |wanted: u8| tiles.iter().filter(move |tile| tile.level() == wanted);
        assert_eq!(of(0).filter(|tile| !tile.is_partial()).count(), 273);
        assert_eq!(of(0).next_back().unwrap().width(), 112);
        assert_eq!(of(1).map(|tile| tile.width()).collect::<Vec<_>>(), [256, 17]);
        assert_eq!(of(2).map(|tile| tile.width()).collect::<Vec<_>>(), [1]);
        assert_eq!(tiles.len(), 274 + 2 + 1);
        assert_eq!(
            tiles_changed(0, 256).map(|tile| tile.to_string()).collect::<Vec<_>>(),
            ["tile/0/000", "tile/1/000.p/1"]
        );
    }

    #[test]
    fn only_what_grew_is_published_again() {
        let paths = |old, new| tiles_changed(old, new).map(|tile| tile.to_string()).collect::<Vec<_>>();
        assert_eq!(paths(255, 257), ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]);
        assert_eq!(paths(300, 301), ["tile/0/001.p/45"]);
        assert_eq!(paths(256, 256), Vec::<String>::new());
        assert_eq!(
            bundles_changed(512, 513).map(|tile| tile.to_string()).collect::<Vec<_>>(),
            ["tile/entries/002.p/1"]
        );
    }

    #[test]
    fn a_tile_knows_how_it_stands_in_a_tree() {
        let tile = Tile::hashes(1, 1, 256).unwrap();
        assert_eq!(tile.in_tree(256 * 256), None);
        assert_eq!(tile.in_tree(70_000).unwrap().width(), 17);
        assert!(!tile.is_complete_in(70_000));
        assert!(tile.is_complete_in(2 * 256 * 256));
        assert_eq!(Tile::hashes(63, 0, 1).unwrap().in_tree(TREE_SIZE_MAX), None);
    }
}
