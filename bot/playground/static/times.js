/** Days, hours and sizes as people of this language write them, in the bot's time zone. */
import { language, t } from "./words.js";

const LOCALE = { es: "es-AR", en: "en-GB" }[language];
let zone;

/** The zone of the bot's clock; without one the browser's own. */
export function useZone(name) {
  zone = name;
}

const format = (date, options) =>
  new Intl.DateTimeFormat(LOCALE, { timeZone: zone, ...options }).format(date);

export const hour = (date) => format(date, { hour: "2-digit", minute: "2-digit", hour12: false });
export const dayKey = (date) => format(date, { year: "numeric", month: "2-digit", day: "2-digit" });

/** "19 de julio", with the year when it is not this one. */
export function day(date, now) {
  if (dayKey(date) === dayKey(now)) return t("today");
  const thisYear = format(date, { year: "numeric" }) === format(now, { year: "numeric" });
  return format(date, { day: "numeric", month: "long", ...(thisYear ? {} : { year: "numeric" }) });
}

/** "domingo, 19 de julio de 2026, 20:00". */
export const moment = (date) =>
  format(date, {
    weekday: "long", day: "numeric", month: "long", year: "numeric",
    hour: "2-digit", minute: "2-digit", hour12: false,
  });

/** The same, short: for a narrow bar. */
export const shortMoment = (date) =>
  format(date, {
    weekday: "short", day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", hour12: false,
  });

export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function size(bytes) {
  const [unit, divisor] =
    bytes < 1000 ? ["byte", 1] : bytes < 1e6 ? ["kilobyte", 1e3] : ["megabyte", 1e6];
  return new Intl.NumberFormat(LOCALE, {
    style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1,
  }).format(bytes / divisor);
}
