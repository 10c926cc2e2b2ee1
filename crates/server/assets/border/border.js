// The border page: what is scanned, dropped or typed is answered by the registry while it can be reached, else by the same
// verifier here, from the bundle that is kept. What was checked is kept until the registry has it.

import { load } from "./verify.mjs";
import { Store } from "./store.js";
import { Bundles, ask, sha256, told } from "./bundles.js";
import { picture, scan } from "./camera.js";
import { Checks } from "./checks.js";
import { say, show } from "./show.js";

const page = document.getElementById("border");
const by = (id) => document.getElementById(id);
const form = by("ask");
const place = by("shown");
const words = JSON.parse(page.dataset.words);
const language = document.documentElement.lang;
/** Largest file that is read, in bytes: a picture of a phone. */
const FILE_MAX = 40_000_000;
const FIELDS = ["certificate", "importing", "on", "hs", "gtin", "model", "batch", "serial", "holder"];
/** How often what waits is tried again, in milliseconds. */
const AGAIN = 60_000;

const word = (name, values = {}) =>
  Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`{${key}}`, String(value)), words[name]);

const number = (value) => new Intl.NumberFormat(language).format(value);

/** How long ago a moment is, in words. */
const age = (moment) => {
  const minutes = Math.round((moment - Date.now()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (minutes > -60) return relative.format(minutes, "minute");
  if (minutes > -48 * 60) return relative.format(Math.round(minutes / 60), "hour");
  return relative.format(Math.round(minutes / 1440), "day");
};

const day = (moment) => new Intl.DateTimeFormat(language, { dateStyle: "long" }).format(moment);

const country = () => form.elements.importing.value;
const countryName = () => form.elements.importing.selectedOptions[0]?.textContent ?? "";

const moduleBytes = await (await fetch(page.dataset.verifier)).arrayBuffer();
const code = await WebAssembly.compile(moduleBytes);
const verifier = await load(code);
const store = await Store.open();
const bundles = new Bundles(store, verifier);
const checks = new Checks(store);
/** Whether the registry answered last. */
let reached = null;
/** A document that was scanned or dropped; it stays until the next one. */
let documentText = "";

// What reads pictures is a module of its own: should a picture end it, nothing else is lost.
let reader = await load(code);
const read = (pixels) => {
  try {
    return reader.code(pixels);
  } catch (error) {
    if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    load(code).then((fresh) => {
      reader = fresh;
    });
    return "";
  }
};

/** Runs something that asks, fetches or sends; the page says whether anything of the kind is going on. */
let going = 0;
const busy = (run) => async (...given) => {
  going += 1;
  page.dataset.idle = "false";
  try {
    return await run(...given);
  } finally {
    going -= 1;
    page.dataset.idle = String(going === 0);
  }
};

// --- the state of the device ---------------------------------------------------------------------------------------------

const tell = async () => {
  by("device-network").textContent = reached === false ? words["network-none"] : words.network;
  by("device-network").dataset.reached = String(reached !== false);
  const lines = [];
  if (country()) {
    const { opened, refused, otherKey } = bundles;
    const name = countryName();
    if (refused) lines.push(word("bundle-refused", { country: name, reason: refused }));
    if (opened) {
      lines.push(word("bundle", { country: name, age: age(opened.made_at), size: number(opened.log_size) }));
      lines.push(word("confirmed", { age: age(opened.confirmed_at) }));
    } else if (!refused) {
      lines.push(word("bundle-none", { country: name }));
    }
    if (otherKey) lines.push(words["key-other"]);
  }
  by("device-bundle").textContent = lines.join(" ");
  by("device-bundle").dataset.size = String(bundles.opened?.log_size ?? "");
  const { waiting, refused, reason } = await checks.standing();
  const standing = [waiting ? word("waiting", { count: waiting }) : words.sent];
  if (refused) standing.push(word("not-taken", { count: refused, reason }));
  by("device-checks").textContent = standing.join(" ");
  by("device-checks").dataset.waiting = String(waiting);
  const trusted = await store.setting("trust");
  if (trusted) {
    const digests = await Promise.all(trusted.keys.map((key) => sha256(new TextEncoder().encode(key))));
    const fingerprint = digests.map((digest) => digest.slice(0, 32).match(/.{4}/g).join(" ")).join(" · ");
    by("device-key").textContent = word("key", { name: trusted.origin, day: day(trusted.since), fingerprint });
  } else {
    by("device-key").textContent = "";
  }
};

const NO_NETWORK = ["TypeError", "TimeoutError", "AbortError"];

/** Tries something with the registry; without a network everything stays as it is. */
const attempt = async (run) => {
  try {
    await run();
    reached = true;
  } catch (error) {
    reached = !NO_NETWORK.includes(error.name);
  }
};

/** Renews bundle and trust, and sends what waits. */
const renew = busy(async () => {
  await attempt(() => (country() ? bundles.renew(country()) : bundles.trust()));
  if (reached) await attempt(() => checks.send());
  await tell();
});

// --- questions and answers -----------------------------------------------------------------------------------------------

const fields = () => {
  const given = Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value.trim()]));
  return { ...given, document: documentText };
};

