"""The reStructuredText reader: laws on made-up documents first, then cases."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reader_cases import ANYTHING, Pages, signs

from reconcile.errors import ReadError
from reconcile.readers import rst
from reconcile.readers.prose import violations

PAGES = Pages(rst, "page.rst")
read, only, kinds, told = PAGES.read, PAGES.only, PAGES.kinds, PAGES.told


SOME_SIGNS = r"""
*␤**␤`␤``␤`_␤`__␤|␤[1]_␤.. ␤.. [1] ␤.. _a: u␤.. note:: ␤.. foo:: ␤::␤- ␤1. ␤  ␤    ␤====␤----␤:a:␤:ref:`␤\
<u>`_␤a_␤word ␤Wörter␤>>> ␤-- ␤| ␤+--+␤==  ==␤:a: b␤.. code::␤.. |s| replace:: ␤|s|
.. include:: /etc/passwd␤.. role:: x
"""
BREAKS = [
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\n====\n",
    "==  ==\na   b\n==  ==\n1   2\n==  ==\n",
    "\f",
    "\u2028",
]
SIGNS = signs(SOME_SIGNS, *BREAKS)


@settings(deadline=None)
@given(st.lists(st.one_of(SIGNS, SIGNS, ANYTHING), max_size=22).map("".join))
def test_prose_stands_where_it_says(text: str) -> None:
    with suppress(ReadError):
        assert list(violations(read(text))) == []


@given(st.binary(max_size=60))
def test_bytes_never_break_it(data: bytes) -> None:
    assert 0 <= rst.sniff(data, "x") <= 1
    with suppress(ReadError):
        assert list(violations(rst.read(data, "x"))) == []


WORDS = st.lists(st.from_regex(r"[a-z]{3,8}", fullmatch=True), min_size=1, max_size=5).map(" ".join)
INLINE = st.one_of(
    WORDS,
    st.tuples(st.sampled_from(["*", "**", "``", "`"]), WORDS).map(
        lambda each: f"{each[0]}{each[1]}{each[0]}"
    ),
    WORDS.map(lambda words: f":ref:`{words}`"),
    WORDS.map(lambda words: f"{words}\\*"),
)
LINE = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
MARKS = ["", "- ", "1. ", "  ", "| ", ".. note:: ", ".. ", ".. foo::\n\n   "]
BLOCK = st.one_of(
    st.tuples(st.sampled_from(MARKS), LINE).map("".join),
    st.tuples(LINE, LINE).map("\n".join),
    WORDS.map(lambda words: f"{words}\n{'=' * len(words)}"),
    WORDS.map(lambda words: f".. code-block:: py\n\n   {words}"),
    WORDS.map(lambda words: f"::\n\n   {words}"),
    st.tuples(WORDS, WORDS).map(lambda each: f"{each[0]}\n  {each[1]}"),
)


@settings(deadline=None)
@given(st.lists(BLOCK, min_size=1, max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_no_line_vanishes(blocks: list[str], end: str) -> None:
    text = "\n\n".join(blocks).replace("\n", end)
    document = read(text)
    spans = [(each.span.start, each.span.end) for each in document.dropped]
    spans += [(piece.start, piece.end) for block in document.blocks for piece in block.pieces]
    at = 0
    for line in text.split(end):
        told_of = any(start < at + len(line) and stop > at for start, stop in spans)
        assert told_of or not any(each.isalpha() for each in line)
        at += len(line) + len(end)


def test_plain_words_are_no_rst() -> None:
    assert rst.sniff(b"Some words.\n\n- *no*\n\nTitle -- so.\n", "x.txt") == 0
    assert rst.sniff(b"Title\n=====\n\n.. note:: Some ``words``.\n", "x.txt") > 0.5


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        (
            "Some *words* and **more** and ``co\\de`` and `title`.",
            "Some words and more and co\\de and title.",
        ),
        (r"An \*escape\*, re\ *joined*\ s, a *st\*r*.", "An *escape*, rejoineds, a st*r."),
        ("Hard\nwraps *go\non* here.", "Hard wraps go on here."),
        (":ref:`The guide <guide>`, :func:`~os.path.join`, :doc:`it`, :c:`!x`.", "The guide, join, it, x."),
        ("Water is H\\ :sub:`2`\\ O; see :pep:`8`.", "Water is H2O; see PEP 8."),
        ("Use |name| now.\n\n.. |name| replace:: this *thing*", "Use this thing now."),
        ("Today is |today|, or not.", "Today is , or not."),
        ("An unclosed *star and `tick and |bar.", "An unclosed *star and `tick and |bar."),
        ("Text that leads on::\n\n   code", "Text that leads on:"),
    ],
)
def test_inline_marks_go(source: str, prose: str) -> None:
    assert only(source).text == prose


def test_links_keep_their_targets() -> None:
    text = "A `long link <http://a.b>`_, named_, `x`__ and http://c.d .\n\n.. _named: http://n.d\n__ http://x.y\n"
    block = only(text)
    assert [(block.text[link.start : link.end], link.target) for link in block.links] == [
        ("long link", "http://a.b"),
        ("named", "http://n.d"),
        ("x", "http://x.y"),
        ("http://c.d", "http://c.d"),
    ]


