/** The page: two phones over one store, which follows the server. */
import { ClockBar } from "./clock.js";
import { el, fullName } from "./dom.js";
import { recall, remember } from "./memory.js";
import { Pane } from "./pane.js";
import { act, follow, post, Refused } from "./server.js";
import { Store } from "./store.js";
import { switchTheme, useTheme } from "./theme.js";
import { dayKey } from "./times.js";
import { toast } from "./toasts.js";
import { switchLanguage, t, translate } from "./words.js";

class App {
  constructor() {
    this.store = new Store();
    this.clock = new ClockBar((now) => this.today(now));
    this.panes = [0, 1].map((place) => new Pane(this, place));
    this.tabs = this.panes.map((pane, place) => this.tab(place));
    this.front = 0;
    document.getElementById("chats").append(...this.panes.map((pane) => pane.node));
    document.getElementById("seats").append(...this.tabs);
    this.listen();
  }

  /** Do something as a person; says why when it is refused, and resolves with null. */
  async act(userId, action, values, ifRefused = null) {
    try {
      return await act(userId, action, values);
    } catch (error) {
      const reason = error instanceof Refused;
      toast(reason && ifRefused ? t(ifRefused) : reason ? t("refused", { reason: error.message }) : t("notSent"));
      return null;
    }
  }

  /** Add somebody to this Telegram. */
  async create(values) {
    try {
      const user = await post("users", values);
      this.store.met({ user });
      return this.store.users.get(user.id);
    } catch {
      toast(t("notSent"));
      return undefined;
    }
  }

  /** Show somebody's phone beside the one of `besideId`, unless it is shown already. */
  seat(userId, besideId) {
    const shown = this.panes.find((pane) => pane.user?.id === userId);
    const place = shown?.place ?? (this.panes[0].user?.id === besideId ? 1 : 0);
    if (!shown) this.sitAt(place, userId);
    this.bringForward(place);
  }

  sitAt(place, userId) {
    const other = this.panes[1 - place];
    if (other.user?.id === userId) other.show(this.panes[place].user);
    this.panes[place].show(this.store.users.get(userId));
    remember("seats", this.panes.map((pane) => pane.user?.id ?? null));
    this.label();
  }

  isSeated(userId) {
    return this.panes.some((pane) => pane.user?.id === userId);
  }

  bringForward(place) {
    this.front = place;
    this.panes[place].unread = 0;
    document.getElementById("chats").dataset.front = place;
    this.label();
  }

  tab(place) {
    const onclick = () => this.bringForward(place);
    const onkeydown = (event) => {
      if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
      this.bringForward(1 - place);
      this.tabs[1 - place].focus();
    };
    return el("button.seat", { type: "button", role: "tab", "aria-controls": `pane-${place}`, onclick, onkeydown });
  }

  label() {
    this.tabs.forEach((tab, place) => {
      const { user, unread } = this.panes[place];
      const selected = place === this.front;
      tab.replaceChildren(el("bdi", {}, user ? fullName(user) : t("nobody")));
      if (unread) tab.append(el("span.count", { "aria-label": t("unread", { count: unread }) }, String(unread)));
      tab.setAttribute("aria-selected", String(selected));
      tab.tabIndex = selected ? 0 : -1;
    });
  }

  listen() {
    const { store } = this;
    const shown = (id, act_) => this.panes.filter((pane) => pane.user?.id === id).forEach(act_);
    store.on("load", () => this.loaded());
    store.on("message", (view) => shown(view.chat_id, (pane) => this.arrived(pane, view)));
    store.on("edited", (view) => shown(view.chat_id, (pane) => pane.scroll.replace(view)));
    store.on("reaction", (view) => shown(view.chat_id, (pane) => pane.scroll.replace(view, { aloud: false })));
    store.on("deleted", (view) => shown(view.chat_id, (pane) => (pane.scroll.remove(view), pane.composer.refresh())));
    store.on("keyboard", ({ chat_id: id }) => shown(id, (pane) => pane.composer.refresh()));
    store.on("commands", () => this.panes.forEach((pane) => pane.user && pane.composer.refresh()));
    store.on("chat_action", ({ chat_id: id, action }) => shown(id, (pane) => pane.busy(action)));
    store.on("draft", (draft) => shown(draft.chat_id, (pane) => pane.scroll.showDraft(draft)));
    store.on("user", ({ user }) => this.changed(user));
    store.on("time", (now) => (this.clock.noticed(now), this.today(now)));
  }

  /** Another day has begun for the bot. */
  today(now) {
    this.store.now = now;
    if (dayKey(now) === this.day) return;
    this.day = dayKey(now);
    for (const pane of this.panes) if (pane.user) pane.scroll.nameDays();
  }

  arrived(pane, view) {
    pane.scroll.add(view);
    pane.composer.refresh();
    if (!view.from_bot) return;
    pane.idle();
    if (pane.place !== this.front) pane.unread += 1;
    this.label();
  }

  changed(user) {
    for (const pane of this.panes) {
      pane.listPeople();
      if (pane.user?.id !== user.id) continue;
      pane.user = this.store.users.get(user.id);
      pane.composer.refresh();
    }
    for (const pane of this.panes) if (!pane.user) pane.show(null);
    this.label();
  }

  /** After the first state, and after each reconnection. */
  async loaded() {
    await this.clock.read();
    const users = [...this.store.users.keys()];
    const kept = (recall("seats") ?? []).map((id) => (this.store.users.has(id) ? id : null));
    const first = kept[0] ?? users.find((id) => id !== kept[1]) ?? null;
    const second = kept[1] ?? users.find((id) => id !== first) ?? null;
    [first, second].forEach((id, place) => this.panes[place].show(this.store.users.get(id) ?? null));
    document.title = `${this.store.bot.first_name} · ${t("brand")}`;
    this.bringForward(this.front);
    document.documentElement.dataset.ready = "yes";
  }
}

useTheme();
translate(document);
document.getElementById("brand").textContent = t("brand");
const languageButton = document.getElementById("language");
languageButton.textContent = t("languageShort");
languageButton.addEventListener("click", switchLanguage);
document.getElementById("theme").addEventListener("click", switchTheme);

const banner = document.getElementById("banner");
const app = new App();
follow(app.store, {
  onLost: () => {
    banner.textContent = t("stopped");
    banner.hidden = false;
  },
  onBack: () => {
    banner.hidden = true;
    toast(t("back"));
  },
});
