/** Recording a voice note. */
import { el, icon, iconButton } from "./dom.js";
import { upload } from "./files.js";
import { duration } from "./times.js";
import { toast } from "./toasts.js";
import { t } from "./words.js";

/**
 * What Telegram takes as a voice note (https://core.telegram.org/bots/api#sendvoice), best first:
 * Firefox records Ogg, Chromium and Safari M4A. A browser with neither records what it can.
 */
const FORMATS = ["audio/ogg;codecs=opus", "audio/mp4;codecs=opus", "audio/mp4"];

export class Recorder {
  constructor(pane) {
    this.pane = pane;
    this.time = el("span.recording-time", { role: "timer" });
    this.node = el(
      "div.recording", { hidden: true },
      iconButton("trash", t("recordCancel"), () => this.stop({ keep: false })),
      el("span.red", { "aria-hidden": "true" }), this.time,
      iconButton("send", t("recordSend"), () => this.stop({ keep: true }), { class: "round send" }),
    );
  }

  async start() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      toast(t("noMicrophone"));
      return;
    }
    const mimeType = FORMATS.find((one) => MediaRecorder.isTypeSupported(one));
    this.recorder = new MediaRecorder(stream, mimeType ? { mimeType } : {});
    this.parts = [];
    this.recorder.ondataavailable = (event) => this.parts.push(event.data);
    this.recorder.onstop = () => stream.getTracks().forEach((track) => track.stop());
    this.recorder.start();
    this.since = performance.now();
    this.timer = setInterval(() => this.tick(), 250);
    this.tick();
    this.show(true);
  }

  async stop({ keep }) {
    const seconds = Math.max(1, Math.round((performance.now() - this.since) / 1000));
    clearInterval(this.timer);
    const ended = new Promise((resolve) => this.recorder.addEventListener("stop", resolve));
    this.recorder.stop();
    await ended;
    this.show(false);
    if (!keep) return;
    const data = new Blob(this.parts, { type: this.recorder.mimeType });
    if (data.size) await upload(this.pane, "voice", { data, duration: seconds });
    else toast(t("nothingRecorded"));
  }

  tick() {
    const time = duration((performance.now() - this.since) / 1000);
    this.time.textContent = t("recording", { time });
  }

  show(recording) {
    this.node.hidden = !recording;
    this.pane.composer.bar.hidden = recording;
    (recording ? this.node.lastElementChild : this.pane.composer.micButton).focus();
  }
}
