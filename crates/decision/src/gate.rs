//! Gate G0: what bars, what is required, is the evidence what it says.

pub(crate) mod evidence;
pub(crate) mod measures;
pub(crate) mod requirements;
