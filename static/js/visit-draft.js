// data-draft: what is typed into a long form stays on this device until the server has it.
//
// Every change is kept in localStorage under the form's name, with the version that it was typed
// on. The form sends itself now and then, when a section closes, and when the phone is put away;
// where only a few answers changed, these alone.
// What is said stands in data attributes of the places where it is said.

const RHYTHM = 20_000; // milliseconds from a change to its sending
const PATIENCE = 30_000; // milliseconds that a poor signal may take

// What belongs to this opening of the page, not to what was typed.
const OWN = ["csrfmiddlewaretoken", "version", "editor", "base", "clash"];
const FEW = 5; // answers that are sent without the rest of the report
const ANSWER = /^(?:score|answer|note)_(\d+)$/;
const isOwn = (name) => OWN.includes(name) || /^(pilih|dilihat)-/.test(name);

// The sentence of a place's data attribute, with its {names} filled in.
function worded(place, name, values) {
  return place.dataset[name].replace(/\{(\w+)\}/g, (_all, key) => values[key]);
}

const form = document.querySelector("form[data-draft]");
if (form) start(form);

function start(form) {
  const name = form.dataset.draft;
  const version = form.elements.version;
  const base = form.elements.base;
  const statusLine = document.querySelector("[data-draft-status]");
  const notice = document.querySelector("[data-draft-notice]");
  let sentText = form.hasAttribute("data-draft-bound") ? null : text(); // null: not on the server
  let timer = 0;
  let stopped = false;
  let leaving = false;
  let sending = Promise.resolve();

  // Rows by what they hold, not by their place: the server numbers them anew.
  function values() {
    const fields = {};
    const rows = {};
    for (const [key, value] of new FormData(form)) {
      const [, place, part] = key.match(/^follow_ups-(\d+)-(.+)$/) ?? [];
      if (part) (rows[place] ??= {})[part] = value;
      else if (!isOwn(key) && !key.startsWith("follow_ups-")) (fields[key] ??= []).push(value);
    }
    const isTyped = (row) => Object.entries(row).some(([part, value]) => part !== "key" && value);
    return { fields, rows: Object.values(rows).filter(isTyped) };
  }

  function text() {
    return JSON.stringify(values());
  }

  const isUnsent = () => text() !== sentText;

  const say = (name, values = {}) => (statusLine.textContent = worded(statusLine, name, values));

  function keep() {
    const draft = { version: version.value, base: base.value, values: values() };
    try {
      localStorage.setItem(name, JSON.stringify(draft));
    } catch {
      say("forgetful");
    }
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(name));
    } catch {
      return null;
    }
  }

  const forget = () => localStorage.removeItem(name);

  function fill({ fields, rows }) {
    for (const field of form.elements) {
      if (!field.name || isOwn(field.name) || field.name.startsWith("follow_ups-")) continue;
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = fields[field.name]?.includes(field.value) ?? false;
      } else if (field.name in fields) {
        field.value = fields[field.name][0] ?? "";
      }
    }
    for (const row of rows) {
      const detail = { key: row.key };
      document.dispatchEvent(new CustomEvent("rows:need", { detail }));
      for (const [part, value] of Object.entries(row)) {
        const field = form.elements[`follow_ups-${detail.index}-${part}`];
        if (field.type === "checkbox") field.checked = true;
        else field.value = value;
      }
    }
    document.dispatchEvent(new CustomEvent("draft:filled"));
  }

  function show(name, values = {}) {
    notice.querySelector("[data-draft-notice-text]").textContent = worded(notice, name, values);
    notice.hidden = false;
  }

  // What was typed on an older version goes on top of that version: the server merges by fields.
  function offer() {
    const draft = kept();
    if (!draft?.values?.fields || form.hasAttribute("data-draft-bound")) return;
    if (JSON.stringify(draft.values) === sentText) return forget();
    fill(draft.values);
    version.value = draft.version;
    base.value = draft.base;
    show("restored");
    changed();
  }

  function changed() {
    keep();
    if (!stopped && !timer) timer = setTimeout(sendSoon, RHYTHM);
  }

  function sendSoon() {
    clearTimeout(timer);
    timer = 0;
    if (stopped || leaving || !isUnsent()) return;
    sending = sending.then(() => (leaving ? null : autosave()));
  }

  function send(then) {
    const body = new FormData(form);
    if (then) body.append("then", then);
    return post(form.action, body);
  }

  async function post(url, body) {
    const sent = text();
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { "X-Autosave": "1" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    const isJson = response.headers.get("Content-Type")?.startsWith("application/json");
    return { sent, status: isJson ? response.status : 0, answer: isJson ? await response.json() : {} };
  }

  // The items whose answers are all that changed since the report was sent; none where more did.
  function itemsChanged() {
    if (sentText === null) return [];
    const [before, now] = [JSON.parse(sentText), values()];
    if (JSON.stringify(before.rows) !== JSON.stringify(now.rows)) return [];
    const names = new Set([...Object.keys(before.fields), ...Object.keys(now.fields)]);
    const alike = (name) =>
      JSON.stringify(before.fields[name]) === JSON.stringify(now.fields[name]);
    const items = [...names].filter((name) => !alike(name)).map((name) => name.match(ANSWER)?.[1]);
    return items.includes(undefined) ? [] : [...new Set(items)];
  }

  // Answers alone, on top of what the server has; null where the whole report is to be sent.
  async function sendAnswers(items) {
    const body = new FormData();
    for (const item of items) body.append("item", item);
    for (const [key, value] of new FormData(form)) {
      if (OWN.includes(key) ? key !== "base" : items.includes(key.match(ANSWER)?.[1])) {
        body.append(key, value);
      }
    }
    const result = await post(form.dataset.answers, body);
    if (result.status !== 200) return null;
    const known = Object.entries(JSON.parse(base.value));
    const others = known.filter(([name]) => !items.some((item) => name.startsWith(`answers.${item}.`)));
    result.answer.base = JSON.stringify({ ...Object.fromEntries(others), ...result.answer.base });
    return result;
  }

  // What others changed comes into the fields and rows that were not touched since they were sent.
  function bringIn(sent, { fields, rows }) {
    const before = JSON.parse(sent);
    const now = values();
    const alike = (one, other) => JSON.stringify(one) === JSON.stringify(other);
    for (const name of Object.keys(fields)) {
      const here = now.fields[name] ?? [];
      if (!alike(here, before.fields[name] ?? [])) fields[name] = here;
    }
    const isUntouched = (row) => before.rows.some((one) => alike(one, row));
    const touched = now.rows.filter((row) => !isUntouched(row)).map((row) => row.key);
    for (const { key } of now.rows.filter(isUntouched)) {
      if (rows.some((row) => row.key === key)) continue;
      document.dispatchEvent(new CustomEvent("rows:gone", { detail: { key } }));
    }
    fill({ fields, rows: rows.filter((row) => !touched.includes(row.key)) });
  }

  function saved({ sent, answer }) {
    sentText = sent;
    version.value = answer.version;
    base.value = answer.base;
    if (answer.values) {
      const typedSince = text() !== sent;
      bringIn(sent, answer.values);
      if (!typedSince) sentText = text();
      show("merged", { fields: answer.merged.join(", ") });
    }
    for (const [section, state] of Object.entries(answer.sections)) {
      const label = form.querySelector(`[data-section="${section}"] [data-section-state]`);
      if (label) label.textContent = label.dataset.sectionState = state;
    }
    if (isUnsent()) changed();
    else forget();
    say("saved", { time: answer.at });
  }

  async function autosave() {
    say("saving");
    try {
      const items = itemsChanged();
      const few = items.length > 0 && items.length <= FEW;
      const result = (few && (await sendAnswers(items))) || (await send());
      if (result.status === 200) saved(result);
      else if (result.status === 409) conflict(result.answer);
      else if (result.status === 422) {
        const [first] = result.answer.errors;
        say("refused", { error: first ? first.label + first.message : "" });
      } else later();
    } catch {
      later();
    }
  }

  function later() {
    say("later");
    if (!timer) timer = setTimeout(sendSoon, RHYTHM);
  }

  function conflict(answer) {
    stopped = true;
    say("overtaken");
    show("clashing", { fields: answer.clashes.join(", ") });
  }

  // What the server refuses is shown by the server's own page, with everything typed in it.
  function sendByPage(then) {
    leaving = true;
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name: "then", value: then });
    form.append(input);
    form.submit();
  }

  async function submitted(then) {
    keep();
    say("saving");
    try {
      const result = await send(then);
      if (result.status !== 200) return sendByPage(then);
      leaving = true;
      forget();
      // Not a reload, which would send the form of a page of errors again.
      location.assign(result.answer.url);
    } catch {
      later();
    }
  }

  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("toggle", (event) => event.target.open || sendSoon(), true);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    timer = 0;
    const then = event.submitter?.value || "draft";
    sending = sending.then(() => (leaving ? null : submitted(then)));
  });
  addEventListener("online", sendSoon);
  document.addEventListener("visibilitychange", () => document.hidden && sendSoon());
  addEventListener("beforeunload", (event) => {
    if (!leaving && isUnsent()) event.preventDefault();
  });
  notice.querySelector("[data-draft-discard]").addEventListener("click", () => {
    forget();
    leaving = true;
    location.assign(location.pathname);
  });
  offer();
}
