"""Ordinary text and extracted text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.model import BlockKind, Document
from reconcile.readers import extracted, plain
from reconcile.readers.prose import violations

LINES = st.lists(
    st.sampled_from(
        ["", " ", "word and word", "  - item", "1. first", "====", "---", "a) b", "Head", "\tx  y",
         "é\u00a0à",
         "- " + "long words " * 20, "Short heading.", "It ended. It began: see below."]
    ),
    max_size=12,
)  # fmt: skip


def shape(document: Document) -> list[tuple[str, int, str]]:
    return [(block.kind.value, block.level, block.text) for block in document.blocks]


def read(text: str) -> Document:
    return plain.read(text.encode(), "a.txt")


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
def test_the_span_law_holds_and_no_word_is_lost(lines: list[str], end: str) -> None:
    text = end.join([*lines, "x"])
    for reader in (plain, extracted):
        document = reader.read(text.encode(), "a.txt")
        assert list(violations(document)) == []
        prose = "".join("".join(block.text.split()) for block in document.blocks)
        left = iter("".join(text.split()))
        assert all(letter in left for letter in prose)  # in order
        if reader is extracted:
            assert prose == "".join(text.split())


@given(
    st.lists(st.sampled_from(["alpha", "beta,", "gamma.", "delta"]), min_size=1, max_size=40),
    st.integers(20, 90),
)
def test_hard_wraps_make_no_difference(words: list[str], width: int) -> None:
    wrapped, line = [], ""
    for word in words:
        if line and len(line) + 1 + len(word) > width:
            wrapped.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    text = "\n".join([*wrapped, line])
    assert [block.text for block in read(text).blocks] == [" ".join(words)]


def test_a_dash_or_number_that_a_wrap_put_first_begins_no_item() -> None:
    text = "The river rose in the year\n1204. It flooded the town\n- then small - and the fields."
    assert shape(read(text)) == [("paragraph", 0, " ".join(text.split()))]


def test_a_sentence_alone_is_no_heading_and_neither_is_the_last_line() -> None:
    assert [kind for kind, _, _ in shape(read("It was so.\n\nmore text\n\nThe End"))] == ["paragraph"] * 3


def test_lists_headings_and_rules() -> None:
    text = "Title\n=====\n\nHistory\n\nMembers:\n- A\n  wrapped\n- B\n  - C\n\n2) two\n\n* * *\n\nlast"
    document = read(text)
    assert shape(document) == [
        ("heading", 1, "Title"),
        ("heading", 2, "History"),
        ("paragraph", 0, "Members:"),
        ("list-item", 1, "A wrapped"),
        ("list-item", 1, "B"),
        ("list-item", 2, "C"),
        ("list-item", 1, "two"),
        ("paragraph", 0, "last"),
    ]
    assert document.blocks[6].label == "2)"
    assert [dropped.what for dropped in document.dropped] == ["line: =====", "line: * * *"]


def test_lines_under_two_lines_of_text_are_a_rule() -> None:
    assert shape(read("one\ntwo\n---\nthree")) == [("paragraph", 0, "one two"), ("paragraph", 0, "three")]


def test_a_list_without_an_announcement() -> None:
    assert [kind for kind, _, _ in shape(read("Some words\n- A\n- B"))] == [
        "paragraph",
        "list-item",
        "list-item",
    ]


def test_a_long_line_is_a_paragraph_of_its_own() -> None:
    long = "many words " * 20
    assert [block.text for block in read(f"short\n{long}\nafter").blocks] == ["short", long.strip(), "after"]


# ------------------------------------------------------------------- extracted text

PARAGRAPH = "The town was founded by settlers, and its walls were built in the years that followed. " * 4


def test_a_line_with_two_clauses_or_nothing_after_it_is_no_heading() -> None:
    text = f"{PARAGRAPH}\nIt fell; it rose.\n{PARAGRAPH}\nIt fell again."
    kinds = [block.kind for block in extracted.read(text.encode(), "a.txt").blocks]
    assert kinds == [BlockKind.PARAGRAPH] * 4


def test_headings_end_in_a_full_stop() -> None:
    document = extracted.read(f"History.\n{PARAGRAPH}\nLater years.\n{PARAGRAPH}\n".encode(), "a.txt")
    assert [(block.kind.value, block.text[:12]) for block in document.blocks] == [
        ("heading", "History."),
        ("paragraph", "The town was"),
        ("heading", "Later years."),
        ("paragraph", "The town was"),
    ]


def test_extracted_text_is_told_from_ordinary_text() -> None:
    assert extracted.sniff(f"{PARAGRAPH}\nHistory.\n{PARAGRAPH}".encode(), "a.txt") > plain.sniff(
        b"", "a.txt"
    )
    silent = [
        "Short lines\nof a poem\nthat go on",
        f"{PARAGRAPH}\n\n{PARAGRAPH}",
        f"# Heading\n{PARAGRAPH}",
        f"{PARAGRAPH}\nsome short line without a stop\n",
        "One line. And a half",
        "Only.\nHeadings.",
    ]
    assert [extracted.sniff(text.encode(), "a.txt") for text in silent] == [0.0] * len(silent)
