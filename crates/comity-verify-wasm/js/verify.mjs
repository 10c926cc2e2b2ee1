// The offline verifier in JavaScript: a thin cover over the WebAssembly module, for browsers and for node.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Opens a module. `bytes`: the file `comity_verify_wasm.wasm`. */
export async function load(bytes) {
  const { instance } = await WebAssembly.instantiate(bytes, {});
  return new Verifier(instance.exports);
}

class Verifier {
  #module;

  constructor(module) {
    this.#module = module;
  }

  /** Whom to trust: a C2SP tlog-policy. */
  policy(text) {
    this.#call("policy", text);
  }

  /** Opens a bundle (Uint8Array); says what it is. */
  open(bundle) {
    this.#call("bundle", bundle);
    return JSON.parse(this.#call("describe").text);
  }

  /** Adds evidence; gives the numbers of the certificates in it. */
  evidence(text) {
    return JSON.parse(this.#call("evidence", text).text);
  }

  /** Forgets the evidence. */
  forgetEvidence() {
    this.#call("forget_evidence");
  }

  /** Answers a question given as JSON: `{ covered: true, text }`, or `{ covered: false, text }` with the reason. */
  answer(question) {
    const { status, text } = this.#call("answer", question);
    return { covered: status === 0, text };
  }

  #call(name, input = new Uint8Array()) {
    const bytes = typeof input === "string" ? encoder.encode(input) : input;
    const whole = bytes.length & ~3;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < whole; at += 4) this.#module.input(view.getUint32(at, true), 4);
    for (let at = whole; at < bytes.length; at += 1) this.#module.input(bytes[at], 1);
    const status = this.#module[name]();
    const text = this.#output();
    if (status === 1) throw new Error(text);
    return { status, text };
  }

  #output() {
    const length = this.#module.output_length();
    const bytes = new Uint8Array((length + 3) & ~3);
    const view = new DataView(bytes.buffer);
    for (let word = 0; word * 4 < length; word += 1) view.setUint32(word * 4, this.#module.output(word), true);
    return decoder.decode(bytes.subarray(0, length));
  }
}
