// Names that Django's own pages leave out, for those who listen to a page.

const name = (element, text) => element.setAttribute("aria-label", text.trim().replace(/:$/, ""));

// Fields that search while one types (select2) get their label's name.
const nameAutocompletes = () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete[id]")) {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const drawn = select.nextElementSibling;
    if (!label || !drawn?.classList.contains("select2")) continue;
    for (const part of drawn.querySelectorAll("[role=combobox], [role=textbox]")) {
      name(part, label.textContent);
    }
  }
};
nameAutocompletes();
// select2 draws them some time after the page has loaded, and again for each row that is added.
new MutationObserver(nameAutocompletes).observe(document.body, { childList: true, subtree: true });

// Fields edited in a list get the names of their row and column.
for (const field of document.querySelectorAll("#result_list td[class*='field-'] :is(input, select, textarea)")) {
  const cell = field.closest("td");
  const column = [...cell.classList].find((part) => part.startsWith("field-")).slice("field-".length);
  const header = document.querySelector(`#result_list th.column-${CSS.escape(column)}`);
  const row = cell.closest("tr").querySelector("th");
  if (header && row) name(field, `${row.textContent.trim()}: ${header.textContent.trim()}`);
}

// The search field of a list is named by a picture, in English.
const search = document.getElementById("searchbar");
if (search) {
  name(search, search.form.querySelector("[type=submit]").value);
  for (const picture of document.querySelectorAll("label[for=searchbar] img")) picture.alt = "";
}
