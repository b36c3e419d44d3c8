// Small behaviours of every page, each started by a data attribute.

// data-theme-toggle: switch between light and dark, remembered on this device.
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-theme-toggle]")) return;
  const root = document.documentElement;
  root.dataset.bsTheme = root.dataset.bsTheme === "dark" ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.bsTheme);
});

// data-shortcut="k": Ctrl-K or Cmd-K brings the cursor here.
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey)) return;
  const target = document.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.select?.();
});

// data-focus: what went wrong is read first.
document.querySelector("[data-focus]")?.focus();

// data-guard: leaving a form with unsaved text asks; data-guard forms are sent once per click.
for (const form of document.querySelectorAll("form[data-guard]")) {
  let changed = form.querySelector(".is-invalid") !== null;
  form.addEventListener("input", () => (changed = true));
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    changed = false;
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
  addEventListener("beforeunload", (event) => changed && event.preventDefault());
}

// data-open-wide: what a phone folds away stands open on a desk.
if (matchMedia("(min-width: 992px)").matches) {
  for (const details of document.querySelectorAll("details[data-open-wide]")) details.open = true;
}

// data-rows: arrow keys move through the rows of a list.
document.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = event.target.closest("[data-rows] tbody tr");
  if (!row) return;
  const next = event.key === "ArrowDown" ? row.nextElementSibling : row.previousElementSibling;
  const link = next?.querySelector("a");
  if (!link) return;
  event.preventDefault();
  link.focus();
});

// data-panel: a part of the page that could not be loaded offers to try again, in the words of its
// data-failed and data-retry.
const failed = (event) => {
  // A form inside a panel says by itself what went wrong, and keeps what was typed.
  const panel = event.target;
  if (!panel.matches?.("[data-panel]")) return;
  const note = document.createElement("p");
  note.textContent = `${panel.dataset.failed} `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-outline-secondary btn-sm";
  button.textContent = panel.dataset.retry;
  button.addEventListener("click", () => htmx.trigger(panel, "retry"));
  note.append(button);
  panel.replaceChildren(note);
};
document.addEventListener("htmx:responseError", failed);
document.addEventListener("htmx:sendError", failed);

// data-confirm: an act that cannot be taken back names itself and its consequence first.
document.addEventListener("submit", (event) => {
  const words = event.target.dataset.confirm;
  if (words && !confirm(words)) event.preventDefault();
});

// data-forget="prefix": signing out leaves no unsent text of that sort on this device.
document.addEventListener("submit", (event) => {
  const prefix = event.target.dataset.forget;
  if (!prefix) return;
  sessionStorage.clear();
  for (const name of Object.keys(localStorage)) {
    if (name.startsWith(prefix)) localStorage.removeItem(name);
  }
});

// data-choose-all="value": choose that value in every group of radio buttons of the form.
for (const button of document.querySelectorAll("[data-choose-all]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const value = CSS.escape(button.dataset.chooseAll);
    for (const radio of button.form.querySelectorAll(`input[type=radio][value="${value}"]`)) {
      radio.checked = true;
    }
    button.form.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// details.menu: closes on a click elsewhere and on Escape, which gives the focus back.
document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});
document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});
