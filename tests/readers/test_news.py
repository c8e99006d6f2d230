"""The news reader: laws on made-up pages first, then cases."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_cases import Pages

from reconcile.errors import ReadError
from reconcile.model import BlockKind
from reconcile.readers import news, news_dateline
from reconcile.readers.prose import violations

LEAD = (
    "LUSAKA, 3 May 2006 (RFE/RL) -- The minister opened the new railway between the two lakes on Wednesday."
)
BODY = "She said the line would carry goods from the mines to the port within a year, and people soon after."
PAGE = f"Skip to main content\n\nNews\n\nMinister Opens The Long Railway\n\n{LEAD}\n\n{BODY}\n"


PAGES = Pages(news, "page.txt")
read, told = PAGES.read, PAGES.told


def prose(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> list[str]:
    return [block.text for block in read(text).blocks if block.kind is kind]


SOME_LINES = """
Breaking News|A Heading Here|© 2006 Some Body|Read more|(A. B. contributed to this report.)|By Ann Example
A train (file photo) (AFP)|Published: 3 May 2006|Related stories|(Reuters) - It rained.|goes on
"She said the line would carry goods from the mines."
"""
LINES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=120),
    st.sampled_from(["", LEAD, BODY, *SOME_LINES.strip().replace("\n", "|").split("|")]),
)


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\r"]))
def test_everything_is_prose_or_told(parts: list[str], end: str) -> None:
    text = end.join(parts)
    if text.strip():
        document = read(text)
        spans = [(each.span.start, each.span.end) for each in document.dropped]
        spans += [(piece.start, piece.end) for block in document.blocks for piece in block.pieces]
        places = {at for start, stop in spans for at in range(start, stop)}
        assert [at for at, each in enumerate(text) if not each.isspace() and at not in places] == []


@given(st.binary(max_size=60))
def test_bytes_never_break_it(data: bytes) -> None:
    assert 0 <= news.sniff(data, "x") <= 1
    with suppress(ReadError):
        assert list(violations(news.read(data, "x"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "The union has five members. Home is where it sits.\n\nIt was founded in 1995.\n",
        "Ivan Petrov (Moscow) - the winner - said so.\n\nBy and large, it was true.\n",
        "# Markdown\n\nSome words -- and more.\n",
    ],
)
def test_other_texts_are_no_news(text: str) -> None:
    assert news.sniff(text.encode(), "x.txt") < 0.3


def test_a_page_is_known_by_dateline_and_furniture() -> None:
    assert news.sniff(PAGE.encode(), "x.txt") == 0.9
    assert news.sniff(LEAD.encode(), "x.txt") == 0.5


def test_the_parts_of_a_page() -> None:
    document = read(PAGE)
    assert (document.title, document.date, document.place) == (
        "Minister Opens The Long Railway",
        "2006-05-03",
        "Lusaka",
    )
    assert [block.text for block in document.blocks] == [document.title, LEAD.split(" -- ")[1], BODY]
    assert told(PAGE) == [
        "furniture: Skip to main content",
        "furniture: News",
        "dateline: LUSAKA, 3 May 2006 (RFE/RL) --",
    ]


@pytest.mark.parametrize(
    ("dateline", "date", "place"),
    [
        ("Moscow, 14 November 2005 (RFE/RL) -- ", "2005-11-14", "Moscow"),
        ("Prague, April 15, 2004 -- ", "2004-04-15", "Prague"),
        ("LONDON (Reuters) - ", None, "London"),
        ("WASHINGTON — ", None, "Washington"),
        ("TASHKENT, Uzbekistan (AP) _ ", None, "Tashkent, Uzbekistan"),
        ("New York, Monday, 3 May 2004 (BBC) – ", "2004-05-03", "New York"),
        ("MOSCOW, 2005-03-07. /TASS/. ", "2005-03-07", "Moscow"),
        ("St. Petersburg, Russia, June 5, 2006 (RFE/RL) -- ", "2006-06-05", "St. Petersburg, Russia"),
        ("(Reuters) - ", None, None),
        ("GENEVA, Feb. 30, 2004 (AP) — ", None, "Geneva"),
    ],
)
def test_datelines(dateline: str, date: str | None, place: str | None) -> None:
    document = read(f"A Headline Of Five Words\n\n{dateline}It rained all day, they said in the town.\n")
    assert document.blocks[1].text == "It rained all day, they said in the town."
    assert (document.date, document.place) == (date, place)


@pytest.mark.parametrize(
    "text",
    [
        "Paris - a city - is large, and so are many others of its kind.",
        "Ivan Petrov (Moscow) - the winner - said he had never been there.",
        "Russia -- unlike the West -- has refrained from criticizing anyone.",
        "In May 2005 -- a bad month -- it rained on every day but one.",
        "NEW DELHI is the capital (Delhi is the city) -- many forget it.",
    ],
)
def test_no_datelines(text: str) -> None:
    document = read(f"A Headline Of Five Words\n\n{text}\n")
    assert (document.place, document.blocks[1].text) == (None, text)


def test_a_dateline_without_year_takes_the_year_of_the_page() -> None:
    text = (
        "A Headline Of Five Words\n\n{}WASHINGTON, Nov. 3 (AP) — The senate voted on the bill again today.\n"
    )
    assert read(text.format("Published: Nov 4, 2003 12:00 GMT\n\n")).date == "2003-11-03"
    document = read(text.format(""))
    assert document.date is None
    assert [notice.what for notice in document.notices] == [
        "the dateline has no year; give the document a date in the project file"
    ]


def test_the_printed_day_stands_in_for_a_dateline() -> None:
    assert (
        read(f"A Headline Of Five Words\n\nLast Updated: Monday, 3 May 2004\n\n{BODY}").date == "2004-05-03"
    )


def test_sentences_with_a_day_are_no_date_lines() -> None:
    assert news_dateline.published("On 3 May he left") is None


def test_a_caption_before_the_dateline_goes() -> None:
    text = f"A Headline Of Five Words\n\nThe minister on a train (file photo) (AFP) {LEAD}\n"
    assert prose(text) == [LEAD.split(" -- ")[1]]
    assert "caption: The minister on a train (file photo) (AFP)" in told(text)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The minister, left, on a train. (file photo)", "caption"),
        ("A railway bridge (John Example/Reuters)", "caption"),
        ("File photo: a train in the hills", "caption"),
        ("(Ann Example of the Lusaka office contributed to this report.)", "credit"),
        ("Reporting by Ann Example; editing by Bob Example", "credit"),
        ("By Ann Example and Bob Example, Lusaka", "byline"),
        ("Share on Facebook", "furniture"),
        ("Read more: another story of another day", "furniture"),
        ("To find out more, click here.", "furniture"),
        ("“The line would carry goods from the mines to the port within a year”", "pull quote"),
    ],
)
def test_what_is_not_the_article(line: str, kind: str) -> None:
    text = f"{PAGE}\n{line}\n\n{BODY} And so they did.\n"
    assert any(what.startswith(f"{kind}: ") for what in told(text))
    assert prose(text)[-1] == f"{BODY} And so they did."
    assert len(prose(text)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, he said.",
        "He belongs to the Shanghai Cooperation Organization (SCO).",
        "By noon the Minister Had Left, they say.",
        '"Nobody had said this before, not even once," she added.',
        '"A quotation that stands here and nowhere else."',
        "Live animals were on the train.",
        "Contact us, they said, and we did.",
    ],
)
def test_sentences_stay(line: str) -> None:
    assert line in prose(f"{PAGE}\n{line}\n\n{BODY} And so they did.\n")


def test_section_heads_need_text_below() -> None:
    text = f"{PAGE}\nThe Road Ahead\n\n{BODY} And on.\n\nAnother Story\n\nYet Another Story\n"
    assert prose(text, BlockKind.HEADING) == ["Minister Opens The Long Railway", "The Road Ahead"]
    assert told(text)[-2:] == ["furniture: Another Story", "furniture: Yet Another Story"]


def test_the_page_ends_at_its_legal_line() -> None:
    text = (
        f"{PAGE}\n© 2006 The Site. All rights reserved.\n\nWe are a site of some age, and we say so here.\n"
    )
    assert prose(text)[-1] == BODY


def test_other_articles_are_no_part_of_this_one() -> None:
    text = (
        f"{PAGE}\nRelated stories\n\nA Bridge Falls\n\nIt fell into the river on Monday, say its builders.\n"
    )
    assert prose(text)[-1] == BODY


def test_a_list_in_the_middle_does_not_end_the_article() -> None:
    text = f"{PAGE}\nMore on railways\n\n{BODY} {BODY} {BODY}\n"
    assert len(prose(text)) == 3


def test_a_card_at_the_end_goes() -> None:
    text = f"{PAGE}\nTen Years Of Rail\n\nTen Years Of Rail\n\nA page with all we wrote about the railways.\n"
    assert prose(text)[-1] == BODY
    assert prose(text, BlockKind.HEADING) == ["Minister Opens The Long Railway"]


def test_a_heading_printed_twice_over_quotations_is_kept() -> None:
    text = (
        f'{PAGE}\nTen Years\n\nTen Years\n\n"It was a good time for all of the railway people," she said.\n'
    )
    assert prose(text)[-1].startswith('"It was')


def test_hard_wraps_are_joined() -> None:
    text = (
        "A Headline Of Five Words\n\nLONDON (Reuters) - The minister opened the new railway between the\n"
        "two lakes on Wednesday. She said the line would carry goods from the\nmines to the port.\n\n"
        '"A short line that is a paragraph of its own."\nAnother line, likewise.\n'
    )
    assert prose(text) == [
        (
            "The minister opened the new railway between the two lakes on Wednesday. "
            "She said the line would carry goods from the mines to the port."
        ),
        '"A short line that is a paragraph of its own."',
        "Another line, likewise.",
    ]


def test_the_longest_short_line_is_the_headline() -> None:
    assert read(f"Africa\n\nRailway Opened\n\n{LEAD}\n").title == "Railway Opened"
    assert read(f"{LEAD}\n").title is None


@pytest.mark.parametrize("text", ["x", "Share\nTweet\n"])
def test_a_text_of_nothing_but_furniture_is_no_news(text: str) -> None:
    assert news.sniff(text.encode(), "a.txt") == 0.0
