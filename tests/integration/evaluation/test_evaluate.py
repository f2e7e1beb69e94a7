"""`abrazo evaluate`: what the person who compares models and prompts reads, and can rely on."""

import asyncio
import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.evaluation.cases import BUNDLED
from bot.evaluation.evaluate import Order, Unusable, evaluate
from bot.settings import ModelSettings
from tests.fakes.model import HANG, Answer, Body, FakeModel, data_of, good
from tests.integration.evaluation.test_check_drafts import abrazo, written

NOTES = {
    "a": "le gusta el té de jazmín", "b": "juega al tenis los martes", "c": "se mudó a Córdoba",
    "d": "toca la guitarra", "e": "hace pan de masa madre", "f": "fanática del karaoke",
}  # fmt: skip
NAMES = {"a": "Ana", "b": "Bruno", "c": "Carla", "d": "Darío", "e": "Elsa", "f": "Flor"}


def case(name: str, *notes: str) -> dict[str, Any]:
    contact = {
        "name": f"{NAMES[name]} Paz", "nickname": None, "relationship": "friend",
        "register": "vos", "language": "es-AR", "notes": notes or [NOTES[name]],
    }  # fmt: skip
    occasion = {"key": "friends-day", "name": "Día del Amigo"}
    return {"id": name, "contact": contact, "occasion": occasion, "draft": "x", "problems": ["y"]}


@pytest.fixture
def cases(tmp_path: Path) -> Path:
    return written(tmp_path / "cases.jsonl", *map(case, NOTES))


def using(model: FakeModel, **changes: Any) -> ModelSettings:
    settings: dict[str, Any] = {
        "openai_base_url": model.url,
        "openai_model": "fake",
        "openai_timeout": 60,
    }
    return ModelSettings(**settings | changes)


async def card(order: Order, settings: ModelSettings) -> tuple[int, dict[str, Any], str]:
    """The exit code, the JSON and what stands on the terminal."""
    out = io.StringIO()
    code = await evaluate(order, settings, out)
    assert order.json is not None
    return code, json.loads(order.json.read_bytes()), out.getvalue()


async def test_the_scorecard_counts_cases_notes_tokens_and_money(
    cases: Path, tmp_path: Path
) -> None:
    order = Order(cases=cases, json=tmp_path / "card.json", price_in=2.0, price_out=10.0)
    async with FakeModel() as model:
        code, found, shown = await card(order, using(model))
    calls = len(model.requests) - 1  # the first only asked whether the model is there
    assert code == 0
    assert (found["total"]["cases"], found["total"]["usable"]) == (6, 6)
    assert found["total"]["resting"] == found["total"]["shown"] == 12
    assert found["drafters"] == {"model": 12}
    spent = found["spent"]
    assert (spent["prompt_tokens"], spent["completion_tokens"]) == (1200 * calls, 80 * calls)
    assert spent["cached_tokens"] == 1024 * calls
    assert found["cost"] == pytest.approx(calls * (1200 * 2 + 80 * 10) / 1_000_000)
    for figure in ("6/6 100%", f"{1200 * calls:,}", "Drafts by fake", "rules alone"):
        assert figure in shown


async def test_several_cases_are_written_at_once(cases: Path, tmp_path: Path) -> None:
    order = Order(cases=cases, json=tmp_path / "card.json")
    async with FakeModel(latency=0.05) as model:
        await card(order, using(model, draft_concurrency=3))
    assert model.most_at_once == 3


async def test_a_chain_is_held_back_and_the_composer_writes_as_in_the_bot(
    tmp_path: Path,
) -> None:
    cases = written(tmp_path / "cases.jsonl", case("a"))
    order = Order(cases=cases, json=tmp_path / "card.json")
    chain = {"alternatives": [{"text": "Feliz día, que la pases lindo.", "notes": []}] * 2}
    async with FakeModel() as model:
        model.answer(*[chain] * 8)
        code, found, _ = await card(order, using(model))
    assert len(model.requests) > 1
    assert found["drafters"] == {"composer": 2}
    assert found["fallbacks"] == {"rules": 1}
    assert code == 1


