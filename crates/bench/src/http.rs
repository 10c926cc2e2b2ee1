//! A server and its clients in one process, over loopback: one thread serves, one asks.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, anyhow, ensure};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::figures::rate;

/// Connections that ask at the same time.
const CONNECTIONS: usize = 32;

/// A server on a thread of its own. Dropping it stops it.
pub(crate) struct Server {
    pub(crate) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<Result<()>>>,
}

impl Server {
    /// Starts one; `serve` serves until what it is given ends.
    pub(crate) fn start<F, S>(serve: S) -> Result<Self>
    where
        S: FnOnce(TcpListener, oneshot::Receiver<()>) -> F + Send + 'static,
        F: Future<Output = std::io::Result<()>>,
    {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let thread = thread::Builder::new().name("server".to_owned()).spawn(move || {
            let runtime = Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
            let listener = {
                let _within = runtime.enter();
                TcpListener::from_std(listener)?
            };
            // On the worker, as `main` of the server would not be: connections are served by the worker anyhow.
            Ok(runtime.block_on(serve(listener, stopped))?)
        })?;
        Ok(Self { address, stop: Some(stop), thread: Some(thread) })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A server that ended by itself told so to whoever asked it.
        let _ = self.stop.take().map(|stop| stop.send(()));
        let _ = self.thread.take().map(JoinHandle::join);
    }
}

/// A request with a body.
pub(crate) fn post(path: &str, content_type: &str, body: &[u8], close: bool) -> Vec<u8> {
    let connection = if close { "close" } else { "keep-alive" };
    let head = format!(
        "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: {content_type}\r\nconnection: {connection}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// When to stop asking.
#[derive(Clone, Copy)]
pub(crate) enum Until {
    /// Ask the requests again and again for so long.
    Passed(Duration),
    /// Ask each once.
    Done,
}

/// Requests answered per second. Every answer must be a success.
pub(crate) fn ask(address: SocketAddr, requests: &Arc<Vec<Vec<u8>>>, until: Until) -> Result<f64> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let next = Arc::new(AtomicUsize::new(0));
        let start = Instant::now();
        let mut asking = JoinSet::new();
        for _ in 0..CONNECTIONS {
            asking.spawn(connection(address, requests.clone(), next.clone(), start, until));
        }
        let mut answered = 0;
        while let Some(ended) = asking.join_next().await {
            answered += ended??;
        }
        Ok(rate(answered, start.elapsed()))
    })
}

async fn connection(
    address: SocketAddr,
    requests: Arc<Vec<Vec<u8>>>,
    next: Arc<AtomicUsize>,
    start: Instant,
    until: Until,
) -> Result<usize> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let (mut answered, mut buffer) = (0, Vec::with_capacity(64 * 1024));
    loop {
        let place = next.fetch_add(1, Ordering::Relaxed);
        let over = match until {
            Until::Passed(time) => start.elapsed() >= time,
            Until::Done => place >= requests.len(),
        };
        if over {
            return Ok(answered);
        }
        stream.write_all(&requests[place % requests.len()]).await?;
        answer(&mut stream, &mut buffer).await?;
        answered += 1;
    }
}

/// The body of the next answer, which stays in the buffer after its head.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<()> {
    buffer.clear();
    let mut whole = usize::MAX;
    while buffer.len() < whole {
        ensure!(stream.read_buf(buffer).await? > 0, "the server closed the connection");
        if whole == usize::MAX
            && let Some(head) = buffer.windows(4).position(|four| four == b"\r\n\r\n")
        {
            whole = head + 4 + content_length(&buffer[..head])?;
        }
    }
    Ok(())
}

fn content_length(head: &[u8]) -> Result<usize> {
    let head = std::str::from_utf8(head)?;
    ensure!(head.starts_with("HTTP/1.1 200"), "{head}");
    let lengths = head.lines().filter_map(|line| line.split_once(": "));
    let mut lengths = lengths.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let (_, length) = lengths.next().context("an answer without its length")?;
    Ok(length.parse()?)
}

/// Lines answered per second by a stream of lines, which is sent and read at the same time.
pub(crate) fn stream(address: SocketAddr, path: &str, lines: &[u8], count: usize) -> Result<f64> {
    let request = post(path, "application/x-ndjson", lines, true);
    let runtime = Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        let (mut reader, mut writer) = TcpStream::connect(address).await?.into_split();
        let start = Instant::now();
        let sending = tokio::spawn(async move { writer.write_all(&request).await.map(|()| writer) });
        let (mut answered, mut last, mut buffer) = (0, 0, vec![0; 256 * 1024]);
        loop {
            let read = reader.read(&mut buffer).await?;
            if read == 0 {
                break;
            }
            // Lines of answers end with a line feed; those of the protocol with a carriage return before it.
            for byte in &buffer[..read] {
                answered += usize::from(*byte == b'\n' && last != b'\r');
                last = *byte;
            }
        }
        let took = start.elapsed();
        sending.await?.map_err(|error| anyhow!("sending: {error}"))?;
        ensure!(answered == count, "{answered} answers to {count} questions");
        Ok(rate(count, took))
    })
}
