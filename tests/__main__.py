"""Every check there is, one after the other: `python -m tests`. Fails if one of them fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-q"),
)

NO_ANSWER = 2
"""How uv ends when it could not ask; 1 is a finding."""


def main() -> int:
    """Runs them all, so that one look shows everything there is to mend."""
    tools = Path(sys.executable).parent
    failed = []
    for name, *arguments in CHECKS:
        line = " ".join((name, *arguments))
        _say(f"\n== {line}\n")
        done = subprocess.run([tools / name, *arguments], cwd=ROOT, check=False)
        if done.returncode:
            failed.append(line)
    if not _audited():
        failed.append("uv audit")
    _say(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall good\n")
    return 1 if failed else 0


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
