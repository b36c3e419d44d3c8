// data-checklist: tick everyone or no one at once, and say how many are ticked.

for (const form of document.querySelectorAll("[data-checklist]")) {
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const count = form.querySelector("[data-checklist-count]");
  const say = () => {
    count.textContent = `${boxes.filter((box) => box.checked).length} dari ${boxes.length} hadir`;
  };
  const tick = (checked) => {
    for (const box of boxes) box.checked = checked;
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  form.querySelector("[data-checklist-tools]").hidden = false;
  form.querySelector("[data-checklist-all]").addEventListener("click", () => tick(true));
  form.querySelector("[data-checklist-none]").addEventListener("click", () => tick(false));
  form.addEventListener("input", say);
  say();
}
