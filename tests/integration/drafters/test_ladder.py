"""Whatever an endpoint understands of structured output, a greeting comes out."""

import json
from collections.abc import Callable

import pytest

from bot.domain.drafting import DraftingFailed
from bot.drafters.openai import OpenAIDrafter
from tests.fakes.model import Answer, FakeModel
from tests.integration.drafters.conftest import request_for, two

GOOD = two("Juani, té de jazmín para vos.", "Hoy huele a jazmín, feliz día.")


def asked_for(model: FakeModel) -> list[str]:
    """How each request wanted its answer."""
    return [body.get("response_format", {"type": "plain"})["type"] for body in model.requests]


async def test_the_first_try_is_a_strict_schema_without_extras(
    model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(GOOD)
    drafts = await drafter.draft(request_for())
    assert [draft.text for draft in drafts] == [
        "Juani, té de jazmín para vos.",
        "Hoy huele a jazmín, feliz día.",
    ]
    assert [draft.note_ids for draft in drafts] == [(10,), (10,)]
    assert {(draft.drafter, draft.version) for draft in drafts} == {("model", "greeting-es.2")}
    (body,) = model.requests
    assert set(body) == {"model", "messages", "response_format"}
    item = {
        "type": "object",
        "properties": {
            "text": {"type": "string"},
            "notes": {"type": "array", "items": {"type": "integer"}},
        },
        "required": ["text", "notes"],
        "additionalProperties": False,
    }
    assert body["response_format"]["json_schema"]["schema"] == {
        "type": "object",
        "properties": {"alternatives": {"type": "array", "items": item}},
        "required": ["alternatives"],
        "additionalProperties": False,
    }


NESTED = "[" * 100_000
"""Deeper than any reader follows."""


@pytest.mark.parametrize("no", [400, 422, "¡Feliz día, Juani!", {"greetings": []}, NESTED])
async def test_refused_or_ignored_schemas_lead_to_an_object_and_are_not_paid_twice(
    no: object, model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(no, GOOD, GOOD)
    await drafter.draft(request_for())
    await drafter.draft(request_for())
    assert asked_for(model) == ["json_schema", "json_object", "json_object"]


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{json.dumps(GOOD)}\n```",
        f"Acá van:\n\n{json.dumps(GOOD)}\n\n¡Espero que sirvan!",
        f"<think>{{quizás}}</think>{json.dumps(GOOD)}",
        json.dumps(GOOD["alternatives"]),
    ],
)
async def test_plain_text_with_json_somewhere_inside_is_enough(
    text: str, model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(400, 400, text)
    assert len(await drafter.draft(request_for())) == 2
    assert asked_for(model) == ["json_schema", "json_object", "plain"]


async def test_the_lowest_rung_is_tried_once_more_and_then_it_is_invalid(
    model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(*["no sé"] * 4, GOOD)
    with pytest.raises(DraftingFailed) as failure:
        await drafter.draft(request_for())
    assert failure.value.reason == "invalid"
    assert asked_for(model) == ["json_schema", "json_object", "plain", "plain"]


async def test_a_failure_teaches_nothing_about_the_ladder(
    model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(*["no sé"] * 4, GOOD)
    with pytest.raises(DraftingFailed):
        await drafter.draft(request_for())
    await drafter.draft(request_for())
    assert asked_for(model)[-1] == "json_schema"


@pytest.mark.parametrize("claims", [[99], ["uno", None], "2", None, []])
async def test_a_wrong_claim_of_notes_loses_no_draft(
    claims: object, model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(
        {"alternatives": [{"text": "Feliz día de té.", "notes": claims}, {"text": "Jazmín y vos."}]}
    )
    drafts = await drafter.draft(request_for())
    assert [draft.note_ids for draft in drafts] == [(), ()]


async def test_texts_that_differ_only_in_punctuation_are_one_and_the_other_is_asked_for(
    model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(two("¡Feliz té, Juani!", "feliz te Juani..."), two("Otra cosa con jazmín."))
    drafts = await drafter.draft(request_for())
    assert [draft.text for draft in drafts] == ["¡Feliz té, Juani!", "Otra cosa con jazmín."]
    again = model.requests[1]["messages"][-1]["content"]
    assert '"count": 1' in again
    assert "¡Feliz té, Juani!" in again


async def test_one_text_is_better_than_none(model: FakeModel, drafter: OpenAIDrafter) -> None:
    model.answer(two("¡Feliz té, Juani!"), 401)
    assert [draft.text for draft in await drafter.draft(request_for())] == ["¡Feliz té, Juani!"]


async def test_what_was_offered_or_sent_before_is_no_alternative(
    model: FakeModel, drafter: OpenAIDrafter
) -> None:
    model.answer(two("Feliz té.", "Jazmín para vos."), two("¡Feliz té!"))
    with pytest.raises(DraftingFailed) as failure:
        await drafter.draft(request_for(avoid=("feliz té",), previous=("Jazmín para vos",)))
    assert failure.value.reason == "too_few"


async def test_tokens_are_counted(
    model: FakeModel, drafter_for: Callable[..., OpenAIDrafter]
) -> None:
    model.answer(GOOD, Answer(raw=json.dumps({"choices": []})))
    drafter = drafter_for(model.url)
    await drafter.draft(request_for())
    with pytest.raises(DraftingFailed):
        await drafter.draft(request_for())
    usage = drafter.usage
    assert (usage.calls, usage.failures, usage.last_failure) == (2, 1, "invalid")
    assert (usage.prompt_tokens, usage.cached_tokens, usage.completion_tokens) == (1200, 1024, 80)
