"""The figures and dates of a claim against those of the evidence.

Each is set against the one that the evidence gives in the most similar surroundings: the same thing counted,
the same words around it. Then the relation of the two decides, as between two versions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reconcile.claim import Lexicon
from reconcile.fields import replace
from reconcile.model import Label, Relation
from reconcile.text.lists import word_role, word_set, word_table
from reconcile.values.counted import are_persons, counts_others, same_counted
from reconcile.values.found import Found
from reconcile.values.quantity import ORDINAL, RATING, Quantity
from reconcile.values.quantity_relate import relate as relate_quantities
from reconcile.values.quantity_words import counted_noun
from reconcile.values.setting import setting
from reconcile.values.when import When
from reconcile.values.when_relate import relate as relate_dates
from reconcile.values.when_relative import in_year_of
from reconcile.verdicts.judged import TELLING, Judged, Rated, alike_in_size, best
from reconcile.verdicts.parts import of_place, own_places
from reconcile.verdicts.surroundings import alike, around
from reconcile.verdicts.told import Told

_COUNTED = 3.0  # what the same thing counted is worth, in words nearby
_PLACE = 3.0  # and the same place
_OTHER = -2.0  # and what another thing counted takes away
_EQUAL = 1.0  # what an equal figure is worth, where it is large enough to tell
_ANY_YEAR = 2000  # for two dates that do not tell it; a leap year


def figures(claim: Told, evidence: Told, lexicon: Lexicon) -> tuple[Judged, ...]:
    """What the evidence says of each figure of the claim."""
    judged = (_figure(figure, claim, evidence, lexicon) for figure in claim.figures)
    return tuple(_set(_compared(one, claim, lexicon), claim, evidence, lexicon) for one in judged)


def _compared(judged: Judged, claim: Told, lexicon: Lexicon) -> Judged:
    """A rank that another one is compared with, of which the evidence tells nothing: above the fourth."""
    inside = claim.numbers(judged.start, judged.end)
    value = next(one.value for one in claim.figures if one.start == judged.start)
    before = inside.start - 1 - (claim.words[inside.start - 1].folded in word_role(lexicon, "articles"))
    comparing = before >= 0 and claim.words[before].folded in word_role(lexicon, "rank comparisons")
    if value.dimension != ORDINAL or not comparing or judged.relation is None:
        return judged
    return replace(judged, label=Label.NOT_ENOUGH_INFO, relation=Relation.BROADER, compared=True)


def _set(judged: Judged, claim: Told, evidence: Told, lexicon: Lexicon) -> Judged:
    """What differs, with what it is the setting of: based on 30 reviews, as of May in either text."""
    if judged.label is not Label.REFUTES or judged.found is None:
        return judged
    dated = judged.kind == "date"
    found = setting(claim.text, judged.start, judged.end, dated, lexicon)
    if dated and found is None:
        found = setting(evidence.text, judged.found.start, judged.found.end, dated, lexicon)
    return replace(judged, setting=found)


def _figure(figure: Found[Quantity], claim: Told, evidence: Told, lexicon: Lexicon) -> Judged:
    mine = around(claim, figure.start, figure.end, lexicon)
    rated: list[Rated] = []
    parts = _parts(figure, evidence.figures, evidence, lexicon)
    alike_ones = [one for one in parts if one.value.dimension == figure.value.dimension]
    own = of_place(own_places(claim, lexicon).get(figure.start), alike_ones, evidence, lexicon)
    for other in alike_ones:
        value = other.value
        relation = relate_quantities(figure.value, value)
        near = alike(mine, around(evidence, other.start, other.end, lexicon))
        near += _counted(figure.value, value, lexicon)
        near += 0.0 if not own else _PLACE if other in own else -_PLACE
        if relation is Relation.EQUIVALENT and figure.value.low is not None and figure.value.low >= TELLING:
            near += _EQUAL
        size = alike_in_size(figure.value, value)
        rated.append(Rated(near, size, _label(relation, figure.value, value), relation, other))
    found = best("figure", figure.start, figure.end, rated)
    article = _article(figure, evidence, lexicon) if found.label is Label.NOT_ENOUGH_INFO else None
    if article:
        return replace(
            found, label=Label.SUPPORTS, relation=Relation.EQUIVALENT, near=_COUNTED, found=article
        )
    chosen = next((one.value for one in own if one is found.found), None)
    if chosen is None or counts_others(figure.value, chosen, lexicon):
        return found
    return best("figure", figure.start, figure.end, [one for one in rated if one.found in own])


def _article(figure: Found[Quantity], evidence: Told, lexicon: Lexicon) -> Found[Quantity] | None:
    """The article by which the evidence tells that there was one: a late goal."""
    value, articles = figure.value, word_role(lexicon, "articles of one")
    if not value.low == value.high == 1 or value.dimension is not None or value.counted is None:
        return None
    for word in evidence.words:
        behind = counted_noun(evidence.text, word.end, True, lexicon) if word.folded in articles else None
        if behind and same_counted(behind[0], value.counted, lexicon):
            return Found(word.start, word.end, value)
    return None


def _parts(
    figure: Found[Quantity], others: Sequence[Found[Quantity]], evidence: Told, lexicon: Lexicon
) -> Iterator[Found[Quantity]]:
    """The other figures; 16 out of 28 provinces as both of its figures, where it tells of how many."""
    for other in others:
        value = other.value
        rated = figure.value.dimension is None and value.dimension == RATING
        noun = counted_noun(evidence.text, other.end, False, lexicon) if rated else None
        for number in value.figures if noun else ():
            yield replace(
                other,
                value=replace(
                    value,
                    low=number,
                    high=number,
                    dimension=None,
                    unit=None,
                    figures=(number,),
                    counted=noun and noun[0],
                ),
            )
        if noun is None:
            yield other


def _counted(claimed: Quantity, told: Quantity, lexicon: Lexicon) -> float:
    """What is to be added where the same is counted, or taken away where something else is.

    A part of a whole ("12 out of 40 tests") is told by its two figures.
    """
    if not claimed.counted or not told.counted or claimed.dimension is not None:
        return 0.0
    if same_counted(claimed.counted, told.counted, lexicon):
        return _COUNTED
    counted, persons = {claimed.counted, told.counted}, word_set(lexicon, "person-nouns")
    # Deaths, cases and the like are persons told by what happened to them: 35 deaths, 35 people have died.
    happened = counted & set(word_table(lexicon, "counted-alike").values())
    if (claimed.low, claimed.high) == (told.low, told.high) and are_persons(
        claimed.counted, told.counted, lexicon
    ):
        return 0.0
    return 0.0 if counted & persons and happened else _OTHER


def _label(relation: Relation, claimed: Quantity, told: Quantity) -> Label:
    if relation is Relation.UNSURE and _touching(claimed, told):
        return Label.REFUTES
    return _of(relation)


def _of(relation: Relation) -> Label:
    if relation in (Relation.EQUIVALENT, Relation.NARROWER):
        return Label.SUPPORTS
    return Label.REFUTES if relation is Relation.CONFLICTING else Label.NOT_ENOUGH_INFO


def _touching(claimed: Quantity, told: Quantity) -> bool:
    """True where the evidence gives the very number that the claim's bound leaves out: under 22, and 22."""
    if (
        told.low is None
        or told.low != told.high
        or (claimed.scale, claimed.shift) != (told.scale, told.shift)
    ):
        return False
    below = claimed.low_open and claimed.low is not None and told.low <= claimed.low
    above = claimed.high_open and claimed.high is not None and told.low >= claimed.high
    return below or above


