"""Finding quantities in prose: figures with their units, approximators and ranges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import per_lexicon, word_role, word_set
from reconcile.values.before import Endings, endings, phrase_before, word_before
from reconcile.values.clock import times
from reconcile.values.clock_words import worded_times
from reconcile.values.found import Found
from reconcile.values.number_words import Figure, figures
from reconcile.values.quantity import LABEL, ORDINAL, Quantity
from reconcile.values.quantity_compounds import compounds
from reconcile.values.quantity_denied import denied
from reconcile.values.quantity_measure import Measure
from reconcile.values.quantity_pairs import pairs
from reconcile.values.quantity_parts import parts
from reconcile.values.quantity_ranges import ranges, sharing_units
from reconcile.values.quantity_special import passed_over, specials
from reconcile.values.quantity_words import (
    Approximator,
    Bounds,
    approximator_before,
    approximator_behind,
    bounds,
    counted_noun,
)
from reconcile.values.scan import Ranges
from reconcile.values.units import Unit, unit_before, unit_behind, unit_named

_BARE = Unit("", "", 1.0)
_OF_KIND = {
    "ordinal": Unit(ORDINAL, ORDINAL, 1.0),
    "fraction": Unit("fraction", "share", 1.0),
    "times": Unit("times", "times", 1.0),
}
_SIGN = late(r"(?:^|[\s(])([-−])$")
_PERSON = late(r"[A-Z][\w'’-]{2,},\s$")
_CLOSED = late(r",\s[a-z]")
_OLDEST = 120  # years
_NEXT = late(r"\s*([^\W\d_]+)")
_HYPHENED = late(r"[-‑]([^\W\d_]+)(?!\w)")
_OF = late(r"\s+of(?=\s)")


def find(text: str, lexicon: Lexicon, *, skip: Sequence[Found[object]] = ()) -> tuple[Found[Quantity], ...]:
    """All quantities that `text` mentions, in order and without overlap, outside of `skip` (its dates)."""
    taken = [(found.start, found.end) for found in skip]
    found = _outside(taken, pairs(text, lexicon))
    found += _outside(taken, times(text, lexicon))
    found += _outside(taken, worded_times(text, lexicon))
    free = Ranges(taken)
    taken += [place for place in passed_over(text) if free.free(*place)]
    found += _outside(taken, (*parts(text, lexicon), *specials(text, lexicon)))
    closed = Ranges(taken)
    measures = [
        _measure(text, figure, lexicon)
        for figure in figures(text, lexicon)
        if closed.free(figure.start, figure.end)
    ]
    measures = sharing_units(text, ranges(text, compounds(text, _apart(measures), lexicon), lexicon))
    found += _quantities(text, measures, closed, lexicon)
    return tuple(sorted(found, key=lambda mention: mention.start))


def _outside(taken: list[tuple[int, int]], mentions: Iterable[Found[Quantity]]) -> list[Found[Quantity]]:
    """Those of `mentions` that touch nothing in `taken`, nor one another; their places are added to it."""
    closed = Ranges(taken)
    found: list[Found[Quantity]] = []
    for one in mentions:
        apart = all(one.end <= other.start or other.end <= one.start for other in found)
        if apart and closed.free(one.start, one.end):
            found.append(one)
    taken += [(one.start, one.end) for one in found]
    return found


def _apart(measures: list[Measure]) -> list[Measure]:
    """Without what an earlier unit has used up: "second" of "a 30-second film"."""
    kept: list[Measure] = []
    for measure in measures:
        if not kept or measure.start >= kept[-1].end:
            kept.append(measure)
    return kept


def _measure(text: str, figure: Figure, lexicon: Lexicon) -> Measure:
    start = figure.start
    sign = _sign(text, figure, lexicon)
    if sign:
        start -= sign
        figure = replace(figure, value=-figure.value)
    behind = unit_behind(text, figure.end, lexicon)
    if figure.kind in _OF_KIND and not (behind and figure.digits and figure.kind == "fraction"):
        return Measure(start=start, end=figure.end, figure=figure, unit=_OF_KIND[figure.kind])
    before = unit_before(text, start, lexicon) if figure.digits else None
    if before:
        return Measure(start=before[0], end=figure.end, figure=figure, unit=before[1], mark=True)
    if figure.mark == "m" and not counted_noun(text, figure.end, False, lexicon):
        figure = replace(
            figure, value=figure.value / figure.scale, grain=figure.grain / figure.scale, scale=1
        )
        return Measure(start=start, end=figure.end, figure=figure, unit=unit_named("m", lexicon))
    often = _HYPHENED.match(text, figure.end) if figure.kind == "number" else None
    if often and often[1].lower() in word_role(lexicon, "hyphened times"):
        return Measure(start=start, end=often.end(), figure=figure, unit=_OF_KIND["times"])
    if behind:
        return Measure(start=start, end=behind[0], figure=figure, unit=behind[1])
    return _led(text, start, figure, lexicon)


def _sign(text: str, figure: Figure, lexicon: Lexicon) -> int:
    """How many characters before the figure make it negative: those of a mark or a word, 0 for none."""
    start = figure.start
    if figure.digits and _SIGN.search(text[max(0, start - 2) : start]):
        return 1
    word = word_before(text, start)
    if figure.kind != "number" or word not in word_set(lexicon, "minus-words"):
        return 0
    begin = text.rindex(word, 0, start)
    return 0 if word_before(text, begin) == "" and text[:begin].rstrip()[-1:].isdigit() else start - begin


@per_lexicon
def _ages(lexicon: Lexicon) -> Endings:
    return endings(word_set(lexicon, "age-words"))


def _led(text: str, start: int, figure: Figure, lexicon: Lexicon) -> Measure:
    """A figure by the word or sign before it: an age, a place in an order, or just a number."""
    unit, before = None, word_before(text, start)
    word = before.lower()
    if phrase_before(text, start, _ages(lexicon)) or _is_gloss(text, start, figure):
        unit = unit_named("year", lexicon)
    elif figure.digits and start > 0 and text[start - 1] in "#№":
        start, unit = start - 1, _OF_KIND["ordinal"]
    elif word in word_set(lexicon, "rank-words") and (figure.digits or not _leads_one(word, lexicon)):
        start, unit = text.rindex(before, 0, start), _OF_KIND["ordinal"]
    return Measure(start=start, end=figure.end, figure=figure, unit=unit)


def _is_gloss(text: str, start: int, figure: Figure) -> bool:
    """Whether the figure is an age between commas behind the name of someone: "Ann Lee, 54, said"."""
    if not (figure.digits and figure.value < _OLDEST and _CLOSED.match(text, figure.end)):
        return False
    return _PERSON.search(text, 0, start) is not None


def _leads_one(word: str, lexicon: Lexicon) -> bool:
    """Whether the word makes a pronoun of "one": no one is no rank."""
    return word in word_set(lexicon, "one-leaders")


def _quantities(
    text: str, measures: list[Measure], closed: Ranges, lexicon: Lexicon
) -> list[Found[Quantity]]:
    found: list[Found[Quantity]] = []
    for measure in measures:
        mention = _quantity(text, measure, lexicon)
        if mention and closed.free(mention.start, mention.end):
            found.append(mention)
    return found


def _quantity(text: str, measure: Measure, lexicon: Lexicon) -> Found[Quantity] | None:
    single = measure.to is None and measure.figure.value == 1
    behind = approximator_behind(text, measure.end, lexicon)
    noun = (
        None if measure.unit else _noun(text, measure, behind.end if behind else measure.end, single, lexicon)
    )
    if measure.unit is None or measure.figure.kind == "ordinal":
        label = _label(text, measure, noun is not None, lexicon)
        if label:
            return Found(measure.start, measure.end, _value(replace(measure, unit=label), None, None))
        if _is_word(text, measure, noun is not None, lexicon):
            return None
    if behind is None and noun:
        behind = approximator_behind(text, noun[1], lexicon)
    before = denied(text, approximator_before(text, measure.start, lexicon), lexicon)
    start = before.start if before else measure.start
    end = behind.end if behind else measure.end
    return Found(start, end, _value(measure, behind or before, noun and noun[0]))


def _noun(text: str, measure: Measure, end: int, single: bool, lexicon: Lexicon) -> tuple[str, int] | None:
    of = _OF.match(text, end) if measure.figure.kind == "vague" else None
    return counted_noun(text, of.end() if of else end, single, lexicon)


def _value(measure: Measure, approximator: Approximator | None, counted: str | None) -> Quantity:
    figure, unit = measure.figure, measure.unit or _BARE
    high = measure.to.value if measure.to else figure.high or figure.value
    kind = approximator.kind if approximator else "exactly"
    grain = max(figure.grain, measure.to.grain) if measure.to else figure.grain
    interval = bounds(kind, figure.value, high, grain)
    vague = figure.kind == "vague"
    return Quantity(
        low=interval.low,
        high=interval.high,
        unit=unit.name or None,
        approximator=None if approximator is None or kind == "exactly" else approximator.words,
        figures=(figure.value, high) if measure.to or vague else (figure.value,),
        grain=grain,
        low_open=interval.low_open,
        high_open=interval.high_open or (vague and interval.high is not None),
        dimension=unit.dimension or None,
        scale=unit.scale,
        shift=unit.shift,
        counted=counted,
        limits=measure.limits and interval == Bounds(figure.value, high),
    )


def _is_word(text: str, measure: Measure, counts: bool, lexicon: Lexicon) -> bool:
    """Whether the figure is part of a name ("Formula One") or a pronoun ("one of them")."""
    if measure.figure.digits:
        return False
    if _is_title(text, measure.start, word_before(text, measure.start)):
        return True
    return measure.figure.value == 1 and _is_pronoun(text, measure, counts, lexicon)


def _label(text: str, measure: Measure, counts: bool, lexicon: Lexicon) -> Unit | None:
    """What the figure is the number of: "Article 5", "Chapter five", "Boeing 747", "ISO 9001"."""
    before = word_before(text, measure.start)
    if not before:
        return None
    labels = before.lower() in word_set(lexicon, "label-words") and (before[0].isupper() or not counts)
    if not measure.figure.digits:
        word = text[measure.start :].split()[0]
        labels = labels and before.istitle() and word.islower() and measure.figure.kind == "number"
        return Unit(lemma(before.lower(), lexicon), LABEL, 1.0) if labels else None
    if labels or (len(before) > 1 and before.isupper() and not text.isupper()):
        return Unit(lemma(before.lower(), lexicon), LABEL, 1.0)
    return None


def _is_title(text: str, start: int, before: str) -> bool:
    """Whether a capital makes the word part of a name: "Formula One", "the Very First Light"."""
    return before[:1].isupper() and text[start].isupper() and not text.isupper() and text.find(before) > 0


def _is_pronoun(text: str, measure: Measure, counts: bool, lexicon: Lexicon) -> bool:
    """Whether "one" stands for something else: "one of them", "no one", "one another"."""
    if text[measure.start : measure.end].lower() != "one":
        return False
    before, behind = word_before(text, measure.start).lower(), _NEXT.match(text, measure.end)
    followed = word_set(lexicon, "one-followers")
    return not counts or _leads_one(before, lexicon) or (behind is not None and behind[1].lower() in followed)
