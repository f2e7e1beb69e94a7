"""A test that hangs fails by its name, and the others are heard of."""

import sys
from pathlib import Path

import pytest

from tests import __main__ as checks

HANGING = """
import asyncio

async def test_that_hangs():
    await asyncio.Event().wait()

def test_after_it():
    assert False, "was run"
"""


def test_in_either_half_a_test_that_hangs_fails_and_the_next_one_is_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pytest.ini").write_text("[pytest]\nasyncio_mode = auto\n")
    for half in ("one", "other"):
        (tmp_path / half).mkdir()
        (tmp_path / half / f"test_{half}.py").write_text(HANGING)
    monkeypatch.setattr(checks, "ROOT", tmp_path)
    monkeypatch.setattr(checks, "WAITING", ("other",))
    monkeypatch.setattr(checks, "LIMIT", 3)
    failed = checks._tested(Path(sys.executable).parent / "pytest")
    assert len(failed) == 2
    out = capfd.readouterr().out
    for half in ("one", "other"):
        assert f"FAILED {half}/test_{half}.py::test_that_hangs - Failed: Timeout" in out
        assert f"FAILED {half}/test_{half}.py::test_after_it" in out
