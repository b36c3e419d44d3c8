// data-photos: the upload says what it is doing, and its refusals are shown in its own section.

document.addEventListener("htmx:beforeSwap", (event) => {
  if (!event.detail.target.id.startsWith("photos") || event.detail.xhr.status !== 422) return;
  event.detail.shouldSwap = true;
  event.detail.isError = false;
});

// The words stand on the form: data-sending, data-unsent, data-unsaved.
const say = (event, name) => {
  const upload = event.target.closest("[data-photos]");
  const place = document.getElementById(upload?.dataset.photosIn) ?? upload;
  const line = place?.querySelector("[data-photos-status]");
  if (line) line.textContent = upload.dataset[name];
};

document.addEventListener("htmx:beforeRequest", (event) => say(event, "sending"));
document.addEventListener("htmx:sendError", (event) => say(event, "unsent"));
document.addEventListener("htmx:responseError", (event) => say(event, "unsaved"));