def test_footnotes_become_citations() -> None:
    document = read(
        "One [1]_ two [#x]_ three [#]_ four [CIT]_.\n\n.. [1] A *note*.\n.. [#x] B\n.. [#] C\n.. [CIT] D\n"
    )
    assert document.blocks[0].text == "One two three four ."
    assert [each.text for each in document.blocks[0].citations] == ["A note.", "B", "C", "D"]
    assert document.can_cite


def test_blocks_have_their_kinds() -> None:
    text = "One\n===\n\nthree\n\n  four\n\nTwo\n---\n\n- five\n  six\n\n  1. seven\n\n"
    text += "term : class\n  eight\n\n| nine\n"
    assert kinds(text) == [
        ("heading", 1, "One"),
        ("paragraph", 0, "three"),
        ("quotation", 0, "four"),
        ("heading", 2, "Two"),
        ("list-item", 1, "five six"),
        ("list-item", 2, "seven"),
        ("list-item", 1, "term"),
        ("list-item", 1, "eight"),
        ("paragraph", 0, "nine"),
    ]
    assert "classifier: : class" in told(text)


RULE = "+------+------+\n"
TABLES = [
    "====  ====\nName  Size\n====  ====\nx     x\ny     z\n      w\n====  ====\n",
    RULE.join(
        ["", "| Name | Size |\n+======+======+\n| x    | x    |\n", "| y    | z    |\n|      | w    |\n", ""]
    ),
]


@pytest.mark.parametrize("text", TABLES)
def test_table_cells_are_labelled(text: str) -> None:
    document = read(text)
    assert [(block.text, block.label) for block in document.blocks] == [
        ("Name", None),
        ("Size", None),
        ("x", "Name"),
        ("x", "x / Size"),
        ("y", "Name"),
        ("z w", "y / Size"),
    ]
    starts = [block.pieces[0].start for block in document.blocks]
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (".. code-block:: py\n\n   x = 1\n\n   y = 2", "directive: .. code-block:: py x = 1 y = 2"),
        (".. image:: x.png\n   :alt: words", "directive: .. image:: x.png :alt: words"),
        (".. include:: /etc/hosts", "directive: .. include:: /etc/hosts"),
        (".. raw:: html\n\n   <b>x</b>", "directive: .. raw:: html <b>x</b>"),
        (".. a comment\n   of two lines", "comment: .. a comment of two lines"),
        ("::\n\n   x = 1", "code block: x = 1"),
        (">>> x\n1", "code block: >>> x 1"),
        (".. _name: http://a.b", "link definition: .. _name: http://a.b"),
        (".. [1] A note.", "footnote: .. [1] A note."),
        (":field: words", "field: :field: words"),
    ],
)
def test_what_is_left_out_is_told(source: str, what: str) -> None:
    assert kinds(f"{source}\n\nText.\n") == [("paragraph", 0, "Text.")]
    assert told(f"{source}\n\nText.\n") == [what]


def test_admonitions_and_unknown_directives_are_read() -> None:
    text = ".. note:: Mind this\n   well.\n\n.. versionadded:: 3.5\n   New words.\n\n"
    text += ".. function:: f(x)\n   :a: b\n\n   It works.\n"
    assert [block.text for block in read(text).blocks] == ["Mind this well.", "New words.", "It works."]
    assert told(text) == ["directive: .. versionadded:: 3.5", "directive: .. function:: f(x) :a: b"]


def test_a_role_of_one_file_is_unknown_in_the_next() -> None:
    before = told(":mine:`x` y.")
    read(".. role:: mine\n.. default-role:: mine\n\n`x` :mine:`x`.\n")
    assert told(":mine:`x` y.") == before


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("PEP: 8\nTitle: Style\nStatus: Active\n  or so\n\nHead\n====\n\nText.\n", "Style"),
        (":Title: Style\n:Author: A\n\nHead\n====\n\nText.\n", "Style"),
        ("====\nHead\n====\n\nText.\n", "Head"),
        ("Text.\n", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    document = read(text)
    assert document.title == title
    assert document.blocks[-1].text == "Text."


def test_places_are_exact_with_crlf_and_odd_white_space() -> None:
    text = "One\u2028two\tthree\r\n*four*\r\n\r\n- five\fsix\r\n"
    document = read(text)
    assert [block.text for block in document.blocks] == ["One two three four", "five six"]
    assert document.blocks[0].pieces[-1].start == text.index("four")


@pytest.mark.parametrize(
    "text", ["- " * 3000 + "end", "".join(" " * n + "x\n\n" for n in range(200)), "`a ``b " * 3000]
)
def test_what_docutils_cannot_read_is_plain(text: str) -> None:
    document = read(text)
    assert [notice.what for notice in document.notices] == [
        "docutils cannot read this file; it was read as plain text"
    ]
    assert document.blocks


def test_numbers_of_issues_are_references() -> None:
    read_ = rst.read(
        b"It leaks (:issue:`12`), see :pr:`14`; press :kbd:`5`.\n\n- :gh:`77`\n- :pr:`78`\n", "a.rst"
    )
    assert [block.text for block in read_.blocks] == ["It leaks (), see #14; press 5."]
    assert [citation.text for citation in read_.blocks[0].citations] == ["issue 12"]
