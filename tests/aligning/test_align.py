"""Plain cases of alignment, in prose written for them."""

from __future__ import annotations

from dataclasses import replace

from reconcile.aligning import align
from reconcile.aligning.verify import problems
from reconcile.model import BlockKind as Kind
from reconcile.model import Document, Pair, Piece, Sentence
from reconcile.span import Span

TOWN = [
    "The town lies on the western bank of the Ferrow.",
    "It was granted a market charter by Duke Albrecht in 1312.",
    "A fire destroyed most of the timber houses in 1540.",
    "Its population was 18,200 at the last census.",
    "The cathedral holds an organ built by Matthias Brandt.",
    "Trams have linked the harbour with the railway station since 1903.",
]


def told(pairs: tuple[Pair, ...]) -> list[tuple[tuple[int, ...], tuple[int, ...], str, bool]]:
    return [(pair.old, pair.new, pair.matched_by, pair.moved) for pair in pairs]


def changed(old: list[str], new: list[str]) -> list[tuple[tuple[int, ...], tuple[int, ...], str, bool]]:
    return [told for told in told(align(old, new)) if told[2] != "anchor"]


def test_nothing_against_nothing() -> None:
    assert align([], []) == ()
    assert told(align([], ["A."])) == [((), (0,), "none", False)]
    assert told(align(["A."], [])) == [((0,), (), "none", False)]


def test_unrelated_sentences_are_not_linked() -> None:
    other = "Sales of bicycles doubled when petrol was rationed."
    new = [*TOWN[:2], other, *TOWN[3:]]
    assert changed(TOWN, new) == [((2,), (), "none", False), ((), (2,), "none", False)]


def test_unrelated_short_headings_are_not_linked() -> None:
    assert changed(["History", *TOWN], ["Climate", *TOWN]) == [
        ((0,), (), "none", False),
        ((), (0,), "none", False),
    ]


def test_sentence_edited() -> None:
    new = [*TOWN[:3], "Its population was 19,450 at the last census.", *TOWN[4:]]
    assert changed(TOWN, new) == [((3,), (3,), "similarity", False)]


def test_sentence_rewritten_between_neighbours_that_stayed() -> None:
    new = [*TOWN[:1], "Duke Albrecht gave it the right to hold a market in 1312.", *TOWN[2:]]
    assert changed(TOWN, new) == [((1,), (1,), "similarity", False)]


MILL = "The mill closed when the river was dammed.", "A brewery has taken over the old mill by the river."
UNRELATED = ["Nobody wears a hat.", "Cheese is made of milk."]


def test_the_place_speaks_where_one_sentence_stands_for_one() -> None:
    old, new = [*TOWN[:3], MILL[0], *TOWN[3:]], [*TOWN[:3], MILL[1], *TOWN[3:]]
    assert changed(old, new) == [((3,), (3,), "similarity", False)]


def test_the_place_says_less_where_a_side_is_longer() -> None:
    old, new = [*TOWN[:3], MILL[0], *TOWN[3:]], [*TOWN[:3], *UNRELATED[:1], MILL[1], *TOWN[3:]]
    assert not [link for link in changed(old, new) if link[2] != "none"]


def test_a_sentence_that_grew_is_still_the_same() -> None:
    grown = "At the last census, taken street by street after the war, its population was found to be 18,200."
    new = [*TOWN[:3], UNRELATED[0], grown, UNRELATED[1], *TOWN[4:]]
    assert ((3,), (4,), "similarity", False) in changed(TOWN, new)


def test_sentence_removed_stands_behind_the_one_before() -> None:
    assert [pair.old for pair in align(TOWN, TOWN[:2] + TOWN[3:])] == [(0,), (1,), (2,), (3,), (4,), (5,)]
    assert changed(TOWN, TOWN[1:]) == [((0,), (), "none", False)]


def test_sentence_added() -> None:
    assert changed(TOWN, [*TOWN, "A university was founded in 1970."]) == [((), (6,), "none", False)]


def test_split() -> None:
    one = "The bridge, designed by Ilse Vogt, was opened in 1931 and widened for lorries after the war."
    two = [
        "The bridge was designed by Ilse Vogt and opened in 1931.",
        "It was widened for lorries after the war.",
    ]
    assert changed([*TOWN[:3], one, *TOWN[3:]], [*TOWN[:3], *two, *TOWN[3:]]) == [
        ((3,), (3, 4), "split", False)
    ]
    assert changed([*TOWN[:3], *two, *TOWN[3:]], [*TOWN[:3], one, *TOWN[3:]]) == [
        ((3, 4), (3,), "merge", False)
    ]


def test_split_in_three() -> None:
    one = "Kerstin Aalto studied law in Turku, was elected mayor in 1998 and wrote a history of the shipyard."
    three = [
        "Kerstin Aalto studied law in Turku.",
        "She was elected mayor in 1998.",
        "She wrote a history of the shipyard.",
    ]
    assert changed([*TOWN, one], [*TOWN, *three]) == [((6,), (6, 7, 8), "split", False)]


def test_a_new_neighbour_is_no_split() -> None:
    new = [*TOWN[:4], "Most of them work in the two paper mills.", *TOWN[4:]]
    new[3] = "Its population was 18,260 at the last census."
    assert changed(TOWN, new) == [((3,), (3,), "similarity", False), ((), (4,), "none", False)]


