//! What the rules find about a procedure and about an objective. Each finding stands beside the acts; none undoes one.

mod applied;
mod made;
mod registered;
mod text;

use law::Finding;
use registry::{Knowledge, Registry};

use crate::making::Procedure;

pub(crate) use applied::applied;

/// Every rule on the making of a text, in the order of the table.
pub(crate) fn making<'r>(
    registry: &'r Registry,
    found: &Procedure<'r>,
    knowledge: Knowledge<'r>,
) -> Vec<Finding<'r>> {
    let mut findings = made::findings(registry, found, knowledge);
    findings.extend(text::findings(found));
    findings.extend(registered::findings(found));
    findings
}
