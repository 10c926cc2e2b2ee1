//! Figures with their floors and peers, medians, and the one table.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// How the program was called.
#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    /// A small world and short measurements.
    pub(crate) quick: bool,
    /// JSON instead of the table.
    pub(crate) json: bool,
    /// Only these subjects; all if there is none.
    pub(crate) only: Vec<String>,
}

/// One row.
#[derive(Debug, serde::Serialize)]
pub(crate) struct Figure {
    /// What was measured.
    pub(crate) what: String,
    /// The figure.
    pub(crate) value: f64,
    /// Its unit.
    pub(crate) unit: &'static str,
    /// Beside what: a floor or a peer.
    pub(crate) beside: Option<&'static str>,
    /// The figure of that.
    pub(crate) beside_value: Option<f64>,
    /// This figure divided by that.
    pub(crate) ratio: Option<f64>,
    /// The ratio that is wanted.
    pub(crate) wanted: Option<&'static str>,
}

/// All rows, and the progress shown while they are measured.
pub(crate) struct Figures {
    pub(crate) options: Options,
    rows: Vec<Figure>,
    bar: ProgressBar,
}

impl Figures {
    pub(crate) fn new(options: Options) -> Self {
        let bar = ProgressBar::new_spinner();
        if let Ok(style) = ProgressStyle::with_template("{spinner} {elapsed} {msg}") {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(120));
        Self { options, rows: Vec::new(), bar }
    }

    /// Says what is going on.
    pub(crate) fn doing(&self, what: &str) {
        self.bar.set_message(what.to_owned());
    }

    /// Shows a figure as soon as it is there: on a terminal above the bar, else as a line of its own.
    #[expect(clippy::print_stderr, reason = "progress belongs to whoever waits")]
    fn say(&self, line: String) {
        if self.bar.is_hidden() { eprintln!("{line}") } else { self.bar.println(line) }
    }

    /// A figure by itself.
    pub(crate) fn alone(&mut self, what: impl Into<String>, value: f64, unit: &'static str) {
        let what = what.into();
        self.say(format!("{what}: {} {unit}", number(value)));
        let (beside, beside_value, ratio, wanted) = (None, None, None, None);
        self.rows.push(Figure { what, value, unit, beside, beside_value, ratio, wanted });
    }

    /// A figure beside a floor or peer.
    pub(crate) fn beside(
        &mut self,
        what: impl Into<String>,
        value: f64,
        unit: &'static str,
        (beside, other): (&'static str, f64),
        wanted: Option<&'static str>,
    ) {
        let what = what.into();
        self.say(format!("{what}: {} {unit}, {beside} {}", number(value), number(other)));
        let (beside, beside_value, ratio) = (Some(beside), Some(other), Some(value / other));
        self.rows.push(Figure { what, value, unit, beside, beside_value, ratio, wanted });
    }

    /// Notes how long a subject took.
    pub(crate) fn took(&mut self, subject: &str, time: Duration) {
        self.alone(format!("measuring {subject} took"), time.as_secs_f64(), "s");
    }

    /// Whether nothing was measured.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table, or the document.
    pub(crate) fn finish(self) -> String {
        self.bar.finish_and_clear();
        if self.options.json {
            return serde_json::to_string_pretty(&self.rows).unwrap_or_default();
        }
        let mut lines = vec![format!(
            "{:<52} {:>14} {:<14} {:>40} {:>8}  wanted",
            "", "figure", "unit", "beside", "ratio"
        )];
        for row in &self.rows {
            let beside = match (row.beside, row.beside_value) {
                (Some(name), Some(value)) => format!("{name}: {}", number(value)),
                _ => String::new(),
            };
            let ratio = row.ratio.map_or_else(String::new, |ratio| format!("{ratio:.2}"));
            let wanted = row.wanted.unwrap_or_default();
            lines.push(format!(
                "{:<52} {:>14} {:<14} {beside:>40} {ratio:>8}  {wanted}",
                row.what,
                number(row.value),
                row.unit
            ));
        }
        lines.push("Medians of one run.".to_owned());
        lines.join("\n")
    }
}

fn number(value: f64) -> String {
    if value >= 1000.0 { format!("{value:.0}") } else { format!("{value:.2}") }
}

/// The median; 0 of nothing.
pub(crate) fn median(values: impl IntoIterator<Item = f64>) -> f64 {
    quantile(values, 0.5)
}

/// The value below which so large a part of the values lies.
pub(crate) fn quantile(values: impl IntoIterator<Item = f64>, part: f64) -> f64 {
    let mut values: Vec<f64> = values.into_iter().collect();
    values.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a list"
    )]
    let place = (values.len() as f64 * part) as usize;
    values.get(place.min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// So many in so much time, per second.
#[expect(clippy::cast_precision_loss, reason = "counts far below two to the fifty-second")]
pub(crate) fn rate(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}

/// Things done per second: the median of several rounds of at least a time each.
pub(crate) fn per_second(rounds: usize, time: Duration, mut work: impl FnMut() -> usize) -> f64 {
    work();
    median((0..rounds).map(|_| {
        let start = Instant::now();
        let mut done = 0;
        while start.elapsed() < time {
            done += work();
        }
        rate(done, start.elapsed())
    }))
}

/// Resident memory of this process in MiB; 0 where the system does not say.
pub(crate) fn resident_mib() -> f64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = text.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or(0.0);
    pages * 4096.0 / 1_048_576.0
}
