"""Every check there is: `python -m tests`. Fails if one of them fails."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
)

WAITING = ("tests/e2e", "tests/faults", "tests/shared")
"""Tests of whole processes, which wait more than they compute: they run beside all others."""

NO_ANSWER = 2
"""How uv ends when it could not ask; 1 is a finding."""


def main() -> int:
    """Runs them all, so that one look shows everything there is to mend."""
    tools = Path(sys.executable).parent
    failed = []
    for name, *arguments in CHECKS:
        line = " ".join((name, *arguments))
        _say(f"\n== {line}\n")
        if _run(tools / name, arguments).returncode:
            failed.append(line)
    failed += _tested(tools / "pytest")
    if not _audited():
        failed.append("uv audit")
    _say(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall good\n")
    return 1 if failed else 0


def _tested(pytest: Path) -> list[str]:
    """Both halves of the tests at once, the second's words when the first is through; the lines of
    those that failed."""
    others = ["-q", *(f"--ignore={folder}" for folder in WAITING)]
    waiting = ["-q", *WAITING]
    with ThreadPoolExecutor() as beside:
        told = beside.submit(_run, pytest, waiting, kept=True)
        _say(f"\n== {' '.join(('pytest', *others))}\n")
        codes = {" ".join(("pytest", *others)): _run(pytest, others).returncode}
        done = told.result()
    _say(f"\n== {' '.join(('pytest', *waiting))}\n{done.stdout}{done.stderr}")
    codes[" ".join(("pytest", *waiting))] = done.returncode
    return [line for line, code in codes.items() if code]


def _run(
    tool: Path, arguments: Sequence[str], *, kept: bool = False
) -> "subprocess.CompletedProcess[str]":
    """`kept`: what it says is not shown, but in the answer."""
    return subprocess.run([tool, *arguments], cwd=ROOT, capture_output=kept, text=True, check=False)


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
