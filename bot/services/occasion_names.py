"""What an occasion is called: for the owner in their language, for a drafter in the reader's."""

from collections.abc import Iterable
from datetime import date

from bot.calendar import Calendar, own_occasions
from bot.domain.contacts import Contact, PersonalDate
from bot.domain.drafting import OccasionRef
from bot.domain.occasions import Occasion
from bot.domain.owners import Owner


def occasion_ref(
    calendar: Calendar,
    key: str,
    language: str,
    contact: Contact,
    owner: Owner,
    *,
    day: date | None = None,
    dates: Iterable[PersonalDate] = (),
    milestones: bool = True,
) -> OccasionRef:
    """An occasion by key, as the reader of that language calls it.

    `day` tells Argentina's Friend's Day from Colombia's; `dates` are the contact's own. With
    `milestones`, a round birthday says which.
    """
    for personal in dates:
        if personal.key == key:
            return OccasionRef(key, _personal(calendar, personal, language, day, milestones))
    for own in own_occasions(owner):
        if own.key == key:
            return own.ref_in(language)
    public = on_day(calendar, key, (owner.country, contact.country), day, contact.name)
    if public is not None:
        return public.ref_in(language)
    return OccasionRef(key, calendar.name_of(key, language) or key)


def on_day(
    calendar: Calendar,
    key: str,
    countries: Iterable[str],
    day: date | None,
    called: str | None = None,
) -> Occasion | None:
    """The public occasion of that key in the first country that keeps it on that day, else in the
    first that has it at all."""
    known = [calendar.get(key, country, called) for country in dict.fromkeys(countries)]
    found = [occasion for occasion in known if occasion is not None]
    if day is not None:
        found.sort(key=lambda occasion: day not in occasion.dates_in(day.year))
    return found[0] if found else None


def _personal(
    calendar: Calendar,
    personal: PersonalDate,
    language: str,
    day: date | None,
    milestones: bool,
) -> str:
    name = personal.name or calendar.name_of(personal.key, language) or personal.key
    years = personal.milestone(day.year) if milestones and day is not None else None
    template = calendar.name_of("milestone", language)
    return template.format(name=name, years=years) if template and years else name
