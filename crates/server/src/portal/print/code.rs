//! The code that cameras read: a QR code (ISO/IEC 18004) of level M, with its quiet zone.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};

/// Empty modules around a code (ISO/IEC 18004, section 6.3.8).
const QUIET: usize = 4;

/// A code, as squares that are dark or not.
#[derive(Clone, Debug)]
pub(crate) struct Code {
    width: usize,
    dark: Vec<bool>,
}

impl Code {
    /// The code of a text; `None` when the text is too long for one.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark);
        Some(Self { width: code.width(), dark: dark.collect() })
    }

    /// Its width with the quiet zone, in modules.
    pub(crate) fn size(&self) -> usize {
        self.width + 2 * QUIET
    }

    /// Dark stretches: column and row with the quiet zone, and how many modules.
    pub(crate) fn stretches(&self) -> Vec<(usize, usize, usize)> {
        let mut found: Vec<(usize, usize, usize)> = Vec::new();
        for (place, _) in self.dark.iter().enumerate().filter(|(_, dark)| **dark) {
            let (x, y) = (place % self.width + QUIET, place / self.width + QUIET);
            match found.last_mut() {
                Some((from, row, length)) if *row == y && *from + *length == x => *length += 1,
                _ => found.push((x, y, 1)),
            }
        }
        found
    }

    /// The dark modules as the path of an SVG picture, one unit a module.
    pub(crate) fn path(&self) -> String {
        let mut path = String::new();
        for (x, y, length) in self.stretches() {
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
        }
        path
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// What a camera would read, each module drawn as a square of so many pixels.
    pub(crate) fn read(code: &Code) -> String {
        const PIXELS: usize = 4;
        let stretches = code.stretches();
        let is_dark = |x: usize, y: usize| {
            let (x, y) = (x / PIXELS, y / PIXELS);
            stretches.iter().any(|(from, row, length)| *row == y && (*from..from + length).contains(&x))
        };
        let side = code.size() * PIXELS;
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(
                side,
                side,
                |x, y| if is_dark(x, y) { 0 } else { 255 },
            );
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn a_camera_reads_the_address() {
        for address in [
            "https://registry.example/certificates/DEMO-001",
            "http://localhost:8080/certificates/DEMO-KETTLE%2F1%20%C3%A9",
            &format!("https://registry.example/certificates/{}", "A%2F".repeat(60)),
        ] {
            assert_eq!(read(&Code::of(address).unwrap()), address);
        }
        assert!(Code::of(&"x".repeat(5_000)).is_none());
    }

    #[test]
    fn nothing_is_drawn_in_the_quiet_zone() {
        let code = Code::of("https://registry.example/certificates/DEMO-001").unwrap();
        let inside = QUIET..code.size() - QUIET;
        let stretches = code.stretches();
        assert!(
            stretches.iter().all(|(x, y, l)| inside.contains(x) && inside.contains(y) && x + l <= inside.end)
        );
    }
}
