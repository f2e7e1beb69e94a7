/** Light or dark: the system's choice until the reader makes another. */
import { recall, remember } from "./memory.js";

const root = document.documentElement;
const dark = matchMedia("(prefers-color-scheme: dark)");

export function useTheme() {
  const kept = recall("theme");
  if (kept) root.dataset.theme = kept;
}

export function switchTheme() {
  const now = root.dataset.theme ?? (dark.matches ? "dark" : "light");
  root.dataset.theme = now === "dark" ? "light" : "dark";
  remember("theme", root.dataset.theme);
}
