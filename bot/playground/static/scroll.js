/** The messages of one chat, oldest first, kept at the end while the reader is there. */
import { el, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { summary } from "./media.js";
import { drawMessage } from "./message.js";
import { messageGestures } from "./gestures.js";
import { day, dayKey } from "./times.js";
import { announce } from "./toasts.js";
import { t } from "./words.js";

const NEAR = 80;
const PRESSED = "a, button, video, [role=button]";

export class Scroll {
  constructor(pane) {
    this.pane = pane;
    this.missed = 0;
    this.log = el("div.log", { role: "log", "aria-live": "polite", tabindex: -1 });
    this.draft = el("div.bubble.draft", { hidden: true });
    this.list = el("div.scroll", {}, this.log, this.draft);
    this.down = el("button.to-end", { type: "button", hidden: true, onclick: () => this.toEnd() });
    this.node = el("div.wallpaper", {}, this.list, this.down);
    this.list.addEventListener("scroll", () => this.atEnd() && this.caughtUp(), { passive: true });
    new ResizeObserver(() => this.stuck && this.jump()).observe(this.list);
    this.stuck = true;
    this.keepInReach();
    messageGestures(this, pane);
  }

  /** Draw the whole chat anew; nothing of it is read aloud. */
  fill() {
    const { store } = this.pane.app;
    const { id } = this.pane.user;
    this.log.setAttribute("aria-label", t("chatWith", { name: store.bot.first_name }));
    this.log.setAttribute("aria-live", "off");
    const focused = this.log.contains(document.activeElement) ? document.activeElement : null;
    const number = focused?.closest(".message")?.dataset.id;
    this.log.replaceChildren();
    this.lastDay = null;
    const views = store.messages(id);
    for (const view of views) this.append(view);
    if (!views.length) this.log.append(el("p.day", {}, t("emptyChat")));
    this.showDraft({ text: store.users.get(id).draft });
    this.jump();
    if (focused) (this.find(number) ?? this.pane.composer).focus();
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  /** A new message at the end. */
  add(view) {
    if (!this.log.querySelector(".message")) this.log.replaceChildren();
    const follow = this.atEnd() || !view.from_bot;
    if (view.from_bot) this.showDraft({ text: null });
    this.append(view);
    if (follow) this.jump();
    else this.miss();
  }

  /**
   * A message that changed, in the place where it stands. The focus stays on a button only while
   * it says the same: whoever presses Enter twice on ✅ must not press the 🚀 that took its place.
   */
  replace(view, { aloud = true } = {}) {
    const node = this.find(view.message.message_id);
    if (!node) return;
    const focused = node.contains(document.activeElement) ? document.activeElement : null;
    const fresh = drawMessage(view, this.pane);
    node.replaceChildren(...fresh.childNodes);
    node.classList.toggle("changed", aloud);
    this.reach(node, node === this.newest() || Boolean(focused));
    if (focused) {
      const keys = [...node.querySelectorAll(".key")];
      const same = keys.find((key) => key.textContent === focused.textContent);
      (same ?? node).focus({ preventScroll: true });
    }
    if (this.stuck) this.jump();
    if (aloud) this.speak("editedNow", view);
  }

  remove(view) {
    const node = this.find(view.message.message_id);
    if (!node) return;
    const focused = node.contains(document.activeElement);
    const before = node.previousElementSibling;
    const alone = before?.classList.contains("day") && !node.nextElementSibling?.matches(".message");
    node.remove();
    if (alone) {
      before.remove();
      this.lastDay = null;
    }
    if (this.newest()) this.reach(this.newest(), true);
    if (focused) (this.newest() ?? this.pane.composer).focus({ preventScroll: true });
    if (!this.log.querySelector(".message")) this.log.replaceChildren(el("p.day", {}, t("emptyChat")));
    announce(t("deletedNow"));
  }

  /** The text the bot is writing before one's eyes; null hides it. */
  showDraft({ text, entities }) {
    const context = { app: this.pane.app, chatId: this.pane.user.id };
    this.draft.hidden = text === null || text === undefined;
    this.draft.replaceChildren(...(text ? formatted(text, entities, context) : [t("thinking")]));
    if (this.stuck) this.jump();
  }

  find(messageId) {
    return this.log.querySelector(`[data-id="${messageId}"]`);
  }

  goTo(messageId) {
    const node = this.find(messageId);
    if (!node) return;
    node.scrollIntoView({ block: "center", behavior: "smooth" });
    node.focus({ preventScroll: true });
    node.classList.remove("found");
    requestAnimationFrame(() => node.classList.add("found"));
  }

  append(view) {
    const date = new Date(view.message.date * 1000);
    if (dayKey(date) !== this.lastDay) {
      this.lastDay = dayKey(date);
      this.log.append(el("p.day", { "data-date": date.toISOString() }));
      this.nameDays();
    }
    const last = this.newest();
    if (last && !last.contains(document.activeElement)) this.reach(last, false);
    const node = drawMessage(view, this.pane);
    this.log.append(node);
    this.reach(node, true);
  }

  newest() {
    return [...this.log.querySelectorAll(".message")].at(-1);
  }

  /**
   * Only the newest message and the one with the focus are stops of the Tab key, with what can be
   * pressed in them: the rest, years of buttons, is reached with the arrow keys.
   */
  reach(node, reachable) {
    for (const one of [node, ...node.querySelectorAll(PRESSED)]) one.tabIndex = reachable ? 0 : -1;
  }

  keepInReach() {
    const around = (event) => event.target.closest?.(".message");
    this.log.addEventListener("focusin", (event) => around(event) && this.reach(around(event), true));
    this.log.addEventListener("focusout", (event) => {
      const node = around(event);
      if (node && node !== this.newest() && !node.contains(event.relatedTarget)) this.reach(node, false);
    });
  }

  /** "Today" is another day once the clock has moved. */
  nameDays() {
    const { now } = this.pane.app.store;
    for (const node of this.log.querySelectorAll("[data-date]"))
      node.textContent = day(new Date(node.dataset.date), now);
  }

  speak(key, view) {
    const { bot } = this.pane.app.store;
    const name = view.from_bot ? bot.first_name : t("you");
    announce(t(key, { name, text: summary(view.message) }));
  }

  atEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.list;
    this.stuck = scrollHeight - scrollTop - clientHeight < NEAR;
    return this.stuck;
  }

  jump() {
    this.stuck = true;
    this.list.scrollTop = this.list.scrollHeight;
    this.caughtUp();
  }

  toEnd() {
    this.jump();
    this.pane.composer.focus();
  }

  miss() {
    this.missed += 1;
    const label = t("toBottom", { count: this.missed });
    this.down.replaceChildren(icon("down"), el("span.count", {}, String(this.missed)));
    this.down.setAttribute("aria-label", label);
    this.down.hidden = false;
  }

  caughtUp() {
    this.missed = 0;
    this.down.hidden = true;
  }
}
