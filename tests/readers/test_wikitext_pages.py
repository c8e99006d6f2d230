"""Pages of a dump on one line, pages nobody can parse, and pages that are large."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import Document
from reconcile.readers import wikitext, wikitext_tokens
from reconcile.readers.prose import violations
from reconcile.readers.wikitext_flat import header, restore_lines
from reconcile.readers.wikitext_scan import CHUNK, scan

SEED = next((Path(__file__).resolve().parents[2] / "seeds").glob("000_*.txt"))
HEAD = "Tiber Valley 7 8001 2008-05-25T21:56:10Z 192.0.2.1 "


def read(text: str) -> Document:
    document = wikitext.read(text.encode(), "page.txt")
    assert list(violations(document)) == []
    return document


# ------------------------------------------------------------------- pages on one line


def test_the_header_gives_title_revision_and_date() -> None:
    document = read(f"{HEAD}/* Past */ {{{{update}}}} The [[Tiber]] is long.")
    assert (document.title, document.revision, document.date) == (
        "Tiber Valley", "8001", "2008-05-25T21:56:10Z",
    )  # fmt: skip
    assert [block.text for block in document.blocks] == ["The Tiber is long."]
    assert document.dropped[0].what == f"page header: {HEAD}/* Past */"


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        (HEAD + "The [[Tiber]] is", "The [[Tiber]] is"),
        (HEAD + "/* A */ fixed a typo '''Tiber''' is", "'''Tiber''' is"),
        (HEAD + "Tiber is {{convert|1|km}}", "Tiber is {{convert|1|km}}"),
        (HEAD + "some words " * 40 + "{{x}}", "some words " * 40 + "{{x}}"),
    ],
)
def test_a_summary_ends_where_pages_begin_and_prose_is_never_taken_for_one(text: str, rest: str) -> None:
    found = header(text)
    assert found is not None
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("It is '''long.\n\nThe ''Tiber'' is old.", ["It is long.", "The Tiber is old."]),
        ("* a ''river\n* the [[Tiber (river)|''Tiber'']]", ["a river", "the Tiber"]),
        ("The '''Tiber''''s source", ["The Tiber's source"]),
        ("The '''''Tiber''' is'' long", ["The Tiber is long"]),
        ("<nowiki>''' is bold</nowiki> there", ["''' is bold there"]),
    ],
)
def test_bold_and_italic_type_ends_with_its_line(text: str, prose: list[str]) -> None:
    assert [block.text for block in read(text).blocks] == prose


@pytest.mark.parametrize("text", ["In 1 2 2008-05-25", "x 1 2 2008-05-25T21:56Z u", "[[a]] 12 men"])
def test_other_text_has_no_header(text: str) -> None:
    assert header(text) is None


def test_headings_lists_and_tables_come_back() -> None:
    text = (
        HEAD + "{{x}} It has 3 * 4 arms. ==Past== Old: * [[A]] * b ** c == Now == # one # two ===Part=== "
        'And {| class="w" |- ! A !! B |- | 1 || 2 |- | style="s" | 3 | 4 |} end. ==See also== *[[C]] {{y}}'
    )
    blocks = [(block.kind.value, block.level, block.text) for block in read(text).blocks]
    assert blocks == [
        ("paragraph", 0, "It has 3 * 4 arms."),
        ("heading", 2, "Past"),
        ("paragraph", 0, "Old:"),
        ("list-item", 1, "A"),
        ("list-item", 1, "b"),
        ("list-item", 2, "c"),
        ("heading", 2, "Now"),
        ("list-item", 1, "one"),
        ("list-item", 1, "two"),
        ("heading", 3, "Part"),
        ("paragraph", 0, "And"),
        *(("table-cell", 0, cell) for cell in ["A", "B", "1", "2", "3", "4"]),
        ("paragraph", 0, "end."),
    ]


@given(st.text(alphabet="ab =*#|{}[]!-\n", max_size=80), st.integers(0, 10))
def test_restoring_lines_only_exchanges_spaces(text: str, start: int) -> None:
    restored = restore_lines(text, start)
    assert len(restored) == len(text)
    assert all(new == old or (new, old) == ("\n", " ") for new, old in zip(restored, text, strict=True))
    assert restored[:start] == text[:start]


def test_a_page_with_lines_is_left_alone() -> None:
    text = "a ==b== c\nd * e"
    assert restore_lines(text, 0) == text


def test_the_seed_is_read_whole() -> None:
    document = read(SEED.read_text(encoding="utf-8"))
    assert (document.title, document.revision) == ("Foreign relations of Uzbekistan", "214916555")
    assert [block.kind.value for block in document.blocks] == ["paragraph", "heading", "paragraph"]
    assert [len(block.citations) for block in document.blocks] == [0, 0, 4]
    assert len({mark.text for mark in document.blocks[2].citations}) == 1
    assert [notice.what[-10:] for notice in document.notices] == ["{{update}}", "{{expert}}"]
    shown = "".join(block.text for block in document.blocks)
    assert not [mark for mark in ("[[", "]]", "{{", "''", "==", "<ref", "Category") if mark in shown]


# ------------------------------------------------------------------- hostile pages

UNCLOSED = [
    "{{", "{{a|", "{{{a|", "[[", "[[a|", "<ref>", "<ref name=", "<!--", '<div a="b', "<div>", "<nowiki>",
    "''a ",
    "[http://a ", "\n{|\n", "\n{|\n|-", "<td>", "{{[[", "}}", "]]", "\n*", ":", "</div>", "-{a",
    "[[a|[http://b ]]", "[http://a [[b]]", "{{nowrap|", "{{quote|", "[[\n|}", "}}}{{{>\n==",
    "<references>''[[</references><div>",
]  # fmt: skip


@pytest.mark.parametrize("mark", UNCLOSED)
def test_what_never_ends_is_text_and_does_not_hang(mark: str) -> None:
    document = read("Before.\n\n" + mark * (20_000 // len(mark)) + "\n\nIt was in 1204.")
    assert document.blocks[0].text == "Before."
    assert document.blocks[-1].text.endswith("It was in 1204.")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("{{a|", "}}"),
        ("[[a|", "]]"),
        ("<div>", "</div>"),
        ("{{{a|", "}}}"),
        ("\n{|\n|", "\n|}"),
        ("{{nowrap|", "}}"),
    ],
)
def test_deep_nesting_does_not_hang(start: str, end: str) -> None:
    document = read("Before.\n\n" + start * 1500 + "x" + end * 1500 + "\n\nAfter.")
    assert [document.blocks[0].text, document.blocks[-1].text] == ["Before.", "After."]


def test_marks_without_partner_are_told() -> None:
    document = read("It is {{so and [[so.\n\nBut {{x}} is not.")
    assert [block.text for block in document.blocks] == ["It is {{so and [[so.", "But is not."]
    (notice,) = document.notices
    assert notice.what == "2 marks of wikitext without their partner, read as text"
    assert notice.span is not None
    assert notice.span.of(document.text) == "{"


def test_what_the_tokenizer_gives_up_too_often_is_read_as_plain_text() -> None:
    hostile = "b</div></ref><b a=<div>'''" * 8000
    document = read(f"Before.\n\n{hostile}")
    assert next(iter(document.notices)).what.startswith("a part of the page cannot be parsed")
    assert [block.text[:7] for block in document.blocks] == ["Before.", "b</div>"]


def test_pages_without_a_place_to_cut_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wikitext, "LARGEST_CHUNK", 20)
    document = read("[[Rome]] is a city in Italy")
    assert [block.text for block in document.blocks] == ["[[Rome]] is a city in Italy"]
    assert len(document.notices) == 1


def test_tokens_that_do_not_add_up_are_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Changed:
        def tokenize(self, text: str, context: int, skip: bool) -> list[object]:
            return [wikitext_tokens.tokens.Text(text=text[:-1])]

    monkeypatch.setattr(wikitext_tokens, "CTokenizer", Changed)
    document = read("Rome is old.\n\nIt is.")
    assert [block.text for block in document.blocks] == ["Rome is old.", "It is."]
    assert document.notices[0].what.endswith("it was read as plain text")


def test_the_parsers_own_errors_are_no_bug_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def tokenize(self, text: str, context: int, skip: bool) -> list[object]:
            raise wikitext_tokens.ParserError("no")

    monkeypatch.setattr(wikitext_tokens, "CTokenizer", Failing)
    assert [block.text for block in read("Rome is old.").blocks] == ["Rome is old."]


# ------------------------------------------------------------------- large pages

PARTS = st.lists(
    st.sampled_from(
        ["{{a|", "}}", "[[b", "]]", "\n\n", "\n== h ==\n", "word " * 900, "<ref>", "</ref>", "{|", "|}"]
    ),
    max_size=30,
)


@given(PARTS)
def test_chunks_cover_the_page_and_marks_are_covered_one_for_one(parts: list[str]) -> None:
    text = "".join(parts)
    scanned = scan(text)
    assert len(scanned.text) == len(text)
    assert "".join(scanned.text[start:end] for start, end in scanned.chunks) == scanned.text
    assert all(end - start >= CHUNK for start, end in scanned.chunks[:-1])
    assert all(old == new or new in "\ue000\ue001\ue002" for old, new in zip(text, scanned.text, strict=True))


def test_cutting_changes_nothing_that_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    section = (
        "== Part ==\nThe [[river]] is {{convert|4|km}} long.<ref>a\n\nb</ref>\n\n{|\n| c\n\n| d\n|}\n\n* e\n"
    )
    text = section * 200
    cut = read(text)
    assert len(scan(text).chunks) > 1
    monkeypatch.setattr(sys.modules["reconcile.readers.wikitext_scan"], "CHUNK", 10**9)
    assert len(scan(text).chunks) == 1
    assert read(text) == cut
