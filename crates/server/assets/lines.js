// Shows how many rows of a table are answered while the answers come. Without this file the form sends the table and the
// browser saves the answers.

const form = document.getElementById("lines");
const shown = document.getElementById("lines-progress");
const result = document.getElementById("lines-result");

const rowsOf = (text) => text.split("\n").filter((line) => line.trim() !== "").length;

form?.addEventListener("submit", async (event) => {
  const [file] = form.elements.table.files;
  if (!file) {
    return;
  }
  event.preventDefault();
  const button = form.querySelector("button");
  const bar = shown.querySelector("progress");
  const words = shown.querySelector("output");
  button.disabled = true;
  result.hidden = true;
  shown.hidden = false;
  words.textContent = "";
  bar.removeAttribute("value");
  try {
    const total = Math.max(rowsOf(await file.text()) - 1, 1);
    const response = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!response.ok || !response.headers.get("content-type")?.startsWith("text/csv")) {
      // The page that comes back says what is wrong with the table.
      document.documentElement.innerHTML = new DOMParser()
        .parseFromString(await response.text(), "text/html").documentElement.innerHTML;
      return;
    }
    const parts = [];
    let rows = -1;
    for await (const part of read(response.body)) {
      parts.push(part);
      rows += part.filter((byte) => byte === 10).length;
      bar.max = total;
      bar.value = Math.min(Math.max(rows, 0), total);
      words.textContent = `${Math.max(rows, 0)} / ${total}`;
    }
    const link = result.querySelector("a");
    link.href = URL.createObjectURL(new Blob(parts, { type: "text/csv" }));
    result.hidden = false;
    link.focus();
  } catch {
    words.textContent = form.dataset.failed;
  } finally {
    button.disabled = false;
  }
});

async function* read(body) {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) {
      return;
    }
    yield value;
  }
}
