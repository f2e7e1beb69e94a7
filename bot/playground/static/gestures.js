/** What one can do with a message: by mouse, by touch (hold, swipe left) and by keyboard. */
import { copyAndTell } from "./toasts.js";
import { el, fullName } from "./dom.js";
import { openMenu } from "./menu.js";
import { whoForwards } from "./people.js";
import { t } from "./words.js";
import { summary } from "./media.js";

const EMOJI = ["👍", "❤️", "😂", "😮", "😢", "🙏"];
const HOLD = 480;
const SWIPE = 56;
const OWN = "a, button, [role=button], video, progress";

export function messageGestures(scroll, pane) {
  const { log } = scroll;
  const viewOf = (node) => pane.app.store.message(pane.user.id, Number(node.dataset.id));
  const open = (node, point) => messageMenu(point, viewOf(node), pane);

  log.addEventListener("contextmenu", (event) => {
    const node = event.target.closest(".message");
    if (!node || getSelection().toString()) return;
    event.preventDefault();
    const box = node.firstElementChild.getBoundingClientRect();
    const byKey = !event.clientX && !event.clientY;
    open(node, byKey ? { x: box.left + 16, y: box.top + 16 } : { x: event.clientX, y: event.clientY });
  });
  log.addEventListener("dblclick", (event) => {
    const node = event.target.closest(".message");
    if (node && !event.target.closest(OWN)) pane.composer.reply(viewOf(node));
  });
  log.addEventListener("keydown", (event) => keys(event, log, pane, open, viewOf));
  touch(log, pane, open, viewOf);
}

function keys(event, log, pane, open, viewOf) {
  const node = event.target.closest(".message");
  if (!node) return;
  const all = [...log.querySelectorAll(".message")];
  const at = all.indexOf(node);
  const goals = { ArrowUp: all[at - 1], ArrowDown: all[at + 1], Home: all[0], End: all.at(-1) };
  if (event.key in goals) {
    event.preventDefault();
    goals[event.key]?.focus();
  } else if (event.target === node && event.key === "Enter") {
    event.preventDefault();
    const box = node.firstElementChild.getBoundingClientRect();
    open(node, { x: box.left + 16, y: box.top + 16 });
  } else if (event.target === node && event.key === "r" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    pane.composer.reply(viewOf(node));
  } else if (event.key === "Escape") pane.composer.focus();
}

function touch(log, pane, open, viewOf) {
  let from = null;
  const end = () => {
    if (!from) return;
    clearTimeout(from.timer);
    from.node.style.translate = "";
    from = null;
  };
  log.addEventListener("pointerdown", (event) => {
    const node = event.target.closest(".message");
    if (event.pointerType !== "touch" || !node || event.target.closest(OWN)) return;
    const { clientX: x, clientY: y } = event;
    from = { node, x, y, timer: setTimeout(() => (open(node, { x, y }), end()), HOLD) };
  });
  log.addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (Math.hypot(dx, dy) > 8) clearTimeout(from.timer);
    if (Math.abs(dy) > 24) return end();
    from.node.style.translate = `${Math.max(-SWIPE - 12, Math.min(0, dx))}px`;
    return undefined;
  });
  log.addEventListener("pointerup", (event) => {
    if (from && from.x - event.clientX > SWIPE) pane.composer.reply(viewOf(from.node));
    end();
  });
  log.addEventListener("pointercancel", end);
}

function messageMenu(point, view, pane) {
  const { message, from_bot: fromBot } = view;
  const text = message.text ?? message.caption;
  const items = [
    { label: t("reply"), icon: "reply", onclick: () => pane.composer.reply(view) },
    !fromBot && message.text && !message.forward_origin
      ? { label: t("edit"), icon: "edit", onclick: () => pane.composer.edit(view) }
      : null,
    text ? { label: t("copy"), icon: "copy", onclick: () => copyAndTell(text) } : null,
    text ? { label: t("forward"), icon: "forward", onclick: () => forward(view, pane) } : null,
  ];
  openMenu(point, items.filter(Boolean), t("menuOf"), (close) => reactionRow(close, view, pane));
}

function reactionRow(close, view, pane) {
  const mine = view.reactions.find((one) => !one.from_bot)?.emoji;
  const react = (emoji) => () => {
    close();
    const values = { message_id: view.message.message_id, emoji: emoji === mine ? "" : emoji };
    pane.act("reaction", values);
  };
  return el(
    "div.react-row",
    {},
    ...EMOJI.map((emoji) =>
      el("button", {
        type: "button", role: "menuitem", onclick: react(emoji),
        "aria-label": t("react", { emoji }), "data-mine": emoji === mine,
      }, emoji),
    ),
  );
}

/** The person chosen forwards it to the bot, with the name of who wrote it. */
async function forward(view, pane) {
  const { app } = pane;
  const person = await whoForwards(app);
  if (!person) return;
  const author = view.message.forward_origin?.sender_user ?? view.message.from;
  const known = app.store.users.has(author.id);
  const from = known ? { sender_id: author.id } : { sender_name: nameOf(view, author) };
  await app.act(person.id, "forward", { text: summary(view.message), ...from });
  app.seat(person.id, pane.user.id);
}

const nameOf = (view, author) =>
  view.message.forward_origin?.sender_user_name ?? fullName(author);
