// Bundles: fetched, checked against the key that this device trusts, kept, and opened for questions.
//
// Nothing is used that the verifier did not open: a bundle that was changed, on the way or on the device, is refused.

/** How long the network may take, in milliseconds; after that there is none. */
const PATIENCE = 10_000;

const hex = (bytes) => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** SHA-256 in hexadecimal. */
export const sha256 = async (bytes) => hex(await crypto.subtle.digest("SHA-256", bytes));

/** Asks the registry; fails when there is no network. */
export const ask = (path, options = {}) =>
  fetch(path, { cache: "no-store", signal: AbortSignal.timeout(PATIENCE), ...options });

/** What a problem document says to do, or the status. */
export const told = async (response) => {
  const problem = await response.json().catch(() => ({}));
  return [problem.detail, problem.next_step].filter(Boolean).join("; ") || String(response.status);
};

export class Bundles {
  #store;
  #verifier;
  /** What is open: `{ country, made_at, log_size, confirmed_at, sha256 }`. */
  opened = null;
  /** Why the last bundle was refused, in the words of the verifier. */
  refused = null;
  /** Whether the registry names a key that the trusted one does not vouch for. */
  otherKey = false;

  constructor(store, verifier) {
    this.#store = store;
    this.#verifier = verifier;
  }

  /** Opens the bundle that is kept for a country, if there is one. */
  async open(country) {
    if (this.opened?.country === country) return this.opened;
    this.opened = this.refused = null;
    const kept = await this.#store.get("bundles", country);
    if (!kept) return null;
    try {
      await this.#take(kept);
    } catch (error) {
      this.refused = error.message;
    }
    return this.opened;
  }

  /** Fetches what is new for a country. Without a network it fails and what is open stays open. */
  async renew(country) {
    await this.trust();
    const kept = await this.#store.get("bundles", country);
    const fetched = (kept && (await this.#later(country, kept))) || (await this.#whole(country));
    try {
      await this.#take(fetched);
      await this.#store.put("bundles", fetched);
      this.refused = null;
    } catch (error) {
      this.refused = error.message;
      if (this.opened?.country !== country) await this.open(country);
    }
  }

  /** What this device trusts; taken from the registry the first time. */
  async trust() {
    const trusted = await this.#store.setting("trust");
    const response = await ask("/log/keys");
    if (!response.ok) throw new Error(await told(response));
    const { origin, keys } = await response.json();
    if (!trusted) {
      if (!origin || keys.length === 0) throw new Error("—");
      await this.#store.set("trust", { origin, keys, since: Date.now() });
      return;
    }
    this.otherKey = !keys.some((key) => trusted.keys.includes(key));
  }

  /** Runs `answer` with the bundle of a country open and the evidence of a number presented; null without a bundle. */
  async with(country, number, answer) {
    await this.open(country);
    const kept = number && (await this.#store.get("evidence", number));
    if (this.opened?.country !== country) return null;
    // From here on nothing else runs in between.
    this.#verifier.forgetEvidence();
    try {
      if (kept) this.#verifier.evidence(kept.text);
    } catch {
      // It was changed on the device, or is signed with a key that this bundle does not know yet: it is not covered then.
    }
    return answer();
  }

  /** Takes evidence in: from a file, or from whoever presents it. Gives the numbers in it. */
  async takeEvidence(text) {
    const numbers = this.#verifier.evidence(text);
    for (const number of numbers) await this.#store.keepEvidence(number, text);
    return numbers;
  }

  /** Fetches the evidence of a certificate; false when it is not on record. */
  async fetchEvidence(number) {
    const response = await ask(`/api/v1/certificates/${encodeURIComponent(number)}/evidence`);
    if (response.ok) await this.#store.keepEvidence(number, await response.text());
    return response.ok;
  }

  async #take(record) {
    const trusted = await this.#store.setting("trust");
    if (!trusted) throw new Error("—");
    this.#verifier.policy(`${trusted.keys.map((key) => `log ${key}\n`).join("")}quorum none\n`);
    const described = this.#verifier.open(record.bytes);
    const { country, confirmed_at, etag } = record;
    const { made_at, log_size } = described;
    this.opened = { country, made_at: made_at * 1000, log_size, confirmed_at, sha256: etag };
    // Keys that the log changed to since are vouched for by the one that is trusted.
    const further = described.log_keys.filter((key) => !trusted.keys.includes(key));
    if (further.length > 0) {
      await this.#store.set("trust", { ...trusted, keys: [...trusted.keys, ...further] });
    }
  }

  /** What leads from the kept bundle to the present one, applied; nothing where that cannot be had. */
  async #later(country, kept) {
    const response = await ask(`/api/v1/bundles/${country}/delta?from=${kept.log_size}`);
    if (!response.ok) return null;
    const { etag, log_size } = this.#named(response);
    const delta = new Uint8Array(await response.arrayBuffer());
    const confirmed_at = Date.now();
    if (etag === kept.etag) return { ...kept, confirmed_at };
    try {
      return { country, etag, log_size, confirmed_at, bytes: this.#verifier.apply(kept.bytes, delta) };
    } catch {
      return null;
    }
  }

  async #whole(country) {
    const response = await ask(`/api/v1/bundles/${country}`);
    if (!response.ok) throw new Error(await told(response));
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { country, ...this.#named(response), confirmed_at: Date.now(), bytes };
  }

  #named({ headers }) {
    const etag = (headers.get("etag") ?? "").replace("W/", "").replaceAll('"', "");
    return { etag, log_size: Number(headers.get("comity-log-size")) };
  }
}
