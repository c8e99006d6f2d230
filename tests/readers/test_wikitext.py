"""Wikitext: what is prose, what is kept aside, and where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reader_cases import Pages

from reconcile.face import compare
from reconcile.face import read as face_read
from reconcile.model import Block, Document
from reconcile.readers import wikitext

MARKS = """
    {{ }} [[ ]] | <ref> </ref> <ref·name=a/> <!-- --> <div·a="b <div> </div> '' ''' [http://a ] &amp; &nbsp;
    {{{ }}} ¶{|¶ ¶|} ¶|- ¶|· ¶!· || !! ¶== ==¶ ¶* ¶: ¶; ·a· b ¶¶ <nowiki> </nowiki> <br> {{nowrap| {{quote| =
    " {{convert|1|km}} <b·a= > /> -{ }- __TOC__ [ { File: Category: <table> <tr> <td> </td> </table> <li> ----
    · <blockquote> <references> </references> http://x {{ubl| <sup>2</sup> {{sfn|a}} ~~~~ ¶|+ \u0303
    {{infobox·a¶|·b·=
"""
BITS = st.sampled_from(MARKS.split()).map(lambda bit: bit.replace("·", " ").replace("¶", "\n"))


PAGES = Pages(wikitext, "page.wiki")
read, prose, kinds = PAGES.read, PAGES.prose, PAGES.kinds


def links(block: Block) -> list[tuple[str, str]]:
    return [(block.text[link.start : link.end], link.target) for link in block.links]


@given(st.lists(BITS, min_size=1, max_size=40))
def test_any_page_is_read_and_keeps_the_span_law(bits: list[str]) -> None:
    assert read("x" + "".join(bits)).text.startswith("x")


@given(st.lists(st.sampled_from(["word", "It was.", "1,204", "é", "and"]), min_size=1, max_size=20))
def test_text_without_markup_is_itself(words: list[str]) -> None:
    assert prose(" ".join(words)) == [" ".join(words)]


@given(st.lists(BITS, max_size=8))
def test_a_comment_adds_nothing_to_the_prose(bits: list[str]) -> None:
    inside = "".join(bits).replace("-->", "")
    assert prose(f"one <!--{inside}--> two") == ["one two"]


def test_every_word_left_out_is_listed() -> None:
    text = "A<ref>b</ref> {{c|d}} [[File:e.jpg|f]] [[Category:g]] <!--h--> [[fr:i]] {{{j}}} <graph>k</graph>."
    document = read(text)
    assert [block.text for block in document.blocks] == ["A ."]
    assert [dropped.what for dropped in document.dropped] == [
        "reference: <ref>b</ref>",
        "template: {{c|d}}",
        "file: [[File:e.jpg|f]]",
        "category: [[Category:g]]",
        "comment: <!--h-->",
        "interlanguage link: [[fr:i]]",
        "argument: {{{j}}}",
        "graph: <graph>k</graph>",
    ]
    assert all(dropped.what.endswith(dropped.span.of(text)) for dropped in document.dropped)


# ------------------------------------------------------------------- inside a sentence


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is ''very'' '''old''' and '''''big'''''.", "It is very old and big."),
        ("5&nbsp;km &ndash; or &#8217;x&#x27; &amp;c.", "5 km – or ’x' &c."),
        ("A<br>B<br />C", "A B C"),
        ("''never closed\nnext", "never closed next"),
        ("<nowiki>[[x]]</nowiki> <math>a^2</math>", "[[x]] a^2"),
        ("10<sup>6</sup> m<sup>2</sup> H<sub>2</sub>O 5<sup>th</sup>", "10⁶ m² H2O 5th"),
        ("a <small>b <span style='x'>c</span></small>", "a b c"),
        ('a <span style="display:none">hidden</span> b', "a b"),
        ("a </small> b <small> c", "a b c"),
        ('a <div style="display: none">hidden</div>', "a"),
        ("a<ref></ref><sup/> b<sup></sup>", "a b"),
        ("{{nowrap|a<ref>b</ref>==c}}", "a==c"),
        ("x __NOTOC__ y", "x y"),
        ("-{zh-hans:简; zh-hant:繁}- -{字}- -{H|zh:x}-", "简 字"),
        ("2 < 3 {{unclosed and [[open", "2 < 3 {{unclosed and [[open"),
        ("see [http://a.org the site].", "see the site."),
        ("see http://a.org now", "see http://a.org now"),
    ],
)
def test_markup_goes_and_words_stay(text: str, shown: str) -> None:
    assert prose(text) == [shown]


@pytest.mark.parametrize(
    ("text", "shown", "targets"),
    [
        ("[[Rome]] is", "Rome is", [("Rome", "Rome")]),
        ("[[Central Asia]]n states", "Central Asian states", [("Central Asian", "Central Asia")]),
        ("[[Afghanistan|Afghan]]s", "Afghans", [("Afghans", "Afghanistan")]),
        ("[[Rome (city)|]] [[:Category:X_y]]", "Rome Category:X_y",
         [("Rome", "Rome (city)"), ("Category:X_y", "Category:X y")]),
        ("[[Rome|''the'' &amp; city]]", "the & city", [("the & city", "Rome")]),
        ("[http://a.org ''its'' site]", "its site", [("its site", "http://a.org")]),
        ("[[日本]]語", "日本語", [("日本", "日本")]),
    ],
)  # fmt: skip
def test_links_show_words_and_keep_their_target(
    text: str, shown: str, targets: list[tuple[str, str]]
) -> None:
    (block,) = read(text).blocks
    assert block.text == shown
    assert links(block) == targets


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{{convert|100|km|mi}}", "100 km"),
        ("{{convert|3|to|5|km2|sqmi}}", "3 to 5 km²"),
        ("{{cvt|5|ft|7|in}}", "5 ft 7 in"),
        ("{{convert|x}}", "."),
        ("{{lang|fr|le [[mot]]}}", "le mot"),
        ("{{lang-de|Wort}}", "Wort"),
        ("{{nowrap|1=a = b}}", "a = b"),
        ("{{nowrap|<b id={{nowrap|k=v}}>x</b>}}", "x"),
        ("{{Birth date|1950|1|2}}", "January 2, 1950"),
        ("{{birth date and age|1950|1|2|df=yes}}", "2 January 1950"),
        ("{{start date|2001|13}}", "."),
        ("{{start date|2001|5}}", "May 2001"),
        ("{{start date|2001}}", "2001"),
        ("{{as of|2009|3}}", "As of March 2009"),
        ("{{as of|2009|lc=y}}", "as of 2009"),
        ("{{frac|1|2}} {{frac|3|1|4}} {{frac|7}}", "1/2 3 1/4 1/7"),
        ("{{val|5.2|u=km}}", "5.2 km"),
        ("{{formatnum:1234}}", "1234"),
        ("{{formatnum:{{age|1}}}}", "."),
        ("{{circa|1204}} {{US$|5}} a{{snd}}b", "c. 1204 US$5 a – b"),
        ("{{sortname|Ada|Lovelace}}", "Ada Lovelace"),
        ("{{hlist|a|[[b]]|x=1|c}}", "a, b, c"),
        ("{{template:NDASH}}{{ndash<!--x-->}}", "––"),
        ("{{unknown|word}}", "."),
    ],
)
def test_templates_that_belong_to_a_sentence(text: str, shown: str) -> None:
    (said,) = prose(f"{text}.")
    assert said in (f"{shown}.", shown)


def test_a_template_is_one_piece_that_stands_for_all_of_it() -> None:
    document = read("It is {{convert|100|km|mi}} long.")
    replaced = [piece for piece in document.blocks[0].pieces if not piece.same]
    assert [document.text[piece.start : piece.end] for piece in replaced] == ["{{convert|100|km|mi}}"]


# ------------------------------------------------------------------- citations and notices


def test_citations_stand_behind_what_they_back() -> None:
    text = (
        "One.<ref name=a>{{cite web|url=http://a.org/x|title=T}}</ref> Two<ref>{{cite book|title=A [[B]]}}"
        "</ref> three.<ref name=\"a\" /> Four.<ref>Smith, ''Book'', p. 1</ref><ref name=none/><ref/> "
        "{{sfn|Smith|2004}} [http://b.org] {{r|a}}"
    )
    (block,) = read(text).blocks
    assert block.text == "One. Two three. Four."
    assert [(mark.at, mark.text) for mark in block.citations] == [
        (4, "http://a.org/x"),
        (8, "A B"),
        (15, "http://a.org/x"),
        (21, "Smith, Book, p. 1"),
        (21, "none"),
        (21, "reference"),
        (21, "Smith 2004"),
        (21, "http://b.org"),
        (21, "http://a.org/x"),
    ]


def test_references_defined_at_the_end_are_resolved() -> None:
    document = read("It is.<ref name=x/>\n<references>\n<ref name=x>http://x.org</ref>\n</references>")
    assert [mark.text for mark in document.blocks[0].citations] == ["http://x.org"]


def test_a_citation_behind_a_quotation_belongs_to_it() -> None:
    document = read("He said:\n{{quote|All is well.|Him}}<ref>Book</ref>\n\nThen.")
    assert [(block.kind.value, block.text, len(block.citations)) for block in document.blocks] == [
        ("paragraph", "He said:", 0),
        ("quotation", "All is well.", 1),
        ("paragraph", "Then.", 0),
    ]


def test_maintenance_templates_are_told() -> None:
    document = read("{{Update}}\n{{Needs_update|date=May 2008}} It is so.{{citation needed}}")
    assert [notice.what for notice in document.notices] == [
        "maintenance template {{Update}}",
        "maintenance template {{Needs_update|date=May 2008}}",
        "maintenance template {{citation needed}}",
    ]


# ------------------------------------------------------------------- blocks


def test_paragraphs_headings_and_rules() -> None:
    text = "one\ntwo\n<!-- c -->\nthree\n\nfour\n{{x}}\nfive\n----\nsix\n"
    text += "== A ''b'' ==\nseven\n===C===\n<p>d</p>e"
    assert kinds(text) == [
        ("paragraph", 0, "one two three"),
        ("paragraph", 0, "four"),
        ("paragraph", 0, "five"),
        ("paragraph", 0, "six"),
        ("heading", 2, "A b"),
        ("paragraph", 0, "seven"),
        ("heading", 3, "C"),
        ("paragraph", 0, "d"),
        ("paragraph", 0, "e"),
    ]


def test_lists() -> None:
    text = "* a\n** b [[c]]\n# d\n; term : meaning\n: indented\nafter\n<ul><li>e</li><li>f</ul>"
    assert kinds(text) == [
        ("list-item", 1, "a"),
        ("list-item", 2, "b c"),
        ("list-item", 1, "d"),
        ("list-item", 1, "term"),
        ("paragraph", 0, "meaning"),
        ("paragraph", 0, "indented"),
        ("paragraph", 0, "after"),
        ("list-item", 1, "e"),
        ("list-item", 1, "f"),
    ]


def test_quotations() -> None:
    text = "<blockquote>Words.</blockquote>\n{{quote|text=More.}}\n{{quote|author=none}}"
    assert kinds(text) == [("quotation", 0, "Words."), ("quotation", 0, "More.")]


def cells(text: str) -> list[tuple[str, str | None]]:
    return [(block.text, block.label) for block in read(text).blocks if block.kind.value == "table-cell"]


def test_cells_have_the_headings_of_their_row_and_column() -> None:
    text = (
        '{| class="wikitable"\n|+ Rivers\n! Name !! Length\n|-\n| [[Tiber]] || 406 km\n|-\n! Po\n| 652 km\n|}'
    )
    assert cells(text) == [
        ("Name", None),
        ("Length", "Name"),
        ("Tiber", "Name"),
        ("406 km", "Tiber / Length"),
        ("Po", "Name"),
        ("652 km", "Po / Length"),
    ]
    assert prose(text)[0] == "Rivers"


BOX = """{{Infobox river
| name = Tiber<!-- own name -->
| length_km = 406<ref>Survey</ref>
| image = Tiber.jpg
| mouth = [[Tyrrhenian Sea|the sea]], {{unknown|x}}
| bridges =
* Milvio
* Sisto
| source =
}}
The '''Tiber''' is a river."""


def test_fields_of_an_infobox_are_cells_in_the_row_of_its_name() -> None:
    assert cells(BOX) == [
        ("Tiber", "Tiber / name"),
        ("406", "Tiber / length km"),
        ("the sea,", "Tiber / mouth"),
        ("Milvio", "Tiber / bridges"),
        ("Sisto", "Tiber / bridges"),
    ]
    document = read(BOX)
    assert document.blocks[-1].text == "The Tiber is a river."
    assert "infobox field: Tiber.jpg" in [each.what for each in document.dropped]


def test_an_infobox_without_a_name_is_its_own_row_and_other_templates_stay_out() -> None:
    assert cells("{{infobox bridge|length=90 m|caption=At dusk}}") == [("90 m", "infobox bridge / length")]
    assert cells("{{navbox|length=90 m}}") == []


def test_a_changed_field_is_told_with_its_name_and_a_changed_picture_is_not() -> None:
    new = BOX.replace("406", "409").replace("Tiber.jpg", "Tevere.jpg")
    found = compare(read_text(BOX), read_text(new)).findings
    assert [one.message for one in found] == ["a figure changed from “406” to “409” (Tiber / length km)"]


def read_text(text: str) -> Document:
    return face_read(text.encode(), name="a.wiki")


def test_wide_and_high_cells_keep_the_columns_right() -> None:
    text = "{|\n! A !! colspan=2 | B !! C\n|-\n| rowspan=2 | 1 || 2 || 3 || 4\n"
    text += "|-\n| 5 || 6 || 7\n|-\n| 8 || 9<br>10\n|}"
    assert cells(text)[3:] == [
        ("1", "A"), ("2", "1 / B"), ("3", "1 / B"), ("4", "1 / C"),
        ("5", "B"), ("6", "B"), ("7", "C"),
        ("8", "A"), ("9", "8 / B"), ("10", "8 / B"),
    ]  # fmt: skip


def test_html_tables_nested_tables_and_boxes_for_navigation() -> None:
    html = "<table><tr><th>A</th></tr><tr><td>1<table><tr><td>2</td></tr></table></td></tr></table>"
    assert cells(html) == [("A", None), ("1", "A"), ("2", None)]
    assert prose('{| class="navbox"\n| [[a]]\n|}\nx') == ["x"]
    assert prose("<tr><td>stray</td></tr>") == ["stray"]


def test_sections_of_links_are_furniture_and_prose_in_them_is_not() -> None:
    text = (
        "Fact.\n== See also ==\n* [[A]]\n* [[B]] – a town\n== Notes ==\n{{reflist}}\n== Sources ==\n* Smith\n"
        "The archive burnt down in 1920.\n== Members ==\n* [[C]]\n* [[D]]"
    )
    document = read(text)
    assert [block.text for block in document.blocks] == [
        "Fact.", "Sources", "The archive burnt down in 1920.", "Members", "C", "D",
    ]  # fmt: skip
    assert [dropped.what for dropped in document.dropped] == [
        "page furniture: See also", "page furniture: A", "page furniture: B – a town",
        "page furniture: Notes", "template: {{reflist}}", "page furniture: Smith",
    ]  # fmt: skip


def test_a_redirect_is_told() -> None:
    document = read("#REDIRECT [[Rome|x]]")
    assert document.blocks == ()
    assert [notice.what for notice in document.notices] == ["a redirect to Rome"]


def test_wikitext_can_cite() -> None:
    assert read("A line.").can_cite
