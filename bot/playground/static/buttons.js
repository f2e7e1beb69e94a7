/** Inline keyboards: what each kind of button does when it is tapped. */
import { el, icon } from "./dom.js";
import { safeUrl } from "./entities.js";
import { showAlert } from "./dialogs.js";
import { shareInline } from "./inline.js";
import { follow, isStart } from "./links.js";
import { copyAndTell, toast } from "./toasts.js";
import { t } from "./words.js";

/** The rows under a bubble. */
export function inlineKeyboard(view, app) {
  const rows = view.message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  let place = 0;
  const drawn = rows.map((row) =>
    el("div.keys-row", {}, ...row.map((button) => drawButton(button, place++, view, app))),
  );
  return el("div.keys", { role: "group", "aria-label": t("buttons") }, ...drawn);
}

function drawButton(button, place, view, app) {
  const look = { "data-style": button.style, "data-place": place };
  const label = el("span", {}, button.text);
  if (button.url) return urlButton(button, look, label, view, app);
  if (button.copy_text) {
    const onclick = () => copyAndTell(button.copy_text.text);
    return el("button.key", { type: "button", ...look, onclick }, label, icon("copy"));
  }
  if ("callback_data" in button) {
    const onclick = (event) => tap(event.currentTarget, place, view, app);
    return el("button.key", { type: "button", ...look, onclick }, label);
  }
  const chosen = button.switch_inline_query_chosen_chat?.query;
  const query = button.switch_inline_query ?? button.switch_inline_query_current_chat ?? chosen;
  const onclick = () => shareInline(app, view.chat_id, query ?? "");
  return el("button.key", { type: "button", ...look, onclick }, label, icon("forward"));
}

function urlButton(button, look, label, view, app) {
  const href = safeUrl(button.url);
  if (!href) return el("button.key", { type: "button", ...look, disabled: true }, label);
  if (isStart(href, app.store.bot)) {
    const onclick = () => follow(app, view.chat_id, href);
    return el("button.key", { type: "button", ...look, onclick }, label, icon("out"));
  }
  const outside = { href, target: "_blank", rel: "noopener noreferrer" };
  const spoken = { "aria-label": t("opensTab", { label: button.text }) };
  return el("a.key", { ...outside, ...spoken, ...look }, label, icon("out"));
}

/** Tap and wait for the bot's answer, as clients do: a note, an alert, a link or nothing. */
async function tap(key, place, view, app) {
  key.classList.add("waiting");
  key.setAttribute("aria-busy", "true");
  const { message_id } = view.message;
  const tapped = await app.act(view.chat_id, "tap", { message_id, index: place }, "buttonGone");
  const answer = tapped?.kind === "callback" ? await app.store.answer(tapped.value) : null;
  key.classList.remove("waiting");
  key.removeAttribute("aria-busy");
  if (!answer) return;
  if (answer.url) openLink(answer.url, view.chat_id, app);
  if (answer.text && answer.show_alert) await showAlert(app.store.bot.first_name, answer.text);
  else if (answer.text) toast(answer.text);
}

function openLink(url, chatId, app) {
  if (isStart(url, app.store.bot)) follow(app, chatId, url);
  else if (safeUrl(url)) window.open(safeUrl(url), "_blank", "noopener,noreferrer");
}
