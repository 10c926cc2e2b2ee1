// The answer as it is shown: colour, shape and words; what does not agree first, then the reasons. The same parts as in
// `templates/parts/glance.html`, which shows it where no scripts run.

const SHAPES = "http://www.w3.org/2000/svg";

const element = (name, className, ...content) => {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...content);
  return made;
};

const shape = (name, className) => {
  const svg = document.createElementNS(SHAPES, "svg");
  svg.setAttribute("class", className);
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  const use = document.createElementNS(SHAPES, "use");
  use.setAttribute("href", `#shape-${name}`);
  svg.append(use);
  return svg;
};

const list = (sentences, className) => element("ul", className, ...sentences.map((text) => element("li", "", text)));

const titled = (title, sentences, className) =>
  sentences.length === 0 ? [] : [element("h3", "", title), list(sentences, className)];

const folded = (title, count, content) => {
  const counted = element("span", "count", String(count));
  const details = element("details", "more", element("summary", "", title, " ", counted), content);
  return count === 0 ? [] : [details];
};

const checked = (checks, words) => {
  const item = ({ outcome, sentence }) => {
    const word = element("span", "verdict-word", words[`finding-${outcome}`]);
    const verdict = element("span", "verdict", shape(outcome, "shape"), word);
    return element("li", `finding finding-${outcome}`, verdict, element("span", "finding-text", sentence));
  };
  return element("ul", "findings", ...checks.map(item));
};

const attention = (copies, words) => {
  if (copies.length === 0) return [];
  const parts = copies.flatMap(({ kind, sentences }) => {
    const title = element("h2", "copy", words[`copy-${kind}`]);
    title.dataset.copy = kind;
    return [title, list(sentences)];
  });
  const text = element("div", "", element("p", "answer-word", words["heading-attention"]), ...parts);
  const box = element("div", "answer answer-attention", shape("attention", "answer-shape"), text);
  return [box, element("p", "about-record", words["heading-record"])];
};

/** Shows an answer in an element. `asked`: what it is about; `from`: who answered; `notes`: what else is to be said. */
export const show = (place, shown, words, { asked, from, notes }) => {
  const { outcome } = shown;
  const text = element(
    "div",
    "",
    element("p", "answer-word", words[`outcome-${outcome}`]),
    element("h2", "", shown.headline),
    element("p", "answer-asked", asked),
    element("p", "answer-from", from),
  );
  const answer = element("div", `answer answer-${outcome}`, shape(outcome, "answer-shape"), text);
  answer.dataset.outcome = outcome;
  place.replaceChildren(
    ...notes.map((note) => element("p", "border-note", note)),
    ...attention(shown.copies, words),
    answer,
    ...titled(words["heading-why"], shown.reasons, "reasons"),
    ...titled(words["heading-missing"], shown.missing),
    ...folded(words["heading-checks"], shown.checks.length, checked(shown.checks, words)),
    ...folded(words["heading-document"], shown.documents.length, checked(shown.documents, words)),
    ...folded(words["heading-coverage"], shown.coverage.length, list(shown.coverage)),
    element("div", "disclaimer", ...shown.disclaimer.map((sentence) => element("p", "", sentence))),
  );
};

/** Says something in the place of an answer. */
export const say = (place, text) => place.replaceChildren(element("p", "border-note", text));
