//! Decisions over HTTP, beside a route that returns a constant of the same size.

use std::future::IntoFuture as _;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use app::App;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header;
use axum::response::IntoResponse as _;
use axum::routing::post;
use server::{ServerState, Settings};
use tokio_stream::StreamExt as _;

use crate::directory::Directory;
use crate::figures::{Figures, median};
use crate::http::{self, Server, Until};

const DECISIONS: &str = "/api/v1/decisions";
pub(crate) const STREAM: &str = "/api/v1/decisions/stream";
const JSON: &str = "application/json";

pub(crate) fn measure<'w>(figures: &mut Figures, directory: Directory<'w>) -> Result<Directory<'w>> {
    let (few, many) = if figures.options.quick { (200, 1_000) } else { (1_000, 30_000) };
    let (rounds, time) =
        if figures.options.quick { (1, Duration::from_millis(300)) } else { (5, Duration::from_secs(1)) };
    let directory = directory.reopen()?;
    figures.doing("decisions over HTTP");
    let ours = product(&directory.app)?;
    // Of the many, none was asked before: their certificates come from the database.
    let questions = directory.questions(many)?;
    let from_database = http::ask(ours.address, &requests(&questions), Until::Done)?;
    let asked = requests(&questions[..few]);
    http::ask(ours.address, &asked, Until::Done)?;
    let answers = questions[..few].iter().map(|question| Ok(directory.app.decide(question)?.len()));
    let lengths = answers.collect::<Result<Vec<usize>>>()?;
    let length = lengths.iter().sum::<usize>() / lengths.len().max(1);
    let floor = constant(length)?;
    // The same questions, each time written otherwise: no answer is at hand, every certificate is.
    let anew = requests(&(0..40).flat_map(|n| spaced(&questions[..few], n)).collect::<Vec<_>>());
    let (mut again, mut cached, mut floors) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..rounds {
        figures.doing(&format!("decisions over HTTP, round {} of {rounds}", round + 1));
        floors.push(http::ask(floor.address, &asked, Until::Passed(time))?);
        again.push(http::ask(ours.address, &asked, Until::Passed(time))?);
        cached.push(http::ask(ours.address, &anew, Until::Passed(time))?);
    }
    let beside = ("a constant of the same size", median(floors));
    figures.beside("API decisions, asked before", median(again), "1/s", beside, Some(">= 0.6"));
    figures.beside("API decisions, certificate cached", median(cached), "1/s", beside, Some(">= 0.6"));
    figures.beside("API decisions, certificate from the database", from_database, "1/s", beside, None);
    #[expect(clippy::cast_precision_loss, reason = "an answer has some thousands")]
    figures.alone("an answer, mean", length as f64, "bytes");
    streamed(figures, [&ours, &floor], &questions, rounds)?;
    drop(ours);
    Ok(directory)
}

fn streamed(
    figures: &mut Figures,
    [ours, floor]: [&Server; 2],
    questions: &[Vec<u8>],
    rounds: usize,
) -> Result<()> {
    let lines = questions.iter().flat_map(|question| question.iter().copied().chain([b'\n']));
    let lines: Vec<u8> = lines.collect();
    let (mut streamed, mut floors) = (Vec::new(), Vec::new());
    for round in 0..rounds {
        figures.doing(&format!("decisions in a stream, round {} of {rounds}", round + 1));
        floors.push(http::stream(floor.address, STREAM, &lines, questions.len())?);
        streamed.push(http::stream(ours.address, STREAM, &lines, questions.len())?);
    }
    let beside = ("a constant for each line", median(floors));
    figures.beside("API decisions, streamed", median(streamed), "1/s", beside, None);
    Ok(())
}

fn requests(questions: &[Vec<u8>]) -> Arc<Vec<Vec<u8>>> {
    Arc::new(questions.iter().map(|question| http::post(DECISIONS, JSON, question, false)).collect())
}

/// The same questions with some spaces behind them.
fn spaced(questions: &[Vec<u8>], spaces: usize) -> impl Iterator<Item = Vec<u8>> {
    questions.iter().map(move |question| [&question[..], &vec![b' '; spaces + 1]].concat())
}

/// The server as it is.
pub(crate) fn product(app: &App) -> Result<Server> {
    let state = ServerState::new(app.clone(), Settings::default());
    Server::start(move |listener, stopped| async move {
        let stop = async { drop(stopped.await) };
        server::serve(listener, server::router(state.clone()), &state, stop).await
    })
}

/// A server that reads what it is asked and answers with a constant.
fn constant(length: usize) -> Result<Server> {
    let answer = Bytes::from(vec![b'x'; length]);
    let line = Bytes::from([&vec![b'x'; length][..], b"\n"].concat());
    let one = move |_: Bytes| async move { ([(header::CONTENT_TYPE, JSON)], answer) };
    let many = move |body: Body| async move {
        let answers = body.into_data_stream().map(move |part| {
            let lines = part?.iter().filter(|byte| **byte == b'\n').count();
            Ok::<_, axum::Error>(Bytes::from(line.repeat(lines)))
        });
        ([(header::CONTENT_TYPE, "application/x-ndjson")], Body::from_stream(answers)).into_response()
    };
    let router = Router::new().route(DECISIONS, post(one)).route(STREAM, post(many));
    Server::start(move |listener, stopped| async move {
        let stop = async { drop(stopped.await) };
        axum::serve(listener, router).with_graceful_shutdown(stop).into_future().await
    })
}
