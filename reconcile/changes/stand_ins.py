"""A name put for common words, or common words for a name: one changed fact, told by one finding.

Words that no list of words knows are taken for a name written small, and nobody is none. Of others nothing
decides whether the name is one of what they say: `unsure`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.changes.change import Change, Range
from reconcile.changes.passage import Passage
from reconcile.changes.placed import Placed
from reconcile.changes.task import Task
from reconcile.claim import Claim, Lexicon
from reconcile.fields import replace
from reconcile.model import Relation
from reconcile.text.lists import word_set
from reconcile.text.opposites import exclusive, kind_of, names_a_kind
from reconcile.text.sameness import meaning, same_word
from reconcile.text.words import Word
from reconcile.values.name import Name

_MOST = 4  # content words that stand for a name
_BESIDE = 2  # words that may stand beside the name
_JOINS = ("-", "of")


def stand_in(task: Task, placed: Placed, lonely: Sequence[Placed], added: bool) -> Change | None:
    """The change that tells the name `placed`, which one side only has, and the words in its place.

    None where other claims or other words than a noun phrase stand there.
    """
    seen, lexicon = task.diff.seen_from(added), task.lexicon
    here, there, region = seen.here, seen.there, seen.region(placed.words)
    if not isinstance(placed.claim.value, Name) or region is None:
        return None
    if any(seen.region(other.words) == region for other in lonely if other is not placed):
        return None
    own, its = region
    if not task.ledger.accounted[not added].isdisjoint(range(*its)):
        return None
    words = _content(there.words[slice(*its)], lexicon)
    beside = [here.words[n] for n in range(*own) if not placed.words[0] <= n < placed.words[1]]
    rest = _content(beside, lexicon)
    if not words or rest is None or len(words) > _MOST or len(rest) > _BESIDE:
        return None
    said = [here.words[n] for n in range(*own)]
    if any(same_word(word.folded, other.folded, lexicon) for word in words for other in said):
        return None
    return _change(task, placed, added, (here, own), (there, its), not rest)


def _content(words: Sequence[Word], lexicon: Lexicon) -> list[Word] | None:
    """The content words of a noun phrase; None where the words are something else."""
    starts = word_set(lexicon, "determiners")
    small = word_set(lexicon, "function-words")
    found = []
    for word in words:
        if word.folded in starts or word.folded in _JOINS:
            continue
        if not word.text.isalpha() or not word.text.islower() or word.folded in small:
            return None
        found.append(word)
    return found


def _change(
    task: Task,
    placed: Placed,
    added: bool,
    own: tuple[Passage, Range],
    its: tuple[Passage, Range],
    bare: bool,
) -> Change:
    there, words = its
    start, end = there.words[words[0]].start, there.words[words[1] - 1].end
    other = replace(placed.claim, value=Name(there.text[start:end]), start=start, end=end)
    first = min(placed.range[0], own[0].words[own[1][0]].start)
    last = max(placed.range[1], own[0].words[own[1][1] - 1].end)
    before, after = (other, placed.claim) if added else (placed.claim, other)
    kinds = _of_kinds(own[0].text[first:last], there.text[start:end], task.lexicon) if bare else None
    if kinds is None:
        relation = _relation(task, before, after, there.words[slice(*words)], bare)
    else:
        relation = kinds.converse if added else kinds
    return Change(
        rule=task.rule(placed),
        relation=relation,
        before=before,
        after=after,
        old=(start, end) if added else (first, last),
        new=(first, last) if added else (start, end),
    )


def _of_kinds(name: str, words: str, lexicon: Lexicon) -> Relation | None:
    """What `words` are to a kind of thing printed as a name: Ebola, malaria; None for what no list knows."""
    if kind_of(name, words, lexicon):
        return Relation.BROADER
    if kind_of(words, name, lexicon):
        return Relation.NARROWER
    return Relation.CONFLICTING if exclusive(name, words, lexicon) else None


def _relation(task: Task, before: Claim, after: Claim, words: Sequence[Word], bare: bool) -> Relation:
    """What one claim is to the other, of which `words` stand for a name: nobody is not Winslow."""
    if all(word.folded in word_set(task.lexicon, "negators") for word in words):
        return Relation.CONFLICTING
    small = bare and all(_is_unknown(word, task.lexicon) for word in words)
    return task.kind.relate(before, after, task.lexicon) if small else Relation.UNSURE


def _is_unknown(word: Word, lexicon: Lexicon) -> bool:
    listed = meaning(word.folded, lexicon).known or names_a_kind(word.folded, lexicon)
    return not listed and not word.folded.endswith("ly")
