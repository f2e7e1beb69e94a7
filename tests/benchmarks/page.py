"""The table and the chart of docs/performance.md, out of the figures kept beside it in performance.json:
`python -m tests.benchmarks.page` makes both anew, `python -m tests.benchmarks --keep` measures before."""

import json
import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

from tests.benchmarks.figures import Figure

DOCS = Path(__file__).resolve().parents[2] / "docs"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->"

ROW, NAMES, BAR, WIDTH = 34, 330, 300, 860
"""Pixels: the height of a row, the width of the names, of a bar that uses all of its target, of all."""

_GOOD, _MISSED = "#2f9e6e", "#d9534f"


def keep(figures: Sequence[Figure], docs: Path = DOCS) -> None:
    """Put these, of one run, in the place of the kept ones, and make table and chart anew."""
    file = docs / "performance.json"
    cores = os.cpu_count()
    kept = {
        "measured": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.system()}, {cores} cores, Python {platform.python_version()}",
        "figures": [one.as_json() for one in figures],
    }
    file.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    make(docs)


def make(docs: Path = DOCS) -> None:
    """Write the table into performance.md and draw performance.svg."""
    page = docs / "performance.md"
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    page.write_text(f"{before}{BEGIN}{table(docs)}{END}{after}", encoding="utf-8")
    (docs / "performance.svg").write_text(chart(read(docs)), encoding="utf-8")


def read(docs: Path = DOCS) -> list[Figure]:
    """The kept figures; none before the first were kept."""
    file = docs / "performance.json"
    if not file.exists():
        return []
    figures = json.loads(file.read_text(encoding="utf-8"))["figures"]
    return [
        Figure(one["name"], one["value"], one["target"], one["at_most"], one["detail"])
        for one in figures
    ]


def table(docs: Path = DOCS) -> str:
    """The figures as Markdown, and where they were measured."""
    kept = json.loads((docs / "performance.json").read_text(encoding="utf-8"))
    lines = [f"Measured on {kept['measured']}: {kept['machine']}.\n"]
    lines += ["| what, against what | measured | target | made of |", "|---|---|---|---|"]
    for one in read(docs):
        mark = "" if one.good else " (missed)"
        lines.append(f"| {one.name} | {one.value:.2f}{mark} | {_target(one)} | {one.detail} |")
    return "\n".join(lines) + "\n"


def chart(figures: Sequence[Figure]) -> str:
    """One bar a figure, as long as the part of its target that it uses; the line is the target."""
    drawn = [one for one in figures if one.target]
    edge, bottom = NAMES + BAR, 56 + ROW * len(drawn)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {bottom + 16}"'
        ' font-family="system-ui, sans-serif" font-size="14" role="img">',
        "<title>How much of each target is used; shorter is better</title>",
        f'<rect width="{WIDTH}" height="{bottom + 16}" rx="12" fill="#ffffff"/>',
        f'<text x="{edge}" y="28" text-anchor="middle" fill="#555">target</text>',
        f'<text x="{NAMES}" y="28" fill="#555">shorter is better</text>',
    ]
    for row, one in enumerate(drawn):
        top = 44 + ROW * row
        used = one.value / one.target if one.at_most else one.target / one.value
        length = min(used, (WIDTH - NAMES - 100) / BAR) * BAR
        colour = _GOOD if one.good else _MISSED
        said = max(NAMES + length, edge) + 12
        parts += [
            f'<text x="{NAMES - 12}" y="{top + 17}" text-anchor="end" fill="#222">'
            f"{escape(one.name)}</text>",
            f'<rect x="{NAMES}" y="{top}" width="{length:.1f}" height="24" rx="4" fill="{colour}"/>',
            f'<text x="{said:.1f}" y="{top + 17}" fill="#222">{one.value:.2f} ({_target(one)})</text>',
        ]
    line = f'x1="{edge}" x2="{edge}" y1="36" y2="{bottom}"'
    parts += [f'<line {line} stroke="#888" stroke-dasharray="4 4"/>', "</svg>"]
    return "\n".join(parts) + "\n"


def _target(figure: Figure) -> str:
    return f"{'≤' if figure.at_most else '≥'} {figure.target:g}"


if __name__ == "__main__":
    make()
