/** Short notes that come and go, and words for screen readers alone. */
import { copied, el } from "./dom.js";
import { t } from "./words.js";

const SHOWN = 3500;

export function toast(text) {
  const note = el("p.toast", {}, text);
  document.getElementById("toasts").append(note);
  setTimeout(() => note.remove(), SHOWN + 40 * text.length);
}

/** Say something to who listens to the page instead of looking at it. */
export function announce(text) {
  document.getElementById("announcer").replaceChildren(text);
}

export async function copyAndTell(text) {
  toast(t((await copied(text)) ? "copied" : "notCopied"));
}
