//! The same question gives the same bytes, asked of the registry and of the verifier in the browser.

use serde_json::{Value, json};

use super::Post;

/// Questions asked.
const QUESTIONS: usize = 120;
const DAYS: &[&str] = &["2019-06-01", "2024-04-01", "2026-04-01"];

/// Opens the bundle with the files that the page itself uses, and compares the bytes of every answer.
const COMPARE: &str = "
const [questions, done] = arguments;
const compare = async () => {
  const worker = await (await fetch('/en/border/worker.js')).text();
  const { load } = await import(worker.match(/\\/assets\\/verify\\.[0-9a-f]+\\.js/)[0]);
  const file = document.getElementById('border').dataset.verifier;
  const verifier = await load(await (await fetch(file)).arrayBuffer());
  const { keys } = await (await fetch('/log/keys')).json();
  verifier.policy(keys.map((key) => `log ${key}\\n`).join('') + 'quorum none\\n');
  const encoder = new TextEncoder();
  let [same, uncovered] = [0, 0];
  for (const country of ['FR', 'US']) {
    verifier.open(new Uint8Array(await (await fetch(`/api/v1/bundles/${country}`)).arrayBuffer()));
    for (const question of questions.filter((one) => one.importing === country)) {
      const number = question.evidence[0].number;
      verifier.forgetEvidence();
      verifier.evidence(await (await fetch(`/api/v1/certificates/${encodeURIComponent(number)}/evidence`)).text());
      const body = JSON.stringify(question);
      const headers = { 'content-type': 'application/json' };
      const online = await (await fetch('/api/v1/decisions', { method: 'POST', headers, body })).text();
      const offline = verifier.answer(body);
      if (!offline.covered) uncovered += 1;
      else if (offline.text === online && encoder.encode(offline.text).length === encoder.encode(online).length) same += 1;
      else return { question, online, offline: offline.text };
    }
  }
  return { same, uncovered };
};
compare().then(done, (error) => done({ error: String(error) }));
";

#[tokio::test(flavor = "multi_thread")]
async fn the_verifier_in_a_browser_answers_with_the_bytes_of_the_registry_in_a_browser() {
    let post = Post::begin(None).await;
    post.open("").await;
    let patience = std::time::Duration::from_secs(60);
    let patience = fantoccini::wd::TimeoutConfiguration::new(Some(patience), None, None);
    post.page.update_timeouts(patience).await.unwrap();
    let compared = post.run(COMPARE, vec![json!(questions())]).await;
    assert_eq!(compared, json!({ "same": QUESTIONS, "uncovered": 0 }));
    post.page.close().await.unwrap();
}

/// About certificates of the demonstration that state a commodity code, all along the list.
fn questions() -> Vec<Value> {
    let certificates = include_str!("../../../../../demo/certificates.csv");
    let mut rows = csv::Reader::from_reader(certificates.as_bytes());
    let column = rows.headers().unwrap().iter().position(|name| name == "number").unwrap();
    let numbers: Vec<String> = rows.records().map(|row| row.unwrap()[column].to_owned()).collect();
    let step = numbers.len() / QUESTIONS;
    let asked = numbers.iter().step_by(step).take(QUESTIONS).enumerate().map(|(place, number)| {
        let (importing, on) = (["FR", "US"][place % 2], DAYS[place % DAYS.len()]);
        json!({ "importing": importing, "on": on, "evidence": [{ "number": number }] })
    });
    asked.collect()
}
