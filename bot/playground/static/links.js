/** Links that act inside this Telegram: `t.me/<bot>?start=…` is somebody pressing Start. */
import { whoStarts } from "./people.js";

export function isStart(url, bot) {
  return payloadOf(url, bot) !== null;
}

/** Ask who opens the invitation, show their phone, and press Start there. */
export async function follow(app, chatId, url) {
  const payload = payloadOf(url, app.store.bot);
  const person = await whoStarts(app, chatId);
  if (!person) return;
  app.seat(person.id, chatId);
  await app.act(person.id, "start", { payload });
}

/** What stands after `start=`; null for any other link. */
function payloadOf(url, bot) {
  let parsed;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  const { protocol, hostname, pathname, searchParams } = parsed;
  const name =
    protocol === "tg:"
      ? searchParams.get("domain")
      : /^(www\.)?(t|telegram)\.me$/.test(hostname) && pathname.slice(1);
  const ours = name && name.toLowerCase() === bot.username.toLowerCase();
  return ours && searchParams.has("start") ? searchParams.get("start") : null;
}
