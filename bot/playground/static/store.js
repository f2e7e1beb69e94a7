/** This page's copy of the Telegram: users, chats, commands, answers to taps. */

export class Store {
  constructor() {
    this.bot = null;
    this.users = new Map();
    this.chats = new Map();
    this.commands = [];
    this.answers = new Map();
    this.lastEvent = 0;
    this.now = new Date();
    this.listeners = new Map();
  }

  /** Call `listener(data)` at every change of a kind; kinds are those of the events, and `load`. */
  on(kind, listener) {
    if (!this.listeners.has(kind)) this.listeners.set(kind, new Set());
    this.listeners.get(kind).add(listener);
  }

  /** Begin anew from `GET /control/state`. */
  load(state) {
    this.bot = state.bot;
    this.commands = state.commands;
    this.lastEvent = state.last_event;
    this.now = new Date(state.now);
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map();
    for (const view of state.messages) if (!view.deleted) this.put(view);
    for (const query of state.queries) if (query.answer) this.answers.set(query.id, query.answer);
    this.tell("load", state);
  }

  /** Take in one event of the journal, once. */
  apply({ id, kind, at, data }) {
    if (id <= this.lastEvent) return;
    this.lastEvent = id;
    this.now = new Date(at);
    this.take(kind, data);
    this.tell(kind, data);
    this.tell("time", this.now);
  }

  /** The visible messages of a chat, oldest first. */
  messages(chatId) {
    return [...(this.chats.get(chatId)?.values() ?? [])];
  }

  message(chatId, messageId) {
    return this.chats.get(chatId)?.get(messageId);
  }

  /** The bot's answer to a tap or inline query; null when none comes in time. */
  answer(queryId, milliseconds = 15000) {
    if (this.answers.has(queryId)) return Promise.resolve(this.answers.get(queryId));
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(null), milliseconds);
      const heard = (data) => {
        if (data.query_id !== queryId) return;
        clearTimeout(timer);
        for (const kind of ["callback_answer", "inline_answer"])
          this.listeners.get(kind).delete(heard);
        resolve(data);
      };
      for (const kind of ["callback_answer", "inline_answer"]) this.on(kind, heard);
    });
  }

  /**
   * The commands a person sees: https://core.telegram.org/bots/api#determining-list-of-commands
   */
  commandsFor(user) {
    const scopes = [
      (scope) => scope.type === "chat" && Number(scope.chat_id) === user.id,
      (scope) => scope.type === "all_private_chats",
      (scope) => scope.type === "default",
    ];
    for (const fits of scopes)
      for (const language of [user.language_code ?? "", ""]) {
        const menu = this.commands.find(
          (one) => fits(one.scope) && (one.language_code ?? "") === language && one.commands.length,
        );
        if (menu) return menu.commands;
      }
    return [];
  }

  put(view) {
    if (!this.chats.has(view.chat_id)) this.chats.set(view.chat_id, new Map());
    this.chats.get(view.chat_id).set(view.message.message_id, view);
  }

  take(kind, data) {
    if (kind === "message") this.wrote(data);
    else if (kind === "edited" || kind === "reaction") this.put(data);
    else if (kind === "deleted") this.chats.get(data.chat_id)?.delete(data.message.message_id);
    else if (kind === "user") this.met(data);
    else if (kind === "keyboard") this.users.get(data.chat_id).keyboard = data.keyboard;
    else if (kind === "draft") this.users.get(data.chat_id).draft = data.text;
    else if (kind === "commands") this.setCommands(data);
    else if (kind.endsWith("_answer")) this.answers.set(data.query_id, data);
  }

  wrote(view) {
    this.put(view);
    const user = this.users.get(view.chat_id);
    if (view.from_bot) user.draft = null;
    else user.started = true;
  }

  met({ user, blocked, deactivated }) {
    const known = this.users.get(user.id) ?? { started: false, keyboard: null, draft: null };
    const news = { ...(blocked === undefined ? {} : { blocked }), ...(deactivated ? { deactivated } : {}) };
    this.users.set(user.id, { ...known, ...user, ...news });
  }

  setCommands(menu) {
    const same = (one) =>
      JSON.stringify(one.scope) === JSON.stringify(menu.scope) &&
      (one.language_code ?? "") === (menu.language_code ?? "");
    this.commands = [...this.commands.filter((one) => !same(one)), menu];
  }

  tell(kind, data) {
    for (const listener of [...(this.listeners.get(kind) ?? [])]) listener(data);
  }
}
