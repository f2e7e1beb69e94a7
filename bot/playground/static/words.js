/** What the page says, in the language of the one who reads. */
import en from "./words/en.js";
import es from "./words/es.js";
import { recall, remember } from "./memory.js";

const LANGUAGES = { en, es };

export const language = chosen();
const words = LANGUAGES[language];

/** The words under a key, with {names} filled in. */
export function t(key, values = {}) {
  return words[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

/** Whether there are words under a key. */
export const has = (key) => key in words;

/** Read the page anew in the other language. */
export function switchLanguage() {
  remember("language", language === "es" ? "en" : "es");
  location.reload();
}

/** Fill in the words of the page's own markup. */
export function translate(root) {
  document.documentElement.lang = language;
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-label]"))
    node.setAttribute("aria-label", t(node.dataset.tLabel));
  for (const node of root.querySelectorAll("[data-t-title]")) {
    node.title = t(node.dataset.tTitle);
    node.setAttribute("aria-label", node.title);
  }
}

function chosen() {
  const kept = recall("language");
  if (kept in LANGUAGES) return kept;
  const wished = (navigator.languages ?? [navigator.language]).map((tag) => tag.slice(0, 2));
  return wished.find((tag) => tag in LANGUAGES) ?? "en";
}
