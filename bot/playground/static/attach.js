/** What the paper clip offers. */
import { el } from "./dom.js";
import { sendFile, sendVoiceFile } from "./files.js";
import { shareContact, shareLocation } from "./keyboard.js";
import { openMenu, under } from "./menu.js";
import { t } from "./words.js";

export function attachMenu(anchor, pane) {
  const items = [
    { label: t("photo"), icon: "photo", onclick: () => choose("image/*", (file) => sendFile(pane, file)) },
    { label: t("file"), icon: "file", onclick: () => choose("", (file) => sendFile(pane, file, { asFile: true })) },
    { label: t("voiceFile"), icon: "mic", onclick: () => choose("audio/*", (file) => sendVoiceFile(pane, file)) },
    { label: t("contact"), icon: "person", onclick: () => shareContact(pane) },
    { label: t("location"), icon: "pin", onclick: () => shareLocation(pane) },
  ];
  openMenu(under(anchor), items, t("attach"));
}

function choose(accept, taken) {
  const input = el("input", { type: "file", accept });
  input.addEventListener("change", () => input.files[0] && taken(input.files[0]));
  input.click();
}
