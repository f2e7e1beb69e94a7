"""Speed as ratios in one run: `python -m tests.benchmarks [NAME …] [--json FILE]`, or `--keep`.

Every figure is held against a baseline measured in the same run on the same machine, so it says the
same on a slow machine as on a quick one. `--keep` measures all, and docs/performance.md shows it.
"""

import argparse
import asyncio
import gc
import json
import sys
from pathlib import Path

from tests.benchmarks import drafting, footprint, growth, page, sending, updates, workers
from tests.benchmarks.figures import Figure, NotHere

BENCHMARKS = {
    "drafting": drafting.measure,
    "updates": updates.measure,
    "footprint": footprint.measure,
    "growth": growth.measure,
    "sending": sending.measure,
    "workers": workers.measure,
}


async def run(names: list[str]) -> list[Figure]:
    """The figures of these benchmarks, in order."""
    figures: list[Figure] = []
    for name in names:
        sys.stderr.write(f"{name} …\n")
        try:
            figures += await BENCHMARKS[name]()
        except NotHere as missing:
            sys.stderr.write(f"{name} left out: {missing}\n")
    return figures


def main() -> int:
    """Measures, prints a table, writes JSON; 1 when a figure misses its target."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("names", nargs="*", choices=[*BENCHMARKS, []], default=[])
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", action="store_true", help="write docs/performance.*")
    arguments = parser.parse_args()
    if arguments.keep and arguments.names:
        parser.error("only a run of all can be kept: the page shows the figures of one run")
    gc.freeze()  # or the Telegram and the model of this process pause for their libraries
    figures = asyncio.run(run(arguments.names or list(BENCHMARKS)))
    for figure in figures:
        sys.stdout.write(f"{figure}\n")
    if arguments.json:
        arguments.json.write_text(
            json.dumps([figure.as_json() for figure in figures], indent=1, ensure_ascii=False)
        )
    if arguments.keep:
        page.keep(figures)
    return 0 if all(figure.good for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main())
