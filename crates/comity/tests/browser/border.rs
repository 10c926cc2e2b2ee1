//! The border page in a real browser: installed, without a network, before a camera, and back again.

mod copies;
mod device;
mod keyboard;
mod offline;
mod same_bytes;
mod two_borders;

use std::path::{Path, PathBuf};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use crate::common::Process;
use crate::visit::{PHONE, browser_with, demonstration, driver, served, served_again};

/// A command of the browser's own protocol (`POST /session/{id}/goog/cdp/execute`).
#[derive(Debug)]
pub(super) struct Devtools(&'static str);

impl WebDriverCompatibleCommand for Devtools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.0, "params": {} }).to_string()))
    }
}

/// An officer's phone, and a registry that comes and goes.
pub(super) struct Post {
    pub(super) page: Client,
    url: String,
    registry: PathBuf,
    serving: Option<Process>,
    _driver: Process,
    _data: tempfile::TempDir,
}

impl Post {
    /// A phone beside a demonstration; its camera looks at a code with this text.
    pub(super) async fn begin(picture: Option<&str>) -> Self {
        let data = tempfile::tempdir().unwrap();
        let (serving, url) = demonstration(data.path());
        Self::beside(data, serving, url, picture).await
    }

    /// A phone beside a registry that was made before, in the directory `registry`.
    pub(super) async fn beside_registry(data: tempfile::TempDir) -> Self {
        let (serving, url) = served(&data.path().join("registry"));
        Self::beside(data, serving, url, None).await
    }

    async fn beside(data: tempfile::TempDir, serving: Process, url: String, picture: Option<&str>) -> Self {
        let (driver, address) = driver();
        let camera = picture.map(|text| camera(data.path(), text)).unwrap_or_default();
        let page = browser_with(&address, PHONE, data.path(), &camera).await;
        let registry = data.path().join("registry");
        Self { page, url, registry, serving: Some(serving), _driver: driver, _data: data }
    }

    /// The page, ready for use.
    pub(super) async fn open(&self, query: &str) {
        self.page.goto(&format!("{}/en/border{query}", self.url)).await.unwrap();
        self.find("#border[data-ready=true]").await;
    }

    /// The same registry by the name of this machine: passkeys need a name.
    pub(super) fn by_name(&mut self) {
        self.url = self.url.replace("127.0.0.1", "localhost");
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }

    pub(super) fn registry(&self) -> &Path {
        &self.registry
    }

    /// The network goes.
    pub(super) fn lose(&mut self) {
        self.serving = None;
    }

    /// It comes back.
    pub(super) fn regain(&mut self) {
        self.serving = Some(served_again(&self.registry, &self.url));
    }

    /// Waits for an element.
    pub(super) async fn find(&self, css: &str) -> fantoccini::elements::Element {
        let often = std::time::Duration::from_millis(50);
        let found = self.page.wait().every(often).for_element(Locator::Css(css)).await;
        match found {
            Ok(found) => found,
            Err(error) => panic!("{css}: {error}\n{}", self.text("main").await),
        }
    }

    pub(super) async fn text(&self, css: &str) -> String {
        self.page.find(Locator::Css(css)).await.unwrap().text().await.unwrap()
    }

    pub(super) async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.page.execute_async(script, arguments).await.unwrap()
    }

    /// Chooses the importing country, and waits until its bundle is on the device.
    pub(super) async fn choose(&self, country: &str) {
        let option = format!("#f-importing option[value='{country}']");
        self.find(&option).await.click().await.unwrap();
        self.idle().await;
        self.find("#device-bundle[data-size]:not([data-size=''])").await;
    }

    /// Waits until nothing is being asked, fetched or sent.
    pub(super) async fn idle(&self) {
        self.find("#border[data-idle=true]").await;
    }

    /// How many checks wait to be sent.
    pub(super) async fn waiting(&self) -> String {
        self.idle().await;
        self.find("#device-checks").await.attr("data-waiting").await.unwrap().unwrap()
    }

    /// Types a number and asks; the outcome that is shown.
    pub(super) async fn check(&self, number: &str, on: &str, hs: &str) -> String {
        let fill =
            "document.getElementById('shown').replaceChildren(); const form = document.getElementById('ask');
            for (const [name, value] of Object.entries(arguments[0])) form.elements[name].value = value;
            form.requestSubmit();";
        let fields = json!({ "certificate": number, "on": on, "hs": hs });
        self.page.execute(fill, vec![fields]).await.unwrap();
        let outcome = self.outcome().await;
        self.idle().await;
        outcome
    }

    pub(super) async fn outcome(&self) -> String {
        let answer = self.find("#shown [data-outcome]").await;
        answer.attr("data-outcome").await.unwrap().unwrap()
    }

    /// Drops a file on the page.
    pub(super) async fn drop_file(&self, name: &str, text: &str) {
        let script = "document.getElementById('shown').replaceChildren(); const files = new DataTransfer();
            files.items.add(new File([arguments[1]], arguments[0], { type: 'text/plain' }));
            const event = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
            document.getElementById('border').dispatchEvent(event);";
        self.page.execute(script, vec![json!(name), json!(text)]).await.unwrap();
    }
}

/// Arguments of a browser whose camera shows a code with this text.
fn camera(folder: &Path, text: &str) -> Vec<String> {
    let file = folder.join("camera.y4m");
    std::fs::write(&file, film(text)).unwrap();
    vec![
        "--use-fake-device-for-media-stream".to_owned(),
        "--use-fake-ui-for-media-stream".to_owned(),
        format!("--use-file-for-fake-video-capture={}", file.display()),
    ]
}

/// A film of one picture (YUV4MPEG2), which is shown again and again: a code in the middle of a grey sheet.
fn film(text: &str) -> Vec<u8> {
    const WIDTH: usize = 640;
    const HEIGHT: usize = 480;
    let code = qrcode::QrCode::new(text).unwrap();
    let modules = code.width();
    let dots = 360 / (modules + 8);
    let side = dots * modules;
    let (left, top) = ((WIDTH - side) / 2, (HEIGHT - side) / 2);
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F30:1 Ip A1:1 C420mpeg2\nFRAME\n").into_bytes();
    for place in 0..WIDTH * HEIGHT {
        let (x, y) = ((place % WIDTH).wrapping_sub(left) / dots, (place / WIDTH).wrapping_sub(top) / dots);
        let dark = x < modules && y < modules && code[(x, y)] == qrcode::Color::Dark;
        film.push(if dark { 30 } else { 200 });
    }
    film.extend(vec![128; WIDTH * HEIGHT / 2]);
    film
}
