"""Where quotations stand, and who speaks them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.quote_find import find
from tests.words_lexicon import EMPTY, english

PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "Turunen",
    "said",
    ",",
    ".",
    "we",
    "will",
    "according",
    "to",
    "go's",
]
texts = st.one_of(
    st.text(alphabet="“”\"'‘’«»„ aT.,", max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=16).map(" ".join),
)


@given(texts)
def test_quotations_slice_right_and_never_overlap(text: str) -> None:
    last = 0
    for one in find(text, english()):
        assert last <= one.start < one.end <= len(text)
        assert one.value.words in text[one.start : one.end]
        last = one.end
    find(text, EMPTY)


def quotes(text: str) -> list[tuple[str, str | None]]:
    return [(one.value.words, one.value.speaker) for one in find(text, english())]


@pytest.mark.parametrize(
    "text", ["", "It wasn't John's, or the dogs' either.", "The rock 'n' roll of the '90s."]
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quotes(text) == []


CASES = [
    (
        'We want it so," Karimov said, "and we mean it."',
        [("We want it so", "Karimov"), ("and we mean it.", "Karimov")],
    ),
    ('He said "it is so. She said "it is not so" at once.', []),
    ("“We will not sign,” Turunen said on Monday.", [("We will not sign", "Turunen")]),
    (
        '"It is bad", said the analyst Alexei Luzyanin, "and it will get worse."',
        [("It is bad", "Alexei Luzyanin"), ("and it will get worse.", "Alexei Luzyanin")],
    ),
    ('According to Karimov, "sanctions never work."', [("sanctions never work.", "Karimov")]),
    ('"Sanctions never work", according to Karimov.', [("Sanctions never work", "Karimov")]),
    (
        '"Sanctions never work," Luzyanin says. Karimov left.',
        [("Sanctions never work,".rstrip(","), "Luzyanin")],
    ),
    ("Turunen, of Finland, told them: «We hope so».", [("We hope so", "Turunen")]),
    ("“They said ‘no’ to us,” Karimov said.", [("They said ‘no’ to us", "Karimov")]),
    ('"That is all." It was late. Karimov said nothing.', [("That is all.", None)]),
    ('It opened "the doors of Europe.', [("the doors of Europe.", None)]),
    ('and they left for good."', [("and they left for good.", None)]),
    ("„Wir gehen jetzt heim“, sagte er.", [("Wir gehen jetzt heim", None)]),
    ('"We go," he said.', [("We go", None)]),
    ("and so it ends” he said", [("and so it ends", None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_quotations_and_their_speakers(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        'The film " Low Tide " and its sequel " High Tide " were shot here.',
        '"It was shot as" Low Tide "and shown at noon:" a quiet film."',
        "The song “Low Tide “was sung here.",
        '"The film" Low Tide "was shot here in spring."',
        "the rowers 'and the swimmers' clubs",
    ],
)
def test_marks_that_cannot_be_paired_quote_nothing(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('A 12" disc, "the best of all", was sold.', "the best of all"),
        ('He stood 5\'11" and said "it is enough".', "it is enough"),
        ('It "began in the year 1995" and went on.', "began in the year 1995"),
        ('"Down to 5" was the order, "and not to 6".', "and not to 6"),
        ('He told us:"We go home."', "We go home."),
        ('"We will go—" he said.', "We will go—"),
    ],
)
def test_marks_beside_figures_colons_and_dashes_pair(text: str, words: str) -> None:
    assert words in [found for found, _ in quotes(text)]


def test_a_few_words_nobody_says_are_scare_quotes() -> None:
    assert [one.value.scare for one in find('He called it "a colour revolution".', english())] == [True]
    assert [one.value.scare for one in find('"We are leaving", Turunen said.', english())] == [False]
    assert [one.value.scare for one in find("The 'peace plan' of 2004 failed.", english())] == [True]
