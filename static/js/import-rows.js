// data-row-draft="address:row": what is typed into a row of an import stays in this tab until it is
// sent, while another row is being saved as well; the cursor comes back where it was.

const PREFIX = "impor:";
const FOCUS = `${PREFIX}kursor`;
const forms = document.querySelectorAll("form[data-row-draft]");
const key = (field) => `${PREFIX}${field.form.dataset.rowDraft}:${field.name}`;
const fields = (form) => form.querySelectorAll("input.form-control");

for (const form of forms) {
  for (const field of fields(form)) {
    const typed = sessionStorage.getItem(key(field));
    if (typed !== null) field.value = typed;
  }
  form.addEventListener("input", (event) => sessionStorage.setItem(key(event.target), event.target.value));
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    for (const field of fields(form)) sessionStorage.removeItem(key(field));
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

addEventListener("pagehide", () => {
  const active = document.activeElement;
  if (active?.matches("form[data-row-draft] input")) sessionStorage.setItem(FOCUS, active.id);
});
const focused = sessionStorage.getItem(FOCUS);
sessionStorage.removeItem(FOCUS);
if (focused) document.getElementById(focused)?.focus();
