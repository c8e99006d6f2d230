"""Roles: the office or title that a person is given ("Foreign Minister Norov", "Dr. Amanov").

passes: Prof. Jonson spoke. -> Professor Jonson spoke.
fails:  Foreign Minister Jonson spoke. -> Prime Minister Jonson spoke.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.claim import Claim, Lexicon, Rule
from reconcile.claims.alone import of_rule
from reconcile.claims.traits import Traits
from reconcile.fields import frozen
from reconcile.model import Json, Relation, Sentence
from reconcile.text.fold import fold
from reconcile.text.lists import alternation, per_lexicon, word_set, word_table
from reconcile.values.name import key as name_key
from reconcile.values.name_find import find as find_names

TYPE = "role"
OPTIONS: frozenset[str] = frozenset()
TRAITS = Traits()

level = of_rule


@frozen
class Role:
    """A title as printed, and the usual form of it."""

    text: str
    usual: str

    @property
    def data(self) -> dict[str, Json]:
        """What the report prints."""
        return {"text": self.text}


@per_lexicon
def _last_words(lexicon: Lexicon) -> tuple[str, ...]:
    """How a title may end; only behind one of these is the expression for all of them needed."""
    return tuple(sorted({title.split()[-1].casefold() for title in word_set(lexicon, "name-titles")}))


def _title(before: str, lexicon: Lexicon) -> re.Match[str] | None:
    """The title that `before` ends with, and the white space behind it."""
    last = "".join(before.rsplit(None, 1)[-1:]).replace("’", "'").casefold()
    if last.isascii() and not last.endswith(_last_words(lexicon)):
        return None
    return _titles(lexicon).search(before)


@per_lexicon
def _titles(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternation(word_set(lexicon, 'name-titles'))}(?=\s+$)", re.IGNORECASE)


def extract(sentence: Sentence, rule: Rule, lexicon: Lexicon) -> Iterator[Claim]:
    """Every title that stands before its bearer."""
    usual = word_table(lexicon, "title-aliases")
    for found in find_names(sentence.text, lexicon):
        title = _title(sentence.text[: found.start], lexicon)
        if title is None or not title.group()[0].isupper():
            continue
        words = fold(title.group())
        yield Claim(
            rule=rule.id,
            type=TYPE,
            subject=found.value.name,
            value=Role(title.group(), usual.get(words, words)),
            sentence=sentence.index,
            start=title.start(),
            end=found.end,
        )


def relate(before: Claim, after: Claim, lexicon: Lexicon) -> Relation:
    """The same bearer with another title is unsure, since a person may hold two."""
    if role(before).usual == role(after).usual:
        return Relation.EQUIVALENT
    old, new = role(before).usual.split(), role(after).usual.split()
    if old == new[-len(old) :]:
        return Relation.NARROWER
    return Relation.BROADER if new == old[-len(new) :] else Relation.UNSURE


def key(claim: Claim, lexicon: Lexicon) -> str:
    """The bearer and the usual form of the title."""
    return repr((name_key(claim.subject or "", lexicon), role(claim).usual))


def affinity(before: Claim, after: Claim, lexicon: Lexicon) -> float:
    """1 for titles of one bearer, 0 for those of two."""
    return 1.0 if before.subject == after.subject else 0.0


def alone(claim: Claim, added: bool, stands: bool) -> None:
    """A title more or less before the same name is left to the wording."""
    return


def role(claim: Claim) -> Role:
    """The claim's title."""
    assert isinstance(claim.value, Role)
    return claim.value
