"""`abrazo check-drafts` from outside: with a judge, without one, and when nobody reads on."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.check_drafts import check_drafts
from bot.models import connected
from bot.settings import ModelSettings
from tests.fakes.model import Body, FakeModel, data_of

ROOT = Path(__file__).parents[3]
CONTACT = {
    "name": "Juana Pérez", "nickname": None, "relationship": "friend", "register": "vos",
    "language": "es-AR", "notes": ["le gusta el té de jazmín"],
}  # fmt: skip
PERSONAL = "Juana, feliz día. Hoy me hice un té de jazmín en tu honor y me salió horrible."


def record(name: str, draft: str = PERSONAL) -> dict[str, Any]:
    occasion = {"key": "friends-day", "name": "Día del Amigo"}
    return {"id": name, "contact": CONTACT, "occasion": occasion, "draft": draft}


def written(path: Path, *records: Mapping[str, Any]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    return path


def abrazo(*arguments: str, cwd: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    """The command as a person runs it, with these settings and no others."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), **settings}
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


async def judged(path: Path, model: FakeModel) -> tuple[int, list[dict[str, Any]]]:
    settings = ModelSettings(
        openai_base_url=model.url, openai_judge_model="fake", draft_concurrency=4
    )
    out = io.StringIO()
    async with connected(settings) as models:
        code = await check_drafts(path, out, models.judge)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


async def test_the_judge_has_the_last_word_on_meaning_and_the_order_is_kept(tmp_path: Path) -> None:
    def verdict(body: Body) -> Any:
        blamed = "té verde" in data_of(body)["text"]
        return {"problems": [{"label": "invented", "words": ["té verde"]}] if blamed else []}

    drafts = [PERSONAL, "Juana, feliz día y buen té verde.", "Feliz día para vos.", PERSONAL]
    path = written(tmp_path / "d.jsonl", *(record(f"d{n}", text) for n, text in enumerate(drafts)))
    async with FakeModel(latency=0.05) as model:
        model.answer(*[verdict] * 4)
        code, lines = await judged(path, model)
    assert code == 0
    assert [line["id"] for line in lines] == ["d0", "d1", "d2", "d3"]
    assert [line["problems"] for line in lines] == [[], ["invented"], [], []]
    assert lines[1]["words"] == {"invented": ["té verde"]}
    assert model.most_at_once > 1


async def test_where_the_judge_fails_the_rules_decide_and_it_is_said_once(
    tmp_path: Path, capsys: Any
) -> None:
    path = written(
        tmp_path / "d.jsonl", *(record(f"d{n}", "Feliz día para vos.") for n in range(3))
    )
    async with FakeModel() as model:
        model.answer(*[lambda _: 401] * 3)
        code, lines = await judged(path, model)
    assert code == 0
    assert [line["problems"] for line in lines] == [["generic"]] * 3
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "3 of 3" in said[0]
    assert "auth" in said[0]


def test_a_judge_that_is_not_set_ends_it_with_one_line(tmp_path: Path) -> None:
    path = written(tmp_path / "d.jsonl", record("d1"))
    for settings in ({}, {"OPENAI_JUDGE_MODEL": "m"}, {"OPENAI_API_KEY": "sk-1"}):
        run = abrazo("check-drafts", str(path), "--judge", cwd=tmp_path, **settings)
        assert (run.returncode, run.stdout) == (2, "")
        assert len(run.stderr.splitlines()) == 1
        assert "OPENAI_JUDGE_MODEL" in run.stderr


def test_without_judge_no_setting_matters(tmp_path: Path) -> None:
    path = written(tmp_path / "d.jsonl", record("d1"))
    wrong = {"OPENAI_BASE_URL": "nowhere", "OPENAI_JUDGE_MODEL": "m"}
    run = abrazo("check-drafts", str(path), cwd=tmp_path, **wrong)
    assert (run.returncode, run.stderr) == (0, "")
    assert json.loads(run.stdout)["problems"] == []


def test_it_ends_quietly_when_nobody_reads_on(tmp_path: Path) -> None:
    path = written(tmp_path / "d.jsonl", *(record(f"{n:0500}") for n in range(600)))
    command = f'"{sys.executable}" -m bot check-drafts "{path}" | head -1'
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
    run = subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert run.stderr == ""
    assert len(run.stdout.splitlines()) == 1
