//! Serving until told to stop, and stopping without breaking off what is under way.

use std::future::{Future, IntoFuture as _};
use std::io;
use std::net::SocketAddr;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use crate::state::ServerState;

/// Serves until `shutdown` ends. Then no connection is taken any more, requests in flight are finished, and after
/// [`crate::Settings::stop_within`] at the latest this returns. Statements that were acknowledged are durable whatever
/// happens here; dropping the last [`app::App`] ends the sequencer after what is queued.
///
/// # Errors
/// When the listener fails.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    state: &ServerState,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let (stopping, stopped) = oneshot::channel();
    let signal = async move {
        shutdown.await;
        // Nobody listens when the server has ended by itself.
        let _ = stopping.send(());
    };
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(signal).into_future();
    let patience = state.settings.stop_within;
    tokio::select! {
        ended = server => ended,
        () = async {
            // If the sender is gone the server has ended, and the other branch answers.
            let _ = stopped.await;
            tokio::time::sleep(patience).await;
        } => {
            tracing::warn!(seconds = patience.as_secs(), "requests in flight were broken off");
            Ok(())
        }
    }
}

/// Serves routes that share no state with a registry until `shutdown` ends.
///
/// # Errors
/// When the listener fails.
pub async fn serve_alone(
    listener: TcpListener,
    router: Router,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    axum::serve(listener, router).with_graceful_shutdown(shutdown).await
}
