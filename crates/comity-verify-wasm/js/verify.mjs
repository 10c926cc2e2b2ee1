// The offline verifier in JavaScript: a thin cover over the WebAssembly module, for browsers and for node.

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Opens a module. `source`: the file `comity_verify_wasm.wasm`, or what `WebAssembly.compile` made of it. */
export async function load(source) {
  const made = await WebAssembly.instantiate(source, {});
  return new Verifier((made.instance ?? made).exports);
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

  /** Opens a bundle (Uint8Array); says what it is. Evidence that was added before is forgotten. */
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

  /** Answers what was filled in at a border, in words: `{ shown }` or `{ fault }`. */
  glance(language, unixSeconds, fields) {
    return JSON.parse(this.#call("glance", JSON.stringify({ language, unix_seconds: unixSeconds, fields })).text);
  }

  /** What the text of a code or file holds. Needs no bundle. */
  scanned(text) {
    return JSON.parse(this.#call("scanned", text).text);
  }

  /** The text of the first QR code in a picture (ImageData); empty if there is none. Needs no bundle. */
  code({ width, height, data }) {
    const picture = new Uint8Array(4 + width * height);
    picture.set([width & 255, width >> 8, height & 255, height >> 8]);
    for (let at = 0, place = 4; at < data.length; at += 4, place += 1) {
      // Luma of Rec. 601.
      picture[place] = (data[at] * 77 + data[at + 1] * 150 + data[at + 2] * 29) >> 8;
    }
    return this.#call("code", picture).text;
  }

  /** The later bundle, from an earlier one and a delta (Uint8Array each). Opens nothing. */
  apply(bundle, delta) {
    const input = new Uint8Array(4 + bundle.length + delta.length);
    new DataView(input.buffer).setUint32(0, bundle.length, true);
    input.set(bundle, 4);
    input.set(delta, 4 + bundle.length);
    return this.#call("delta", input).bytes;
  }

  #call(name, input = new Uint8Array()) {
    const bytes = typeof input === "string" ? encoder.encode(input) : input;
    const whole = bytes.length & ~3;
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < whole; at += 4) this.#module.input(view.getUint32(at, true), 4);
    for (let at = whole; at < bytes.length; at += 1) this.#module.input(bytes[at], 1);
    const status = this.#module[name]();
    const output = this.#output();
    const answer = { status, bytes: output, get text() { return decoder.decode(output); } };
    if (status === 1) throw new Error(answer.text);
    return answer;
  }

  #output() {
    const length = this.#module.output_length();
    const bytes = new Uint8Array((length + 3) & ~3);
    const view = new DataView(bytes.buffer);
    for (let word = 0; word * 4 < length; word += 1) view.setUint32(word * 4, this.#module.output(word), true);
    return bytes.subarray(0, length);
  }
}
