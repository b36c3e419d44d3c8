// data-place: the device's position is asked for when its owner says so, then sent.
//
// What is said stands on the form: data-searching, data-denied, data-lost.

const PATIENCE = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 };

for (const form of document.querySelectorAll("form[data-place]")) {
  const line = form.querySelector("[data-place-status]");
  const say = (name) => (line.textContent = form.dataset[name]);

  form.addEventListener("submit", (event) => {
    if (form.elements.latitude.value) return;
    event.preventDefault();
    if (!navigator.geolocation) return say("lost");
    say("searching");
    navigator.geolocation.getCurrentPosition(found, missed, PATIENCE);
  });

  function found({ coords }) {
    form.elements.latitude.value = coords.latitude.toFixed(7);
    form.elements.longitude.value = coords.longitude.toFixed(7);
    form.elements.accuracy.value = Math.round(coords.accuracy);
    form.requestSubmit();
  }

  function missed(error) {
    say(error.code === error.PERMISSION_DENIED ? "denied" : "lost");
  }
}
