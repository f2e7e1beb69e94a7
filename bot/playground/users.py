"""A person at the other end: what they can do in their client, and what they see there."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.playground import entities
from bot.playground.errors import NotPossible
from bot.playground.seen import Seen, seen
from bot.playground.state import Message
from bot.playground.writing import Writer

Json = dict[str, Any]


class NeverSeen(AssertionError):
    """What was waited for did not appear in time; the message shows the chat as it stands."""


@dataclass(frozen=True, slots=True)
class Tapped:
    """What a tap did.

    `callback` (value: query id), `url`, `copy`, `inline` (the query), `text` (of a key),
    `request_users` (the request id), `request_contact`, `request_location`.
    """

    kind: str
    value: str


class Person(Writer):
    """One user and their private chat with the bot."""

    @property
    def messages(self) -> list[Seen]:
        """The chat as it stands: current texts and buttons, deleted messages gone."""
        return [seen(self._tg, message) for message in self._tg.visible(self.id)]

    @property
    def last(self) -> Seen:
        """The newest message of the bot."""
        return next(message for message in reversed(self.messages) if message.from_bot)

    @property
    def draft(self) -> str | None:
        """The text the bot is writing before their eyes, if any."""
        return self.account.draft

    @property
    def answers(self) -> list[str]:
        """The notes that popped up after taps, oldest first."""
        mine = [q for q in self._tg.queries.values() if q.user_id == self.id and q.answer]
        return [q.answer["text"] for q in mine if q.answer and q.answer.get("text")]

    async def start(self, payload: str = "") -> Seen:
        """Press start, or follow a deep link; unblocks the bot, as clients do.

        A payload is 1-64 of `[A-Za-z0-9_-]` (https://core.telegram.org/bots/features#deep-linking).
        """
        if payload and not re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload):
            raise NotPossible(f"no deep link carries {payload!r}")
        if self.account.blocked:
            await self.unblock()
        return await self.send(f"/start {payload}".rstrip())

    async def edit(self, message_id: int, text: str) -> Seen:
        """Change one of their own texts."""
        message = self._visible(message_id)
        if message.from_bot or "text" not in message.content:
            raise NotPossible(f"message {message_id} is not a text of theirs")
        marks = entities.found(text, [])
        message.content = {"text": text} | ({"entities": marks} if marks else {})
        message.edited = self._tg.now()
        self._tg.note("edited", message)
        self._tg.updates.push("edited_message", self._tg.as_message(message))
        return seen(self._tg, message)

    async def react(self, message_id: int, emoji: str = "👍") -> None:
        """React to a message; an empty emoji takes the reaction away."""
        message = self._visible(message_id)
        old = [_bare(r) for r in message.reactions if not r["from_bot"]]
        new = [{"type": "emoji", "emoji": emoji}] if emoji else []
        message.reactions = [r for r in message.reactions if r["from_bot"]]
        message.reactions += [{"from_bot": False, **reaction} for reaction in new]
        self._tg.note("reaction", message)
        update = {
            "chat": self.account.as_chat(),
            "message_id": message.id,
            "user": self.account.as_user(),
            "date": int(self._tg.now().timestamp()),
            "old_reaction": old,
            "new_reaction": new,
        }
        self._tg.updates.push("message_reaction", update)

    async def tap(
        self,
        label: str | None = None,
        message_id: int | None = None,
        index: int | None = None,
        callback_data: str | None = None,
        within: float = 0.0,
    ) -> Tapped:
        """Tap a button that is there now: by how its label starts, by its place, or by its data.

        Without a message the newest one that has such a button is meant; after those the keys of
        the reply keyboard. Raises NotPossible when there is none within `within` seconds.
        """
        end = asyncio.get_running_loop().time() + within
        while True:
            mark = self._tg.journal.last
            try:
                return await self._tap(label, message_id, index, callback_data)
            except NotPossible as refusal:
                try:
                    async with asyncio.timeout_at(end):
                        await self._tg.journal.grown(mark)
                except TimeoutError:
                    raise refusal from None

    async def _tap(
        self,
        label: str | None,
        message_id: int | None,
        index: int | None,
        callback_data: str | None,
    ) -> Tapped:
        for message in self._candidates(message_id):
            buttons = [button for row in message.inline_keyboard for button in row]
            for place, button in enumerate(buttons):
                wanted = (
                    place == index
                    if index is not None
                    else button.get("callback_data") == callback_data
                    if callback_data is not None
                    else label is not None and button["text"].startswith(label)
                )
                if wanted:
                    return self._press(message, button)
        if label is not None and message_id is None and (key := self._key(label)):
            return await self._press_key(key)
        raise NotPossible(f"no such button: {label or callback_data or index}\n{self._screen()}")

    async def forge(self, message_id: int, callback_data: str) -> Tapped:
        """Send any callback data for a message, as a tampered client could."""
        message = self._tg.messages.get(message_id)
        if message is None or message.chat_id != self.id:
            raise NotPossible(f"message {message_id} is not in this chat")
        return self._callback(message, callback_data)

    async def inline_query(self, query: str) -> str:
        """Type `@bot query` somewhere; returns the id under which the bot's answer is kept."""
        asked = self._tg.ask(self.id, query)
        user = self.account.as_user()
        update = {"id": asked.id, "from": user, "query": query, "offset": "", "chat_type": "sender"}
        self._tg.updates.push("inline_query", update)
        return asked.id

    async def choose(self, query_id: str, index: int = 0) -> str:
        """Pick a result of an answered inline query; returns the text that lands in the chat."""
        query = self._tg.queries.get(query_id)
        results = query.answer.get("results", []) if query and query.answer else []
        if query is None or not 0 <= index < len(results):
            raise NotPossible(f"no result {index} under query {query_id}")
        result = results[index]
        update = {"result_id": result["id"], "from": self.account.as_user(), "query": query.text}
        self._tg.updates.push("chosen_inline_result", update)
        content = result.get("input_message_content", {})
        text, _ = entities.formatted(
            content.get("message_text", ""), content.get("parse_mode", ""), content.get("entities")
        )
        self._tg.happened("shared", {"chat_id": self.id, "text": text})
        return text

    async def block(self) -> None:
        """Block the bot."""
        self._set_blocked(blocked=True)

    async def unblock(self) -> None:
        """Take the bot back."""
        self._set_blocked(blocked=False)

    async def deactivate(self) -> None:
        """Delete the account from Telegram."""
        self.account.deactivated = True
        self._tg.happened("user", {"user": self.account.as_user(), "deactivated": True})

    async def delete_chat(self) -> None:
        """Clear the chat on their side; the bot does not hear of it."""
        for message in self._tg.visible(self.id):
            message.hidden = True
            self._tg.note("deleted", message)

    async def wait_for(
        self, wanted: Callable[[Seen], bool], within: float = 30.0, since: int = 0
    ) -> Seen:
        """The newest message of the bot such that …, as soon as there is one.

        `since`: a `Playground.mark`; only what was sent or edited after it counts. Raises NeverSeen
        after `within` seconds.
        """
        try:
            async with asyncio.timeout(within):
                while True:
                    mark = self._tg.journal.last
                    for message in reversed(self._tg.visible(self.id)):
                        if message.from_bot and message.changed > since:
                            shown = seen(self._tg, message)
                            if wanted(shown):
                                return shown
                    since = mark
                    await self._tg.journal.grown(mark)
        except TimeoutError:
            raise NeverSeen(f"not seen within {within} s\n{self._screen()}") from None

    async def wait_for_answer(self, tapped: Tapped, within: float = 30.0) -> Json:
        """The bot's answer to a tap or inline query, as soon as there is one."""
        query = self._tg.queries[tapped.value]
        try:
            async with asyncio.timeout(within):
                while query.answer is None:
                    await self._tg.journal.grown(self._tg.journal.last)
        except TimeoutError:
            raise NeverSeen(f"no answer to the tap within {within} s") from None
        return query.answer

    def _press(self, message: Message, button: Json) -> Tapped:
        if "callback_data" in button:
            return self._callback(message, button["callback_data"])
        if "url" in button:
            return Tapped("url", button["url"])
        if "copy_text" in button:
            return Tapped("copy", button["copy_text"]["text"])
        chosen = button.get("switch_inline_query_chosen_chat", {}).get("query", "")
        query = button.get("switch_inline_query_current_chat", button.get("switch_inline_query"))
        return Tapped("inline", query if query is not None else chosen)

    def _callback(self, message: Message, data: str) -> Tapped:
        query = self._tg.ask(self.id, data)
        update = {
            "id": query.id,
            "from": self.account.as_user(),
            "message": self._tg.as_message(message),
            "chat_instance": str(self.id),
            "data": data,
        }
        tap = {"chat_id": self.id, "message_id": message.id, "query_id": query.id, "data": data}
        self._tg.happened("tap", tap)
        self._tg.updates.push("callback_query", update)
        return Tapped("callback", query.id)

    def _candidates(self, message_id: int | None) -> list[Message]:
        if message_id is not None:
            return [self._visible(message_id)]
        return self._tg.visible(self.id)[::-1]

    def _key(self, label: str) -> Json | None:
        rows: list[list[Json]] = (self.account.keyboard or {}).get("keyboard", [])
        return next((key for row in rows for key in row if key["text"].startswith(label)), None)

    async def _press_key(self, key: Json) -> Tapped:
        """A plain key writes its label; a request opens a chooser, which the test then answers."""
        for request in ("request_users", "request_contact", "request_location"):
            if request in key:
                asked = key[request]
                return Tapped(request, str(asked["request_id"]) if request[8:] == "users" else "")
        await self.send(key["text"])
        return Tapped("text", key["text"])

    def _set_blocked(self, *, blocked: bool) -> None:
        if self.account.blocked == blocked:
            return
        self.account.blocked = blocked
        states = ("member", "kicked") if blocked else ("kicked", "member")
        old, new = (self._membership(status) for status in states)
        update = {
            "chat": self.account.as_chat(),
            "from": self.account.as_user(),
            "date": int(self._tg.now().timestamp()),
            "old_chat_member": old,
            "new_chat_member": new,
        }
        self._tg.happened("user", {"user": self.account.as_user(), "blocked": blocked})
        self._tg.updates.push("my_chat_member", update)

    def _membership(self, status: str) -> Json:
        until = {"until_date": 0} if status == "kicked" else {}
        return {"user": self._tg.profile.as_user(), "status": status} | until

    def _screen(self) -> str:
        shown = [str(message) for message in self.messages[-12:]]
        return f"{self.account.first_name} sees:\n" + ("\n".join(shown) or "(nothing)")


def _bare(reaction: Json) -> Json:
    return {key: value for key, value in reaction.items() if key != "from_bot"}
