/** The playground's control API: see docs/playground.md. */

/** The server understood and did not do it. */
export class Refused extends Error {
  constructor(status, reason) {
    super(reason);
    this.status = status;
  }
}

export async function get(path) {
  return answer(await fetch(`/control/${path}`));
}

export async function post(path, body = {}) {
  return answer(
    await fetch(`/control/${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

/** Something a person does; a File or Blob under `data` travels as a form. */
export async function act(userId, action, values = {}) {
  const path = `users/${userId}/${action}`;
  if (!values.data) return post(path, values);
  const form = new FormData();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== null) form.set(name, value);
  return answer(await fetch(`/control/${path}`, { method: "POST", body: form }));
}

export const fileUrl = (fileId) => `/control/files/${encodeURIComponent(fileId)}`;

async function answer(response) {
  const body = response.status === 204 ? null : await response.json();
  if (!response.ok) throw new Refused(response.status, body?.error ?? "");
  return body;
}

const KINDS = [
  "message", "edited", "deleted", "reaction", "tap", "callback_answer", "inline_answer", "shared",
  "chat_action", "draft", "user", "keyboard", "commands", "profile",
];
const RETRY = 1000;

/**
 * Keep a store true to the server for as long as the page lives. Whenever the line breaks, the
 * whole state is read anew: the server may have been another one in between.
 */
export async function follow(store, { onLost, onBack }) {
  let lost = false;
  for (;;) {
    const state = await get("state").catch(() => null);
    if (state) {
      store.load(state);
      if (lost) onBack();
      lost = false;
      await stream(store);
    }
    if (!lost) onLost();
    lost = true;
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
}

/** Apply events until the connection breaks. */
function stream(store) {
  return new Promise((resolve) => {
    const source = new EventSource(`/control/events?after=${store.lastEvent}`);
    for (const kind of KINDS)
      source.addEventListener(kind, (event) => store.apply(JSON.parse(event.data)));
    source.onerror = () => {
      source.close();
      resolve();
    };
  });
}
