//! Many things at once, on as many threads as there are processors.

use std::thread;

/// Processors that may be used.
pub(crate) fn processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Does something to many things in parts of at least `least`, each on a thread of its own, at most `threads` of them. What
/// comes out stands in the order of what went in. A panic is the caller's.
pub(crate) fn in_parts<T: Send, R: Send>(
    things: Vec<T>,
    least: usize,
    threads: usize,
    run: impl Fn(Vec<T>) -> Vec<R> + Sync,
) -> Vec<R> {
    let size = things.len().div_ceil(threads.max(1)).max(least);
    if things.len() <= size {
        return run(things);
    }
    let run = &run;
    thread::scope(|scope| {
        let (mut running, mut things) = (Vec::new(), things.into_iter());
        while things.len() > 0 {
            let part: Vec<T> = things.by_ref().take(size).collect();
            running.push(scope.spawn(move || run(part)));
        }
        let ended = running.into_iter().map(thread::ScopedJoinHandle::join);
        ended.flat_map(|part| part.unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_many_threads_the_order_is_the_same_and_nothing_is_missing() {
        for (count, least, threads) in [(0, 1, 4), (1, 1, 4), (10, 4, 3), (10, 1, 3), (10, 100, 3), (7, 1, 0)]
        {
            let doubled = in_parts((0..count).collect(), least, threads, |part| {
                part.into_iter().map(|number: i32| 2 * number).collect()
            });
            assert_eq!(doubled, (0..count).map(|number| 2 * number).collect::<Vec<_>>());
        }
    }

    #[test]
    fn no_part_is_smaller_than_the_least_but_the_last() {
        let sizes = in_parts(vec![(); 10], 4, 100, |part| vec![part.len()]);
        assert_eq!(sizes, [4, 4, 2]);
    }
}
