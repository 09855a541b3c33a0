// SPDX-FileCopyrightText: Tolhuis contributors
// SPDX-License-Identifier: EUPL-1.2
// What a page does beyond links and forms. Every page works without this file.

const root = document.documentElement;
const one = (selector) => document.querySelector(selector);
const all = (selector) => [...document.querySelectorAll(selector)];

// Keyboard -------------------------------------------------------------------------------------------------

let goUntil = 0;

// A box or a choice takes no letters: the shortcuts go on there.
function isTyping(target) {
  if (target.tagName === "INPUT") return !/^(checkbox|radio|button|submit)$/.test(target.type);
  return target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName);
}

function rowLinks() {
  return all("[data-worklist] [data-row]").map((row) => row.querySelector("a, button")).filter(Boolean);
}

function moveRow(step) {
  const links = rowLinks();
  if (links.length === 0) return;
  const row = document.activeElement?.closest("[data-row]");
  const now = row ? links.findIndex((link) => row.contains(link)) : -1;
  const next = now < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(now + step, 0), links.length - 1);
  links[next].focus();
  links[next].scrollIntoView({ block: "nearest" });
}

function say(text) {
  let toast = one(".toast");
  if (!toast) {
    toast = document.createElement("p");
    toast.className = "toast";
    toast.setAttribute("role", "status");
    document.body.append(toast);
  }
  toast.textContent = text;
  setTimeout(() => toast.remove(), 2500);
}

async function copyAddress(address = location.href) {
  try {
    await navigator.clipboard.writeText(address);
    say(root.lang === "nl" ? "Koppeling gekopieerd" : "Link copied");
  } catch { /* The address bar still has it. */ }
}

async function copyNumber() {
  const source = one("[data-copy-source]");
  if (!source) return;
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    say(`${source.textContent.trim()} ✓`);
  } catch {
    getSelection().selectAllChildren(source);
  }
}

// Choosing rows ---------------------------------------------------------------------------------------------
// The boxes belong to one form; without this script the heading is a link that chooses all.

const picks = () => all("[data-pick]");

function countPicks() {
  const count = picks().filter((pick) => pick.checked).length;
  for (const bar of all("[data-bulk]")) {
    bar.dataset.chosen = String(count);
    bar.querySelector("[data-bulk-count]").textContent = bar.querySelector("[data-bulk-count]").dataset.bulkCount.replace("{0}", String(count));
    for (const button of bar.querySelectorAll("button")) button.disabled = count === 0;
  }
  const mark = one("[data-pick-page] [aria-hidden]");
  if (mark) mark.textContent = count > 0 && count === picks().length ? "☑" : count > 0 ? "◪" : "☐";
}

function pickRow() {
  const pick = document.activeElement?.closest("[data-row]")?.querySelector("[data-pick]");
  if (pick) pick.click();
}

function pickAll(isOn) {
  for (const pick of picks()) pick.checked = isOn;
  countPicks();
}

document.addEventListener("change", (event) => { if (event.target.matches?.("[data-pick]")) countPicks(); });
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-copy-link]");
  if (!link) return;
  event.preventDefault();
  copyAddress(link.href);
});
document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-pick-page]")) return;
  event.preventDefault();
  pickAll(picks().some((pick) => !pick.checked));
});
if (one("[data-bulk]")) countPicks();

// A control that has a key of its own: a choice is chosen, a button of nothing legal is pressed.
function press(key) {
  const keyed = all("[data-key]").find((control) => control.dataset.key === key && !control.disabled && control.offsetParent !== null);
  if (!keyed) return false;
  if (keyed.type === "radio") keyed.focus();
  keyed.click();
  return true;
}

const acts = {
  "/": () => one("[data-search]")?.focus(),
  "?": () => { if (!one("#hulp")?.open) one("#hulp")?.showModal(); },
  "j": () => moveRow(1),
  "k": () => moveRow(-1),
  "x": pickRow,
  "n": () => one("[data-next]")?.focus(),
  "f": () => one("[data-key-f], .filters .chip")?.focus(),
  "l": () => copyAddress(),
  ".": copyNumber,
  "d": () => chooseTheme(isDark() ? "light" : "dark"),
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    const menu = document.activeElement?.closest("details.menu[open]");
    if (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    } else if (event.target.matches?.("[data-search]")) {
      event.target.blur();
    } else if (one("[data-drawer-close]")) {
      one("[data-drawer-close]").click();
    } else if (!document.querySelector("dialog[open]") && picks().some((pick) => pick.checked)) {
      pickAll(false);
    }
    return;
  }
  if (root.dataset.shortcuts === "off" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) && !event.target.matches("[data-pick]") || document.querySelector("dialog[open]:not(.drawer)")) return;
  if (event.key === "g") {
    goUntil = Date.now() + 1500;
    return;
  }
  if (Date.now() < goUntil) {
    goUntil = 0;
    const link = all("[data-go]").find((place) => place.dataset.go === event.key);
    if (link) {
      event.preventDefault();
      location.href = link.href;
      return;
    }
  }
  if (!event.repeat && press(event.key)) {
    event.preventDefault();
    return;
  }
  const act = acts[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});

// A key held down on the page before must not confirm on this one.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.repeat && event.target.closest?.("[data-confirm]")) event.preventDefault();
});

