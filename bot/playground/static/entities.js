/** Text with entities → elements. Offsets are UTF-16 units, as JavaScript's own. */
import { el } from "./dom.js";
import { follow, isStart } from "./links.js";
import { t } from "./words.js";
import { copyAndTell } from "./toasts.js";

const PLAIN = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", blockquote: "blockquote",
  expandable_blockquote: "blockquote", mention: "span.accent", text_mention: "span.accent",
  hashtag: "span.accent", cashtag: "span.accent",
};

/** `context`: `{app, chatId}`, for what acts when it is tapped. */
export function formatted(text, entities, context) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return nested(text, 0, text.length, sorted, context);
}

function nested(text, start, end, entities, context) {
  const nodes = [];
  let at = start;
  for (let index = 0; index < entities.length; ) {
    const entity = entities[index];
    const stop = Math.min(entity.offset + entity.length, end);
    if (entity.offset > at) nodes.push(text.slice(at, entity.offset));
    const inner = [];
    for (index += 1; index < entities.length && entities[index].offset < stop; index += 1)
      inner.push(entities[index]);
    const words = text.slice(entity.offset, stop);
    nodes.push(element(entity, words, nested(text, entity.offset, stop, inner, context), context));
    at = stop;
  }
  if (at < end) nodes.push(text.slice(at, end));
  return nodes;
}

function element(entity, words, children, context) {
  const { type } = entity;
  if (type in PLAIN) return el(PLAIN[type], {}, ...children);
  if (type === "code") return copying("code", words, children);
  if (type === "pre") return copying("pre", words, [el("code", {}, ...children)]);
  if (type === "spoiler") return spoiler(children);
  if (type === "url") return link(withScheme(words), children, context);
  if (type === "text_link") return link(entity.url, children, context);
  if (type === "email") return link(`mailto:${words}`, children, context);
  if (type === "bot_command") return command(words, context);
  return el("span", {}, ...children);
}

const withScheme = (words) => (/^[a-z]+:/i.test(words) ? words : `https://${words}`);

/** Only schemes that can do no harm become links. */
export function safeUrl(url) {
  try {
    const parsed = new URL(url);
    return ["http:", "https:", "mailto:", "tg:"].includes(parsed.protocol) ? parsed.href : null;
  } catch {
    return null;
  }
}

function link(url, children, { app, chatId }) {
  const href = safeUrl(url);
  if (!href) return el("span.accent", {}, ...children);
  const outside = { href, target: "_blank", rel: "noopener noreferrer" };
  const onclick = (event) => {
    if (!isStart(href, app.store.bot)) return;
    event.preventDefault();
    follow(app, chatId, href);
  };
  return el("a", { ...outside, onclick }, ...children);
}

function command(words, { app, chatId }) {
  const onclick = () => app.act(chatId, "send", { text: words });
  return el("button.inline-command", { type: "button", onclick }, words);
}

function copying(tag, words, children) {
  const copy = () => copyAndTell(words);
  const onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    copy();
  };
  const label = t("copyIt", { text: words });
  const role = { role: "button", tabindex: 0, title: t("copy"), "aria-label": label };
  return el(tag, { ...role, onclick: copy, onkeydown }, ...children);
}

function spoiler(children) {
  const cover = el(
    "span.spoiler",
    { role: "button", tabindex: 0, "aria-label": t("spoiler") },
    el("span", { "aria-hidden": "true" }, ...children),
  );
  const show = () => {
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    cover.firstElementChild.removeAttribute("aria-hidden");
  };
  cover.addEventListener("click", show);
  cover.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") show();
  });
  return cover;
}