def dates(claim: Told, evidence: Told, lexicon: Lexicon) -> tuple[Judged, ...]:
    """What the evidence says of each date of the claim."""
    judged = (_date(date, claim, evidence, lexicon) for date in claim.dates)
    return tuple(_set(one, claim, evidence, lexicon) for one in judged)


def _date(date: Found[When], claim: Told, evidence: Told, lexicon: Lexicon) -> Judged:
    mine = around(claim, date.start, date.end, lexicon)
    words = claim.text[date.start : date.end].casefold()
    rated = []
    for other, value in _ends(evidence.dates, bool(date.value.lasting)):
        mine_value, value = in_one_year(date.value, value)
        mine_value = _outside(mine_value, date.value, words)
        relation = relate_dates(mine_value, value)
        near = alike(mine, around(evidence, other.start, other.end, lexicon))
        rated.append(Rated(near, 0.0, _of(relation), relation, other))
    return replace(best("date", date.start, date.end, rated), edition=_edition(claim.text, date, lexicon))


def _outside(dated: When, partial: When, words: str) -> When:
    """A bound told without a year, without the day that it names: before 19 June ends on the 18th."""
    if partial.day is None or ".." not in partial.edtf or dated.month is not None:
        return dated
    if words.startswith("before") and dated.high is not None:
        return replace(dated, high=dated.high - 1)
    if words.startswith("after") and dated.low is not None:
        return replace(dated, low=dated.low + 1)
    return dated


def _edition(text: str, date: Found[When], lexicon: Lexicon) -> bool:
    """True for a year that stands before a noun like an adjective: the 2010 Games, its 2012 report."""
    led = text[: date.start].rstrip().rpartition(" ")[2].casefold()
    leads = word_role(lexicon, "edition leads")
    return text[date.start : date.end].isdigit() and led in leads and text[date.end : date.end + 1] == " "


def _ends(found: Sequence[Found[When]], lasting: bool) -> Iterator[tuple[Found[When], When]]:
    """Every date, and of those that last the beginning and the end too, unless the claim's lasts as well."""
    for one in found:
        when = one.value
        yield one, when
        if lasting and when.lasting:
            continue
        if when.first is not None and when.low is not None:
            yield one, replace(when, high=when.first, first=None, last=None)
        if when.last is not None and when.high is not None:
            yield one, replace(when, low=when.last, first=None, last=None)


def in_one_year(claimed: When, told: When) -> tuple[When, When]:
    """Where one of the two does not tell its year, it is taken to lie in that of the other."""
    if told.month is not None and claimed.month is None and (year := _year(claimed)) is not None:
        return claimed, in_year_of(told, year) or told
    if claimed.month is not None and told.month is None and (year := _year(told)) is not None:
        return in_year_of(claimed, year) or claimed, told
    if claimed.month is not None and told.month is not None:
        return in_year_of(claimed, _ANY_YEAR) or claimed, in_year_of(told, _ANY_YEAR) or told
    return claimed, told


def _year(when: When) -> int | None:
    if when.year is not None:
        return when.year
    low, high = when.low, when.high
    edge = high if low is None else low
    return None if edge is None else When(edtf="", low=edge, high=edge).year
