"""A row of the index: one figure or date that a document states of a plainly named thing."""

from __future__ import annotations

from collections.abc import Mapping

from reconcile.fields import frozen
from reconcile.model import Json

FORMAT = 3  # of the rows on the disk
SETTING = "~"  # begins what a scope may leave out: two rows are apart where they tell it differently


@frozen
class Row:
    """What is stated, of what, within which bounds, and where. The fields are what the cache holds."""

    key: str  # equal for rows that state the same attribute of the same subject
    subject: str  # as printed
    named: bool  # the subject is, or holds, a proper name
    kind: str  # count or date
    value: Mapping[str, Json]  # the fields of the Quantity or When
    scope: tuple[str, ...]  # years, places, plans, conditions: two rows of different scopes can both be true
    headings: tuple[str, ...]  # the content words of the headings above
    bounds: tuple[str, ...]  # those of them that may tell which thing of a kind is spoken of
    vague: bool  # the subject is told by no more than a word or two of its kind
    text: str  # the words of the value
    start: int  # code points of the file
    end: int
    line: int
    column: int
    sentence: int
    context: str  # the whole sentence
