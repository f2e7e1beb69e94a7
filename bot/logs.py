"""Logs without content: one line each, no token, no note, no traceback of a stranger's text."""

import json
import logging
import re
import sys
from datetime import UTC, datetime

_SECRETS = re.compile(r"\d+:[A-Za-z0-9_-]{20,}|sk-[A-Za-z0-9_-]{8,}|bot\d+:[^/\s]+")


class _Redact(logging.Filter):
    """Takes whatever looks like a token or a key out of a line, and tracebacks altogether."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = _SECRETS.sub("***", record.getMessage())
        record.args = None
        if record.exc_info:
            kind = record.exc_info[0]
            record.msg = f"{record.msg} ({kind.__name__ if kind else 'error'})"
            record.exc_info = record.exc_text = None
        return True


class _Json(logging.Formatter):
    """A JSON object a line, for whoever collects them."""

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {
            "at": at,
            "level": record.levelname,
            "part": record.name,
            "says": record.getMessage(),
        }
        return json.dumps(line, ensure_ascii=False)


_FORMS = {
    "text": logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"),
    "json": _Json(),
}


def set_up(level: str, form: str = "text") -> None:
    """Our own lines at `level` on standard error, as `text` or `json`; the libraries' only from WARNING
    on."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_FORMS[form])
    handler.addFilter(_Redact())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in ("bot", "storage"):
        logging.getLogger(name).setLevel(level)
    for name in ("httpx", "httpx2", "httpcore", "openai", "apscheduler"):
        logging.getLogger(name).setLevel(logging.WARNING)
    # It quotes answers that it cannot read, and those may hold what people wrote.
    logging.getLogger("telegram").setLevel(logging.CRITICAL)
