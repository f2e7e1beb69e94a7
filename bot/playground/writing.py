"""What a person can put into the chat with the bot."""

import mimetypes
from typing import Any

from bot.playground import entities
from bot.playground.errors import NotPossible
from bot.playground.seen import Seen, seen
from bot.playground.state import Account, Message, Telegram

Json = dict[str, Any]


class Writer:
    """A user and their private chat with the bot, as far as sending goes."""

    def __init__(self, tg: Telegram, account: Account) -> None:
        self._tg = tg
        self.account = account

    @property
    def id(self) -> int:
        """User id and chat id."""
        return self.account.id

    async def send(self, text: str, reply_to: int | None = None) -> Seen:
        """Write a text; commands, links and the like are marked as Telegram does."""
        marks = entities.found(text, [])
        content: Json = {"text": text} | ({"entities": marks} if marks else {})
        return self._write(content, reply_to)

    async def send_contact(
        self,
        phone_number: str,
        first_name: str,
        last_name: str | None = None,
        user_id: int | None = None,
        vcard: str | None = None,
    ) -> Seen:
        """Share a card from the address book; with a user id the bot gets to know that account."""
        self._meet([user_id] if user_id else [])
        contact = {
            "phone_number": phone_number,
            "first_name": first_name,
            "last_name": last_name,
            "user_id": user_id,
            "vcard": vcard,
        }
        return self._write({"contact": {key: value for key, value in contact.items() if value}})

    async def share_users(self, request_id: int, user_ids: list[int]) -> Seen:
        """Answer a key that asks for users; names travel only if the key asks for them.

        https://core.telegram.org/bots/api#keyboardbuttonrequestusers
        """
        asked = self._request(request_id)
        if not 1 <= len(user_ids) <= asked.get("max_quantity", 1):
            raise NotPossible(f"the key takes {asked.get('max_quantity', 1)} users at most")
        self._meet(user_ids)
        users = [self._shared(user_id, asked) for user_id in user_ids]
        return self._write({"users_shared": {"request_id": request_id, "users": users}})

    async def send_location(self, latitude: float, longitude: float) -> Seen:
        """Send a place."""
        return self._write({"location": {"latitude": latitude, "longitude": longitude}})

    async def send_document(
        self, name: str, data: bytes, caption: str = "", reply_to: int | None = None
    ) -> Seen:
        """Send a file; its kind is told from its name."""
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        stored = self._tg.store(data, name=name, mime=mime, folder="documents")
        shown = stored.as_json() | {"file_name": name, "mime_type": mime}
        return self._write({"document": shown} | _captioned(caption), reply_to)

    async def send_photo(self, data: bytes, caption: str = "", reply_to: int | None = None) -> Seen:
        """Send a picture."""
        stored = self._tg.store(data, name="photo.jpg", mime="image/jpeg", folder="photos")
        sizes = [stored.as_json() | {"width": 1280, "height": 960}]
        return self._write({"photo": sizes} | _captioned(caption), reply_to)

    async def send_voice(self, data: bytes, duration: int = 1, reply_to: int | None = None) -> Seen:
        """Send a voice note; the duration in seconds. Its type and name follow its bytes."""
        name, mime = _sound(data)
        stored = self._tg.store(data, name=name, mime=mime, folder="voice")
        voice = stored.as_json() | {"duration": duration, "mime_type": mime}
        return self._write({"voice": voice}, reply_to)

    async def send_video_note(
        self, data: bytes, duration: int = 1, reply_to: int | None = None
    ) -> Seen:
        """Send a round video; the duration in seconds."""
        stored = self._tg.store(data, name="note.mp4", mime="video/mp4", folder="video_notes")
        note = stored.as_json() | {"duration": duration, "length": 240}
        return self._write({"video_note": note}, reply_to)

    async def send_sticker(self, emoji: str = "🤗") -> Seen:
        """Send a sticker."""
        stored = self._tg.store(b"sticker", name="s.webp", mime="image/webp", folder="stickers")
        size = {"width": 512, "height": 512, "is_animated": False, "is_video": False}
        sticker = stored.as_json() | size | {"type": "regular", "emoji": emoji}
        return self._write({"sticker": sticker})

    async def forward(
        self, text: str, sender_name: str | None = None, sender_id: int | None = None
    ) -> Seen:
        """Forward a text that somebody else wrote; without their id they hide their account."""
        date = int(self._tg.now().timestamp())
        origin: Json = {"type": "hidden_user", "date": date, "sender_user_name": sender_name or "?"}
        if sender_id is not None:
            self._meet([sender_id])
            user = self._tg.accounts[sender_id].as_user()
            origin = {"type": "user", "date": date, "sender_user": user}
        marks = entities.found(text, [])
        found = {"entities": marks} if marks else {}
        return self._write({"text": text, "forward_origin": origin} | found)

    def _write(self, content: Json, reply_to: int | None = None) -> Seen:
        if self.account.blocked or self.account.deactivated:
            raise NotPossible("who blocked the bot, or left Telegram, can't write to it")
        if reply_to is not None:
            self._visible(reply_to)
        self.account.started = self.account.met = True
        message = self._tg.post(self.account, content, from_bot=False, reply_to=reply_to)
        self._tg.updates.push("message", self._tg.as_message(message))
        return seen(self._tg, message)

    def _visible(self, message_id: int) -> Message:
        message = self._tg.messages.get(message_id)
        if not message or message.chat_id != self.id or message.deleted or message.hidden:
            raise NotPossible(f"message {message_id} is not in this chat")
        return message

    def _meet(self, user_ids: list[int]) -> None:
        for user_id in user_ids:
            if account := self._tg.accounts.get(user_id):
                account.met = True

    def _request(self, request_id: int) -> Json:
        rows: list[list[Json]] = (self.account.keyboard or {}).get("keyboard", [])
        for key in (key for row in rows for key in row):
            asked: Json = key.get("request_users", {})
            if asked.get("request_id") == request_id:
                return asked
        raise NotPossible(f"no key of the keyboard asks for users under {request_id}")

    def _shared(self, user_id: int, asked: Json) -> Json:
        account = self._tg.accounts.get(user_id)
        user = account.as_user() if account else {}
        named = ("first_name", "last_name") if asked.get("request_name") else ()
        wanted = (*named, "username") if asked.get("request_username") else named
        return {"user_id": user_id} | {name: user[name] for name in wanted if name in user}


def _sound(data: bytes) -> tuple[str, str]:
    """File name and media type of a recording.

    Telegram's own voice notes are OGG with Opus, MP3 or M4A
    (https://core.telegram.org/bots/api#sendvoice); a browser that can record none of them sends
    WebM, which is taken and called what it is, so that whoever listens to it is not misled.
    """
    if data[4:8] == b"ftyp":
        return "voice.m4a", "audio/mp4"
    if data.startswith(b"\x1a\x45\xdf\xa3"):
        return "voice.webm", "audio/webm"
    if data.startswith((b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")):
        return "voice.mp3", "audio/mpeg"
    return "voice.oga", "audio/ogg"


def _captioned(caption: str) -> Json:
    if not caption:
        return {}
    marks = entities.found(caption, [])
    return {"caption": caption} | ({"caption_entities": marks} if marks else {})
