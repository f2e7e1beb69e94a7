"""Methods that send files, and the two steps of fetching one."""

import re
from typing import Any

from bot.playground import rules
from bot.playground.errors import Refused, bad_request
from bot.playground.methods.messages import deliver
from bot.playground.params import Params
from bot.playground.state import StoredFile, Telegram

Json = dict[str, Any]

PICTURE = {"width": 1280, "height": 960}
"""Every picture is shown with this size: nothing here looks into it."""


def send_photo(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendphoto: at most 10 MB."""
    upload = params.upload("photo")
    if upload and len(upload.data) > tg.limits.photo:
        # td's FileManager: check of the size of a photo
        raise bad_request(
            f"file of size {len(upload.data)} bytes is too big for a photo; "
            f"the maximum size is {tg.limits.photo} bytes"
        )
    stored = _file(tg, params, "photo", folder="photos")
    return deliver(tg, params, {"photo": [stored.as_json() | PICTURE]} | rules.caption(params))


def send_document(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#senddocument."""
    stored = _file(tg, params, "document", folder="documents")
    shown = stored.as_json() | {"file_name": stored.name, "mime_type": stored.mime}
    return deliver(tg, params, {"document": shown} | rules.caption(params))


def send_audio(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendaudio."""
    stored = _file(tg, params, "audio", folder="music")
    shown = stored.as_json() | {
        "duration": params.integer("duration"),
        "file_name": stored.name,
        "mime_type": stored.mime,
    }
    names = ("performer", "title")
    shown |= {name: params.text(name) for name in names if params.text(name)}
    return deliver(tg, params, {"audio": shown} | rules.caption(params))


def send_voice(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendvoice."""
    stored = _file(tg, params, "voice", folder="voice")
    shown = stored.as_json() | {
        "duration": params.integer("duration"),
        "mime_type": stored.mime,
    }
    return deliver(tg, params, {"voice": shown} | rules.caption(params))


def send_video_note(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#sendvideonote."""
    stored = _file(tg, params, "video_note", folder="video_notes")
    shown = stored.as_json() | {
        "duration": params.integer("duration"),
        "length": params.integer("length", 240),
    }
    return deliver(tg, params, {"video_note": shown})


def get_file(tg: Telegram, params: Params) -> Json:
    """https://core.telegram.org/bots/api#getfile: at most 20 MB (Client.cpp, do_get_file)."""
    stored = tg.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("invalid file_id")
    if len(stored.data) > tg.limits.download:
        raise bad_request("file is too big")
    return stored.as_json() | {"file_path": stored.path}


def _file(tg: Telegram, params: Params, name: str, *, folder: str) -> StoredFile:
    """An uploaded file, or one sent before, named by its file_id.

    https://core.telegram.org/bots/api#sending-files. Files by URL are refused: nothing here leaves
    loopback.
    """
    upload = params.upload(name)
    if upload is None:
        return _known(tg, params.text(name), name)
    if not upload.data:
        raise bad_request("file must be non-empty")
    if len(upload.data) > tg.limits.upload:
        raise Refused(413, "Request Entity Too Large")
    return tg.store(upload.data, name=upload.name, mime=upload.mime, folder=folder)


def _known(tg: Telegram, value: str, name: str) -> StoredFile:
    if not value:
        raise bad_request(f"there is no {name.replace('_', ' ')} in the request")
    if re.match(r"https?://", value):
        raise bad_request("failed to get HTTP URL content")
    if value not in tg.files:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return tg.files[value]
