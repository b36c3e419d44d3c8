// The discussion under a visit: refusals are shown in their own place, what is typed stays when the
// signal is poor, and names can be picked behind an @.

const form = (event) => event.target.closest?.("form[data-discussion]");

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "discussion" || event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

for (const failure of ["htmx:sendError", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => {
    const line = form(event)?.querySelector("[data-discussion-status]");
    if (line) line.textContent = form(event).dataset.unsent;
  });
}

// What stands between the last @ and the cursor, if a name may be meant by it.
function begun(area) {
  return area.value.slice(0, area.selectionStart).match(/(?:^|\s)@([^@\n]{1,60})$/)?.[1] ?? null;
}

function listOf(area) {
  const id = `${area.id}-people`;
  let list = document.getElementById(id);
  if (!list) {
    list = document.createElement("div");
    list.id = id;
    list.className = "mentions";
    list.setAttribute("role", "group");
    area.after(list);
  }
  return list;
}

function pick(area, name) {
  const end = area.selectionStart;
  const start = end - begun(area).length;
  area.setRangeText(`${name} `, start, end, "end");
  listOf(area).replaceChildren();
  area.focus();
}

function offer(area, people) {
  const buttons = people.map(({ name, role }) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-outline-secondary btn-sm";
    button.textContent = `@${name} (${role})`;
    button.addEventListener("click", () => pick(area, name));
    return button;
  });
  listOf(area).replaceChildren(...buttons);
}

document.addEventListener("input", async (event) => {
  const area = event.target;
  if (!area.matches?.("[data-discussion] [data-mentions]")) return;
  const typed = begun(area);
  if (typed === null) return listOf(area).replaceChildren();
  const response = await fetch(`${form(event).dataset.people}?${new URLSearchParams({ q: typed })}`);
  if (!response.ok || begun(area) !== typed) return;
  offer(area, (await response.json()).people);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && event.target.matches?.("[data-mentions], .mentions *")) {
    for (const list of document.querySelectorAll(".mentions")) list.replaceChildren();
  }
});
