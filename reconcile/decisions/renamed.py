"""Decisions of a document that has another name now: the same facts under the keys they have there.

A key is a hash that holds the id of the document. A decision knows all else that went into its key, so it can
be made anew; and it is of a document when it has the key that its fact has there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from reconcile.claim import Qualifiers
from reconcile.decisions.decision import Decision
from reconcile.fields import frozen, replace
from reconcile.identity import finding_id, key
from reconcile.model import Json

_Value = Mapping[str, Json] | None
_ALONE = "internal"  # in place of the object, where it was decided what a document says against itself


@frozen
class Named:
    """A document by its path, and by the id that its facts are known by."""

    path: str
    id: str


def is_of(decision: Decision, document: Named) -> bool:
    """True when the fact of `decision` is one of `document`, and not of another file with the same id."""
    files = decision.files
    return (not files or document.path in files) and _about(decision, document.id) is not None


def home(decision: Decision, id_of: Callable[[str], str]) -> Named | None:
    """The file that `decision` names and is of, whose id `id_of` tells; None where there is none."""
    named = (Named(path, id_of(path)) for path in reversed(decision.files))
    return next((document for document in named if is_of(decision, document)), None)


def renamed(decision: Decision, old: Named, new: Named) -> Decision:
    """`decision`, which is of `old`, as it would have been made had the document been called `new`.

    An id that cannot be made anew, of what was put off, is left as it is.
    """
    made = keys(decision, old)(new.id)
    names = {old.path: new.path, old.id: new.id}
    return replace(
        decision,
        key=made,
        id=next((finding_id(made, *values) for values in _values(decision)), decision.id),
        documents=tuple(dict.fromkeys(_called(name, names) for name in decision.documents)),
    )


def keys(decision: Decision, old: Named) -> Callable[[str], str]:
    """The key of `decision`, which is of `old`, by the id that the document has."""
    about = _about(decision, old.id)
    return lambda id: _key(decision, id, about[0]) if about else decision.key


def _about(decision: Decision, id: str) -> tuple[str | None] | None:
    """The object in the decision's key, alone in a tuple; None when the key is not of the document `id`."""
    objects = (decision.object, _ALONE)
    return next(((one,) for one in objects if _key(decision, id, one) == decision.key), None)


def _key(decision: Decision, id: str, object: str | None) -> str:
    return key(id, decision.claim, decision.subject, object, Qualifiers())


def _values(decision: Decision) -> Iterator[tuple[_Value, _Value]]:
    """The old and the new value that the decision's id was made of, where they can be told."""
    stated: list[_Value] = [part.value for part in (*decision.settled, *decision.rejected)]
    sources: list[_Value] = [{"source": name} for name in decision.documents]
    for old, new in product((None, *stated, *sources), (None, *stated)):
        if finding_id(decision.key, old, new) == decision.id:
            yield old, new


def _called(name: str, names: dict[str, str]) -> str:
    document, at, state = name.partition("@")
    return f"{names.get(document, document)}{at}{state}"
