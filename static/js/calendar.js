// The calendar: a planned visit of one's own is dragged to another day, by mouse or pen anywhere on
// it, by finger on its handle. Its handle is a link to a form for those who cannot drag. The answer
// of the server takes the place of the page's content.

const FAR_ENOUGH = 6; // pixels before a press becomes a drag
let drag = null;

const dayAt = (x, y) => document.elementFromPoint(x, y)?.closest("[data-day]");

function mark(day) {
  if (drag.over === day) return;
  drag.over?.classList.remove("day-target");
  day?.classList.add("day-target");
  drag.over = day;
}

function begin() {
  drag.ghost = drag.visit.cloneNode(true);
  drag.ghost.classList.add("visit-ghost");
  drag.ghost.setAttribute("aria-hidden", "true");
  drag.ghost.style.width = `${drag.visit.offsetWidth}px`;
  document.body.append(drag.ghost);
  drag.visit.classList.add("visit-dragged");
}

function end() {
  drag?.ghost?.remove();
  drag?.visit.classList.remove("visit-dragged");
  drag?.over?.classList.remove("day-target");
  drag = null;
}

document.addEventListener("pointerdown", (event) => {
  const visit = event.target.closest("[data-calendar] [data-visit]");
  const byFinger = event.pointerType === "touch" && !event.target.closest(".visit-handle");
  if (!visit || event.button !== 0 || byFinger) return;
  drag = { visit, x: event.clientX, y: event.clientY, pointer: event.pointerId };
});

document.addEventListener("pointermove", (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  if (!drag.ghost) {
    if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < FAR_ENOUGH) return;
    begin();
  }
  event.preventDefault();
  drag.ghost.style.left = `${event.clientX + 8}px`;
  drag.ghost.style.top = `${event.clientY + 8}px`;
  mark(dayAt(event.clientX, event.clientY));
});

document.addEventListener("pointerup", (event) => {
  if (!drag || event.pointerId !== drag.pointer) return;
  const { visit, over, ghost } = drag;
  end();
  if (!ghost) return;
  // The press that dragged is no click on the visit's link.
  addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => removeEventListener("click", stop, { capture: true }));
  if (over && over !== visit.closest("[data-day]")) move(visit, over.dataset.day);
});
document.addEventListener("pointercancel", end);
document.addEventListener("keydown", (event) => event.key === "Escape" && end());
document.addEventListener("dragstart", (event) => {
  if (event.target.closest?.("[data-visit]")) event.preventDefault();
});

function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

async function move(visit, day) {
  const calendar = visit.closest("[data-calendar]");
  const said = calendar.querySelector("[data-said]");
  const address = new URL(calendar.dataset.move.replace("/0/", `/${visit.dataset.visit}/`), location);
  address.searchParams.set("kembali", location.search.slice(1));
  said.textContent = calendar.dataset.saving;
  try {
    const headers = JSON.parse(document.body.getAttribute("hx-headers"));
    const body = new URLSearchParams({ on: day, version: visit.dataset.version });
    const answer = await fetch(address, { method: "POST", headers, body });
    if (answer.status >= 500 || answer.status === 403) throw new Error(answer.statusText);
    show(await answer.text(), answer.url, visit.dataset.visit);
  } catch {
    said.textContent = calendar.dataset.failed;
  }
}

// The page that the server answered with: the calendar with the visit on its new day, or the form
// with what keeps it from moving.
function show(html, url, moved) {
  const main = document.getElementById("main");
  const page = new DOMParser().parseFromString(html, "text/html");
  main.replaceChildren(...page.getElementById("main").childNodes);
  document.title = page.title;
  history.replaceState(null, "", url);
  htmx.process(main);
  const visit = main.querySelector(`[data-visit="${CSS.escape(moved)}"] a`);
  const told = main.querySelector("[data-focus]") ?? visit ?? main;
  told.focus({ preventScroll: true });
}
