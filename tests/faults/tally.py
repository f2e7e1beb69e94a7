"""How often each fault was tried and what became of the greetings under it."""

from collections import Counter, defaultdict

from bot.domain.greetings import State


class Tally:
    """Outcomes by fault, for docs/reliability.md."""

    def __init__(self) -> None:
        self._runs: Counter[str] = Counter()
        self._outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def __bool__(self) -> bool:
        return bool(self._runs)

    def note(self, fault: str, *outcomes: State | str) -> None:
        """One run under a fault, and how its greetings ended."""
        self._runs[fault] += 1
        self._outcomes[fault].update(str(outcome) for outcome in outcomes)

    def table(self) -> str:
        """As Markdown."""
        rows = [
            f"| {fault} | {self._runs[fault]} | "
            + ", ".join(f"{number} {name}" for name, number in sorted(found.items()))
            + " |"
            for fault, found in self._outcomes.items()
        ]
        return "\n".join(["| fault | runs | greetings |", "|---|---|---|", *rows])


TALLY = Tally()
