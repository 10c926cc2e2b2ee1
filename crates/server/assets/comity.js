// Comforts only: every page does without this file.

const permalink = document.getElementById("permalink");
if (permalink && navigator.clipboard) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "⧉";
  button.setAttribute("aria-label", permalink.href);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(permalink.href);
    button.textContent = "✓";
  });
  permalink.after(" ", button);
}

// Paper shows everything: closed parts are opened before printing.
addEventListener("beforeprint", () => {
  for (const details of document.querySelectorAll("details:not([open])")) {
    details.open = true;
  }
});