// One panel open at a time, and none after a click elsewhere.
document.addEventListener("click", (event) => {
  for (const menu of all("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

// Theme ----------------------------------------------------------------------------------------------------

function isDark() {
  return root.dataset.theme === "dark" || (root.dataset.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
}

function chooseTheme(theme) {
  const form = one("[data-theme-form]");
  if (!form) return;
  root.dataset.theme = theme;
  for (const button of form.querySelectorAll("[aria-pressed]")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
  const body = new URLSearchParams(new FormData(form));
  body.set("kleuren", theme);
  fetch(form.action, { method: "POST", body, redirect: "manual" });
}

one("[data-theme-form]")?.addEventListener("submit", (event) => {
  if (!event.submitter?.value) return;
  event.preventDefault();
  chooseTheme(event.submitter.value);
});

// Times ----------------------------------------------------------------------------------------------------

const units = root.lang === "nl"
  ? { now: "zojuist", ago: "{0} geleden", ahead: "over {0}", s: ["s", "s"], m: ["min", "min"], h: ["uur", "uur"], d: ["dag", "dagen"] }
  : { now: "just now", ago: "{0} ago", ahead: "in {0}", s: ["s", "s"], m: ["min", "min"], h: ["hour", "hours"], d: ["day", "days"] };

function relative(moment, now) {
  const seconds = Math.trunc((now - moment) / 1000);
  const size = Math.abs(seconds);
  if (size < 10) return units.now;
  if (size >= 604800) return null;
  const [amount, unit] = size < 60 ? [size, units.s] : size < 3600 ? [Math.trunc(size / 60), units.m]
    : size < 86400 ? [Math.trunc(size / 3600), units.h] : [Math.trunc(size / 86400), units.d];
  return (seconds >= 0 ? units.ago : units.ahead).replace("{0}", `${amount} ${unit[amount === 1 ? 0 : 1]}`);
}

function refreshTimes() {
  for (const element of all("time[data-when]")) {
    const text = relative(Date.parse(element.dateTime), Date.now());
    const shown = element.querySelector(".when__relative");
    if (text && shown && shown.textContent !== text) shown.textContent = text;
  }
}

setInterval(refreshTimes, 10000);

// Live -----------------------------------------------------------------------------------------------------
// The server says that a subject changed; the page asks for itself again and takes over the parts marked data-live. There is
// one way of making a page, and without a stream the page asks by itself now and then.

const live = one("[data-live-subject]");

async function refreshPage() {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return markLive("paused");
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of all("[data-live]")) {
      const next = fresh.getElementById(part.id);
      if (next && !isBusy(part) && next.innerHTML !== part.innerHTML) takeOver(part, next);
    }
    markLive("on");
  } catch {
    markLive("paused");
  }
}

// Someone types there or has a menu open.
function isBusy(part) {
  const focus = document.activeElement;
  return part.querySelector("details.menu[open]") !== null
    || (part.contains(focus) && (isTyping(focus) || !focus.closest("[data-row]")));
}

// What was selected stays selected, and the focus stays on its row.
function takeOver(part, next) {
  const focus = part.contains(document.activeElement) ? document.activeElement : null;
  const chosen = new Set([...part.querySelectorAll("[data-pick]:checked")].map((box) => box.value));
  for (const box of next.querySelectorAll("[data-pick]")) box.checked = chosen.has(box.value);
  part.replaceWith(next);
  if (one("[data-bulk]")) countPicks();
  if (!focus) return;
  const same = focus.matches("[data-pick]")
    ? [...next.querySelectorAll("[data-pick]")].find((box) => box.value === focus.value)
    : [...next.querySelectorAll("[data-row] a")].find((link) => link.href === focus.href);
  same?.focus({ preventScroll: true });
}

function markLive(state) {
  for (const mark of all("[data-live-state]")) {
    mark.dataset.state = state;
    mark.textContent = state === "on" ? mark.dataset.on : mark.dataset.paused;
  }
}

if (live) {
  let poll = 0;
  let waiting = false;
  const refreshSoon = () => {
    if (waiting) return;
    waiting = true;
    setTimeout(async () => { await refreshPage(); waiting = false; }, 1000);
  };
  const stream = new EventSource(`/live/${encodeURIComponent(live.dataset.liveSubject)}`);
  stream.addEventListener("open", () => { clearInterval(poll); poll = 0; markLive("on"); });
  stream.addEventListener("changed", refreshSoon);
  stream.addEventListener("error", () => {
    markLive("paused");
    if (!poll) poll = setInterval(refreshPage, 10000);
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) refreshSoon(); });
}

// Forms ----------------------------------------------------------------------------------------------------

one("[data-focus]")?.focus();

// Where the rail is a row on top, the place one is at is brought into it.
const rail = one(".rail__inner");
const place = one(".rail__link[aria-current]");
if (rail && place && rail.scrollWidth > rail.clientWidth) rail.scrollLeft = place.offsetLeft - rail.clientWidth / 2 + place.offsetWidth / 2;

// Only the particulars that make sense with the kind of error; without this script all are there.
const errorKind = one("[data-error-kind]");
if (errorKind) {
  const fit = () => {
    let shown = 0;
    for (const part of all("[data-for]")) {
      const fits = part.dataset.for.split(" ").includes(errorKind.value);
      part.hidden = !fits;
      for (const field of part.querySelectorAll("input")) field.disabled = !fits;
      shown += fits ? 1 : 0;
    }
    const particulars = one("[data-particulars]");
    if (particulars) particulars.hidden = shown === 0;
  };
  errorKind.addEventListener("change", fit);
  fit();
}

// The one-time code stands behind # in its address, where it reaches no server log.
const code = new URLSearchParams(location.hash.slice(1)).get("code");
const codeField = one("#code");
if (code && codeField && !codeField.value) {
  codeField.value = code;
  history.replaceState(null, "", location.pathname);
}
