/** What this browser remembers between visits: language, theme, whose phones are shown. */

const PREFIX = "abrazo.";

export function remember(name, value) {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing works too; it only forgets.
  }
}

export function recall(name) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name));
  } catch {
    return null;
  }
}
