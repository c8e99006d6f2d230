"""Laws of segmentation: nothing lost, nothing moved far away, indices that run, spans that hold."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.claim import Lexicon
from reconcile.model import Block, BlockKind, Citation, Document, Link, Piece
from reconcile.segmenting import SEGMENTERS, segment, segmenter, spans
from reconcile.span import Span
from tests.words_lexicon import english

LEXICON = english()
LANGUAGES = sorted({*SEGMENTERS, "xx"})

sentence = st.sampled_from(
    [
        "The mayor of Ostrava resigned in May.", "Who knows?", "“It is over,” he said.", "No.",
        "Dr. Novak left at 5 p.m. with J. R. Kemp.", "He shouted \"Stop!\" and ran.", "(It rained.)",
        "It cost 3.5 million.", "They met in the U.S. in 1999.", "'Never.'", "It was late...",
        "See https://example.org/a.b for more.", "“One thing. Another thing.”", "Really?!",
    ]
)  # fmt: skip
paragraph = st.lists(sentence, min_size=1, max_size=12).map(" ".join)
anything = st.text(st.sampled_from("aB .!?…\"“”'()[]*\n•:)1。！।дЖ5-"), max_size=60)


@given(st.one_of(paragraph, anything, st.text(max_size=40)), st.sampled_from(LANGUAGES))
def test_spans_lose_nothing(text: str, language: str) -> None:
    end = 0
    for span in spans(text, Lexicon(language, LEXICON.sets)):
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert not text[end:].strip()


@given(paragraph, paragraph)
def test_blank_line_makes_independent(one: str, other: str) -> None:
    shift = len(one) + 2
    behind = [Span(span.start + shift, span.end + shift) for span in spans(other, LEXICON)]
    assert list(spans(f"{one}\n\n{other}", LEXICON)) == [*spans(one, LEXICON), *behind]


def boundaries(text: str) -> set[int]:
    return {span.end for span in spans(text, LEXICON)}


@given(paragraph, st.data())
def test_an_edit_moves_no_boundary_far_away(text: str, data: st.DataObject) -> None:
    """Deleting or adding one character leaves all boundaries but those beside it where they were."""
    at = data.draw(st.integers(0, len(text) - 1))
    added = data.draw(st.sampled_from(["", '"', "“", "”", "(", ")", ".", "'", "A", "x", " "]))
    changed = text[:at] + added + text[at + (not added) :]
    shift = len(changed) - len(text)
    before, after = boundaries(text), boundaries(changed)
    near = 45  # characters: what a boundary looks back at, and the next word
    assert {b for b in before if b < at - near} == {b for b in after if b < at - near}
    assert {b + shift for b in before if b > at + near} == {b for b in after if b > at + near + shift}


@st.composite
def blocks(draw: st.DrawFn) -> tuple[Block, str]:
    """A block whose file doubles every space: no prose range is at the same offset."""
    text = draw(paragraph)
    pieces, source, start = [], "", 0
    for n, word in enumerate(text.split(" ")):
        if n:
            pieces.append(Piece(start, start + 1, len(source), len(source) + 2, False))
            source += "  "
            start += 1
        pieces.append(Piece(start, start + len(word), len(source), len(source) + len(word)))
        source += word
        start += len(word)
    return Block(kind=draw(st.sampled_from(BlockKind)), text=text, pieces=tuple(pieces)), source


def document(found: list[tuple[Block, str]]) -> Document:
    text = ""
    moved = []
    for block, source in found:
        pieces = tuple(
            Piece(p.prose_start, p.prose_end, p.start + len(text), p.end + len(text), p.same)
            for p in block.pieces
        )
        moved.append(Block(kind=block.kind, text=block.text, pieces=pieces))
        text += source + "\n"
    return Document(id="d", path=None, sha256="", reader="plain", text=text, blocks=tuple(moved))


@given(st.lists(blocks(), max_size=4))
def test_sentences_of_a_document(found: list[tuple[Block, str]]) -> None:
    read = segment(document(found), LEXICON)
    assert [s.index for s in read.sentences] == list(range(len(read.sentences)))
    assert [s.block for s in read.sentences] == sorted(s.block for s in read.sentences)
    end = 0
    for item in read.sentences:
        assert item.kind is read.blocks[item.block].kind
        assert " ".join(item.span.of(read.text).split()) == item.text
        assert item.span_of(0, len(item.text)) == item.span
        assert item.span.start >= end
        end = item.span.end
    for number, block in enumerate(read.blocks):
        parts = [s.text for s in read.sentences if s.block == number]
        assert " ".join(parts) == block.text
        assert block.kind is not BlockKind.HEADING or len(parts) == 1


def test_links_and_citations_go_with_their_sentence() -> None:
    text = "He left. She stayed. They met."
    block = Block(
        kind=BlockKind.PARAGRAPH,
        text=text,
        pieces=(Piece(0, len(text), 10, 10 + len(text)),),
        links=(Link(start=9, end=12, target="She (novel)"), Link(start=5, end=14, target="Across")),
        citations=tuple(
            Citation(at=at, text=name, span=Span(at, at))
            for at, name in [(0, "front"), (8, "first"), (9, "between"), (14, "inside"), (30, "last")]
        ),
    )
    read = segment(
        Document(id="d", path=None, sha256="", reader="plain", text=" " * 10 + text, blocks=(block,)), LEXICON
    )
    first, second, third = read.sentences
    assert [(link.start, link.end, link.target) for link in first.links] == [(5, 8, "Across")]
    assert [(link.start, link.end) for link in second.links] == [(0, 3), (0, 5)]
    assert [(mark.at, mark.text) for mark in first.citations] == [(0, "front"), (8, "first"), (8, "between")]
    assert [(mark.at, mark.text) for mark in second.citations] == [(5, "inside")]
    assert [(mark.at, mark.text) for mark in third.citations] == [(9, "last")]
    assert second.span == Span(19, 30)


def test_a_replaced_piece_is_never_cut() -> None:
    text = "He left. She stayed."
    pieces = (Piece(0, 6, 0, 6), Piece(6, 11, 6, 20, False), Piece(11, 20, 20, 29))
    block = Block(kind=BlockKind.PARAGRAPH, text=text, pieces=pieces)
    read = segment(
        Document(id="d", path=None, sha256="", reader="plain", text="x" * 29, blocks=(block,)), LEXICON
    )
    assert [s.text for s in read.sentences] == [text]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("hi", ["भारत एक देश है।", "वह बड़ा है।"]),
        ("zh", ["他走了。", "她留下了！", "谁知道？"]),
        ("ja", ["「行こう。」", "彼は言った。"]),
        ("ru", ["Его звали А. С. Пушкин.", "Он жил в Москве.", "Когда?", "Давно."]),
        ("ru", ["Это было в 1999 г. в городе."]),
        ("th", ["ประเทศไทย อยู่ในเอเชีย\n", "เมืองหลวงคือกรุงเทพ"]),
        ("xx", ["Es war spät.", "Sie ging."]),
    ],
)
def test_other_languages(language: str, parts: list[str]) -> None:
    text = "".join(parts) if language in ("zh", "ja", "th") else " ".join(parts)
    assert [s.of(text) for s in spans(text, Lexicon(language))] == [part.strip() for part in parts]


def test_abbreviations_of_a_lexicon_serve_any_language() -> None:
    lexicon = Lexicon("de", {"abbreviations": frozenset({"hr"})})
    text = "Das ist Hr. Meier. Er ist da."
    assert [s.of(text) for s in spans(text, lexicon)] == ["Das ist Hr. Meier.", "Er ist da."]


@pytest.mark.parametrize(
    ("kind", "parts"),
    [(BlockKind.HEADING, ["Первый. Второй."]), (BlockKind.PARAGRAPH, ["Первый.", "Второй."])],
)
def test_headings_are_one_sentence_in_any_language(kind: BlockKind, parts: list[str]) -> None:
    text = "Первый. Второй."
    block = Block(kind=kind, text=text, pieces=(Piece(0, len(text), 0, len(text)),))
    read = Document(id="d", path=None, sha256="", reader="plain", text=text, blocks=(block,), language="ru")
    assert [s.text for s in segment(read, Lexicon("ru")).sentences] == parts


def test_the_table_of_segmenters() -> None:
    for language, name in SEGMENTERS.items():
        assert language in import_module(name).LANGUAGES
        assert segmenter(language) is import_module(name)
    assert segmenter("en-GB") is segmenter("en")
    assert segmenter("tlh") is segmenter("ru")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize(
    "text",
    [
        "." * 100_000 + "x", ". " * 50_000, '."' * 50_000, "." + '"' * 100_000 + "x", "http://" * 20_000,
        "*" * 100_000 + "x", " :)" * 40_000, ". " + " " * 100_000, ".[1" * 40_000, "\n" + " " * 100_000 + "x",
    ],
    ids=lambda text: repr(text[:8]),
)  # fmt: skip
def test_hostile_text_is_linear(text: str, language: str) -> None:
    """These took minutes while repetitions were tried again from every character."""
    found = spans(text, Lexicon(language))
    assert "".join("".join(span.of(text) for span in found).split()) == "".join(text.split())
