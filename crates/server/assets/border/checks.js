// Checks wait on the device until the registry has them. Each has an identifier of its own, so telling twice records once.

import { ask, told } from "./bundles.js";

/** Checks that are told together. */
const TOGETHER = 200;
/** Characters of a note. */
const NOTE_MAX = 500;

export class Checks {
  #store;
  #sending = null;

  constructor(store) {
    this.#store = store;
  }

  /** Keeps what was checked: it is on the disk when this is done. */
  async keep({ shown, bundle, note }) {
    const check = {
      id: crypto.randomUUID(),
      question: shown.question,
      outcome: shown.outcome,
      log_size: shown.log_size,
      checked_at: new Date().toISOString(),
    };
    const kinds = shown.copies.map((copy) => copy.kind).join(", ");
    const noted = [kinds && `[${kinds}]`, note].filter(Boolean).join(" ").slice(0, NOTE_MAX);
    if (noted) check.note = noted;
    if (bundle?.sha256) check.bundle_sha256 = bundle.sha256;
    await this.#store.put("checks", { id: check.id, check, refused: "" });
  }

  /** How many wait, and how many were not taken and why. */
  async standing() {
    const all = await this.#store.all("checks");
    const refused = all.filter((kept) => kept.refused);
    return { waiting: all.length - refused.length, refused: refused.length, reason: refused[0]?.refused ?? "" };
  }

  /** Sends what waits; fails when there is no network. What was not answered waits on. */
  send() {
    // One at a time: a second call joins the first.
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #send() {
    const waiting = (await this.#store.all("checks")).filter((kept) => !kept.refused);
    waiting.sort((a, b) => a.check.checked_at.localeCompare(b.check.checked_at));
    for (let from = 0; from < waiting.length; from += TOGETHER) {
      const part = waiting.slice(from, from + TOGETHER);
      const response = await ask("/api/v1/checks", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(part.map((kept) => kept.check)),
      });
      if (!response.ok) throw new Error(await told(response));
      const { checks } = await response.json();
      for (const [place, { state, problem }] of checks.entries()) {
        const kept = part[place];
        if (state === "new" || state === "known") await this.#store.delete("checks", kept.id);
        // What the store of the registry had no room for may have some later.
        else if (problem?.status < 500) await this.#store.put("checks", { ...kept, refused: problem.detail });
      }
    }
  }
}
