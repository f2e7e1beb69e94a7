/** What a message carries besides text: pictures, files, sound, cards. */
import { avatar, el, fullName, icon, iconButton } from "./dom.js";
import { fileUrl } from "./server.js";
import { duration, size } from "./times.js";
import { t } from "./words.js";

/** The element for a message's medium, or null for a plain text. */
export function medium(message) {
  const kind = Object.keys(DRAWN).find((name) => name in message);
  return kind ? DRAWN[kind](message[kind], message) : null;
}

/** One line that names a message: for replies, menus and screen readers. */
export function summary(message) {
  const text = message.text ?? message.caption;
  if (text) return text;
  if (message.document) return message.document.file_name;
  if (message.contact) return fullName(message.contact);
  if (message.sticker) return message.sticker.emoji;
  const named = {
    photo: "photo", voice: "voice", video_note: "videoNote", audio: "audio",
    location: "location", users_shared: "sharedUsers",
  };
  const kind = Object.keys(named).find((name) => name in message);
  return t(kind ? named[kind] : "unknown");
}

const DRAWN = {
  photo: (sizes, message) => {
    const url = fileUrl(sizes.at(-1).file_id);
    const image = el("img", { src: url, alt: message.caption ?? t("photo"), loading: "lazy" });
    return el("a.photo", { href: url, target: "_blank", rel: "noopener" }, image);
  },
  document: file,
  audio: (audio) => player(audio.file_id, audio.duration, audio.title ?? t("audio")),
  voice: (voice) => player(voice.file_id, voice.duration, t("voice")),
  video_note: (note) =>
    el("video.round-video", { src: fileUrl(note.file_id), controls: true, preload: "metadata" }),
  sticker: (sticker) => el("p.big", {}, sticker.emoji),
  contact: card,
  location: ({ latitude, longitude }) =>
    el("p.card", {}, icon("pin"), el("span", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)),
  users_shared: ({ users }) =>
    el("ul.shared", { "aria-label": t("sharedUsers") }, ...users.map((user) => el("li", {}, card(user)))),
};

function file(document_) {
  const weight = size(document_.file_size);
  const label = t("download", { name: document_.file_name, size: weight });
  const url = fileUrl(document_.file_id);
  return el(
    "a.file",
    { href: url, download: document_.file_name, "aria-label": label },
    el("span.file-icon", {}, icon("file")),
    el("span.file-words", {}, el("bdi.file-name", {}, document_.file_name), el("span.faint", {}, weight)),
  );
}

function card(person) {
  const name = fullName(person) || t("contact");
  return el(
    "div.card",
    {},
    avatar(person.user_id ?? name.length, name),
    el(
      "span.card-words",
      {},
      el("bdi.card-name", {}, name),
      el("span.faint", {}, person.phone_number ?? (person.username ? `@${person.username}` : "")),
    ),
  );
}

/** A small player: the browser's own would not fit in a bubble. */
function player(fileId, seconds, label) {
  const audio = new Audio();
  audio.preload = "none";
  audio.src = fileUrl(fileId);
  const bar = el("progress", { max: 1, value: 0, "aria-hidden": "true" });
  const time = el("span.faint", {}, duration(seconds));
  const button = iconButton("play", t("play"), () => (audio.paused ? audio.play() : audio.pause()));
  const shown = () => {
    const state = audio.paused ? "play" : "pause";
    button.replaceChildren(icon(state));
    button.title = t(state);
    button.setAttribute("aria-label", t(state));
  };
  audio.addEventListener("play", shown);
  audio.addEventListener("pause", shown);
  audio.addEventListener("timeupdate", () => {
    bar.value = Math.min(1, audio.currentTime / Math.max(seconds, 1));
    time.textContent = duration(audio.currentTime);
  });
  return el("div.player", { role: "group", "aria-label": label }, button, bar, time);
}
