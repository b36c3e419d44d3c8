// data-rows-list: rows of a formset that are added as needed. Without scripts a few empty ones stand there.

const list = document.querySelector("[data-rows-list]");

if (list) {
  const prefix = list.dataset.rowsPrefix;
  const total = document.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
  const template = document.querySelector("[data-rows-template]");
  const button = document.querySelector("[data-rows-add]");

  const rows = () => [...list.querySelectorAll("[data-row]")];

  const isBlank = (row) =>
    [...row.querySelectorAll("textarea, select, input:not([type=hidden]):not([type=checkbox])")].every(
      (field) => field.value === "",
    );

  // A key that no other row bears, also where crypto.randomUUID is missing (plain http).
  const newKey = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  };

  const add = () => {
    const index = Number(total.value);
    const html = template.innerHTML
      .replaceAll("__prefix__", index)
      .replaceAll("__number__", rows().length + 1);
    list.insertAdjacentHTML("beforeend", html);
    total.value = index + 1;
    const row = list.lastElementChild;
    row.querySelector(`[name="${prefix}-${index}-key"]`).value = newKey();
    return row;
  };

  // One empty row is enough where a button adds more.
  const blank = rows().filter((row) => isBlank(row) && !row.querySelector(".is-invalid"));
  blank.slice(rows().length === blank.length ? 1 : 0).forEach((row) => row.remove());

  button.hidden = false;
  button.addEventListener("click", () => add().querySelector("textarea").focus());

  const keyOf = (row) => row.querySelector(`[name^="${prefix}-"][name$="-key"]`);

  // A row that somebody else removed goes; its numbers may stay, the server leaves out what is empty.
  document.addEventListener("rows:gone", ({ detail }) =>
    rows().find((row) => keyOf(row).value === detail.key)?.remove(),
  );

  // Whoever restores a draft asks for the row with a key: the same one, else an empty one, else a new one.
  document.addEventListener("rows:need", ({ detail }) => {
    const row =
      rows().find((known) => keyOf(known).value === detail.key) ?? rows().find(isBlank) ?? add();
    detail.index = keyOf(row).name.split("-").at(-2);
  });
}