const correct = (fault) => {
  for (const name of [...FIELDS, "document"]) {
    const text = fault?.field === name ? fault.text : "";
    by(`f-${name}-error`).textContent = text;
    by(`f-${name}-error`).hidden = !text;
    if (text) by(`f-${name}`).setAttribute("aria-invalid", "true");
    else by(`f-${name}`).removeAttribute("aria-invalid");
  }
  if (!fault) return;
  by(`f-${fault.field}`)?.closest("details")?.setAttribute("open", "");
  by(`f-${fault.field}`)?.focus();
};

/** Asks the registry; nothing when it cannot be reached. */
const askRegistry = async (given) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(given)) if (value) body.set(name, value);
  let response;
  try {
    response = await ask(page.dataset.page, { method: "POST", headers: { accept: "application/json" }, body });
  } catch {
    return null;
  }
  const answer = await response.json().catch(() => null);
  if (answer?.shown || answer?.fault) return answer;
  if (response.status >= 500 || !answer) return null;
  throw new Error(answer.detail ?? String(response.status));
};

/** Asks the verifier here. */
const askHere = async (given) => {
  const name = countryName();
  const none = () => (bundles.refused ? word("bundle-refused", { country: name, reason: bundles.refused }) : "");
  if (!given.importing) return { fault: { field: "importing", text: by("f-importing-hint").textContent } };
  const ask = () => verifier.glance(language, Math.floor(Date.now() / 1000), given);
  const answer = await bundles.with(given.importing, numberOf(given), ask);
  if (!answer) throw new Error(none() || word("bundle-none", { country: name }));
  return answer;
};

/** The number that is asked about, to look for its evidence; the verifier then checks both. */
const numberOf = ({ certificate, document }) => verifier.scanned(certificate || document).number ?? "";

/** What is to be said beside the next answer. */
let notes = [];

const check = busy(async () => {
  const given = fields();
  say(place, words.working);
  correct(null);
  try {
    let answer = await askRegistry(given);
    reached = answer !== null;
    answer ??= await askHere(given);
    if (answer.fault) {
      place.replaceChildren();
      correct(answer.fault);
    } else {
      await answered(answer.shown);
    }
  } catch (error) {
    say(place, word("failed", { reason: error.message }));
  }
  await tell();
});

const answered = async (shown) => {
  const bundle = reached ? null : bundles.opened;
  const size = number(shown.log_size);
  const from = bundle ? word("from-bundle", { age: age(bundle.made_at), size }) : word("from-registry", { size });
  const about = shown.question.evidence?.[0]?.number ?? shown.question.product?.hs ?? "";
  const asked = [about, countryName(), shown.question.on].filter(Boolean).join(" · ");
  await checks.keep({ shown, bundle, note: by("f-note").value.trim() });
  show(place, shown, words, { asked, from, notes });
  notes = [];
  place.focus({ preventScroll: true });
  place.scrollIntoView({ block: "start" });
  if (!reached) return;
  // Taken along by itself, so that the same can be checked without a network; and told at once.
  if (shown.number) await bundles.fetchEvidence(shown.number).catch(() => false);
  await renew();
};

// --- what is scanned and dropped -----------------------------------------------------------------------------------------

const note = (text) => {
  by("note-line").textContent = text;
  by("note-line").hidden = !text;
};

/** Takes the text of a code or file, and checks it if a country is chosen. */
const take = busy(async (text) => {
  const held = verifier.scanned(text);
  notes = held.host && held.host !== location.host ? [word("elsewhere", { host: held.host })] : [];
  note("");
  switch (held.holds) {
    case "number":
      documentText = "";
      form.elements.certificate.value = held.number;
      break;
    case "product":
      for (const name of ["gtin", "batch", "serial"]) form.elements[name].value = held[name] ?? "";
      break;
    case "credential":
      documentText = text.trim();
      form.elements.certificate.value = "";
      note(word("document-held", { number: held.number ?? "—" }));
      break;
    case "evidence":
      await takeEvidence(text);
      return;
    default:
      note(word("nothing-held", { reason: text.trim().slice(0, 80) }));
      return;
  }
  if (country()) await check();
  else correct({ field: "importing", text: by("f-importing-hint").textContent });
});

