/** Inline mode: choosing one of the bot's results to send from one's own account. */
import { dialog } from "./dialogs.js";
import { el } from "./dom.js";
import { toast } from "./toasts.js";
import { t } from "./words.js";

export async function shareInline(app, chatId, query) {
  const asked = await app.act(chatId, "inline_query", { query });
  if (!asked) return;
  const answer = await app.store.answer(asked.result);
  const results = answer?.results ?? [];
  const index = await dialog(t("inlineTitle", { name: app.store.bot.username }), (close) => [
    el("p.hint", {}, t(results.length ? "inlineHint" : "inlineNone")),
    el("div.people", {}, ...results.map((result, place) => row(result, () => close(place)))),
  ]);
  if (index === undefined) return;
  const chosen = await app.act(chatId, "choose", { query_id: asked.result, index });
  if (chosen) toast(t("inlineShared", { text: chosen.result }));
}

function row(result, onclick) {
  return el(
    "button.person",
    { type: "button", onclick },
    el("span.person-words", {}, el("strong", {}, result.title ?? ""), el("span.faint", {}, result.description ?? "")),
  );
}
