// The conversation without reloading the page. Everything here also works without this script, by plain forms.
"use strict";

const POLL_EVERY = 15_000;
const POLL_UNSEEN_EVERY = 60_000;
const FIRST_POLL_AFTER = 2_500; // the clock may just have been set: what is due by it is on its way
const GIVE_UP_AFTER = 90_000;

const log = document.getElementById("log");
const list = log.querySelector("ol");
const form = document.getElementById("say");
const box = document.getElementById("text");
const choices = document.querySelector("#choices [role=group]");
const status = document.getElementById("status");
const title = document.title;
let busy = false;
let unseen = 0;
let looked = Date.now();
let unsent = { text: null, id: null }; // the same words, sent again because no answer came, are the same message

function idOf(text) {
  if (unsent.text !== text) unsent = { text, id: Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("") };
  return unsent.id;
}

function element(html) {
  const holder = document.createElement("template");
  holder.innerHTML = html.trim();
  return holder.content.firstElementChild;
}

/** Adds a message unless it is there already; returns what was added. */
function add(message) {
  if (message.id && list.querySelector(`[data-id="${message.id}"]`)) return null;
  const item = element(message.html);
  const pair = [list.lastElementChild, item].filter(Boolean);
  const times = new Set(pair.map((one) => one.querySelector("time").dateTime));
  const ours = pair.every((one) => !one.matches(".waymark-message--person"));
  item.classList.toggle("waymark-message--follows", pair.length === 2 && times.size === 1 && ours);
  list.append(item);
  showCopyButtons(item);
  return item;
}

function showCopyButtons(root) {
  for (const button of root.querySelectorAll("[data-copy]")) button.hidden = false;
}

/** Quick replies belong to the newest question only; those under a reminder stay with it until it is answered. */
function offer(buttons) {
  choices.replaceChildren(...buttons.map(({ title, token }) => {
    const button = document.createElement("button");
    Object.assign(button, { name: "button", value: token, className: "waymark-choice", textContent: title });
    return button;
  }));
  choices.hidden = buttons.length === 0;
}

function offerNewest(messages) {
  const asking = messages.filter((message) => message.buttons.length && message.kind !== "reminder").at(-1);
  if (asking) offer(asking.buttons);
}

function setBusy(now, words) {
  busy = now;
  log.setAttribute("aria-busy", String(now));
  box.readOnly = now;
  for (const button of document.querySelectorAll("#say button, #choices button, [data-replies] button")) {
    button.setAttribute("aria-disabled", String(now));
  }
  status.textContent = words;
}

/** The answer of the server, or the safety net of this page when there is none, with a way to send the same again. */
async function post(body) {
  try {
    const response = await fetch("/chat/messages", {
      method: "POST",
      headers: { "Content-Type": "application/json", Accept: "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(GIVE_UP_AFTER),
    });
    const answer = await response.json();
    if (Array.isArray(answer.messages)) return answer;
  } catch { /* out of reach, too slow, or not our server: the same to the person */ }
  const html = document.getElementById("unreachable").innerHTML;
  return { messages: [{ id: null, html, buttons: [] }], saved: false, said: null, lost: true };
}

async function send(body, pressed) {
  if (busy) return;
  for (const passing of list.querySelectorAll('[data-id=""]')) passing.remove();
  setBusy(true, "Waymark is answering…");
  const answer = await post(body);
  setBusy(false, answer.saved ? "" : answer.lost ? "No answer came." : "Not sent. Nothing was saved.");
  if (answer.saved && body.text !== undefined) {
    box.value = "";
    unsent = { text: null, id: null };
  }
  if (answer.saved && pressed) pressed.remove();
  if (answer.saved && body.button !== undefined && !pressed) offer([]);
  const added = [answer.said, ...answer.messages].filter(Boolean).map(add).filter(Boolean);
  offerNewest(answer.messages);
  if (answer.lost) added.at(-1).append(again(body, pressed));
  box.focus({ preventScroll: true });
  added[0]?.scrollIntoView({ block: "start" });
}

/** The same words have their id, and the same button its token: sent again, they are the same. */
function again(body, pressed) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", className: "waymark-choice", textContent: "Send it again" });
  button.addEventListener("click", () => send(body, pressed));
  return button;
}

/** How many messages came while nobody looked, where a person sees it: in the title. */
function count(more) {
  unseen = document.hidden ? unseen + more : 0;
  document.title = unseen ? `(${unseen}) ${title}` : title;
}

/** Reminders and other unasked messages. Only what is shown counts as seen: `last` never passes over a message. */
async function poll() {
  count(0);
  if (busy) return;
  looked = Date.now();
  try {
    const response = await fetch(`/chat/messages?after=${log.dataset.last}`, { headers: { Accept: "application/json" } });
    if (response.status !== 200 || busy) return;
    const { messages } = await response.json();
    count(messages.map(add).filter(Boolean).length);
    offerNewest(messages);
    log.dataset.last = messages.at(-1).id;
  } catch { /* the next look will do */ }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  send({ text: box.value, id: idOf(box.value) });
});

box.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  send({ text: box.value, id: idOf(box.value) });
});

choices.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  event.preventDefault();
  send({ button: button.value });
});

list.addEventListener("click", (event) => {
  const button = event.target.closest("[data-replies] button");
  if (!button) return;
  event.preventDefault();
  send({ button: button.value }, button.closest("[data-replies]"));
});

list.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const words = button.parentElement.querySelector("blockquote");
  try {
    await navigator.clipboard.writeText(words.innerText);
    status.textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren(words);
    status.textContent = "Selected. Copy it with your keyboard.";
  }
});

/** In a frame, Escape asks the page around it to close it. Nothing is told but that. */
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && parent !== window) parent.postMessage("waymark:close", "*");
});

document.addEventListener("visibilitychange", poll);
window.addEventListener("focus", poll);
setTimeout(poll, FIRST_POLL_AFTER);
setInterval(() => {
  if (!document.hidden || Date.now() - looked >= POLL_UNSEEN_EVERY) poll();
}, POLL_EVERY);
showCopyButtons(document);
if (!location.hash) document.getElementById("latest")?.scrollIntoView();
