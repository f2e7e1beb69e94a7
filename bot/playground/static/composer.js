/** The place to write: text, commands, replies, edits, attachments and the bot's keyboard. */
import { Suggestions } from "./commands.js";
import { el, fullName, icon, iconButton } from "./dom.js";
import { attachMenu } from "./attach.js";
import { pastedFile, sendFile } from "./files.js";
import { ReplyKeyboard } from "./keyboard.js";
import { summary } from "./media.js";
import { Recorder } from "./voice.js";
import { t } from "./words.js";

const LONGEST = 4096;

export class Composer {
  constructor(pane) {
    this.pane = pane;
    this.target = null;
    const id = `write-${pane.place}`;
    this.input = el("textarea", {
      id, rows: 1, maxlength: LONGEST, placeholder: t("write"), "aria-label": t("write"),
      enterkeyhint: "send", dir: "auto", autocomplete: "off",
      oninput: () => this.typed(), onkeydown: (event) => this.pressed(event),
      onpaste: (event) => this.pasted(event),
    });
    this.suggestions = new Suggestions(this);
    this.keyboard = new ReplyKeyboard(pane);
    this.recorder = new Recorder(pane);
    this.menuButton = iconButton("menu", t("commands"), () => this.suggestions.toggle());
    this.keysButton = iconButton("keys", t("keyboardToggle"), () => this.keyboard.toggle());
    this.attachButton = iconButton("clip", t("attach"), (event) => attachMenu(event.currentTarget, pane), { "aria-haspopup": "menu" });
    this.micButton = iconButton("mic", t("record"), () => this.recorder.start());
    this.sendButton = iconButton("send", t("send"), () => this.submit(), { class: "round send" });
    this.context = el("div.context", { hidden: true });
    this.bar = el("div.bar", {}, this.menuButton, this.input, this.keysButton, this.attachButton, this.micButton, this.sendButton);
    this.startButton = el("button.start", { type: "button", onclick: () => this.begin() });
    this.note = el("p.gone", { hidden: true });
    new ResizeObserver(() => this.width !== this.bar.clientWidth && this.fit()).observe(this.bar);
    this.node = el("div.composer", {}, this.suggestions.node, this.context, this.note, this.bar, this.recorder.node, this.startButton, this.keyboard.node);
  }

  /**
   * Show what fits the person: Start, the bar, the keyboard. This comes with every message, so it
   * draws nothing anew that a hand may be on: the list of commands, the line of what is answered.
   */
  refresh({ keepDraft = true } = {}) {
    const { user, app } = this.pane;
    if (!keepDraft) this.fill("", null);
    const fresh = !user.started || !app.store.messages(user.id).length;
    this.startButton.hidden = user.deactivated || !(user.blocked || fresh);
    this.startButton.textContent = t(user.blocked ? "unblock" : "start");
    this.bar.hidden = user.blocked || user.deactivated || fresh;
    this.note.hidden = !(user.blocked || user.deactivated);
    this.note.textContent = t(user.deactivated ? "goneNote" : "blockedNote");
    this.menuButton.hidden = !app.store.commandsFor(user).length;
    this.keyboard.show(user.keyboard);
    this.keysButton.hidden = !user.keyboard;
    this.suggestions.renew();
    if (this.beginning && !this.bar.hidden) {
      this.beginning = false;
      this.focus();
    }
  }

  focus() {
    (this.bar.hidden ? this.startButton : this.input).focus();
  }

  reply(view) {
    this.target = { action: "reply", view };
    this.drawContext();
    this.focus();
  }

  edit(view) {
    this.target = { action: "edit", view };
    this.input.value = view.message.text;
    this.drawContext();
    this.typed();
    this.focus();
  }

  leaveTarget() {
    if (this.target?.action === "edit") this.input.value = "";
    this.target = null;
    this.drawContext();
    this.typed();
    this.focus();
  }

  /** The id to answer to, once. */
  takeReply() {
    const replied = this.target?.action === "reply" ? this.target.view.message.message_id : undefined;
    this.target = null;
    this.drawContext();
    return replied;
  }

  begin() {
    this.beginning = true;
    this.pane.act("start");
  }

  drawContext() {
    this.context.hidden = !this.target;
    if (!this.target) return;
    const { action, view } = this.target;
    const author = view.from_bot ? this.pane.app.store.bot.first_name : fullName(view.message.from);
    const editing = action === "edit";
    const title = editing ? t("editing") : t("replyTo", { name: author });
    const label = t(editing ? "cancelEdit" : "cancelReply");
    this.context.replaceChildren(
      icon(editing ? "edit" : "reply"),
      el("span.context-words", {}, el("strong", {}, title), el("bdi.faint", {}, summary(view.message))),
      iconButton("close", label, () => this.leaveTarget()),
    );
  }

  typed() {
    this.fit();
    const empty = !this.input.value.trim();
    this.sendButton.hidden = empty;
    this.micButton.hidden = !empty;
    this.attachButton.hidden = !empty;
    this.suggestions.suggest();
  }

  /** As many lines as the text needs in this width. */
  fit() {
    this.width = this.bar.clientWidth;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight}px`;
  }

  pressed(event) {
    if (this.suggestions.pressed(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.target) {
      this.leaveTarget();
    } else if (event.key === "ArrowUp" && !this.input.value) {
      event.preventDefault();
      this.pane.scroll.newest()?.focus();
    }
  }

  pasted(event) {
    const file = pastedFile(event);
    if (!file) return;
    event.preventDefault();
    sendFile(this.pane, file);
  }

  /** The line is empty at once, as one who types on expects; what could not be sent comes back to it. */
  async submit() {
    const text = this.input.value.trim();
    if (!text) return;
    const target = this.target;
    this.fill("", null);
    this.focus();
    const messageId = target?.view.message.message_id;
    const done =
      target?.action === "edit"
        ? await this.pane.act("edit", { message_id: messageId, text })
        : await this.pane.act("send", { text, reply_to: messageId ?? null });
    if (!done && !this.input.value) this.fill(text, target);
  }

  fill(text, target) {
    this.input.value = text;
    this.target = target;
    this.drawContext();
    this.typed();
  }

  /** Send a command that was picked from the menu. */
  sendCommand(command) {
    this.input.value = `/${command}`;
    this.submit();
  }
}
