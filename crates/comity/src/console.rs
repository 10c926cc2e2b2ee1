//! What is written, where: results on standard output, everything else on standard error.

use std::fmt::Display;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde::Serialize;

use crate::failure::Failure;

/// Writes results, notes and progress; for machines when asked.
#[derive(Clone, Copy, Debug)]
pub struct Console {
    json: bool,
}

impl Console {
    /// `json`: results and failures as JSON.
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    /// Whether results are wanted as JSON.
    pub fn is_json(self) -> bool {
        self.json
    }

    /// A line of the result.
    pub fn line(self, text: impl Display) -> Result<(), Failure> {
        Ok(writeln!(io::stdout().lock(), "{text}")?)
    }

    /// Bytes of the result, as they are.
    pub fn bytes(self, bytes: &[u8]) -> Result<(), Failure> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        Ok(out.flush()?)
    }

    /// One JSON value on one line: a result, or one of a stream of them.
    pub fn json(self, value: &impl Serialize) -> Result<(), Failure> {
        let text = serde_json::to_string(value).map_err(|error| Failure::of(&error))?;
        self.line(text)
    }

    /// The result: as JSON when asked, else as text.
    pub fn result(self, value: &impl Serialize, text: impl Display) -> Result<(), Failure> {
        if self.json { self.json(value) } else { self.line(text) }
    }

    /// A note beside the result.
    pub fn note(self, text: impl Display) {
        // Nobody is left to be told when standard error is gone.
        let _ = writeln!(io::stderr().lock(), "{text}");
    }

    /// Says why a command failed; the exit code is 1.
    pub fn failed(self, failure: &Failure) -> ExitCode {
        if failure.is_quiet() {
            return ExitCode::SUCCESS;
        }
        self.refused(failure);
        ExitCode::FAILURE
    }

    /// Says what was refused, and goes on.
    pub fn refused(self, failure: &Failure) {
        if self.json {
            let value = serde_json::json!({ "error": failure.message(), "help": failure.help() });
            self.note(value);
        } else {
            let mut text = String::new();
            let handler = miette::GraphicalReportHandler::new_themed(theme()).with_width(100);
            match handler.render_report(&mut text, failure) {
                Ok(()) => self.note(text.trim_end()),
                Err(_) => self.note(failure),
            }
        }
    }

    /// A bar that counts to `total`, or spins if the total is not known (0). Drawn on terminals only.
    pub fn progress(self, what: &'static str, total: u64) -> ProgressBar {
        let terminal = io::stderr().is_terminal() && !self.json;
        let target = if terminal { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target((total > 0).then_some(total), target);
        let template = "{msg} [{bar:30}] {human_pos} of {human_len}, {per_sec}, {eta} left";
        let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
        bar.set_style(style.progress_chars("=> "));
        bar.set_message(what);
        if terminal {
            bar.enable_steady_tick(Duration::from_millis(200));
        }
        bar
    }
}

fn theme() -> miette::GraphicalTheme {
    if io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        miette::GraphicalTheme::unicode()
    } else {
        miette::GraphicalTheme::unicode_nocolor()
    }
}
