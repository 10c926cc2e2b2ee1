// Answers a file of questions, one a line, in node:
//   node answer.mjs comity_verify_wasm.wasm policy.txt fr.bundle questions.ndjson EVIDENCE...

import { readFileSync } from "node:fs";
import { load } from "./verify.mjs";

const [wasm, policy, bundle, questions, ...evidence] = process.argv.slice(2);
const verifier = await load(readFileSync(wasm));
verifier.policy(readFileSync(policy, "utf8"));
verifier.open(new Uint8Array(readFileSync(bundle)));
evidence.forEach((file) => verifier.evidence(readFileSync(file, "utf8")));
for (const question of readFileSync(questions, "utf8").split("\n").filter(Boolean)) {
  process.stdout.write(`${verifier.answer(question).text}\n`);
}
