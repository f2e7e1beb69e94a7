"""Table and chart of docs/performance.md say what the kept figures say."""

import shutil
from pathlib import Path

from tests.benchmarks import page
from tests.benchmarks.figures import Figure


def test_the_page_shows_the_kept_figures() -> None:
    assert page.table() in (page.DOCS / "performance.md").read_text(encoding="utf-8")
    drawn = (page.DOCS / "performance.svg").read_text(encoding="utf-8")
    assert page.chart(page.read()) == drawn


def test_a_run_takes_the_place_of_the_one_before_and_a_miss_shows(tmp_path: Path) -> None:
    shutil.copy(page.DOCS / "performance.md", tmp_path)
    page.keep([Figure("a / b", 1.0, 2), Figure("none", 0, 0)], tmp_path)
    page.keep([Figure("a / b", 3.0, 2), Figure("share", 0.96, 0.95, at_most=False)], tmp_path)

    assert [(one.name, one.value) for one in page.read(tmp_path)] == [
        ("a / b", 3.0),
        ("share", 0.96),
    ]
    text = (tmp_path / "performance.md").read_text(encoding="utf-8")
    assert "| a / b | 3.00 (missed) | ≤ 2 |" in text
    assert "| share | 0.96 | ≥ 0.95 |" in text
    assert page._MISSED in (tmp_path / "performance.svg").read_text(encoding="utf-8")
