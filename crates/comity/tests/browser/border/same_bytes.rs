//! The same question gives the same bytes, asked of the registry and of the verifier in the browser.

use serde_json::json;

use super::Post;

/// Questions that must be answered with the same bytes, at least.
const QUESTIONS: u64 = 10_000;
const COUNTRIES: &[&str] = &["FR", "US", "JP", "CH"];
const DAYS: &[&str] = &["2016-02-01", "2019-06-01", "2021-03-15", "2024-04-01", "2026-04-01"];

/// Asks about every certificate on every day: the registry in one stream for each country, and the verifier with the files
/// that the page itself uses, from the bundle of the country and the evidence of the certificate. Whatever one of them
/// refuses, the other must refuse.
const COMPARE: &str = "
const [numbers, countries, days, done] = arguments;
const compare = async () => {
  const worker = await (await fetch('/en/border/worker.js')).text();
  const { load } = await import(worker.match(/\\/assets\\/verify\\.[0-9a-f]+\\.js/)[0]);
  const file = document.getElementById('border').dataset.verifier;
  const verifier = await load(await (await fetch(file)).arrayBuffer());
  const { keys } = await (await fetch('/log/keys')).json();
  verifier.policy(keys.map((key) => `log ${key}\\n`).join('') + 'quorum none\\n');
  const evidence = new Map();
  for (const number of numbers) {
    evidence.set(number, await (await fetch(`/api/v1/certificates/${encodeURIComponent(number)}/evidence`)).text());
  }
  const answer = (question) => {
    try {
      return verifier.answer(question);
    } catch (error) {
      return { covered: true, refused: String(error) };
    }
  };
  const told = { same: 0, refused: 0, uncovered: 0 };
  for (const importing of countries) {
    verifier.open(new Uint8Array(await (await fetch(`/api/v1/bundles/${importing}`)).arrayBuffer()));
    const questions = numbers.flatMap((number) =>
      days.map((on) => JSON.stringify({ importing, on, evidence: [{ number }] })));
    const headers = { 'content-type': 'application/x-ndjson' };
    const body = questions.join('\\n');
    const response = await fetch('/api/v1/decisions/stream', { method: 'POST', headers, body });
    const answers = (await response.text()).trimEnd().split('\\n');
    if (answers.length !== questions.length) return { importing, asked: questions.length, answered: answers.length };
    for (const [place, question] of questions.entries()) {
      if (place % days.length === 0) {
        verifier.forgetEvidence();
        verifier.evidence(evidence.get(numbers[place / days.length]));
      }
      const [online, offline] = [answers[place], answer(question)];
      if (!offline.covered) told.uncovered += 1;
      else if (offline.text === online) told.same += 1;
      else if (offline.refused && JSON.parse(online).status >= 400) told.refused += 1;
      else return { question, online, offline: offline.text ?? offline.refused };
    }
  }
  return told;
};
compare().then(done, (error) => done({ error: String(error) }));
";

#[tokio::test(flavor = "multi_thread")]
async fn the_verifier_in_a_browser_answers_ten_thousand_questions_with_the_bytes_of_the_registry_in_a_browser()
 {
    let post = Post::begin(None).await;
    post.open("").await;
    let patience = std::time::Duration::from_secs(600);
    let patience = fantoccini::wd::TimeoutConfiguration::new(Some(patience), None, None);
    post.page.update_timeouts(patience).await.unwrap();
    let compared = post.run(COMPARE, vec![json!(numbers()), json!(COUNTRIES), json!(DAYS)]).await;
    assert_eq!(compared["uncovered"], 0, "{compared}");
    assert!(compared["same"].as_u64() >= Some(QUESTIONS), "{compared}");
    post.page.close().await.unwrap();
}

/// Every certificate of the demonstration.
fn numbers() -> Vec<String> {
    let certificates = include_str!("../../../../../demo/certificates.csv");
    let mut rows = csv::Reader::from_reader(certificates.as_bytes());
    let column = rows.headers().unwrap().iter().position(|name| name == "number").unwrap();
    rows.records().map(|row| row.unwrap()[column].to_owned()).collect()
}
