/** Native dialogs: focus stays inside, Escape closes. */
import { el, focusBack, iconButton } from "./dom.js";
import { t } from "./words.js";

/**
 * Show a dialog and resolve with what `close(value)` was given; undefined when it was dismissed.
 * `fill(close)` returns the elements of its body.
 */
export function dialog(title, fill, { role } = {}) {
  return new Promise((resolve) => {
    const heading = el("h2", { id: "dialog-title" }, title);
    const box = el("dialog", { "aria-labelledby": "dialog-title", role });
    const back = focusBack();
    let outcome;
    const close = (value) => {
      outcome = value;
      box.close();
    };
    const dismiss = iconButton("close", t("close"), () => close());
    box.append(el("header", {}, heading, dismiss), ...fill(close));
    box.addEventListener("close", () => {
      box.remove();
      back();
      resolve(outcome);
    });
    box.addEventListener("click", (event) => {
      if (event.target === box) close();
    });
    document.body.append(box);
    box.showModal();
  });
}

/** A form in a dialog: resolves with its values by name. */
export function form(title, fields, action, { hint } = {}) {
  return dialog(title, (close) => {
    const onsubmit = (event) => {
      event.preventDefault();
      const values = new FormData(event.target);
      close(Object.fromEntries([...values].map(([name, value]) => [name, value.trim?.() ?? value])));
    };
    return [
      hint ? el("p.hint", {}, hint) : null,
      el("form", { onsubmit }, ...fields, el("footer", {}, cancel(close), submit(action))),
    ].filter(Boolean);
  });
}

export function field(name, label, attributes = {}) {
  const optional = attributes.required ? null : el("span.faint", {}, t("optional"));
  const words = el("span.label", {}, label, optional);
  return el("label.field", {}, words, el("input", { name, autocomplete: "off", ...attributes }));
}

/** What the bot shows after a tap with `show_alert`. */
export function showAlert(title, text) {
  return dialog(title, (close) => [el("p.said", {}, text), el("footer", {}, okay(close))], {
    role: "alertdialog",
  });
}

/** Resolves with true when the person agrees. */
export function confirmed(title, text, action) {
  const agree = (close) =>
    el("button.filled", { type: "button", onclick: () => close(true) }, action);
  return dialog(
    title,
    (close) => [el("p.said", {}, text), el("footer", {}, cancel(close), agree(close))],
    { role: "alertdialog" },
  );
}

const cancel = (close) =>
  el("button.flat", { type: "button", onclick: () => close() }, t("cancel"));
const submit = (action) => el("button.filled", { type: "submit" }, action);
const okay = (close) =>
  el("button.filled", { type: "button", autofocus: true, onclick: () => close() }, t("ok"));
