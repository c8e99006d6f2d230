"""The Markdown reader: laws on made-up documents first, then cases."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_cases import ANYTHING, Pages, signs

from reconcile.errors import ReadError
from reconcile.readers import markdown
from reconcile.readers.prose import violations

PAGES = Pages(markdown, "page.md")
read, only, kinds, told = PAGES.read, PAGES.only, PAGES.kinds, PAGES.told


SOME_SIGNS = r"""
# ␤## ␤- ␤  - ␤1. ␤> ␤>␤* ␤*␤**␤_␤`␤``␤[␤]␤](␤)␤](u)␤[^1]␤[^1]: ␤[R]: u␤![␤<b>␤</b>␤<!-- ␤-->␤<br>␤&amp;␤&␤\
\*␤\␤~~␤    ␤---␤===␤:-:␤<http://a.b>␤word ␤Wörter␤。␤|␤  ␤-␤+ ␤~~~␤```␤![a](b)␤{#x}␤*a*␤`b`
"""
BREAKS = ["\n", "\n\n", "\r\n", "\r", "\t", "| a | b |\n|---|---|\n| 1 | 2 |\n", "---\ntitle: x\n---\n"]
SIGNS = signs(SOME_SIGNS, *BREAKS)
DOCUMENTS = st.lists(st.one_of(SIGNS, SIGNS, ANYTHING), max_size=25).map("".join)


@given(DOCUMENTS)
def test_prose_stands_where_it_says(text: str) -> None:
    with suppress(ReadError):
        assert list(violations(read(text))) == []


@given(st.binary(max_size=60))
def test_bytes_never_break_it(data: bytes) -> None:
    assert 0 <= markdown.sniff(data, "x") <= 1
    with suppress(ReadError):
        assert list(violations(markdown.read(data, "x"))) == []


WORD = st.from_regex(r"[a-z]{3,8}", fullmatch=True)
WORDS = st.lists(WORD, min_size=1, max_size=5).map(" ".join)
INLINE = st.one_of(
    WORDS,
    st.tuples(st.sampled_from(["*", "**", "`", "~~", "***"]), WORDS).map(
        lambda each: f"{each[0]}{each[1]}{each[0]}"
    ),
    WORDS.map(lambda words: f"[{words}](http://x.y)"),
    WORDS.map(lambda words: f"<b>{words}</b>"),
    WORDS.map(lambda words: f"&lt;{words}\\*"),
)
LINE = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
MARKS = ["", "# ", "### ", "- ", "> ", "1. ", "> - ", "  ", "- > ", "    "]
BLOCK = st.one_of(
    st.tuples(st.sampled_from(MARKS), LINE).map("".join),
    st.tuples(LINE, LINE).map("\n".join),
    st.tuples(WORDS, WORDS, WORDS, WORDS).map(
        lambda w: f"| {w[0]} | {w[1]} |\n|---|---|\n| {w[2]} \\| x | {w[3]} |"
    ),
    WORDS.map(lambda words: f"```\n{words}\n```"),
    WORDS.map(lambda words: f"<div>\n{words}\n</div>"),
)


@given(st.lists(BLOCK, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_no_word_vanishes(blocks: list[str], end: str) -> None:
    text = "\n\n".join(blocks).replace("\n", end)
    document = read(text)
    spans = [(each.span.start, each.span.end) for each in document.dropped]
    spans += [(piece.start, piece.end) for block in document.blocks for piece in block.pieces]
    places = {at for start, stop in spans for at in range(start, stop)}
    bare = re.sub(r"\]\(http://x\.y\)", lambda match: " " * len(match.group()), text)
    assert [at for at, each in enumerate(bare) if each.isalpha() and at not in places] == []


def test_plain_words_are_no_markdown() -> None:
    assert markdown.sniff(b"Some words. A #hashtag, 2 * 3 * 4, [sic] (so).\n\n- no\n", "x.txt") == 0
    assert markdown.sniff(b"# A head\n\nSome [words](http://a.b).\n", "x.txt") > 0.5


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("Some *words* and **more** and ~~less~~ a_b_c", "Some words and more and less a_b_c"),
        ("AT&amp;T &copy; 5 \\* 6 \\[x\\] &unknown;", "AT&T © 5 * 6 [x] &unknown;"),
        ("soft\nbreak  \nhard\\\nbreak", "soft break hard break"),
        ("`code  span` and ``a`b``", "code span and a`b"),
        ("![a picture](p.png) beside", "beside"),
        ("one<br>two <b>three</b>", "one two three"),
        ("#hashtag", "#hashtag"),
        ("2 * 3 * 4 and **", "2 * 3 * 4 and **"),
        ("a lone [bracket] and [^none]", "a lone [bracket] and [^none]"),
        ("<https://a.b/ü>", "https://a.b/ü"),
        ("***both*** of _them_", "both of them"),
    ],
)
def test_inline_marks_go(source: str, prose: str) -> None:
    assert only(source).text == prose


def test_links_keep_their_targets() -> None:
    block = only(
        'See [the *long* guide](http://a.b "t"), [ref][R], [R] and <http://c.d>.\n\n[R]: http://r.x\n'
    )
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [
        ("the long guide", "http://a.b"),
        ("ref", "http://r.x"),
        ("R", "http://r.x"),
        ("http://c.d", "http://c.d"),
    ]


def test_footnotes_become_citations() -> None:
    document = read(
        "A fact.[^1] More.[^b]\n\n[^1]: The *book*,\n    [online](http://a.b).\n[^b]: http://c.d\n\nEnd.\n"
    )
    assert [block.text for block in document.blocks] == ["A fact. More.", "End."]
    assert [(each.at, each.text) for each in document.blocks[0].citations] == [
        (7, "The book, online. http://a.b"),
        (13, "http://c.d"),
    ]
    assert [each.what.split(":")[0] for each in document.dropped] == ["footnote", "footnote"]
    assert document.can_cite


def test_blocks_have_their_kinds() -> None:
    assert kinds(
        "# One\n\nTwo\n===\n\nthree\n\n> four\n>\n> - five\n>   six\n>   1. seven\n\n- > eight\n"
    ) == [
        ("heading", 1, "One"),
        ("heading", 1, "Two"),
        ("paragraph", 0, "three"),
        ("quotation", 0, "four"),
        ("list-item", 1, "five six"),
        ("list-item", 2, "seven"),
        ("quotation", 0, "eight"),
    ]


def test_table_cells_are_labelled() -> None:
    text = "| Name | Size *m* |\n|:--|--:|\n| a \\| b | 1 |\n| c | |\n| d | `x` | left out |\n"
    assert [(block.text, block.label) for block in read(text).blocks] == [
        ("Name", None),
        ("Size m", None),
        ("a | b", "Name"),
        ("1", "a | b / Size m"),
        ("c", "Name"),
        ("d", "Name"),
        ("x", "d / Size m"),
    ]


def test_tables_in_containers_and_without_outer_pipes() -> None:
    assert [
        block.text
        for block in read("> a | b\n> --|--\n> 1 | 2\n\n1. | c | d |\n   |--|--|\n   | 1 | 2 |\n").blocks
    ] == [*"ab12cd12"]


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("```py\nx = 1\n```", "code block: ```py x = 1 ```"),
        ("    x = 1", "code block: x = 1"),
        ("<div>\nx\n</div>", "html: <div> x </div>"),
        ("<!-- note -->", "comment: <!-- note -->"),
        ("[R]: http://r.x", "link definition: [R]: http://r.x"),
        ("[^1]: note", "footnote: [^1]: note"),
        ("---\na: 1\n---", "front matter: --- a: 1 ---"),
    ],
)
def test_what_is_left_out_is_told(source: str, what: str) -> None:
    assert kinds(source + "\n\nText.\n") == [("paragraph", 0, "Text.")]
    assert told(source + "\n\nText.\n") == [what]


def test_tasks_and_alerts_lose_their_marks() -> None:
    text = "- [x] done\n- [ ] open\n- [link](u)\n\n> [!NOTE]\n> Mind this.\n"
    assert [block.text for block in read(text).blocks] == ["done", "open", "link", "Mind this."]
    assert told(text) == ["mark: [x]", "mark: [ ]", "mark: [!NOTE]"]


@pytest.mark.parametrize(
    ("front", "title", "date"),
    [
        ('---\ntitle: "The Guide"\ndate: 2020-01-02\n---\n', "The Guide", "2020-01-02"),
        (
            "+++\ntitle = 'The Guide'\nlastmod = 2020-01-02T10:00:00Z\n+++\n",
            "The Guide",
            "2020-01-02T10:00:00Z",
        ),
        ("---\nlayout: page\ndate: soon\n---\n", "Head", None),
        ("", "Head", None),
    ],
)
def test_title_and_date(front: str, title: str, date: str | None) -> None:
    document = read(front + "# Head\n\n# Other\n")
    assert (document.title, document.date) == (title, date)


def test_a_rule_is_no_front_matter() -> None:
    assert kinds("---\n\nSome words: here.\n\n---\n") == [("paragraph", 0, "Some words: here.")]


def test_places_are_exact_with_crlf() -> None:
    text = "> one\r\n> *two*\r\n\r\nthree &amp; four\r\n"
    document = read(text)
    first = document.blocks[0]
    assert (first.text, first.pieces[-1].start) == ("one two", text.index("two"))
    assert [text[p.start : p.end] for p in document.blocks[1].pieces] == ["three ", "&amp;", " four"]


def test_what_is_nested_too_deep_is_told() -> None:
    document = read(">" * 10_000 + " deep words\n\nflat\n")
    assert [block.text for block in document.blocks] == ["flat"]
    assert [each.what[:12] for each in document.dropped] == ["unread: >>>>"]
    assert document.notices[0].what == "nested too deep to be read: 1 lines, from here on; use fewer levels"


@pytest.mark.parametrize("piece", ["[", "*a ", "`", "<", "![", "](", "_", "[^", "&", "~~", "- ", "\\"])
def test_hostile_runs_are_read(piece: str) -> None:
    document = read(piece * 500 + "end")
    ends = [block.pieces[-1].end for block in document.blocks] + [each.span.end for each in document.dropped]
    assert max(ends) == len(piece) * 500 + 3


def test_roles_of_myst_show_their_words() -> None:
    text = b"Use {func}`~a.b.open` or {doc}`the guide <g>`, {pep}`8` ({issue}`12`); not {a} nor `{b}` `c`.\n"
    read_ = markdown.read(text, "a.md")
    assert [block.text for block in read_.blocks] == ["Use open or the guide, PEP 8 (); not {a} nor {b} c."]
    assert [citation.text for citation in read_.blocks[0].citations] == ["issue 12"]
