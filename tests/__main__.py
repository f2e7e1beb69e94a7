"""Every check there is: `python -m tests`. Fails if one of them fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).parents[1]

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)

WAITING = ("tests/e2e", "tests/faults", "tests/shared")
"""Tests of whole processes, which wait more than they compute: they run beside all others."""

LIMIT = 900
"""Seconds after which a test that hangs fails, with its name and the stacks; the slowest takes a tenth of
it on a quiet machine. Run by hand, where long forms last for hours, a test has no limit."""

LAST_RESORT = ("-o", f"faulthandler_timeout={LIMIT + 120}", "-o", "faulthandler_exit_on_timeout=1")
"""For a test that even so goes on: the stacks, and the end of that half."""

NO_ANSWER = 2
"""How uv ends when it could not ask; 1 is a finding."""


def main() -> int:
    """Runs them all, so that one look shows everything there is to mend."""
    tools = Path(sys.executable).parent
    failed = []
    for name, *arguments in CHECKS:
        line = " ".join((name, *arguments))
        _say(f"\n== {line}\n")
        if _run(tools / name, arguments):
            failed.append(line)
    failed += _tested(tools / "pytest")
    if not _audited():
        failed.append("uv audit")
    _say(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall good\n")
    return 1 if failed else 0


def _tested(pytest: Path) -> list[str]:
    """Both halves of the tests at once, the second's words when the first is through; the lines of
    those that failed."""
    limited = ("-q", f"--timeout={LIMIT}", *LAST_RESORT)
    others = [*limited, *(f"--ignore={folder}" for folder in WAITING)]
    waiting = [*limited, *WAITING]
    with TemporaryFile("w+", encoding="utf-8", errors="replace") as words:
        with ThreadPoolExecutor() as beside:
            ended = beside.submit(_run, pytest, waiting, words)
            _say(f"\n== {' '.join(('pytest', *others))}\n")
            codes = {" ".join(("pytest", *others)): _run(pytest, others)}
        words.seek(0)
        _say(f"\n== {' '.join(('pytest', *waiting))}\n{words.read()}")
    codes[" ".join(("pytest", *waiting))] = ended.result()
    return [line for line, code in codes.items() if code]


def _run(tool: Path, arguments: Sequence[str], words: IO[str] | None = None) -> int:
    """The exit code; `words`: where what it says goes, a file and no pipe, which a process that outlives
    the tool would hold open."""
    said = subprocess.STDOUT if words else None
    return subprocess.run(
        [tool, *arguments], cwd=ROOT, stdout=words, stderr=said, check=False
    ).returncode


def _audited() -> bool:
    """Whether no library in the lock is known to be vulnerable; without a network, a line says that
    nobody knows."""
    _say("\n== uv audit\n")
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        _say("left out: there is no uv to ask\n")
        return True
    asked = subprocess.run(
        [uv, "audit", "--frozen", "--preview-features", "audit-command"],
        cwd=ROOT,
        env=os.environ | {"UV_HTTP_RETRIES": "0"},
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == NO_ANSWER:
        said = asked.stderr.strip().splitlines() or ["no reason given"]
        _say(f"left out, no answer from the list of vulnerabilities ({said[0]})\n")
        return True
    _say(asked.stdout + asked.stderr)
    return asked.returncode == 0


def _say(words: str) -> None:
    sys.stdout.write(words)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
