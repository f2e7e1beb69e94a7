"""Every check there is, one after the other: `python -m tests`. Fails if one of them fails."""

import subprocess
import sys
from pathlib import Path

CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-q"),
)


def main() -> int:
    """Runs them all, so that one look shows everything there is to mend."""
    tools = Path(sys.executable).parent
    failed = []
    for name, *arguments in CHECKS:
        line = " ".join((name, *arguments))
        sys.stdout.write(f"\n== {line}\n")
        sys.stdout.flush()
        done = subprocess.run(
            [tools / name, *arguments], cwd=Path(__file__).parents[1], check=False
        )
        if done.returncode:
            failed.append(line)
    sys.stdout.write(f"\nfailed: {', '.join(failed)}\n" if failed else "\nall good\n")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
