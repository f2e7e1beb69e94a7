/** The bar with the bot's day and hour; only where the server has a clock that can be moved. */
import { el, icon } from "./dom.js";
import { get, post } from "./server.js";
import { moment, shortMoment, useZone } from "./times.js";
import { toast } from "./toasts.js";
import { t } from "./words.js";

const WISHES = [
  ["clockJump", { to: "friends-day-eve" }],
  ["clockMorning", { to: "next-morning" }],
  ["clockHour", { add_seconds: 3600 }],
  ["clockDay", { add_seconds: 86400 }],
];
const STRAYED = 3000;

export class ClockBar {
  /** `onTime(now)` hears of every minute that begins, and of every jump. */
  constructor(onTime) {
    this.onTime = onTime;
    this.node = document.getElementById("clock");
    this.time = el("time");
    const button = ([key, wish], place) =>
      el(place ? "button.chip" : "button.chip.main", { type: "button", onclick: () => this.move(wish) }, t(key));
    this.node.append(
      el("span.clock-now", {}, icon("clock"), this.time),
      el("span.clock-moves", {}, ...WISHES.map(button)),
    );
    setInterval(() => this.show(), 1000);
  }

  /** Ask the server; without such a route the bar stays hidden. */
  async read() {
    try {
      this.set(await get("clock"));
      this.node.hidden = false;
    } catch {
      this.node.hidden = true;
    }
  }

  /** An event of the server that bears another hour than expected: another tab moved the clock. */
  noticed(now) {
    if (!this.node.hidden && Math.abs(now - this.now()) > STRAYED) this.read();
  }

  async move(wish) {
    try {
      this.set(await post("clock", wish));
      toast(t("clockMoved", { when: moment(this.now()) }));
    } catch {
      toast(t("notSent"));
    }
  }

  set({ now, timezone }) {
    useZone(timezone);
    this.offset = new Date(now) - Date.now();
    this.show();
  }

  now() {
    return new Date(Date.now() + this.offset);
  }

  show() {
    if (this.offset === undefined) return;
    const text = shortMoment(this.now());
    if (this.time.textContent === text) return;
    this.time.textContent = text;
    this.time.dateTime = this.now().toISOString();
    this.time.title = moment(this.now());
    this.onTime(this.now());
  }
}
