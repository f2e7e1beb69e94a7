/** One phone: whose it is, the chat with the bot, and the place to write. */
import { Composer } from "./composer.js";
import { avatar, el, fullName, icon, iconButton } from "./dom.js";
import { confirmed } from "./dialogs.js";
import { takeDrops } from "./files.js";
import { openMenu, under } from "./menu.js";
import { addPerson, whose } from "./people.js";
import { Scroll } from "./scroll.js";
import { t, has } from "./words.js";

const TYPING = 5000;

export class Pane {
  constructor(app, place) {
    this.app = app;
    this.place = place;
    this.user = null;
    this.unread = 0;
    this.whose = el("select.whose", { "aria-label": t("whose"), onchange: () => this.choose() });
    this.status = el("span.status");
    this.header = el("header.chat-head");
    this.scroll = new Scroll(this);
    this.composer = new Composer(this);
    this.body = el("div.chat-body");
    this.node = el(
      "section.pane",
      { id: `pane-${place}`, "data-place": place, role: "tabpanel" },
      el("div.whose-row", {}, icon("person"), this.whose, icon("down")),
      this.header,
      this.body,
    );
    takeDrops(this);
  }

  /** Show a person's phone, or nobody's. */
  show(user) {
    const same = user && this.user?.id === user.id;
    this.user = user;
    this.unread = 0;
    this.node.setAttribute("aria-label", user ? t("phoneOf", { name: fullName(user) }) : t("nobody"));
    this.listPeople();
    if (!user) return this.showNobody();
    if (!same) {
      this.drawHeader();
      this.body.replaceChildren(this.scroll.node, this.composer.node);
    }
    this.scroll.fill();
    this.composer.refresh({ keepDraft: same });
    return undefined;
  }

  /** The choice of whose phone this is. */
  listPeople() {
    const users = [...this.app.store.users.values()];
    this.whose.replaceChildren(
      ...(this.user ? [] : [el("option", { value: "" }, t("nobody"))]),
      ...users.map((user) => el("option", { value: user.id }, fullName(user))),
      el("option", { value: "new" }, t("addPerson")),
    );
    this.whose.value = this.user ? String(this.user.id) : "";
  }

  async choose() {
    const wanted = this.whose.value;
    this.whose.value = this.user ? String(this.user.id) : "";
    const user =
      wanted === "new" ? await addPerson(this.app) : this.app.store.users.get(Number(wanted));
    if (user) this.app.sitAt(this.place, user.id);
  }

  showNobody() {
    this.header.replaceChildren();
    const people = [...this.app.store.users.values()].filter((user) => !this.app.isSeated(user.id));
    const choose = (user) => () => this.app.sitAt(this.place, user.id);
    this.body.replaceChildren(
      el(
        "div.nobody",
        {},
        el("p", {}, t("emptySeat")),
        ...people.slice(0, 6).map((user) =>
          el("button.person", { type: "button", onclick: choose(user) },
            avatar(user.id, fullName(user)), el("bdi", {}, fullName(user))),
        ),
        el("button.filled", { type: "button", onclick: () => this.add() }, t("addPerson")),
      ),
    );
  }

  async change() {
    const user = await whose(this.app);
    if (user) this.app.sitAt(this.place, user.id);
  }

  async add() {
    const user = await addPerson(this.app);
    if (user) this.app.sitAt(this.place, user.id);
  }

  drawHeader() {
    const { bot } = this.app.store;
    this.status.textContent = t("bot");
    const more = iconButton("more", t("more"), (event) => this.options(event.currentTarget), {
      "aria-haspopup": "menu",
    });
    this.header.replaceChildren(
      avatar(bot.id, bot.first_name),
      el("h2.peer", {}, el("bdi", {}, bot.first_name), this.status),
      more,
    );
  }

  options(anchor) {
    const name = fullName(this.user);
    const sure = async (action, key) => {
      if (await confirmed(t(action), t(key, { name }), t("ok"))) this.act(ACTIONS[action]);
    };
    const items = [
      { label: t("another"), icon: "person", onclick: () => this.change() },
      this.user.blocked
        ? { label: t("unblock"), icon: "block", onclick: () => this.act("start") }
        : { label: t("block"), icon: "block", danger: true, onclick: () => sure("block", "blockSure") },
      { label: t("clear"), icon: "trash", danger: true, onclick: () => sure("clear", "clearSure") },
    ];
    openMenu(under(anchor), items, t("more"));
  }

  /** Do something as this phone's person. */
  act(action, values) {
    return this.app.act(this.user.id, action, values);
  }

  /** Show for a while what the bot is doing. */
  busy(action) {
    clearTimeout(this.typing);
    this.status.textContent = t(has(`action_${action}`) ? `action_${action}` : "action_typing");
    this.status.classList.add("busy");
    this.typing = setTimeout(() => this.idle(), TYPING);
  }

  idle() {
    clearTimeout(this.typing);
    this.status.textContent = t("bot");
    this.status.classList.remove("busy");
  }

  goTo(messageId) {
    this.scroll.goTo(messageId);
  }
}

const ACTIONS = { block: "block", clear: "delete_chat" };
