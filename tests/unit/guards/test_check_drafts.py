import asyncio
import io
import json
from pathlib import Path

import pytest

from bot.check_drafts import check_drafts

CONTACT = {
    "name": "Juana Pérez", "nickname": None, "relationship": "friend", "register": "vos",
    "language": "es-AR", "notes": ["le gusta el té"],
}  # fmt: skip
RECORD = {
    "id": "x1",
    "contact": CONTACT,
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


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"contact": None}, "contact is no JSON object"),
        ({"contact": {**CONTACT, "register": "thou"}}, 'register "thou" is none of vos, tú'),
        ({"contact": {**CONTACT, "notes": "le gusta el té"}}, "notes is no list"),
        ({"contact": {**CONTACT, "nickname": 5}}, "expected text, got 5"),
        ({"siblings": "Feliz día"}, "siblings is no list"),
        ({"draft": "\ud83d feliz día"}, "half a character"),
    ],
)
def test_what_is_wrong_with_a_line_is_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], changes: dict[str, object], says: str
) -> None:
    code, lines = run(write(tmp_path / "d.jsonl", {**RECORD, **changes}, RECORD))
    assert (code, len(lines)) == (2, 1)
    assert says in capsys.readouterr().err


def test_only_a_line_feed_ends_a_line_and_a_byte_order_mark_is_left_aside(tmp_path: Path) -> None:
    line = json.dumps(RECORD | {"draft": "Feliz\u2028día\u0085"}, ensure_ascii=False)
    path = tmp_path / "d.jsonl"
    path.write_bytes(f"\ufeff{line}\r\n".encode())
    assert run(path)[0] == 0


@pytest.mark.parametrize("text", ["Hola, ¿qué tal? " * 60_000, "a" * 1_000_000, "1." * 500_000])
def test_a_line_of_a_million_letters_is_judged_like_any(tmp_path: Path, text: str) -> None:
    code, (line,) = run(write(tmp_path / "d.jsonl", {**RECORD, "draft": text}))
    assert code == 0
    assert "artifact" in str(line["problems"])


def test_brackets_without_end_and_a_list_are_said_to_be_no_cases(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(write(tmp_path / "deep.jsonl", "[" * 100_000, RECORD))[0] == 2
    assert "too many brackets" in capsys.readouterr().err
    whole = tmp_path / "list.json"
    whole.write_text(json.dumps([RECORD, RECORD], indent=1), encoding="utf-8")
    assert run(whole) == (2, [])
    assert len(capsys.readouterr().err.splitlines()) == 1
