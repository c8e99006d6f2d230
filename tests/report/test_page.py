"""The page as text: what it is made of, and that nothing a document says becomes part of it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from factory_report import document, evidence, finding, pairs, rivers, side
from hypothesis import given, settings
from hypothesis import strategies as st

from reconcile.claim import Claim
from reconcile.model import Label
from reconcile.report import render
from reconcile.report.anchors import Anchors
from reconcile.report.diff import EQUAL, Part
from reconcile.report.html_report import figure, page
from reconcile.report.page import Extra, asset, edges, embedded, gap
from reconcile.report.ribbons import ribbons
from reconcile.report.rows import cut, rows
from reconcile.report.timeline import ticks, timeline, year
from reconcile.result import Result, Verdict

HOSTILE = [
    "<script>alert(1)</script>", "</textarea></style></script></noscript></template><img src=x onerror=a()>",
    '" onmouseover="alert(1)', "[a](javascript:alert(1))", "javascript:alert(1)", "{{ 7*7 }}{% raw %}",
    "a\u202eb\u2066c", "nul\x00bell\x07", "<!-- --> <![CDATA[", "&lt;b&gt; &#60;",
    "'--><svg/onload=alert(1)>", "</title><base href=//x>",
]  # fmt: skip


class Reader(HTMLParser):
    """Collects the elements and attributes of a page, as a browser without scripts sees them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        self.ids += [value for name, value in attrs if name == "id" and value]


def read(text: str) -> Reader:
    reader = Reader()
    reader.feed(text)
    reader.close()
    return reader


def made_of(text: str) -> Result:
    """A result in which `text` stands wherever a document or a rule can put words."""
    old, new = (
        document("o" + text, [text, "Nine men."], title=text),
        document("n", [text + " x", "Ten men."], title=text),
    )
    source = document("s" + text, [text], date=text)
    told = finding(
        "a", message=text, why=text, subject=text, object=text, old=side(old, 0), new=side(new, 0),
        evidence=(evidence(source, 0, Label.SUPPORTS, Label.REFUTES),),
        decision={"status": "new", "state": "settled", "settled": [{"text": text}], "why": text, "by": text},
    )  # fmt: skip
    beads = pairs(((0,), (0,)), ((1,), (1,)))
    return Result(old=old, new=new, sources=(source,), pairs=beads, findings=(told,))


def shape(text: str) -> list[str]:
    return read(render(made_of(text), "html")).tags


# ---------------------------------------------------------------- safety


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_document_says_never_becomes_markup(text: str) -> None:
    calm = [tag for tag in shape("calm words") if tag != "span"]
    assert [tag for tag in shape(text) if tag not in ("span", "del", "ins")] == [
        tag for tag in calm if tag not in ("del", "ins")
    ]


@given(st.text(alphabet=st.sampled_from("<>&\"'/{}%-! \x00\u202eab="), min_size=1, max_size=20))
@settings(max_examples=25, deadline=None)
def test_no_text_adds_an_attribute(text: str) -> None:
    names = {(tag, name) for tag, name, _ in read(render(made_of(text), "html")).attributes}
    assert not [name for _, name in names if name.startswith("on") or name == "style"]


def test_characters_that_steer_are_shown_instead() -> None:
    told = render(made_of("a\u202eb\x00c"), "html")
    assert '<span class="hidden">U+202E</span>' in told
    assert not set(told) & set("\x00\x07\u202e\u2066")


