// data-shown-when: an item of the instrument is asked only when an earlier answer holds. The server
// decides the same when it saves; here the item goes and comes while one types.

const ruled = [...document.querySelectorAll("[data-shown-when]")].map((item) => ({
  item,
  rule: JSON.parse(item.dataset.shownWhen),
}));

const asNumber = (text) => Number(text.replace(",", "."));

function given(field) {
  const inputs = [...document.querySelectorAll(`[name="${field}"]`)];
  const open = inputs.filter((input) => !input.closest("[hidden]"));
  const boxes = open.filter((input) => input.type === "radio" || input.type === "checkbox");
  const chosen = boxes.length ? boxes.filter((input) => input.checked) : open;
  return chosen.map((input) => input.value.trim()).filter((value) => value !== "");
}

const same = (one, other) => one === other || asNumber(one) === asNumber(other);

function holds({ field, how, values }) {
  return given(field).some((answer) =>
    values.some((value) =>
      how === "minimal" ? asNumber(answer) >= asNumber(value) : same(answer, value),
    ),
  );
}

// In the order of the page, so that what hides a deciding item hides what depends on it.
function follow() {
  for (const { item, rule } of ruled) item.hidden = !holds(rule);
}

if (ruled.length) {
  const form = ruled[0].item.closest("form");
  form.addEventListener("input", follow);
  form.addEventListener("change", follow);
  document.addEventListener("draft:filled", follow);
  follow();
}

// data-item-photo: a photo is sent as soon as it is taken; without scripts a button sends it.
for (const button of document.querySelectorAll("[data-item-photo-send]")) button.hidden = true;
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-item-photo]")) event.target.form.requestSubmit();
});
