/** Building elements. Strings become text nodes, never markup. */

/** `el("button.round", {type: "button", onclick: act}, "label")`. */
export function el(kind, attributes = {}, ...children) {
  const [tag, ...classes] = kind.split(".");
  const node = document.createElement(tag);
  if (classes.length) node.className = classes.join(" ");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

/** One of the drawings in index.html. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A round button that shows only a drawing. */
export function iconButton(name, label, onclick, attributes = {}) {
  const texts = { title: label, "aria-label": label };
  return el("button.round", { type: "button", onclick, ...texts, ...attributes }, icon(name));
}

/** Answers how to bring the focus back where it is now, or near, if that was drawn anew meanwhile. */
export function focusBack() {
  const before = document.activeElement;
  const around = before?.closest(".message");
  return () => (before?.isConnected ? before : around)?.focus({ preventScroll: true });
}

const COLOURS = 7;

/** A disc with initials, always the same colour for the same id. */
export function avatar(id, name) {
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? "")
    .join("");
  return el("span.avatar", { "data-colour": id % COLOURS, "aria-hidden": "true" }, initials);
}

/** A person's full name. */
export const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

/** Copy, where the browser lets us. */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
