//! The one place where the desk asks for randomness.

/// A source of randomness for secrets.
pub trait Randomness: Send + Sync {
    /// Fills the bytes.
    ///
    /// # Errors
    /// What the system says, when it gives none.
    fn fill(&self, bytes: &mut [u8]) -> Result<(), String>;
}

/// The randomness of the system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, bytes: &mut [u8]) -> Result<(), String> {
        getrandom::fill(bytes).map_err(|error| error.to_string())
    }
}
