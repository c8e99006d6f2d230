"""A page read after its other version is the page read alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reconcile.model import Document
from reconcile.readers import wikitext, wikitext_again, wikitext_scan
from reconcile.readers.prose import violations

PARTS = st.lists(
    st.sampled_from(
        [
            "The [[Tiber|river]] is {{convert|4|km}} long.\n\n",
            "<ref name=a>http://example.org/b</ref> behind the block before\n\n",
            "<ref name=a/>\n\n",
            "{{update}}\n\n",
            "<!-- quiet -->\n\n",
            "* one\n* two&nbsp;three\n\n",
            "{|\n| 4 || c\n|}\n\n",
            "== Part ==\n",
            "It cost ''four'' {{unknown|x}} euros.\n\n",
            "'''open\n\n",
            "[[the ''Tiber']] is ''long\n\n",
            "{{a|\n\n",
            "}}\n\n",
            "<div>\n\n",
        ]
    ),
    max_size=12,
)


def alone(text: str) -> Document:
    wikitext_again.forget()
    return wikitext.read(text.encode(), "page.wiki")


@given(PARTS, PARTS, PARTS)
@example(["It is.\n\n", "<ref>a</ref>\n\n"], [], ["It is.\n\n"])
def test_what_was_read_before_changes_nothing(head: list[str], body: list[str], tail: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wikitext_scan, "CHUNK", 1)  # cut wherever a page can be cut
        old, new = "".join(["Rome.\n\n", *body, *tail]), "".join(["It is old.\n\n", *head, *body, *tail])
        expected = alone(new)
        alone(old)
        assert wikitext.read(new.encode(), "page.wiki") == expected
        assert list(violations(expected)) == []


@given(PARTS)
def test_where_a_page_is_cut_changes_nothing(parts: list[str]) -> None:
    text, found = "".join(["Rome.\n\n", *parts]), []
    for size in (1, 40, 10**9):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(wikitext_scan, "CHUNK", size)
            found.append(alone(text))
    assert found[0] == found[1] == found[2]


def test_an_equal_piece_is_not_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikitext_scan, "CHUNK", 1)
    old = alone("Rome is old.\n\nThe Tiber is long.\n\n")
    new = wikitext.read(b"Rome is new.\n\nThe Tiber is long.\n\n", "page.wiki")
    assert new.blocks[0] is not old.blocks[0]
    assert new.blocks[1] is old.blocks[1]


def test_old_pieces_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikitext_again, "MOST", 30)
    first = alone("Rome is old, and large.")
    wikitext.read(b"The Tiber is long.", "page.wiki")
    again = wikitext.read(b"Rome is old, and large.", "page.wiki")
    assert again == first
    assert again.blocks[0] is not first.blocks[0]
