// data-insert: a text goes to the cursor of the field that data-into names; where nobody put the
// cursor yet, to the end.

let written = null; // the field that had the cursor last
document.addEventListener("focusin", (event) => {
  if (event.target.matches("textarea")) written = event.target;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-insert]");
  const field = button && document.getElementById(button.dataset.into);
  if (!field) return;
  const at = field === written ? field.selectionEnd : field.value.length;
  const before = field.value.slice(0, at);
  const apart = before && !before.endsWith("\n") ? "\n" : "";
  field.setRangeText(apart + button.dataset.insert, at, at, "end");
  button.closest("details").open = false;
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});
