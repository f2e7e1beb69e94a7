/** A menu at a point of the screen, moved through with the arrow keys. */
import { el, focusBack, icon } from "./dom.js";

const MARGIN = 8;

/**
 * `items`: `{label, icon, onclick, danger}`; `lead`: an element above them.
 * Focus goes back where it was when the menu closes.
 */
export function openMenu({ x, y }, items, label, lead = null) {
  const back = focusBack();
  const menu = el("div.menu", { role: "menu", "aria-label": label, popover: "auto" });
  const close = () => {
    menu.hidePopover();
    back();
  };
  menu.append(
    ...(lead ? [lead(close)] : []),
    ...items.map((item) => {
      const onclick = () => {
        close();
        item.onclick();
      };
      const look = item.danger ? ".danger" : "";
      return el(`button.menu-item${look}`, { type: "button", role: "menuitem", onclick },
        icon(item.icon), el("span", {}, item.label));
    }),
  );
  menu.addEventListener("keydown", (event) => move(event, menu, close));
  menu.addEventListener("toggle", (event) => event.newState === "closed" && menu.remove());
  document.body.append(menu);
  menu.showPopover();
  place(menu, x, y);
  menu.querySelector("[role=menuitem]").focus({ preventScroll: true });
}

/** The point under a button, for a menu that belongs to it. */
export function under(node) {
  const box = node.getBoundingClientRect();
  return { x: box.left, y: box.bottom + 4 };
}

function place(menu, x, y) {
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(x, innerWidth - width - MARGIN);
  const top = y + height + MARGIN > innerHeight ? y - height - MARGIN : y;
  menu.style.left = `${Math.max(MARGIN, left)}px`;
  menu.style.top = `${Math.max(MARGIN, Math.min(top, innerHeight - height - MARGIN))}px`;
}

function move(event, menu, close) {
  const items = [...menu.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step) items.at((at + step) % items.length).focus();
  else if (event.key === "Home") items[0].focus();
  else if (event.key === "End") items.at(-1).focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
}
