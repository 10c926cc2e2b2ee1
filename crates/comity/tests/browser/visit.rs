//! A demonstration that serves, and a browser that looks at it.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder, Locator};
use serde_json::{Value, json};

use crate::common::{self, Process};

/// What a visitor looks at the pages with.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    /// Points across; less than 500 is a phone.
    pub(crate) width: u32,
    /// Whether scripts run.
    pub(crate) scripts: bool,
    /// Whether the visitor prefers dark pages.
    pub(crate) dark: bool,
}

/// A desk: wide, light, with scripts.
pub(crate) const DESK: Screen = Screen { width: 1200, scripts: true, dark: false };
/// A phone at night.
pub(crate) const PHONE: Screen = Screen { width: 390, scripts: true, dark: true };

const ANY_PORT: &str = "127.0.0.1:0";

/// A demonstration that serves, and a browser beside it.
pub(crate) struct Visit {
    url: String,
    /// Where the desk is: passkeys need a name.
    pub(crate) desk: String,
    pub(crate) browser: Client,
    _demonstration: Process,
    _driver: Process,
    data: tempfile::TempDir,
}

impl Visit {
    pub(crate) async fn begin(screen: Screen) -> Self {
        let data = tempfile::tempdir().unwrap();
        let (demonstration, url) = demonstration(data.path());
        let (driver, address) = driver();
        let browser = browser(&address, screen, data.path()).await;
        let port = url.rsplit(':').next().unwrap();
        let desk = format!("http://localhost:{port}");
        Self { url, desk, browser, _demonstration: demonstration, _driver: driver, data }
    }

    /// Directory of the registry.
    pub(crate) fn registry(&self) -> PathBuf {
        self.data.path().join("registry")
    }

    /// The address of a path of the demonstration.
    pub(crate) fn address(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    pub(crate) async fn go(&self, path: &str) {
        self.browser.goto(&self.address(path)).await.unwrap();
    }

    pub(crate) async fn text(&self, css: &str) -> String {
        self.browser.find(Locator::Css(css)).await.unwrap().text().await.unwrap()
    }
}

pub(crate) fn demonstration(data: &std::path::Path) -> (Process, String) {
    let registry = data.join("registry");
    crate::demonstration_world::load(&registry);
    started("demo", ANY_PORT, &registry)
}

/// A registry that is served, and its address.
pub(crate) fn served(registry: &std::path::Path) -> (Process, String) {
    started("serve", ANY_PORT, registry)
}

/// A registry that is served at the address where it was before.
pub(crate) fn served_again(registry: &std::path::Path, url: &str) -> Process {
    started("serve", url.trim_start_matches("http://"), registry).0
}

fn started(command: &str, listen: &str, registry: &std::path::Path) -> (Process, String) {
    let mut starting = Command::new(env!("CARGO_BIN_EXE_comity"));
    starting.args([command, "--json", "--listen", listen, "--data"]);
    let (process, announced) = common::started(starting.arg(registry));
    (process, announced["url"].as_str().unwrap().to_owned())
}

/// A driver of browsers, and its address.
pub(crate) fn driver() -> (Process, String) {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let child = Command::new("chromedriver")
        .arg(format!("--port={port}"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("chromedriver cannot be started ({error}): run `cargo xtask test`"));
    (Process(child), format!("http://127.0.0.1:{port}"))
}

/// A browser with a profile of its own in a directory.
pub(crate) async fn browser(driver: &str, screen: Screen, data: &std::path::Path) -> Client {
    browser_with(driver, screen, data, &[]).await
}

/// The same with further arguments.
pub(crate) async fn browser_with(
    driver: &str,
    screen: Screen,
    data: &std::path::Path,
    further: &[String],
) -> Client {
    let profile = data.join("profile");
    let mut arguments = vec![
        "--headless".to_owned(),
        "--no-sandbox".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        format!("--user-data-dir={}", profile.display()),
        format!("--window-size={},1000", screen.width),
    ];
    arguments.extend_from_slice(further);
    let settings = [(!screen.scripts, "scriptEnabled=false"), (screen.dark, "preferredColorScheme=0")];
    let settings: Vec<_> = settings.iter().filter(|(wanted, _)| *wanted).map(|(_, text)| *text).collect();
    if !settings.is_empty() {
        arguments.push(format!("--blink-settings={}", settings.join(",")));
    }
    let mut options = json!({ "args": arguments });
    if screen.width < 500 {
        // A headless window is never narrower than 500 points; a phone is, so it is emulated.
        options["mobileEmulation"] =
            json!({ "deviceMetrics": { "width": screen.width, "height": 800, "pixelRatio": 2.0 } });
    }
    let capabilities = json!({ "goog:chromeOptions": options });
    let Value::Object(capabilities) = capabilities else { panic!("an object stands above") };
    // The driver needs a moment until it listens.
    for _ in 0..100 {
        let mut builder = ClientBuilder::new(hyper_util_connector());
        if let Ok(client) = builder.capabilities(capabilities.clone()).connect(driver).await {
            return client;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("the browser cannot be started: is Chromium installed beside chromedriver?");
}

fn hyper_util_connector() -> hyper_util::client::legacy::connect::HttpConnector {
    hyper_util::client::legacy::connect::HttpConnector::new()
}
