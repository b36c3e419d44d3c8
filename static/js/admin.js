// Fields that search while one types (select2) carry no name of their own: give them their label's.
const nameFields = () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete[id]")) {
    const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
    const drawn = select.nextElementSibling;
    if (!label || !drawn?.classList.contains("select2")) continue;
    for (const part of drawn.querySelectorAll("[role=combobox], [role=textbox]")) {
      part.setAttribute("aria-label", label.textContent.trim().replace(/:$/, ""));
    }
  }
};
nameFields();
// select2 draws them some time after the page has loaded, and again for each row that is added.
new MutationObserver(nameFields).observe(document.body, { childList: true, subtree: true });