def test_moved_as_it_was() -> None:
    new = [TOWN[0], *TOWN[2:5], TOWN[1], TOWN[5]]
    assert changed(TOWN, new) == [((1,), (4,), "move", True)]


def test_moved_and_edited_is_one_pair() -> None:
    edited = "It was granted a market charter by Duke Albrecht III in 1321."
    assert changed(TOWN, [TOWN[0], *TOWN[2:], edited]) == [((1,), (5,), "move", True)]


def test_moved_and_split() -> None:
    one = "The bridge, designed by Ilse Vogt, was opened in 1931 and widened for lorries after the war."
    two = [
        "The bridge was designed by Ilse Vogt and opened in 1931.",
        "It was widened for lorries after the war.",
    ]
    assert changed([one, *TOWN], [*TOWN, *two]) == [((0,), (6, 7), "split", True)]


def test_the_same_sentence_twice_is_linked_in_order() -> None:
    twice = ["See below.", TOWN[0], "See below.", TOWN[1]]
    assert [(pair.old, pair.new) for pair in align(twice, ["Preface.", *twice])] == [
        ((), (0,)),
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), (3,)),
        ((3,), (4,)),
    ]
    assert changed(twice, twice[1:]) == [((0,), (), "none", False)]


def test_one_identical_sentence_does_not_move_the_edited_ones_around_it() -> None:
    edited = [text.replace("the", "its").replace(".", " still.") for text in TOWN]
    line = "Source: town archive."
    found = {(pair.old, pair.new): pair.moved for pair in align([line, *TOWN], [*edited, line])}
    assert found == {((0,), (6,)): True} | {((n + 1,), (n,)): False for n in range(6)}


def test_a_wholly_rewritten_document_of_many_common_words() -> None:
    old = [f"row {number % 7} of the table" for number in range(200)]
    new = [f"line {number % 5} in that list" for number in range(200)]
    assert {pair.matched_by for pair in align(old, new)} <= {"none", "similarity"}


def test_cells_that_differ_in_figures_only() -> None:
    old = ["Ostrow", "27", "Lindau", "1,290 km", "Mersk", "12"]
    new = ["Ostrow", "34", "Lindau", "1,355 km", "Mersk", "twelve"]
    assert changed(old, new) == [
        ((1,), (1,), "similarity", False),
        ((3,), (3,), "similarity", False),
        ((5,), (), "none", False),
        ((), (5,), "none", False),
    ]


def test_figures_alone_are_nothing_that_moved() -> None:
    assert changed(["27", *TOWN], [*TOWN, "34"]) == [((0,), (), "none", False), ((), (6,), "none", False)]


def test_long_tables_of_common_words() -> None:
    old = [f"row {number % 7} of the table" for number in range(200)]
    new = [f"line {number % 5} of the table" for number in range(200)]
    pairs = align(old, new)
    assert sum(pair.kind == "1-1" for pair in pairs) > 180
    assert not any(pair.moved for pair in pairs)


# ---------------------------------------------------------------- the proof finds what is wrong


def document(*texts: str) -> Document:
    text = "\n".join(texts)
    sentences = []
    at = 0
    for number, part in enumerate(texts):
        span = Span(at, at + len(part))
        sentences.append(
            Sentence(index=number, text=part, span=span, block=number, kind=Kind.PARAGRAPH, pieces=())
        )
        at += len(part) + 1
    return Document(
        id="d", path=None, sha256="", reader="plain", text=text, blocks=(), sentences=tuple(sentences)
    )


def test_proof_of_a_pair_forgotten_and_doubled() -> None:
    one = document("A.", "B.")
    pairs = [Pair(old=(0,), new=(0,)), Pair(old=(0,), new=(1,)), Pair(old=(2,), new=())]
    assert problems(one, one, pairs) == [
        "old sentence 0 is in 2 pairs, not in one",
        "old sentence 1 is in 0 pairs, not in one",
        "a pair names old sentence 2, and there are 2",
    ]


def test_proof_of_a_false_anchor() -> None:
    pairs = [Pair(old=(1,), new=(0,)), Pair(old=(0,), new=(1,))]
    assert problems(document("A.", "B."), document("A.", "B."), pairs) == [
        "replaying the pairs on the old sentences does not give the new ones"
    ]


def test_proof_of_the_order() -> None:
    pairs = [Pair(old=(1,), new=(1,)), Pair(old=(0,), new=(0,))]
    assert problems(document("A.", "B."), document("A.", "B."), pairs) == [
        "the pairs do not stand in the order of the new side"
    ]


def test_proof_of_prose_that_the_text_does_not_have() -> None:
    good = document("A.", "B.")
    first, second = good.sentences
    false = replace(good, sentences=(first, replace(second, pieces=(Piece(0, 2, 0, 2),))))
    assert problems(good, false, align(["A.", "B."], ["A.", "B."])) == [
        "d: sentence 1 is not what the text says at its span"
    ]


def test_proof_of_spans_that_overlap_or_leave_the_text() -> None:
    good = document("A.", "B.")
    first, second = good.sentences
    overlapping = replace(good, sentences=(first, replace(second, span=Span(1, 5))))
    outside = replace(good, sentences=(first, replace(second, span=Span(3, 9))))
    pairs = align(["A.", "B."], ["A.", "B."])
    told = "d: sentence 1 overlaps another or leaves the text"
    assert problems(overlapping, good, pairs) == [told]
    assert problems(good, outside, pairs) == [told]
