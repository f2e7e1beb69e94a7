/** Files on their way to the bot: chosen, dropped or pasted. */
import { el } from "./dom.js";
import { field, form } from "./dialogs.js";
import { size } from "./times.js";
import { toast } from "./toasts.js";
import { t } from "./words.js";

const LIMIT = 50 * 1024 * 1024;
const PHOTO_LIMIT = 10 * 1024 * 1024;

/** Show what is about to leave, take a caption, and send it. */
export async function sendFile(pane, file, { asFile = false } = {}) {
  if (tooBig(file)) return;
  const picture = file.type.startsWith("image/") && file.size <= PHOTO_LIMIT;
  const plain = el("input", { type: "checkbox", name: "plain", checked: asFile });
  const fields = [
    el("p.said", {}, el("bdi", {}, file.name), " ", el("span.faint", {}, size(file.size))),
    field("caption", t("caption"), { maxlength: 1024, autofocus: true }),
    ...(picture ? [el("label.check", {}, plain, t("asFile"))] : []),
  ];
  const values = await form(t("sendFile"), fields, t("send"));
  if (!values) return;
  const action = picture && !values.plain ? "photo" : "document";
  const name = action === "document" ? { name: file.name } : {};
  await upload(pane, action, { ...name, data: file, caption: values.caption });
}

/** An audio file as a voice note. */
export async function sendVoiceFile(pane, file) {
  if (tooBig(file)) return;
  await upload(pane, "voice", { data: file, duration: await lengthOf(file) });
}

/** Send a file under the reply that is being written, if any. */
export async function upload(pane, action, values) {
  pane.composer.node.setAttribute("aria-busy", "true");
  await pane.act(action, { ...values, reply_to: pane.composer.takeReply() });
  pane.composer.node.removeAttribute("aria-busy");
}

/** Files dropped anywhere on a phone. */
export function takeDrops(pane) {
  const { node } = pane;
  const carries = (event) => event.dataTransfer?.types.includes("Files") && pane.user;
  node.setAttribute("data-drop", t("dropHere"));
  node.addEventListener("dragover", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    node.classList.add("dropping");
  });
  node.addEventListener("dragleave", (event) => {
    if (!node.contains(event.relatedTarget)) node.classList.remove("dropping");
  });
  node.addEventListener("drop", async (event) => {
    node.classList.remove("dropping");
    if (!carries(event)) return;
    event.preventDefault();
    for (const file of [...event.dataTransfer.files]) await sendFile(pane, file);
  });
}

export const pastedFile = (event) => [...(event.clipboardData?.files ?? [])][0];

function tooBig(file) {
  if (file.size <= LIMIT) return false;
  toast(t("tooBig", { name: file.name, size: size(file.size), limit: size(LIMIT) }));
  return true;
}

/** Seconds of an audio file; 1 when the browser can't tell. */
async function lengthOf(file) {
  const context = new AudioContext();
  try {
    const sound = await context.decodeAudioData(await file.arrayBuffer());
    return Math.max(1, Math.round(sound.duration));
  } catch {
    return 1;
  } finally {
    context.close();
  }
}
