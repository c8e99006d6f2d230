"""Laws of alignment: every sentence once, identity is all anchors, the round trip, the mirror."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reconcile.aligning import align
from reconcile.aligning.verify import problems, replay
from reconcile.claim import Lexicon
from reconcile.model import Block, BlockKind, Document, Pair, Piece
from reconcile.segmenting import segment

WORDS = [
    "river",
    "council",
    "treaty",
    "border",
    "minister",
    "election",
    "harbour",
    "railway",
    "museum",
    "parliament",
    "drought",
    "vaccine",
    "bridge",
    "festival",
    "orchestra",
    "factory",
    "island",
    "mountain",
    "province",
    "archive",
    "in",
    "of",
    "the",
    "a",
    "was",
    "by",
    "to",
    "1994",
    "12",
    "2001",
    ",",
    ".",
]

sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join)
sentences = st.lists(sentence, max_size=14)
few = st.lists(st.sampled_from(["a b", "b a", "c", "", "d e f g", "d e f", "g"]), max_size=10)


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], list[str]]:
    """A list of sentences and an edited one: dropped, changed, swapped, joined, doubled and added."""
    old = draw(sentences)
    new = list(old)
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, max(0, len(new) - 1)))
        what = draw(st.sampled_from(["drop", "change", "add", "move", "join", "double"]))
        here = new[at : at + 1]
        if what == "drop":
            new[at : at + 1] = []
        elif what == "change":
            new[at : at + 1] = [f"{text} indeed" for text in here]
        elif what == "add":
            new.insert(at, draw(sentence))
        elif what == "move":
            new[at : at + 1] = []
            new[draw(st.integers(0, len(new))) :][:0] = here
            new += here
        elif what == "join":
            new[at : at + 2] = [" ".join(new[at : at + 2])]
        else:
            new[at:at] = here
    return old, new


both = st.one_of(versions(), st.tuples(sentences, sentences), st.tuples(few, few))


def shape(pairs: tuple[Pair, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return sorted((pair.old, pair.new) for pair in pairs)


@given(both)
def test_every_sentence_is_in_exactly_one_pair(lists: tuple[list[str], list[str]]) -> None:
    old, new = lists
    pairs = align(old, new)
    assert sorted(i for pair in pairs for i in pair.old) == list(range(len(old)))
    assert [j for pair in pairs for j in pair.new] == list(range(len(new)))


@given(st.one_of(sentences, few))
def test_a_list_against_itself_is_all_anchors(texts: list[str]) -> None:
    assert align(texts, texts) == tuple(Pair(old=(n,), new=(n,)) for n in range(len(texts)))


@given(both)
def test_replaying_the_pairs_gives_the_new_list(lists: tuple[list[str], list[str]]) -> None:
    old, new = lists
    assert replay(old, new, align(old, new)) == new


@given(both)
def test_pairs_say_what_they_are(lists: tuple[list[str], list[str]]) -> None:
    old, new = lists
    for pair in align(old, new):
        assert 0.0 <= pair.score <= 1.0
        assert (pair.matched_by == "none") == (not pair.old or not pair.new)
        assert (pair.matched_by == "split") == (pair.kind == "1-n")
        assert (pair.matched_by == "merge") == (pair.kind == "n-1")
        assert pair.kind != "n-m"
        assert pair.moved or pair.matched_by != "move"
        for side in (pair.old, pair.new):
            assert not side or list(side) == list(range(side[0], side[-1] + 1))
        if pair.matched_by == "anchor":
            assert old[pair.old[0]].split() == new[pair.new[0]].split()


@given(both)
def test_what_has_not_moved_rises_on_both_sides(lists: tuple[list[str], list[str]]) -> None:
    in_place = [pair for pair in align(*lists) if pair.old and pair.new and not pair.moved]
    assert sorted(pair.old for pair in in_place) == [pair.old for pair in in_place]


@given(both)
def test_no_identical_sentence_is_left_over(lists: tuple[list[str], list[str]]) -> None:
    old, new = lists
    pairs = align(old, new)
    removed = {" ".join(old[pair.old[0]].split()) for pair in pairs if not pair.new}
    added = {" ".join(new[pair.new[0]].split()) for pair in pairs if not pair.old}
    assert not removed & added


@given(st.lists(sentence, unique=True, max_size=12), st.data())
def test_the_mirror(texts: list[str], data: st.DataObject) -> None:
    """Sides exchanged, the same sentences belong together, where no two are alike to choose from."""
    texts = [f"{text} {number}{number}{number}x" for number, text in enumerate(texts)]
    new = [text for text in texts if data.draw(st.booleans())]
    mirrored = [(after, before) for before, after in shape(align(new, texts))]
    assert shape(align(texts, new)) == sorted(mirrored)


@given(both)
def test_white_space_is_not_compared(lists: tuple[list[str], list[str]]) -> None:
    old, new = lists
    spread = [text.replace(" ", "\n  ") + " " for text in new]
    assert shape(align(old, spread)) == shape(align(old, [" ".join(text.split()) for text in new]))


def document(texts: list[str]) -> Document:
    text = "".join(f"{number}:  {part}\n" for number, part in enumerate(texts))
    blocks = []
    at = 0
    for number, part in enumerate(texts):
        at += len(f"{number}:  ")
        if part:
            pieces = (Piece(0, len(part), at, at + len(part)),)
            blocks.append(Block(kind=BlockKind.HEADING, text=part, pieces=pieces))
        at += len(part) + 1
    empty = Document(id="d", path=None, sha256="", reader="plain", text=text, blocks=tuple(blocks))
    return segment(empty, Lexicon("en"))


@given(versions())
def test_the_proof_holds(lists: tuple[list[str], list[str]]) -> None:
    old, new = document(lists[0]), document(lists[1])
    pairs = align([s.text for s in old.sentences], [s.text for s in new.sentences])
    assert problems(old, new, pairs) == []