const takeEvidence = async (text) => {
  try {
    if (!(country() && (await bundles.open(country())))) throw new Error(word("bundle-none", { country: countryName() }));
    const numbers = await bundles.takeEvidence(text);
    note(word("evidence-kept", { number: numbers.slice(0, 3).join(", ") }));
    if (numbers.length === 1) {
      form.elements.certificate.value = numbers[0];
      await check();
    }
  } catch (error) {
    note(word("evidence-refused", { reason: error.message }));
  }
};

const takeFile = async (file) => {
  note("");
  if (file.size > FILE_MAX) return note(word("nothing-held", { reason: file.name }));
  if (!file.type.startsWith("image/")) return take(await file.text());
  const text = await picture(file, read).catch(() => "");
  if (text) return take(text);
  note(words["code-none"]);
};

let scanning = null;

const scanNow = async () => {
  if (scanning) return scanning.abort();
  const button = by("scan-button");
  const label = button.textContent;
  scanning = new AbortController();
  button.textContent = words["scan-stop"];
  by("scan-picture").hidden = false;
  note("");
  try {
    const text = await scan(by("scan-picture"), read, scanning.signal);
    if (text) await take(text);
  } catch (error) {
    note(word("camera-none", { reason: error.message }));
  } finally {
    scanning = null;
    button.textContent = label;
    by("scan-picture").hidden = true;
  }
};

// --- wiring --------------------------------------------------------------------------------------------------------------

form.addEventListener("submit", (event) => {
  event.preventDefault();
  notes = [];
  if (form.elements.certificate.value.trim()) {
    documentText = "";
    note("");
  }
  check();
});
by("f-document").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (file) await takeFile(file);
  target.value = "";
});
page.addEventListener("dragover", (event) => event.preventDefault());
page.addEventListener("drop", async (event) => {
  event.preventDefault();
  const [file] = event.dataTransfer.files;
  if (file) await takeFile(file);
});
by("clear").addEventListener("click", () => {
  documentText = "";
  notes = [];
  for (const name of FIELDS) if (name !== "importing") form.elements[name].value = "";
  by("f-note").value = "";
  place.replaceChildren();
  correct(null);
  note("");
  form.elements.certificate.focus();
});
const chosen = busy(async () => {
  await store.set("country", country());
  await bundles.open(country());
  await renew();
});
form.elements.importing.addEventListener("change", chosen);
by("renew").addEventListener("click", renew);
by("scan-button").addEventListener("click", scanNow);
const takeAlong = busy(async () => {
  const numbers = by("f-along").value.split("\n").map((line) => line.trim()).filter(Boolean);
  const missing = [];
  try {
    for (const one of numbers.slice(0, 500)) if (!(await bundles.fetchEvidence(one))) missing.push(one);
    const count = number(await store.count("evidence"));
    by("along-told").textContent = word("taken-along", { count, number: missing.join(", ") || "—" });
  } catch (error) {
    by("along-told").textContent = word("failed", { reason: error.message });
  }
});
by("along").addEventListener("submit", (event) => {
  event.preventDefault();
  takeAlong();
});
by("forget").addEventListener("click", async () => {
  for (const name of ["settings", "bundles", "evidence"]) await store.clear(name);
  bundles.opened = bundles.refused = null;
  bundles.otherKey = false;
  await tell();
});

addEventListener("online", renew);
addEventListener("offline", () => {
  reached = false;
  tell();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) renew();
});
setInterval(async () => {
  if ((await checks.standing()).waiting > 0) await renew();
}, AGAIN);

let install = null;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  install = event;
  by("install").hidden = false;
});
by("install").addEventListener("click", async () => {
  by("install").hidden = true;
  await install?.prompt();
});

navigator.serviceWorker?.register(page.dataset.worker, { scope: page.dataset.page });
// What waits to be sent is not to be cleared when the device runs short of room.
navigator.storage?.persist?.();

by("scan").hidden = !navigator.mediaDevices?.getUserMedia;
for (const id of ["device", "clear", "note-field"]) by(id).hidden = false;
if (!country()) {
  const before = await store.setting("country");
  if (before) form.elements.importing.value = before;
}
// What the address asks is asked here too, so that it is kept; without a network nobody else could.
const asked = new URLSearchParams(location.search);
for (const name of FIELDS) if (asked.get(name)) form.elements[name].value = asked.get(name);
if (country()) await bundles.open(country());
await tell();
if (country() && (asked.get("certificate") || asked.get("hs"))) await check();
else await renew();
page.dataset.ready = "true";
