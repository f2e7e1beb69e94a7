/** The bot's reply keyboard, and what its special keys ask of a person. */
import { el, fullName } from "./dom.js";
import { confirmed, field, form } from "./dialogs.js";
import { pickPeople } from "./people.js";
import { t } from "./words.js";

const OBELISK = { latitude: -34.603722, longitude: -58.381592 };

export class ReplyKeyboard {
  constructor(pane) {
    this.pane = pane;
    this.node = el("div.reply-keys", { role: "group", "aria-label": t("keyboard"), hidden: true });
  }

  show(markup) {
    const drawn = JSON.stringify(markup);
    if (drawn === this.drawn) return;
    this.drawn = drawn;
    this.node.hidden = !markup;
    const key = (button) =>
      el("button.reply-key", { type: "button", "data-style": button.style, onclick: () => this.press(button, markup) }, button.text);
    const rows = markup?.keyboard ?? [];
    this.node.replaceChildren(...rows.map((row) => el("div.keys-row", {}, ...row.map(key))));
  }

  toggle() {
    this.node.hidden = !this.node.hidden;
  }

  async press(button, markup) {
    const done = button.request_users
      ? await this.shareUsers(button.request_users)
      : button.request_contact
        ? await shareOwn(this.pane)
        : button.request_location
          ? await shareLocation(this.pane)
          : await this.pane.act("send", { text: button.text });
    if (done && markup.one_time_keyboard) this.node.hidden = true;
  }

  async shareUsers(request) {
    const { app, user } = this.pane;
    const ids = await pickPeople(app, user.id, request.max_quantity ?? 1);
    if (!ids?.length) return null;
    return this.pane.act("users_shared", { request_id: request.request_id, user_ids: ids });
  }
}

async function shareOwn(pane) {
  const { user, app } = pane;
  const values = await form(
    t("shareOwn", { name: app.store.bot.first_name }),
    [field("phone_number", t("phone"), { required: true, type: "tel", value: "+54 9 11 5555-0142" })],
    t("share"),
  );
  if (!values) return null;
  const { first_name, last_name, id } = user;
  return pane.act("contact", { ...values, first_name, last_name, user_id: id });
}

export async function shareLocation(pane) {
  if (!(await confirmed(t("shareLocation"), t("locationHint"), t("share")))) return null;
  return pane.act("location", OBELISK);
}

/** A card of the address book: somebody of this Telegram, or details typed in. */
export async function shareContact(pane) {
  const { app, user } = pane;
  const others = [...app.store.users.values()].filter((one) => one.id !== user.id);
  const who = el("select", { name: "user_id" },
    el("option", { value: "" }, "—"),
    ...others.map((one) => el("option", { value: one.id }, fullName(one))));
  const first = field("first_name", t("firstName"), { required: true, maxlength: 64 });
  const last = field("last_name", t("lastName"), { maxlength: 64 });
  who.addEventListener("change", () => {
    const chosen = app.store.users.get(Number(who.value));
    first.querySelector("input").value = chosen?.first_name ?? "";
    last.querySelector("input").value = chosen?.last_name ?? "";
  });
  const fields = [
    ...(others.length ? [el("label.field", {}, el("span.label", {}, t("fromHere")), who)] : []),
    first, last,
    field("phone_number", t("phone"), { required: true, type: "tel", pattern: "[+0-9][-0-9 ().]{4,24}" }),
  ];
  const values = await form(t("shareContact"), fields, t("share"), { hint: t("shareHint") });
  if (!values) return null;
  return pane.act("contact", {
    ...values,
    last_name: values.last_name || null,
    user_id: values.user_id ? Number(values.user_id) : null,
  });
}
