// Waymark on an intranet page: a button in the corner that opens and closes the conversation in a frame.
// <script src="https://waymark.example/embed.js" data-label="What do I do now?" async></script>
"use strict";

(() => {
  const script = document.currentScript;
  if (!script || document.querySelector("waymark-widget")) return;
  const home = new URL("./", script.src);

  // A style sheet made by script obeys the page's own policy for content, and stays inside the widget.
  const style = new CSSStyleSheet();
  style.replaceSync(`
    :host { all: initial; position: fixed; z-index: 2147483000; right: 1rem; bottom: 1rem; }
    * { box-sizing: border-box; font: 700 16px/1.25 Arial, Helvetica, sans-serif; }
    [hidden] { display: none !important; }
    button, a { min-height: 44px; padding: 10px 20px; color: #fff; background: #1d5c57; border: 2px solid #fff; }
    button { cursor: pointer; }
    :focus-visible { outline: 3px solid #ffdd00; outline-offset: 0; box-shadow: inset 0 0 0 2px #0b0c0c; }
    #open { border-radius: 24px; box-shadow: 0 2px 8px rgb(0 0 0 / .35); }
    section { display: flex; flex-direction: column; width: min(28rem, calc(100vw - 2rem));
      height: min(44rem, calc(100vh - 2rem)); overflow: hidden; background: #fff; border: 2px solid #1d5c57;
      border-radius: 8px; box-shadow: 0 4px 24px rgb(0 0 0 / .35); }
    div { display: flex; justify-content: space-between; background: #1d5c57; }
    div > * { border: 0; }
    a { padding-top: 12px; font-weight: 400; }
    iframe { flex: 1; width: 100%; border: 0; }
    @media (max-width: 30rem), (max-height: 26rem) {
      :host([open]) { inset: 0; }
      section { width: 100%; height: 100%; border-radius: 0; }
    }
    @media print { :host { display: none; } }
  `);

  const widget = document.createElement("waymark-widget");
  const root = widget.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [style];
  root.innerHTML = `
    <button id="open" type="button" aria-expanded="false" aria-controls="panel"></button>
    <section id="panel" aria-label="Waymark" hidden>
      <div><a target="_blank" rel="noopener">Open in a new tab</a><button id="close" type="button">Close</button></div>
    </section>`;
  const [open, close, panel, link] = ["#open", "#close", "#panel", "a"].map((name) => root.querySelector(name));
  open.textContent = script.dataset.label || "What do I do now?";
  link.href = home.href;
  let frame = null;

  /** The frame comes with the first opening, so that who never opens it loads nothing. */
  function fill() {
    frame = document.createElement("iframe");
    Object.assign(frame, { src: home.href, title: "Waymark: what do I do now?", allow: "clipboard-write" });
    frame.addEventListener("load", () => frame.focus(), { once: true });
    panel.append(frame);
  }

  function show(now) {
    if (now && !frame) fill();
    widget.toggleAttribute("open", now);
    panel.hidden = !now;
    open.hidden = now;
    open.setAttribute("aria-expanded", String(now));
    (now ? frame : open).focus();
  }

  open.addEventListener("click", () => show(true));
  close.addEventListener("click", () => show(false));
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) show(false);
  });
  window.addEventListener("message", (event) => {
    if (frame && event.source === frame.contentWindow && event.data === "waymark:close") show(false);
  });

  const put = () => document.body.append(widget);
  if (document.body) put();
  else document.addEventListener("DOMContentLoaded", put);
})();
