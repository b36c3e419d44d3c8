// data-sections: a long form in <details>; on phones one section is open at a time.

const form = document.querySelector("[data-sections]");
const phone = matchMedia("(max-width: 991.98px)");

const reveal = (id) => {
  const target = id ? document.getElementById(id) : null;
  const section = target?.closest("[data-section]");
  if (!section) return;
  section.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
};

if (form) {
  const withErrors = form.querySelector(".is-invalid, .field-error:not(:empty)") !== null;
  // Opened by hand only: sections that open together for their errors stay open together.
  form.addEventListener("click", (event) => {
    const summary = event.target.closest("[data-section] > summary");
    if (!summary || !phone.matches || withErrors) return;
    const opening = summary.parentElement;
    if (opening.open) return;
    const before = summary.getBoundingClientRect().top;
    for (const other of form.querySelectorAll("[data-section][open]")) {
      if (other !== opening) other.open = false;
    }
    // What closed above must not push the tapped title out from under the finger.
    scrollBy(0, summary.getBoundingClientRect().top - before);
  });
  // A link to a field opens the section that holds it.
  addEventListener("hashchange", () => reveal(location.hash.slice(1)));
  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) reveal(location.hash.slice(1));
  });
  reveal(location.hash.slice(1));
}
