"""Whatever stands in a text, two versions of it are compared, and every finding stands in its file."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import reconcile

ODD = [
    "\u200b", "\xad", "\u2060", "“", "”", "„", "«", "(", "[", ")", "'", '"', "‘", "-", "—", "…", "...",
    "%", "$", "€", "°C", "1", "2nd", "①", "½", "²", "ﬁ", "İ", "ß", "ǅ", "न", "ा", "ก", "่", "中文", "🙂",
    "\u202e", "<b>", "[[x]]", "{{y", "\ufeff", "٣", "۴", "Ⅷ", "1,000", "1.000.000", "3/4", "12:30",
    "2010-13-45", "0", "-0", "1e9", "99999999999999999999", "and", ",", ".", ";", ":", "of", "the",
    "not", "St.",
]  # fmt: skip
WORDS = [
    "Emma", "Barrow", "joined", "the", "Council", "of", "Europe", "in", "May", "1999", "with", "23",
    "members", "about", "40", "km", "north", "former", "will", "said", '"We', "shall", 'sail"',
    "consists", "Norway,", "Sweden", "and", "Latvia", "never", "since", "until", "Tuesday", "at",
    "least", "$4.3", "million", "third",
]  # fmt: skip
TEXT = st.lists(st.sampled_from([*WORDS, *WORDS, *ODD]), min_size=1, max_size=25).map(" ".join)
EDIT = st.tuples(
    st.integers(0, 24), st.sampled_from(["drop", "put", "instead"]), st.sampled_from([*WORDS, *ODD])
)


def edited(text: str, edits: list[tuple[int, str, str]]) -> str:
    words = text.split(" ")
    for place, what, word in edits:
        at = place % len(words)
        words[at : at + (what != "put")] = [] if what == "drop" and len(words) > 1 else [word]
    return " ".join(words)


@settings(max_examples=250, deadline=None)
@given(TEXT, st.lists(EDIT, max_size=4))
def test_any_text_is_compared(old: str, edits: list[tuple[int, str, str]]) -> None:
    new = edited(old, edits)
    if not (old.strip("\ufeff\u200b\u2060\u00ad ") and new.strip("\ufeff\u200b\u2060\u00ad ")):
        return
    result = reconcile.compare(old, new, sources=[new], rules=["core", "international-relations"])
    for finding in result.findings:
        for side, document in ((finding.old, result.old), (finding.new, result.new)):
            if side:
                assert " ".join(side.span.of(document.text).split()) == " ".join(side.text.split())
    assert reconcile.render(result)
    same = reconcile.compare(old, old, rules=["core", "international-relations"])
    assert [one for one in same.findings if one.kind == "change"] == []
