// data-photos: the upload says what it is doing, and its refusals are shown in its own section.

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id !== "photos" || event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

const say = (event, words) => {
  const line = event.target.closest("[data-photos]")?.querySelector("[data-photos-status]");
  if (line) line.textContent = words;
};

document.addEventListener("htmx:beforeRequest", (event) => say(event, "Mengunggah…"));
document.addEventListener("htmx:sendError", (event) =>
  say(event, "Foto belum terkirim. Periksa sambungan, lalu tekan Unggah foto lagi."),
);
document.addEventListener("htmx:responseError", (event) =>
  say(event, "Foto belum tersimpan. Muat ulang halaman, lalu coba lagi."),
);
