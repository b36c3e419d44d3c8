// [data-map]: schools on a Leaflet map. The server clusters the points; the page's filters hold.

const L = window.L;
const frame = document.querySelector("[data-map]");
const status = document.querySelector("[data-map-status]");
const words = frame.dataset;
const VILLAGES_FROM = 14;
const DEEPEST = 18;
const INDONESIA = [[-11, 95], [6.1, 141.1]];

const map = L.map(frame, { maxZoom: DEEPEST, minZoom: 4, zoomControl: false });
map.attributionControl.setPrefix("Leaflet");
L.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map);
if (words.tiles) {
  const credit = document.createElement("span");
  credit.textContent = words.credit;
  L.tileLayer(words.tiles, { maxZoom: DEEPEST, attribution: credit.innerHTML }).addTo(map);
}

const points = L.layerGroup().addTo(map);
const villages = L.geoJSON(null, {
  style: { className: "map-village" },
  onEachFeature: (feature, layer) => {
    layer.bindTooltip(plain(feature.properties.nama), { sticky: true });
    layer.on("click", () => choose(feature.properties.kode.slice(0, 8)));
  },
});
const districts = L.geoJSON(null, {
  style: { className: "map-district" },
  onEachFeature: (feature, layer) => {
    layer.bindTooltip(plain(feature.properties.nama), { sticky: true });
    layer.on("click", () => choose(feature.properties.kode));
  },
}).addTo(map);

function plain(text) {
  const element = document.createElement("span");
  element.textContent = text;
  return element;
}

const results = () => document.getElementById("list");
const query = () => new URLSearchParams(results().dataset.mapQuery);

// A click on a boundary is a choice in the filter; once more takes it back.
function choose(code) {
  const select = document.querySelector("form.filters [name=kecamatan]");
  const value = query().get("kecamatan") === code ? "" : code;
  if (select && [...select.options].some((option) => option.value === value)) {
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
    return;
  }
  const wanted = query();
  wanted.set("kecamatan", value);
  location.search = wanted;
}

function markChosen() {
  const chosen = query().get("kecamatan");
  districts.eachLayer((layer) => {
    const isChosen = layer.feature.properties.kode === chosen;
    layer.getElement()?.classList.toggle("is-chosen", isChosen);
  });
}

function showAll() {
  const { west, south, east, north } = results().dataset;
  const box = west ? [[south, west], [north, east]].map((place) => place.map(Number)) : INDONESIA;
  map.fitBounds(box, { padding: [24, 24], maxZoom: 16, animate: false });
}

// Points: single schools wear their stage's colour and name, several a ring of their stages.

function ring(stages, total) {
  let start = 0;
  const parts = Object.entries(stages).map(([stage, count]) => {
    const from = start;
    start += (count / total) * 100;
    return `var(--stage-${stage}) ${from}% ${start}%`;
  });
  return `conic-gradient(${parts.join(", ")})`;
}

function icon(point) {
  const element = document.createElement("span");
  const [stage] = Object.keys(point.stages);
  if (point.count === 1) {
    element.className = `map-dot stage-${stage}`;
    return L.divIcon({ html: element, className: "map-single", iconSize: [24, 24] });
  }
  element.className = "map-ring";
  element.style.background = ring(point.stages, point.count);
  const count = document.createElement("span");
  count.textContent = point.count.toLocaleString("id-ID");
  element.append(count);
  const size = 34 + 6 * Math.floor(Math.log10(point.count));
  return L.divIcon({ html: element, className: "map-several", iconSize: [size, size] });
}

function popup(schools) {
  const list = document.createElement("ul");
  list.className = "map-schools";
  for (const school of schools) {
    const link = document.createElement("a");
    link.href = school.url;
    link.textContent = school.name;
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  return list;
}

// On the map, not on the marker: markers are drawn anew whenever the map moves.
function openPopup(place, schools) {
  const content = popup(schools);
  L.popup({ maxHeight: 240, offset: [0, -6] }).setLatLng(place).setContent(content).openOn(map);
  content.querySelector("a").focus({ preventScroll: true });
}

function marker(point) {
  const title = point.count === 1 ? point.schools[0].name : `${point.count} ${words.some}`;
  const made = L.marker([point.lat, point.lng], { icon: icon(point), title, alt: title });
  if (point.schools.length) return made.on("click", () => openPopup(made.getLatLng(), point.schools));
  return made.on("click", () => map.setView(made.getLatLng(), Math.min(map.getZoom() + 2, DEEPEST)));
}

let asked;
async function load() {
  asked?.abort();
  asked = new AbortController();
  const box = map.getBounds().pad(0.2);
  const wanted = query();
  const degrees = (value, most) => Math.max(-most, Math.min(most, value)).toFixed(6);
  wanted.set("west", degrees(box.getWest(), 180));
  wanted.set("south", degrees(box.getSouth(), 90));
  wanted.set("east", degrees(box.getEast(), 180));
  wanted.set("north", degrees(box.getNorth(), 90));
  wanted.set("zoom", map.getZoom());
  frame.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(`${words.points}?${wanted}`, { signal: asked.signal });
    if (!response.ok) throw new Error(response.status);
    const found = await response.json();
    points.clearLayers();
    for (const point of found.points) marker(point).addTo(points);
    status.textContent = "";
  } catch (error) {
    if (error.name === "AbortError") return;
    status.textContent = words.failed;
  }
  frame.removeAttribute("aria-busy");
}

async function outline(layer, address) {
  const response = await fetch(address);
  if (response.ok) layer.addData(await response.json());
}

function showVillages() {
  if (map.getZoom() < VILLAGES_FROM) {
    villages.remove();
    return;
  }
  if (!villages.getLayers().length && !villages.asked) {
    villages.asked = true;
    outline(villages, words.villages);
  }
  villages.addTo(map);
}

showAll();
outline(districts, words.districts).then(markChosen);
showVillages();
map.on("moveend", () => {
  load();
  showVillages();
});
document.body.addEventListener("htmx:afterSwap", (event) => {
  if (event.detail.target.id !== "list") return;
  map.closePopup();
  markChosen();
  showAll();
  load();
});
load();
