"""The parameters of a call, whichever way the client library sent them.

https://core.telegram.org/bots/api#making-requests: query string, urlencoded form, JSON, multipart.
"""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.playground.errors import Refused, bad_request

SERIALIZED = frozenset(
    {
        "allowed_updates",
        "button",
        "caption_entities",
        "commands",
        "entities",
        "link_preview_options",
        "menu_button",
        "message_ids",
        "reaction",
        "reply_markup",
        "reply_parameters",
        "results",
        "scope",
    }
)
"""Parameters that travel as JSON text inside a form."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str


@dataclass(slots=True)
class Params:
    """Named values of one call, and the files that came with it."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A string; empty when missing, as Telegram sees it."""
        value = self.values.get(name)
        return "" if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; the default when missing or not a number."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """A boolean in any of the spellings Telegram takes."""
        return str(self.values.get(name, "")).lower() in {"true", "yes", "1"}

    def mapping(self, name: str) -> dict[str, Any] | None:
        """A JSON object; None when missing."""
        value = self.values.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, dict):
            raise _no_json(name)
        return value

    def listing(self, name: str) -> list[Any] | None:
        """A JSON array; None when missing."""
        value = self.values.get(name)
        if value in (None, ""):
            return None
        if not isinstance(value, list):
            raise _no_json(name)
        return value

    def objects(self, name: str) -> list[dict[str, Any]] | None:
        """A JSON array of objects; None when missing."""
        values = self.listing(name)
        if values is not None and not all(isinstance(value, dict) for value in values):
            raise _no_json(name)
        return values

    def upload(self, name: str) -> Upload | None:
        """The file of a parameter: sent under its name, or named by `attach://`."""
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return self.uploads.get(name)

    def recorded(self) -> dict[str, Any]:
        """What the record of calls keeps: every value, and of files only name and size."""
        files = {
            name: {"file_name": upload.name, "size": len(upload.data)}
            for name, upload in self.uploads.items()
        }
        return {**self.values, **files}


def _no_json(name: str) -> Refused:
    """Client.cpp: "Can't parse … JSON object"."""
    return bad_request(f"can't parse {name.replace('_', ' ')} JSON object")


def _decoded(name: str, value: Any) -> Any:
    if name not in SERIALIZED or not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


async def read_params(request: Request, max_upload: int) -> Params:
    """Read query and body; refuses a file of more than `max_upload` bytes."""
    params = Params(dict(request.query_params))
    kind = request.headers.get("content-type", "").split(";")[0].strip()
    if kind == "application/json":
        await _read_json(request, params)
    elif kind in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        await _read_form(request, params, max_upload)
    params.values = {name: _decoded(name, value) for name, value in params.values.items()}
    return params


async def _read_json(request: Request, params: Params) -> None:
    body = await request.body()
    if not body:
        return
    try:
        values = json.loads(body)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise bad_request("can't parse JSON object")
    params.values.update(values)


async def _read_form(request: Request, params: Params, max_upload: int) -> None:
    async with request.form() as form:
        for name, value in form.multi_items():
            if not isinstance(value, UploadFile):
                params.values[name] = value
                continue
            # https://core.telegram.org/bots/api#sending-files: at most 50 MB through multipart.
            if (value.size or 0) > max_upload:
                raise Refused(413, "Request Entity Too Large")
            params.uploads[name] = Upload(
                value.filename or name,
                await value.read(),
                value.content_type or "application/octet-stream",
            )
