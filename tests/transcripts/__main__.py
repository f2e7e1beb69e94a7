"""Writes the transcripts anew: `python -m tests.transcripts [DIRECTORY]`."""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.transcripts.flows import FLOWS
from tests.transcripts.stage import staged
from tests.transcripts.words import WORDS

KEPT = Path("docs/transcripts")


async def told(flow: str, language: str) -> str:
    """A flow as text."""
    # The first minute begins as most do: a Spanish bot, and a Telegram in the owner's language.
    speaking: dict[str, Any] = {} if flow == "1-first-minute" else {"default_language": language}
    if flow == "7-pausing":
        speaking["review_pause_every"] = 3
    with tempfile.TemporaryDirectory() as home:
        async with staged(Path(home), language, **speaking) as stage:
            await FLOWS[flow](stage, WORDS[language])
    return "\n".join(stage.told)


async def write(directory: Path) -> None:
    """Every flow in every language, a file each."""
    for language in WORDS:
        (directory / language).mkdir(parents=True, exist_ok=True)
        for flow in FLOWS:
            path = directory / language / f"{flow}.txt"
            path.write_text(await told(flow, language), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write(Path(sys.argv[1]) if len(sys.argv) > 1 else KEPT))
