"""How often each fault was tried and what became of the greetings under it."""

from collections import Counter, defaultdict

from bot.domain.greetings import State


class Tally:
    """Outcomes by fault, for docs/reliability.md."""

    def __init__(self) -> None:
        self._runs: Counter[str] = Counter()
        self._kills: Counter[str] = Counter()
        self._struck = 0
        self._outcomes: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def __bool__(self) -> bool:
        return bool(self._runs)

    def note(self, fault: str, *outcomes: State | str) -> None:
        """One run under a fault, and how its greetings ended."""
        self._runs[fault] += 1
        self._outcomes[fault].update(str(outcome) for outcome in outcomes)

    def kill(self, point: str) -> None:
        """A SIGKILL at that point of a bot's life."""
        self._kills[point] += 1

    def faults(self, struck: int) -> None:
        """So many faults of Telegram's have met a request."""
        self._struck += struck

    def totals(self) -> str:
        """How often it was killed and hindered, and where."""
        where = ", ".join(f"{number} {point}" for point, number in sorted(self._kills.items()))
        return f"{self._kills.total()} kills, {self._struck} faults of Telegram ({where})"

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
