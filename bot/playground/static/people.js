/** Choosing and adding people. */
import { avatar, el, fullName } from "./dom.js";
import { dialog, field, form } from "./dialogs.js";
import { t } from "./words.js";

const LANGUAGES = { es: "Español", en: "English", it: "Italiano", pt: "Português" };

/** Ask for a new person and add them; resolves with the user, or undefined. */
export async function addPerson(app, name = "") {
  const options = Object.entries(LANGUAGES).map(([code, own]) => el("option", { value: code }, own));
  const speaks = el("select", { name: "language_code" }, ...options);
  const values = await form(
    t("newPerson"),
    [
      field("first_name", t("firstName"), { required: true, maxlength: 64, value: name }),
      field("last_name", t("lastName"), { maxlength: 64 }),
      field("username", t("username"), { maxlength: 33, pattern: "@?[A-Za-z]\\w{3,31}" }),
      el("label.field", {}, el("span.label", {}, t("languageOf")), speaks),
    ],
    t("add"),
  );
  if (!values) return undefined;
  return app.create({
    first_name: values.first_name,
    last_name: values.last_name || null,
    username: values.username.replace(/^@/, "") || null,
    language_code: values.language_code,
  });
}

/** Who, of this Telegram, follows an invitation; the others stand before the one who made it. */
export async function whoStarts(app, inviterId) {
  const others = [...app.store.users.values()].filter((user) => user.id !== inviterId);
  const chosen = await pick(t("whoStarts"), others, { hint: t("whoStartsHint"), add: true });
  return chosen === "new" ? addPerson(app) : chosen;
}

/** Whose phone to show; resolves with the user, or undefined. */
export async function whose(app) {
  const chosen = await pick(t("whose"), [...app.store.users.values()], { add: true });
  return chosen === "new" ? addPerson(app) : chosen;
}

/** Who forwards a message to the bot. */
export function whoForwards(app) {
  return pick(t("forwardTo"), [...app.store.users.values()]);
}

function pick(title, users, { hint, add } = {}) {
  return dialog(title, (close) => [
    ...(hint ? [el("p.hint", {}, hint)] : []),
    el(
      "div.people",
      {},
      ...users.map((user) =>
        el("button.person", { type: "button", onclick: () => close(user) }, ...shown(user)),
      ),
      add
        ? el("button.person", { type: "button", onclick: () => close("new") },
            el("span.avatar", { "data-colour": 3, "aria-hidden": "true" }, "+"),
            el("span", {}, t("newPerson")))
        : null,
    ),
  ]);
}

/** Several people, for a request-users key; resolves with their ids. */
export function pickPeople(app, ownId, most) {
  const users = [...app.store.users.values()].filter((user) => user.id !== ownId);
  if (!users.length) return dialog(t("pickPeople"), () => [el("p.said", {}, t("pickNone"))]);
  const single = most === 1;
  return dialog(t("pickPeople"), (close) => {
    const send = el("button.filled", { type: "submit", disabled: true }, t("share"));
    const ids = () => [...list.querySelectorAll(":checked")].map((box) => Number(box.value));
    const onchange = () => {
      const full = ids().length >= most;
      send.disabled = !ids().length;
      for (const box of list.querySelectorAll("input:not(:checked)")) box.disabled = full && !single;
    };
    const type = single ? "radio" : "checkbox";
    const list = el(
      "form.people",
      { onchange, onsubmit: (event) => (event.preventDefault(), close(ids())) },
      ...users.map((user) =>
        el("label.person", {}, el("input", { type, name: "person", value: user.id }), ...shown(user)),
      ),
      el("footer", {}, send),
    );
    return [list];
  });
}

function shown(user) {
  const name = fullName(user);
  const handle = user.username ? el("span.faint", {}, `@${user.username}`) : null;
  return [avatar(user.id, name), el("span.person-words", {}, el("bdi", {}, name), handle)];
}
