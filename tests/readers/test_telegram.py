"""The telegram reader: laws on made-up telegrams first, then cases."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_cases import Pages

from reconcile.errors import ReadError
from reconcile.model import BlockKind, Document
from reconcile.readers import telegram
from reconcile.readers.prose import violations

HEADER = """\
VZCZCABC0001
OO RUEHC RUEHXX
DE RUEHLS #0042 0351200
ZNY CCCCC ZZH
O P 041159Z FEB 08
FM AMEMBASSY LUSAKA
TO RUEHC/SECSTATE WASHDC IMMEDIATE 5000
INFO RUEHPR/AMEMBASSY PRETORIA 0011
C O N F I D E N T I A L LUSAKA 000042

SIPDIS

STATE FOR AF/S

E.O. 12958: DECL: 02/04/2018
TAGS: PREL PGOV ZA
SUBJECT: (C) MINISTER EXPLAINS THE
NEW RAILWAY

REF: A. LUSAKA 17

B. 07 LUSAKA 900

Classified By: Ambassador A. B. Example for reasons
1.4 (b) and (d).

"""


PAGES = Pages(telegram, "cable.txt")
read, prose = PAGES.read, PAGES.prose


def covered(document: Document) -> set[int]:
    """The places that a piece of prose or a dropped span accounts for."""
    spans = [(each.span.start, each.span.end) for each in document.dropped]
    spans += [(piece.start, piece.end) for block in document.blocks for piece in block.pieces]
    return {at for start, end in spans for at in range(start, end)}


SOME_LINES = """
1. (C) One thing|12. (SBU) Another.|¶3. Third|-- item|SUMMARY|-----|NORLAND|END COMMENT.|NNNN|TAGS: A
R 180924Z SEP 09|R 990924Z SEP 09|FM AMEMBASSY X|SUBJECT: A|REF: A. B|B. C|goes on here
(C) COMMENT: yes. End comment.|UNCLAS SECTION 02 OF 03 X 0001
"""
LINES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30),
    st.sampled_from(["", *SOME_LINES.strip().replace("\n", "|").split("|")]),
)


@given(st.lists(LINES, max_size=12), st.sampled_from(["\n", "\r\n", "\r"]))
def test_everything_is_prose_or_told(parts: list[str], end: str) -> None:
    text = end.join(parts)
    if text.strip():
        document = read(text)
        places = covered(document)
        lost = [at for at, character in enumerate(text) if not character.isspace() and at not in places]
        assert lost == []


@given(st.binary(max_size=60))
def test_bytes_never_break_it(data: bytes) -> None:
    assert 0 <= telegram.sniff(data, "x") <= 1
    with suppress(ReadError):
        assert list(violations(telegram.read(data, "x"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "FM Norov is eager to meet the Secretary. He said so twice.",
        "The subject: railways. He left at 180924Z.",
        "# Heading\n\nA paragraph (C) of Markdown.\n\n1. One\n2. Two\n",
    ],
)
def test_other_texts_are_not_telegrams(text: str) -> None:
    assert telegram.sniff(text.encode(), "x.txt") < 0.3


def test_a_telegram_is_known_by_its_header() -> None:
    assert telegram.sniff(HEADER.encode(), "x.txt") > 0.9


def test_the_header_gives_date_place_and_title() -> None:
    document = read(HEADER + "1. (C) The railway opens in May.\n")
    assert (document.date, document.place) == ("2008-02-04T11:59:00Z", "Lusaka")
    assert document.title == "MINISTER EXPLAINS THE NEW RAILWAY"
    assert [block.text for block in document.blocks] == [document.title, "The railway opens in May."]
    kinds = {each.what.split(":")[0] for each in document.dropped}
    assert {"routing", "from", "to", "classification", "tags", "reference", "classified by"} <= kinds


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("R 180924Z SEP 09", "2009-09-18T09:24:00Z"),
        ("P R 011415Z FEB 2010", "2010-02-01T14:15:00Z"),
        ("O 312359Z DEC 73", "1973-12-31T23:59:00Z"),
        ("R 310924Z FEB 09", None),
    ],
)
def test_date_time_groups(line: str, date: str | None) -> None:
    assert read(f"{line}\nFM AMEMBASSY TASHKENT\n\n1. (U) Text.\n").date == date


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("FM AMEMBASSY TASHKENT", "Tashkent"),
        ("FM AMCONSUL HO CHI MINH CITY 0123", "Ho Chi Minh City"),
        ("FM SECSTATE WASHDC", "Washington"),
        ("FM USMISSION GENEVA", "Geneva"),
        ("FM RUEHNT/AMEMBASSY TASHKENT", "Tashkent"),
    ],
)
def test_the_post_is_the_place(line: str, place: str) -> None:
    assert read(f"R 180924Z SEP 09\n{line}\n\n1. (U) Text.\n").place == place


def test_fm_in_the_text_stays() -> None:
    assert prose(HEADER + "1. (C) FM Banda spoke.\n\n2. (C)\nFM Banda left.\n")[1:] == [
        "FM Banda spoke.",
        "FM Banda left.",
    ]


def test_misread_numbers_become_labels() -> None:
    text = HEADER + "11. (C) One.\n\n12. (C) Two.\n\n¶3. (C) Three.\n\n4. Four.\n"
    assert [block.label for block in read(text).blocks[1:]] == ["1", "2", "3", "4"]


def test_the_eleventh_paragraph_is_eleven() -> None:
    text = HEADER + "\n\n".join(f"{number}. (C) Text." for number in range(1, 13))
    assert [block.label for block in read(text).blocks[1:]] == [str(number) for number in range(1, 13)]


def test_a_year_at_a_line_start_is_no_paragraph_number() -> None:
    assert prose(HEADER + "1. (C) The bridge was built in\n1998. It fell in\n15. years.\n")[1:] == [
        "The bridge was built in 1998. It fell in 15. years."
    ]


def test_markers_and_marks_go() -> None:
    text = (
        HEADER
        + "1. (C) SUMMARY: All went well. END SUMMARY.\n\n"
        + "2. (SBU) He agreed (Comment: gladly. End comment.) to talk (C) again.\n\n"
        + "3. (C/NF) Comment: Good. End Summary and Comment.\n"
    )
    assert prose(text)[1:] == ["All went well.", "He agreed gladly. to talk (C) again.", "Good."]


def test_ordinary_words_that_look_like_markers_stay() -> None:
    text = HEADER + "1. (C) In the end comment was free. Note that the summary stands.\n"
    assert prose(text)[1:] == ["In the end comment was free. Note that the summary stands."]


def test_heads_and_rules() -> None:
    text = (
        HEADER
        + "SUMMARY\n-------\n\n1. (U) One.\n\nTHE ROAD AHEAD\n\n"
        + "2. (U) Two.\n\nNext steps\n----------\n\n3. (U) Three.\n"
    )
    heads = [block.text for block in read(text).blocks if block.kind is BlockKind.HEADING]
    assert heads[1:] == ["SUMMARY", "THE ROAD AHEAD", "Next steps"]


def test_hard_wraps_and_blank_lines_in_a_sentence_are_mended() -> None:
    text = (
        HEADER
        + "1. (C) Rights are\n\nuniversal and well-\nknown.\n\nLUSAKA 00000042  002 OF 002\n\nnot quite.\n"
    )
    assert prose(text)[1:] == ["Rights are universal and well-known.", "not quite."]


def test_a_page_head_does_not_break_a_sentence() -> None:
    text = HEADER + "1. (C) Rights are\n\nLUSAKA 00000042  002 OF 002\n\nuniversal.\n"
    assert prose(text)[1:] == ["Rights are universal."]


def test_items_stand_alone() -> None:
    document = read(HEADER + "1. (C) Two things:\n-- (U) rail, and\nroad;\n-- water.\n\na. also this.\n")
    items = [block.text for block in document.blocks if block.kind is BlockKind.LIST_ITEM]
    assert items == ["rail, and road;", "water.", "a. also this."]


@pytest.mark.parametrize(
    "end", ["\nEXAMPLE", "\n\nEXAMPLE\n", "\n\nDE LA CRUZ\nNNNN\n", "\n\nEXAMPLE\n\nNNNN"]
)
def test_the_signature_goes(end: str) -> None:
    assert prose(HEADER + "1. (C) All is well." + end)[1:] == ["All is well."]


def test_the_last_words_are_no_signature() -> None:
    assert prose(HEADER + "1. (C) He leads the\nNATO")[1:] == ["He leads the NATO"]


def test_a_text_without_header_is_read_all_the_same() -> None:
    assert prose("only words\n\nof no telegram\n") == ["only words of no telegram"]


def test_a_header_alone_has_its_subject_only() -> None:
    assert prose(HEADER) == ["MINISTER EXPLAINS THE NEW RAILWAY"]
