//! Programs that the tests need from outside: found, or installed as Debian packages where that is allowed.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::process;

/// A program, under the names it goes by, and the Debian packages that bring it.
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    /// What it is, for messages.
    pub name: &'static str,
    /// The names it may have on the PATH.
    pub programs: &'static [&'static str],
    /// The Debian packages that bring it.
    pub packages: &'static [&'static str],
}

/// What keeps us from installing packages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rights {
    MayInstall,
    NotRoot,
    NoAptGet,
}

/// Makes sure that the tools are on the PATH; installs what is missing when we are root and have apt-get.
///
/// # Errors
/// A message that says what is missing and how to get it. The caller decides whether to go on without.
pub fn ensure(tools: &[Tool]) -> Result<(), String> {
    let missing = missing(tools, |programs| process::find(programs).is_some());
    if missing.is_empty() {
        return Ok(());
    }
    let rights = rights();
    if rights != Rights::MayInstall {
        return Err(advice(&missing, rights));
    }
    eprintln!("installing {}", packages(&missing).join(" "));
    install(&packages(&missing))?;
    match self::missing(&missing, |programs| process::find(programs).is_some()) {
        still if still.is_empty() => Ok(()),
        still => Err(format!(
            "{} still not on the PATH after installing {}",
            names(&still),
            packages(&still).join(" ")
        )),
    }
}

fn missing(tools: &[Tool], is_there: impl Fn(&[&str]) -> bool) -> Vec<Tool> {
    tools.iter().filter(|tool| !is_there(tool.programs)).copied().collect()
}

fn rights() -> Rights {
    if !Path::new("/usr/bin/apt-get").exists() {
        return Rights::NoAptGet;
    }
    let user = Command::new("id").arg("-u").output();
    match user {
        Ok(user) if user.stdout.trim_ascii() == b"0" => Rights::MayInstall,
        _ => Rights::NotRoot,
    }
}

fn install(packages: &[&str]) -> Result<(), String> {
    // A stale list is better than none: if the update fails, the installation says what it lacks.
    let _ = apt_get(&["update", "-qq"]).stdout(Stdio::null()).status();
    let done = apt_get(&["install", "-y", "-qq", "--no-install-recommends"])
        .args(packages)
        .stdout(Stdio::null())
        .status();
    match done {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`apt-get install {}` failed ({status})", packages.join(" "))),
        Err(error) => Err(format!("apt-get could not be started: {error}")),
    }
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
    command
}

fn advice(missing: &[Tool], rights: Rights) -> String {
    let install = format!("apt-get install --no-install-recommends {}", packages(missing).join(" "));
    match rights {
        Rights::NoAptGet => format!(
            "{} not on the PATH; install what brings {}",
            names(missing),
            missing.iter().map(|tool| format!("`{}`", tool.programs[0])).collect::<Vec<_>>().join(" and ")
        ),
        Rights::NotRoot | Rights::MayInstall => {
            format!("{} not on the PATH; install with `sudo {install}`", names(missing))
        }
    }
}

fn names(tools: &[Tool]) -> String {
    tools.iter().map(|tool| tool.name).collect::<Vec<_>>().join(" and ")
}

fn packages(tools: &[Tool]) -> Vec<&'static str> {
    tools.iter().flat_map(|tool| tool.packages).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const BROWSER: Tool =
        Tool { name: "Chromium", programs: &["chromium", "google-chrome"], packages: &["chromium"] };
    const DRIVER: Tool =
        Tool { name: "chromedriver", programs: &["chromedriver"], packages: &["chromium-driver"] };

    #[test]
    fn a_tool_under_any_of_its_names_is_there() {
        let found = missing(&[BROWSER, DRIVER], |programs| programs.contains(&"google-chrome"));
        assert_eq!(names(&found), "chromedriver");
    }

    #[test]
    fn the_advice_names_what_is_missing_and_the_command() {
        assert_eq!(
            advice(&[BROWSER, DRIVER], Rights::NotRoot),
            "Chromium and chromedriver not on the PATH; install with \
             `sudo apt-get install --no-install-recommends chromium chromium-driver`"
        );
        assert_eq!(
            advice(&[DRIVER], Rights::NoAptGet),
            "chromedriver not on the PATH; install what brings `chromedriver`"
        );
    }
}
