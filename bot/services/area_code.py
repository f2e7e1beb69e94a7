"""The owner's area code: address books hold many a number that can only be dialled from next door."""

from collections import Counter
from collections.abc import Iterable

from bot.parsing.phones import area_code_of, parse_phone

LIKELY = 3
"""Area codes that are offered; any other can be typed."""

_GREATER_BUENOS_AIRES = "11"
"""Argentina's one area whose local numbers have eight digits."""


def likely(local: Iterable[str], whole: Iterable[str | None], country: str) -> list[str]:
    """Area codes that may belong before the local numbers, the best first: those of the whole
    numbers (E.164) around them, by how many local ones they complete."""
    local = tuple(local)
    codes = Counter(area_code_of(one, country) for one in whole if one)
    seen = [code for code, _ in codes.most_common() if code]
    if country == "AR" and _GREATER_BUENOS_AIRES not in seen:
        seen.append(_GREATER_BUENOS_AIRES)
    fitting = {
        code: sum(parse_phone(one, country, code).e164 is not None for one in local)
        for code in seen
    }
    best = sorted(filter(fitting.get, seen), key=lambda code: -fitting[code])
    return best[:LIKELY]
