"""The command line: `abrazo run`, `abrazo demo`, `abrazo check` and the rest."""


def main() -> int:
    """Entry point of the console script `abrazo`; returns the exit code."""
    return 0
