// data-rowset: rows of a form that can be added to. Without scripts the empty rows of the page serve.

for (const rowset of document.querySelectorAll("[data-rowset]")) {
  const total = rowset.querySelector("input[name$='-TOTAL_FORMS']");
  const most = Number(rowset.querySelector("input[name$='-MAX_NUM_FORMS']").value);
  const template = rowset.querySelector("[data-rowset-template]");
  const button = rowset.querySelector("[data-rowset-add]");
  button.hidden = Number(total.value) >= most;
  button.addEventListener("click", () => {
    const index = Number(total.value);
    const markup = template.innerHTML
      .replaceAll("__prefix__", String(index))
      .replaceAll("__number__", String(index + 1));
    button.insertAdjacentHTML("beforebegin", markup);
    total.value = String(index + 1);
    button.hidden = index + 1 >= most;
    button.previousElementSibling.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  });
}