def test_every_style_and_script_is_allowed_by_its_hash_and_nothing_else_is() -> None:
    told = render(rivers(), "html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', told)
    assert policy
    words = policy[1].replace("&#39;", "'")
    assert "unsafe" not in words
    assert "default-src 'none'" in words
    bodies = re.findall(r"<style>(.*?)</style>|<script>(.*?)</script>", told, re.DOTALL)
    assert len(bodies) >= 2
    for style, script in bodies:
        digest = b64encode(sha256((style or script).encode()).digest()).decode()
        assert f"'sha256-{digest}'" in words


def test_nothing_is_fetched_from_outside() -> None:
    reader = read(render(rivers(), "html"))
    addresses = [
        value or "" for _, name, value in reader.attributes if name in ("src", "href", "action", "data")
    ]
    assert all(address.startswith("#") or address == "data:," for address in addresses)
    assert "@import" not in asset("page.css")
    assert "url(" not in asset("page.css").replace("url(#", "")


@given(st.text())
def test_embedded_data_cannot_end_its_element(text: str) -> None:
    assert not set(embedded([text])) & set("<>&\u2028\u2029")


# ---------------------------------------------------------------- structure


def test_ids_are_unique_and_every_link_leads_somewhere() -> None:
    reader = read(render(rivers(), "html"))
    assert len(reader.ids) == len(set(reader.ids))
    targets = {value for tag, name, value in reader.attributes if tag == "a" and name == "href" and value}
    assert targets
    assert {target[1:] for target in targets} <= set(reader.ids)


def test_every_sentence_of_every_document_stands_on_the_page_once() -> None:
    result = rivers()
    ids = read(render(result, "html")).ids
    for prefix, one in (
        ("o", result.old),
        ("n", result.new),
        ("s1", result.sources[0]),
        ("s2", result.sources[1]),
    ):
        assert [id for id in ids if re.fullmatch(rf"{prefix}-\d+", id)] == [
            f"{prefix}-{i}" for i in range(len(one.sentences))
        ]


def test_an_article_carries_what_a_review_needs() -> None:
    reader = read(render(rivers(), "html"))
    data = {
        name: value for tag, name, value in reader.attributes if tag == "article" and name.startswith("data-")
    }
    assert set(data) >= {"data-id", "data-key", "data-level", "data-claim", "data-decision", "data-verdicts"}


def test_an_extra_adds_controls_to_each_finding_and_allows_its_own_script() -> None:
    extra = Extra(
        files={"c.html": '<button data-for="{{ f.id }}">{{ extra.word }}</button>', "t.html": "<b>bar</b>"},
        controls="c.html", toolbar="t.html", keys="t.html", end="t.html", scripts=("let x = 1;",),
        styles=("b{color:red}",), connect="'self'", data={"word": "<decide>"},
    )  # fmt: skip
    told = page(rivers(), extra)
    assert told.count("&lt;decide&gt;</button>") == len(rivers().findings)
    assert "connect-src &#39;self&#39;" in told
    assert "<script>let x = 1;</script>" in told
    assert told.count("<b>bar</b>") == 3


def test_a_missing_asset_is_no_empty_page() -> None:
    with pytest.raises(FileNotFoundError):
        asset("no-such-file.css")


def test_findings_beyond_the_first_are_folded_but_readable_without_scripts() -> None:
    new = document("n", [f"Number {number}." for number in range(100)])
    findings = tuple(finding(f"{number:03}", new=side(new, number)) for number in range(100))
    told = render(Result(old=new, new=new, sources=(), pairs=(), findings=findings), "html")
    assert told.count("<article") == 100
    assert told.count('<noscript class="later">') == 5


# ---------------------------------------------------------------- parts


def test_each_column_keeps_the_order_of_its_file() -> None:
    told = rows(rivers())
    assert [shown.anchor for row in told for shown in row.old] == [f"o-{index}" for index in range(11)]
    assert [shown.anchor for row in told for shown in row.new] == [f"n-{index}" for index in range(11)]
    moved = [row for row in told if row.elsewhere]
    assert [row.elsewhere for row in moved] == ["n-5", "o-3"]


@given(st.permutations(range(6)), st.data())
def test_any_alignment_gives_each_sentence_one_place(order: list[int], data: st.DataObject) -> None:
    lone = data.draw(st.sets(st.integers(0, 5)))
    old, new = document("o", [f"Old {i}." for i in range(6)]), document("n", [f"New {i}." for i in range(6)])
    beads = [((i,), ()) if i in lone else ((i,), (order[i],)) for i in range(6)]
    beads += [((), (order[i],)) for i in lone]
    told = rows(Result(old=old, new=new, sources=(), pairs=pairs(*beads), findings=()))
    assert [shown.anchor for row in told for shown in row.old] == [f"o-{i}" for i in range(6)]
    assert [shown.anchor for row in told for shown in row.new] == [f"n-{i}" for i in range(6)]


@given(st.lists(st.text(alphabet="ab", min_size=1, max_size=4), min_size=1, max_size=4), st.data())
def test_parts_are_cut_into_the_sentences_they_came_from(texts: list[str], data: st.DataObject) -> None:
    whole, parts, at = " ".join(texts), [], 0
    while at < len(whole):
        step = data.draw(st.integers(1, 5))
        parts.append(Part(EQUAL, whole[at : at + step]))
        at += step
    assert ["".join(part.text for part in run) for run in cut(parts, texts)] == texts


def test_ribbons_cover_both_versions_from_end_to_end() -> None:
    made = ribbons(rivers())
    for name in ("old", "new"):
        edges_ = sorted(getattr(ribbon, name) for ribbon in made if getattr(ribbon, name))
        assert edges_[0][0] == 0
        assert edges_[-1][1] == pytest.approx(1000)
        assert all(left[1] == pytest.approx(right[0]) for left, right in pairwise(edges_))
    assert next(ribbon for ribbon in made if ribbon.kind == "added").href == "#f-d4"


def test_unchanged_neighbours_share_a_ribbon_and_a_huge_map_stays_small() -> None:
    same = document("o", [f"Line {number}." for number in range(2000)])
    beads = pairs(*(((number,), (number,)) for number in range(2000)))
    assert len(ribbons(Result(old=same, new=same, sources=(), pairs=beads, findings=()))) == 1
    other = document("n", [f"Row {number}." for number in range(2000)])
    assert len(ribbons(Result(old=same, new=other, sources=(), pairs=beads, findings=()))) == 1
    mixed = document("n", [f"{'Line' if number % 2 else 'Row'} {number}." for number in range(2000)])
    made = ribbons(Result(old=same, new=mixed, sources=(), pairs=beads, findings=()))
    assert len(made) <= 700
    assert {ribbon.kind for ribbon in made} == {"reworded"}
    assert sum(ribbon.pairs for ribbon in made) == 2000


@pytest.mark.parametrize(
    ("edtf", "when"),
    [("1998", 1998.0), ("1998-07", 1998.5), ("-0044", -44.0), ("1999/2005", 1999.0), ("open", None)],
)
def test_years_of_dates(edtf: str, when: float | None) -> None:
    assert year(edtf) == when


def test_the_timeline_runs_from_the_first_to_the_last_date() -> None:
    events = timeline(rivers())
    assert [event.date for event in events] == [
        "1998-03", "1998-03-12", "1999", "2005-09-02", "2007", "2008-05-25", "2009-04", "2015",
    ]  # fmt: skip
    assert [event.place for event in events] == sorted(event.place for event in events)
    assert [tick.year for tick in ticks(events)] == [2000, 2005, 2010, 2015]


def test_no_dates_no_timeline() -> None:
    plain = document("o", ["A."])
    result = Result(old=plain, new=plain, sources=(), pairs=(), findings=())
    assert timeline(result) == []
    assert ticks([]) == []
    assert 'id="timeline"' not in render(result, "html")


@pytest.mark.parametrize(
    ("value", "about", "words"),
    [
        ({"low": 187, "high": 187, "unit": "people"}, None, "187 people"),
        ({"low": 700, "high": None, "unit": "people"}, "over", "over 700 people"),
        ({"low": 4000, "high": None, "unit": None}, None, "at least 4,000"),
        ({"low": None, "high": 12.5, "unit": "km"}, None, "at most 12.5 km"),
        ({"low": 3, "high": 5, "unit": None}, None, "3 to 5"),
        ({"edtf": "1998"}, None, "1998"),
        ("Ann", None, "Ann"),
    ],
)
def test_figures(value: object, about: str | None, words: str) -> None:
    assert figure(value, about) == words  # type: ignore[arg-type]


@given(st.text(alphabet="ab  ", max_size=200))
def test_a_gap_and_edges_lose_nothing(text: str) -> None:
    assert "".join(gap(text)) == text
    assert "".join(edges(text)) == text


def test_the_dates_inside_an_added_sentence_and_of_checked_claims_are_on_the_timeline() -> None:
    class Value:
        data = {"edtf": "2009-03-31"}

    old, new = (
        document("o", ["A."]),
        document("n", ["A.", "On 31 March 2009 they agreed upon a framework.", "B in 1990."]),
    )
    part = Claim(rule="date", type="date", subject=None, value=Value(), sentence=1, start=3, end=16)
    checked = Verdict(
        id="v", type="date", subject=None, text="in 1990", span=new.sentences[2].span, side="new", source="s",
        score=1, label=Label.NOT_ENOUGH_INFO, rule="date", why="", sentence="B in 1990.",
        value={"edtf": "1990"},
    )  # fmt: skip
    result = Result(
        old=old, new=new, sources=(), pairs=(), verdicts=(checked, replace(checked, id="w", text="1990")),
        findings=(finding("a", new=side(new, 1), parts=(part,)),),
    )  # fmt: skip
    told = [(event.date, event.kind, event.text, event.href) for event in timeline(result)]
    assert told == [
        ("1990", "new", "B in 1990.", "#n-2"),
        ("2009-03-31", "new", "On 31 March 2009 they agreed upon a framework.", "#f-a"),
    ]


def test_a_finding_without_sentences_points_at_the_sentence_its_words_stand_in() -> None:
    new = document("n", ["A.", "B is here."])
    there = replace(side(new, 1), sentences=())
    anchors = Anchors(Result(old=document("o", []), new=new, sources=(), pairs=(), findings=()))
    assert anchors.side(there) == "n-1"
    assert anchors.side(None) is None
    assert anchors.of("o", there.span) is None
