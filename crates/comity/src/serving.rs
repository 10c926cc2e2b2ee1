//! Serving a registry over HTTP until somebody stops it.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use app::App;
use app::border::webhooks::AllowPrivate;
use app::pages::Pages;
use app::search::Search;
use ipnet::IpNet;
use search::Index;
use server::portal::{self, AppSource, Example, ExampleIn, Examples};
use server::{ServerState, Settings};

use crate::border;
use crate::console::Console;
use crate::cosigning::Cosigning;
use crate::delivering::Delivering;
use crate::demo;
use crate::desk::DeskArgs;
use crate::failure::Failure;

/// Address that is used when none is named.
pub const DEFAULT_LISTEN: &str = "127.0.0.1:8080";
/// Its port.
pub const DEFAULT_PORT: u16 = 8080;
/// Ports that are tried after the default one.
const FURTHER_PORTS: u16 = 20;

/// Where a registry is served, and behind what.
#[derive(clap::Args, Debug)]
pub struct Listening {
    /// Address to listen on. If the port of the default address is taken, the next free one is used.
    #[arg(long, value_name = "ADDR", default_value = DEFAULT_LISTEN)]
    listen: SocketAddr,
    /// A proxy, or a network of proxies, whose `Forwarded` or `X-Forwarded-For` says which client a request counts
    /// for; may be given several times. An address alone is written with its length, such as `10.0.0.1/32`.
    #[arg(long, value_name = "CIDR")]
    trusted_proxy: Vec<IpNet>,
    /// Lets events be sent to subscribers in private networks, and without TLS: for trials, or where all of them are yours.
    #[arg(long)]
    allow_private_webhooks: bool,
}

/// Which witnesses are asked to cosign.
#[derive(clap::Args, Debug)]
pub struct Witnesses {
    /// File with witnesses and how many of them must cosign, as a C2SP tlog-policy. They are asked after each checkpoint;
    /// receipts do not wait for them.
    #[arg(long, value_name = "FILE", env = "COMITY_POLICY")]
    policy: Option<PathBuf>,
}

impl Witnesses {
    /// Reads the policy, if there is one.
    pub fn cosigning(&self, app: &App) -> Result<Option<Cosigning>, Failure> {
        let Some(path) = &self.policy else { return Ok(None) };
        let text =
            std::fs::read_to_string(path).map_err(|e| Failure::file("cannot read the policy", path, &e))?;
        Ok(Some(Cosigning::new(app.clone(), text.parse()?)?))
    }
}

impl Listening {
    /// Takes the address, and says which it is.
    pub fn bind(&self, console: Console) -> Result<(TcpListener, String), Failure> {
        bind(self.listen, console)
    }

    fn allow_private(&self) -> AllowPrivate {
        if self.allow_private_webhooks { AllowPrivate::Yes } else { AllowPrivate::No }
    }

    fn settings(&self) -> Settings {
        Settings { trusted_proxies: self.trusted_proxy.clone(), ..Settings::default() }
    }
}

/// Takes the address, and says which it is. Only the default port gives way to the next free one.
fn bind(listen: SocketAddr, console: Console) -> Result<(TcpListener, String), Failure> {
    let further = if listen.to_string() == DEFAULT_LISTEN { FURTHER_PORTS } else { 0 };
    let mut tried = listen;
    loop {
        match TcpListener::bind(tried) {
            Ok(listener) => {
                let bound = listener.local_addr()?;
                if tried != listen {
                    console.note(format!("Port {} is taken; using {}.", listen.port(), bound.port()));
                }
                return Ok((listener, format!("http://{}", reachable(bound))));
            }
            Err(error) if error.kind() == ErrorKind::AddrInUse && tried.port() < listen.port() + further => {
                tried.set_port(tried.port() + 1);
            }
            Err(error) => {
                let step = "name another address with `--listen`, such as `127.0.0.1:9000`";
                return Err(Failure::new(format!("cannot listen on `{tried}`: {error}"), step));
            }
        }
    }
}

/// The address to type into a browser: one that means "every interface" is reached on this machine.
fn reachable(bound: SocketAddr) -> SocketAddr {
    match bound {
        SocketAddr::V4(v4) if v4.ip().is_unspecified() => SocketAddr::from(([127, 0, 0, 1], v4.port())),
        SocketAddr::V6(v6) if v6.ip().is_unspecified() => {
            SocketAddr::from((std::net::Ipv6Addr::LOCALHOST, v6.port()))
        }
        other => other,
    }
}

