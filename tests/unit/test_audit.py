"""The audit of what Abrazo stands on: a finding fails the checks, a missing network does not."""

import stat
from pathlib import Path

import pytest

from tests import __main__ as checks


@pytest.mark.parametrize(
    ("code", "passes", "says"),
    [(0, True, ""), (1, False, "GHSA"), (2, True, "left out")],
    ids=["nothing found", "a finding", "no network"],
)
def test_what_the_audit_found_decides(
    code: int,
    passes: bool,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    uv = tmp_path / "uv"
    uv.write_text(f"#!/bin/sh\necho GHSA-1234\necho 'error: no route' >&2\nexit {code}\n")
    uv.chmod(uv.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("UV", str(uv))
    assert checks._audited() is passes
    assert says in capsys.readouterr().out
