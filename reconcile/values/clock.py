"""Times of day: "18:00", "6 p.m.", "nine o'clock".

A time is a quantity of minutes from midnight. One that does not say which half of the day is meant, and may
be of either, is in the unit `HOUR`, any other in the unit `TIME`; the mark of its zone stands behind that,
and `shift` leads to Greenwich's time. Times of a zone that no list has are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_table
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity

CLOCK = "clock"  # the dimension
TIME, HOUR = "time of day", "hour of the clock"
_DAY, _HALF = 1440, 720  # minutes

_ZONE = late(r"\s?\(?(UTC|GMT|Z|[A-Z]{1,3}[SD]?T)(?!\w)\)?")
_SEEN = late(r"\d:\d|\d\s?[ap]\.?m|o['’]clock", re.IGNORECASE)


@per_lexicon
def _times(lexicon: Lexicon) -> re.Pattern[str]:
    numbers = {word: worth for word, worth in word_table(lexicon, "number-words").items() if worth.isdigit()}
    hours = alternation(word for word, worth in numbers.items() if 1 <= int(worth) <= 12)
    return re.compile(
        rf"(?<![\w.:,/$£€-])(?:(?P<half>\d{{1,2}}(?:[:.]\d\d)?)\s?(?P<m>[ap])(?:\.\s?m\.|m\b)"
        rf"|(?P<plain>\d{{1,2}}:\d\d)(?![\w:]|\.\d)|(?P<oclock>\d{{1,2}}|{hours})\s+o['’]clock)",
        re.IGNORECASE,
    )


@per_lexicon
def _zone_names(lexicon: Lexicon) -> re.Pattern[str]:
    names = alternation(name for name in word_table(lexicon, "time-zones") if " " in name)
    return re.compile(rf"\s?\(?({names})(?!\w)\)?", re.IGNORECASE)


def times(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """The times of day that `text` mentions, in order."""
    if not _SEEN.search(text):
        return
    worth, zones = word_table(lexicon, "number-words"), word_table(lexicon, "time-zones")
    for match in _times(lexicon).finditer(text):
        zone = _ZONE.match(text, match.end()) or _zone_names(lexicon).match(text, match.end())
        if zone and zone[1].lower() not in zones:
            continue
        said = match["half"] or match["plain"] or worth.get(match["oclock"].lower(), match["oclock"])
        hour, _, minute = said.replace(".", ":").partition(":")
        value = time_of(int(hour), int(minute or 0), (match["m"] or "").lower())
        if value is not None and zone:
            shift = -float(zones[zone[1].lower()])
            value = replace(value, unit=f"{value.unit} {zone[1]}", shift=shift)
        if value is not None:
            yield Found(match.start(), (zone or match).end(), value)


def time_of(hour: int, minute: int, half: str = "") -> Quantity | None:
    """The time, or None where no clock shows it; `half` is a or p where the half of the day is told."""
    if hour > 23 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    minutes = float(hour * 60 + minute)
    unit = HOUR if not half and 1 <= hour <= 12 else TIME
    return Quantity(low=minutes, high=minutes, unit=unit, dimension=CLOCK, figures=(minutes,))


def relate_times(before: Quantity, after: Quantity) -> Relation:
    """The same time, the same hour of one half of the day or of either, or another time."""
    (old, old_zone), (new, new_zone) = _unit(before), _unit(after)
    same = before.figures == after.figures
    if bool(old_zone) != bool(new_zone):
        if not same or old != new:
            return Relation.UNSURE
        return Relation.NARROWER if new_zone else Relation.BROADER
    apart = (before.figures[0] + before.shift - after.figures[0] - after.shift) % _DAY
    if apart == 0:
        return Relation.EQUIVALENT
    if same and old_zone != new_zone:
        return Relation.UNSURE
    if apart % _HALF or old == new:
        return Relation.CONFLICTING
    return Relation.NARROWER if old == HOUR else Relation.BROADER


def _unit(time: Quantity) -> tuple[str, str]:
    """The unit without its zone, and the zone."""
    unit = time.unit or TIME
    bare = HOUR if unit.startswith(HOUR) else TIME
    return bare, unit[len(bare) :].strip()
