// Runs before the first paint: the reader's choice of light or dark, else the system's.
const dark = matchMedia("(prefers-color-scheme: dark)");
const apply = () => {
  document.documentElement.dataset.bsTheme =
    localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light");
};
apply();
dark.addEventListener("change", apply);
