/** One message of a chat, as an element. */
import { inlineKeyboard } from "./buttons.js";
import { el, fullName, icon } from "./dom.js";
import { formatted } from "./entities.js";
import { medium, summary } from "./media.js";
import { hour } from "./times.js";
import { t } from "./words.js";

/** `pane`: where it is shown; it offers `place`, `app` and `goTo(messageId)`. */
export function drawMessage(view, pane) {
  const { message, from_bot: fromBot } = view;
  const side = fromBot ? "in" : "out";
  const words = `words-${pane.place}-${message.message_id}`;
  const node = el(
    `article.message.${side}`,
    // With the focus on a message its words are read aloud: they are its name.
    { "data-id": message.message_id, tabindex: -1, "aria-labelledby": words },
    bubble(view, pane, words),
    inlineKeyboard(view, pane.app),
    reactions(view),
  );
  return node;
}

function bubble(view, pane, id) {
  const { message, from_bot: fromBot } = view;
  const author = fromBot ? pane.app.store.bot.first_name : t("you");
  const context = { app: pane.app, chatId: view.chat_id };
  const text = message.text ?? message.caption;
  const marks = message.entities ?? message.caption_entities;
  const storm = onlyEmoji(text ?? "");
  return el(
    `div.bubble${message.photo ? ".pictured" : ""}${storm ? ".storm" : ""}`,
    { dir: "auto", id },
    el("span.unseen", {}, author),
    forwarded(message),
    quote(message, pane),
    medium(message),
    text ? el("div.text", { dir: "auto" }, ...formatted(text, marks, context)) : null,
    medium(message) || text ? null : el("p.faint", {}, t("unknown")),
    meta(message, fromBot),
  );
}

function meta(message, fromBot) {
  const sent = new Date(message.date * 1000);
  return el(
    "span.meta",
    {},
    message.edit_date ? el("span", {}, t("edited")) : null,
    el("time", { datetime: sent.toISOString() }, hour(sent)),
    fromBot ? null : el("span.ticks", { "aria-hidden": "true" }, "✓✓"),
  );
}

function forwarded({ forward_origin: origin }) {
  if (!origin) return null;
  const name = origin.sender_user ? fullName(origin.sender_user) : origin.sender_user_name;
  return el("p.forwarded", {}, icon("forward"), el("span", {}, t("forwardedFrom", { name })));
}

function quote({ reply_to_message: replied }, pane) {
  if (!replied) return null;
  const name = replied.from.is_bot ? replied.from.first_name : fullName(replied.from);
  return el(
    "button.quote",
    { type: "button", onclick: () => pane.goTo(replied.message_id) },
    el("bdi.quote-name", {}, name),
    el("bdi.quote-text", {}, summary(replied)),
  );
}

function reactions(view) {
  if (!view.reactions.length) return null;
  return el(
    "p.reactions",
    { "aria-label": t("reactions") },
    ...view.reactions.map((reaction) => el("span", {}, reaction.emoji ?? "⭐")),
  );
}

const STORM = 3;

/** One to three emoji alone are shown large, as Telegram does. */
function onlyEmoji(text) {
  if (!text || text.length > 40) return false;
  const shapes = [...new Intl.Segmenter().segment(text.trim())].map((one) => one.segment);
  const emoji = (shape) => /^\p{Emoji_Presentation}|^\p{Emoji}\ufe0f/u.test(shape);
  return shapes.length > 0 && shapes.length <= STORM && shapes.every(emoji);
}
