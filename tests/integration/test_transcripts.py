"""A change of words is seen in review: docs/transcripts tells every flow as it is told today.

After a change that is meant: `python -m tests.transcripts`.
"""

from pathlib import Path

import pytest

from tests.transcripts.__main__ import KEPT, told
from tests.transcripts.flows import FLOWS, WORDS


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("flow", FLOWS)
async def test_a_flow_is_told_as_it_is_kept(flow: str, language: str) -> None:
    assert await told(flow, language) == as_kept(flow, language)


def as_kept(flow: str, language: str) -> str:
    kept: Path = KEPT / language / f"{flow}.txt"
    return kept.read_text(encoding="utf-8")
