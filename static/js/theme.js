// Runs before the first paint: the reader's choice of light or dark, else the system's.
const dark = matchMedia("(prefers-color-scheme: dark)");
const apply = () => {
  // The Django admin keeps its choice under the same name; its "auto" is the system's.
  const chosen = localStorage.getItem("theme");
  document.documentElement.dataset.bsTheme = ["light", "dark"].includes(chosen)
    ? chosen
    : dark.matches ? "dark" : "light";
};
apply();
dark.addEventListener("change", apply);
