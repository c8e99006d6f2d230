"""A sentence that states figures or dates plainly, taken apart: its subject, its values and its clauses."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.claim import Lexicon
from reconcile.fields import frozen
from reconcile.index.clauses import clauses
from reconcile.index.turned import Turn, turn
from reconcile.model import Sentence
from reconcile.text.late import late
from reconcile.text.lemma import lemma
from reconcile.text.lists import word_set, word_table
from reconcile.text.phrases import spelled
from reconcile.text.subject import is_pronoun, subject
from reconcile.text.words import Word, words
from reconcile.values.found import Found
from reconcile.values.mentions import mentions
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names
from reconcile.values.number_forms import has_figure
from reconcile.values.quantity import Quantity
from reconcile.values.when import When

_QUOTED = late(r"[\"“”«»]")
_FIGURE = late(r"\d")
_LONGEST = 60  # words; what is said in a longer sentence is hardly said plainly

Value = Found[Quantity] | Found[When]


@frozen
class Plain:
    """A sentence taken apart."""

    sentence: Sentence
    words: tuple[Word, ...]
    subject: tuple[int, int]
    values: tuple[Value, ...]
    names: tuple[tuple[int, int, str], ...]  # outside of the subject
    clauses: tuple[tuple[int, int], ...]
    turn: Turn | None  # what is told elsewhere than behind the subject


def content(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The plain forms of the words of `text` that are no function words, in their order."""
    small = word_set(lexicon, "function-words")
    return tuple(
        lemma(word.folded, lexicon)
        for word in words(text)
        if word.folded[0].isalnum() and word.folded not in small
    )


def may_state(text: str, lexicon: Lexicon) -> bool:
    """A cheap look, whether a figure may be stated plainly: no label, no question and no quotation."""
    if text.endswith("?") or text.count(" ") > _LONGEST or _QUOTED.search(text):
        return False
    if not has_figure(text, lexicon):
        return False
    return not word_set(lexicon, "function-words").isdisjoint(spelled(text.casefold()))


def taken_apart(sentence: Sentence, lexicon: Lexicon) -> Plain | None:
    """The sentence; None where it states nothing plainly, of itself, with a figure."""
    text = sentence.text
    split = words(text) if may_state(text, lexicon) else ()
    if not 0 < len(split) <= _LONGEST:
        return None
    turned = turn(text, lexicon)
    place = turned.subject if turned else subject(text, lexicon)
    if place is None or is_pronoun(text[slice(*place)], lexicon) or _FIGURE.search(text[slice(*place)]):
        return None
    found = mentions(text, lexicon)
    both: list[Value] = [*found.quantities, *found.dates]
    values = sorted(both, key=lambda one: one.start)
    if not values or _hedged(split, values, text.startswith("There "), lexicon):
        return None
    names = tuple(
        (name.start, name.end, name_key(name.value.name, lexicon))
        for name in find_names(text, lexicon)
        if name.end <= place[0] or place[1] <= name.start
    )
    return Plain(sentence, split, place, tuple(values), names, clauses(text, split, lexicon), turned)


def _hedged(split: Sequence[Word], values: Sequence[Value], there: bool, lexicon: Lexicon) -> bool:
    """Somebody's words, a denial or a possibility: no plain statement. "45 member states" states nothing."""
    lists = ("reporting-verbs", "negators", "hedges", "modals", "implicit-negators", "pronouns")
    counted = {
        n + step
        for n, word in enumerate(split)
        for step in (1, 2)
        if any(isinstance(one.value, Quantity) and one.start <= word.start < one.end for one in values)
    }
    inside = {n for n, word in enumerate(split) if any(one.start <= word.start < one.end for one in values)}
    said = [word.folded for n, word in enumerate(split) if n not in counted | inside and (n or not there)]
    folded = {*said, *(lemma(word, lexicon) for word in said)}
    tables = (word_set(lexicon, name) or word_table(lexicon, name).keys() for name in lists)
    return any(not folded.isdisjoint(words) for words in tables)
