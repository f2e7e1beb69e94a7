"""What is too big is refused by the size it says it has: not a byte of it is asked for."""

from pathlib import Path

import pytest

from bot.playground import Kind
from tests.conftest import StillClock
from tests.direct import straightway

SIXTY_MB = 60 * 1024 * 1024


@pytest.mark.parametrize(
    ("kind", "said"),
    [("document", "Pesa más de 20 MB"), ("voice", "hasta 20 MB")],
)
async def test_a_file_of_60_mb_is_not_fetched(
    tmp_path: Path, clock: StillClock, monkeypatch: pytest.MonkeyPatch, kind: str, said: str
) -> None:
    listening = {"openai_base_url": "http://127.0.0.1:9/v1", "openai_model": "nobody"}
    async with straightway(tmp_path, clock, monkeypatch, **listening) as bot:
        asked = bot.tg.fault(Kind.SERVER_ERROR, "getFile", times=None)
        marcelo = bot.tg.user("Marcelo")
        if kind == "voice":
            await marcelo.send_voice(b"OggS")
        else:
            await marcelo.send_document("agenda.vcf", b"BEGIN:VCARD")
        bot.tg.state.updates.pending[-1]["message"][kind]["file_size"] = SIXTY_MB
        await bot.settle()
        assert said in marcelo.last.text
        assert asked.hits == 0
