// Forms for acts: a list is lengthened and a code is added without asking the server, and the formal check follows what is
// typed. Without this file the same is done by buttons that send the form.

const form = document.querySelector("form.guided");

const lengthen = (list) => {
  const path = list.dataset.rows;
  const count = list.querySelector(":scope > [data-count]");
  const place = Number(count.value);
  const html = list
    .querySelector(":scope > template")
    .innerHTML.replaceAll(`${path}.__n__+`, place + 1)
    .replaceAll(`${path}.__n__`, `${path}.${place}`);
  list.querySelector(":scope > .rows-of").insertAdjacentHTML("beforeend", html);
  count.value = place + 1;
  const row = list.querySelector(":scope > .rows-of").lastElementChild;
  row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
};

form?.addEventListener("click", (event) => {
  const button = event.target.closest("[data-add]");
  if (button) {
    event.preventDefault();
    lengthen(button.closest("[data-rows]"));
  }
});

// A heading that is chosen from the list, by its code or by its name, adds its code.
form?.addEventListener("input", (event) => {
  const words = event.target;
  const chosen = words.list && [...words.list.options].find((option) => option.value === words.value);
  if (!words.dataset.codes || !chosen) {
    return;
  }
  const codes = form.elements[words.dataset.codes];
  const [code] = chosen.value.split(" ");
  const known = "several" in words.dataset ? codes.value.split(/\s+/).filter((other) => other && other !== code) : [];
  codes.value = [...known, code].join(" ");
  words.value = "";
  words.closest(".field").querySelector("[data-code-added]").textContent = chosen.value;
});

const result = document.querySelector("[data-check-result]");
const PAUSE_MILLISECONDS = 600;
let waiting;
let asked = 0;

const check = async () => {
  asked += 1;
  const mine = asked;
  const answer = await fetch(form.dataset.check, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  // An answer that was overtaken says nothing of what is written now.
  if (answer.ok && mine === asked) {
    result.innerHTML = await answer.text();
  }
};

if (form && result) {
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE_MILLISECONDS);
  });
}
