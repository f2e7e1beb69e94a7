/** The bot's commands, as suggestions over the place to write. */
import { el } from "./dom.js";
import { t } from "./words.js";

export class Suggestions {
  constructor(composer) {
    this.composer = composer;
    this.at = -1;
    this.node = el("ul.suggestions", {
      role: "listbox", id: `commands-${composer.pane.place}`, "aria-label": t("commands"), hidden: true,
    });
    const { input } = composer;
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": this.node.id, "aria-expanded": "false",
    })) input.setAttribute(name, value);
  }

  /** The menu button: all commands, or none. */
  toggle() {
    const { input } = this.composer;
    input.value = this.node.hidden ? "/" : "";
    this.composer.typed();
    input.focus();
  }

  /** The commands that begin as the line does. */
  matching() {
    const { pane, input } = this.composer;
    const typed = /^\/([a-z0-9_]*)$/i.exec(input.value);
    const all = typed && pane.user ? pane.app.store.commandsFor(pane.user) : [];
    return all.filter(({ command }) => command.startsWith(typed[1].toLowerCase()));
  }

  /** The bot may have other commands now; the list is left alone while it has not. */
  renew() {
    if (!this.node.hidden && JSON.stringify(this.matching()) !== JSON.stringify(this.found)) this.suggest();
  }

  suggest() {
    this.found = this.matching();
    this.node.hidden = !this.found.length;
    this.composer.input.setAttribute("aria-expanded", String(!this.node.hidden));
    this.node.replaceChildren(...this.found.map((one, place) => this.option(one, place)));
    this.mark(this.found.length ? 0 : -1);
  }

  /** Whether a key was meant for the list. */
  pressed(event) {
    if (this.node.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) this.mark((this.at + step + this.found.length) % this.found.length);
    else if (event.key === "Tab" && !event.shiftKey) this.complete();
    else if (event.key === "Enter" && !event.shiftKey) this.choose(this.found[this.at]);
    else if (event.key === "Escape") this.node.hidden = true;
    else return false;
    event.preventDefault();
    return true;
  }

  complete() {
    const { input } = this.composer;
    input.value = `/${this.found[this.at].command} `;
    this.composer.typed();
  }

  choose({ command }) {
    this.node.hidden = true;
    this.composer.sendCommand(command);
  }

  mark(at) {
    this.at = at;
    const options = [...this.node.children];
    for (const option of options) option.setAttribute("aria-selected", String(option === options[at]));
    this.composer.input.setAttribute("aria-activedescendant", options[at]?.id ?? "");
    options[at]?.scrollIntoView({ block: "nearest" });
  }

  option(one, place) {
    const id = `${this.node.id}-${place}`;
    return el(
      "li", { role: "option", id, onclick: () => this.choose(one) },
      el("span.command", {}, `/${one.command}`), el("span.faint", {}, one.description),
    );
  }
}