/// Serves API, log, portal and desk until Ctrl-C or the signal to terminate.
pub fn serve(
    app: App,
    directory: &Path,
    desk: &DeskArgs,
    listener: TcpListener,
    listening: &Listening,
    cosigning: Option<Cosigning>,
) -> Result<(), Failure> {
    let step = "see `comity doctor`";
    let index: Arc<dyn Search> =
        Arc::new(Index::open(&directory.join(SEARCH)).map_err(|e| Failure::new(e, step))?);
    let demonstration = app.state().registry().genesis().is_some_and(|genesis| genesis.demonstration);
    let _indexer = app::search::Indexer::start(app.clone(), index.clone());
    let pages = Pages::new(app.clone(), index.clone()).map_err(|e| Failure::new(e, step))?;
    let examples = if demonstration { examples() } else { Examples::default() };
    let office = desk.open(app.clone(), directory, listener.local_addr()?.port())?;
    let allow_private = listening.allow_private();
    let border = border::open(app.clone(), directory, index.clone(), allow_private)?;
    let delivering = Delivering::new(border.clone(), allow_private)?;
    let source = Arc::new(AppSource::new(Arc::new(pages), examples).with_border(border.clone()));
    let pages = portal::router_with_desk(source.clone(), office.clone());
    let state = ServerState::new(app.clone(), listening.settings())
        .with_search(move |request| index.search(request))
        .with_office(office)
        .with_border(border);
    let portal = pages.merge(portal::lines_router(source, state.clone()));
    let router = server::router_with(state.clone(), portal);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    index_procedures(&app);
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        tokio::spawn(keep_procedures_indexed(app));
        let listener = tokio::net::TcpListener::from_std(listener)?;
        if let Some(cosigning) = cosigning {
            // It ends with the runtime; a checkpoint that is not cosigned then is cosigned after the next start.
            tokio::spawn(cosigning.run());
        }
        // It ends with the runtime; what was not noted as delivered is sent again after the next start.
        tokio::spawn(delivering.run());
        server::serve(listener, router, &state, stop()).await
    })?;
    Ok(())
}

/// How often the index over procedures is brought up to date.
const INDEX_EVERY: Duration = Duration::from_secs(1);

/// Makes the index over procedures, so that no reader waits for it. What fails here fails again, and is told, where the
/// index is asked for.
fn index_procedures(app: &App) {
    let _ = app.prepare_stories();
}

/// Goes on until the runtime ends.
async fn keep_procedures_indexed(app: App) {
    loop {
        tokio::time::sleep(INDEX_EVERY).await;
        let app = app.clone();
        let _ = tokio::task::spawn_blocking(move || index_procedures(&app)).await;
    }
}

/// Serves routes that need no registry until Ctrl-C or the signal to terminate.
pub fn serve_alone(listener: TcpListener, router: server::Router) -> Result<(), Failure> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        server::serve_alone(tokio::net::TcpListener::from_std(listener)?, router, stop()).await
    })?;
    Ok(())
}

/// Folder of the search index in a data directory: derived, made again when it is missing.
pub const SEARCH: &str = "search";

/// Ctrl-C, or the signal to terminate.
async fn stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate());
        if let Ok(mut terminate) = terminate {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    // Without a signal to wait for, the server runs until it is killed; nothing acknowledged is lost then either.
    let _ = interrupt.await;
}

/// The stories of the demonstration as questions in the languages of the portal.
fn examples() -> Examples {
    let in_languages = |story: demo::Story| {
        let query = format!(
            "certificate={}&importing={}&on={}",
            percent(&story.number),
            percent(&story.importing),
            percent(&story.on)
        );
        let one =
            |language, text: String| ExampleIn { language, example: Example { text, query: query.clone() } };
        [one("en", story.title_en), one("fr", story.title_fr)]
    };
    Examples(demo::stories().into_iter().flat_map(in_languages).collect())
}

/// A value of a query, with everything escaped that is not a letter, digit or `-._`.
pub fn percent(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    text.bytes()
        .map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}

/// The description of the API.
pub fn openapi() -> String {
    let text = server::openapi().to_pretty_json().unwrap_or_default();
    text + "\n"
}
