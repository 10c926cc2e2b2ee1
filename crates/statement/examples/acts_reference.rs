//! Prints the reference of all acts: `cargo run -p statement --example acts_reference > docs/reference/acts.md`.

#[expect(clippy::print_stdout, reason = "printing is all that it does")]
fn main() {
    print!("{}", statement::templates::markdown());
}
