import asyncio
import io
import json
from pathlib import Path

import pytest

from bot.check_drafts import check_drafts

RECORD = {
    "id": "x1",
    "contact": {
        "name": "Juana Pérez", "nickname": None, "relationship": "friend", "register": "vos",
        "language": "es-AR", "notes": ["le gusta el té"],
    },
    "occasion": {"key": "birthday", "name": "Cumpleaños"},
    "siblings": [],
    "previous": [],
    "draft": "¡Feliz cumple, Marta! Según mis notas te gusta el té.",
}  # fmt: skip


def run(path: Path) -> tuple[int, list[dict[str, object]]]:
    out = io.StringIO()
    code = asyncio.run(check_drafts(path, out))
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def write(path: Path, *lines: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_each_draft_gets_one_line_with_sorted_problems_and_their_words(tmp_path: Path) -> None:
    code, lines = run(write(tmp_path / "d.jsonl", {**RECORD, "unknown": 1}, "", RECORD))
    assert code == 0
    assert [line["problems"] for line in lines] == [["reveals-source", "wrong-person"]] * 2
    assert lines[0]["words"] == {"reveals-source": ["Según mis notas"], "wrong-person": ["Marta"]}


def test_a_broken_line_is_named_and_the_others_are_judged(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(
        tmp_path / "d.jsonl", "{oops", {"id": "x2"}, [1], {**RECORD, "draft": None}, RECORD
    )
    code, lines = run(path)
    assert code == 2
    assert [line["id"] for line in lines] == ["x1"]
    errors = capsys.readouterr().err.splitlines()
    assert [error.split(": ")[0] for error in errors] == [f"{path}:{n}" for n in (1, 2, 3, 4)]


def test_a_missing_file_is_one_clear_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, lines = run(tmp_path / "none.jsonl")
    assert (code, lines) == (2, [])
    assert len(capsys.readouterr().err.splitlines()) == 1
