//! Bodies as files: what comes in is read, and what goes out is written, by a thread that may wait.
//!
//! Memory is bounded: a few parts are under way, and whoever is slow holds up the other side.

use std::io::{self, Read, Write};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::StreamExt as _;
use futures::stream::BoxStream;
use tokio::runtime::Handle;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;

/// Parts of an answer that wait to be read.
const PARTS: usize = 4;
/// Bytes of a part of an answer.
const PART_BYTES: usize = 64 * 1024;

/// A body, to be read by a thread that may wait.
pub(crate) struct Incoming {
    parts: BoxStream<'static, Result<Bytes, axum::Error>>,
    part: Bytes,
    silence: Duration,
    room: u64,
    runtime: Handle,
}

impl Incoming {
    /// A body of at most so many bytes, whose parts come at most so long after one another.
    pub(crate) fn of(
        parts: BoxStream<'static, Result<Bytes, axum::Error>>,
        silence: Duration,
        bytes_max: u64,
    ) -> Self {
        Self { parts, part: Bytes::new(), silence, room: bytes_max, runtime: Handle::current() }
    }
}

impl Read for Incoming {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.part.is_empty() {
            let next = self.runtime.block_on(tokio::time::timeout(self.silence, self.parts.next()));
            match next {
                Err(_) => return Err(io::Error::new(io::ErrorKind::TimedOut, "nothing more came in time")),
                Ok(None) => return Ok(0),
                Ok(Some(Err(error))) => return Err(io::Error::other(error)),
                Ok(Some(Ok(part))) => self.part = part,
            }
            let room = self.room.checked_sub(self.part.len() as u64);
            self.room = room.ok_or_else(|| io::Error::other("it is larger than what is read at once"))?;
        }
        let count = self.part.len().min(buffer.len());
        buffer[..count].copy_from_slice(&self.part.split_to(count));
        Ok(count)
    }
}

/// A body, to be written by a thread that may wait.
#[derive(Clone)]
pub(crate) struct Outgoing {
    parts: mpsc::Sender<io::Result<Bytes>>,
}

impl Outgoing {
    /// Where to write, and the body.
    pub(crate) fn new() -> (Self, Body) {
        let (parts, read) = mpsc::channel(PARTS);
        (Self { parts }, Body::from_stream(ReceiverStream::new(read)))
    }

    /// Ends the body in the middle.
    pub(crate) fn break_off(&self, error: &dyn std::fmt::Display) {
        // Nobody is left to be told when the reader is gone.
        let _ = self.parts.blocking_send(Err(io::Error::other(error.to_string())));
    }
}

impl Write for Outgoing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let part = &bytes[..bytes.len().min(PART_BYTES)];
        let gone = |_| io::Error::new(io::ErrorKind::BrokenPipe, "nobody reads the answer any more");
        self.parts.blocking_send(Ok(Bytes::copy_from_slice(part))).map_err(gone)?;
        Ok(part.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
