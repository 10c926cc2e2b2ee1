// What the page keeps on the device, in a database of the browser: what it trusts, bundles, evidence, and checks that wait
// to be sent. Each write is done when its promise is.

const NAME = "comity-border";
const VERSION = 1;
/** Pieces of evidence that are kept; the oldest go first. */
const EVIDENCE_MAX = 5000;

/** Stores with their keys. */
const STORES = { settings: "name", bundles: "country", evidence: "number", checks: "id" };

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

export class Store {
  #database;

  static async open() {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of Object.entries(STORES)) request.result.createObjectStore(store, { keyPath });
    };
    const store = new Store();
    store.#database = await done(request);
    return store;
  }

  get(store, key) {
    return done(this.#in(store).get(key));
  }

  all(store) {
    return done(this.#in(store).getAll());
  }

  count(store) {
    return done(this.#in(store).count());
  }

  /** Puts a record; the promise holds when it is on the disk. */
  put(store, record) {
    return this.#write(store, (records) => records.put(record));
  }

  delete(store, key) {
    return this.#write(store, (records) => records.delete(key));
  }

  clear(store) {
    return this.#write(store, (records) => records.clear());
  }

  async setting(name) {
    return (await this.get("settings", name))?.value;
  }

  set(name, value) {
    return this.put("settings", { name, value });
  }

  /** Keeps the evidence of a certificate. */
  async keepEvidence(number, text) {
    await this.put("evidence", { number, text, kept_at: Date.now() });
    if ((await this.count("evidence")) <= EVIDENCE_MAX) return;
    const all = await this.all("evidence");
    all.sort((a, b) => a.kept_at - b.kept_at);
    for (const { number } of all.slice(0, all.length - EVIDENCE_MAX)) await this.delete("evidence", number);
  }

  #in(store) {
    return this.#database.transaction(store).objectStore(store);
  }

  #write(store, change) {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(store, "readwrite", { durability: "strict" });
      transaction.oncomplete = () => resolve();
      transaction.onerror = transaction.onabort = () => reject(transaction.error);
      change(transaction.objectStore(store));
    });
  }
}
