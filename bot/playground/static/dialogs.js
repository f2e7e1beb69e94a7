/** Native dialogs: focus stays inside, Escape closes. */
import { el, focusBack, iconButton } from "./dom.js";
import { t } from "./words.js";

const TITLE = "dialog-title";
const WORDS = "dialog-words";

/**
 * Show a dialog and resolve with what `close(value)` was given; undefined when it was dismissed.
 * `fill(close)` returns the elements of its body.
 */
export function dialog(title, fill, attributes = {}) {
  return new Promise((resolve) => {
    const heading = el("h2", { id: TITLE }, title);
    const box = el("dialog", { "aria-labelledby": TITLE, ...attributes });
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
  return question(title, text, (close) => [okay(close)]);
}

/** Resolves with true when the person agrees. */
export function confirmed(title, text, action) {
  const agree = (close) =>
    el("button.filled", { type: "button", onclick: () => close(true) }, action);
  return question(title, text, (close) => [cancel(close), agree(close)]);
}

/** Its words are read aloud with its title as it opens. */
const question = (title, text, buttons) =>
  dialog(title, (close) => [el("p.said", { id: WORDS }, text), el("footer", {}, ...buttons(close))], {
    role: "alertdialog", "aria-describedby": WORDS,
  });

const cancel = (close) =>
  el("button.flat", { type: "button", onclick: () => close() }, t("cancel"));
const submit = (action) => el("button.filled", { type: "submit" }, action);
const okay = (close) =>
  el("button.filled", { type: "button", autofocus: true, onclick: () => close() }, t("ok"));