async def test_a_model_that_cannot_be_asked_is_said_before_anything_is_drafted(
    cases: Path, tmp_path: Path
) -> None:
    order = Order(cases=cases, json=tmp_path / "card.json", resume=tmp_path / "kept.jsonl")
    async with FakeModel() as model:
        model.answer(401)
        with pytest.raises(Unusable, match="fake: OPENAI_API_KEY is refused"):
            await evaluate(order, using(model), io.StringIO())
        model.answer(200, Answer(status=404, error={"message": "no model strict does not exist"}))
        with pytest.raises(Unusable, match="strict: OPENAI_JUDGE_MODEL is not known there"):
            await evaluate(order, using(model, openai_judge_model="strict"), io.StringIO())
    with pytest.raises(Unusable, match="cannot be read"):
        await evaluate(Order(cases=cases, compare=order.json), ModelSettings(), io.StringIO())


async def test_a_model_that_goes_away_is_seen_in_scorecard_and_exit_code_and_asked_anew(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = Order(cases=cases, json=tmp_path / "card.json", resume=tmp_path / "kept.jsonl")
    async with FakeModel() as model:
        model.answer("OK", *[401] * 20)
        code, found, shown = await card(order, using(model))
        assert code == 1
        assert found["fallbacks"] == {"auth": 6}
        assert "auth 6" in shown
        assert "fake wrote none of these texts" in capsys.readouterr().err
        model.forget()
        code, found, _ = await card(order, using(model))
    assert code == 0
    assert found["drafters"] == {"model": 12}


async def test_interrupted_it_says_how_far_it_came_and_how_to_go_on(
    cases: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    order = Order(cases=cases, json=tmp_path / "card.json", resume=tmp_path / "kept.jsonl")
    asked = asyncio.Event()

    def silent(_: Body) -> object:
        asked.set()
        return HANG

    async with FakeModel() as model:
        model.answer("OK", good, good, silent)
        settings = using(model, draft_concurrency=1, openai_timeout=60)
        running = asyncio.create_task(evaluate(order, settings, io.StringIO()))
        await asked.wait()
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    said = capsys.readouterr().err
    assert "Stopped after 2 of 6. The same command goes on from" in said


async def test_the_judge_decides_what_is_invented(cases: Path, tmp_path: Path) -> None:
    def strict(body: Body) -> Any:
        if "text" in data_of(body):
            return {"problems": [{"label": "invented", "words": []}]}
        return good(body)

    order = Order(cases=cases, json=tmp_path / "card.json")
    async with FakeModel() as model:
        model.answer(*[strict] * 60)
        _, found, _ = await card(order, using(model, openai_judge_model="strict"))
    assert found["judge"] == "strict"
    assert found["total"]["invented"] == found["total"]["shown"] > 0
    assert found["total"]["usable"] == 0
    assert found["problems"]["invented"]["remarked"] == found["total"]["shown"]


async def test_an_interrupted_run_goes_on_where_it_stopped(cases: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    order = Order(cases=cases, json=tmp_path / "card.json", resume=kept)
    async with FakeModel() as model:
        _, first, _ = await card(order, using(model, draft_concurrency=1))
        lines = kept.read_text(encoding="utf-8").splitlines()
        kept.write_text("\n".join([*lines[:4], lines[4][:40]]), encoding="utf-8")
        before = len(model.requests)
        _, second, _ = await card(order, using(model, draft_concurrency=1))
        assert len(model.requests) - before == 1 + 2  # one asks whether the model is there
        _, third, _ = await card(order, using(model))
        assert len(model.requests) - before == 3
    assert second["total"] == third["total"] == first["total"]
    assert second["spent"]["prompt_tokens"] == first["spent"]["prompt_tokens"]


async def test_a_case_that_was_changed_is_drafted_again(tmp_path: Path) -> None:
    order = Order(
        cases=written(tmp_path / "cases.jsonl", case("a"), case("b")),
        json=tmp_path / "card.json",
        resume=tmp_path / "kept.jsonl",
    )
    async with FakeModel() as model:
        await card(order, using(model))
        before = len(model.requests)
        written(tmp_path / "cases.jsonl", case("a"), case("b", "colecciona relojes de arena"))
        _, found, _ = await card(order, using(model))
    assert len(model.requests) == before + 1 + 1  # one asks whether the model is there
    assert any("relojes" in text["text"] for text in found["results"][1]["texts"])


async def test_results_of_another_model_are_not_mixed_in(cases: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.jsonl"
    async with FakeModel() as model:
        await evaluate(Order(cases=cases, resume=kept), using(model), io.StringIO())
        with pytest.raises(Unusable, match="fake"):
            await evaluate(Order(cases=cases, resume=kept), ModelSettings(), io.StringIO())


def test_a_file_that_holds_something_else_is_left_as_it_was(cases: Path) -> None:
    before = cases.read_bytes()
    order = Order(cases=cases, resume=cases)
    with pytest.raises(Unusable, match=r"cases\.jsonl"):
        asyncio.run(evaluate(order, ModelSettings(), io.StringIO()))
    assert cases.read_bytes() == before


async def test_two_runs_are_compared_case_by_case(cases: Path, tmp_path: Path) -> None:
    _, before, _ = await card(Order(cases=cases, json=tmp_path / "before.json"), ModelSettings())
    before["results"][1]["texts"] = []
    before["total"]["usable"] = 1
    written(tmp_path / "before.json", before)
    later = Order(cases=cases, json=tmp_path / "after.json", compare=tmp_path / "before.json")
    _, _, shown = await card(later, ModelSettings())
    assert "1/6" in shown
    for line in ("6 cases are in both", "now usable: b\n", "no longer usable: none"):
        assert line in shown


async def test_people_who_would_get_nearly_the_same_text_are_named(tmp_path: Path) -> None:
    cases = written(tmp_path / "cases.jsonl", case("a"), case("b", NOTES["a"]))
    order = Order(cases=cases, json=tmp_path / "card.json", resume=tmp_path / "kept.jsonl")
    await card(order, ModelSettings())
    assert order.resume is not None
    results = [json.loads(line) for line in order.resume.read_text().splitlines()]
    text = "Feliz día. Hoy me hice un té de jazmín en tu honor y me salió horrible."
    for result in results:
        result["texts"] = [result["texts"][0] | {"text": text, "offered": True}]
    written(order.resume, *results)
    _, found, shown = await card(order, ModelSettings())
    assert found["total"]["alike"] == 1
    assert "alike: a and b" in shown


def test_without_any_setting_the_composer_drafts_the_bundled_cases(tmp_path: Path) -> None:
    run = abrazo("evaluate", "--json", "card.json", cwd=tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    found = json.loads((tmp_path / "card.json").read_bytes())
    assert found["writer"] == "composer"
    assert found["total"]["cases"] == len(BUNDLED.read_text(encoding="utf-8").splitlines()) >= 60
    assert set(found["languages"]) == {"es", "en", "it", "pt"}
    assert found["total"]["alike"] == found["total"]["invented"] == 0
    assert found["total"]["usable"] >= 0.8 * found["total"]["cases"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--cases", "none.jsonl"], "none.jsonl"),
        (["--cases", "empty.jsonl"], "no case"),
        (["--cases", "twice.jsonl"], "twice.jsonl"),
        (["--compare", "empty.jsonl"], "no scorecard"),
        (["--json", "nowhere/card.json"], "cannot be written"),
        (["--resume", "bytes"], "not UTF-8 text"),
        (["--resume", "one", "--json", "one"], "a file each"),
        (["--price-in", "1"], "--price-out"),
        (["--price-in", "-1"], "a number from 0 on"),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_drafted(
    arguments: list[str], says: str, tmp_path: Path
) -> None:
    written(tmp_path / "empty.jsonl")
    written(tmp_path / "twice.jsonl", case("a"), case("a"))
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    run = abrazo("evaluate", *arguments, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (2, "")
    assert says in run.stderr
    assert "Traceback" not in run.stderr
