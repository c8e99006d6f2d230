"""Parts of one unit, and one unit alone: "an hour and a half", "half an hour", "lasted a week"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.values.found import Found
from reconcile.values.quantity import Quantity
from reconcile.values.quantity_words import Approximator, approximator_before, bounds
from reconcile.values.units import Unit, unit_behind

_WORD = r"[^\W\d_]+"
_ARTICLE = late(r" an?\s")  # without one there are none
_AND_PART = late(rf"(?<!\w)(?:an?|one)(?=\s+({_WORD})\s+and\s+an?\s+({_WORD}))", re.IGNORECASE)
_PART_OF = late(
    rf"(?<!\w)(?:half|(?:(?P<count>{_WORD})[ \u00a0-])?(?P<part>{_WORD})\s+of)\s+an?(?=\s)", re.IGNORECASE
)
_HALF = late(r"(?<!\w)(?<!and )(?<!and a )(?<!and-a-)(?:a\s+)?half(?=[\s-][^\W\d_])", re.IGNORECASE)
_SINGLE = late(r"\s+an?(?=\s)", re.IGNORECASE)
_ON = late(r"[-‑'’]\w|\s+(?:and|or)\s")  # "a year-long strike", "a day or two"
_DURATION = "duration"
_GRAIN = 0.1  # of the figure: nobody means the minute by half an hour


def parts(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """The figures of `text` that are told as parts of a single unit."""
    if not _ARTICLE.search(text) and "half" not in text.lower():
        return
    shares = word_table(lexicon, "fractions")
    for match in _AND_PART.finditer(text):
        unit, share = unit_behind(text, match.end(), lexicon), shares.get(match[2].lower())
        if unit and share and unit[0] == match.end(1):
            yield Found(match.start(), match.end(2), _in_unit(1 + 1 / float(share), unit[1]))
    for match in _PART_OF.finditer(text):
        yield from _of_unit(text, match, lexicon)
    for match in _HALF.finditer(text):
        behind = unit_behind(text, match.end(), lexicon)
        if behind:
            yield Found(match.start(), behind[0], _in_unit(0.5, behind[1]))
    yield from _single(text, lexicon)


def _of_unit(text: str, match: re.Match[str], lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """So many parts of one unit: half an hour, three quarters of a mile."""
    said = (match["part"] or "half").lower()
    share, worth = word_table(lexicon, "fractions").get(said), word_table(lexicon, "number-words")
    count = worth.get((match["count"] or "").lower())
    unit = unit_behind(text, match.end(), lexicon) if share else None
    if unit and share and (count or not said.endswith("s")):
        led = match["count"] and (count or match["count"].lower() in ("a", "an"))
        start = match.start() if led or not match["part"] else match.start("part")
        yield Found(start, unit[0], _in_unit(float(count or 1) / float(share), unit[1]))


@per_lexicon
def _leads(lexicon: Lexicon) -> re.Pattern[str]:
    about = alternation(word_table(lexicon, "approximators"))
    leads = alternation(word_set(lexicon, "duration-leads"))
    return re.compile(rf"(?<!\w){leads}(?:\s+{about})?(?=\s+an?\s)", re.IGNORECASE)


def _single(text: str, lexicon: Lexicon) -> Iterator[Found[Quantity]]:
    """One unit of time without a figure, where a word before says that so much time goes by."""
    ordinals = word_table(lexicon, "ordinal-words")  # "for a second term"
    for lead in _leads(lexicon).finditer(text):
        article = _SINGLE.match(text, lead.end())
        unit = unit_behind(text, article.end(), lexicon) if article else None
        if (
            unit
            and unit[1].dimension == _DURATION
            and not _ON.match(text, unit[0])
            and unit[1].name not in ordinals
        ):
            about = approximator_before(text, article.start() + 1, lexicon) if article else None
            yield Found(about.start if about else lead.end() + 1, unit[0], _about(unit[1], about))


def _about(unit: Unit, about: Approximator | None) -> Quantity:
    """One of the unit, or more, less or about as much."""
    exact = _in_unit(1, unit)
    if about is None or about.kind == "exactly":
        return exact
    ends = bounds(about.kind, 1, 1, exact.grain)
    return replace(
        exact,
        low=ends.low,
        high=ends.high,
        low_open=ends.low_open,
        high_open=ends.high_open,
        approximator=about.words,
    )


def _in_unit(value: float, unit: Unit) -> Quantity:
    return Quantity(
        low=value,
        high=value,
        unit=unit.name,
        dimension=unit.dimension,
        scale=unit.scale,
        shift=unit.shift,
        figures=(value,),
        grain=value * _GRAIN,
    )
