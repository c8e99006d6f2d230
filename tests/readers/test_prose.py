"""The span law of the builder every reader uses."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import BlockKind, Document
from reconcile.readers.prose import Prose, violations

TEXT = st.text(alphabet="ab \n\t\u00a0é\u3000<", max_size=60)


def document(text: str, *blocks: object) -> Document:
    return Document(
        id="d", path="d.txt", sha256="", reader="plain", text=text, blocks=tuple(b for b in blocks if b)
    )


@given(TEXT, st.data())
def test_any_walk_over_a_file_keeps_the_law(text: str, data: st.DataObject) -> None:
    prose = Prose(text)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=8)))
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        step = data.draw(st.sampled_from(["copy", "replace", "skip", "space", "cite", "link", "close"]))
        if step == "copy":
            prose.copy(start, end)
        elif step == "replace":
            prose.replace(data.draw(st.text(alphabet=" x–", max_size=4)), start, end)
        elif step == "space":
            prose.space(start, end)
        elif step == "cite":
            prose.cite("c", start, end)
        elif step == "link":
            prose.open_link("Target")
            prose.copy(start, end)
            prose.close_link()
    assert list(violations(document(text, prose.block(BlockKind.PARAGRAPH)))) == []


@given(TEXT)
def test_copying_everything_gives_the_words_with_single_spaces(text: str) -> None:
    prose = Prose(text)
    prose.copy(0, len(text))
    block = prose.block(BlockKind.PARAGRAPH)
    assert (block.text if block else "") == " ".join(text.split())


@given(st.text(alphabet="ab c", min_size=1, max_size=40), st.integers(0, 40))
def test_copying_in_two_steps_is_copying_once(text: str, cut: int) -> None:
    whole, parts = Prose(text), Prose(text)
    whole.copy(0, len(text))
    parts.copy(0, min(cut, len(text)))
    parts.copy(min(cut, len(text)), len(text))
    assert parts.block(BlockKind.PARAGRAPH) == whole.block(BlockKind.PARAGRAPH)


def test_nothing_but_white_space_is_no_block() -> None:
    prose = Prose(" \n ")
    prose.copy(0, 3)
    assert prose.empty
    assert prose.block(BlockKind.PARAGRAPH) is None


def test_a_link_starts_at_its_first_word_and_one_without_prose_is_none() -> None:
    prose = Prose("see Rome, x")
    prose.copy(0, 3)
    prose.open_link("Roma")
    prose.copy(3, 8)
    prose.close_link()
    prose.open_link("Nothing")
    prose.close_link()
    prose.copy(8, 11)
    block = prose.block(BlockKind.PARAGRAPH)
    assert block is not None
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [("Rome", "Roma")]


def test_a_citation_stands_behind_the_word_and_before_the_space() -> None:
    prose = Prose("one [1] two")
    prose.copy(0, 4)
    prose.cite("Smith", 4, 7)
    prose.copy(7, 11)
    block = prose.block(BlockKind.PARAGRAPH)
    assert block is not None
    assert (block.text, [mark.at for mark in block.citations]) == ("one two", [3])


def test_the_law_tells_a_false_copy() -> None:
    prose = Prose("abc")
    prose.copy(0, 3)
    block = prose.block(BlockKind.PARAGRAPH)
    assert block is not None
    told = list(violations(document("axc", block)))
    assert len(told) == 1
    assert "'axc' in the file" in told[0]
    assert list(violations(document("abc", replace(block, text="abcd"))))
    assert list(violations(document("abc", replace(block, pieces=block.pieces * 2))))
    assert list(violations(document("", block)))
